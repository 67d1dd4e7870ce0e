"""Hand-written records of two small articles: what the examples and the tests of the checks start from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from ccdata.export import write_release
from ccdata.link import Part
from ccdata.records import (
    RECORD_TYPES,
    Actor,
    Anchor,
    Article,
    ArticleParty,
    Author,
    Event,
    EventActor,
    Figure,
    Finding,
    Gap,
    Happening,
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
)
from ccdata.records.ids import event_part
from ccdata.records.shard import Shard
from ccdata.records.terms import ActorKind

FIRST_TEXT = """\
COMPARATIVE CONNECTIONS

AUSTRALIA-JAPAN RELATIONS

A QUIET SEASON

ANNA MODEL, UNIVERSITY OF EXAMPLES

Little happened, and it happened slowly.

**Talks & more talks**

"We keep talking," said Foreign Minister Ren Ito in Canberra. He called it "the long road
to Perth" later.

Figure 1 Ren Ito in Canberra. Photo: <u>Example Press</u>

CHRONOLOGY OF AUSTRALIA-JAPAN RELATIONS

JANUARY – APRIL 2031

- **Jan. 5, 2031:** Foreign Minister Ren Ito <u>meets</u> Prime Minister Joan Doe in Canberra and says \
"the door is open." Joan Doe visited Tokyo on Dec. 1, 2030.
- **Feb. 2–4, 2031:** Australia and Japan hold a naval exercise off Perth.
**Early March 2031**: Japan sends a letter to Australia.
"""

SECOND_TEXT = """\
AUSTRALIA-JAPAN RELATIONS

CHRONOLOGY OF AUSTRALIA-JAPAN RELATIONS

MAY – AUGUST 2031

