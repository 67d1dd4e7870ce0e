"""Every place where an actor is named: two walks over the article's blocks.

    first walk    full names, with their titles: who is in the article
    second walk   in reading order: full names, titled surnames, surnames after them, bodies, states,
                  capitals that act

No naming crosses a word; none overlaps another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ccdata.authority import Authority
from ccdata.authority.folding import Folded
from ccdata.authority.parties import PartyName, party_names
from ccdata.document.model import Placed
from ccdata.extract.names.candidates import Scan, scan_block
from ccdata.extract.names.entry import enter_names
from ccdata.extract.names.index import index_of
from ccdata.extract.names.origin import settle_states
from ccdata.extract.names.others import OtherReader
from ccdata.extract.names.persons import PersonReader
from ccdata.extract.names.roster import Roster
from ccdata.extract.naming import Naming, Places
from ccdata.records.ids import slug
from ccdata.records.models import Actor

UNREAD = ("masthead", "title", "byline", "citation", "heading")
"""Places in which nobody is named: they are no running text."""
_KOREAS = ("KOR", "PRK")
_OF_STATES = ("adjective", "capital", "seat", "actor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What the walks found in an article."""

    roster: Roster
    scans: tuple[Scan | None, ...]
    namings: tuple[tuple[Naming, ...], ...]
    bodies: Mapping[str, Actor]
    """The actors that are no persons and that only this article names."""
    slips: Mapping[tuple[int, int, int], str]
    """Damaged names, by block, start and end, with the names they are read as."""


def find_names(
    placed: Sequence[Placed], authority: Authority, *, article_id: str, period: tuple[str, str] | None
) -> Named:
    """Return everything that is named in the blocks."""
    index = index_of(authority)
    parties = parties_of(article_id)
    scans = tuple(
        None if one.place in UNREAD else scan_block(one.block, index, authority, parties) for one in placed
    )
    lone = frozenset(c.name for s in scans if s for c in s.candidates if c.single and not c.ids)
    states = _state_counts(scans) + Counter(parties)
    roster = Roster(
        authority, article_id=article_id, period=period, lone=lone, states=states, parties=parties
    )
    entered = enter_names(scans, roster, index)
    settle_states(scans, roster, parties)
    persons = PersonReader(roster, entered)
    others = OtherReader(scans, roster, entered, article_id)
    namings = tuple(_read(i, scan, persons, others) for i, scan in enumerate(scans))
    slips = persons.slips | others.slips
    return Named(roster=roster, scans=scans, namings=namings, bodies=others.bodies, slips=slips)


def _read(number: int, scan: Scan | None, persons: PersonReader, others: OtherReader) -> tuple[Naming, ...]:
    """Return the namings of one block in order."""
    if scan is None:
        return ()
    found = [*persons.read(number, scan)]
    titles = Places([one.title for one in found if one.title and one.title[1] < one.start])
    named = [*others.read(number, scan, titles)]
    if found and named:
        taken = Places([(one.start, one.end) for one in found])
        named = [one for one in named if not taken.meet(one.start, one.end)]
    kept = _apart([*found, *named])
    return kept if scan.folded.places is None else tuple(_placed(one, scan.folded) for one in kept)


def _apart(namings: Iterable[Naming]) -> tuple[Naming, ...]:
    """Return namings that do not overlap, of two the first and longest."""
    end, kept = -1, []
    for one in sorted(namings, key=lambda n: (n.start, -n.end)):
        if one.start >= end:
            end = one.end
            kept.append(one)
    return tuple(kept)


def _placed(one: Naming, folded: Folded) -> Naming:
    """Return a naming in the offsets of the block that was folded."""
    place = folded.place
    title = (place(one.title[0]), place(one.title[1])) if one.title else None
    return one._replace(start=place(one.start), end=place(one.end), title=title)


def parties_of(article_id: str) -> tuple[str, ...]:
    """Return the states that an article's id names; Korea alone is the journal's word for both."""
    pair = f"-{article_id.partition('-')[2]}-"
    codes: list[str] = []
    for word, party in _sides():
        if word in pair:
            codes += [party.country] if party.country else _KOREAS if party.name == "Korea" else ()
    return tuple(dict.fromkeys(codes))


@cache
def _sides() -> tuple[tuple[str, PartyName], ...]:
    """Return every side with its word as it stands in an id."""
    return tuple((f"-{slug(form)}-", party) for form, party in party_names().items())


def _state_counts(scans: Iterable[Scan | None]) -> Counter[str]:
    """Count how often each state is named, by whatever word."""
    counts: Counter[str] = Counter()
    for hit in (hit for scan in scans if scan for hit in scan.hits):
        if hit.sort in _OF_STATES and hit.entry.country:
            counts[hit.entry.country] += 1
    return counts
