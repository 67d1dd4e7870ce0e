"""The facts that generated articles are made of: states, office holders, name customs, words, patterns."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ccdata.records.terms import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who held an office from and to a month (`YYYY-MM`)."""

    name: str
    called: str
    office: str
    start: str
    end: str
    pronoun: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state as this genre speaks of it; `name` may carry an article (the Philippines)."""

    code: str
    name: str
    adjective: str
    capital: str
    custom: str
    places: tuple[str, ...]
    titles: dict[str, str]
    ministry: str
    media: str
    known: tuple[Holder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A relationship of the journal: its printed name, its parties, the states on either side."""

    name: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    parties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A sentence with slots and its truth, named for the phenomenon it shows."""

    phenomenon: str
    text: str
    quotes: tuple[dict[str, Any], ...]
    roles: tuple[tuple[str, tuple[Role, ...]], ...]
    types: tuple[str, ...]
    medium: Any


@cache
def states() -> dict[str, State]:
    """Return the states by their code."""
    return {code: _state(code, row) for code, row in _data("states").items()}


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the relationships."""
    return tuple(
        Pair(
            name=row["name"],
            sides=(tuple(row["sides"][0]), tuple(row["sides"][1])),
            parties=tuple(_two(party) for party in row["parties"]),
        )
        for row in _data("pairs")["pair"]
    )


@cache
def customs() -> dict[str, dict[str, Any]]:
    """Return how names are made, by custom."""
    made: dict[str, dict[str, Any]] = _data("customs")
    return made


@cache
def offices() -> dict[str, list[str]]:
    """Return the authority's titles by office."""
    made: dict[str, list[str]] = _data("offices")
    return made


@cache
def words() -> dict[str, tuple[Any, ...]]:
    """Return what fills the slots of patterns, by the slot's name."""
    return {name: tuple(rows) for name, rows in _data("words").items()}


@cache
def patterns(kind: str) -> tuple[Pattern, ...]:
    """Return the patterns of a kind: deed, tail, saying or telling."""
    source = "deeds" if kind in {"deed", "tail"} else "sayings"
    return tuple(_pattern(row) for row in _data(source)[kind])


def _state(code: str, row: dict[str, Any]) -> State:
    known = tuple(_holder(line) for line in row["known"])
    return State(code=code, **{**row, "places": tuple(row["places"]), "known": known})


def _holder(line: str) -> Holder:
    name, called, office, start, end, pronoun = line.split("|")
    return Holder(name=name, called=called, office=office, start=start, end=end, pronoun=pronoun)


_ROLES: dict[str, tuple[Role, ...]] = {
    "source": ("source",),
    "target": ("target",),
    "participant": ("participant",),
    "mentioned": ("mentioned",),
    "either": ("source", "target", "participant"),
}


def _pattern(row: dict[str, Any]) -> Pattern:
    roles = tuple((slot, right) for key, right in _ROLES.items() for slot in row.get(key, ""))
    return Pattern(
        phenomenon=row["phenomenon"],
        text=row["text"],
        quotes=tuple(row.get("quotes", ())),
        roles=roles,
        types=tuple(row.get("type", ())),
        medium=row.get("medium"),
    )


def _two(text: str) -> tuple[str, str]:
    name, _, kind = text.partition("|")
    return name, kind


def _data(name: str) -> Any:
    folder = resources.files("ccdata.testing").joinpath("data")
    return tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
