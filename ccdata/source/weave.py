"""Woven text: a canonical text with its edits made, and the way back from every clean character.

    woven = {run | written}      a run is the same in both texts; what an edit writes stands for the
                                 characters that the edit takes

White space that meets white space, or opens the text, is left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from ccdata.source.markup import Edit, Mark

_BLANK = " "


class BlockMark(NamedTuple):
    """A piece of markup in clean offsets, those of a block or of its weave; `origin` is the mark itself."""

    kind: str
    start: int
    end: int
    url: str | None
    origin: Mark


class MarkTable:
    """The marks of a weave in the order of their starts, looked up by the clean characters they touch."""

    __slots__ = ("_marks", "_reach", "_starts")

    def __init__(self, marks: Iterable[BlockMark]) -> None:
        self._marks = list(marks)
        self._starts = [mark.start for mark in self._marks]
        self._reach = list(accumulate([mark.end for mark in self._marks], max))

    def touching(self, first: int, last: int) -> list[BlockMark]:
        """Return the marks that touch the clean characters `[first, last)`."""
        lowest, highest = bisect_right(self._reach, first), bisect_left(self._starts, last)
        return [mark for mark in self._marks[lowest:highest] if mark.end > first]


_NO_MARKS = MarkTable(())


@dataclass(slots=True, eq=False)
class Weave:
    """Clean text in segments: number `n` begins at clean `starts[n]`, for canonical `[origins[n], ends[n])`.

    `same[n]` tells a run that is equal in both from a replacement. Look-ups are binary searches.
    """

    canonical: str = field(repr=False)
    text: str = ""
    starts: list[int] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    same: list[bool] = field(default_factory=list)
    marks: MarkTable = _NO_MARKS

    def segment(self, number: int) -> tuple[int, int, int, bool]:
        """Return where a segment begins in the clean text, its canonical offsets, and whether it is a run."""
        return self.starts[number], self.origins[number], self.ends[number], self.same[number]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the canonical offsets of the clean characters `[start, end)`."""
        starts, origins = self.starts, self.origins
        number = bisect_right(starts, start) - 1
        begin = origins[number] + start - starts[number] if self.same[number] else origins[number]
        if number + 1 < len(starts) and end > starts[number + 1]:
            number = bisect_right(starts, end - 1, number) - 1
        return begin, origins[number] + end - starts[number] if self.same[number] else self.ends[number]

    def find(self, offset: int) -> int:
        """Return the first clean offset whose characters stand at or behind a canonical offset."""
        number = bisect_right(self.origins, offset) - 1
        if number < 0:
            return 0
        clean, begin = self.starts[number], self.origins[number]
        if offset <= begin:
            return clean
        if self.same[number] and offset < self.ends[number]:
            return clean + offset - begin
        return self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)

    def place(self, marks: Iterable[Mark]) -> None:
        """Take marks that stand around words, in order."""
        placed = ((mark, self.find(mark.inner_start), self.find(mark.inner_end)) for mark in marks)
        self.marks = MarkTable(
            BlockMark(mark.kind, start, end, mark.url, mark) for mark, start, end in placed if start < end
        )

    def window(self, start: int, end: int) -> tuple[int, int]:
        """Return the clean offsets of canonical `[start, end)`, without the white space at the edges."""
        text, first, last = self.text, self.find(start), self.find(end)
        while first < last and text[first] == _BLANK:
            first += 1
        while first < last and text[last - 1] == _BLANK:
            last -= 1
        return first, last


def weave(canonical: str, edits: Iterable[Edit]) -> Weave:
    """Weave a whole text. The edits are in order of their starts; where two overlap, the first counts."""
    woven = Weave(canonical)
    starts, origins, ends, same = woven.starts, woven.origins, woven.ends, woven.same
    parts: list[str] = []
    place, length, spaced = 0, 0, True
    for start, end, written in (*edits, Edit(len(canonical), len(canonical), "")):
        if place < start:
            begin = place + (spaced and canonical[place] == _BLANK)
            if begin < start:
                starts.append(length)
                origins.append(begin)
                ends.append(start)
                same.append(True)
                parts.append(canonical[begin:start])
                length += start - begin
                spaced = canonical[start - 1] == _BLANK
            place = start
        if place < end:
            blank = written.isspace()
            if written and not (blank and spaced):
                starts.append(length)
                origins.append(place)
                ends.append(end)
                same.append(False)
                parts.append(_BLANK if blank else written)
                length += 1 if blank else len(written)
                spaced = blank
            place = end
    woven.text = "".join(parts)
    return woven


def joined(woven: Weave, windows: Iterable[tuple[int, int, bool]]) -> Weave:
    """Weave windows of a text into one of their own.

    A window is its clean offsets, and whether it goes on with a word that the one before begins: else a
    blank stands between the two, for all that is left out.
    """
    made = Weave(woven.canonical)
    parts: list[str] = []
    length = 0
    for first, last, goes_on in windows:
        if parts and not goes_on:
            _write(made, length, made.ends[-1], max(made.ends[-1], woven.range(first, first + 1)[0]))
            parts.append(_BLANK)
            length += 1
        _copy(made, woven, (first, last), length)
        parts.append(woven.text[first:last])
        length += last - first
    made.text = "".join(parts)
    return made


def _write(made: Weave, clean: int, start: int, end: int) -> None:
    made.starts.append(clean)
    made.origins.append(start)
    made.ends.append(end)
    made.same.append(False)


def _copy(made: Weave, woven: Weave, window: tuple[int, int], clean: int) -> None:
    """Copy the segments of a window, from a clean offset on."""
    first, last = window
    for number in range(bisect_right(woven.starts, first) - 1, bisect_right(woven.starts, last - 1)):
        start, begin, end, same = woven.segment(number)
        left = max(0, first - start)
        made.starts.append(clean + start + left - first)
        made.origins.append(begin + left if same else begin)
        made.ends.append(min(end, begin + last - start) if same else end)
        made.same.append(same)
