"""The second walk, persons: full names, titled surnames, and surnames after an introduction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ccdata.extract.names.candidates import Candidate, Scan
from ccdata.extract.names.entry import Entered
from ccdata.extract.names.identity import Person
from ccdata.extract.names.roster import Roster
from ccdata.extract.names.words import Covered, is_vocabulary, stop_words
from ccdata.extract.naming import Naming, Places
from ccdata.records.terms import Method

GOVERNMENT = re.compile(r" (?:[Aa]dministration|[Gg]overnment|[Cc]abinet)\b")
"""Behind a surname: a body of its own."""
_Bearers = dict[str, dict[str, Person]]


class PersonReader:
    """Finds the persons named in the blocks of one article, in reading order."""

    def __init__(self, roster: Roster, entered: Entered) -> None:
        self.slips: dict[tuple[int, int, int], str] = {}
        self._roster = roster
        self._entered = entered
        self._introduced: _Bearers = {}
        self._here: tuple[int, _Bearers] = (-1, {})
        self._open: tuple[int, set[str]] = (-1, set())
        """The surnames of two people that a block has used before it told whose: they stay open there."""

    def read(self, number: int, scan: Scan) -> Iterator[Naming]:
        """Yield the persons named in a block; blocks come in reading order."""
        end = -1
        for one in self._candidates(scan):
            if one.start < end:
                continue
            naming = self._full(number, one) if not one.single or one.ids else None
            naming = naming or self._short(number, one, scan)
            if naming is not None:
                end = naming.end
                yield naming

    def _candidates(self, scan: Scan) -> Sequence[Candidate]:
        """Add the words of another kind that are somebody's surname in this article."""
        odd, text = self._entered.odd, scan.folded.text
        words = [word for word in scan.words if word.text in odd] if odd else ()
        if not words:
            return scan.candidates
        covers: Sequence[Covered] = (*scan.candidates, *scan.hits, *scan.bodies)
        taken = Places((one.start, one.end) for one in covers)
        added = [
            Candidate(word.start, word.end, word.text, (word.text,), single=True, possessive=word.possessive)
            for word in words
            if not taken.meet(word.start, word.end)
            and not text[word.end : word.end + 2].strip()[:1].isupper()
        ]  # fmt: skip
        return sorted([*scan.candidates, *added], key=lambda one: one.start)

    def _full(self, number: int, one: Candidate) -> Naming | None:
        accepted = one.name in self._entered.accepted
        person = self._roster.of_name(one.name) if accepted or not (one.single or one.title) else None
        if person is None:
            return naming_of(one, None, "alias") if accepted else self._part(number, one)
        self._introduce(number, person)
        if one.name in self._roster.damaged:
            self.slips[number, one.start, one.end] = self._roster.damaged[one.name]
        return naming_of(one, person, "alias")

    def _part(self, number: int, one: Candidate) -> Naming | None:
        """Two words of an introduced name of three or more."""
        person = self._roster.of_part(one.name) if not one.single else None
        if person is None or not any(person.id in bearers for bearers in map(self._bearers, person.called)):
            return None
        return self._named(number, one, person, "surname")

    def _bearers(self, form: str) -> dict[str, Person]:
        return self._introduced.get(form, {})

    def _introduce(self, number: int, person: Person) -> None:
        if self._here[0] != number:
            self._here = (number, {})
        for form in person.called:
            self._introduced.setdefault(form, {})[person.id] = person
            self._here[1].setdefault(form, {})[person.id] = person

    def _short(self, number: int, one: Candidate, scan: Scan) -> Naming | None:
        """A single word, or a known short form: with a title, after an introduction, or prominent."""
        if (len(one.words) > 1 and not one.ids) or _names_thing(one, scan):
            return None
        if one.title is not None:
            return self._titled(number, one)
        if not one.possessive and GOVERNMENT.match(scan.folded.text, one.end):
            return None
        person, several = self._bearer(number, one)
        return self._named(number, one, person, "surname") if person or several else None

    def _titled(self, number: int, one: Candidate) -> Naming | None:
        person = self._roster.titled(one)
        if person is None and one.title and (one.title.counterpart or one.title.bare):
            person = self._bearer(number, one)[0]
        known = person or self._roster.bearers(one.name)
        return self._named(number, one, person, "title") if known else None

    def _named(self, number: int, one: Candidate, person: Person | None, method: Method) -> Naming:
        if person is not None:
            self._introduce(number, person)
        return naming_of(one, person, method)

    def _bearer(self, number: int, one: Candidate) -> tuple[Person | None, bool]:
        """Return who is meant by a short name, and whether several could be.

        Of several the one whom the block names in full; where it names none, the one who heads a state.
        """
        bearers = self._introduced.get(one.name, {})
        if len(bearers) > 1:
            if self._open[0] != number:
                self._open = (number, set())
            here = self._here[1].get(one.name, {}) if self._here[0] == number else {}
            if len(here) == 1 and one.name not in self._open[1]:
                return next(iter(here.values())), True
            head = None if here else self._roster.head_among(bearers.values())
            if head is None:
                self._open[1].add(one.name)
            return head, True
        if bearers:
            return next(iter(bearers.values())), False
        if one.name.lower() in self._entered.lower or one.name in stop_words():
            return None, False
        return self._roster.prominent(one.name), False


def _names_thing(one: Candidate, scan: Scan) -> bool:
    """Say whether the word behind makes the name that of a thing ("Reagan Library")."""
    if not one.follows[:1].isupper() or one.possessive or not is_vocabulary(one.follows):
        return False
    return GOVERNMENT.match(scan.folded.text, one.end) is None


def naming_of(one: Candidate, person: Person | None, method: Method) -> Naming:
    """Return a candidate as the naming of a person, or of nobody sure."""
    title = one.title or one.behind
    return Naming(
        start=one.start,
        end=one.end,
        actor_id=person.id if person else None,
        kind="person",
        country=person.country if person else one.country,
        method=method,
        title=(title.start, title.end) if title and not one.shared else None,
    )
