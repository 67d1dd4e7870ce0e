"""An article in one paragraph, cut into the parts that other layouts set apart.

    flattened  = ["Total Page:" N] [relationship ":" title] masthead [tagline] relationship ":" title
                 {name affiliation} body chronology
    title      = what follows the relationship both times it is printed
    chronology = "Chronology of" relationship [period] run-on entries

Where the title is printed once, its end cannot be told from the author's name, and both stay null: what
stands before it is read, it and the author stay in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ccdata.authority.calendar import calendar_words
from ccdata.authority.journal import journal_words
from ccdata.authority.parties import party_names, party_pattern
from ccdata.document.chronology import SPACED_CHRONOLOGY
from ccdata.document.chunks import Chunk
from ccdata.document.run_on import find_labels, opens_with_label

_LONG = 1500
_FRONT = 1500
_PAGES = re.compile(r"Total Pages?\s?:\s?\d{1,4}")
_TAGLINE = re.compile(
    r"(?i:an?)\s(?:\w{2,12}\s){0,2}(?i:e|electronic)[- ]?(?i:journal)\s(?i:of|on)\s"
    r"(?:\w{2,12}\s){1,4}(?i:relations)"
    r"(?:\s(?i:in)\s(?:(?i:the)\s)?[A-Z][\w-]+)?"
)
_SHORTEST_TITLE = 3
_CUT = tuple[int, int]


def part_flattened(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Cut the long chunks in which a header or a chronology is hidden; leave all others."""
    made: list[Chunk] = []
    for chunk in chunks:
        long = chunk.kind == "text" and len(chunk.text) >= _LONG
        made.extend(_parts(chunk, first=not made) if long else [chunk])
    return made


def _parts(chunk: Chunk, *, first: bool) -> Iterator[Chunk]:
    text = chunk.text
    head = list(_front(text)) if first else []
    body_start = head[-1][1] if head else 0
    body_start += text[body_start : body_start + 1] == ":"
    tail = list(_chronology(chunk, body_start))
    body_end = tail[0][0] if tail else len(text)
    for start, end in [*head, (body_start, body_end), *tail]:
        piece = _piece(chunk, start, end)
        if piece is not None:
            yield piece


def _piece(chunk: Chunk, start: int, end: int) -> Chunk | None:
    """Return the clean characters as a chunk of their own."""
    text = chunk.text[start:end]
    if not text.strip():
        return None
    if len(text) == len(chunk.text):
        return chunk
    start += len(text) - len(text.lstrip())
    block = chunk.block.cut(start, start + len(text.strip()))
    return replace(chunk, start=block.start, end=block.end, block=block, bold=False, indented=False)


@cache
def _relationship_pattern() -> re.Pattern[str]:
    party = party_pattern()
    join = r"\s?[-‐–—/]\s?"
    overviews = "|".join(map(re.escape, journal_words()["journal"]["overviews"]))
    pair = rf"{party}{join}{party}(?:{join}{party})?\s{{1,2}}(?i:Relations)"
    return re.compile(rf"(?<![\w-])(?:{pair}|(?i:{overviews}))(?!\w)")


@cache
def _journal_pattern() -> re.Pattern[str]:
    """The journal's name, its letters spaced or not."""
    words = journal_words()["journal"]["name"].split()
    return re.compile("(?i)(?<!\\w)" + r"\s{1,3}".join(r"\s?".join(word) for word in words) + "(?!\\w)")


def _front(text: str) -> Iterator[_CUT]:
    """Yield the parts of the header in order."""
    window = text[:_FRONT]
    titled = _titles(window)
    if not titled:
        yield from _opening(window)
        return
    place = 0
    names = list(_authors(text, titled[-1][1]))
    signs = [
        match.span()
        for pattern in (_PAGES, _journal_pattern(), _TAGLINE)
        for match in pattern.finditer(window)
    ]
    for start, end in sorted({*signs, *titled, *names}):
        if start < place or start > (names[-1][1] if names else titled[-1][1]):
            continue
        if text[place:start].strip():
            yield place, start
        yield start, end
        place = end


