"""The words beside a name that tell a person: what it says or does, what is done to it, where it belongs.

cued       NAME VERB | NAME "of the" INSTITUTION | NAME "was" PARTICIPLE | NAME ", who" | "according to" NAME
suffered   NAME ("is" | "was" | "has been" | "had been") PARTICIPLE
belongs    NAME ("of" | "from" | "at" | "with") ["the"] BODY
"""

from __future__ import annotations

import re
from collections.abc import Container

from ccdata.authority.patterns import pattern_words
from ccdata.extract.names.words import words_before

_BEHIND = re.compile(r"(?:([A-Za-z]+) )?([A-Za-z]+),? $")
_VERB = re.compile(r",? ([a-z]+)")
_PASSIVE = re.compile(r" (?:is|was|has been|had been) ([a-z-]+)")
_FROM = re.compile(
    r" (?:of|at|from) (?:the )?(?:[A-Z][\w-]+ ){0,5}"
    r"(?:University|Institut|Center|Centre|Foundation|Council|College|Academy)"
)
_OF = re.compile(r" (?:of|from|at|with) (?:the )?")


def belongs(text: str, end: int, bodies: Container[int]) -> bool:
    """Say whether a body follows to which somebody belongs: "NAME of the Red Cross"."""
    match = _OF.match(text, end)
    return match is not None and match.end() in bodies


def suffered(text: str, end: int) -> str:
    """Return what is told of the name in the passive: "sworn"; nothing where it does the deed."""
    passive = _PASSIVE.match(text, end)
    return passive[1] if passive else ""


def is_cued(text: str, start: int, end: int) -> bool:
    """Say whether the name stands beside a word of speech or of deed."""
    verb = _VERB.match(text, end)
    if (verb and verb[1] in pattern_words().cue_verbs) or _FROM.match(text, end):
        return True
    if suffered(text, end) in pattern_words().passives:
        return True
    if text.startswith((", who ", ", whose "), end):
        return True
    before = _BEHIND.search(text, words_before(text, start, blanks=2, reach=40), start)
    if before is None:
        return False
    last, ahead = before[2].lower(), (before[1] or "").lower()
    if last == "to":
        return ahead in ("according", "told", "spoke", "listening")
    return last in pattern_words().cues_behind
