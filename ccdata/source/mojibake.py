"""Letters damaged by a wrong decoding, repaired piece by piece with their places kept.

piece = a run of characters that a wrong decoding leaves behind, e.g. "â€œ" or "Ã©"

ftfy decides whether a piece is damage and what it was; a piece it leaves alone stays.
"""

from __future__ import annotations

import re

from ccdata.source.markup import Edit

_PIECE = re.compile(
    r"[\u0080-\u009f\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122\u017d\u017e]{1,3}(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122\u017d\u017e]{1,3}){0,200}"
)


def repairs(text: str) -> list[Edit]:
    """Return the pieces that are damage, with what they were, in order."""
    if text.isascii():
        return []
    made = []
    for match in _PIECE.finditer(text):
        repaired = _repair(match[0])
        if repaired != match[0]:
            made.append(Edit(match.start(), match.end(), repaired))
    return made


def _repair(piece: str) -> str:
    import ftfy

    fixed: str = ftfy.fix_encoding(piece)
    return fixed
