"""Whom of the authority a name can mean in one article: by state, by time, by office.

full name     the one that fits the printed state, the article's time, the printed office
short name    titled: who holds the office
              plain: who heads a state or government, or is of the article's pair and active
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from ccdata.authority import Authority, Known
from ccdata.authority.names import akin
from ccdata.authority.titles import Office, title_words
from ccdata.extract.names.candidates import Candidate
from ccdata.extract.names.identity import held_office

CROWD = 60
"""With so many bearers a surname says nothing."""
_PROMINENT = ("president", "prime-minister", "king", "emperor", "chancellor", "general-secretary")


class Holders:
    """The persons of the authority, seen from one article: its time, the states it names, its pair."""

    def __init__(
        self,
        authority: Authority,
        *,
        period: tuple[str, str] | None,
        states: Container[str | None],
        parties: Container[str | None],
    ) -> None:
        self._authority = authority
        self._period = period
        self._states = states
        self._parties = parties

    def of(self, one: Candidate) -> Known | None:
        """Return the only one whom a full name can mean."""
        fit = self.fitting(one) if one.ids else []
        if len(fit) > 1 and self._period:
            period = self._period
            fit = [k for k in fit if k.active_in(*period)] or fit
        if len(fit) > 1 and one.title and one.title.office:
            office = one.title.office
            fit = [k for k in fit if held_office(k, office)]
        return fit[0] if len(fit) == 1 else None

    def fitting(self, one: Candidate) -> list[Known]:
        """Return those whom a full name can mean: by state, then by time."""
        country = one.country or (one.behind.country if one.behind else None)
        owners = [self._authority.actors[i] for i in one.ids]
        fit = [k for k in owners if country is None or k.country in (None, country)]
        if self._period:
            fit = [k for k in fit if k.near(*self._period)]
        if country is None:
            fit = [
                k for k in fit if k.country is None or k.country in self._states or self._in_office(k, one)
            ]
        return fit

    def _in_office(self, known: Known, one: Candidate) -> bool:
        """Say whether somebody was in office at the time, and in the office printed if one is."""
        title = one.title or one.behind
        office = title.office if title and not title.counterpart else None
        if office is not None:
            return held_office(known, office)
        return self._period is not None and known.active_in(*self._period)

    def holds(self, known: Known, one: Candidate) -> bool:
        """Say whether somebody held the printed office in the article's time, or ever where that is open."""
        office = one.title.office if one.title else None
        return office is not None and held_office(known, office, self._period)

    def namesake(self, short: str, rest: str, one: Candidate) -> Known | None:
        """Return who bears a surname and a like given name, and held the printed office of the state."""
        if not rest or one.country is None or self._period is None:
            return None
        for owner in self._authority.shorts.get(short, ())[:CROWD]:
            known = self._authority.actors[owner]
            at_home = known.country == one.country
            if at_home and akin(rest, known.given_name or "") and self.holds(known, one):
                return known
        return None

    def titled(self, one: Candidate) -> Known | None:
        """Return who bears the short name and holds the printed office in the article's time."""
        office = one.title.office if one.title else None
        if office is None or self._period is None:
            return None
        owners = [self._authority.actors[owner] for owner in self._authority.shorts.get(one.name, ())]
        home = [known for known in owners if self._at_home(known, one, office)]
        now = [known for known in home if held_office(known, office, self._period)]
        best = now or [known for known in home if held_office(known, office)]
        return best[0] if len(best) == 1 else None

    def _at_home(self, known: Known, one: Candidate, office: Office) -> bool:
        """Say whether somebody is of the state printed, or of one named; heads of state need neither."""
        if one.country:
            return known.country == one.country
        return known.country in self._states or office.rank in title_words().single

    def prominent(self, short: str) -> Known | None:
        """Return the one person in office who goes by this name without having been introduced.

        Heads of state and government count for every state named, others for the states of the title.
        """
        fit = [*self._prominent(short)]
        return fit[0] if len(fit) == 1 else None

    def _prominent(self, short: str) -> Iterator[Known]:
        for owner in self._authority.shorts.get(short, ()) if self._period else ():
            known = self._authority.actors[owner]
            if known.country in self._states and (self._is_of_pair(known) or self.heads(known)):
                yield known

    def _is_of_pair(self, known: Known) -> bool:
        """Say whether somebody is of the article's pair and active in its time."""
        return self._period is not None and known.country in self._parties and known.active_in(*self._period)

    def heads(self, known: Known) -> bool:
        """Say whether somebody heads a state or government in the article's time."""
        offices = [tenure.office for tenure in known.tenures if tenure.office]
        return any(o.rank in _PROMINENT and held_office(known, o, self._period) for o in offices)
