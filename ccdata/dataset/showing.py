"""A record inside its text: some lines before and after, the exact characters between ⟦ and ⟧."""

from __future__ import annotations

from ccdata.records import Span

OPEN, CLOSE = "⟦", "⟧"
_CONTEXT = 240


def marked(text: str, span: Span) -> str:
    """Return the span inside its surroundings, cut at white space."""
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    before, after = text[start : span.start], text[span.end : end]
    if start > 0:
        before = "… " + before[_after_gap(before) :]
    if end < len(text):
        after = after[: len(after) - _after_gap(after[::-1])] + " …"
    return f"{before}{OPEN}{text[span.start : span.end]}{CLOSE}{after}"


def alone(span: Span) -> str:
    """Return the span's characters where the text is not at hand."""
    return f"{OPEN}{span.exact}{CLOSE}\n(characters {span.start}-{span.end}; the text is not in this release)"


def _after_gap(text: str) -> int:
    """Return where the first whole word begins; 0 where there is no gap."""
    return next((place + 1 for place, char in enumerate(text) if char.isspace()), 0)
