"""Bodies called after their state, look-alikes, the words that make a capital a place: `patterns.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ccdata.records.terms import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyForm:
    """A kind of body that every state may have; `only` names the one state that calls it so.

    `states` are those whose body can be meant where no state stands beside it; `usual` is the one that is
    meant unless the article's pair holds another.
    """

    key: str
    kind: ActorKind
    name: str
    forms: tuple[str, ...]
    only: str | None
    states: frozenset[str]
    usual: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternWords:
    """The tables of `patterns.toml`."""

    shared: dict[str, str]
    guarded: frozenset[str]
    lookalikes: tuple[str, ...]
    places: dict[str, frozenset[str]]
    organisations: dict[str, frozenset[str]]
    cue_verbs: frozenset[str]
    cues_behind: frozenset[str]
    passives: frozenset[str]
    """What is told of a person behind "is": "sworn", "named"."""
    personal: frozenset[str]
    """Of these, what is told of persons alone."""
    bodies: tuple[BodyForm, ...]
    vessels: dict[str, str]
    """What the names of ships begin with, and the ships' state."""
    ships: tuple[str, ...]
    """The classes of ships behind which their names stand."""
    articled: frozenset[str]
    """States whose name stands behind "the"."""
    departments: frozenset[str]
    """States that have departments instead of ministries."""
    cities: frozenset[str]
    """States that are towns."""
    nouns: frozenset[str]
    """What makes an adjective of an abbreviated state before it: "U.S. troops"."""
    laws: frozenset[str]
    """Last words of the names of laws and treaties."""
    things: frozenset[str]
    """What is called after people."""
    stop: frozenset[str]
    """Capitalised words that belong to no name."""


@cache
def pattern_words() -> PatternWords:
    """Read the file, once."""
    data = tomllib.loads(files("ccdata.authority").joinpath("patterns.toml").read_text("utf-8"))
    looks = data["lookalikes"]["words"].replace("\n", "").split("|")
    return PatternWords(
        shared=data["shared"],
        guarded=frozenset(data["guarded"]["the"]),
        lookalikes=tuple(looks),
        places=_sets(data["places"]),
        organisations=_sets(data["organisations"]),
        cue_verbs=frozenset(data["cues"]["verbs"].split()),
        cues_behind=frozenset(data["cues"]["behind"].split()),
        passives=frozenset(data["cues"]["passives"].split()),
        personal=frozenset(data["cues"]["personal"].split()),
        bodies=tuple(_form(row) for row in data["bodies"]["forms"]),
        vessels=data["vessels"],
        ships=tuple(data["ships"]["classes"].split("|")),
        articled=frozenset(data["states"]["articled"].split()),
        departments=frozenset(data["states"]["departments"].split()),
        cities=frozenset(data["states"]["cities"].split()),
        nouns=frozenset(data["states"]["nouns"].split()),
        laws=frozenset(data["laws"]["words"].split()),
        things=frozenset(data["things"]["words"].split()),
        stop=frozenset((data["stop"]["words"] + " " + data["things"]["words"]).split()),
    )


def _sets(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in table.items()}


def _form(row: dict[str, Any]) -> BodyForm:
    return BodyForm(
        key=row["key"],
        kind=row["kind"],
        name=row["name"],
        forms=tuple(row["forms"]),
        only=row.get("only"),
        states=frozenset(row.get("states", "").split()),
        usual=row.get("usual"),
    )
