"""Letters damaged by a wrong decoding, repaired piece by piece with their places kept.

piece = a run of characters that a wrong decoding leaves behind, e.g. "â€œ" or "Ã©"
      | "â€", alone or before U+FFFD: the byte that windows-1252 does not know was a closing mark's

ftfy decides whether a piece is damage and what it was; a piece it leaves alone stays.
"""

from __future__ import annotations

import re

from ccdata.source.markup import Edit

# What the bytes behind the first of a UTF-8 letter are in windows-1252.
_SECOND = r"[\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122\u017d\u017e]"
_CLOSING = rf"(?<=\u00e2)\u20ac(?:\ufffd|(?!{_SECOND}))"
_PIECE = re.compile(
    r"[\u0080-\u009f\u00c2-\u00f4]"
    rf"(?:{_CLOSING}|{_SECOND}{{1,3}}(?:[\u00c2-\u00f4]{_SECOND}{{1,3}}){{0,200}})"
)
_CLOSED = {"\u00e2\u20ac": "”", "\u00e2\u20ac\ufffd": "”"}


def repairs(text: str) -> list[Edit]:
    """Return the pieces that are damage, with what they were, in order."""
    if text.encode("latin-1", "replace").isascii():  # no first sign of a piece can stand in it
        return []
    made = []
    for match in _PIECE.finditer(text):
        repaired = _repair(match[0])
        if repaired != match[0]:
            made.append(Edit(match.start(), match.end(), repaired))
    return made


def _repair(piece: str) -> str:
    if piece in _CLOSED:
        return _CLOSED[piece]
    import ftfy

    fixed: str = ftfy.fix_encoding(piece)
    return fixed
