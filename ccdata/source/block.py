"""A block: clean text that knows the canonical characters it stands for.

A run that is the same in both is one segment, so the map stays small and a look-up is a binary search.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ccdata.records.spans import Span
from ccdata.source.markup import Mark


class Segment(NamedTuple):
    """Clean characters from `clean` on, `size` of them, for canonical `[start, end)`.

    `same` tells a run that is equal in both from a replacement.
    """

    clean: int
    size: int
    start: int
    end: int
    same: bool


class BlockMark(NamedTuple):
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

    @cached_property
    def _origins(self) -> list[int]:
        return [segment.start for segment in self.segments]

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
        starts = self._starts
        clean, size, origin, finish, same = self.segments[bisect_right(starts, start) - 1]
        first = origin + start - clean if same else origin
        if end > clean + size:
            clean, size, origin, finish, same = self.segments[bisect_right(starts, end - 1) - 1]
        return first, origin + end - clean if same else finish

    def span(self, start: int, end: int) -> Span:
        """Return the span of the clean characters `[start, end)`."""
        begin, finish = self.range(start, end)
        return Span(start=begin, end=finish, exact=self.canonical[begin:finish])

    def whole(self) -> Span:
        """Return the span of the whole block."""
        return Span(start=self.start, end=self.end, exact=self.canonical[self.start : self.end])

    def find(self, offset: int) -> int:
        """Return the first clean offset whose characters stand at or behind a canonical offset."""
        place = bisect_right(self._origins, offset) - 1
        if place < 0:
            return 0
        clean, size, start, end, same = self.segments[place]
        if same and offset < end:
            return clean + offset - start
        return clean if offset <= start else clean + size

    def cut(self, start: int, end: int) -> Block:
        """Return the clean characters `[start, end)` as a block of their own."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, end - 1))
        pieces = tuple(_trim(segment, start, end) for segment in self.segments[first:last])
        marks = tuple(
            BlockMark(
                mark.kind, max(mark.start - start, 0), min(mark.end, end) - start, mark.url, mark.origin
            )
            for mark in self.marks
            if mark.start < end and mark.end > start
        )
        return Block(self.canonical, self.text[start:end], pieces, marks)


def _trim(segment: Segment, start: int, end: int) -> Segment:
    """Cut a segment to clean `[start, end)` and count from `start`."""
    clean, size, begin, finish, same = segment
    left, right = max(0, start - clean), max(0, clean + size - end)
    if same:
        begin, finish = begin + left, finish - right
    return Segment(clean + left - start, size - left - right, begin, finish, same)
