"""The contexts of an entry: what it is about, by words that show it plainly."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from ccdata.authority.plover import load_plover
from ccdata.errors import AuthorityError
from ccdata.extract.events.words import Word

_LONGEST = 4


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    """Return the contexts of every phrase."""
    raw = tomllib.loads((files("ccdata.authority") / "triggers_contexts.toml").read_text("utf-8"))
    book = load_plover()
    if unknown := raw.keys() - book.contexts.keys() - book.cc_contexts.keys():
        raise AuthorityError(f"contexts: not in the codebook: {', '.join(sorted(unknown))}")
    found: dict[str, list[str]] = {}
    for name, phrases in raw.items():
        for phrase in phrases:
            found.setdefault(phrase, []).append(name)
    return {phrase: tuple(names) for phrase, names in found.items()}


@cache
def _first_words() -> frozenset[str]:
    """Return the words that phrases begin with."""
    return frozenset(phrase.split()[0].removesuffix("'s") for phrase in _table())


def contexts(words: Sequence[Word], forced: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the contexts that words show, in the codebook's order, ours last."""
    found, first_words = set(forced), _first_words()
    for place, first in enumerate(words):
        if first.lower not in first_words:
            continue
        phrase = ""
        for word in words[place : place + _LONGEST]:
            phrase = f"{phrase} {word.lower}".strip().replace(" 's", "'s")
            found.update(_table().get(phrase, ()))
    book = load_plover()
    return tuple(name for name in (*book.contexts, *book.cc_contexts) if name in found)
