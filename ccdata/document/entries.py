"""The entries of a chronology.

entry      = label body {continuation}
           | ": " body                       its date is lost
           | body                            an item among dated items: its date is that of the one above
run-on     = one chunk of several entries, told apart by their labels alone
continuation = a chunk without a label that goes on with the sentence, or is a paragraph of its own
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ccdata.document.chronology import LOST, is_chronology_heading
from ccdata.document.chronology_end import without_tail
from ccdata.document.chunks import Chunk
from ccdata.document.citation import NOTICE
from ccdata.document.dates import DateLabel, read_label
from ccdata.document.furniture import is_furniture
from ccdata.document.model import Entry
from ccdata.document.paragraphs import continues
from ccdata.document.run_on import InnerLabel, behind_end
from ccdata.document.years import YearKeeper
from ccdata.records.remarks import Remark
from ccdata.records.spans import Span
from ccdata.source.clean import Block, CleanText

_WORDS_OF_SENTENCE = 4
_LOOSE_SHARE = 0.25


@dataclass(slots=True)
class _Draft:
    """An entry in the making: its pieces of text in order, as canonical ranges."""

    ranges: list[tuple[int, int]]
    block: Block
    """The clean text of the first of them."""
    label: DateLabel | None
    chunks: list[Chunk]
    inherited: bool = False
    """The date stands with the entry above."""


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a chronology is set: every chunk an item without a date; dated items; labels without a colon;
    dates that open their sentences ("On July 1, ..."); run on.
    """

    undated: bool
    listed: bool
    loose: bool
    clauses: bool
    run_on: bool


