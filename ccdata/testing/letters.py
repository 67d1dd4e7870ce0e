"""Letters and marks: what typewriters and standard fonts have."""

from __future__ import annotations

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def straight(text: str) -> str:
    """Return the text with typewriter marks."""
    return text.translate(_STRAIGHT)


def in_windows_1252(text: str) -> bool:
    """Say whether the standard fonts of a PDF have these letters."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
