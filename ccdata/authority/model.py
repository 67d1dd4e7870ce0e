"""What the authority knows: states, actors, offices held; immutable, and without an article in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccdata.authority.titles import Office, office_of
from ccdata.records.models import Actor
from ccdata.records.shapes import Identifier, Occupancy
from ccdata.records.terms import ActorKind, IdentifierScheme

FIRST_YEAR = 10
"""Nobody is linked further than this many years before or after the offices known of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state: its names and the codes by which other lists know it."""

    alpha3: str
    alpha2: str | None
    cow: str | None
    cameo: str | None
    wikidata: str | None
    name: str
    also: tuple[str, ...]
    """Other names."""
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    """Buildings and places that stand for its government, besides the capital."""
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the state."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office held from and to a date, each `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or unknown."""

    title: str
    organisation: str | None
    country: str | None
    start: str | None
    end: str | None
    as_of: str | None
    source: str

    @property
    def last_known(self) -> str | None:
        """How far the source reaches: an office without an end is not an office for ever."""
        return self.end or self.as_of or self.start

    @property
    def office(self) -> Office | None:
        """The office as far as it can be compared."""
        return office_of(self.title)

    def covers(self, day: str) -> bool:
        """Say whether the office is known to be held on a day (or in a month, a year)."""
        first, last = self.start or self.end, self.last_known
        if first is None or last is None:
            return False
        return day[: len(first)] >= first[: len(day)] and last[: len(day)] >= day[: len(last)]

    def may_cover(self, day: str) -> bool:
        """Say whether the office can be held on a day: an open one may go on beyond what the source saw."""
        if self.start is None or self.end is not None:
            return self.covers(day)
        return _at_least(day, self.start)


def _at_least(later: str, earlier: str) -> bool:
    """Compare two dates as far as both are written out."""
    size = min(len(later), len(earlier))
    return later[:size] >= earlier[:size]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An actor of the authority; `called` are the forms used once the full name has been given."""

    id: str
    name: str
    family_name: str | None
    given_name: str | None
    kind: ActorKind
    country: str | None
    native_name: str | None
    aliases: tuple[str, ...]
    called: tuple[str, ...]
    identifiers: tuple[tuple[IdentifierScheme, str], ...]
    tenures: tuple[Tenure, ...]
    source: str

    def record(self) -> Actor:
        """Return the actor's record."""
        return Actor(
            record_type="actor",
            id=self.id,
            name=self.name,
            family_name=self.family_name,
            given_name=self.given_name,
            kind=self.kind,
            country=self.country,
            native_name=self.native_name,
            aliases=self.aliases,
            identifiers=tuple(Identifier(scheme=s, identifier=i) for s, i in self.identifiers),
            occupancies=tuple(_occupancy(tenure) for tenure in self.tenures),
            curated=True,
        )

    def active_in(self, first: str, last: str) -> bool:
        """Say whether some office of theirs is known to be held between two dates."""
        return any(
            _at_least(last, t.start or t.end or "9999") and _at_least(t.last_known or "0000", first)
            for t in self.tenures
        )

    def near(self, first: str, last: str) -> bool:
        """Say whether the dates lie within some years of the offices known; true where none is."""
        years = [int(y[:4]) for t in self.tenures for y in (t.start, t.end, t.as_of) if y]
        if not years:
            return True
        return min(years) - FIRST_YEAR <= int(last[:4]) and int(first[:4]) <= max(years) + FIRST_YEAR


def terms_of(known: Known) -> Iterator[Term]:
    """Yield the offices of somebody of which it is known when they were held."""
    for tenure in known.tenures:
        first, last = tenure.start or tenure.end, tenure.last_known
        if first and last:
            yield first, last, known, tenure


def _occupancy(tenure: Tenure) -> Occupancy:
    return Occupancy(
        title=tenure.title,
        organisation=tenure.organisation,
        country=tenure.country,
        start=tenure.start,
        end=tenure.end,
        as_of=tenure.as_of,
        source=tenure.source,
    )


Term = tuple[str, str, Known, Tenure]
"""First and last known day of an office, who held it, and the office."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Authority:
    """All that is known; `aliases` holds every printed form of a full name, folded."""

    countries: Mapping[str, Country]
    actors: Mapping[str, Known]
    aliases: Mapping[str, tuple[str, ...]]
    shorts: Mapping[str, tuple[str, ...]]
    """Surnames and other short forms, folded, with their bearers."""
    states: Mapping[str, str]
    """The actor of each state, by alpha-3 code."""

    def offices_on(self, actor_id: str, day: dt.date | str) -> tuple[Tenure, ...]:
        """Return the offices known to be held on a day, the newest first."""
        known = self.actors.get(actor_id)
        if known is None or not known.tenures:
            return ()
        on = str(day)
        held = [tenure for tenure in known.tenures if tenure.covers(on)]
        return tuple(sorted(held, key=lambda t: t.start or "", reverse=True))

    def holders(self, country: str, day: dt.date | str) -> Iterator[tuple[Known, Tenure]]:
        """Yield the persons of a state with the offices they are known to hold on a day, `YYYY-MM-DD`."""
        on = str(day)
        for start, last, known, tenure in self.terms.get(country, ()):
            if on[: len(start)] >= start and on[: len(last)] <= last:
                yield known, tenure

    persons_of: Mapping[str, tuple[str, ...]]
    """The persons of each state, by alpha-3 code."""
    terms: Mapping[str, tuple[Term, ...]]
    """The offices that persons of each state held, with their first and last known days."""