def _opening(window: str) -> Iterator[_CUT]:
    """Yield what is sure where the title is printed once: pages, name, tagline, relationship."""
    patterns = (_PAGES, _journal_pattern(), _TAGLINE, _relationship_pattern())
    place, found = 0, []
    while True:
        start = place + len(window[place:]) - len(window[place:].lstrip(" :"))
        match = next((m for pattern in patterns if (m := pattern.match(window, start))), None)
        if match is None:
            break
        found.append(match.span())
        place = match.end()
    if window[place : place + 1] == ":" or len(found) > 1:
        yield from found


def _titles(window: str) -> list[_CUT]:
    """Return where "relationship: title" stands, if it is printed twice."""
    heads = [m for m in _relationship_pattern().finditer(window) if window[m.end() : m.end() + 1] == ":"]
    if len(heads) < 2:  # noqa: PLR2004
        return []
    one, two = window[heads[0].end() :], window[heads[1].end() :]
    same = next(
        (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    title = one[:same] if same >= len(one) or one[same - 1 : same] == " " else one[:same].rpartition(" ")[0]
    length = len(title.rstrip(" ,"))
    if length < _SHORTEST_TITLE:
        return []
    return [(head.start(), head.end() + length) for head in heads[:2]]


@cache
def _author_pattern() -> re.Pattern[str]:
    """Return the pattern of NAME AFFILIATION before another author or the first sentence."""
    words = journal_words()
    keys = "|".join(sorted(words["flattened"]["institutions"], key=len, reverse=True))
    held = "|".join(re.escape(word) for word in words["furniture"]["affiliations"] if " " not in word)
    starters = "|".join(words["flattened"]["starters"])
    places = "|".join(re.escape(form) for form in party_names())
    cap = rf"(?!(?i:{held})\b)[A-Z][\w'’-]+"
    name = rf"(?:(?:[A-Z]\.\s?){{1,2}}(?:{cap}\s)?{cap}|{cap}\s(?:(?:[A-Z]\.|de|van|von)\s)?{cap})"
    tail = rf"(?:\s(?:(?i:{places})|[A-Z]{{2,6}})(?!\s[a-z])(?![\w-]))*+"
    link = r"\s(?:of|for|on|at|in|and|the)(?:\s(?:the|and))?\s[A-Z][\w'’-]+|,?\s[A-Z][\w'’&-]+"
    institution = rf"(?:[A-Z][\w'’-]+\s){{0,3}}?(?:{keys})\b"
    after = rf"(?=\s(?:{name}\s{institution}|[A-Z][\w'’-]*,?\s(?:[a-z]|\d)|(?:{starters})\b))"
    return re.compile(
        rf"\s{{0,3}}(?:(?i:by)\s)?(?P<name>{name}),?\s(?P<aff>{institution}{tail}(?:{link}){{0,8}}?){after}"
    )


def _authors(text: str, start: int) -> Iterator[_CUT]:
    """Yield name, affiliation, name, affiliation ... from the title's end on."""
    place = start
    while (match := _author_pattern().match(text, place, start + _FRONT)) is not None:
        yield match.span("name")
        yield match.span("aff")
        place = match.end()


@cache
def _heading_pattern() -> re.Pattern[str]:
    months = "|".join(word.capitalize() for word in calendar_words().months)
    month = rf"(?:(?i:{months})\.?(?:\s\d{{4}})?)"
    period = rf"(?:{month}\s?(?:[-–—]|to|through)\s?{month}|{month})"
    return re.compile(
        rf"(?P<heading>(?i:{SPACED_CHRONOLOGY}\s(?:of|from|for))\s(?:[^.:;!?]|U\.S\.){{3,80}}?(?i:relations|overview))(?P<period>\s{period}(?=\s))?"
    )


def _chronology(chunk: Chunk, start: int) -> Iterator[_CUT]:
    """Yield heading, period and entries; without a heading the entries alone."""
    text = chunk.text
    for match in reversed(list(_heading_pattern().finditer(text, start))):
        if opens_with_label(text, match.end() + (text[match.end() : match.end() + 1] == " ")):
            yield match.span("heading")
            if match["period"]:
                yield match.span("period")
            yield match.end(), len(text)
            return
    if start == 0 and chunk.is_run_on:
        return
    sure = [inner for inner in find_labels(text[start:]) if inner.colon]
    if len(sure) >= 3:  # noqa: PLR2004
        yield start + sure[0].start, len(text)
