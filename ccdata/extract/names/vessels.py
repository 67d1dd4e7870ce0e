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

from ccdata.authority.patterns import pattern_words
from ccdata.extract.names.context import Body, Context
from ccdata.extract.names.words import is_vocabulary, stop_words

_PREFIXES = sorted(pattern_words().vessels)
_PREFIXED = re.compile(rf"\b(?:{'|'.join(_PREFIXES)})(?: [A-Z](?:[\w'-]+|\.)){{1,4}}")
_NAME = r"([A-Z][\w'-]{2,30}(?: [A-Z][\w'-]{2,30}){0,2}(?: \d{1,6})?)(?![\w'-])"
_CLASSES = "|".join(sorted(pattern_words().ships, key=len, reverse=True))
_CLASSED = re.compile(rf"\b((?:[a-z-]{{2,20}} ){{0,2}}(?:{_CLASSES})s? ){_NAME}")
_SUNK = re.compile(rf"\bsinking of (?:the )?{_NAME}")


def vessels(text: str, context: Context) -> Iterator[Body]:
    """Yield the ships named in a text."""
    for match in _PREFIXED.finditer(text):
        name = match[0].removesuffix("'s")
        owner = pattern_words().vessels[name.partition(" ")[0]]
        yield context.body(match.start(), match.start() + len(name), name, "vessel", owner)
    for match in _CLASSED.finditer(text):
        if _may_be_ship(match.start(2), match[2], context):
            of_state = text.startswith(" ", match.start() - 1)
            state = context.state_before(match.start())[1] if of_state else None
            yield _ship(match.start(2), match[2], context, state)
    for match in _SUNK.finditer(text):
        if _may_be_ship(match.start(1), match[1], context):
            yield _ship(match.start(1), match[1], context, None)


@cache
def _telling() -> tuple[str, ...]:
    """Return words one of which stands in every text that names the class of a ship, or its sinking."""
    last = {words.rpartition(" ")[2] for words in pattern_words().ships}
    return ("sinking of ", *sorted(word for word in last if not any(o in word for o in last - {word})))


def names_ship(text: str) -> bool:
    """Say whether a text can name a ship otherwise than by its prefix."""
    for word in _telling():  # noqa: SIM110 -- asked for every block: a generator would take twice as long
        if word in text:
            return True
    return False


def bare_name(body: Body) -> str:
    """Return the name of a ship without the prefix."""
    first, _, rest = body.name.partition(" ")
    return rest if first in pattern_words().vessels else body.name


def _ship(start: int, name: str, context: Context, state: str | None) -> Body:
    name = name.removesuffix("'s")
    return context.body(start, start + len(name), name, "vessel", state)


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
