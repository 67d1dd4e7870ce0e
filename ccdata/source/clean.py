"""Clean text: canonical text without markup, asides and escapes, white space joined, mojibake repaired,
words that a line's end cuts made whole.

The places where clean and canonical text part are found once, and the whole text is woven once; a block is
a window on it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ccdata.source.asides import asides
from ccdata.source.block import Block
from ccdata.source.hyphens import line_hyphens, page_hyphens
from ccdata.source.markup import Edit, Mark, scan
from ccdata.source.mojibake import repairs
from ccdata.source.weave import BlockMark, joined, weave

__all__ = ["Block", "BlockMark", "CleanText"]

_ODD = r"\t\n\f\v\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u200b\ufeff\u00ad"
_ODD_SPACE = re.compile(rf"[{_ODD}][ {_ODD}]*")
_BLANKS = re.compile("  +")
"""White space that is not one plain blank: only there does the clean text leave the canonical one."""

_PLAIN = " "
_INVISIBLE = "\u200b\ufeff\u00ad"


class CleanText:
    """The canonical text of one source with its markup layer, from which blocks are cut."""

    def __init__(self, canonical: str) -> None:
        self.canonical = canonical
        self.marks, signs = scan(canonical)
        self.repairs = repairs(canonical)
        self.asides = asides(canonical)
        self._aside_starts = [start for start, _ in self.asides]
        cut = page_hyphens(canonical, self.asides)
        self._joined = {place for edits in cut for edit in edits[1:] for place in (edit.start, edit.end)}
        joins = [*line_hyphens(canonical), *(edit for made in cut for edit in made if edit.start < edit.end)]
        edits = _merged(signs, [*self.repairs, *joins])
        self._woven = weave(canonical, sorted([*edits, *_spaces(canonical)]))
        self._around = [mark for mark in self.marks if mark.inner_start < mark.inner_end]
        self._mark_starts = [mark.start for mark in self._around]
        self._mark_reach = list(accumulate([mark.end for mark in self._around], max))
        self._woven.place(self._around)

    def block(self, ranges: Iterable[tuple[int, int]]) -> Block:
        """Return the clean text of canonical ranges, in order, joined by a space.

        White space at the edges is left out. The block is empty (`text == ""`) where nothing but markup
        stands in the ranges.
        """
        windows = self._windows(ranges)
        if len(windows) == 1:
            woven, (first, last, _) = self._woven, windows[0]
        else:
            woven = joined(self._woven, windows)
            first, last = 0, len(woven.text)
            if windows:
                woven.place(self._marks_in(woven.origins[0], woven.ends[-1]))
        return Block(woven, first, woven.text[first:last])

    def slice(self, start: int, end: int) -> str:
        """Return the clean text of the canonical characters `[start, end)`."""
        windows = self._windows([(start, end)])
        if len(windows) != 1:
            return joined(self._woven, windows).text
        first, last, _ = windows[0]
        return self._woven.text[first:last]

    def _windows(self, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int, bool]]:
        """Return the clean offsets of ranges, without the asides that stand strictly inside one.

        With each goes whether it continues a word that the one before begins.
        """
        window, asides, continued = self._woven.window, self.asides, self._joined
        found = []
        for start, end in ranges:
            place, number = start, bisect_right(self._aside_starts, start)
            while number < len(asides) and asides[number][1] < end:
                found.append((*window(place, asides[number][0]), place in continued))
                place = asides[number][1]
                number += 1
            found.append((*window(place, end), place in continued))
        return [(first, last, goes_on) for first, last, goes_on in found if first < last]

    def _marks_in(self, start: int, end: int) -> Iterator[Mark]:
        """Yield the marks around words that touch canonical `[start, end)`."""
        lowest = bisect_right(self._mark_reach, start)
        for mark in self._around[lowest : bisect_left(self._mark_starts, end)]:
            if mark.end > start:
                yield mark


def _spaces(text: str) -> Iterator[Edit]:
    """Yield the odd white space: it is written as one blank, or as nothing."""
    for match in _BLANKS.finditer(text):
        yield Edit(match.start(), match.end(), _PLAIN)
    for match in _ODD_SPACE.finditer(text):
        yield Edit(match.start(), match.end(), _PLAIN if match[0].strip(_INVISIBLE) else "")


def _merged(edits: list[Edit], repaired: list[Edit]) -> list[Edit]:
    """Merge repairs into the edits; markup wins where they meet."""
    if not repaired:
        return edits
    starts = [edit.start for edit in edits]
    free = []
    for repair in repaired:
        place = bisect_left(starts, repair.end) - 1
        if place < 0 or edits[place].end <= repair.start:
            free.append(repair)
    return sorted([*edits, *free], key=lambda edit: edit.start)
