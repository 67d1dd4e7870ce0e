"""The place of an act: behind "in" or "at", known by name.

    place    = ("in" | "at" | "on" | "off" | "to" | "near") ["the"] NAME [", " NAME]     in the main clause
A remote meeting has none. The state comes from the table of towns, or is the place itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ccdata.authority import load_authority
from ccdata.extract.events.landmarks import landmark_end, name_end
from ccdata.extract.events.states import adjectives
from ccdata.extract.events.words import Words

_LONGEST = 6
_HERE = frozenset({"in", "at", "on", "off", "near", "outside"})
_KINDS = {"city", "town", "port", "resort", "province", "island", "village", "region", "capital"}
_CLOSING = frozenset({"prepositions", "breaks"})
_ACROSS = {"into", "through", "over", "to", "toward", "towards"}
_TOWARDS = _HERE | {"to", "into", "for"}


@cache
def gazetteer() -> Mapping[str, str | None]:
    """Return the state of every known place; null for waters and disputed ones."""
    raw = tomllib.loads((files("ccdata.authority") / "places.toml").read_text("utf-8"))
    found: dict[str, str | None] = dict.fromkeys(raw["waters"]["names"])
    for code, country in load_authority().countries.items():
        found |= dict.fromkeys((*country.names, *country.capitals), code)
    for code, towns in raw["towns"].items():
        found |= dict.fromkeys(towns, code)
    return found


@cache
def _longest() -> Mapping[str, int]:
    """Return for a first word how many words a place that begins so may have."""
    found: dict[str, int] = {}
    for name in gazetteer():
        parts = name.replace("'s", " 's").replace(",", " ,").split()
        found[parts[0]] = max(found.get(parts[0], 0), len(parts))
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """Words `[first, last]` that name a place."""

    first: int
    last: int
    country: str | None


def is_place(words: Words, place: int) -> bool:
    """Say whether a known place begins here."""
    return place_at(words, place) is not None


def place_at(words: Words, first: int, *, whole: bool = True) -> Place | None:
    """Return the known place that begins here, the longest."""
    if first >= words.size:
        return None
    limit = min(_longest().get(words.texts[first], 0), words.size - first)
    for size in range(limit, 0, -1):
        name = " ".join(words.texts[first : first + size])
        name = name.replace(" 's", "'s").replace(" ’s", "'s").replace(" ,", ",")
        if name in gazetteer() and not (
            whole and (_goes_on(words, first + size) or _qualifies(words, first + size))
        ):
            return Place(first, first + size - 1, gazetteer()[name])
    return None


def _goes_on(words: Words, after: int) -> bool:
    """Say whether the name belongs to a longer one ("Tokyo University", "China's")."""
    if after >= words.size:
        return False
    following = words.lexemes[after]
    if following.lower == "'s":
        return True
    adjoining = words.ends[after - 1] + 1 == words.starts[after]
    return following.capital and adjoining and following.text != "Province"


def _qualifies(words: Words, after: int) -> bool:
    """Say whether the name is an adjective here ("the US embassy")."""
    if after >= words.size or words.texts[after - 1] not in adjectives():
        return False
    following = words.lexemes[after]
    closed = not following.classes.isdisjoint(_CLOSING) or following.lower in {"and", "or", "to"}
    return following.text[0].isalpha() and not closed


def landmark_at(words: Words, first: int) -> Place | None:
    """Return the place that begins here by a word of its name."""
    last = landmark_end(words, first)
    return Place(first, last, None) if last is not None else None


def find_water(words: Words, low: int, high: int) -> Place | None:
    """Return the sea, strait or shoal into, over or through which forces act."""
    for place in range(low, high - 1):
        if words.lowers[place] in _ACROSS and not words.asides[place]:
            found = place_at(words, place + 1 + (words.lowers[place + 1] == "the"))
            if found is not None and found.country is None and found.last < high:
                return found
    return None


def find_place(words: Words, low: int, high: int, *, towards: bool) -> Place | None:
    """Return the first place of the act in words `[low, high)`; `towards` takes a goal too."""
    openers = _TOWARDS if towards else _HERE
    lowers, asides = words.lowers, words.asides
    for place in [p for p in range(low, high - 1) if lowers[p] in openers and not asides[p]]:
        start = _behind_city(words, place + 1, high)
        found = place_at(words, start) or landmark_at(words, start)
        if found is None and lowers[place] == "off" and (last := name_end(words, start)) is not None:
            found = Place(start, last, None)
        if found is not None and found.last < high:
            return found
    return None


def _behind_city(words: Words, start: int, high: int) -> int:
    """Skip `the [ADJECTIVE] city of`: return where the name begins."""
    if words.lowers[start] != "the":
        return start
    for place in range(start + 1, min(start + 4, high - 1)):
        if words.lowers[place] in _KINDS and words.lowers[place + 1] == "of":
            return place + 2
    return start + 1
