"""A place in a canonical text: W3C Web Annotation position and quote selector in one."""

from __future__ import annotations

from typing import Self

from pydantic import ValidationInfo, field_validator

from ccdata.records.base import Count, Shape, Text


class Span(Shape):
    """Characters `[start, end)` of the article's canonical text, and what stands there.

    Offsets count Unicode code points; `canonical[start:end] == exact`, always.
    """

    start: Count
    """Offset of the first character."""
    end: Count
    """Offset behind the last character."""
    exact: Text
    """The characters themselves, markup included."""

    @field_validator("exact")
    @classmethod
    def _length(cls, exact: str, info: ValidationInfo) -> str:
        """Hold the length against the offsets: once, when the span is made, not again in what holds it."""
        places = info.data
        try:
            length = places["end"] - places["start"]
        except KeyError:  # a place that is none is refused by itself
            return exact
        if length != len(exact):
            msg = f"span {places['start']}-{places['end']} does not hold {len(exact)} characters"
            raise ValueError(msg)
        return exact

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Cut the span out of the canonical text: true by construction.

        Raises IndexError for a place outside the text or an empty one.
        """
        if not 0 <= start < end <= len(text):
            msg = f"no characters {start}-{end} in a text of {len(text)}"
            raise IndexError(msg)
        return cls(start=start, end=end, exact=text[start:end])

    def holds(self, text: str) -> bool:
        """Say whether the canonical text has these characters at this place."""
        return text[self.start : self.end] == self.exact

    def covers(self, other: Span) -> bool:
        """Say whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end
