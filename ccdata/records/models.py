"""The records of a release: Article, Event, Quote, Actor, Mention, Finding, Redirect."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from ccdata.records.base import Alpha3, Day, Edtf, Month, Record, Text
from ccdata.records.ids import ARTICLE_PATTERN
from ccdata.records.shapes import (
    ActorId,
    Anchor,
    ArticleParty,
    Author,
    Basis,
    Correction,
    EventActor,
    Figure,
    Gap,
    Happening,
    Identifier,
    Link,
    Location,
    Occupancy,
    Party,
    Passage,
    RelatedDate,
    Section,
    SourceFacts,
)
from ccdata.records.spans import Span
from ccdata.records.terms import (
    ActorKind,
    Attribution,
    CcType,
    DateBasis,
    DatePrecision,
    EventType,
    Medium,
    Method,
    QuoteKind,
    Severity,
    Stance,
    Status,
)

SCHEMA_VERSION = "1.0"
"""The version of these shapes: a minor step adds nullable or list fields and enum values."""

ArticleId = Annotated[str, StringConstraints(pattern=rf"^{ARTICLE_PATTERN}$")]


def _numbered(letter: str) -> str:
    return rf"^{ARTICLE_PATTERN}:{letter}:[0-9a-f]{{8}}(?:-[1-9][0-9]*)?$"


EventId = Annotated[str, StringConstraints(pattern=_numbered("e"))]
QuoteId = Annotated[str, StringConstraints(pattern=_numbered("q"))]
MentionId = Annotated[str, StringConstraints(pattern=_numbered("m"))]
FindingId = Annotated[
    str, StringConstraints(pattern=rf"^(?:{ARTICLE_PATTERN}|release):f:[0-9a-f]{{8}}(?:-[1-9][0-9]*)?$")
]


class Article(Record):
    """One article of the journal: its front matter, its sections, figures and links."""

    TYPE: ClassVar[str] = "article"

    record_type: Literal["article"]
    """Always `article`."""
    id: ArticleId
    """`cc-<volume>-<issue>-<pair>`, or derived where the page prints no volume."""
    article_id: ArticleId
    """The same as `id`."""
    journal: Text | None
    """The journal's name."""
    title: Text | None
    """The article's title, in title case."""
    relationship: Text | None
    """The relationship it is about: "China-Russia Relations"."""
    parties: tuple[ArticleParty, ...]
    """The sides of the relationship."""
    authors: tuple[Author, ...]
    """The authors, in printed order."""
    volume: Annotated[int, Field(ge=1)] | None
    """The volume."""
    issue: Annotated[int, Field(ge=1)] | None
    """The issue within the volume."""
    published: Month | None
    """The month in which the issue appeared."""
    published_as_printed: Text | None
    """What the page prints."""
    first_page: Annotated[int, Field(ge=1)] | None
    """First page in the issue."""
    last_page: Annotated[int, Field(ge=1)] | None
    """Last page in the issue."""
    citation: Text | None
    """The preferred citation, as printed."""
    url: Text | None
    """The article's address, where the source has it."""
    period_start: Day | None
    """First day of the period covered."""
    period_end: Day | None
    """Last day of the period covered."""
    abstract: Text | None
    """The abstract, clean; paragraphs joined by a space."""
    sections: tuple[Section, ...]
    """Headings in order, the chronology's included."""
    figures: tuple[Figure, ...]
    """Figure captions in order."""
    links: tuple[Link, ...]
    """All links outside the chronology's entries, in order."""
    source: SourceFacts
    """What was read."""
    language: Text
    """Language of the text (BCP 47)."""
    anchors: tuple[Anchor, ...]
    """Where each scalar was read."""
    gaps: tuple[Gap, ...]
    """Why a field is null."""
    corrections: tuple[Correction, ...]
    """Slips of the source, corrected with a reason."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        _require_order(self.period_start, self.period_end, "period")
        if self.id != self.article_id:
            raise ValueError("an article's article_id is its id")
        if self.first_page is not None and self.last_page is not None and self.first_page > self.last_page:
            raise ValueError("the pages run backward")
        return self


class Event(Record):
    """One dated entry of the chronology."""

    TYPE: ClassVar[str] = "event"

    record_type: Literal["event"]
    """Always `event`."""
    id: EventId
    """From the entry's own words."""
    article_id: ArticleId
    """The article it stands in."""
    ordinal: Annotated[int, Field(ge=1)]
    """Position in the chronology, from 1."""
    date_text: Text | None
    """The date as the label prints it."""
    date_span: Span | None
    """The date's characters."""
    date_start: Day | None
    """First day."""
    date_end: Day | None
    """Last day."""
    date_edtf: Edtf | None
    """The interval in EDTF."""
    date_precision: DatePrecision
    """How precise the label is."""
    text: Text
    """The entry's clean body, without the label."""
    span: Span
    """The whole entry, label included."""
    actors: tuple[EventActor, ...]
    """Who takes part, in which role."""
    countries: tuple[Alpha3, ...]
    """States that act or are acted on, themselves or through persons, bodies, metonyms."""
    event_type: EventType | None
    """PLOVER event type; null where none fits or no rule is sure."""
    event_mode: Text | None
    """PLOVER mode."""
    contexts: tuple[Text, ...]
    """PLOVER contexts, and our own with the prefix `cc:`."""
    quad_code: Annotated[int, Field(ge=1, le=4)] | None
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    magnitude: Annotated[float, Field(ge=-10, le=10)] | None
    """PLOVER score of type and mode."""
    cc_type: CcType | None
    """What PLOVER leaves out: statement, appointment, health ..."""
    status: Status
    """Whether the act is told as done, to come, denied, supposed or long past."""
    basis: Basis | None
    """Why the event has its type."""
    codebook_version: Text | None
    """Version of the codebook that gave the type."""
    medium: Medium
    """The medium of this entry's act."""
    location: Location | None
    """Where it took place."""
    related_dates: tuple[RelatedDate, ...]
    """Other dates in the entry."""
    happenings: tuple[Happening, ...]
    """Further acts in the entry."""
    quote_ids: tuple[QuoteId, ...]
    """Quotations that stand in the entry."""
    links: tuple[Link, ...]
    """Links in the entry."""
    passages: tuple[Passage, ...]
    """Where the narrative tells it too."""
    same_as: tuple[EventId, ...]
    """Events of other articles that tell the same happening."""
    anchors: tuple[Anchor, ...]
    """Where each scalar was read."""
    gaps: tuple[Gap, ...]
    """Why a field is null."""
    corrections: tuple[Correction, ...]
    """Slips of the source, corrected with a reason."""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _require_order(self.date_start, self.date_end, "date")
        if (self.date_start is None) != (self.date_precision == "unknown"):
            raise ValueError("a date is unknown exactly where there is none")
        return self


