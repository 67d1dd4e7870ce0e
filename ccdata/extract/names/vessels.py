"""Ships: by the prefix of a navy, by their class, by their sinking.

vessel = PREFIX NAME                               "USS Chafee"
       | ADJECTIVE? (word " "){0,2} CLASS NAME     "the Korean fishing boat Daeseung 55"
       | "sinking of the" NAME
NAME   = Capitalised (" " Capitalised)* (" " FIGURES)?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from ccdata.authority.patterns import pattern_words
from ccdata.extract.names.context import Body, Context
from ccdata.extract.names.words import is_vocabulary, stop_words

_PREFIXES = "|".join(sorted(pattern_words().vessels))
_PREFIXED = re.compile(rf"\b(?:{_PREFIXES})(?: [A-Z](?:[\w'-]+|\.)){{1,4}}")
_NAME = re.compile(
    r"s? (?:of )?(?:the )?([A-Z][\w'-]{2,30}(?: [A-Z][\w'-]{2,30}){0,2}(?: \d{1,6})?)(?![\w'-])"
)
_SINKING = "sinking"
_BETWEEN = 3
_REACH = 25


@cache
def _classes() -> AhoCorasick:
    words = [_SINKING, *pattern_words().ships]
    return AhoCorasick(words, implementation=Implementation.DFA)


def prefixed(text: str, context: Context) -> Iterator[Body]:
    """Yield the ships with the prefix of a navy."""
    for match in _PREFIXED.finditer(text):
        name = match[0].removesuffix("'s")
        state = pattern_words().vessels[name.partition(" ")[0]]
        yield context.body(match.start(), match.start() + len(name), name, "vessel", state)


def classed(text: str, context: Context) -> Iterator[Body]:
    """Yield the ships behind their class, and those that are said to sink."""
    for number, start, end in _classes().find_matches_as_indexes(text):
        match = _NAME.match(text, end) if not text[start - 1 : start].isalpha() else None
        sinks = number == 0
        if match is None or sinks != text.startswith(" of ", end) or (not sinks and " the " in match[0]):
            continue
        if _may_be_ship(match.start(1), match[1], context):
            name = match[1].removesuffix("'s")
            state = None if sinks else _state(text, start, context)
            yield context.body(match.start(1), match.start(1) + len(name), name, "vessel", state)


def bare_name(body: Body) -> str:
    """Return the name of a ship without the prefix."""
    first, _, rest = body.name.partition(" ")
    return rest if first in pattern_words().vessels else body.name


def _state(text: str, place: int, context: Context) -> str | None:
    """Return the state of an adjective before the class, one or two words in lower case between them."""
    for _ in range(_BETWEEN):
        if not place or text[place - 1] != " ":
            return None
        state = context.state_before(place)[1]
        if state is not None:
            return state
        place = text.rfind(" ", max(0, place - _REACH), place - 1) + 1
        if not text[place : place + 1].islower():
            return None
    return None


def _may_be_ship(start: int, name: str, context: Context) -> bool:
    """Say whether the words are no known name, no title and nothing that begins a sentence."""
    first = name.partition(" ")[0]
    hit = context.by_start.get(start)
    known = hit is not None and hit.sort != "person"
    return not (
        known
        or name.endswith("-class")
        or first in stop_words()
        or is_vocabulary(first)
        or first in pattern_words().vessels
    )
