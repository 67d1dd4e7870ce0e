"""Who is named where in one article: what quotations and events resolve their parties by.

The index of a block is its position in `tuple(document.placed())`; offsets are clean offsets in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypedDict

from ccdata.authority import Authority
from ccdata.authority.titles import office_of
from ccdata.document.model import Placed
from ccdata.extract.names import Named, find_names, parties_of
from ccdata.extract.names.identity import Person
from ccdata.extract.naming import Naming
from ccdata.extract.offices import OfficeBook
from ccdata.extract.references import ReferenceReader
from ccdata.records.models import Actor
from ccdata.records.remarks import Remark
from ccdata.records.shapes import Party
from ccdata.records.spans import Span
from ccdata.records.terms import Method

__all__ = ["Cast", "Naming", "build_cast"]

Period = tuple[dt.date | None, dt.date | None]


class PartyFields(TypedDict):
    """The fields of a party."""

    actor_id: str | None
    text: str
    span: Span
    country: str | None
    role_title: str | None
    role_span: Span | None
    office: str | None
    method: Method


class Cast:
    """The actors of one article and every place where they are spoken of."""

    def __init__(
        self,
        placed: Sequence[Placed],
        named: Named,
        authority: Authority,
        period: tuple[str, str] | None,
        *,
        parties: tuple[str, ...],
        authors: Sequence[str] = (),
    ) -> None:
        self._placed = placed
        self._named = named
        self._authority = authority
        self._period = period
        self._offices = OfficeBook(authority, named.roster.people, period)
        self._references = self._read_references(parties)
        self._authors = [named.roster.author(name) for name in authors]
        self.actors: dict[str, Actor] = dict(self._actors())

    def namings(self, number: int) -> tuple[Naming, ...]:
        """Return the names, surnames and acting capitals in a block, in order, not overlapping."""
        return self._named.namings[number]

    def references(self, number: int) -> tuple[Naming, ...]:
        """Return the pronouns and descriptions in a block that were resolved; only sure ones."""
        return self._references[number]

    def _read_references(self, parties: tuple[str, ...]) -> tuple[tuple[Naming, ...], ...]:
        reader = ReferenceReader(self._named, self._authority, parties)
        texts = (one.block.text for one in self._placed)
        return tuple(reader.read(i, text, self._days) for i, text in enumerate(texts))

    def party(self, number: int, naming: Naming, on: dt.date | None = None) -> Party:
        """Return the naming as a party, with the office held on a day, or all through the period."""
        return Party(**self.party_fields(number, naming, on))

    def party_fields(self, number: int, naming: Naming, on: dt.date | None = None) -> PartyFields:
        """Return the fields of the naming as a party, whatever its role."""
        block = self._placed[number].block
        title = naming.title
        printed = block.text[slice(*title)] if title else None
        words = block.text[naming.start : naming.end]
        called = words if naming.method == "description" else printed
        beside = chain(self.namings(number), self.references(number))
        return PartyFields(
            actor_id=naming.actor_id,
            text=words,
            span=block.span(naming.start, naming.end),
            country=naming.country,
            role_title=printed,
            role_span=block.span(*title) if title else None,
            office=self._offices.office(naming, on, called, beside),
            method=naming.method,
        )

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return what was noticed: damaged and ambiguous names, titles that the authority contradicts."""
        each = [(number, naming) for number, row in enumerate(self._named.namings) for naming in row]
        return (*self._slips(each), *self._ambiguous(each), *self._contradictions(each))

    def _slips(self, each: Iterable[tuple[int, Naming]]) -> Iterator[Remark]:
        for number, naming in each if self._named.slips else ():
            meant = self._named.slips.get((number, naming.start, naming.end))
            if meant:
                printed = self._placed[number].block.text[naming.start : naming.end]
                message = f"{printed} is read as {meant}"
                yield self._remark("name-damaged", message, number, naming.start, naming.end)

    def _ambiguous(self, each: Iterable[tuple[int, Naming]]) -> Iterator[Remark]:
        for number, naming in each:
            if naming.actor_id is None:
                printed = self._placed[number].block.text[naming.start : naming.end]
                message = f"{printed} fits several persons"
                yield self._remark("name-ambiguous", message, number, naming.start, naming.end)

    def _contradictions(self, each: Iterable[tuple[int, Naming]]) -> Iterator[Remark]:
        for number, naming in each:
            if naming.title and naming.actor_id and naming.kind == "person":
                held = self._rival(number, naming)
                if held:
                    block = self._placed[number].block
                    printed = block.text[slice(*naming.title)]
                    name = block.text[naming.start : naming.end]
                    message = f"{name} is called {printed}; the authority knows: {held}"
                    yield self._remark("office-contradicts", message, number, *naming.title)

    def _rival(self, number: int, naming: Naming) -> str | None:
        """Return the office that the authority knows instead of the printed one, for the whole time."""
        days = self._days(number)
        title = self._placed[number].block.text[slice(*naming.title)] if naming.title else ""
        printed = office_of(title)
        if printed is None or days is None or "former" in title.lower() or naming.actor_id is None:
            return None
        first = self._authority.offices_on(naming.actor_id, days[0])
        held = [tenure for tenure in first if tenure.covers(days[1])]
        offices = [(t, office_of(t.title)) for t in held]
        if any(office and office.agrees(printed) for _, office in offices):
            return None
        return next((t.title for t, office in offices if office and office.contradicts(printed)), None)

    def _days(self, number: int) -> tuple[str, str] | None:
        entry = self._placed[number].entry
        label = entry.label if entry else None
        if label is not None and label.date.interval is not None:
            return label.date.interval.start.isoformat(), label.date.interval.end.isoformat()
        return self._period

    def _remark(self, code: str, message: str, number: int, start: int, end: int) -> Remark:
        first, last = self._placed[number].block.range(start, end)
        return Remark(code=code, message=message, start=first, end=last)

    def _actors(self) -> Iterator[tuple[str, Actor]]:
        """Yield the records of everybody named, the authors among them."""
        named = [one.actor_id for row in (*self._named.namings, *self._references) for one in row]
        for actor_id in dict.fromkeys((*named, *(person.id for person in self._authors))):
            if actor_id is None:
                continue
            if actor_id in self._authority.actors:
                yield actor_id, known_record(self._authority, actor_id)
            elif actor_id in self._named.bodies:
                yield actor_id, self._named.bodies[actor_id]
            else:
                yield actor_id, _record(self._named.roster.people[actor_id])


@lru_cache(maxsize=4_000)
def known_record(authority: Authority, actor_id: str) -> Actor:
    """Return the record of an actor of the authority: the same for all articles."""
    return authority.actors[actor_id].record()


def _record(person: Person) -> Actor:
    """Return the record of somebody whom the authority does not know."""
    return Actor(
        record_type="actor",
        id=person.id,
        name=person.name,
        family_name=person.family,
        given_name=person.given,
        kind="person",
        country=person.country,
        native_name=None,
        aliases=tuple(person.aliases),
        identifiers=(),
        occupancies=(),
        curated=False,
    )


def build_cast(
    placed: Sequence[Placed],
    authority: Authority,
    *,
    article_id: str,
    period: Period | None,
    authors: Sequence[str] = (),
) -> Cast:
    """Find everybody who is named in the blocks of one article; its authors are actors, too."""
    days = _days(period)
    named = find_names(placed, authority, article_id=article_id, period=days)
    return Cast(placed, named, authority, days, parties=parties_of(article_id), authors=authors)


def _days(period: Period | None) -> tuple[str, str] | None:
    if period is None or period[0] is None or period[1] is None:
        return None
    return period[0].isoformat(), period[1].isoformat()