class Quote(Record):
    """A stretch of somebody's words, or words in quotation marks."""

    TYPE: ClassVar[str] = "quote"

    record_type: Literal["quote"]
    """Always `quote`."""
    id: QuoteId
    """From the words, and the entry they stand in."""
    article_id: ArticleId
    """The article it stands in."""
    kind: QuoteKind
    """What kind of quotation it is."""
    text: Text
    """The words between the marks, clean."""
    span: Span
    """The characters between the marks."""
    within: QuoteId | None
    """The outer quotation, for a nested one."""
    speakers: tuple[Party, ...]
    """Whose words they are."""
    attribution: Attribution
    """How the words are tied to the speakers."""
    cue: Text | None
    """The lemma of the word that ties them."""
    cue_text: Text | None
    """That word as printed, clean."""
    cue_span: Span | None
    """Its characters."""
    addressees: tuple[Party, ...]
    """Who is spoken to."""
    reported_via: tuple[Party, ...]
    """Through whom the words reached the author."""
    stance: Stance
    """Whether the speaker asserts the words or disputes them."""
    date_edtf: Edtf | None
    """When they were spoken, where the text says so."""
    date_basis: DateBasis | None
    """How the date is known."""
    native_text: Text | None
    """The original, clean of white space inside."""
    native_span: Span | None
    """Its characters."""
    native_language: Text | None
    """Its language (BCP 47)."""
    continues: QuoteId | None
    """The quotation that this one resumes."""
    event_id: EventId | None
    """The chronology entry it stands in."""
    section: Text | None
    """The heading it stands under."""
    same_as: tuple[QuoteId, ...]
    """Quotations with the same words elsewhere."""
    anchors: tuple[Anchor, ...]
    """Where each scalar was read."""
    gaps: tuple[Gap, ...]
    """Why a field is null."""
    corrections: tuple[Correction, ...]
    """Slips of the source, corrected with a reason."""


