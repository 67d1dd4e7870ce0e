"""Pronouns and descriptions: who is meant, where the article leaves no doubt.

    description  = "the" STATE OFFICE               who was named with that office, or holds it that day
                 | "the" OFFICE                     who was named with it in the block; of two the one of
                                                    the pair's states, else the subject where both stand
    counterpart  = "his" STATE "counterpart"        who holds, for that state, the office of the one before
                 | "his counterpart"                the only one just named with the subject's office
    several      = "the two" OFFICEs                the last two named with that office in the block
    joint        = STATE "and" STATE OFFICEs        the holders, if all are known
    sides        = "the two countries"              the only two states that the block has named, or the
                                                    article's pair where nobody of a third state is named

Words inside quotation marks are somebody else's: nothing in them is resolved. Pronouns are read by
`pronouns`, introductions repeated by `epithets`, bodies by `bodies`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from ccdata.authority import Authority
from ccdata.authority.references import reference_words
from ccdata.authority.titles import Office, office_of, title_words
from ccdata.extract.names.article import Named
from ccdata.extract.names.identity import Person
from ccdata.extract.names.titles import Title
from ccdata.extract.naming import Naming, Places
from ccdata.extract.references.block import Block, Days
from ccdata.extract.references.bodies import Bodies
from ccdata.extract.references.epithets import Epithets
from ccdata.extract.references.offices import OfficeFinder
from ccdata.extract.references.pronouns import pronouns
from ccdata.extract.references.subject import subject

_DESCRIBED = re.compile(
    r"[TtHhBb](?<!\w[TtHhBb])(?:(?<=[Tt])h(?:e|eir)|(?<=[Hh])(?:is|er)|(?<=[Bb])oth) (?=([A-Za-z][\w'-]*))"
)
"""Group 1: the word behind the article."""
_REACH = 90
_FAR = 250
"""No title is longer."""
_WORD = re.compile(r"[A-Za-z][\w'-]*")
_MORE = re.compile(r" and ((?:[a-z]+ ){0,2}[a-z]+(?:ers|ents|iers|aries|ors|men))\b")
_OF = re.compile(r" of (?:the )?")
_LIST = re.compile(r"(?:, | and |, and |, the |, and the | and the )?")
_SIDES = re.compile(rf"[tBb](?:(?<=t)wo|(?<=[Bb])oth) (?:{'|'.join(sorted(reference_words().states))})\b")
_THE = re.compile(r"\b[Tt]he $")
_PAIR = 2
_SOUTH, _NORTH = "KOR", "PRK"
_SENTENCES = 20
"""So many sentences are looked back to tell two bearers of an office apart."""


class ReferenceReader:
    """Resolves the references of one article, block by block in reading order."""

    def __init__(self, named: Named, authority: Authority, parties: tuple[str, ...]) -> None:
        self._named = named
        self._people = named.roster.people
        self._offices = OfficeFinder(named.roster, authority, parties)
        self._pair = _pair_of(parties, authority)
        self._epithets = Epithets()
        self._bodies = Bodies(lambda actor_id: _name(actor_id, named, authority))

    def read(self, number: int, text: str, days: Days) -> tuple[Naming, ...]:
        """Return the references of a block; blocks come in reading order."""
        scan, namings = self._named.scans[number], self._named.namings[number]
        found: Sequence[Naming] = ()
        if scan is not None and scan.folded.places is None:
            found = self._found(number, Block(number, text, scan, namings, days))
        self._offices.passed(namings)
        return tuple(found)

    def _found(self, number: int, block: Block) -> Sequence[Naming]:
        described = [*_sides(block, self._pair)] if _names_sides(block.text) else []
        if block.heads:
            described = [*self._descriptions(block), *described, *self._joint(block)]
        others = [*self._epithets.read(number, block), *self._bodies.read(number, block)]
        if others and described:
            taken = Places({(one.start, one.end) for one in described})
            others = [one for one in others if not taken.meet(one.start, one.end)]
        described += others
        found = [*described, *pronouns(block, described, self._people)]
        return sorted(found, key=itemgetter(0, 1)) if len(found) > 1 else found

    def _descriptions(self, block: Block) -> Iterator[Naming]:
        """Read "the ..." up to its head; a head that a name follows is that name's title."""
        last: tuple[int, Person] | None = None
        for match in _DESCRIBED.finditer(block.text):
            if not _opens_title(match[1]) or not block.has_head(match.end(), match.end() + _REACH):
                continue
            title = _title(block, match)
            if title is None or block.is_taken(match.start(), title) or block.is_named_behind(title.end):
                continue
            for person in self._meant(block, match[0].strip().lower(), title, match.start(), last):
                last = (match.start(), person)
                yield _naming(match.start(), title.end, person)

    def _meant(
        self, block: Block, article: str, title: Title, start: int, last: tuple[int, Person] | None
    ) -> Sequence[Person]:
        """Return whom a description means; `last` is the description before it, with its place."""
        before = block.persons_before(start, self._people)
        own = article in ("his", "her", "their")
        if title.counterpart and not title.countries:
            return self._peer(block, start, last) if own else ()
        if title.counterpart:
            return self._offices.counterparts(block.day, title, before) if own else ()
        if own or title.office is None:
            return ()
        if title.plural:
            words = block.text[start : title.end].lower().split()
            return self._offices.several(block.day, words, title.office, before)
        person = self._holder(block, title, title.office, before, start)
        return (person,) if person else ()

    def _peer(self, block: Block, start: int, last: tuple[int, Person] | None) -> Sequence[Person]:
        """Return who "his counterpart" is: the only peer just named of the sentence's subject."""
        number = block.sentence(start)
        if number < 0:
            return ()
        first = block.bounds[number][0]
        one = subject(block.text, first, block.inside(first, start))
        owner = self._people.get(one.actor_id or "") if one else None
        if owner is None and last is not None and last[0] >= first:
            owner = last[1]
        near = block.inside(block.bounds[max(0, number - 1)][0], start)
        persons = {n.actor_id: self._people[n.actor_id] for n in near if n.kind == "person" and n.actor_id}
        peers = [p for p in persons.values() if owner and self._offices.are_peers(block.day, owner, p)]
        return peers if len(peers) == 1 else ()

    def _holder(
        self, block: Block, title: Title, office: Office, before: Sequence[Person], start: int
    ) -> Person | None:
        """Return whom an office means: by its state, else whoever bears it nearest before."""
        if title.country is None:
            near = self._offices.bearers(block.day, office, before)
            if len(near) > 1:
                return self._nearest(block, near, start)
            if not near and not office.field:
                return self._offices.head(block.day, office, {one.country for one in block.inside(0, start)})
            if near:
                return near[0]
        return self._offices.holder(block.day, office, title.country, before)

    def _nearest(self, block: Block, persons: Sequence[Person], start: int) -> Person | None:
        """Return the only one of these in the last sentence that names one, or its subject."""
        ids = {person.id for person in persons}
        here = block.sentence(start)
        for number in range(here, max(-1, here - _SENTENCES), -1):
            first, last = block.bounds[number]
            namings = [n for n in block.inside(first, min(last, start)) if n.actor_id in ids]
            if len({naming.actor_id for naming in namings}) > 1:
                one = subject(block.text, first, namings)
                return self._people[one.actor_id] if one and one.actor_id else None
            if namings:
                return self._people[namings[0].actor_id or ""]
        return persons[0]

    def _joint(self, block: Block) -> Iterator[Naming]:
        """Read the offices of several states: their holders, if all are known."""
        end, plurals = 0, title_words().plurals
        for start, stop in block.heads:
            if start < end or block.text[start:stop].lower() not in plurals:
                continue
            if not _may_be_joint(block.text, start, stop):
                continue
            title = block.reader.ending(stop)
            if title is None or not title.plural or block.is_taken(start, title):
                continue
            countries, end = _countries(block, title, stop)
            more = _MORE.match(block.text, stop)
            offices = [title.office, office_of(more[1])] if more else [title.office]
            end = max(end, more.end() if more else 0)
            holders = [self._offices.holder(block.day, o, c, ()) for o in offices if o for c in countries]
            if len(countries) >= _PAIR and all(holders):
                yield from (_naming(title.start, end, person) for person in holders if person)


