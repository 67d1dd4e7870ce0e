"""Records as a reader without fault would make them of a story's plain text: for tests of the comparison."""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import Any, cast

from ccdata.records import (
    Actor,
    Article,
    ArticleParty,
    Author,
    Event,
    EventActor,
    Figure,
    Link,
    Location,
    Mention,
    Numberer,
    Party,
    Quote,
    Record,
    RelatedDate,
    Section,
    SourceFacts,
    Span,
    slug,
)
from ccdata.records.terms import EventType
from ccdata.testing.story import Entry, Named, Passage, Quotation, Story

ARTICLE = "cc-1-1-x-y"
NOTHING: dict[str, Any] = {"anchors": (), "gaps": (), "corrections": ()}


def perfect_records(story: Story) -> list[Record]:
    """Return the records of a story."""
    return list(_Reader(story).records())


class _Reader:
    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = "\n".join(passage.text for passage in story.passages)
        self.numberer = Numberer(ARTICLE)
        named = [named for passage in story.passages for named in passage.named]
        self.named = {each.name: each for each in named}
        self.places: dict[int, int] = {}
        at = 0
        for passage in story.passages:
            self.places[id(passage)] = at
            at += len(passage.text) + 1

    def records(self) -> Iterator[Record]:
        yield self.article()
        for number, entry in enumerate(self.story.entries, start=1):
            yield self.event(number, entry)
        for passage in self.story.passages:
            yield from self.quotes(passage)
            yield from (self.mention(passage, named) for named in passage.named)
        yield from (self.actor(named) for named in self.named.values())

    def span(self, passage: Passage, words: str) -> Span:
        start = self.places[id(passage)] + passage.text.index(words)
        return Span.of(self.text, start, start + len(words))

    def actor_id(self, name: str) -> str | None:
        return f"actor:{slug(name)}" if name in self.named else None

    def article(self) -> Article:
        front = self.story.front
        first, last = front.period
        end = dt.date(front.year, last, calendar.monthrange(front.year, last)[1])
        somewhere = Span.of(self.text, 0, 1)
        chapters = self.story.chapters
        captions = [caption for chapter in chapters for caption in chapter.captions]
        return Article(
            record_type="article", id=ARTICLE, article_id=ARTICLE, journal=front.journal, title=front.title,
            relationship=front.relationship,
            parties=tuple(
                ArticleParty(name=side.name, kind="country", country=side.country) for side in front.sides
            ),
            authors=tuple(Author(name=a.name, affiliation=a.affiliation) for a in front.authors),
            volume=front.volume, issue=front.issue, published=front.published,
            published_as_printed=front.published_as_printed, first_page=front.first_page,
            last_page=front.last_page, citation=None, url=None,
            period_start=dt.date(front.year, first, 1), period_end=end,
            abstract=" ".join(passage.text for passage in self.story.abstract) or None,
            sections=tuple(
                Section(heading=c.heading.text, level=1, span=somewhere, start=0, end=1) for c in chapters
            ),
            figures=tuple(
                Figure(number=c.number, caption=c.text, credit=c.credit, span=somewhere) for c in captions
            ),
            links=tuple(
                Link(text=run.text, url=run.url, span=self.span(passage, run.text))
                for passage in self.story.passages for run in passage.links
            ),
            source=SourceFacts(
                name="x", media_type="text/plain", layout="x",
                sha256=hashlib.sha256(self.text.encode()).hexdigest(), length=len(self.text),
            ),
            language="en", **NOTHING,
        )  # fmt: skip

    def event(self, number: int, entry: Entry) -> Event:
        label = entry.label
        span = self.span(entry.body, entry.body.text)
        return Event(
            record_type="event", id=self.numberer.name("event", entry.body.text), article_id=ARTICLE,
            ordinal=number, date_text=label.text if label else None, date_span=None,
            date_start=label.interval.start if label else None,
            date_end=label.interval.end if label else None,
            date_edtf=label.interval.edtf if label else None,
            date_precision=label.interval.precision if label else "unknown",
            text=entry.body.text, span=span,
            actors=tuple(
                EventActor(
                    actor_id=self.actor_id(part.name), text=part.name, span=span, country=part.country,
                    role_title=None, role_span=None, office=None, method="alias", role=part.roles[0],
                )
                for part in entry.parts
            ),
            countries=entry.countries,
            event_type=_type_of(entry), event_mode=None,
            contexts=(), quad_code=None, magnitude=None, cc_type=None, status="asserted", basis=None,
            codebook_version=None, medium=entry.medium or "unknown",
            location=Location(name=entry.location, country=None, span=span) if entry.location else None,
            related_dates=tuple(
                RelatedDate(
                    text=r.text, span=self.span(entry.body, r.text), date_edtf=r.edtf, anchor_date=None
                )
                for r in entry.related
            ),
            happenings=(), quote_ids=(), links=(), passages=(), same_as=(), **NOTHING,
        )  # fmt: skip

    def quotes(self, passage: Passage) -> Iterator[Quote]:
        made: dict[str, str] = {}
        last: str | None = None
        for quotation in passage.quotations:
            name = self.numberer.name("quote", quotation.kind, quotation.text)
            yield self.quote(passage, quotation, name, made.get(quotation.within or ""), last)
            made[quotation.text] = name
            last = name

    def quote(
        self, passage: Passage, quotation: Quotation, name: str, outer: str | None, last: str | None
    ) -> Quote:
        span = self.span(passage, quotation.text)
        return Quote(
            record_type="quote", id=name, article_id=ARTICLE, kind=quotation.kind, text=quotation.text,
            span=span, within=outer,
            speakers=tuple(self.party(speaker, span) for speaker in quotation.speakers),
            attribution=quotation.attribution, cue=quotation.cue, cue_text=None, cue_span=None, addressees=(),
            reported_via=tuple(self.party(via, span) for via in quotation.via), stance=quotation.stance,
            date_edtf=None, date_basis=None, native_text=quotation.native_text, native_span=None,
            native_language=quotation.native_language, continues=last if quotation.continues else None,
            event_id=None, section=None, same_as=(), **NOTHING,
        )  # fmt: skip

    def party(self, name: str, span: Span) -> Party:
        return Party(
            actor_id=self.actor_id(name), text=name, span=span, country=None, role_title=None,
            role_span=None, office=None, method="alias",
        )  # fmt: skip

    def mention(self, passage: Passage, named: Named) -> Mention:
        return Mention(
            record_type="mention", id=self.numberer.name("mention", "alias", named.text), article_id=ARTICLE,
            actor_id=self.actor_id(named.name), text=named.text, span=self.span(passage, named.text),
            role_title=named.title, role_span=None, method="alias",
        )  # fmt: skip

    def actor(self, named: Named) -> Actor:
        return Actor(
            record_type="actor", id=f"actor:{slug(named.name)}", name=named.name, family_name=None,
            given_name=None, kind=named.kind, country=named.country, native_name=None, aliases=(),
            identifiers=(), occupancies=(), curated=False,
        )  # fmt: skip


def _type_of(entry: Entry) -> EventType | None:
    types = cast("tuple[EventType, ...]", entry.types)
    return None if entry.types[:1] in {(), ("none",)} else types[0]
