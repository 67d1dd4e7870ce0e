"""States behind words: "Chinese", "Tokyo's", "the ROK" → alpha-3 codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain

from ccdata.authority import load_authority

_LONGEST = 4


@cache
def adjectives() -> Mapping[str, str]:
    """Return the state of every adjective, demonym and abbreviation used like one ("US", "ROK")."""
    found: dict[str, str] = {}
    for code, country in load_authority().countries.items():
        short = (name for name in country.names if name.isupper())
        for word in chain(country.adjectives, country.demonyms, short):
            found.setdefault(word, code)
            found.setdefault(f"{word}s", code)
    return found


@cache
def plain_names() -> frozenset[str]:
    """Return the last words of states' names that serve as no adjective: "Japan", not "US"."""
    countries = load_authority().countries.values()
    last = {name.rpartition(" ")[2] for country in countries for name in country.names if not name.isupper()}
    return frozenset(last - adjectives().keys())


@cache
def _codes() -> Mapping[str, str]:
    """Return the state of every word or words for one; adjectives before names."""
    return {**names(), **adjectives()}


@cache
def _longest() -> Mapping[str, int]:
    """Return for a first word how many words, up to four, the words for a state have that begin so."""
    found: dict[str, int] = {}
    for phrase in _codes():
        first, *rest = phrase.split(" ")
        if first[:1].isupper():
            found[first] = max(found.get(first, 0), min(len(rest) + 1, _LONGEST))
    return found


@cache
def names() -> Mapping[str, str]:
    """Return the state of every name of a state, its capital and metonyms too."""
    found: dict[str, str] = {}
    countries = load_authority().countries.items()
    for code, country in countries:
        found |= dict.fromkeys(country.names, code)
    for code, country in countries:
        for word in chain(country.capitals, country.metonyms):
            found.setdefault(word, code)
    return found


def states_in(row: Sequence[str]) -> list[tuple[int, str]]:
    """Return the states that words stand for, each with the position of its last word."""
    longest, codes = _longest(), _codes()
    found: list[tuple[int, str]] = []
    end = 0
    for place in [p for p, word in enumerate(row) if word in longest or "-" in word]:
        if place < end:
            continue
        size = _size(row, place, longest.get(row[place], 0))
        if size:
            end = place + size
            found.append((end - 1, codes[" ".join(row[place:end])]))
        elif "-" in row[place]:
            found += [(place, codes[half]) for half in row[place].split("-") if half in codes]
    return found


def _size(row: Sequence[str], place: int, most: int) -> int:
    """Return how many words stand for a state at a place, the most; 0 where none does."""
    codes = _codes()
    for size in range(min(most, len(row) - place), 0, -1):
        if " ".join(row[place : place + size]) in codes:
            return size
    return 0
