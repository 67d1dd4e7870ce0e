"""Chronologies whose dates stand apart from their texts.

    listing = {month | apart | entry}
    month   = a heading with a month, a year or both, above entries            (`ccdata.document.day_labels`)
    apart   = DATE, a block or a line of its own, and the block or line below it: they are one entry
            | DATE, and the items of a list below it: each is an entry

A month alone is a heading where a date follows, and a date where a text does. Only what stands below a
chronology's heading is read so, or a text that has hardly anything else: in a narrative such lines are
headings of sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ccdata.document.chunks import Chunk, ChunkKind
from ccdata.document.dates import read_date, read_label
from ccdata.document.day_labels import SIGNS, MonthHead, is_bare_listing, read_day_label, read_month_head
from ccdata.document.run_on import ANY_YEAR
from ccdata.source.clean import CleanText

_LONGEST_DATE = 60
_ENDS = re.compile(r"[.!?:…][\"”’')\]]{0,3}\s*$")
_OPENS = re.compile(r"[\"“‘'(\[*_]{0,3}[^\W_a-z]")
_STRIPPED = " :–—-*_#"
_KINDS = ("text", "heading", "bullet", "quoted")


def settle(pieces: Sequence[Chunk], clean: CleanText) -> list[Chunk]:
    """Join dates that stand apart with their texts, and tell headings of months from dates.

    The pieces come from `cut_dates`.
    """
    return _Settler(clean).settle(pieces)


def cut_dates(chunks: Sequence[Chunk], clean: CleanText) -> list[Chunk]:
    """Cut the lines that are dates, and those with a label below a month, off those above and below them."""
    settler = _Settler(clean)
    made: list[Chunk] = []
    for chunk in chunks:
        made += settler.pieces(chunk)
    return made


def is_date_alone(text: str, month: MonthHead | None = None) -> bool:
    """Say whether a text is a date and nothing else; under a heading a day is one."""
    if len(text) > _LONGEST_DATE or not any(map(str.isalnum, text[:4])):
        return False
    plain = text.strip(_STRIPPED)
    number = month.number if month else None
    return bool(plain) and read_date(plain, year=ANY_YEAR, month=number) is not None


@dataclass(slots=True)
class _Settler:
    clean: CleanText
    month: MonthHead | None = None
    bare: bool = False
    made: list[Chunk] = field(default_factory=list)

    def settle(self, pieces: Sequence[Chunk]) -> list[Chunk]:
        """Take the pieces in turn."""
        self.bare = is_bare_listing([piece.text for piece in pieces if piece.kind in _KINDS])
        place = 0
        while place < len(pieces):
            place += self._take(pieces, place)
        return self.made

    def _take(self, pieces: Sequence[Chunk], place: int) -> int:
        """Take one piece, or a date and its text; return how many they were."""
        piece = pieces[place]
        if len(piece.text) > _LONGEST_DATE:
            self._keep(piece)
            return 1
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        head = read_month_head(piece.text) if piece.kind in _KINDS else None
        head = head and head._replace(bare=self.bare)
        if head is not None and after is not None and _opens(after, head):
            self.month = _completed(head, self.month)
            self.made.append(replace(piece, kind="month", month=self.month))
            return 1
        if after is not None and self._is_date_of(piece, after):
            self.made.append(self._joined(piece, after))
            return 2
        self._keep(piece)
        return 1

    def _keep(self, piece: Chunk) -> None:
        self.made.append(piece if self.month is None else replace(piece, month=self.month))

    def _is_date_of(self, piece: Chunk, after: Chunk) -> bool:
        """Say whether a piece is a date that stands apart, and the next is its text."""
        if piece.kind not in _KINDS or not is_date_alone(piece.text, self.month):
            return False
        return after.kind in ("text", "bullet", "quoted") and not _opens(after, self.month)

    def _joined(self, date: Chunk, body: Chunk) -> Chunk:
        """Make one chunk of a date and its text."""
        block = self.clean.block([(date.start, date.end), (body.start, body.end)])
        kind: ChunkKind = "bullet" if body.kind == "bullet" else "text"
        return Chunk(
            start=date.start, end=body.end, kind=kind, block=block, month=self.month, head=len(date.text)
        )

    def pieces(self, chunk: Chunk) -> Iterable[Chunk]:
        """Cut a chunk of several lines at headings of months, at dates alone, at day labels below both."""
        text = self.clean.canonical
        if chunk.kind not in ("text", "bullet") or chunk.head or text.find("\n", chunk.start, chunk.end) < 0:
            self._note(chunk.text)
            return (chunk,)
        lines = list(_lines(text, chunk.start, chunk.end))
        starts = self._cuts(lines)
        return (chunk,) if len(starts) == 1 else self._cut(chunk, lines, starts)

    def _cut(self, chunk: Chunk, lines: Sequence[tuple[int, int]], starts: Sequence[int]) -> Iterator[Chunk]:
        for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
            start, end = lines[first][0], lines[last - 1][1]
            block = self.clean.block([(start, end)])
            if block.text:
                kind = chunk.kind if first == 0 else "text"
                yield replace(chunk, start=start, end=end, kind=kind, block=block, bold=False)

    def _cuts(self, lines: Sequence[tuple[int, int]]) -> list[int]:
        """Return the numbers of the lines at which a piece begins."""
        text, starts, ended = self.clean.canonical, [0], True
        for number, (start, end) in enumerate(lines):
            line = text[start:end].strip(" \t*_#")
            after = text[slice(*lines[number + 1])].lstrip() if number + 1 < len(lines) else ""
            alone = ended and (not after or bool(_OPENS.match(after))) and is_date_alone(line, self.month)
            if number and (alone or (ended and self._is_labelled(line))):
                starts.append(number)
            if alone and number + 1 < len(lines):
                starts.append(number + 1)
                self._note(line)
            ended = alone or bool(_ENDS.search(line))
        return sorted(set(starts))

    def _note(self, text: str) -> None:
        head = read_month_head(text)
        self.month = _completed(head, self.month) if head else self.month

    def _is_labelled(self, line: str) -> bool:
        label = read_day_label(line, self.month, year=ANY_YEAR) if self.month else None
        if label is None:
            return False
        column = line[label.date.end : label.body_start]
        return label.separator in SIGNS or len(column) > 1 or column == "\t"


def _completed(head: MonthHead, above: MonthHead | None) -> MonthHead:
    """A month below a year's heading takes its year."""
    if head.year is None and above is not None and above.number is None:
        return head._replace(year=above.year)
    return head


def _opens(chunk: Chunk, head: MonthHead | None) -> bool:
    """Say whether a chunk begins with a date, or is one: what stands above it is none of its text."""
    if chunk.kind not in _KINDS:
        return False
    if is_date_alone(chunk.text, head):
        return True
    label = read_label(chunk.text, year=ANY_YEAR)
    if label is not None and label.date.months is not None and label.separator != ",":
        return True
    day = read_day_label(chunk.text, head, year=ANY_YEAR) if head else None
    if day is None or head is None:
        return False
    return day.separator in SIGNS or head.bare or chunk.kind == "bullet" or _is_bold(chunk)


def _is_bold(chunk: Chunk) -> bool:
    return chunk.block.bold_end > 0


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield place, place + len(line)
        place += len(line) + 1