class Actor(Record):
    """A person, state, body, medium, unit or vessel that is named."""

    TYPE: ClassVar[str] = "actor"

    record_type: Literal["actor"]
    """Always `actor`."""
    id: ActorId
    """From the authority, or provisional."""
    name: Text
    """The name as its bearer's country orders it."""
    family_name: Text | None
    """Family name, for a person."""
    given_name: Text | None
    """Given name, for a person."""
    kind: ActorKind
    """What it is."""
    country: Alpha3 | None
    """The state it belongs to, or is."""
    native_name: Text | None
    """The name in its own script."""
    aliases: tuple[Text, ...]
    """Other forms of the name."""
    identifiers: tuple[Identifier, ...]
    """Its names in other lists."""
    occupancies: tuple[Occupancy, ...]
    """Offices held, with dates."""
    curated: bool
    """True where the record is the authority's, false where it was read from the article."""


class Mention(Record):
    """A place where an actor is named."""

    TYPE: ClassVar[str] = "mention"

    record_type: Literal["mention"]
    """Always `mention`."""
    id: MentionId
    """From the name, and the entry it stands in."""
    article_id: ArticleId
    """The article it stands in."""
    actor_id: ActorId | None
    """The actor; null where the name fits two."""
    text: Text
    """The name without its title, clean."""
    span: Span
    """The name's characters."""
    role_title: Text | None
    """The title as printed, clean."""
    role_span: Span | None
    """The title's characters."""
    method: Method
    """How the name was resolved."""


class Finding(Record):
    """What reading found wrong or doubtful; part of the release."""

    TYPE: ClassVar[str] = "finding"

    record_type: Literal["finding"]
    """Always `finding`."""
    id: FindingId
    """From the code and what it is about."""
    article_id: ArticleId | None
    """The article concerned; null for the release."""
    code: Annotated[str, StringConstraints(pattern=r"^[a-z]+(?:-[a-z]+)*$")]
    """A name in the catalogue (`ccdata explain CODE`)."""
    severity: Severity
    """error, warning or note."""
    message: Text
    """What was found, for people."""
    record_id: Text | None
    """The record concerned."""
    field: Text | None
    """The field concerned."""
    span: Span | None
    """The characters concerned."""


class Redirect(Record):
    """An id that was given up, and the one that took its place."""

    TYPE: ClassVar[str] = "redirect"

    record_type: Literal["redirect"]
    """Always `redirect`."""
    id: Text
    """The same as `old_id`."""
    article_id: ArticleId | None
    """The article concerned, if one."""
    old_id: Text
    """The id that was given up."""
    new_id: Text
    """The id to use."""
    since: Text
    """The release that made the change."""


RECORD_TYPES: dict[str, type[Record]] = {
    model.TYPE: model for model in (Article, Event, Quote, Actor, Mention, Finding, Redirect)
}
"""Every record type by its name, in the order in which a release lists them."""

PLURALS = {name: f"{name}s" for name in RECORD_TYPES}
"""The name of a record type's files and tables."""

MODEL_ONLY_RULES: dict[str, str] = {
    "real-days": "a day is a day of the calendar (2021-02-29 is none)",
    "span-length": "a span is as long as the characters it quotes",
    "date-order": "date_start is not after date_end, period_start not after period_end",
    "page-order": "first_page is not after last_page",
    "unknown-date": "date_precision is `unknown` exactly where date_start is null",
    "article-self": "an article's article_id is its id",
}
"""What only the models check: JSON Schema cannot say it."""


def _require_order(start: dt.date | None, end: dt.date | None, what: str) -> None:
    if (start is None) != (end is None):
        raise ValueError(f"a {what} has both ends or none")
    if start is not None and end is not None and start > end:
        raise ValueError(f"the {what} runs backward")
