"""A canonical text ready to be asked: what stands at a span, and what its clean text is.

The whole text is cleaned once; a span is then two binary searches. Where that does not give the text a
record has, `CleanText.slice`, the definition, decides.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from ccdata.source.clean import CleanText, Segment


class Canonical:
    """One article's canonical text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _clean(self) -> CleanText:
        return CleanText(self.text)

    @cached_property
    def _whole(self) -> tuple[str, list[int], tuple[Segment, ...]]:
        block = self._clean.block([(0, len(self.text))])
        return block.text, [segment.start for segment in block.segments], block.segments

    def gives(self, start: int, end: int, text: str) -> bool:
        """Say whether `text` is the clean text of the canonical characters `[start, end)`."""
        return self.quick(start, end) == text or self.clean(start, end) == text

    def quick(self, start: int, end: int) -> str:
        """Return the clean text by the map of the whole text, from which asides are left out."""
        if self._in_aside(start) or self._in_aside(end):
            return self.clean(start, end)
        whole = self._whole[0]
        return whole[self._find(start) : self._find(end)].strip(" ")

    def clean(self, start: int, end: int) -> str:
        """Return the clean text, by definition."""
        return self._clean.slice(start, end)

    def _in_aside(self, offset: int) -> bool:
        """Say whether an aside stands on both sides of the offset: a span may begin or end inside one."""
        place = bisect_right(self._clean.asides, (offset, 0)) - 1
        return place >= 0 and offset < self._clean.asides[place][1]

    def _find(self, offset: int) -> int:
        _, starts, segments = self._whole
        place = bisect_right(starts, offset) - 1
        if place < 0:
            return 0
        segment = segments[place]
        if segment.same and offset < segment.end:
            return segment.clean + offset - segment.start
        return segment.clean if offset <= segment.start else segment.clean + segment.size
