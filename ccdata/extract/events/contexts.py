"""The contexts of an entry: what it is about, by words that show it plainly."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ccdata.authority.plover import load_plover
from ccdata.errors import AuthorityError
from ccdata.extract.events.coding import Code

_MODES = frozenset({"misinformation", "cyber"})
"""The modes that force the context of the same name."""
_HOSTILE = frozenset({"PROTEST", "ASSAULT"})
_BRANCHES = frozenset(
    {"military", "economic", "legal", "health", "legislative", "cc:culture", "cc:transport"}
)
"""What ministers of their own talk about."""
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


def _imply(found: set[str], code: Code) -> None:
    """Add the contexts of the act: forces are military, talks are diplomatic if no branch holds them.

    Crowds and bombs at an embassy are no diplomacy.
    """
    if code.mode in _MODES:
        found.add(code.mode)
    if code.medium == "military" and "terrorism" not in found:
        found.add("military")
    if code.type in _HOSTILE:
        found.discard("diplomatic")
    talks = code.type == "CONSULT" or (code.type, code.mode) == ("REJECT", "meet")
    if talks and found.isdisjoint(_BRANCHES):
        found.add("diplomatic")


def contexts(words: tuple[str, ...], code: Code) -> tuple[str, ...]:
    """Return the contexts that words (lower case) and the act show, in the codebook's order, ours last."""
    found, table = set[str](), _table()
    for place, first in enumerate(words):
        if first in table:
            found.update(name for row, name in table[first] if words[place : place + len(row)] == row)
    _imply(found, code)
    if not found:
        return ()
    book = load_plover()
    return tuple(name for name in (*book.contexts, *book.cc_contexts) if name in found)
