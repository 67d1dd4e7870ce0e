"""What interrupts running text without belonging to it: captions, page numbers, running heads.

    caption  = ("Figure" | "Fig." | "Photo" | "Map" | "Chart" | "Table") NUMBER words, a paragraph of its own
    folio    = a line with nothing but a page number
    footer   = PARTY "-" PARTY " Relations " PAGE MONTH YEAR, anywhere in a line

An aside inside a span is left out of the span's clean text; a span that is an aside keeps it.
"""

from __future__ import annotations

import re
from functools import cache

from ccdata.authority.calendar import calendar_words
from ccdata.authority.parties import party_pattern

CAPTION = re.compile(
    r"^[ \t]*(?:[*_]{1,3})?(?:Figure|Fig\.|Photo|Map|Chart|Table|Image)[ \t](?P<number>\d{1,3})\b"
    r"[^\n]*(?:\n(?![ \t]*\n)[^\n]+){0,8}",
    re.MULTILINE,
)
_FOLIO = re.compile(
    r"^[ \t]*(?:[Pp]age[ \t])?[-–—]?[ \t]?\d{1,3}[ \t]?[-–—]?(?:[ \t](?:of|/)[ \t]\d{1,3})?[ \t]*$",
    re.MULTILINE,
)


@cache
def _footer() -> re.Pattern[str]:
    party = party_pattern()
    months = "|".join(word.capitalize() for word in calendar_words().months)
    return re.compile(
        rf"(?<!\w){party}\s?[-–—]\s?{party}\s(?i:Relations)\s{{1,4}}\d{{1,3}}\s{{1,4}}(?:{months})\.?\s\d{{4}}(?!\d)"
    )


def asides(text: str) -> list[tuple[int, int]]:
    """Return the asides of a canonical text in order; where two overlap, the first."""
    found = [match.span() for pattern in (CAPTION, _FOLIO, _footer()) for match in pattern.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
