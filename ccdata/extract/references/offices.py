"""Who is meant by an office: somebody named with it, or whom the authority knows to hold it."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from itertools import islice

from ccdata.authority import Authority
from ccdata.authority.references import reference_words
from ccdata.authority.titles import Office, as_minister
from ccdata.extract.names.identity import Person
from ccdata.extract.names.roster import Roster
from ccdata.extract.names.titles import Title
from ccdata.extract.naming import Naming

_MANY = 200
"""So many of those named last are looked at."""
Days = tuple[str, str] | None
"""First and last day of what is told of."""


class OfficeFinder:
    """Finds the bearers of offices in one article as it is read."""

    def __init__(self, roster: Roster, authority: Authority, parties: Collection[str]) -> None:
        self._roster = roster
        self._parties = parties
        self._authority = authority
        self._named: dict[str, Person] = {}
        """Who was named in the blocks before, the last at the end."""
        self._offices: dict[tuple[str, Days], list[Office]] = {}
        """What persons held in some days, once it has been asked for."""

    def passed(self, namings: Iterable[Naming]) -> None:
        """Note the persons of a block that has been read."""
        for naming in namings:
            if naming.actor_id and naming.kind == "person":
                self._named.pop(naming.actor_id, None)
                self._named[naming.actor_id] = self._roster.people[naming.actor_id]

    def holder(
        self, days: Days, office: Office, country: str | None, before: Sequence[Person]
    ) -> Person | None:
        """Return who is meant: the last so named in the block, the only one in the article, the holder."""
        here = next((p for p in before if self._fits(p, office, country, days)), None)
        if here is not None:
            return here
        fit = self._earlier(office, country, days)
        if len(fit) == 1 and (country or office.field):
            return fit[0]
        return self._in_office(office, country, days) if country and not fit else None

    def bearers(self, days: Days, office: Office, before: Sequence[Person]) -> list[Person]:
        """Return who of these bears an office; those of third states only where nobody else does."""
        fit = [person for person in before if self._fits(person, office, None, days)]
        return [person for person in fit if person.country in self._parties] or fit

    def head(self, days: Days, office: Office, states: Container[str | None]) -> Person | None:
        """Return whom "the president" alone means where the block names none: the only one of the article.

        Where several are, it is the one of the state that the journal writes from, if the block is on it.
        """
        fit = [p for p in self._earlier(office, None, days) if p.country in self._parties]
        home = [p for p in fit if p.country == reference_words().home and p.country in states]
        found = fit if len(fit) == 1 else home
        return found[0] if len(found) == 1 and office.rank in reference_words().heads else None

    def _earlier(self, office: Office, country: str | None, days: Days) -> list[Person]:
        latest = islice(reversed(self._named.values()), _MANY)
        return [person for person in latest if self._fits(person, office, country, days)]

    def _fits(self, person: Person, office: Office, country: str | None, days: Days) -> bool:
        if country and person.country != country:
            return False
        borne = (*person.offices, *self._held(person, days))
        return any(_agree(one, office, person.country) for one in borne)

    def _held(self, person: Person, days: Days) -> list[Office]:
        """Return the offices that the authority knows somebody to hold all the time."""
        if person.known is None or days is None:
            return []
        held = self._offices.get((person.id, days))
        if held is None:
            tenures = (t for t in person.known.tenures if t.covers(days[0]) and t.covers(days[1]))
            held = self._offices[person.id, days] = [t.office for t in tenures if t.office]
        return held

    def _in_office(self, office: Office, country: str, days: Days) -> Person | None:
        """Return the one holder of an office that the authority knows for the whole time told of."""
        if days is None:
            return None
        fit = {
            known.id: known
            for known, tenure in self._authority.holders(country, days[0])
            if tenure.covers(days[1]) and (held := tenure.office) and _agree(held, office, country)
        }
        return self._roster.known_person(next(iter(fit.values()))) if len(fit) == 1 else None

    def are_peers(self, days: Days, one: Person, other: Person) -> bool:
        """Say whether two persons hold one office for two states."""
        if one.country is None or other.country in (None, one.country):
            return False
        held = [as_minister(office, other.country) for office in (*other.offices, *self._held(other, days))]
        ours = [as_minister(office, one.country) for office in (*one.offices, *self._held(one, days))]
        return any(office.agrees(mine) for office in held for mine in ours)

    def counterparts(self, days: Days, title: Title, before: Sequence[Person]) -> list[Person]:
        """Return who holds, for each state named, the office of the person before; all or nobody."""
        if not before:
            return []
        first, *rest = before
        offices = [*first.offices[-1:], *self._held(first, days)]
        found = [self._counterpart(days, offices, country, rest) for country in title.countries]
        away = first.country not in title.countries
        return [person for person in found if person] if away and all(found) else []

    def _counterpart(
        self, days: Days, offices: Sequence[Office], country: str, before: Sequence[Person]
    ) -> Person | None:
        holders = (self.holder(days, office, country, before) for office in offices)
        return next((person for person in holders if person), None)

    def several(
        self, days: Days, words: Sequence[str], office: Office, before: Sequence[Person]
    ) -> list[Person]:
        """Return the last two so named: "the two presidents", "both ministers"."""
        known = reference_words()
        count = next((known.numbers[word] for word in words if word in known.numbers), 0)
        anybody = office.rank in known.anybody
        fit = [p for p in before if anybody or self._fits(p, office, None, days)]
        return fit[:count][::-1] if len(fit) >= count else []


def _agree(held: Office, meant: Office, country: str | None) -> bool:
    """Say whether an office held is the one meant: "the minister" is any, "the foreign minister" is one."""
    if held.agrees(meant):
        return not meant.field or bool(held.field) or held.rank != "minister"
    return as_minister(held, country).agrees(as_minister(meant, country))
