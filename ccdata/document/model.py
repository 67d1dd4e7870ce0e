"""A document: one source, understood as an article, nothing interpreted yet.

Every part keeps its place: blocks are clean text that knows its canonical characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ccdata.document.dates import DateLabel
from ccdata.records.remarks import Remark
from ccdata.records.spans import Span
from ccdata.source.clean import Block, CleanText
from ccdata.source.reading import Reading

Place = Literal[
    "masthead", "title", "byline", "abstract", "citation", "heading", "body", "caption", "chronology"
]
"""Where a block stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A value as read, with the characters it was read from."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One author as printed."""

    name: Printed
    affiliation: Printed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What stands before the text; null where the source does not print it."""

    journal: Printed | None = None
    relationship: Printed | None = None
    title: Printed | None = None
    authors: tuple[Byline, ...] = ()
    volume: Printed | None = None
    issue: Printed | None = None
    published: Printed | None = None
    pages: Printed | None = None
    citation: Printed | None = None
    period: Printed | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of running text, joined where a page cut it."""

    block: Block
    place: Place
    quoted: bool = False
    """Set off as a block quotation by its markup or indentation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section: its heading, and the paragraphs under it (body text or captions, in order)."""

    heading: Block | None
    level: int
    start: int
    end: int
    paragraphs: tuple[Paragraph, ...]
    chronology: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A figure's caption."""

    block: Block
    number: int | None
    caption: Printed
    credit: Printed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the chronology; `label` is null where the source has lost the date."""

    ordinal: int
    span: Span
    label: DateLabel | None
    date_span: Span | None
    body: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block with what is known of its place: the unit of work of every extractor."""

    block: Block
    place: Place
    section: str | None
    entry: Entry | None
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source, understood."""

    reading: Reading
    clean: CleanText
    layout: str
    front: FrontMatter
    abstract: tuple[Paragraph, ...]
    parts: tuple[Part, ...]
    captions: tuple[Caption, ...]
    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...] = field(default=())

    def placed(self) -> Iterator[Placed]:
        """Yield every block of running text in reading order: abstract, citation, sections, entries."""
        for paragraph in self.abstract:
            yield Placed(block=paragraph.block, place=paragraph.place, section=None, entry=None)
        for part in self.parts:
            yield from _placed_part(part)
        section = next((p.heading.text for p in self.parts if p.chronology and p.heading), None)
        for entry in self.entries:
            if entry.body.text:
                yield Placed(block=entry.body, place="chronology", section=section, entry=entry)


def _placed_part(part: Part) -> Iterator[Placed]:
    section = part.heading.text if part.heading else None
    if part.heading is not None:
        yield Placed(block=part.heading, place="heading", section=section, entry=None)
    for paragraph in part.paragraphs:
        yield Placed(
            block=paragraph.block, place=paragraph.place, section=section, entry=None, quoted=paragraph.quoted
        )
