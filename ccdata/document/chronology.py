"""The chronology: its heading, its period, its entries.

    chronology = heading [period] {entry}
    heading    = a short line that begins with "Chronology"
    period     = MONTH [YEAR] TO MONTH YEAR, in the heading or on the next line
    entry      = label body {continuation}
               | ": " body                       its date is lost
    run-on     = one paragraph of entries, told apart by their labels alone

Without a heading, the chronology begins at the first of three labelled chunks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from ccdata.document.chunks import Chunk
from ccdata.document.dates import DateLabel, find_dates, read_label
from ccdata.document.model import Entry, Printed
from ccdata.document.paragraphs import continues
from ccdata.document.years import YearKeeper
from ccdata.records.remarks import Remark
from ccdata.records.spans import Span
from ccdata.source.clean import Block, CleanText

_HEADING = re.compile(
    r"^(?:(?:a|the)\s)?(?:[\w.]+(?:[-–—/ ]{1,3}[\w.]+){0,4}\s)?chronolog(?:y|ies)\b", re.IGNORECASE
)
_LOST = re.compile(r"^:\s+(?=\S)")
_HEADING_WORDS = 14
_FEW = 3
_NEAR = 6
_WORDS_OF_SENTENCE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """The chronology's chunks: `first` is the index of its heading, or of its first entry."""

    first: int
    heading: Chunk | None
    period: Printed | None
    period_dates: tuple[dt.date, dt.date] | None
    chunks: tuple[Chunk, ...]


def find_chronology(chunks: Sequence[Chunk]) -> Chronology | None:
    """Find the chronology; None where there is none."""
    for place in reversed(range(len(chunks))):
        if is_chronology_heading(chunks[place]) and _followed(chunks, place):
            return _headed(chunks, place)
    labelled = [place for place, chunk in enumerate(chunks) if _is_entry(chunk) or is_run_on(chunk)]
    run_on = any(is_run_on(chunks[place]) for place in labelled)
    if len(labelled) < _FEW and not run_on:
        return None
    first = labelled[0]
    return Chronology(first=first, heading=None, period=None, period_dates=None, chunks=tuple(chunks[first:]))


def is_chronology_heading(chunk: Chunk) -> bool:
    """Say whether a chunk is the heading of a chronology."""
    return (
        bool(_HEADING.match(chunk.text))
        and len(chunk.text.split()) <= _HEADING_WORDS
        and chunk.text[-1] not in ".,;"
    )


def _followed(chunks: Sequence[Chunk], place: int) -> bool:
    """A heading counts if an entry stands near below it."""
    near = chunks[place + 1 : place + 1 + _NEAR]
    return any(_is_entry(chunk) or is_run_on(chunk) or _LOST.match(chunk.text) for chunk in near)


def _headed(chunks: Sequence[Chunk], place: int) -> Chronology:
    heading = chunks[place]
    period, dates = _period_in(heading)
    rest = list(chunks[place + 1 :])
    if period is None and rest and not _is_entry(rest[0]):
        period, dates = _period_in(rest[0])
        rest = rest[1:] if period else rest
    return Chronology(first=place, heading=heading, period=period, period_dates=dates, chunks=tuple(rest))


def _period_in(chunk: Chunk) -> tuple[Printed | None, tuple[dt.date, dt.date] | None]:
    """Find a range of months, or one month and year, in a heading."""
    if len(chunk.text.split()) > _HEADING_WORDS:
        return None, None
    for match in find_dates(chunk.text, year=None):
        if match.interval is not None and match.months is not None:
            printed = Printed(
                value=chunk.text[match.start : match.end], span=chunk.block.span(match.start, match.end)
            )
            return printed, (match.interval.start, match.interval.end)
    return None, None


def _is_entry(chunk: Chunk) -> bool:
    """A chunk that begins with a label: with a colon, or bold, or as a list item."""
    label = read_label(chunk.text, year=2000)
    if label is None or label.date.months is None or label.body_start >= len(chunk.text):
        return False
    if label.separator in (":", ";"):
        return True
    bold = any(m.kind == "bold" and m.start == 0 and m.end >= label.date.end for m in chunk.block.marks)
    return bold or chunk.kind == "bullet"


def is_run_on(chunk: Chunk) -> bool:
    """A chunk that holds three labels with a colon, or more."""
    return len(list(islice(inner_labels(chunk.text), _FEW))) == _FEW


def inner_labels(text: str, *, year: int | None = 2000) -> Iterator[tuple[int, DateLabel]]:
    """Yield the labels with a colon inside a text, with their places."""
    place = 0
    for match in find_dates(text, year=year):
        if match.start < place or match.months is None:
            continue
        label = read_label(text, year=year, start=match.start)
        if label is not None and label.separator == ":" and text[label.body_start - 1] == " ":
            yield match.start, label
            place = label.body_start


@dataclass(slots=True)
class _Draft:
    """An entry in the making: its pieces of text in order, as canonical ranges."""

    ranges: list[tuple[int, int]]
    block: Block
    label: DateLabel | None
    chunks: list[Chunk]


