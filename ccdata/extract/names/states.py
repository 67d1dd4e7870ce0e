"""Where the name of a state is none: part of a post, of a body's name, of a law's.

    post  = ABBREVIATION (words of titles)* HEAD       "the U.S. ambassador", "a chief ROK negotiator"
    noun  = ABBREVIATION " " noun                     "U.S. troops", "ROK exports"
    body  = ABBREVIATION " " BODY                      "U.S. Pacific Command", "the US embassy"
    law   = STATE (" " Capitalised)+ that ends in the word for a law      "Taiwan Relations Act"

Only abbreviations are used like adjectives ("U.S.", "ROK").
"""

from __future__ import annotations

import re

from ccdata.authority.patterns import pattern_words
from ccdata.authority.titles import title_words
from ccdata.extract.names.candidates import Scan
from ccdata.extract.names.index import Hit

_LOWER = re.compile(r" ([a-z][a-z-]{1,24})")
_LAW = re.compile(r"(?:[ -](?:[A-Z][\w'.-]{0,24}|of|on|and|for)){1,8}")
_MOST = 4
_MISSION = (" embassy", " Embassy", " consulate", " Consulate", " mission ")


def is_part(text: str, hit: Hit, scan: Scan) -> bool:
    """Say whether the name of a state at a place belongs to other words."""
    if text.startswith("'", hit.end):
        return False
    if hit.entry.is_short:
        behind = _LOWER.match(text, hit.end)
        if behind and (behind[1] in pattern_words().nouns or _is_of_post(text, hit.end)):
            return True
        if _is_of_body(hit, scan):
            return True
    return _names_law(text, hit.end)


def _is_of_post(text: str, place: int) -> bool:
    """Lower-case words of titles follow, the last of them a post in the singular."""
    known = title_words()
    for _ in range(_MOST):
        match = _LOWER.match(text, place)
        if match is None:
            return False
        if match[1] in known.heads:
            return known.heads[match[1]] == match[1]
        if match[1] not in known.fields and match[1] not in known.modifiers:
            return False
        place = match.end()
    return False


def _is_of_body(hit: Hit, scan: Scan) -> bool:
    """A body's own name, or its mission, follows."""
    return hit.end + 1 in scan.starts or scan.folded.text.startswith(_MISSION, hit.end)


def _names_law(text: str, place: int) -> bool:
    match = _LAW.match(text, place) if text[place : place + 1] in (" ", "-") else None
    return match is not None and any(w.rstrip(".,") in pattern_words().laws for w in match[0].split()[1:])
