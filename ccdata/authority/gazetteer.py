"""Every name that tells a state, by one key: what `resolving` looks names up in.

key = the name in lower case, without accents, full stops and marks, hyphens as blanks

Sources, the first that knows a key speaks: states (names, adjectives, demonyms), the authority's actors,
capitals and seats of government, `institutions.toml`, `leaders.toml`, towns.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from ccdata.authority.folding import fold
from ccdata.authority.loading import load_authority
from ccdata.authority.model import Authority, Country
from ccdata.authority.patterns import pattern_words
from ccdata.authority.titles import plural, title_words
from ccdata.authority.towns import towns

Basis = Literal["state", "adjective", "actor", "capital", "institution", "person", "town", "grammar"]
_MARKS = re.compile(r"[.'\"*]|(?<=\w)['’]")
_GAPS = re.compile(r"[^a-z0-9&+,()]+")
_ARTICLE = "the "


class Sense(NamedTuple):
    """What a name can mean: a state, how it tells it, and the actor where the authority knows one."""

    basis: Basis
    country: str | None
    actor_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """The senses of every key, and the words by which names are taken apart."""

    senses: dict[str, tuple[Sense, ...]]
    surnames: dict[str, tuple[Sense, ...]]
    """Last words of the names of persons, with their bearers."""
    longest: int
    """Words of the longest key that tells a state."""
    people: frozenset[str]
    """Words of titles, bodies and groups."""
    outward: frozenset[str]
    several: frozenset[str]
    lookalikes: frozenset[str]
    borne: frozenset[str]


@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """Return the form by which names are compared."""
    plain = _MARKS.sub("", fold(name).lower().replace("'s ", " ").removesuffix("'s"))
    words = _GAPS.sub(" ", plain).replace(",", " , ").replace("(", " ( ").replace(")", " ) ")
    return " ".join(words.split()).removeprefix(_ARTICLE)


@cache
def gazetteer() -> Gazetteer:
    """Build the table once."""
    authority, data = load_authority(), _data("institutions.toml")
    words = data["words"]
    senses = _first_told(_tiers(authority, data | _data("leaders.toml")))
    return Gazetteer(
        senses=senses,
        surnames=_surnames(senses),
        longest=max(key.count(" ") + 1 for key, row in senses.items() if row[0].basis != "person"),
        people=frozenset(words["people"].split()) | _title_words(),
        outward=frozenset(words["outward"].split()),
        several=frozenset(words["several"].split()),
        lookalikes=(frozenset(map(key_of, _split(words["lookalikes"]))) | _lookalikes()) - senses.keys(),
        borne=frozenset(words["borne"].split()),
    )


def _data(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(files("ccdata.authority").joinpath(name).read_text("utf-8"))


def _split(row: str) -> list[str]:
    return row.replace("\n", "").split("|")


def _lookalikes() -> frozenset[str]:
    return frozenset(map(key_of, pattern_words().lookalikes))


def _title_words() -> frozenset[str]:
    known = title_words()
    others = {word.lower().rstrip(".") for word in known.ranks | known.honorifics}
    return frozenset(known.heads) | known.fields | known.modifiers | others


Told = Iterable[tuple[str, Sense]]


def _tiers(authority: Authority, data: Mapping[str, Mapping[str, str]]) -> Iterator[Told]:
    """Yield the sources, the weightiest first."""
    yield _of_lists(data["shared"], "state")
    yield _of_states(authority)
    yield _of_lists(data["states"], "state")
    countries = authority.countries.values()
    yield _of_peoples(countries)
    yield _of_actors(authority)
    yield _of_lists({c.alpha3: "|".join((*c.capitals, *c.metonyms)) for c in countries}, "capital")
    yield _of_lists(data["bodies"], "institution")
    yield _of_lists(data["people"], "person")
    yield _of_lists(data["towns"], "town")
    yield ((town, Sense("town", code)) for town, code in towns().items())


def _of_states(authority: Authority) -> Told:
    for code, country in authority.countries.items():
        for name in country.names:
            yield name, Sense("state", code, authority.states[code])


def _of_peoples(countries: Iterable[Country]) -> Told:
    """Adjectives, and names of nationals in singular and plural."""
    for country in countries:
        for word in dict.fromkeys((*country.adjectives, *country.demonyms)):
            yield word, Sense("adjective", country.alpha3)
            yield plural(word), Sense("adjective", country.alpha3)


def _of_actors(authority: Authority) -> Told:
    for words, owners in authority.aliases.items():
        for owner in owners:
            known = authority.actors[owner]
            if known.kind != "country":
                yield words, Sense("person" if known.kind == "person" else "actor", known.country, owner)


def _of_lists(lists: Mapping[str, str], basis: Basis) -> Told:
    """Names by state; those of several states have several senses."""
    for codes, row in lists.items():
        for name in _split(row):
            yield from ((name, Sense(basis, code)) for code in codes.split())


def _first_told(tiers: Iterable[Told]) -> dict[str, tuple[Sense, ...]]:
    """Gather the senses of each key from the first source that knows it."""
    senses: dict[str, tuple[Sense, ...]] = {}
    for tier in tiers:
        found: dict[str, dict[Sense, None]] = {}
        for name, sense in tier:
            if name:
                found.setdefault(key_of(name), {})[sense] = None
        senses = {key: tuple(row) for key, row in found.items()} | senses
    return senses


def _surnames(senses: dict[str, tuple[Sense, ...]]) -> dict[str, tuple[Sense, ...]]:
    """Gather the persons by the last word of their names."""
    found: dict[str, dict[Sense, None]] = {}
    for key, row in senses.items():
        first, _, last = key.rpartition(" ")
        if first and row[0].basis == "person":
            found.setdefault(last, {}).update(dict.fromkeys(row))
    return {last: tuple(row) for last, row in found.items()}
