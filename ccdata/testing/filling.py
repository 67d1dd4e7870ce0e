"""What stands in the slots of a pattern, and what it means."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from typing import Any

from ccdata.testing.casting import LEADERS, Cast, Person
from ccdata.testing.dice import happens
from ccdata.testing.labels import FULL, PRESS
from ccdata.testing.story import Named, Related
from ccdata.testing.world import State, words

METONYMS = 0.4
"""How many acting states are named by their capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """A filled slot: the words, what stands around them, and whom they name."""

    text: str
    name: str = ""
    before: str = ""
    after: str = ""
    italic: bool = False
    named: Named | None = None


class Filler:
    """Fills slots for one article: remembers who was introduced and which words were used up."""

    def __init__(self, rng: random.Random, cast: Cast) -> None:
        self.rng = rng
        self.cast = cast
        self.today = dt.date(2000, 1, 1)
        self.filled: dict[str, Filling] = {}
        self.native: tuple[str | None, str | None] = (None, None)
        self._related: list[Related] = []
        self._introduced: set[str] = set()
        self._bags: dict[str, list[Any]] = {}
        self._states = (cast.home, cast.away)
        self._office = "foreign"
        self._place = cast.home

    @property
    def related(self) -> tuple[Related, ...]:
        """The dates that were printed since `begin`."""
        return tuple(self._related)

    def begin(self, *, keep: bool = False) -> None:
        """Start a pattern: which side is first, who of them acts, where."""
        self.filled, self._related = {}, []
        self.native = (None, None)
        if keep:
            return
        self._states = self.rng.choice([self._states, self._states[::-1]])
        shared = [office for office in LEADERS if all(office in s.titles for s in self._states)]
        self._office = self.rng.choice(shared)
        self._place = self.rng.choice(self._states)

    def forget(self) -> None:
        """Introduce everybody anew: a chronology may be read without its narrative."""
        self._introduced.clear()

    def fill(self, slot: str, *, opens: bool) -> Filling:
        """Return what stands in the slot; `opens` at the beginning of a sentence."""
        base, _, form = slot.partition(".")
        made = self._made(base, form, opens=opens)
        if form == "ministry":
            self.filled[slot] = made
        elif base not in self.filled or form == "":
            self.filled[base] = made
        return made

    def _made(self, base: str, form: str, *, opens: bool) -> Filling:
        if base in set("ABCDEPMN"):
            return self._person(self._cast(base), form)
        if base in {"S", "T"}:
            return self._state(self._states["ST".index(base)], form, opens=opens)
        special = {
            "I": self._forum, "Paper": self._paper, "place": self._where, "home": self._home,
            "fulldate": self._full_date, "daydate": self._day_date, "Nextday": self._next_day,
            "native": self._native, "original": self._original, "proverb": self._native_proverb,
            "half1": self._half, "half2": self._other_half,
        }  # fmt: skip
        name = base if base in special or base in words() else base[:1].lower() + base[1:]
        made = special[name]() if name in special else Filling(text=self.draw(name))
        return made if name == base else _capital(made)

    # people

    def _cast(self, slot: str) -> Person:
        first, second = self._states
        third = self.cast.third
        return {
            "A": lambda: self.cast.person(first, self._office),
            "B": lambda: self.cast.person(second, self._office),
            "C": lambda: self.cast.person(third, self._office if self._office in third.titles else "foreign"),
            "D": lambda: self.cast.person(first, "deputy"),
            "E": lambda: self.cast.person(second, "deputy"),
            "P": lambda: self.cast.person(first, "spokes"),
            "M": lambda: self.cast.person(first, "ambassador", f"Ambassador to {second.name}"),
            "N": lambda: self.cast.person(second, "ambassador", f"Ambassador to {first.name}"),
        }[slot]()

    def _person(self, person: Person, form: str) -> Filling:
        """Return titled = TITLE ' ' NAME; then now and then NAME, SURNAME or TITLE ' ' SURNAME"""
        if form in {"they", "They"} and person.pronoun:
            text = person.pronoun if form == "they" else person.pronoun.capitalize()
            return Filling(text=text, name=person.name)
        how = self._manner(person, form)
        text = person.called if how == "surname" else person.name
        titled = how == "titled"
        self._introduced.add(person.name)
        named = Named(
            text=text, name=person.name, how=how, kind="person", country=person.country,
            title=person.title if titled else None,
        )  # fmt: skip
        return Filling(
            text=text,
            name=person.name,
            before=f"{person.title} " if titled else "",
            after=_genitive(text) if form == "possessive" else "",
            named=named,
        )

    def _manner(self, person: Person, form: str) -> str:
        if form in {"last", "name", "they", "They"}:
            return "name" if form == "name" else "surname"
        if person.name not in self._introduced:
            return "titled"
        return self.rng.choice(["titled", "name", "surname", "surname"])

    # states and bodies

    def _state(self, state: State, form: str, *, opens: bool) -> Filling:
        if form == "adj":
            return Filling(text=state.adjective, name=state.name)
        if form == "ministry":
            text = f"{state.adjective} {state.ministry}"
            named = Named(text=text, name=text, how="body", kind="government", country=state.code)
            return Filling(text=text, name=text, named=named)
        article, bare = _article(state)
        if form == "capital" or (form == "acts" and happens(self.rng, METONYMS)):
            named = Named(text=state.capital, name=bare, how="metonym", kind="country", country=state.code)
            return Filling(text=state.capital, name=bare, named=named)
        named = Named(text=bare, name=bare, how="state", kind="country", country=state.code)
        before = article.capitalize() if opens else article
        after = _genitive(bare) if form == "possessive" else ""
        return Filling(text=bare, name=bare, before=before, after=after, named=named)

    def _forum(self) -> Filling:
        name, kind = self.draw("igo").split("|")
        named = Named(text=name, name=name, how="body", kind=kind, country=None)
        return Filling(text=name, name=name, named=named)

    def _paper(self) -> Filling:
        state = self._states[0]
        named = Named(text=state.media, name=state.media, how="body", kind="media", country=state.code)
        return Filling(text=state.media, name=state.media, italic=True, named=named)

    def _where(self) -> Filling:
        return Filling(text=self.rng.choice([self._place.capital, *self._place.places]))

    def _home(self) -> Filling:
        return Filling(text=self.rng.choice([self._states[0].capital, *self._states[0].places]))

    # dates

    def _full_date(self) -> Filling:
        day = self.today - dt.timedelta(days=self.rng.randint(40, 900))
        text = f"{self.rng.choice([FULL, PRESS])[day.month - 1]} {day.day}, {day.year}"
        self._related.append(Related(text=text, edtf=day.isoformat(), phenomenon="full-date-inside"))
        return Filling(text=text)

    def _day_date(self) -> Filling:
        """A day without a year: of the year of the entry, not after it."""
        day = max(self.today - dt.timedelta(days=self.rng.randint(2, 60)), dt.date(self.today.year, 1, 1))
        text = f"{PRESS[day.month - 1]} {day.day}"
        self._related.append(Related(text=text, edtf=day.isoformat(), phenomenon="day-inside"))
        return Filling(text=text)

    def _next_day(self) -> Filling:
        day = self.today + dt.timedelta(days=1)
        self._related.append(Related(text="The next day", edtf=day.isoformat(), phenomenon="next-day"))
        return Filling(text="The next day")

    # words

    def _native(self) -> Filling:
        return self._translated("native")

    def _native_proverb(self) -> Filling:
        return self._translated("proverb")

    def _translated(self, kind: str) -> Filling:
        text, native, language = self.draw(kind).split("|")
        self.native = (native, language)
        return Filling(text=text)

    def _original(self) -> Filling:
        return Filling(text=self.native[0] or "")

    def _half(self) -> Filling:
        self._halves = self.draw("half")
        return Filling(text=self._halves[0])

    def _other_half(self) -> Filling:
        return Filling(text=self._halves[1])

    def draw(self, name: str) -> Any:
        """Draw from the bag of these words; a bag is refilled when empty."""
        bag = self._bags.setdefault(name, [])
        if not bag:
            bag.extend(self.rng.sample(words()[name], len(words()[name])))
        return bag.pop()


def _capital(filling: Filling) -> Filling:
    return Filling(text=filling.text[0].upper() + filling.text[1:], name=filling.name, italic=filling.italic)


def _genitive(text: str) -> str:
    return "’" if text.endswith("s") else "’s"


def _article(state: State) -> tuple[str, str]:
    """Return the article that the name takes inside a sentence, and the bare name."""
    if state.name.startswith("the "):
        return "the ", state.name.removeprefix("the ")
    return ("the " if state.code == "USA" else ""), state.name
