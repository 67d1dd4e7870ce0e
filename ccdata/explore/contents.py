"""What the page is told of a release: plain facts by short names; nulls and empty lists are left out.

Places are numbers (`a`, the article's; `i`, the actor's), spans are `[start, end]`: the text has the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ccdata._version import __version__
from ccdata.authority import load_authority
from ccdata.authority.plover import load_plover
from ccdata.dataset import Dataset
from ccdata.errors import ReleaseError
from ccdata.export.coverage import coverage_of, pair_of
from ccdata.records import SCHEMA_VERSION, Actor, Article, Event, Finding, Mention, Party, Quote, Span
from ccdata.records.catalogue import CATALOGUE

TITLE = "Comparative Connections as records"


def contents(dataset: Dataset) -> dict[str, Any]:
    """Return everything but the texts, in the order of the release."""
    articles = _Articles((article.id, place) for place, article in enumerate(dataset.articles))
    actors = {actor.id: place for place, actor in enumerate(dataset.actors)}
    return {
        "title": TITLE,
        "package": __version__,
        "schema": SCHEMA_VERSION,
        "withTexts": bool(dataset.texts),
        "pairNames": {pair_of(article.id): _pair_name(article) for article in dataset.articles},
        "countries": _countries(dataset),
        "types": {name: load_plover().types[name].definition for name in _types(dataset.events)},
        "codes": {name: [CATALOGUE[name].why, CATALOGUE[name].remedy] for name in _codes(dataset.findings)},
        "coverage": [
            [row.pair, f"{row.volume}-{row.issue}", row.status, row.article_id]
            for row in coverage_of(dataset)
            if row.volume is not None
        ],
        "articles": [_article(dataset, article) for article in dataset.articles],
        "actors": [_actor(actor) for actor in dataset.actors],
        "events": [_event(event, articles, actors) for event in dataset.events],
        "quotes": [_quote(quote, articles, actors) for quote in dataset.quotes],
        "mentions": [_mention(mention, articles, actors) for mention in dataset.mentions],
        "findings": [_finding(finding, articles) for finding in dataset.findings],
    }


class _Articles(dict[str, int]):
    """The places of articles by their ids."""

    def __missing__(self, article_id: str) -> int:
        raise ReleaseError(f"a page needs the article of every record; there is no article {article_id}")


def _pair_name(article: Article) -> str:
    """Return the pair as the masthead names its sides, else as the id has it."""
    return "–".join(party.name for party in article.parties) or pair_of(article.id)


def _countries(dataset: Dataset) -> dict[str, str]:
    """Return the names of the states that the records name by their codes."""
    used = {actor.country for actor in dataset.actors} | {one for e in dataset.events for one in e.countries}
    known = load_authority().countries
    return {code: known[code].name for code in sorted(filter(None, used)) if code in known}


def _types(events: Iterable[Event]) -> list[str]:
    return sorted({event.event_type for event in events if event.event_type is not None})


def _codes(findings: Iterable[Finding]) -> list[str]:
    return sorted({finding.code for finding in findings} & CATALOGUE.keys())


def _article(dataset: Dataset, article: Article) -> dict[str, Any]:
    period = [_day(article.period_start), _day(article.period_end)]
    return _filled(
        id=article.id,
        pair=pair_of(article.id),
        title=article.title,
        relationship=article.relationship,
        authors=[author.name for author in article.authors],
        volume=article.volume,
        issue=article.issue,
        published=article.published,
        period=period if all(period) else None,
        url=article.url,
        cite=dataset.cite(article),
        sections=[[section.heading, *_span(section.span)] for section in article.sections],
        titleSpan=next((_span(anchor.span) for anchor in article.anchors if anchor.field == "title"), None),
        source=article.source.name,
        layout=article.source.layout,
        corrections=_corrections(article),
    )


def _actor(actor: Actor) -> dict[str, Any]:
    return _filled(
        id=actor.id,
        name=actor.name,
        type=actor.kind,
        country=actor.country,
        native=actor.native_name,
        aliases=list(actor.aliases),
        identifiers=[[one.scheme, one.identifier] for one in actor.identifiers],
        offices=[[one.title, one.start, one.end, one.as_of] for one in actor.occupancies],
        curated=actor.curated,
    )


def _event(event: Event, articles: Mapping[str, int], actors: Mapping[str, int]) -> dict[str, Any]:
    basis = event.basis
    return _filled(
        id=event.id,
        a=articles[event.article_id],
        label=event.date_text,
        labelSpan=_maybe(event.date_span),
        **{"from": _day(event.date_start), "to": _day(event.date_end)},
        edtf=event.date_edtf,
        precision=event.date_precision,
        text=event.text,
        span=_span(event.span),
        countries=list(event.countries),
        type=event.event_type,
        mode=event.event_mode,
        contexts=list(event.contexts),
        quad=event.quad_code,
        cc=event.cc_type,
        status=event.status,
        basis=[basis.rule, *_span(basis.trigger)] if basis else None,
        medium=event.medium,
        place=event.location.name if event.location else None,
        placeSpan=_span(event.location.span) if event.location else None,
        happenings=[
            _filled(
                text=one.text, span=_span(one.span), type=one.event_type, medium=one.medium, status=one.status
            )
            for one in event.happenings
        ],
        quotes=list(event.quote_ids),
        passages=[[*_span(one.span), one.evidence] for one in event.passages],
        same=list(event.same_as),
        gaps=[[gap.field, gap.reason] for gap in event.gaps],
        corrections=_corrections(event),
    ) | {"actors": [_party(one, actors) | {"role": one.role} for one in event.actors]}


def _quote(quote: Quote, articles: Mapping[str, int], actors: Mapping[str, int]) -> dict[str, Any]:
    return _filled(
        id=quote.id,
        a=articles[quote.article_id],
        form=quote.kind,
        text=quote.text,
        span=_span(quote.span),
        within=quote.within,
        attribution=quote.attribution,
        cue=quote.cue,
        cueText=quote.cue_text,
        cueSpan=_maybe(quote.cue_span),
        addressees=[_party(one, actors) for one in quote.addressees],
        via=[_party(one, actors) for one in quote.reported_via],
        stance=quote.stance,
        date=quote.date_edtf,
        dateBasis=quote.date_basis,
        native=quote.native_text,
        nativeSpan=_maybe(quote.native_span),
        nativeLanguage=quote.native_language,
        continues=quote.continues,
        eventId=quote.event_id,
        section=quote.section,
        same=list(quote.same_as),
        gaps=[[gap.field, gap.reason] for gap in quote.gaps],
        corrections=_corrections(quote),
    ) | {"speakers": [_party(one, actors) for one in quote.speakers]}


def _mention(
    mention: Mention, articles: Mapping[str, int], actors: Mapping[str, int]
) -> list[int | str | None]:
    """[article, end of the id, actor, start, end]: there are many, so they have no names."""
    end = mention.id.removeprefix(f"{mention.article_id}:m:")
    return [articles[mention.article_id], end, actors.get(mention.actor_id or ""), *_span(mention.span)]


def _finding(finding: Finding, articles: Mapping[str, int]) -> dict[str, Any]:
    return _filled(
        id=finding.id,
        a=articles.get(finding.article_id or ""),
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        record=finding.record_id,
        field=finding.field,
        span=_maybe(finding.span),
    )


def _party(party: Party, actors: Mapping[str, int]) -> dict[str, Any]:
    return _filled(
        i=actors.get(party.actor_id or ""),
        text=party.text,
        span=_span(party.span),
        title=party.role_title,
        titleSpan=_maybe(party.role_span),
        office=party.office,
    )


def _corrections(record: Article | Event | Quote) -> list[dict[str, str]]:
    return [
        {"field": one.field, "printed": one.printed, "meant": one.meant, "why": one.why}
        for one in record.corrections
    ]


def _filled(**facts: Any) -> dict[str, Any]:
    """Leave out what is null or an empty list."""
    return {name: value for name, value in facts.items() if value is not None and value != []}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _maybe(span: Span | None) -> list[int] | None:
    return None if span is None else _span(span)


def _day(day: object) -> str | None:
    return None if day is None else str(day)
