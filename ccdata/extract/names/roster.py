"""Who is who in one article: full names to persons, short names to the persons they can mean.

full name     the authority's person of that name, state and time; else a person of this article
short name    titled: whoever bears it in that office and state; plain: whoever was introduced;
              before that only a head of state or government in office at the time
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from ccdata.authority import Authority, Known
from ccdata.authority.folding import fold
from ccdata.authority.names import akin, bare, short_forms, split_name
from ccdata.authority.titles import title_words
from ccdata.extract.names.candidates import Candidate
from ccdata.extract.names.damage import is_slip
from ccdata.extract.names.holders import CROWD, Holders
from ccdata.extract.names.identity import Person, held_office, name_key
from ccdata.extract.names.index import index_of
from ccdata.extract.names.titles import Title
from ccdata.records.ids import slug


class Roster:
    """The persons of one article, as they turn up."""

    def __init__(
        self,
        authority: Authority,
        *,
        article_id: str,
        period: tuple[str, str] | None,
        lone: frozenset[str],
        states: Counter[str],
        parties: Iterable[str] = (),
    ) -> None:
        self.authority = authority
        self.people: dict[str, Person] = {}
        self.states = states
        """How often the article names each state."""
        self.parties = frozenset(parties)
        """The states of the article's pair."""
        self._article = article_id
        self._period = period
        self._lone = lone
        self._by_name: dict[str, Person] = {}
        self._by_short: dict[str, dict[str, Person]] = {}
        self._by_part: dict[str, Person] = {}
        self._index = index_of(authority)
        self._holders = Holders(authority, period=period, states=states, parties=self.parties)
        self.damaged: dict[str, str] = {}
        """Damaged names as printed, with the names they stand for."""

    def of_name(self, name: str) -> Person | None:
        """Return the person of a full name, if one was entered."""
        return self._by_name.get(name_key(name))

    def of_part(self, words: str) -> Person | None:
        """Return whose name of three words or more begins or ends with these."""
        return self._by_part.get(words)

    def author(self, name: str) -> Person:
        """Return the person of an author's name, entered once the text has been read."""
        words = tuple(fold(name).replace(",", "").split())
        ids = self.authority.aliases.get(fold(name), ())
        one = Candidate(0, 0, " ".join(words), words, len(words) == 1, ids)
        known = self._holders.of(one)
        return self._person(known, name) if known else self.of_name(one.name) or self._new(one)

    def enter(self, one: Candidate) -> Person | None:
        """Enter the person of a full name; None where the name fits two."""
        person = self._full(one)
        if person is not None:
            self._note(person, one)
        return person

    def _full(self, one: Candidate) -> Person | None:
        known = self._holders.of(one)
        if known is not None:
            return self._person(known, one.name)
        if len(one.ids) > 1 and self._holders.fitting(one):
            return None
        return self.of_name(one.name) or self._slip(one) or self._namesake(one) or self._new(one)

    def known_person(self, known: Known) -> Person:
        """Enter a person of the authority, whether named or only spoken of."""
        return self._person(known, known.name)

    def _person(self, known: Known, printed: str) -> Person:
        person = self.people.get(known.id)
        if person is None:
            person = Person(
                id=known.id,
                name=known.name,
                country=known.country,
                family=known.family_name,
                given=known.given_name,
                called={fold(form) for form in known.called},
                known=known,
            )
            self._add(person)
        self._by_name.setdefault(name_key(printed), person)
        return person

    def _add(self, person: Person) -> None:
        self.people[person.id] = person
        for form in person.called:
            self._by_short.setdefault(form, {})[person.id] = person
        words = bare(fold(person.name))
        if len(words) > 2:  # noqa: PLR2004
            for size in range(2, len(words)):
                self._by_part.setdefault(" ".join(words[:size]), person)
                self._by_part.setdefault(" ".join(words[-size:]), person)

    def _new(self, one: Candidate) -> Person:
        """Enter somebody whom the authority does not know."""
        country = one.country or (one.behind.country if one.behind else None)
        family, given = split_name(one.name, country)
        family, given = self._by_use(one.words, family, given)
        called = {*short_forms(one.name, family, country)} or {one.words[-1]}
        called |= {word for word in (one.words[0], one.words[-1]) if word in self._lone and family is None}
        if family and family in one.words:
            called.add(family)
        person = Person(
            id=f"actor:{self._article}:{slug(one.name)}",
            name=one.name,
            country=country,
            family=family,
            given=given,
            called={form for form in called if form},
        )
        self._add(person)
        self._by_name[name_key(one.name)] = person
        return person

    def settle(self, person: Person, country: str) -> None:
        """Give somebody unknown a state, and the short forms of its custom."""
        family, given = self._by_use(tuple(bare(person.name)), *split_name(person.name, country))
        person.country, person.family, person.given = country, family, given
        forms = {fold(form) for form in short_forms(person.name, family, country)} - person.called
        person.called |= forms
        for form in forms:
            self._by_short.setdefault(form, {})[person.id] = person

    def _by_use(
        self, words: tuple[str, ...], family: str | None, given: str | None
    ) -> tuple[str | None, str | None]:
        """The word that stands alone elsewhere in the article is the family name, whatever the custom."""
        plain = bare(" ".join(words))
        if family is None or len(plain) < 2 or family in self._lone:  # noqa: PLR2004
            return family, given
        if plain[0] in self._lone and plain[-1] not in self._lone:
            return plain[0], " ".join(plain[1:])
        if plain[-1] in self._lone and plain[0] not in self._lone:
            return plain[-1], " ".join(plain[:-1])
        return family, given

    def _slip(self, one: Candidate) -> Person | None:
        """Return the person whose name the printed one is a damaged form of."""
        near = self._index.persons.find(one.name)
        if near is None:
            return None
        person = self.of_name(near)
        if person is None:
            known = self._holders.of(_like(one, near, self.authority))
            if known is None or not (is_slip(one.name, near) or self._is_in_office(known, one)):
                return None
            person = self._person(known, near)
        elif not (is_slip(one.name, near) or self._agrees(person, one)):
            return None
        if one.country and person.country and one.country != person.country:
            return None
        self.damaged[one.name] = person.name
        self._by_name[name_key(one.name)] = person
        return person

    def _is_in_office(self, known: Known, one: Candidate) -> bool:
        return one.country in (None, known.country) and self._holders.holds(known, one)

    def _agrees(self, person: Person, one: Candidate) -> bool:
        """Say whether a title's state and office are this person's."""
        office = one.title.office if one.title else None
        if office is None or (one.country and person.country and one.country != person.country):
            return False
        if any(office.agrees(other) for other in person.offices):
            return True
        return person.known is not None and held_office(person.known, office, self._period)

    def _namesake(self, one: Candidate) -> Person | None:
        """Return who bears the surname in the same office, under another form of the given name."""
        if one.title is None or one.single:
            return None
        words = bare(one.name)
        for short in (words[-1], words[0]):
            rest = next((word for word in words if word != short), "")
            for person in islice(self._by_short.get(short, {}).values(), CROWD):
                if person.given and rest and akin(rest, person.given) and self._agrees(person, one):
                    self._by_name[name_key(one.name)] = person
                    return person
            known = self._holders.namesake(short, rest, one)
            if known is not None:
                return self._person(known, one.name)
        return None

    def _note(self, person: Person, one: Candidate) -> None:
        """Keep the offices and forms under which somebody is named."""
        for title in (one.title, one.behind):
            if title is None or title.text in person.titles or title.counterpart:
                continue
            self._note_title(person, title)
            person.titles[title.text] = title.country
        if person.country is None and (one.country or (one.behind and one.behind.country)):
            person.country = one.country or (one.behind.country if one.behind else None)
        if one.name != fold(person.name):
            person.aliases.setdefault(one.name)

    def titled(self, one: Candidate) -> Person | None:
        """Return whom a title and a short name mean; somebody new where nobody fits."""
        title, short = one.title, one.name
        if title is None:
            return None
        bearers = self._by_short.get(short, {})
        fit = [p for p in bearers.values() if self._can_be(p, one)] if len(bearers) < CROWD else []
        sure = [p for p in fit if self._agrees(p, one)]
        if len(fit) == 1 or len(sure) == 1:
            return self._noted(sure[0] if len(sure) == 1 else fit[0], one)
        if len(fit) > 1:
            return None
        known = self._holders.titled(one)
        if known is not None:
            return self._noted(self._person(known, known.name), one)
        if title.bare:
            person = None if bearers else self.prominent(short)
            return person or (None if bearers else self._noted(self._alone(one), one))
        return None if title.counterpart else self._noted(self._alone(one), one)

    def _noted(self, person: Person, one: Candidate) -> Person:
        self._note_title(person, one.title)
        return person

    def _note_title(self, person: Person, title: Title | None) -> None:
        office = title.office if title and not title.counterpart else None
        if office is not None and office not in person.offices:
            person.offices.append(office)

    def _can_be(self, person: Person, one: Candidate) -> bool:
        """Say whether nothing in the title speaks against this person."""
        if one.country and person.country and one.country != person.country:
            return False
        office = one.title.office if one.title else None
        if office is None or not (person.offices or person.known):
            return True
        if office.rank in title_words().single and person.known is not None:
            return self._agrees(person, one)
        return True

    def _alone(self, one: Candidate) -> Person:
        """Enter somebody who is named by title and one name only."""
        person = self.of_name(one.name)
        if person is None:
            person = Person(
                id=f"actor:{self._article}:{slug(one.name)}",
                name=one.name,
                country=one.country,
                family=None,
                given=None,
                called={one.name},
            )
            self._add(person)
            self._by_name[name_key(one.name)] = person
        return person

    def bearers(self, short: str) -> Mapping[str, Person]:
        """Return those of the article who go by a short name, by id."""
        return self._by_short.get(short, {})

    def prominent(self, short: str) -> Person | None:
        """Return the one person in office who goes by this name without having been introduced."""
        known = self._holders.prominent(short)
        return self.known_person(known) if known else None

    def head_among(self, persons: Collection[Person]) -> Person | None:
        """Return the only one of these who heads a state or government in the article's time."""
        if self._period is None or len(persons) >= CROWD:
            return None
        heads = [one for one in persons if one.known and self._holders.heads(one.known)]
        return heads[0] if len(heads) == 1 else None


def _like(one: Candidate, name: str, authority: Authority) -> Candidate:
    return one._replace(
        name=name, words=tuple(name.split()), single=" " not in name, ids=authority.aliases.get(name, ())
    )
