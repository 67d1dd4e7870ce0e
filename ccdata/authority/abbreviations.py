"""Abbreviations: what a full stop behind a word means for the end of a sentence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """The lists of `abbreviations.toml`, lower case, without the last full stop."""

    never: frozenset[str]
    """A name or a number follows: never the end of a sentence."""
    months: frozenset[str]
    """A day or a year follows."""
    words: frozenset[str]
    """Words of their own that abbreviate only before a figure."""
    either: frozenset[str]
    """The end of a sentence where one of the `starters` follows."""
    starters: frozenset[str]
    """Words that begin sentences."""


@cache
def load_abbreviations() -> Abbreviations:
    """Read the data file once."""
    data = tomllib.loads(files("ccdata.authority").joinpath("abbreviations.toml").read_text("utf-8"))
    return Abbreviations(**{name: frozenset(words) for name, words in data.items()})
