"""Clean text: canonical text without markup, asides and escapes, white space joined, mojibake repaired,
words that a line's end cuts made whole.

Every clean character knows the canonical characters it stands for. A run that is the same in both
is one segment, so the map stays small and a look-up is a binary search.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from ccdata.records.spans import Span
from ccdata.source.asides import asides
from ccdata.source.hyphens import line_hyphens
from ccdata.source.markup import Edit, Mark, scan
from ccdata.source.mojibake import repairs

_ODD = r"\t\n\f\v\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u200b\ufeff\u00ad"
_SPACE = re.compile(rf"[ ]*[{_ODD}][ {_ODD}]*|[ ]{{2,}}")
"""White space that is not one plain blank: only there does the clean text leave the canonical one."""

_PLAIN = " "
_INVISIBLE = "\u200b\ufeff\u00ad"


@dataclass(frozen=True, slots=True)
class Segment:
    """Clean characters from `clean` on, `size` of them, for canonical `[start, end)`.

    `same` tells a run that is equal in both from a replacement.
    """

    clean: int
    size: int
    start: int
    end: int
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockMark:
    """A piece of markup in the clean offsets of its block; `origin` is the mark in canonical ones."""

    kind: str
    start: int
    end: int
    url: str | None
    origin: Mark


@dataclass(frozen=True)
class Block:
    """A stretch of clean text that is read as one: a paragraph, the body of an entry, a caption.

    It may be joined from several canonical ranges (a paragraph cut by a page).
    """

    canonical: str = field(repr=False)
    text: str
    segments: tuple[Segment, ...] = field(repr=False)
    marks: tuple[BlockMark, ...] = field(repr=False, default=())

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.clean for segment in self.segments]

    @property
    def start(self) -> int:
        """Canonical offset of the first character."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """Canonical offset behind the last character."""
        return self.segments[-1].end

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the canonical offsets of the clean characters `[start, end)`."""
        first = self._segment(start)
        last = self._segment(end - 1)
        begin = first.start + (start - first.clean) if first.same else first.start
        finish = last.start + (end - last.clean) if last.same else last.end
        return begin, finish

    def span(self, start: int, end: int) -> Span:
        """Return the span of the clean characters `[start, end)`."""
        begin, finish = self.range(start, end)
        return Span(start=begin, end=finish, exact=self.canonical[begin:finish])

    def whole(self) -> Span:
        """Return the span of the whole block."""
        return Span(start=self.start, end=self.end, exact=self.canonical[self.start : self.end])

    def find(self, offset: int) -> int:
        """Return the first clean offset whose characters stand at or behind a canonical offset."""
        place = bisect_right(self.segments, offset, key=lambda s: s.start) - 1
        if place < 0:
            return 0
        segment = self.segments[place]
        if segment.same and offset < segment.end:
            return segment.clean + offset - segment.start
        return segment.clean if offset <= segment.start else segment.clean + segment.size

    def cut(self, start: int, end: int) -> Block:
        """Return the clean characters `[start, end)` as a block of their own."""
        first, last = self._index(start), self._index(max(start, end - 1))
        pieces = [_trim(segment, start, end) for segment in self.segments[first : last + 1]]
        marks = tuple(
            BlockMark(
                kind=m.kind,
                start=max(m.start - start, 0),
                end=min(m.end, end) - start,
                url=m.url,
                origin=m.origin,
            )
            for m in self.marks
            if m.start < end and m.end > start
        )
        return Block(self.canonical, self.text[start:end], tuple(pieces), marks)

    def _index(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _segment(self, offset: int) -> Segment:
        return self.segments[self._index(offset)]


def _trim(segment: Segment, start: int, end: int) -> Segment:
    """Cut a segment to clean `[start, end)` and count from `start`."""
    left = max(0, start - segment.clean)
    right = max(0, segment.clean + segment.size - end)
    if not segment.same:
        return Segment(
            segment.clean + left - start, segment.size - left - right, segment.start, segment.end, same=False
        )
    return Segment(
        segment.clean + left - start,
        segment.size - left - right,
        segment.start + left,
        segment.end - right,
        same=True,
    )


class CleanText:
    """The canonical text of one source with its markup layer, from which blocks are cut."""

    def __init__(self, canonical: str) -> None:
        self.canonical = canonical
        self.marks, edits = scan(canonical)
        self.repairs = repairs(canonical)
        self._edits = _merged(edits, [*self.repairs, *line_hyphens(canonical)])
        self._edit_starts = [edit.start for edit in self._edits]
        self.asides = asides(canonical)
        self._mark_starts = [mark.start for mark in self.marks]
        self._mark_reach = list(accumulate((mark.end for mark in self.marks), max))

    def block(self, ranges: Iterable[tuple[int, int]]) -> Block:
        """Return the clean text of canonical ranges, in order, joined by a space.

        White space at the edges is left out. The block is empty (`text == ""`, no segments)
        where nothing but markup stands in the ranges.
        """
        builder = _Builder(self.canonical)
        for start, end in ranges:
            builder.gap(start)
            self._feed(builder, start, end)
        segments = builder.done()
        block = Block(self.canonical, builder.text(), segments)
        if not segments:
            return block
        return Block(self.canonical, block.text, segments, tuple(self._marks_in(block)))

    def slice(self, start: int, end: int) -> str:
        """Return the clean text of the canonical characters `[start, end)`."""
        if self._is_clean(start, end):
            return self.canonical[start:end].strip(_PLAIN)
        builder = _Builder(self.canonical)
        self._feed(builder, start, end)
        builder.done()
        return builder.text()

    def marks_between(self, start: int, end: int) -> Iterator[Mark]:
        """Yield the marks that lie inside canonical `[start, end)`."""
        for place in range(bisect_left(self._mark_starts, start), bisect_left(self._mark_starts, end)):
            if self.marks[place].end <= end:
                yield self.marks[place]

    def _is_clean(self, start: int, end: int) -> bool:
        """Say whether the characters are their own clean text: no edit, aside or odd white space."""
        edit = bisect_left(self._edit_starts, end) - 1
        aside = bisect_left(self.asides, (end, 0)) - 1
        return (
            (edit < 0 or self._edits[edit].end <= start)
            and (aside < 0 or self.asides[aside][1] <= start)
            and _SPACE.search(self.canonical, start, end) is None
        )

    def _feed(self, builder: _Builder, start: int, end: int) -> None:
        """Write canonical `[start, end)`, without the asides that stand strictly inside it."""
        place = start
        for number in range(bisect_left(self.asides, (start + 1, 0)), len(self.asides)):
            aside_start, aside_end = self.asides[number]
            if aside_end >= end:
                break
            self._run(builder, place, aside_start)
            builder.gap(aside_end)
            place = aside_end
        self._run(builder, place, end)

    def _run(self, builder: _Builder, start: int, end: int) -> None:
        place = start
        first = max(bisect_right(self._edit_starts, start) - 1, 0)
        for number in range(first, bisect_left(self._edit_starts, end)):
            edit = self._edits[number]
            if edit.end <= place:
                continue
            builder.same(place, edit.start)
            builder.replace(max(edit.start, place), min(edit.end, end), edit.text)
            place = edit.end
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
                yield BlockMark(kind=mark.kind, start=start, end=end, url=mark.url, origin=mark)


class _Builder:
    """Writes clean characters one run at a time; white space waits until something follows it."""

    def __init__(self, canonical: str) -> None:
        self.canonical = canonical
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.length = 0
        self.space: tuple[int, int] | None = None

    def gap(self, offset: int) -> None:
        """Note a join between two ranges."""
        if self.length and self.space is None:
            self.space = (self.segments[-1].end, offset)

    def same(self, start: int, end: int) -> None:
        """Take canonical characters as they are, white space joined."""
        if start >= end:
            return
        place = start
        for match in _SPACE.finditer(self.canonical, start, end):
            self._words(place, match.start())
            if not _is_invisible(match[0]):
                self._wait(match.start(), match.end())
            place = match.end()
        self._words(place, end)

    def _words(self, start: int, end: int) -> None:
        """Write a run of words; a blank at its edge waits for what follows."""
        if start < end and self.canonical[start] == _PLAIN:
            self._wait(start, start + 1)
            start += 1
        if start >= end:
            return
        inner = end - 1 if self.canonical[end - 1] == _PLAIN else end
        self._put(start, inner, None)
        if inner < end:
            self._wait(inner, end)

    def replace(self, start: int, end: int, text: str) -> None:
        """Write `text` for canonical characters."""
        if text.isspace():
            self._wait(start, end)
        elif text:
            self._put(start, end, text)

    def _wait(self, start: int, end: int) -> None:
        if self.length:
            self.space = (start, end) if self.space is None else (self.space[0], end)

    def _put(self, start: int, end: int, text: str | None) -> None:
        if start >= end:
            return
        if self.space is not None:
            self._write(*self.space, _PLAIN)
            self.space = None
        self._write(start, end, text)

    def _write(self, start: int, end: int, text: str | None) -> None:
        raw = self.canonical[start:end]
        same = text is None or text == raw
        written = raw if text is None else text
        last = self.segments[-1] if self.segments else None
        if same and last is not None and last.same and last.end == start:
            self.segments[-1] = Segment(last.clean, last.size + len(written), last.start, end, same=True)
        else:
            self.segments.append(Segment(self.length, len(written), start, max(end, start), same=same))
        self.parts.append(written)
        self.length += len(written)

    def done(self) -> tuple[Segment, ...]:
        return tuple(self.segments)

    def text(self) -> str:
        return "".join(self.parts)


def _is_invisible(space: str) -> bool:
    return all(character in _INVISIBLE for character in space)


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
