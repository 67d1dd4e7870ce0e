"""The cast of a generated article: who holds which office, known people and invented ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ccdata.authority import load_authority
from ccdata.testing.dice import happens
from ccdata.testing.letters import in_windows_1252
from ccdata.testing.world import Pair, State, customs, offices, pairs, states

LEADERS = ("head", "premier", "foreign", "defense", "trade")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One of the cast. `title` is what stands before the name, with the state's adjective."""

    name: str
    called: str
    title: str
    bare_title: str
    country: str
    pronoun: str | None


@dataclass(slots=True, kw_only=True)
class Cast:
    """People of both sides by office, made when first asked for; no two share a surname.

    A known holder is one of states.toml or of the authority; the others are invented.
    """

    rng: random.Random
    month: str
    home: State
    away: State
    third: State
    latin: bool = False
    known_share: float = 0.6
    _people: dict[str, Person] = field(default_factory=dict)

    def person(self, state: State, office: str, title: str | None = None) -> Person:
        """Return the holder of an office; `title` where the office is not of the state's list."""
        key = f"{state.code}:{office}"
        if key not in self._people:
            self._people[key] = self._appoint(state, office, title or state.titles[office])
        return self._people[key]

    def _appoint(self, state: State, office: str, title: str) -> Person:
        holder = self._holder(state, office)
        name, called, pronoun = holder or self._invent(state)
        return Person(
            name=name,
            called=called,
            title=f"{state.adjective} {title}",
            bare_title=title,
            country=state.code,
            pronoun=pronoun,
        )

    def _holder(self, state: State, office: str) -> tuple[str, str, str | None] | None:
        """Return who held the office in the article's month, now and then, where the surname is free."""
        if not happens(self.rng, self.known_share):
            return None
        titles = (state.titles["head"],) if office == "head" else tuple(offices().get(office, ()))
        held = [*_listed(state, office, self.month), *_of_authority(state.code, titles, self.month)]
        free = [row for row in held if self._fits(row[0], row[1])]
        return self.rng.choice(free) if free else None

    def _invent(self, state: State) -> tuple[str, str, str]:
        for _ in range(200):
            name, called, pronoun = invented_name(self.rng, self._custom(state))
            if self._free(name, called):
                return name, called, pronoun
        raise RuntimeError(f"no free name left in the custom {state.custom}")

    def _custom(self, state: State) -> str:
        """Return how names are written: with or without the letters of Vietnamese."""
        plain = self.latin or self.month < "2018"
        return f"{state.custom}-plain" if plain and f"{state.custom}-plain" in customs() else state.custom

    def _fits(self, name: str, called: str) -> bool:
        return self._free(name, called) and (not self.latin or in_windows_1252(name))

    def _free(self, name: str, called: str) -> bool:
        """Say whether what the new one is called by fits nobody else of the cast, and the reverse."""
        return not any(
            _names(called, person.name) or _names(person.called, name) for person in self._people.values()
        )


def _listed(state: State, office: str, month: str) -> Iterator[tuple[str, str, str | None]]:
    for row in state.known:
        if row.office == office and row.start <= month <= row.end:
            yield row.name, row.called, row.pronoun


@cache
def _of_authority(state_code: str, titles: tuple[str, ...], month: str) -> tuple[tuple[str, str, None], ...]:
    """Return the holders that the authority knows; it says nothing of their pronoun."""
    held = load_authority().holders(state_code, f"{month}-15")
    return tuple(
        (known.name, known.called[0], None)
        for known, tenure in held
        if tenure.title in titles and known.called
    )


def _names(called: str, name: str) -> bool:
    """Say whether these words are a part of the name."""
    return f" {called} " in f" {name} "


def invented_name(rng: random.Random, custom: str) -> tuple[str, str, str]:
    """Return a full name of the custom, the part the person is called by, and the pronoun."""
    rule = customs()[custom]
    pronoun = rng.choice(["he", "he", "she"])
    given = rng.choice(rule[pronoun])
    family = rng.choice(rule.get("women", rule["family"]) if pronoun == "she" else rule["family"])
    full = f"{family} {given}" if rule["order"] == "family" else f"{given} {family}"
    called = {"family": family, "given": given.split()[-1], "first": given.split()[0], "whole": full}
    return full, called[rule["called"]], pronoun


def assemble(rng: random.Random, pair: Pair, month: str, *, latin: bool = False) -> Cast:
    """Choose the states of both sides, in either order, and a third one."""
    home, away = (states()[rng.choice(side)] for side in pair.sides)
    others = [state for state in states().values() if state.code not in {home.code, away.code}]
    return Cast(rng=rng, month=month, home=home, away=away, third=rng.choice(others), latin=latin)


def pair_named(name: str) -> Pair:
    """Return the relationship of this name. Raises KeyError for an unknown one."""
    found = {pair.name: pair for pair in pairs()}
    return found[name]
