"""Places known by a word of their own name, though no list has them.

    landmark = NAME+ NOUN            Soya Strait | Peter the Great Bay | Yasukuni Shrine
             | NOUN ["."] NAME       Mt. Kumgang | Camp Humphreys
             | NOUN "of" NAME+       Gulf of Bo Hai
NAME begins with a capital, "the" and "of" inside. Its state stays open.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ccdata.extract.events.words import Words

_LONGEST = 6
_INSIDE = frozenset({"the", "of"})


class _Nouns(NamedTuple):
    behind: frozenset[str]
    before: frozenset[str]


@cache
def _nouns() -> _Nouns:
    raw = tomllib.loads((files("ccdata.authority") / "places.toml").read_text("utf-8"))
    return _Nouns(*(frozenset(raw["landmarks"][name]) for name in ("behind", "before")))


def landmark_end(words: Words, first: int) -> int | None:
    """Return the last word of the landmark that begins at a word, if one does."""
    nouns, end = _nouns(), _name_end(words, first)
    if end is None:
        return None
    leads = words.texts[first] in nouns.before or (
        words.texts[first] in nouns.behind and end > first and words.lowers[first + 1] == "of"
    )
    named = end > first and (leads or words.texts[end] in nouns.behind)
    return end if named and not _is_owner(words, end + 1) else None


def name_end(words: Words, first: int) -> int | None:
    """Return the last word of any name that begins at a word: "off AMAMI OSHIMA"."""
    end = _name_end(words, first)
    return None if end is None or _is_owner(words, end + 1) else end


def _name_end(words: Words, first: int) -> int | None:
    """Return the last of the capital words that follow each other from a place on."""
    last = None
    for place in range(first, min(first + _LONGEST, words.size)):
        stop = place == first + 1 and words.texts[place] == "." and words.texts[first] in _nouns().before
        if words.lexemes[place].capital:
            last = place
        elif last is None or not (stop or words.lowers[place] in _INSIDE):
            break
    return last


def _is_owner(words: Words, after: int) -> bool:
    return after < words.size and words.lowers[after] in {"'s", "'"}
