"""The pieces of a title and what they say together: where it begins, which head counts, which state."""

from __future__ import annotations

import re
from typing import NamedTuple

from ccdata.authority.patterns import pattern_words
from ccdata.authority.titles import title_words

ARTICLES = frozenset({"the", "a", "an"})
HYPHENED = re.compile(
    r"(?:ex|then|vice|newly|pro|anti|non|high|us|long|one)-[a-z-]+|[a-z]+-(?:based|born|led|elected)"
)
_OPENING = frozenset({"the", "a", "an", "perhaps", "then", "now", "formerly", "himself", "herself", "one"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_FINITE = frozenset(
    {"is", "has", "had", "was", "were", "are", "will", "would", "can", "could", "who", "that", "and"}
)
LOOSE = ("connector", "modifier")
"""The pieces that can stand before a title and not in it: possessives and numbers are modifiers."""
_NOT_OF_TITLES = _POSSESSIVES | {"two", "three", "four", "five"}
_FAR = 10


class Part(NamedTuple):
    """A piece of a title: `sort` is head, state, body, field, modifier, connector or name."""

    start: int
    end: int
    sort: str
    word: str
    country: str | None = None
    named: bool = False
    """Whether a state stands there by its name, not as an adjective or by its capital."""


def trimmed(parts: list[Part]) -> list[Part]:
    """Leave out what stands before the title: it begins with no connector, no possessive and no number."""
    parts = _cut(parts)
    while parts and (parts[0].sort == "connector" or parts[0].word.lower() in _NOT_OF_TITLES):
        parts = parts[1:]
    return parts


def _cut(parts: list[Part]) -> list[Part]:
    """Cut before a second head that a bare connector leads to, and at "and" before another's title."""
    for place in range(len(parts) - 1, 0, -1):
        part = parts[place - 1]
        if part.sort not in LOOSE:
            continue
        behind = parts[place:]
        if part.word.lower() in _POSSESSIVES or _is_loose(parts, place - 1):
            return behind
        if part.sort != "connector" or not any(p.sort == "head" for p in behind):
            continue
        if part.word in ("and", "&"):
            if _parts_two_titles(parts[: place - 1], behind):
                return behind
        elif part.word in ("to", "of", "for", "with", "at", "in") and _opens_title(behind):
            return behind
    return parts


def _is_loose(parts: list[Part], place: int) -> bool:
    """A state that a connector follows begins no title, but in a list of states."""
    if parts[place].sort != "connector" or not place or parts[place - 1].sort != "state":
        return False
    if any(part.sort == "head" for part in parts[:place]):
        return False
    return parts[place + 1].sort != "state" or parts[place].word not in ("and", "&")


def _parts_two_titles(left: list[Part], right: list[Part]) -> bool:
    """Say whether "and" joins two people's titles: the left one is whole, the right one has a state."""
    heads = [part for part in left if part.sort == "head"]
    if not heads:
        return False
    if right[0].sort == "state":
        return True
    return not heads[-1].word[0].isupper()


def _opens_title(behind: list[Part]) -> bool:
    """Say whether the pieces behind a connector are a whole title: states and modifiers, then a head."""
    for part in behind:
        if part.sort == "head":
            return part.word not in title_words().ranks and part.word[0].isupper()
        if part.sort not in ("state", "modifier", "field") or part.word in ARTICLES:
            return False
    return False


def main_head(parts: list[Part]) -> Part | None:
    """Return the head that the title turns on: the first that is no deputy or assistant of the next."""
    heads = [(place, part) for place, part in enumerate(parts) if part.sort == "head"]
    for place, part in heads[:-1]:
        if parts[place + 1].sort not in ("head", "field"):
            return part
    return heads[-1][1] if heads else None


def begin_of(parts: list[Part]) -> int:
    """Return where the title's own words begin: behind a state's possessive ("Japan's")."""
    begin = parts[0].start
    for part in parts:
        if part.sort == "head":
            break
        if part.sort == "state" and part.end - part.start > len(part.word):
            begin = part.end + 1
    return begin


def countries_of(parts: list[Part], main: Part) -> tuple[str, ...]:
    """Return the states before the head; else the one behind "of"; else the body's."""
    states = [
        part for place, part in enumerate(parts) if part.sort == "state" and not _is_topic(parts, place)
    ]
    left = tuple(part.country for part in states if part.start < main.start and part.country)
    if left:
        return left if len(left) == 1 or _joined_states(parts, main) else left[:1]
    connector = ""
    for part in parts:
        if part.start <= main.start:
            continue
        if part.sort == "connector" and part.word not in ARTICLES:
            connector = part.word
        if part in states and part.country and connector == "of":
            return (part.country,)
    bodies = tuple(p.country for p in parts if p.sort in ("body", "field") and p.country)
    return bodies[:1]


def _is_topic(parts: list[Part], place: int) -> bool:
    """Say whether a state is what somebody knows: "a China expert", "dean of American studies"."""
    part, behind = parts[place], parts[place + 1 : place + 2]
    if not behind or part.end - part.start > len(part.word):
        return False
    word = behind[0].word.lower().rstrip(",")
    return word in title_words().subjects or (part.named and word in title_words().learned)


def _joined_states(parts: list[Part], main: Part) -> bool:
    """Say whether the states before the head are a list ("Chinese and Russian ambassadors")."""
    between = [p for p in parts if p.start < main.start]
    return any(p.sort == "connector" and p.word == "and" for p in between)


def is_apposition(parts: list[Part], main: Part) -> bool:
    """Say whether words behind a comma describe the name.

    Without an article all words before the head are words of titles; with one, a few others may be there.
    """
    ahead = parts[: parts.index(main)]
    if ahead and ahead[0].word.lower() in _OPENING:
        return len(ahead) < _FAR and not any(_is_finite(part.word.lower()) for part in ahead)
    return all(_is_of_title(part) for part in ahead)


def _is_finite(word: str) -> bool:
    return word in _FINITE or word in pattern_words().cue_verbs


def _is_of_title(part: Part) -> bool:
    if part.sort in ("state", "body", "head") or part.word[0].isupper():
        return True
    lower, known = part.word.lower().rstrip(","), title_words()
    return lower in known.fields or lower in known.modifiers or HYPHENED.fullmatch(lower) is not None
