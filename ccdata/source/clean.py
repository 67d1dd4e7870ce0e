"""Clean text: canonical text without markup, asides and escapes, white space joined, mojibake repaired,
words that a line's end cuts made whole.

The places where clean and canonical text part are found once, in order; a block is woven from the runs
between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from ccdata.source.asides import asides
from ccdata.source.block import Block, BlockMark, Segment
from ccdata.source.hyphens import line_hyphens, page_hyphens
from ccdata.source.markup import Edit, scan
from ccdata.source.mojibake import repairs

__all__ = ["Block", "BlockMark", "CleanText"]

_ODD = r"\t\n\f\v\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u200b\ufeff\u00ad"
_SPACE = re.compile(rf"[ {_ODD}](?:[ {_ODD}]+|(?<=[{_ODD}]))")
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
        cut = page_hyphens(canonical, self.asides)
        self._joined = {place for edits in cut for edit in edits[1:] for place in (edit.start, edit.end)}
        joins = [*line_hyphens(canonical), *(edit for made in cut for edit in made if edit.start < edit.end)]
        merged = _merged(signs, [*self.repairs, *joins])
        self._edits = list(_with_spaces(canonical, merged))
        self._edit_starts = [edit.start for edit in self._edits]
        self._mark_starts = [mark.start for mark in self.marks]
        self._mark_reach = list(accumulate((mark.end for mark in self.marks), max))

    def block(self, ranges: Iterable[tuple[int, int]]) -> Block:
        """Return the clean text of canonical ranges, in order, joined by a space.

        White space at the edges is left out. The block is empty (`text == ""`, no segments)
        where nothing but markup stands in the ranges.
        """
        builder = _Builder(self.canonical)
        for start, end in ranges:
            self._gap(builder, start)
            self._feed(builder, start, end)
        block = builder.done()
        marks = tuple(self._marks_in(block)) if block.segments else ()
        return Block(self.canonical, block.text, block.segments, marks) if marks else block

    def slice(self, start: int, end: int) -> str:
        """Return the clean text of the canonical characters `[start, end)`."""
        if self._is_clean(start, end):
            return self.canonical[start:end].strip(_PLAIN)
        builder = _Builder(self.canonical)
        self._feed(builder, start, end)
        return builder.done().text

    def _is_clean(self, start: int, end: int) -> bool:
        """Say whether the characters are their own clean text: no edit and no aside reaches into them."""
        edit = bisect_left(self._edit_starts, end) - 1
        aside = bisect_left(self.asides, (end, 0)) - 1
        return (edit < 0 or self._edits[edit].end <= start) and (aside < 0 or self.asides[aside][1] <= start)

    def _feed(self, builder: _Builder, start: int, end: int) -> None:
        """Write canonical `[start, end)`, without the asides that stand strictly inside it."""
        place = start
        for number in range(bisect_left(self.asides, (start + 1, 0)), len(self.asides)):
            aside_start, aside_end = self.asides[number]
            if aside_end >= end:
                break
            self._run(builder, place, aside_start)
            self._gap(builder, aside_end)
            place = aside_end
        self._run(builder, place, end)

    def _gap(self, builder: _Builder, offset: int) -> None:
        """Note a join of two ranges, but where the second goes on with a word that the first begins."""
        if offset not in self._joined:
            builder.gap(offset)

    def _run(self, builder: _Builder, start: int, end: int) -> None:
        place = start
        first = max(bisect_right(self._edit_starts, start) - 1, 0)
        for number in range(first, bisect_left(self._edit_starts, end)):
            edit_start, edit_end, text = self._edits[number]
            if edit_end <= place:
                continue
            builder.same(place, edit_start)
            builder.replace(max(edit_start, place), min(edit_end, end), text)
            place = edit_end
        builder.same(place, end)

    def _marks_in(self, block: Block) -> Iterator[BlockMark]:
        """Yield the marks that touch the block, in its offsets."""
        first = bisect_right(self._mark_reach, block.start)
        for place in range(first, bisect_left(self._mark_starts, block.end)):
            mark = self.marks[place]
            if mark.end <= block.start or mark.inner_end <= mark.inner_start:
                continue
            start, end = block.find(mark.inner_start), block.find(mark.inner_end)
            if start < end:
                yield BlockMark(mark.kind, start, end, mark.url, mark)


class _Builder:
    """Weaves clean text: a run of canonical characters grows until something else is written.

    White space waits until something follows it.
    """

    def __init__(self, canonical: str) -> None:
        self.canonical = canonical
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.length = 0
        self.run = (0, 0)
        self.space: tuple[int, int] | None = None

    def gap(self, offset: int) -> None:
        """Note a join between two ranges."""
        if self._begun() and self.space is None:
            self.space = (self._end(), offset)

    def same(self, start: int, end: int) -> None:
        """Take canonical characters as they are; a blank at their edge waits for what follows."""
        if start < end and self.canonical[start] == _PLAIN:
            self._wait(start, start + 1)
            start += 1
        if start >= end:
            return
        inner = end - 1 if self.canonical[end - 1] == _PLAIN else end
        self._settle()
        self._take(start, inner)
        if inner < end:
            self._wait(inner, end)

    def replace(self, start: int, end: int, text: str) -> None:
        """Write `text` for canonical characters."""
        if text.isspace():
            self._wait(start, end)
        elif text and start < end:
            self._settle()
            self._write(start, end, text)

    def done(self) -> Block:
        """Return what was written."""
        self._close()
        return Block(self.canonical, "".join(self.parts), tuple(self.segments))

    def _begun(self) -> bool:
        return bool(self.length) or self.run[0] < self.run[1]

    def _end(self) -> int:
        return self.run[1] if self.run[0] < self.run[1] else self.segments[-1].end

    def _wait(self, start: int, end: int) -> None:
        if self._begun():
            self.space = (start if self.space is None else self.space[0], end)

    def _settle(self) -> None:
        """Write the white space that waits."""
        if self.space is not None:
            self._write(*self.space, _PLAIN)
            self.space = None

    def _write(self, start: int, end: int, text: str) -> None:
        if self.canonical[start:end] == text:
            self._take(start, end)
            return
        self._close()
        self.segments.append(Segment(self.length, len(text), start, max(start, end), same=False))
        self.parts.append(text)
        self.length += len(text)

    def _take(self, start: int, end: int) -> None:
        """Let the run grow, or begin another."""
        if start != self.run[1]:
            self._close()
            self.run = (start, end)
        else:
            self.run = (self.run[0], end)

    def _close(self) -> None:
        start, end = self.run
        if start < end:
            self.segments.append(Segment(self.length, end - start, start, end, same=True))
            self.parts.append(self.canonical[start:end])
            self.length += end - start
        self.run = (0, 0)


def _with_spaces(text: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Put odd white space between the edits, in order: it is written as one blank, or as nothing."""
    place = 0
    for edit in edits:
        yield from _spaces(text, place, edit.start)
        yield edit
        place = max(place, edit.end)
    yield from _spaces(text, place, len(text))


def _spaces(text: str, start: int, end: int) -> Iterator[Edit]:
    for match in _SPACE.finditer(text, start, end):
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