@dataclass(slots=True)
class EntryReader:
    """Reads the chunks of a chronology into entries; what is none of them is left in `unread`, what stands
    behind them all in `tail`.
    """

    clean: CleanText
    years: YearKeeper
    unread: list[Chunk] = field(default_factory=list)
    tail: tuple[Chunk, ...] = ()
    remarks: list[Remark] = field(default_factory=list)
    _drafts: list[_Draft] = field(default_factory=list)

    def read(self, chunks: Sequence[Chunk]) -> tuple[Entry, ...]:
        """Return the entries in printed order."""
        told, tail = without_tail(chunks, self.clean, self.years.period)
        habits = _habits(told)
        self._anchor(told)
        for chunk in told:
            self._take(chunk, habits)
        self.tail = tuple(tail)
        entries = tuple(self._entry(number, draft) for number, draft in enumerate(self._drafts, start=1))
        self._compare(entries)
        return entries

    def _anchor(self, chunks: Sequence[Chunk]) -> None:
        """Where no heading gives the year, the first label that prints one serves those above it."""
        if self.years.period is not None:
            return
        for chunk in chunks:
            for inner in chunk.labels:
                date = inner.label.date
                if date.has_year and date.interval is not None:
                    self.years.note(date.interval.start)
                    return

    def _take(self, chunk: Chunk, habits: _Habits) -> None:
        """Read one chunk: what stands before its first label goes on with the entry above."""
        if chunk.kind == "month" and chunk.month is not None:
            self.years.state(chunk.month.year, chunk.month.number)
            return
        text = chunk.text
        unread = chunk.kind in ("aside", "heading") or (chunk.label is None and is_furniture(text))
        if unread or is_chronology_heading(chunk):
            self.unread.append(chunk)
            return
        places = self._places(chunk, habits)
        if not places and self._is_undated(chunk, habits):
            self._drafts.append(_Draft([(chunk.start, chunk.end)], chunk.block, None, [chunk]))
            return
        if not places and self._is_of_same_day(chunk, habits):
            label = _same_day(self._drafts[-1].label, chunk.text)
            self._drafts.append(
                _Draft([(chunk.start, chunk.end)], chunk.block, label, [chunk], inherited=True)
            )
            return
        if not places or places[0] > 0:
            self._continue(chunk, places[0] if places else len(text))
        self._open(chunk, places)

    def _places(self, chunk: Chunk, habits: _Habits) -> list[int]:
        """Return where labels stand in a chunk."""
        if habits.run_on or chunk.is_run_on:
            return [inner.start for inner in chunk.labels]
        inner = [inner.start for inner in _labels_inside(chunk, habits)]
        label = chunk.label
        first = label is not None and (
            chunk.is_entry
            or (habits.loose and label.date.months is not None and _stands_free(chunk, label))
            or (habits.clauses and label.date.months is not None)
        )
        return [0, *inner] if first else inner

    def _is_undated(self, chunk: Chunk, habits: _Habits) -> bool:
        return bool(LOST.match(chunk.text)) or (habits.undated and chunk.kind == "bullet")

    def _is_of_same_day(self, chunk: Chunk, habits: _Habits) -> bool:
        """Say whether an item without a date, among items that have one, follows an item."""
        if chunk.kind != "bullet" or not habits.listed or not self._drafts or chunk.label is not None:
            return False
        above = self._drafts[-1]
        points = above.chunks[0].text.endswith(":")
        return above.label is not None and above.chunks[0].kind == "bullet" and not points

    def _continue(self, chunk: Chunk, end: int) -> None:
        """Join the head of a chunk to the entry above, or leave it unread."""
        if not self._drafts or not self._belongs(chunk, whole=end == len(chunk.text)):
            self.unread.append(chunk)
            return
        piece = chunk.block.cut(0, len(chunk.text[:end].rstrip()))
        draft = self._drafts[-1]
        draft.ranges.append((chunk.start, piece.end if end < len(chunk.text) else chunk.end))
        draft.chunks.append(chunk)

    def _belongs(self, chunk: Chunk, *, whole: bool) -> bool:
        """A paragraph without a label goes on with the entry above it."""
        if not whole or continues(self._drafts[-1].chunks[-1], chunk):
            return True
        if chunk.kind == "bullet" and self._drafts[-1].chunks[0].text.endswith(":"):
            return True
        if chunk.bold or "@" in chunk.text or NOTICE.search(chunk.text):
            return False
        return len(chunk.text.split()) > _WORDS_OF_SENTENCE and chunk.text[-1] in '.!?"”’)]'

    def _open(self, chunk: Chunk, places: Sequence[int]) -> None:
        """Open an entry for each label of a chunk."""
        text = chunk.text
        for start, end in pairwise([*places, len(text)]):
            label = self._label(chunk, start)
            if label is None:
                continue
            whole = start == 0 and end == len(text)
            piece = chunk.block if whole else chunk.block.cut(start, start + len(text[start:end].rstrip()))
            span = (chunk.start if start == 0 else piece.start, chunk.end if whole else piece.end)
            self._drafts.append(_Draft([span], piece, _moved(label, start), [chunk]))

    def _label(self, chunk: Chunk, start: int) -> DateLabel | None:
        """Read a label and give it its year."""
        years = self.years.year_for
        label = chunk.label_at(start)
        if label is not None and not label.date.has_year:
            label = read_label(chunk.text, year=years, start=start) if start else chunk.read_label(years)
        if label is not None and label.date.interval is not None:
            self.years.note(label.date.interval.start)
        return label

    def _entry(self, ordinal: int, draft: _Draft) -> Entry:
        block = draft.block if len(draft.ranges) == 1 else self.clean.block(draft.ranges)
        text = block.text
        label, lost, printed = draft.label, LOST.match(text), not draft.inherited
        body_start = label.body_start if label else lost.end() if lost else 0
        start, end = draft.ranges[0][0], draft.ranges[-1][1]
        end = start + len(self.clean.canonical[start:end].rstrip())
        span = Span.of(self.clean.canonical, start, end)
        self._remark(label, span, text)
        return Entry(
            ordinal=ordinal,
            span=span,
            label=label,
            date_span=block.span(label.date.start, label.date.end) if label and printed else None,
            body=block.cut(body_start, len(text)),
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
                self.remarks.append(_at(entry, "date-out-of-order", f"{day} stands below {before}"))
        if self.years.period is None:
            return
        first, last = self.years.period
        for entry, day in dated:
            if not first <= day <= last:
                message = f"{day} is not between {first} and {last}"
                self.remarks.append(_at(entry, "date-outside-period", message))


def _labels_inside(chunk: Chunk, habits: _Habits) -> list[InnerLabel]:
    """Return the labels behind a sentence's end: with a colon, or like the one that opens the chunk."""
    first, text = chunk.label, chunk.text
    alike = first.separator if habits.loose and first is not None and first.date.has_year else None
    return [
        inner
        for inner in chunk.labels
        if inner.start
        and (inner.colon or (inner.label.date.has_year and inner.label.separator == alike))
        and behind_end(text, inner.start)
    ]


def _habits(chunks: Sequence[Chunk]) -> _Habits:
    """Look at a chronology as a whole."""
    dated = [chunk for chunk in chunks if chunk.is_entry]
    run_on = [chunk for chunk in chunks if chunk.is_run_on]
    loose = sum(1 for chunk in chunks if chunk.is_loose)
    return _Habits(
        undated=not dated and not run_on,
        loose=loose >= _LOOSE_SHARE * len(chunks) or loose > len(dated) / 10,
        clauses=2 * sum(1 for chunk in chunks if chunk.label and chunk.label.separator == ",") > len(chunks),
        listed=2 * sum(chunk.kind == "bullet" for chunk in dated) > len(dated),
        run_on=bool(run_on) and len(run_on) >= len(dated) / 2,
    )


def _stands_free(chunk: Chunk, label: DateLabel) -> bool:
    """Say whether a date is no part of its sentence ("On Dec. 1, ...", "Dec. 1, the day after, ...")."""
    text = chunk.text
    return label.separator != "," or (text[label.body_start :][:1].isupper() and not text.startswith("On "))


def _at(entry: Entry, code: str, message: str) -> Remark:
    return Remark(code=code, message=message, start=entry.span.start, end=entry.span.end)


def _same_day(label: DateLabel | None, text: str) -> DateLabel | None:
    """Return the label of an entry for the one below it, whose cell for the date is empty."""
    body = len(text) - len(text.lstrip("| "))
    return label and DateLabel(label.date._replace(start=0, end=0), body, label.separator)


def _moved(label: DateLabel, by: int) -> DateLabel:
    """Count a label's places from the start of its own piece."""
    if by == 0:
        return label
    date = label.date._replace(start=label.date.start - by, end=label.date.end - by)
    return DateLabel(date, label.body_start - by, label.separator)