- **May 7, 2031:** Foreign Minister Ren Ito returns to Canberra.
- **May 7, 2031:** Foreign Minister Ren Ito returns to Canberra.
"""


class Scribe:
    """Writes records of one article: spans by the words they quote."""

    def __init__(self, article_id: str, text: str) -> None:
        self.article_id = article_id
        self.text = text
        self.numberer = Numberer(article_id)

    def span(self, exact: str, after: str = "") -> Span:
        start = self.text.index(exact, self.text.index(after))
        return Span.of(self.text, start, start + len(exact))

    def line(self, begin: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(begin, start + 1)
        return Span.of(self.text, start, self.text.index("\n", start))

    def party(self, actor_id: str | None, words: str, after: str, **more: Any) -> dict[str, Any]:
        title = more.pop("title", None)
        return {
            "actor_id": actor_id,
            "text": words,
            "span": self.span(words, after),
            "country": None,
            "role_title": title,
            "role_span": self.span(title, after) if title else None,
            "office": None,
            "method": "alias",
            **more,
        }

    def event(self, entry: Span, date_text: str | None, body: str, **more: Any) -> Event:
        found = {
            "record_type": "event",
            "id": self.numberer.name("event", body),
            "article_id": self.article_id,
            "date_text": date_text,
            "date_span": self.span(date_text, entry.exact) if date_text else None,
            "text": body,
            "span": entry,
            **_NO_EVENT_FACTS,
            **more,
        }
        return Event(**found)

    def mention(self, actor_id: str | None, words: str, after: str, event: Event | None = None) -> Mention:
        part = event_part(event.id) if event else ""
        return Mention(
            record_type="mention",
            id=self.numberer.name("mention", words, part),
            article_id=self.article_id,
            actor_id=actor_id,
            text=words,
            span=self.span(words, after),
            role_title=None,
            role_span=None,
            method="alias",
        )

    def source(self) -> SourceFacts:
        return SourceFacts(
            name=f"{self.article_id}.txt",
            media_type="text/plain",
            layout="pacific-forum",
            sha256=sha256(self.text.encode()).hexdigest(),
            length=len(self.text),
        )


_NO_EVENT_FACTS: dict[str, Any] = {
    "actors": (), "countries": (), "event_type": None, "event_mode": None, "contexts": (), "quad_code": None,
    "magnitude": None, "cc_type": None, "status": "asserted", "basis": None, "codebook_version": None,
    "medium": "unknown", "location": None, "related_dates": (), "happenings": (),
    "quote_ids": (), "links": (),
    "passages": (),
    "same_as": (), "anchors": (), "gaps": (), "corrections": (),
}  # fmt: skip
_NO_QUOTE_FACTS: dict[str, Any] = {
    "within": None, "addressees": (), "reported_via": (), "stance": "asserted", "date_edtf": None,
    "date_basis": None, "native_text": None, "native_span": None, "native_language": None, "continues": None,
    "event_id": None, "section": None, "same_as": (), "anchors": (), "gaps": (), "corrections": (),
}  # fmt: skip


def sample_shards() -> tuple[Shard, Shard]:
    """Two articles of one pair of states, the second without front matter."""
    return _first(), _second()


def _first() -> Shard:
    scribe = Scribe("cc-33-1-australia-japan", FIRST_TEXT)
    events = _first_events(scribe)
    quotes = _first_quotes(scribe, events[0])
    linked = events[0].model_copy(update={"quote_ids": (quotes[2].id,)})
    mentions = (
        scribe.mention("actor:ren-ito", "Ren Ito", '"We keep'),
        scribe.mention("actor:ren-ito", "Ren Ito", "Jan. 5, 2031", linked),
        scribe.mention(f"actor:{scribe.article_id}:joan-doe", "Joan Doe", "Jan. 5, 2031", linked),
        scribe.mention(f"actor:{scribe.article_id}:joan-doe", "Joan Doe", "is open", linked),
    )
    finding = Finding(
        record_type="finding",
        id=scribe.numberer.name("finding", "date-outside-period", "related_dates", "Dec. 1, 2030"),
        article_id=scribe.article_id,
        code="date-outside-period",
        severity="note",
        message="Dec. 1, 2030 lies before the period",
        record_id=linked.id,
        field="related_dates",
        span=scribe.span("Dec. 1, 2030"),
    )
    return Shard(
        article=_first_article(scribe),
        events=(linked, *events[1:]),
        quotes=quotes,
        actors=(_actor("actor:australia", "Australia", "country"), _person(scribe), *_curated()),
        mentions=mentions,
        findings=(finding,),
        text=FIRST_TEXT,
    )


def _curated() -> tuple[Actor, ...]:
    return _actor("actor:japan", "Japan", "country"), _actor("actor:ren-ito", "Ren Ito", "person")


def _actor(actor_id: str, name: str, kind: ActorKind) -> Actor:
    return Actor(
        record_type="actor",
        id=actor_id,
        name=name,
        family_name=None,
        given_name=None,
        kind=kind,
        country={"Australia": "AUS"}.get(name, "JPN"),
        native_name=None,
        aliases=(),
        identifiers=(),
        occupancies=(),
        curated=True,
    )


def _person(scribe: Scribe) -> Actor:
    made = _actor(f"actor:{scribe.article_id}:joan-doe", "Joan Doe", "person")
    return made.model_copy(update={"curated": False, "country": "AUS"})


def _first_article(scribe: Scribe) -> Article:
    return Article(
        record_type="article",
        id=scribe.article_id,
        article_id=scribe.article_id,
        journal="Comparative Connections",
        title="A Quiet Season",
        relationship="Australia-Japan Relations",
        parties=tuple(
            ArticleParty(name=name, kind="country", country=code)
            for name, code in (("Australia", "AUS"), ("Japan", "JPN"))
        ),
        authors=(Author(name="Anna Model", affiliation="University of Examples"),),
        volume=33,
        issue=1,
        published="2031-05",
        published_as_printed=None,
        first_page=None,
        last_page=None,
        citation=None,
        url=None,
        period_start=dt.date(2031, 1, 1),
        period_end=dt.date(2031, 4, 30),
        abstract="Little happened, and it happened slowly.",
        sections=_sections(scribe),
        figures=(
            Figure(
                number=1,
                caption="Ren Ito in Canberra.",
                credit="Example Press",
                span=scribe.line("Figure 1"),
            ),
        ),
        links=(Link(text="Example Press", url=None, span=scribe.span("<u>Example Press</u>")),),
        source=scribe.source(),
        language="en",
        anchors=(
            Anchor(field="title", span=scribe.span("A QUIET SEASON")),
            Anchor(field="authors.0.name", span=scribe.span("ANNA MODEL")),
            Anchor(field="abstract", span=scribe.line("Little happened")),
        ),
        gaps=(Gap(field="citation", reason="not_printed"),),
        corrections=(),
    )


def _sections(scribe: Scribe) -> tuple[Section, ...]:
    heading = scribe.span("**Talks & more talks**")
    chronology = scribe.span("CHRONOLOGY OF AUSTRALIA-JAPAN RELATIONS")
    return (
        Section(heading="Talks & more talks", level=1, span=heading, start=heading.end, end=chronology.start),
        Section(
            heading="CHRONOLOGY OF AUSTRALIA-JAPAN RELATIONS",
            level=1,
            span=chronology,
            start=chronology.end,
            end=len(scribe.text),
        ),
    )


def _first_events(scribe: Scribe) -> tuple[Event, ...]:
    meeting = scribe.line("- **Jan. 5")
    exercise = scribe.line("- **Feb. 2")
    letter = scribe.line("**Early March")
    return (
        scribe.event(
            meeting,
            "Jan. 5, 2031",
            "Foreign Minister Ren Ito meets Prime Minister Joan Doe in Canberra and says "
            '"the door is open." Joan Doe visited Tokyo on Dec. 1, 2030.',
            ordinal=1,
            date_start=dt.date(2031, 1, 5),
            date_end=dt.date(2031, 1, 5),
            date_edtf="2031-01-05",
            date_precision="day",
            actors=(
                EventActor(
                    **scribe.party("actor:ren-ito", "Ren Ito", meeting.exact, title="Foreign Minister"),
                    role="source",
                ),
                EventActor(
                    **scribe.party(f"actor:{scribe.article_id}:joan-doe", "Joan Doe", meeting.exact),
                    role="target",
                ),
            ),
            countries=("AUS", "JPN"),
            event_type="CONSULT",
            medium="in_person",
            location=Location(name="Canberra", country="AUS", span=scribe.span("Canberra", meeting.exact)),
            related_dates=(
                RelatedDate(
                    text="Dec. 1, 2030",
                    span=scribe.span("Dec. 1, 2030"),
                    date_edtf="2030-12-01",
                    anchor_date=None,
                ),
            ),
            happenings=(
                Happening(
                    text="Joan Doe visited Tokyo",
                    span=scribe.span("Joan Doe visited Tokyo"),
                    date_edtf="2030-12-01",
                    medium="in_person",
                    event_type="CONSULT",
                    event_mode=None,
                    status="asserted",
                    basis=None,
                ),
            ),
            links=(Link(text="meets", url=None, span=scribe.span("<u>meets</u>")),),
            magnitude=1.0,
            gaps=(Gap(field="event_mode", reason="no_rule"),),
        ),
        scribe.event(
            exercise,
            "Feb. 2–4, 2031",
            "Australia and Japan hold a naval exercise off Perth.",
            ordinal=2,
            date_start=dt.date(2031, 2, 2),
            date_end=dt.date(2031, 2, 4),
            date_edtf="2031-02-02/2031-02-04",
            date_precision="range",
        ),
        scribe.event(
            letter,
            "Early March 2031",
            "Japan sends a letter to Australia.",
            ordinal=3,
            date_start=dt.date(2031, 3, 1),
            date_end=dt.date(2031, 3, 10),
            date_edtf="2031-03-01/2031-03-10~",
            date_precision="part_of_month",
        ),
    )


def _first_quotes(scribe: Scribe, meeting: Event) -> tuple[Quote, ...]:
    speaker = Party(**scribe.party("actor:ren-ito", "Ren Ito", '"We keep', title="Foreign Minister"))
    host = Party(**scribe.party("actor:ren-ito", "Ren Ito", "Jan. 5, 2031"))
    talking = scribe.span("We keep talking,")
    road = scribe.span("the long road\nto Perth")
    door = scribe.span("the door is open.")
    section = "Talks & more talks"
    return (
        _quote(
            scribe, "direct", "We keep talking,", talking, speakers=(speaker,), cue="said", section=section
        ),
        _quote(scribe, "fragment", "the long road to Perth", road, speakers=(), cue=None, section=section),
        _quote(
            scribe, "direct", "the door is open.", door, speakers=(host,), cue="says", event_id=meeting.id
        ),
    )


def _quote(scribe: Scribe, kind: str, text: str, span: Span, **more: Any) -> Quote:
    event_id, speakers, cue = more.get("event_id"), more.pop("speakers"), more.pop("cue")
    found = {
        "record_type": "quote",
        "id": scribe.numberer.name("quote", text, event_part(event_id) if event_id else ""),
        "article_id": scribe.article_id,
        "kind": kind,
        "text": text,
        "span": span,
        "speakers": speakers,
        "attribution": "explicit" if speakers else "none",
        "cue": "say" if cue else None,
        "cue_text": cue,
        "cue_span": scribe.span(cue) if cue else None,
        **_NO_QUOTE_FACTS,
        **more,
    }
    return Quote(**found)


def _second() -> Shard:
    scribe = Scribe("cc-33-2-australia-japan", SECOND_TEXT)
    facts: dict[str, Any] = {
        "date_start": dt.date(2031, 5, 7),
        "date_end": dt.date(2031, 5, 7),
        "date_edtf": "2031-05-07",
        "date_precision": "day",
    }
    body = "Foreign Minister Ren Ito returns to Canberra."
    events = []
    for nth in range(2):
        entry = scribe.line("- **May 7", nth)
        date_span = Span.of(scribe.text, entry.start + 4, entry.start + 15)
        event = scribe.event(entry, "May 7, 2031", body, ordinal=nth + 1, **facts)
        events.append(event.model_copy(update={"date_span": date_span}))
    article = _first_article(Scribe("cc-33-1-australia-japan", FIRST_TEXT)).model_copy(
        update={
            "id": scribe.article_id, "article_id": scribe.article_id, "title": None, "issue": 2,
            "authors": (), "published": "2031-09", "abstract": None,
            "period_start": dt.date(2031, 5, 1),
            "period_end": dt.date(2031, 8, 31), "sections": (), "figures": (), "links": (),
            "source": scribe.source(), "anchors": (), "gaps": (Gap(field="title", reason="not_printed"),),
        }
    )  # fmt: skip
    return Shard(
        article=article,
        events=tuple(events),
        quotes=(),
        actors=(_actor("actor:ren-ito", "Ren Ito", "person"),),
        mentions=(),
        findings=(),
        text=SECOND_TEXT,
    )


def sample_records() -> dict[str, list[Record]]:
    """The records of both articles, by type, in the order of a release."""
    shards = sample_shards()
    found: dict[str, list[Record]] = {name: [] for name in RECORD_TYPES}
    for shard in shards:
        for record in shard.records():
            if record not in found[record.TYPE]:
                found[record.TYPE].append(record)
    found["actor"].sort(key=lambda actor: actor.model_dump()["id"])
    return found


class SampleRelease:
    """The sample as a release: a part per article, then the actors."""

    def parts(self) -> Iterator[Part]:
        for shard in sample_shards():
            records = [record for record in shard.records() if record.TYPE != "actor"]
            yield Part(records=tuple(records), texts={shard.article.id: shard.text})
        yield Part(records=tuple(sample_records()["actor"]), texts={})


def write_sample(folder: Path, *, formats: tuple[str, ...] = ("jsonl",), texts: bool = True) -> Path:
    """Write the sample as a whole release."""
    write_release(SampleRelease(), folder, formats, texts=texts)
    return folder
