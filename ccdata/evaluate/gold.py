"""Gold: what a careful reader found in an article, and which other answers also count.

    file    = header article? actor* event* quote* mention*      (JSON Lines, each group in text order)
    header  = the source and its hash, how the annotation was made, and the stretches it covers

`alt_*` lists the other answers that count as right; `optional` marks what is right when found and
not wrong when missed. Spans are canonical, as in the records.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from ccdata.errors import RecordError, UsageError
from ccdata.records import Span, path_of
from ccdata.records.base import Alpha3, Count, Day, Edtf, Month, Shape, Text
from ccdata.records.shapes import ActorId
from ccdata.records.terms import (
    ActorKind,
    Attribution,
    CcType,
    DateBasis,
    DatePrecision,
    EventType,
    Medium,
    Method,
    PartyKind,
    QuoteKind,
    Role,
    Stance,
    Status,
)

Note = str
"""A remark of the annotator; may be empty."""


class Extent(Shape):
    """A stretch of the canonical text."""

    start: Count
    """Its first character."""
    end: Count
    """Behind its last character."""


class GoldHeader(Shape):
    """What was annotated, and how."""

    record_type: Literal["gold_header"]
    article_id: Text
    """The article's id."""
    source: Text
    """The source, relative to the gold file."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """Hash of the source's bytes: gold fits this text and no other."""
    annotation: Literal["first", "second"]
    """The measure itself, or an independent second reading of a part."""
    annotated: Text
    """How, when and by whom."""
    sample: tuple[Extent, ...]
    """The stretches a second reading covers; empty for the whole article."""


class GoldParty(Shape):
    """One side of the relationship."""

    name: Text
    kind: PartyKind
    country: Alpha3 | None


class GoldAuthor(Shape):
    """An author as printed."""

    name: Text
    affiliation: Text | None


class GoldSection(Shape):
    """A heading."""

    heading: Text
    level: Annotated[int, Field(ge=1, le=6)]
    span: Span


class GoldFigure(Shape):
    """A caption."""

    number: int | None
    caption: Text
    credit: Text | None
    span: Span


class GoldLink(Shape):
    """The words that carry a link."""

    text: Text
    url: Text | None
    span: Span


class GoldArticle(Shape):
    """The article's own fields."""

    record_type: Literal["gold_article"]
    id: Text
    journal: Text | None
    title: Text | None
    relationship: Text | None
    parties: tuple[GoldParty, ...]
    authors: tuple[GoldAuthor, ...]
    volume: int | None
    issue: int | None
    published: Month | None
    published_as_printed: Text | None
    first_page: int | None
    last_page: int | None
    citation: Text | None
    url: Text | None
    period_start: Day | None
    period_end: Day | None
    abstract: Text | None
    sections: tuple[GoldSection, ...]
    figures: tuple[GoldFigure, ...]
    links: tuple[GoldLink, ...]
    """All links of the article, those of the chronology included."""
    language: Text
    spans: dict[str, Span]
    """Where each field is printed."""
    alt_spans: dict[str, tuple[Span, ...]]
    """Where else."""
    note: Note


class GoldEventActor(Shape):
    """A party to an entry, in its role; `id` null = described, not named."""

    id: ActorId | None
    alt_ids: tuple[ActorId, ...]
    name: Text
    role: Role
    alt_roles: tuple[Role, ...]
    mention: Text | None
    span: Span | None
    optional: bool


class GoldLocation(Shape):
    """Where the act took place."""

    name: Text
    country: Alpha3 | None
    span: Span


class GoldRelatedDate(Shape):
    """Another date in the entry."""

    text: Text
    span: Span
    date_edtf: Text | None
    optional: bool


class GoldHappening(Shape):
    """A further act in the entry."""

    text: Text
    span: Span
    date_edtf: Edtf | None
    medium: Medium
    event_type: EventType | None
    alt_event_types: tuple[EventType | None, ...]
    status: Status
    optional: bool


class GoldPassage(Shape):
    """A sentence of the narrative that tells the same."""

    span: Span
    optional: bool


