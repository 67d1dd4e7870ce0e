"""What interrupts running text without belonging to it: captions, page numbers, running heads, debris.

    caption  = ("Figure" | "Fig." | "Photo" | "Map" | "Chart" | "Table") NUMBER words [credit], a paragraph
               of its own; where no blank line ends it, its credit does, or else its first line
             | "![" words "](" target ")", a line of its own
    folio    = a line with nothing but a page number
    footer   = (relationship | journal | overview) PAGE MONTH YEAR, anywhere in a line
             | name PAGE [MONTH YEAR], in any order, a line of its own, its pieces as far apart as they like
             | name, three blanks or more, MONTH YEAR, where the name stands before
             | words, three blanks, PAGE, or turned: the same words on three lines, pages ascending
    printed  = URL PAGE "of" PAGES TIME | TIME | a notice of copyright | "Downloaded from ..."
               a line of its own
    debris   = SELECTOR "{" style rules "}", left behind by a page's style sheet

An aside inside a span is left out of the span's clean text; a span that is an aside keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ccdata.authority.calendar import calendar_words
from ccdata.authority.journal import journal_words
from ccdata.authority.parties import party_names, party_pattern
from ccdata.source.running_heads import running_heads

_CAPTION = (
    r"[ \t]*(?:(?P<picture>!\[[^\n]{1,2000}\]\([^()\s]{0,2000}\)[ \t]*$)"
    r"|(?:[*_]{1,3})?(?:Figure|Fig\.|Photo|Map|Chart|Table|Image)[ \t](?P<number>\d{1,3})\b)"
)
CAPTION = re.compile(_CAPTION, re.MULTILINE)
"""A caption's head; it counts at the beginning of a line."""
_CAPTION_LINE = re.compile(rf"\n{_CAPTION}", re.MULTILINE)
_CREDIT = re.compile(r"(?i)\b(?:photo|source|credit|image|picture|courtesy)(?:\s(?:credit|by))?\s?:\s*\S")
_CAPTION_LINES = 9
_FOLIO = re.compile(
    r"\n\f?[ \t]*(?:[Pp](?:age|p?\.)[ \t])?(?:[-–—]{1,2}|[|\[])?[ \t]?\d{1,3}[ \t]?(?:[-–—]{1,2}|[|\]])?"
    r"(?:[ \t]?(?:of|/)[ \t]?\d{1,3})?[ \t\f]*$",
    re.MULTILINE,
)
_TIME = r"\[?\d{1,2}/\d{1,2}/\d{2,4},?[ \t]\d{1,2}:\d\d(?::\d\d)?(?:[ \t]?[AP]M)?\]?"
_PRINTED = re.compile(
    rf"\n\f?[ \t]*(?:file://\S{{1,300}}|https?://\S{{1,300}}[ \t]+(?=[(\d])|(?=\[?\d))"
    rf"(?:[ \t]*\(?\d{{1,3}}(?:/|[ \t]of[ \t])\d{{1,3}}\)?)?(?:[ \t]*{_TIME})?[ \t]*$"
    rf"|\n\f?[ \t]*(?:(?:Copyright[ \t])?(?:©|\([cC]\))|Copyright)[ \t]?(?:19|20)\d\d[^\n]{{0,60}}$"
    rf"|\n\f?[ \t]*Downloaded[ \t](?:from|by)[ \t][^\n]{{1,100}}$",
    re.MULTILINE,
)
_TAGS = r"(?:p|span|table|tr|td|th|div|li|ul|ol|a|b|i|body|html|font|h[1-6])"
_SELECTOR = rf"(?:{_TAGS}?(?:[.#@][\w-]{{1,40}}){{1,4}}|{_TAGS})(?::[\w-]{{1,20}})?"
_SELECTORS = rf"{_SELECTOR}(?:[ ,>]{{1,3}}{_SELECTOR}){{0,5}}"
_RULE = rf"{_SELECTORS}\s?\{{\s{{0,9}}[\w-]{{2,30}}\s?:[^{{}}]{{0,600}}\}}\s{{0,9}}"
_DEBRIS = re.compile(rf"(?<!\S)(?:{_RULE}){{1,20}}")
_BAR = r"[|•]?"
_PAGE = re.compile(r"(?<![\w.])\d{1,3}(?![\w.])")
_WIDE = "   "
_LONGEST_HEAD = 120
_Place = tuple[int, int]


def asides(text: str) -> list[_Place]:
    """Return the asides of a canonical text in order; where two overlap, the first."""
    found = [*_lines(text), *_footers(text)]
    if "{" in text:
        found += [match.span() for match in _DEBRIS.finditer(text)]
    kept: list[_Place] = []
    for start, end in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def without_debris(text: str) -> str:
    """Return a text without what a style sheet has left in it."""
    return _DEBRIS.sub("", text) if "{" in text else text


