"""The contexts of an entry: what it is about, by words that show it plainly."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ccdata.authority.plover import load_plover
from ccdata.errors import AuthorityError
from ccdata.extract.events.coding import Code

_MODES = frozenset({"misinformation", "cyber"})
"""The modes that force the context of the same name."""
_HOSTILE = frozenset({"PROTEST", "ASSAULT"})
_BRANCHES = frozenset({"military", "economic", "legal", "legislative", "cc:culture", "cc:transport"})
"""What ministers of their own talk about."""


class _Phrase(NamedTuple):
    """A phrase of several words: all of them, it with a blank on either side, the context it shows."""

    words: frozenset[str]
    text: str
    context: str


class _Table(NamedTuple):
    """The words and phrases that show a context."""

    words: Mapping[str, tuple[str, ...]]
    """The contexts of a word."""
    phrases: Mapping[str, tuple[_Phrase, ...]]
    """Phrases by their first word."""
    firsts: frozenset[str]


@cache
def _table() -> _Table:
    raw = tomllib.loads((files("ccdata.authority") / "triggers_contexts.toml").read_text("utf-8"))
    if unknown := raw.keys() - _ranks().keys():
        raise AuthorityError(f"contexts: not in the codebook: {', '.join(sorted(unknown))}")
    words: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, tuple[_Phrase, ...]] = {}
    for name, printed in raw.items():
        for first, *rest in (phrase.replace("'s", " 's").split() for phrase in printed):
            if rest:
                made = _Phrase(frozenset({first, *rest}), f" {' '.join((first, *rest))} ", name)
                phrases[first] = (*phrases.get(first, ()), made)
            else:
                words[first] = (*words.get(first, ()), name)
    return _Table(words, phrases, frozenset(phrases))


@cache
def _ranks() -> Mapping[str, int]:
    """Return the place of every context in the codebook, ours last."""
    book = load_plover()
    return {name: rank for rank, name in enumerate((*book.contexts, *book.cc_contexts))}


def _imply(found: set[str], code: Code) -> None:
    """Add the contexts of the act: forces are military, talks are diplomatic if no branch holds them.

    Crowds and bombs at an embassy are no diplomacy.
    """
    if code.mode in _MODES:
        found.add(code.mode)
    if code.medium == "military" and "terrorism" not in found:
        found.add("military")
    if code.cc == "resignation":
        found.add("executive")
    if code.type in _HOSTILE:
        found.discard("diplomatic")
    talks = code.type == "CONSULT" or (code.type, code.mode) == ("REJECT", "meet")
    if talks and found.isdisjoint(_BRANCHES):
        found.add("diplomatic")


def contexts(words: tuple[str, ...], code: Code) -> tuple[str, ...]:
    """Return the contexts that words (lower case) and the act show, in the codebook's order, ours last."""
    table, known = _table(), frozenset(words)
    found = {name for word in table.words.keys() & known for name in table.words[word]}
    if possible := [p for word in table.firsts & known for p in table.phrases[word] if p.words <= known]:
        text = f" {' '.join(words)} "
        found |= {phrase.context for phrase in possible if phrase.text in text}
    _imply(found, code)
    return tuple(sorted(found, key=_ranks().__getitem__))
