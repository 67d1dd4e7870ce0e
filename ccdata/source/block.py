"""A block: clean text that knows the canonical characters it stands for.

It is a window on the woven text of its source, so that cutting one is cheap.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ccdata.records.spans import Span
from ccdata.source.markup import Mark
from ccdata.source.weave import Weave


class BlockMark(NamedTuple):
    """A piece of markup in the clean offsets of its block; `origin` is the mark in canonical ones."""

    kind: str
    start: int
    end: int
    url: str | None
    origin: Mark


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of clean text that is read as one: a paragraph, the body of an entry, a caption.

    `first` is where it begins in its weave, which may be joined from several canonical ranges (a paragraph
    cut by a page).
    """

    weave: Weave = field(repr=False)
    first: int = field(repr=False)
    text: str
    marks: tuple[BlockMark, ...] = field(repr=False, default=())

    @property
    def canonical(self) -> str:
        """The text that all offsets but the clean ones count."""
        return self.weave.canonical

    @property
    def start(self) -> int:
        """Canonical offset of the first character."""
        return self.range(0, 1)[0]

    @property
    def end(self) -> int:
        """Canonical offset behind the last character."""
        size = len(self.text)
        return self.range(size - 1, size)[1]

    @property
    def bold_end(self) -> int:
        """Where the bold print ends with which the block begins; 0 where it begins with none."""
        ends = [mark.end for mark in self.marks if mark.kind == "bold" and mark.start == 0]
        return max(ends, default=0)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the canonical offsets of the clean characters `[start, end)`."""
        return self.weave.range(self.first + start, self.first + end)

    def span(self, start: int, end: int) -> Span:
        """Return the span of the clean characters `[start, end)`."""
        begin, finish = self.weave.range(self.first + start, self.first + end)
        return Span(start=begin, end=finish, exact=self.weave.canonical[begin:finish])

    def whole(self) -> Span:
        """Return the span of the whole block."""
        return self.span(0, len(self.text))

    def find(self, offset: int) -> int:
        """Return the first clean offset whose characters stand at or behind a canonical offset."""
        return min(max(self.weave.find(offset) - self.first, 0), len(self.text))

    def cut(self, start: int, end: int) -> Block:
        """Return the clean characters `[start, end)` as a block of their own."""
        marks = self.marks and tuple(
            BlockMark(
                mark.kind, max(mark.start - start, 0), min(mark.end, end) - start, mark.url, mark.origin
            )
            for mark in self.marks
            if mark.start < end and mark.end > start
        )
        return Block(self.weave, self.first + start, self.text[start:end], marks)
