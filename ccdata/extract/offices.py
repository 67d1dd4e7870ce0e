"""Which office somebody holds on a day, and of several the one in which he acts.

office = the only one held
       | the one that the printed title means
       | of those, or of all where none is printed: the one that somebody of another state named beside
         him holds, too (a foreign minister who is also a state councilor meets a foreign minister)
       | the one by which the article calls him elsewhere
       | the last one taken up
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from ccdata.authority import Authority
from ccdata.authority.model import Tenure
from ccdata.authority.titles import Office, as_minister, office_of
from ccdata.extract.names.identity import Person
from ccdata.extract.naming import Naming

_MANY = 60
"""No more of those named beside somebody are looked at."""
_JOINED = re.compile(r",? and |, | & |/")
Period = tuple[str, str]


class OfficeBook:
    """The offices held by those whom one article names; `period` is the time it tells of."""

    def __init__(self, authority: Authority, people: Mapping[str, Person], period: Period | None) -> None:
        self._authority = authority
        self._people = people
        self._period = period
        self._known: dict[tuple[str, dt.date | None], tuple[Tenure, ...]] = {}
        """What was held on a day, once it has been asked for."""

    def held(self, actor_id: str, on: dt.date | None) -> tuple[Tenure, ...]:
        """Return the offices of a day, the last taken up first; without a day those of the whole period."""
        known = self._known.get((actor_id, on))
        if known is None:
            known = self._known[actor_id, on] = tuple(self._held(actor_id, on))
        return known

    def _held(self, actor_id: str, on: dt.date | None) -> Iterable[Tenure]:
        if on is not None:
            return self._authority.offices_on(actor_id, on)
        if self._period is None:
            return ()
        first, last = self._period
        return [tenure for tenure in self._authority.offices_on(actor_id, first) if tenure.covers(last)]

    def office(
        self, one: Naming, on: dt.date | None, printed: str | None, beside: Iterable[Naming]
    ) -> str | None:
        """Return the office of somebody named; `beside` is who else is named in the block."""
        held = self.held(one.actor_id, on) if one.actor_id else ()
        return self._chosen(one, held, on, printed, beside).title if held else None

    def _chosen(
        self,
        one: Naming,
        held: Sequence[Tenure],
        on: dt.date | None,
        printed: str | None,
        beside: Iterable[Naming],
    ) -> Tenure:
        if len(held) == 1:
            return held[0]
        meant = _agreeing(held, offices_in(printed)) if printed else []
        if len(meant) == 1:
            return meant[0]
        fit = meant or held
        peers = [*self._peers(one, on, beside)]
        shared = [t for t in fit if t.office and as_minister(t.office, one.country) in peers]
        person = self._people.get(one.actor_id or "")
        called = [office for title in person.titles for office in offices_in(title)] if person else []
        return (shared or _agreeing(fit, called) or fit)[0]

    def _peers(self, one: Naming, on: dt.date | None, beside: Iterable[Naming]) -> Iterator[Office]:
        """Yield the offices of those of other states, as other states call them."""
        for other in islice(beside, _MANY):
            if other.kind == "person" and other.actor_id and other.country not in (None, one.country):
                for tenure in self.held(other.actor_id, on):
                    if tenure.office:
                        yield as_minister(tenure.office, other.country)


def offices_in(title: str) -> list[Office]:
    """Return the offices that a title names: of "State Councilor and Foreign Minister" both."""
    found = [office for part in _JOINED.split(title) if (office := office_of(part))]
    whole = office_of(title)
    return found if len(found) > 1 or whole is None else [whole]


def _agreeing(held: Iterable[Tenure], offices: Sequence[Office]) -> list[Tenure]:
    return [t for t in held if t.office and any(t.office.agrees(office) for office in offices)]
