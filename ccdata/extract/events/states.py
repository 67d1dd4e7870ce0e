"""States behind words: "Chinese", "Tokyo's", "the ROK" → alpha-3 codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain

from ccdata.authority import load_authority
from ccdata.extract.events.words import Word

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


def states_in(words: Iterable[Word]) -> list[tuple[int, str]]:
    """Return the states that words stand for, each with the position of its last word."""
    row = list(words)
    found: list[tuple[int, str]] = []
    place = 0
    while place < len(row):
        sizes = range(min(_LONGEST, len(row) - place), 0, -1)
        size = next((n for n in sizes if _code(row[place : place + n])), 0)
        if size:
            found.append((place + size - 1, _code(row[place : place + size])))
        elif "-" in row[place].text:
            found += [(place, code) for code in _halves(row[place].text)]
        place += max(size, 1)
    return found


def _halves(pair: str) -> list[str]:
    """Return the states of "US-ROK"."""
    codes = (adjectives().get(half) or names().get(half) for half in pair.split("-"))
    return [code for code in codes if code]


def _code(row: list[Word]) -> str:
    phrase = " ".join(word.text for word in row)
    return (adjectives().get(phrase) or names().get(phrase) or "") if phrase[:1].isupper() else ""
