"""Whose a name is: the state of a political actor by its name alone, or null with the reason.

    resolve("HOSNI MUBARAK").country                      "EGY"
    resolve("Mubarak, Hosni").country                     "EGY"
    resolve("NIGERIAN POLICE").country                    "NGA"
    resolve("Ministry of Defense (France)").country       "FRA"
    resolve("United Nations")                             country null, reason "no-state"

A name is known as a whole, or its words tell the state by grammar:

    name  = label " (" STATE ")" | label ", " STATE | SURNAME ", " GIVEN | label
    label = TITLE* person | phrase (`phrases`)

Nothing is guessed: what nobody lists, what two states share and what names two states stay open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ccdata.authority.gazetteer import Sense, gazetteer, key_of
from ccdata.authority.phrases import phrase_senses

Reason = Literal[
    "state", "adjective", "actor", "capital", "institution", "person", "town", "grammar",
    "unknown", "several-states", "no-state",
]  # fmt: skip
"""How the state was told; the last three say why it was not."""
_PLACES = ("state", "adjective", "capital", "town")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FULL = 3
_MOST = 30
"""Longer names, in words, are none."""
Senses = tuple[Sense, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a name tells."""

    name: str
    country: str | None
    """The state's alpha-3 code; null where the name does not tell it."""
    actor_id: str | None
    """The actor, where the authority knows one by this name."""
    reason: Reason
    """How the state was told, or why it was not."""


@lru_cache(maxsize=20_000)
def resolve(name: str) -> Resolved:
    """Return the state of a political actor, and the actor where the authority knows it."""
    senses = next((found for found in _readings(key_of(name)) if found), ())
    countries = {sense.country for sense in senses}
    if len(countries) != 1:
        reason: Reason = "several-states" if senses else "unknown"
        return Resolved(name=name, country=None, actor_id=None, reason=reason)
    first = senses[0]
    return Resolved(
        name=name,
        country=first.country,
        actor_id=first.actor_id if len(senses) == 1 else None,
        reason=first.basis if first.country else "no-state",
    )


def _readings(key: str) -> Iterator[Senses]:
    """Yield what a name can mean, the surest reading first."""
    words = key.split()
    if not 0 < len(words) <= _MOST:
        return
    yield gazetteer().senses.get(key, ())
    label, _, aside = key.partition(" ( ")
    if aside:
        yield _place(aside.removesuffix(" )"))
        yield from _labels(label.split())
        return
    before, _, behind = key.partition(" , ")
    if behind:
        yield _person([*behind.split(), *before.split()])
        yield _place(behind)
        yield from _labels([*behind.split(), *before.split()])
        yield from _labels([*before.split(), *behind.split()])
    else:
        yield from _labels(words)


def _place(words: str) -> Senses:
    """Return the state that is named, by whatever word, if it is one."""
    senses = gazetteer().senses.get(words, ())
    return senses if senses and senses[0].basis in _PLACES else ()


def _labels(words: Sequence[str]) -> Iterator[Senses]:
    plain = [word for word in words if word not in "(),"]
    yield gazetteer().senses.get(" ".join(plain), ())
    phrase = phrase_senses(plain)
    yield _agreeing(_person(plain), phrase) or phrase


def _agreeing(person: Senses, phrase: Senses) -> Senses:
    """Of the persons meant, those whose state the words beside the name tell; all where they tell none."""
    told = {sense.country for sense in phrase}
    return tuple(sense for sense in person if not told or sense.country in told)


def _person(words: Sequence[str]) -> Senses:
    """Read titles and a name: a full name, or behind a title a surname that one state's people bear."""
    words = [word for word in words if word not in _SUFFIXES]
    titles = 0
    while titles < len(words) - 1 and _is_title(words[titles]):
        titles += 1
    senses = gazetteer().senses
    for start in range(titles, -1, -1):
        name = [word for word in words[start:] if len(word) > 1]
        found = senses.get(" ".join(name), ()) or _short_of(name)
        if found and found[0].basis == "person":
            return found
    surname = titles and titles == len(words) - 1
    return gazetteer().surnames.get(words[-1], ()) if surname else ()


def _short_of(name: Sequence[str]) -> Senses:
    """Leave out the middle names."""
    return gazetteer().senses.get(f"{name[0]} {name[-1]}", ()) if len(name) >= _FULL else ()


def _is_title(word: str) -> bool:
    known = gazetteer()
    senses = known.senses.get(word, ())
    return word in known.people or (bool(senses) and senses[0].basis == "adjective")