def _may_be_joint(text: str, start: int, end: int) -> bool:
    """Say whether several states can stand before the head of a title, or behind it."""
    return text.startswith((" of ", " and "), end) or text.find(" and ", max(0, start - _FAR), start) >= 0


def _name(actor_id: str, named: Named, authority: Authority) -> str:
    known = authority.actors.get(actor_id) or named.bodies.get(actor_id)
    return known.name if known else ""


def _title(block: Block, match: re.Match[str]) -> Title | None:
    """Return the title that the words behind an article make up."""
    text, last = block.text, None
    for word in _WORD.finditer(text, match.end(), match.end() + _REACH):
        head = _head_size(word[0])
        if text[word.start() - 1] != " " or not (head or _opens_title(word[0])):
            break
        if head:
            last = word.start() + head
            if text[last + 1 : last + _REACH].partition(" ")[0].lower() not in title_words().heads:
                break
    title = block.reader.ending(last) if last else None
    return title if title and title.start >= match.start() else None


@lru_cache(maxsize=50_000)
def _head_size(word: str) -> int:
    """Return the length of a word for an office, without a possessive ending; nothing for other words."""
    lower = word.lower().removesuffix("'s")
    return len(lower) if lower in title_words().heads else 0


@lru_cache(maxsize=50_000)
def _opens_title(word: str) -> bool:
    """Say whether a word can stand in a title: a word of titles, or one with a capital."""
    known, lower = title_words(), word.lower().removesuffix("'s")
    of_titles = lower in known.heads or lower in known.fields or lower in known.modifiers
    return of_titles or lower == "and" or word[0].isupper()


