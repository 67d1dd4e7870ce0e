"""A canonical text ready to be asked what its clean text is; it is cleaned when it is asked first."""

from __future__ import annotations

from functools import cached_property

from ccdata.source.clean import CleanText


class Canonical:
    """One article's canonical text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def clean(self, start: int, end: int) -> str:
        """Return the clean text of the canonical characters `[start, end)`."""
        return self._clean.slice(start, end)

    @cached_property
    def _clean(self) -> CleanText:
        return CleanText(self.text)
