"""A block: clean text that knows the canonical characters it stands for.

It is a window on the woven text of its source, so that cutting one is cheap.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ccdata.records.spans import Span
from ccdata.source.weave import BlockMark, Weave


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of clean text that is read as one: a paragraph, the body of an entry, a caption.

    `first` is where it begins in its weave, which may be joined from several canonical ranges (a paragraph
    cut by a page).
    """

    weave: Weave = field(repr=False)
    first: int = field(repr=False)
    text: str

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
    def marks(self) -> tuple[BlockMark, ...]:
        """The pieces of markup that touch the block, in its offsets."""
        first, size = self.first, len(self.text)
        return tuple(
            BlockMark(kind, max(start - first, 0), min(end - first, size), url, origin)
            for kind, start, end, url, origin in self.weave.marks.touching(first, first + size)
        )

    @property
    def bold_end(self) -> int:
        """Where the bold print ends with which the block begins; 0 where it begins with none."""
        ends = [m.end for m in self.weave.marks.touching(self.first, self.first + 1) if m.kind == "bold"]
        return min(max(ends) - self.first, len(self.text)) if ends else 0

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

    def cut(self, start: int, end: int) -> Block:
        """Return the clean characters `[start, end)` as a block of their own."""
        return Block(self.weave, self.first + start, self.text[start:end])
