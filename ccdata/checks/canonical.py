"""A canonical text ready to be asked what its clean text is; it is cleaned when it is asked first."""

from __future__ import annotations

from functools import cached_property

from ccdata.source.clean import CleanText


class Canonical:
    """One article's canonical text; `clean` is its clean text, where somebody has made it already."""

    def __init__(self, text: str, clean: CleanText | None = None) -> None:
        self.text = text
        self._given = clean
        self._known: dict[tuple[int, int], str] = {}

    def clean(self, start: int, end: int) -> str:
        """Return the clean text of the canonical characters `[start, end)`; the same are asked for often."""
        found = self._known.get((start, end))
        if found is None:
            found = self._known[start, end] = self._clean.slice(start, end)
        return found

    @cached_property
    def _clean(self) -> CleanText:
        return self._given or CleanText(self.text)
