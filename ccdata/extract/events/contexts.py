"""The contexts of an entry: what it is about, by words that show it plainly."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from ccdata.authority.plover import load_plover
from ccdata.errors import AuthorityError

_Phrase = tuple[tuple[str, ...], str]
"""The words of a phrase, and the context it shows."""


@cache
def _table() -> Mapping[str, tuple[_Phrase, ...]]:
    """Return for a word the phrases that begin with it, each with its context."""
    raw = tomllib.loads((files("ccdata.authority") / "triggers_contexts.toml").read_text("utf-8"))
    book = load_plover()
    if unknown := raw.keys() - book.contexts.keys() - book.cc_contexts.keys():
        raise AuthorityError(f"contexts: not in the codebook: {', '.join(sorted(unknown))}")
    found: dict[str, list[_Phrase]] = {}
    for name, phrases in raw.items():
        for phrase in phrases:
            row = tuple(phrase.replace("'s", " 's").split())
            found.setdefault(row[0], []).append((row, name))
    return {first: tuple(rows) for first, rows in found.items()}


def contexts(words: tuple[str, ...], forced: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the contexts that words (lower case) show, in the codebook's order, ours last."""
    found, table = set(forced), _table()
    for place, first in enumerate(words):
        if first in table:
            found.update(name for row, name in table[first] if words[place : place + len(row)] == row)
    if not found:
        return ()
    book = load_plover()
    return tuple(name for name in (*book.contexts, *book.cc_contexts) if name in found)
