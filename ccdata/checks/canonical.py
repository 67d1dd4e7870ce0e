"""A canonical text ready to be asked: what stands at a span, and what its clean text is.

The whole text is cleaned once; a span is then one or two binary searches. Where that does not give the
text a record has, `CleanText.slice`, the definition, decides.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from ccdata.source.clean import Block, CleanText, Segment


class Canonical:
    """One article's canonical text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def gives(self, start: int, end: int, text: str) -> bool:
        """Say whether `text` is the clean text of the canonical characters `[start, end)`."""
        segment = self._segment(start)
        if segment is not None and segment.same and end <= segment.end and self.text[start:end] == text:
            return text[0] != " " != text[-1]
        return self.quick(start, end) == text or self.clean(start, end) == text

    def quick(self, start: int, end: int) -> str:
        """Return the clean text by the map of the whole text, from which asides are left out."""
        if self._in_aside(start) or self._in_aside(end):
            return self.clean(start, end)
        return self._whole[self._find(start) : self._find(end)].strip(" ")

    def clean(self, start: int, end: int) -> str:
        """Return the clean text, by definition."""
        return self._clean.slice(start, end)

    @cached_property
    def _clean(self) -> CleanText:
        return CleanText(self.text)

    @cached_property
    def _block(self) -> Block:
        return self._clean.block([(0, len(self.text))])

    @cached_property
    def _whole(self) -> str:
        return self._block.text

    @cached_property
    def _segments(self) -> tuple[Segment, ...]:
        return self._block.segments

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self._segments]

    def _segment(self, offset: int) -> Segment | None:
        """Return the last segment that begins at or before the offset."""
        place = bisect_right(self._starts, offset) - 1
        return self._segments[place] if place >= 0 else None

    def _find(self, offset: int) -> int:
        """Return the place in the whole clean text of a canonical offset."""
        segment = self._segment(offset)
        if segment is None:
            return 0
        if segment.same and offset < segment.end:
            return segment.clean + offset - segment.start
        return segment.clean if offset <= segment.start else segment.clean + segment.size

    def _in_aside(self, offset: int) -> bool:
        """Say whether the offset lies inside an aside: a span may begin or end there."""
        asides = self._clean.asides
        place = bisect_right(asides, (offset, 0)) - 1
        return place >= 0 and offset < asides[place][1]
