"""Bodies that the text itself abbreviates: "Agency for Marine Affairs (AMA)".

body = WORD ((LINK | " ") WORD)* " (" INITIALS ")"     the capital letters of the words are the initials;
                                                      one of the words tells that it is a body
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdata.authority.patterns import pattern_words
from ccdata.extract.names.context import Body, Context
from ccdata.extract.names.organisations import last_words
from ccdata.records.terms import ActorKind

_INITIALS = re.compile(r"\(([A-Z]{3,8})\)")
_WORD = re.compile(r"(?:^|[ (])([A-Z][\w'-]*|of|for|and|the|on|in|to|&)$")
_CAPITALS = re.compile(r"(?:^|-)([A-Z])")
_LONGEST = 14
_REACH = 40


def explained(text: str, context: Context) -> Iterator[Body]:
    """Yield the bodies whose abbreviation stands behind their names; those of the authority are left out."""
    for match in _INITIALS.finditer(text):
        end = match.start() - 1
        if end < 1 or text[end] != " " or end in context.lookalikes or _is_known(end, context):
            continue
        start = _start(text, end, match[1], links=False)
        if start is None:
            start = _start(text, end, match[1], links=True)
        kind = _kind(text[start:end].split()) if start is not None else None
        if start is not None and kind is not None:
            yield context.body(start, end, text[start:end], kind, _state(start, end, context))


def _is_known(end: int, context: Context) -> bool:
    """Say whether the authority knows what stands there."""
    hit = context.by_end.get(end)
    return hit is not None and (hit.entry.is_body or hit.sort in ("person", "short"))


def _state(start: int, end: int, context: Context) -> str | None:
    """Return the state that the name holds, or that stands before it."""
    inside = next((code for hit in context.within(start, end) if (code := context.host(hit))), None)
    return inside or context.state_before(start)[1]


def _start(text: str, end: int, initials: str, *, links: bool) -> int | None:
    """Return where the words begin whose capitals, with those of `links` or without, are the initials."""
    place, left = end, initials
    for _ in range(_LONGEST):
        word = _WORD.search(text, max(0, place - _REACH), place)
        if word is None:
            return None
        place = word.start(1)
        capitals = "".join(_CAPITALS.findall(word[1])) or word[1][0].upper() * links
        if not left.endswith(capitals):
            return None
        left = left.removesuffix(capitals)
        if not left:
            return place
        place -= 1
    return None


def _kind(words: list[str]) -> ActorKind | None:
    """Return what kind of body words name; None where none of them tells that it is one."""
    kinds, listed = last_words(), pattern_words().organisations
    if all(word in listed["common"] or word in kinds for word in words):
        return None
    if words[0] in ("Ministry", "Department", "Office") or words[-1] in ("Ministry", "Department", "Office"):
        return "government"
    for word in (words[-1], *words):
        if word in kinds:
            return kinds[word]
    return "organisation" if not listed["explained"].isdisjoint(words) else None
