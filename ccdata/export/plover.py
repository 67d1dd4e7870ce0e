"""PLOVER JSON Lines: the events in the field names of the PLOVER manual (2.0 draft, section "record").

    source, participant → actor        target → recipient        mentioned → left out
    event_type → event                 event_mode → mode, the status behind it (future, negation, ...)
    contexts → context                 magnitude → event_scale   same_as → link

Where this departs from the manual: `date` may be the first day of an interval, `enddate` is its last and
always there; an event without a type has `has_event` false and an empty `event`; an entry without a date,
which the manual has no place for, is left out; contexts of our own keep their prefix `cc:`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ccdata._version import __version__
from ccdata.errors import ReleaseError
from ccdata.link import Release
from ccdata.records import Actor, Article, Event, EventActor

FILE = "plover/events.jsonl"
_AUXILIARY = {
    "future": "future",
    "negated": "negation",
    "hypothetical": "hypothetical",
    "historical": "historical",
}


def derive(release: Release, folder: Path) -> None:
    """Write the release's events as PLOVER records."""
    actors = _actors(release)
    articles: dict[str, Article] = {}
    (folder / FILE).parent.mkdir()
    with (folder / FILE).open("xb") as stream:
        for part in release.parts():
            articles |= {record.id: record for record in part.records if isinstance(record, Article)}
            for record in part.records:
                if isinstance(record, Event) and record.date_start is not None:
                    row = plover_record(record, _article_of(record, articles), actors)
                    line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
                    stream.write(line.encode("utf-8") + b"\n")


def _article_of(event: Event, articles: Mapping[str, Article]) -> Article:
    """Return the event's article. Raises ReleaseError where the release has it not."""
    if event.article_id not in articles:
        raise ReleaseError(f"{FILE}: there is no article {event.article_id}, of which {event.id} is")
    return articles[event.article_id]


def _actors(release: Release) -> dict[str, Actor]:
    """Return the release's actors by id."""
    records = (record for part in release.parts() for record in part.records)
    return {record.id: record for record in records if isinstance(record, Actor)}


def plover_record(event: Event, article: Article, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """Return a dated event as a PLOVER record."""
    dates = event.model_dump(mode="json", include={"date_start", "date_end"})
    acting = [party for party in event.actors if party.role in {"source", "participant"}]
    auxiliary = _AUXILIARY.get(event.status)
    return {
        "id": event.id,
        "date": dates["date_start"],
        "enddate": dates["date_end"],
        "has_event": event.event_type is not None,
        "actor": _entities(acting, actors),
        "recipient": _entities((party for party in event.actors if party.role == "target"), actors),
        "event": _listed(event.event_type),
        "mode": _listed(event.event_mode, auxiliary),
        "context": list(event.contexts),
        "event_loc": _place(event),
        "event_text": event.basis.trigger.exact if event.basis else None,
        "quad_code": event.quad_code,
        "event_scale": event.magnitude,
        "link": list(event.same_as),
        "text": event.text,
        "text_info": {"sequence": event.ordinal, "start": event.span.start, "end": event.span.end},
        "cite_info": _citation(event, article),
        "coder": f"ccdata {__version__}",
    }


def _listed(*values: str | None) -> list[str]:
    return [value for value in values if value is not None]


def _entities(parties: Iterable[EventActor], actors: Mapping[str, Actor]) -> list[dict[str, Any]]:
    """Return parties as PLOVER entities."""
    return [_entity(party, actors.get(party.actor_id or "")) for party in parties]


def _entity(party: EventActor, actor: Actor | None) -> dict[str, Any]:
    """Return one entity: its state as code, its Wikidata id where the authority has it."""
    identifiers = {one.scheme: one.identifier for one in actor.identifiers} if actor else {}
    return {
        "code": party.country,
        "entity_text": party.text,
        "identifier_id": identifiers.get("wikidata"),
        "identifier_text": actor.name if actor else None,
        "office": party.office,
    }


def _place(event: Event) -> dict[str, Any] | None:
    if event.location is None:
        return None
    return {"extracted_place": event.location.name, "country_code": event.location.country}


def _citation(event: Event, article: Article) -> dict[str, Any]:
    """Return where the event was read."""
    return {
        "corpus": article.id,
        "citation": article.citation,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "publication": article.journal,
        "codebook": "PLOVER",
        "version": event.codebook_version,
    }