def _lines(text: str) -> Iterator[_Place]:
    """Yield the asides that are lines of their own.

    A line feed goes before the text, so that each line begins with one: a pattern that begins with a
    character is looked for far faster than one that begins with `^`.
    """
    lined = "\n" + text
    for pattern in (_FOLIO, _PRINTED):
        for match in pattern.finditer(lined):
            yield match.start(), match.end() - 1
    for match in _footer_line().finditer(lined):
        wide = _WIDE in match["pieces"]
        if _PAGE.search(match["pieces"]) or (wide and _is_printed(text, match["head"], match.start())):
            yield match.start(), match.end() - 1
    yield from running_heads(text)
    for match in _CAPTION_LINE.finditer(lined):
        yield match.start(), _caption_end(text, match)


def _footers(text: str) -> Iterator[_Place]:
    """Yield the footers inside lines: their tails are rare, so these are found first."""
    head = _footer_head()
    for tail in _footer_tail().finditer(text):
        end = tail.end("word")
        match = head.search(text, max(0, end - _LONGEST_HEAD), end)
        if match is not None and (tail["page"] or _is_printed(text, match[0], match.start())):
            yield match.start(), tail.end()


def _is_printed(text: str, head: str, end: int) -> bool:
    """Say whether a head stands before a place already, as in a masthead, in capitals or not."""
    return text.find(head, 0, end) >= 0 or text.find(head.upper(), 0, end) >= 0


def _names() -> list[str]:
    words = journal_words()["journal"]
    return [words["name"], *words["overviews"]]


@cache
def _head() -> str:
    """Return the pattern of what a footer begins with."""
    party = party_pattern()
    join = r"\s?[-–—/]\s?"
    names = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in _names())
    return rf"(?:{party}{join}{party}(?:{join}{party})?\s(?i:Relations)|(?i:{names}))"


@cache
def _month() -> str:
    months = "|".join(form for word in calendar_words().months for form in (word.capitalize(), word.upper()))
    return rf"(?:{months})\.?\s\d{{4}}"


@cache
def _footer_line() -> re.Pattern[str]:
    """Return the pattern of a line whose pieces are the name, a page, a month; the name is one of them."""
    head, month = _head(), _month()
    firsts = {form[0] for form in (*party_names(), *_names(), *calendar_words().months)}
    begins = rf"(?=[\d{''.join(sorted(firsts | {letter.swapcase() for letter in firsts}))}])"
    gap = r"[ \t]{1,120}(?:[|•·][ \t]{0,120})?"
    other = rf"(?:\d{{1,3}}(?!\d)|{month})"
    pieces = rf"(?:{other}{gap}){{0,2}}(?P<head>{head})(?:{gap}{other}){{0,2}}"
    return re.compile(
        rf"\n\f?[ \t]*{begins}(?P<pieces>{pieces})[ \t]*$(?:\n[ \t]*{month}[ \t]*$)?",
        re.MULTILINE,
    )


@cache
def _footer_head() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-]){_head()}\Z")


@cache
def _footer_tail() -> re.Pattern[str]:
    """Return the pattern of the last word of a footer's head and all that follows it."""
    lasts = {words.split()[-1] for words in ("Relations", *_names())}
    last = "|".join(sorted({form for word in lasts for form in (word, word.upper())}))
    month = _month()
    return re.compile(
        rf"(?P<word>{last})\s{{1,4}}{_BAR}\s{{0,2}}(?:(?P<page>\d{{1,3}}\s{{1,4}}{_BAR}\s{{0,2}}{month}"
        rf"|{month}\s{{1,4}}{_BAR}\s{{0,2}}\d{{1,3}}(?=\s[^\W_]))|(?<=[ \t]{{3}}){month})(?!\d)"
    )


def _caption_end(text: str, head: re.Match[str]) -> int:
    """Return where a caption ends: at a blank line, else behind its credit, else with its line.

    Its head was found behind a line feed that is not in the text.
    """
    start, place = head.start(), head.end() - 1
    if head["picture"]:
        return place
    ends = []
    for _ in range(_CAPTION_LINES):
        end = text.find("\n", place)
        ends.append(len(text) if end < 0 else end)
        if end < 0 or text[place:end].isspace() or _is_blank_at(text, end + 1):
            return ends[-1]
        place = end + 1
    starts = [start, *(end + 1 for end in ends)]
    credited = (end for begin, end in zip(starts, ends, strict=False) if _CREDIT.search(text, begin, end))
    return next(credited, ends[0])


def _is_blank_at(text: str, start: int) -> bool:
    end = text.find("\n", start)
    line = text[start:] if end < 0 else text[start:end]
    return not line.strip()