@dataclass(slots=True)
class EntryReader:
    """Reads the chunks of a chronology into entries; what is none of them is left in `unread`."""

    clean: CleanText
    years: YearKeeper
    unread: list[Chunk] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _drafts: list[_Draft] = field(default_factory=list)

    def read(self, chunks: Sequence[Chunk]) -> tuple[Entry, ...]:
        """Return the entries in printed order."""
        unlabelled = sum(1 for chunk in chunks if _is_entry(chunk)) == 0 and not any(map(is_run_on, chunks))
        for chunk in chunks:
            self._take(chunk, lost_list=unlabelled)
        entries = tuple(self._entry(number, draft) for number, draft in enumerate(self._drafts, start=1))
        self._compare(entries)
        return entries

    def _take(self, chunk: Chunk, *, lost_list: bool) -> None:
        label = self._label(chunk.text)
        if label is not None:
            self._open(chunk, label)
        elif _LOST.match(chunk.text) or (lost_list and chunk.kind == "bullet"):
            self._drafts.append(_Draft([(chunk.start, chunk.end)], chunk.block, None, [chunk]))
        elif self._drafts and self._belongs(chunk):
            draft = self._drafts[-1]
            draft.ranges.append((chunk.start, chunk.end))
            draft.chunks.append(chunk)
            draft.block = self.clean.block(draft.ranges)
        else:
            self.unread.append(chunk)

    def _belongs(self, chunk: Chunk) -> bool:
        """A paragraph without a label goes on with the entry above it."""
        if chunk.kind in ("aside", "heading") or chunk.bold:
            return False
        if continues(self._drafts[-1].chunks[-1], chunk):
            return True
        return len(chunk.text.split()) > _WORDS_OF_SENTENCE and chunk.text[-1] in '.!?"”’)'

    def _label(self, text: str, start: int = 0) -> DateLabel | None:
        """Read a label and give it its year."""
        label = read_label(text, year=None, start=start)
        if label is None or (label.date.months is None and label.separator == "none"):
            return None
        if not label.date.has_year:
            year = self.years.year_for(label.date.months[0] if label.date.months else None)
            label = read_label(text, year=year, start=start)
        if label is not None and label.date.interval is not None:
            self.years.note(label.date.interval.start)
        return label

    def _open(self, chunk: Chunk, label: DateLabel) -> None:
        """Open an entry, and one for each label that the same chunk runs on with."""
        text = chunk.text
        places = (
            [place for place, _ in inner_labels(text) if place >= label.body_start]
            if is_run_on(chunk)
            else []
        )
        cuts = [0, *places, len(text)]
        for start, end in pairwise(cuts):
            inner = label if start == 0 else self._label(text, start)
            if inner is None:
                continue
            piece = chunk.block if len(cuts) == 2 else chunk.block.cut(start, len(text[:end].rstrip()))  # noqa: PLR2004
            first = chunk.start if start == 0 else piece.start
            self._drafts.append(_Draft([(first, piece.end)], piece, _moved(inner, start), [chunk]))

    def _entry(self, ordinal: int, draft: _Draft) -> Entry:
        text = draft.block.text
        label, lost = draft.label, _LOST.match(text)
        body_start = label.body_start if label else lost.end() if lost else 0
        start, end = draft.ranges[0][0], draft.ranges[-1][1]
        end = start + len(self.clean.canonical[start:end].rstrip())
        span = Span.of(self.clean.canonical, start, end)
        self._remark(label, span, text)
        return Entry(
            ordinal=ordinal,
            span=span,
            label=label,
            date_span=draft.block.span(label.date.start, label.date.end) if label else None,
            body=draft.block.cut(body_start, len(text)) if body_start < len(text) else _nothing(draft.block),
        )

    def _remark(self, label: DateLabel | None, span: Span, text: str) -> None:
        if label is None:
            message = f"an entry without a date: {text[:60]}"
            self.remarks.append(Remark(code="date-lost", message=message, start=span.start, end=span.end))
        elif label.date.problem:
            message = f"the label says {text[label.date.start : label.date.end]!r}"
            self.remarks.append(
                Remark(code=label.date.problem, message=message, start=span.start, end=span.end)
            )

    def _compare(self, entries: Sequence[Entry]) -> None:
        """Note entries out of order, and outside the heading's period."""
        dated = [
            (entry, entry.label.date.interval.start)
            for entry in entries
            if entry.label and entry.label.date.interval
        ]
        newest_first = len(dated) > 1 and dated[0][1] > dated[-1][1]
        for (_, before), (entry, day) in pairwise(dated):
            if (day > before) if newest_first else (day < before):
                message = f"{day} stands below {before}"
                self.remarks.append(_at(entry, "date-out-of-order", message))
        if self.years.period is None:
            return
        first, last = self.years.period
        for entry, day in dated:
            if not first <= day <= last:
                self.remarks.append(
                    _at(entry, "date-outside-period", f"{day} is not between {first} and {last}")
                )


def _at(entry: Entry, code: str, message: str) -> Remark:
    return Remark(code=code, message=message, start=entry.span.start, end=entry.span.end)


def _moved(label: DateLabel, by: int) -> DateLabel:
    """Count a label's places from the start of its own piece."""
    if by == 0:
        return label
    date = label.date
    moved = type(date)(
        start=date.start - by, end=date.end - by, interval=date.interval, problem=date.problem,
        has_year=date.has_year, months=date.months,
    )  # fmt: skip
    return DateLabel(date=moved, body_start=label.body_start - by, separator=label.separator)


def _nothing(block: Block) -> Block:
    return Block(block.canonical, "", ())