def _countries(block: Block, title: Title, end: int) -> tuple[Sequence[str], int]:
    """Return the states before the title, else those listed behind "of", and where they end."""
    if len(title.countries) > 1:
        return title.countries, end
    of = _OF.match(block.text, end)
    found: list[str] = []
    place = of.end() if of else end
    for naming in block.namings_from(end) if of else ():
        if naming.kind != "country" or not _LIST.fullmatch(block.text, place, naming.start):
            break
        found.append(naming.country or "")
        place = naming.end
    return found, place if found else end


def _names_sides(text: str) -> bool:
    return ("two " in text or "oth " in text) and _SIDES.search(text) is not None


def _sides(block: Block, pair: Sequence[tuple[str, str]]) -> Iterator[Naming]:
    """Read "the two countries": the only two states that the block has named, else the article's pair."""
    codes = {code for _, code in pair}
    states: dict[str, tuple[str, str]] = {}
    others: set[str] = set()
    waiting = iter(block.namings)
    naming = next(waiting, None)
    for match in _SIDES.finditer(block.text):
        the = _THE.search(block.text, max(0, match.start() - 4), match.start())
        start = the.start() if the else match.start()
        if not the and block.text[max(0, start - 1) : start].isalnum():
            continue
        while naming is not None and naming.start < start:
            if naming.kind == "country" and naming.actor_id and naming.country:
                states.setdefault(naming.country, (naming.actor_id, naming.country))
            others |= {naming.country} - codes if naming.country else set()
            naming = next(waiting, None)
        meant = states.values() if len(states) == _PAIR else () if others else pair
        if not block.quoted.meet(start, match.end()):
            yield from (_of_state(start, match.end(), *state) for state in meant)


def _pair_of(parties: Sequence[str], authority: Authority) -> Sequence[tuple[str, str]]:
    """Return the two states of an article, with their ids; none where it has more sides.

    Where a party is "Korea", the side that negotiates is the South; the North, if named, is a third.
    """
    sides = [code for code in parties if code != _NORTH or _SOUTH not in parties]
    return [(authority.states[code], code) for code in sides] if len(sides) == _PAIR else ()


def _of_state(start: int, end: int, actor_id: str, code: str) -> Naming:
    return Naming(start=start, end=end, actor_id=actor_id, kind="country", country=code, method="description")


def _naming(start: int, end: int, person: Person) -> Naming:
    return Naming(
        start=start,
        end=end,
        actor_id=person.id,
        kind="person",
        country=person.country,
        method="description",
    )