class GoldEvent(Shape):
    """One entry of the chronology."""

    record_type: Literal["gold_event"]
    ordinal: Annotated[int, Field(ge=1)]
    span: Span
    body_start: Count
    text: Text
    date_text: Text | None
    date_span: Span | None
    date_start: Day | None
    date_end: Day | None
    date_edtf: Edtf | None
    date_precision: DatePrecision
    actors: tuple[GoldEventActor, ...]
    countries: tuple[Alpha3, ...]
    alt_countries: tuple[tuple[Alpha3, ...], ...]
    event_type: EventType | None
    alt_event_types: tuple[EventType | None, ...]
    event_mode: Text | None
    alt_event_modes: tuple[Text | None, ...]
    cc_type: CcType | None
    alt_cc_types: tuple[CcType | None, ...]
    status: Status
    alt_status: tuple[Status, ...]
    medium: Medium
    alt_media: tuple[Medium, ...]
    location: GoldLocation | None
    alt_locations: tuple[Text | None, ...]
    contexts: tuple[Text, ...]
    alt_contexts: tuple[Text, ...]
    related_dates: tuple[GoldRelatedDate, ...]
    happenings: tuple[GoldHappening, ...]
    """Further acts only: the entry's main act is the event itself."""
    passages: tuple[GoldPassage, ...]
    note: Note


class GoldWho(Shape):
    """A speaker, addressee or channel; `id` null = described, not named."""

    id: ActorId | None
    text: Text
    span: Span
    optional: bool


class GoldQuote(Shape):
    """A quotation."""

    record_type: Literal["gold_quote"]
    n: Annotated[int, Field(ge=1)]
    """Number in the file, in text order."""
    text: Text
    span: Span
    marks: Literal["double", "single", "none"]
    optional: bool
    kind: QuoteKind
    alt_kinds: tuple[QuoteKind, ...]
    speakers: tuple[GoldWho, ...]
    alt_speakers: tuple[tuple[ActorId | None, ...], ...]
    attribution: Attribution
    alt_attributions: tuple[Attribution, ...]
    cue: Text | None
    alt_cues: tuple[Text | None, ...]
    cue_span: Span | None
    addressees: tuple[GoldWho, ...]
    reported_via: tuple[GoldWho, ...]
    stance: Stance
    date_edtf: Edtf | None
    alt_dates: tuple[Edtf | None, ...]
    date_basis: DateBasis | None
    native_text: Text | None
    alt_native_texts: tuple[Text, ...]
    native_span: Span | None
    native_language: Text | None
    continues: int | None
    alt_continues: tuple[int | None, ...]
    within: int | None
    same_as: tuple[int, ...]
    event_ordinal: int | None
    note: Note


class GoldActor(Shape):
    """Somebody the article names."""

    record_type: Literal["gold_actor"]
    id: ActorId
    name: Text
    kind: ActorKind
    country: Alpha3 | None
    optional: bool
    note: Note


class GoldMention(Shape):
    """A place where an actor is named."""

    record_type: Literal["gold_mention"]
    actor_id: ActorId
    span: Span
    text: Text
    method: Method
    optional: bool
    note: Note


GoldRecord = Annotated[
    GoldHeader | GoldArticle | GoldEvent | GoldQuote | GoldActor | GoldMention,
    Field(discriminator="record_type"),
]
_LINE: TypeAdapter[Any] = TypeAdapter(GoldRecord)


class Gold(Shape):
    """One gold file, read."""

    path: Path
    header: GoldHeader
    article: GoldArticle | None
    actors: tuple[GoldActor, ...]
    events: tuple[GoldEvent, ...]
    quotes: tuple[GoldQuote, ...]
    mentions: tuple[GoldMention, ...]


def gold_schema() -> dict[str, Any]:
    """Return the JSON Schema of one gold line."""
    made = _LINE.json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A line of gold", **made}


def load_gold(path: Path) -> Gold:
    """Read a gold file. Raises RecordError with line and path, UsageError where it is no gold file."""
    rows = [_read(line, f"{path}:{number}") for number, line in enumerate(_lines(path), 1)]
    if not rows or not isinstance(rows[0], GoldHeader):
        raise UsageError(f"{path}: not a gold file: its first line is no gold_header")
    return Gold(
        path=path,
        header=rows[0],
        article=next((row for row in rows if isinstance(row, GoldArticle)), None),
        actors=tuple(row for row in rows if isinstance(row, GoldActor)),
        events=tuple(row for row in rows if isinstance(row, GoldEvent)),
        quotes=tuple(row for row in rows if isinstance(row, GoldQuote)),
        mentions=tuple(row for row in rows if isinstance(row, GoldMention)),
    )


def gold_files(path: Path) -> list[Path]:
    """Return the gold files a path names: itself, or the `*.jsonl` of a folder, in order of names."""
    if path.is_dir():
        files = sorted(path.glob("*.jsonl"))
        if not files:
            raise UsageError(f"{path}: no gold file (*.jsonl) in this folder")
        return files
    if not path.is_file():
        raise UsageError(f"{path}: no such file or folder")
    return [path]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None


def _read(line: str, where: str) -> Any:
    try:
        return _LINE.validate_json(line, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        raise RecordError(where, path_of(first["loc"]), first["msg"]) from None
