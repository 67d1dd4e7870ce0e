"""The words by which somebody is referred back to, from `references.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceWords:
    """The lists of the file."""

    woman: frozenset[str]
    man: frozenset[str]
    numbers: dict[str, int]
    ranks: dict[str, str]
    anybody: frozenset[str]
    states: frozenset[str]
    heads: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    helping: frozenset[str]
    home: str
    leading: frozenset[str]
    no_verb: frozenset[str]
    speech: frozenset[str]
    adverbs: frozenset[str]


@cache
def reference_words() -> ReferenceWords:
    """Read the file, once."""
    data = tomllib.loads(files("ccdata.authority").joinpath("references.toml").read_text("utf-8"))
    ranked: dict[str, str] = data.pop("ranks")
    lists = {key: value for table in data.values() for key, value in table.items() if isinstance(value, str)}
    words = {key: frozenset(value.split()) for key, value in lists.items()}
    home = data["offices"]["home"]
    ranks = {word: noun for noun, printed in ranked.items() for word in printed.split()}
    return ReferenceWords(numbers=data["several"]["numbers"], ranks=ranks, **{**words, "home": home})
