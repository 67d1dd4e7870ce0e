"""What interrupts running text without belonging to it: captions, page numbers, running heads, debris.

    caption  = ("Figure" | "Fig." | "Photo" | "Map" | "Chart" | "Table") NUMBER words [credit], a paragraph
               of its own; where no blank line ends it, its credit does, or else its first line
             | "![" words "](" target ")", a line of its own
    folio    = a line with nothing but a page number
    footer   = (relationship | journal | overview) PAGE MONTH YEAR, anywhere in a line
             | (relationship | journal | overview) PAGE, a line of its own
    debris   = SELECTOR "{" style rules "}", left behind by a page's style sheet

An aside inside a span is left out of the span's clean text; a span that is an aside keeps it.
"""

from __future__ import annotations

import re
from functools import cache

from ccdata.authority.calendar import calendar_words
from ccdata.authority.journal import journal_words
from ccdata.authority.parties import party_pattern

CAPTION = re.compile(
    r"^[ \t]*(?:(?P<picture>!\[[^\n]{1,2000}\]\([^()\s]{0,2000}\)[ \t]*$)"
    r"|(?:[*_]{1,3})?(?:Figure|Fig\.|Photo|Map|Chart|Table|Image)[ \t](?P<number>\d{1,3})\b)",
    re.MULTILINE,
)
_CREDIT = re.compile(r"(?i)\b(?:photo|source|credit|image|picture|courtesy)(?:\s(?:credit|by))?\s?:\s*\S")
_CAPTION_LINES = 9
_FOLIO = re.compile(
    r"^[ \t]*(?:[Pp]age[ \t])?[-–—]?[ \t]?\d{1,3}[ \t]?[-–—]?(?:[ \t](?:of|/)[ \t]\d{1,3})?[ \t]*$",
    re.MULTILINE,
)
_TAGS = r"(?:p|span|table|tr|td|th|div|li|ul|ol|a|b|i|body|html|font|h[1-6])"
_SELECTOR = rf"(?:{_TAGS}?(?:[.#@][\w-]{{1,40}}){{1,4}}|{_TAGS})(?::[\w-]{{1,20}})?"
_SELECTORS = rf"{_SELECTOR}(?:[ ,>]{{1,3}}{_SELECTOR}){{0,5}}"
_RULE = rf"{_SELECTORS}\s?\{{\s{{0,9}}[\w-]{{2,30}}\s?:[^{{}}]{{0,600}}\}}\s{{0,9}}"
_DEBRIS = re.compile(rf"(?<!\S)(?:{_RULE}){{1,20}}")


@cache
def _footer() -> re.Pattern[str]:
    party = party_pattern()
    months = "|".join(word.capitalize() for word in calendar_words().months)
    join = r"\s?[-–—/]\s?"
    words = journal_words()["journal"]
    names = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in (words["name"], *words["overviews"]))
    head = rf"(?:{party}{join}{party}(?:{join}{party})?\s(?i:Relations)|(?i:{names}))"
    bar, month = r"[|•]?", rf"(?:{months})\.?\s\d{{4}}"
    alone = (
        rf"^[ \t]*(?:{head}[ \t]{{1,8}}{bar}[ \t]?\d{{1,3}}|\d{{1,3}}[ \t]{{1,8}}{bar}[ \t]?{head})[ \t]*$"
        rf"(?:\n[ \t]*{month}[ \t]*$)?"
    )
    inside = (
        rf"(?<![\w/-]){head}\s{{1,4}}{bar}\s{{0,2}}(?:\d{{1,3}}\s{{1,4}}{bar}\s{{0,2}}{month}"
        rf"|{month}\s{{1,4}}{bar}\s{{0,2}}\d{{1,3}}(?=\s[^\W_]))(?!\d)"
    )
    return re.compile(f"{alone}|{inside}", re.MULTILINE)


def asides(text: str) -> list[tuple[int, int]]:
    """Return the asides of a canonical text in order; where two overlap, the first."""
    patterns = (_FOLIO, _footer(), *([_DEBRIS] if "{" in text else []))
    found = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    found += [(match.start(), _caption_end(text, match)) for match in CAPTION.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _caption_end(text: str, head: re.Match[str]) -> int:
    """Return where a caption ends: at a blank line, else behind its credit, else with its line."""
    if head["picture"]:
        return head.end()
    ends = []
    place = head.end()
    for _ in range(_CAPTION_LINES):
        end = text.find("\n", place)
        ends.append(len(text) if end < 0 else end)
        if end < 0 or text[place:end].isspace() or _is_blank_at(text, end + 1):
            return ends[-1]
        place = end + 1
    starts = [head.start(), *(end + 1 for end in ends)]
    credited = (end for start, end in zip(starts, ends, strict=False) if _CREDIT.search(text, start, end))
    return next(credited, ends[0])


def _is_blank_at(text: str, start: int) -> bool:
    end = text.find("\n", start)
    line = text[start:] if end < 0 else text[start:end]
    return not line.strip()
