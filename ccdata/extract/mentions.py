"""Every place where an actor is named: two walks over the article's blocks.

    first walk    full names, with their titles: who is in the article
    second walk   in reading order: full names, titled surnames, surnames after them, bodies, states,
                  capitals that act

No naming crosses a word; none overlaps another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ccdata.authority import Authority
from ccdata.authority.parties import party_names
from ccdata.authority.patterns import pattern_words
from ccdata.document.model import Placed
from ccdata.extract.mentions_bodies import Body
from ccdata.extract.mentions_candidates import Candidate, Scan, plausible, scan_block, shaped
from ccdata.extract.mentions_damage import is_state_slip
from ccdata.extract.mentions_index import Hit, index_of
from ccdata.extract.mentions_roster import Person, Roster
from ccdata.extract.mentions_words import is_vocabulary, stop_words, words_of
from ccdata.extract.naming import Naming
from ccdata.records.ids import slug
from ccdata.records.models import Actor
from ccdata.records.terms import Method

UNREAD = ("masthead", "title", "byline", "citation", "heading")
"""Places in which nobody is named: they are no running text."""
_LONG_NAME = re.compile(
    r"[A-Z][\w-]+(?: (?:of|for|and|the|on))*(?: [A-Z][\w-]+(?: (?:of|for|and|the|on))*){1,6}(?<! of)(?<! and)(?<! the)"
)
_GOVERNMENT = re.compile(r" (?:[Aa]dministration|[Gg]overnment|[Cc]abinet)\b")
_LOWER = re.compile(r"(?<![\w'-])[a-z]{3,20}(?![\w'-])")
_LONGEST = 5
_KOREAS = ["KOR", "PRK"]
_POST = re.compile(r"(?:[Aa]mbassadors?|[Ee]nvoys?|[Ee]nvoy|[Cc]onsuls?|[Rr]epresentatives?) to (?:the )?$")


@dataclass(slots=True)
class Named:
    """What the walks found: the namings of each block, the roster, the actors that are no persons."""

    roster: Roster
    scans: tuple[Scan | None, ...]
    namings: tuple[tuple[Naming, ...], ...] = ()
    bodies: dict[str, Actor] = field(default_factory=dict)
    ambiguous: list[tuple[int, Candidate]] = field(default_factory=list)
    slips: list[tuple[int, Naming, str]] = field(default_factory=list)


def find_names(
    placed: Sequence[Placed], authority: Authority, *, article_id: str, period: tuple[str, str] | None
) -> Named:
    """Return everything that is named in the blocks."""
    index = index_of(authority)
    scans = tuple(None if one.place in UNREAD else scan_block(one.block, index, authority) for one in placed)
    lone = frozenset(c.name for s in scans if s for c in s.candidates if c.single and not c.ids)
    roster = Roster(authority, article_id, period, lone)
    roster.states.update(_state_counts(scans, authority))
    for code in parties_of(article_id):
        roster.states[code] = roster.states.get(code, 0) + 1
    named = Named(roster, scans)
    walk = _Walk(named, authority, article_id)
    walk.enter()
    named.namings = tuple(tuple(walk.block(i)) for i in range(len(scans)))
    return named


def parties_of(article_id: str) -> tuple[str, ...]:
    """Return the states that an article's id names; Korea alone is the journal's word for both."""
    pair = f"-{article_id.partition('-')[2]}-"
    codes = []
    for form, party in party_names().items():
        if f"-{slug(form)}-" in pair:
            codes += [party.country] if party.country else _KOREAS if party.name == "Korea" else []
    return tuple(dict.fromkeys(codes))


def _state_counts(scans: Iterable[Scan | None], authority: Authority) -> Counter[str]:
    """Count how often each state is named, by whatever word."""
    counts: Counter[str] = Counter()
    for scan in scans:
        for hit in scan.hits if scan else ():
            if hit.sort in ("adjective", "capital", "seat"):
                counts[hit.entry.values[0]] += 1
            elif hit.sort == "actor":
                country = authority.actors[hit.entry.values[0]].country
                if country:
                    counts[country] += 1
    return counts


class _Walk:
    """The two walks over one article."""

    def __init__(self, named: Named, authority: Authority, article_id: str) -> None:
        self.named = named
        self.roster = named.roster
        self.authority = authority
        self._article = article_id
        self._introduced: dict[str, dict[str, Person]] = {}
        self._here: tuple[int, dict[str, dict[str, Person]]] = (-1, {})
        self._lower = _lower_words(named.scans)
        self._index = index_of(authority)
        self._accepted: set[str] = set()
        self._odd: set[str] = set()
        self._embassies = self._full_embassies(named.scans)

    def enter(self) -> None:
        """First walk: enter every full name that is known, titled, described or speaks."""
        for scan in self.named.scans:
            rows = _rows(scan.candidates) if scan else ()
            for row in rows:
                if any(not one.single and self._is_person(one) for one in row):
                    for one in row:
                        self._enter(one, listed=len(row) > 1)
        self._odd -= {word for word in self._odd if word.lower() in self._lower}

    def _enter(self, one: Candidate, *, listed: bool) -> None:
        """Enter a full name; beside a person's in a list, any name of two or three words is a person's."""
        beside = listed and 1 < len(one.words) < _LONGEST - 1
        beside = beside and (one.cued or plausible(one.words, self._index))
        if one.single or not (beside or self._is_person(one)):
            return
        self._accepted.add(one.name)
        person = self.roster.enter(one)
        called = person.called if person else set()
        self._odd |= {word for word in called if word in stop_words() or is_vocabulary(word)}

    def _full_embassies(self, scans: Iterable[Scan | None]) -> dict[str, set[str]]:
        """Return the embassies named with their host, by the name without it."""
        full: dict[str, set[str]] = {}
        for hit in (hit for scan in scans if scan for hit in scan.hits if hit.sort == "actor"):
            known = self.authority.actors[hit.entry.values[0]]
            short, host, _ = known.name.partition(" in ")
            if host and short.startswith("Embassy of "):
                full.setdefault(short, set()).add(known.id)
        for body in (body for scan in scans if scan for body in scan.bodies):
            short, host, _ = body.name.partition(" in ")
            if host and short.startswith("Embassy of "):
                full.setdefault(short, set()).add(body.actor_id or self._provisional(body))
        return full

    def _is_person(self, one: Candidate) -> bool:
        if one.ids:
            return any(self.authority.actors[i].kind == "person" for i in one.ids) and " " in one.name
        if len(one.words) > _LONGEST or one.follows in pattern_words().organisations["organisation"]:
            return False
        if one.follows[:1].isupper() and is_vocabulary(one.follows) and not one.possessive:
            return False
        if one.title is not None:
            return True
        if one.behind is not None or one.cued:
            return plausible(one.words, self._index) or (one.behind is not None and len(one.words) < _LONGEST)
        return shaped(one.words, self._index)

    def block(self, number: int) -> Iterator[Naming]:
        """Second walk: yield the namings of one block, in order."""
        scan = self.named.scans[number]
        if scan is None:
            return
        persons = [*self._persons(number, scan)]
        taken = Places((n.start, n.end) for n in persons)
        titles = Places(n.title for n in persons if n.title and n.title[1] < n.start)
        others = [n for n in self._others(number, scan, titles) if not taken.meets(n.start, n.end)]
        yield from _placed([*persons, *others], scan)

    def _persons(self, number: int, scan: Scan) -> Iterator[Naming]:
        end = -1
        for one in self._with_known_words(scan):
            if one.start < end:
                continue
            naming = self._full(number, one) if not one.single or one.ids else None
            naming = naming or self._short(number, one, scan)
            if naming is not None:
                end = naming.end
                yield naming

    def _with_known_words(self, scan: Scan) -> Sequence[Candidate]:
        """Add the words of titles and of the calendar that are somebody's surname here ("King", "Sun")."""
        if not self._odd:
            return scan.candidates
        text = scan.folded.text
        taken = Places((one.start, one.end) for one in (*scan.candidates, *scan.hits, *scan.bodies))
        added = [
            Candidate(
                start=word.start, end=word.end, words=(word.text,), possessive=word.possessive,
                follows="",
            )
            for word in words_of(text)
            if word.text in self._odd and not taken.meets(word.start, word.end)
            and not text[word.end : word.end + 2].strip()[:1].isupper()
        ]  # fmt: skip
        return sorted([*scan.candidates, *added], key=lambda one: one.start)

    def _full(self, number: int, one: Candidate) -> Naming | None:
        person = self.roster.of_name(one.name) if one.name in self._accepted else None
        if person is None and not one.single and not one.title:
            person = self.roster.of_name(one.name)
        if person is None and one.name in self._accepted:
            self.named.ambiguous.append((number, one))
            return _naming(one, None, "alias")
        if person is None:
            return None
        self._introduce(number, person)
        naming = _naming(one, person, "alias")
        if one.name in self.roster.damaged:
            self.named.slips.append((number, naming, self.roster.damaged[one.name]))
        return naming

    def _introduce(self, number: int, person: Person) -> None:
        if self._here[0] != number:
            self._here = (number, {})
        for form in person.called:
            self._introduced.setdefault(form, {})[person.id] = person
            self._here[1].setdefault(form, {})[person.id] = person

    def _short(self, number: int, one: Candidate, scan: Scan) -> Naming | None:
        """A single word, or a known short form: with a title, after an introduction, or prominent."""
        if len(one.words) > 1 and not one.ids:
            return None
        government = _GOVERNMENT.match(scan.folded.text, one.end)
        if one.follows[:1].isupper() and not one.possessive and is_vocabulary(one.follows) and not government:
            return None
        if one.title is not None:
            return self._titled(number, one)
        if government and not one.possessive:
            return None
        person, sure = self._bearer(number, one)
        if person is None and sure:
            return None
        if person is None:
            self.named.ambiguous.append((number, one))
            return _naming(one, None, "surname")
        self._introduce(number, person)
        return _naming(one, person, "surname")

    def _titled(self, number: int, one: Candidate) -> Naming | None:
        person = self.roster.titled(one)
        if person is None and one.title and (one.title.counterpart or one.title.bare):
            person = self._bearer(number, one)[0]
        if person is None:
            bearers = self.roster.bearers(one.name)
            if not bearers:
                return None
            self.named.ambiguous.append((number, one))
            return _naming(one, None, "title")
        self._introduce(number, person)
        return _naming(one, person, "title")

    def _bearer(self, number: int, one: Candidate) -> tuple[Person | None, bool]:
        """Return who is meant by a short name; the answer is not sure where several could be."""
        bearers = self._introduced.get(one.name, {})
        if len(bearers) > 1:
            here = self._here[1].get(one.name, {}) if self._here[0] == number else {}
            return (next(iter(here.values())) if len(here) == 1 else None), False
        if bearers:
            return next(iter(bearers.values())), True
        if one.name.lower() in self._lower or one.name in stop_words():
            return None, True
        return self.roster.prominent(one.name), True

    def _others(self, number: int, scan: Scan, titles: Places) -> Iterator[Naming]:
        for body in scan.bodies:
            actor_id = body.actor_id or self._embassy(body) or self._provisional(body)
            yield Naming(
                start=body.start, end=body.end, actor_id=actor_id, kind=body.kind,
                country=body.country, method="alias",
            )  # fmt: skip
        for hit in scan.hits:
            naming = self._hit(hit, scan, titles)
            if naming is not None:
                yield naming
        yield from self._governments(scan)
        yield from self._damaged_bodies(number, scan)
        yield from self._damaged_states(number, scan)

    def _embassy(self, body: Body) -> str | None:
        """Return the embassy that a state's embassy is: the only one that the article names more fully."""
        full = self._embassies.get(body.name, set())
        return next(iter(full)) if len(full) == 1 else None

    def _provisional(self, body: Body) -> str:
        """Return the id of a body that only this article names."""
        actor_id = f"actor:{self._article}:{slug(body.name)}"
        self.named.bodies.setdefault(
            actor_id,
            Actor(
                record_type="actor", id=actor_id, name=body.name, family_name=None, given_name=None, kind=body.kind,
                country=body.country, native_name=None, aliases=(), identifiers=(), occupancies=(), curated=False,
            ),
        )  # fmt: skip
        return actor_id

    def _hit(self, hit: Hit, scan: Scan, titles: Places) -> Naming | None:
        text = scan.folded.text
        if hit.sort in ("capital", "seat"):
            if hit.start not in scan.acting or not _guarded(text, hit) or titles.hold(hit):
                return None
            return self._state(hit, hit.entry.values[0], "metonym")
        if hit.sort == "adjective" and self.authority.aliases.get(text[hit.start : hit.end]) is None:
            return None
        if hit.sort not in ("actor", "adjective"):
            return None
        known = self.authority.actors[self._owner(hit)]
        if not _guarded(text, hit):
            return None
        if known.kind == "country":
            in_title = titles.hold(hit) and not text.startswith("'", hit.end)
            post = _POST.search(text, max(0, hit.start - 30), hit.start)
            return None if in_title or post else self._state(hit, known.country or "", "alias")
        return Naming(
            start=hit.start, end=hit.end, actor_id=known.id, kind=known.kind,
            country=known.country, method="alias",
        )  # fmt: skip

    def _owner(self, hit: Hit) -> str:
        """Of the owners of a shared alias, the one whose state the article names most."""
        return max(hit.entry.values, key=lambda i: self.roster.states.get(self._country(i), 0))

    def _country(self, actor_id: str) -> str:
        return self.authority.actors[actor_id].country or ""

    def _state(self, hit: Hit, code: str, method: Method) -> Naming:
        return Naming(
            start=hit.start, end=hit.end, actor_id=self.authority.states[code], kind="country",
            country=code, method=method,
        )  # fmt: skip

    def _governments(self, scan: Scan) -> Iterator[Naming]:
        """ "The Clinton administration": a body of its own, not the person."""
        for one in scan.candidates:
            match = _GOVERNMENT.match(scan.folded.text, one.end)
            if not one.single or match is None or one.possessive or one.title is not None:
                continue
            bearers = self.roster.bearers(one.name)
            person = next(iter(bearers.values())) if len(bearers) == 1 else self.roster.prominent(one.name)
            if person is None or person.country is None:
                continue
            name = f"{one.name}{match[0].lower()}"
            actor_id = self._provisional(
                Body(one.start, match.end(), name, "government", person.country, None)
            )
            yield Naming(
                start=one.start, end=match.end(), actor_id=actor_id, kind="government",
                country=person.country, method="alias",
            )  # fmt: skip

    def _damaged_bodies(self, number: int, scan: Scan) -> Iterator[Naming]:
        """A long name of a body with a slip in it."""
        for one in scan.candidates:
            match = _LONG_NAME.match(scan.folded.text, one.start)
            near = self._index.bodies.find(match[0]) if match and not one.title and not one.ids else None
            if match is None or near is None:
                continue
            known = self.authority.actors[self.authority.aliases[near][0]]
            naming = replace(
                _naming(one, None, "alias"), end=match.end(), actor_id=known.id, kind=known.kind,
                country=known.country,
            )  # fmt: skip
            self.named.slips.append((number, naming, known.name))
            yield naming

    def _damaged_states(self, number: int, scan: Scan) -> Iterator[Naming]:
        for one in scan.candidates:
            if not one.single or one.title or one.ids or one.name.lower() in self._lower:
                continue
            if self.roster.bearers(one.name):
                continue
            near = self._index.states.find(one.name)
            if near and is_state_slip(one.name, near):
                known = self.authority.actors[self.authority.aliases[near][0]]
                naming = replace(
                    _naming(one, None, "alias"), actor_id=known.id, kind="country", country=known.country
                )
                self.named.slips.append((number, naming, known.name))
                yield naming


def _rows(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Yield the candidates in rows: those of a list together, any other alone."""
    row: list[Candidate] = []
    for one in candidates:
        if row and not one.listed:
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _lower_words(scans: Iterable[Scan | None]) -> frozenset[str]:
    """Return the words that the article prints in lower case: "key" is no prime minister."""
    return frozenset(m[0] for scan in scans if scan for m in _LOWER.finditer(scan.folded.text))


def _naming(one: Candidate, person: Person | None, method: Method) -> Naming:
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


class Places:
    """Places in order, none of them inside another: which of them a stretch meets is found by halving."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self._places = sorted(places)

    def meets(self, start: int, end: int) -> bool:
        """Say whether a stretch shares a character with one of the places."""
        at = bisect_left(self._places, (end,)) - 1
        return at >= 0 and self._places[at][1] > start

    def hold(self, hit: Hit) -> bool:
        """Say whether a pattern lies inside one of the places."""
        at = bisect_left(self._places, (hit.start + 1,)) - 1
        return at >= 0 and hit.end <= self._places[at][1]


def _guarded(text: str, hit: Hit) -> bool:
    """Say whether an alias that needs "the" before it has it ("the West")."""
    words = text[hit.start : hit.end]
    return words not in pattern_words().guarded or text.endswith(("the ", "The "), 0, hit.start)


def _placed(namings: Sequence[Naming], scan: Scan) -> Iterator[Naming]:
    """Yield namings that do not overlap, in the offsets of the block."""
    end = -1
    place = scan.folded.place
    for one in sorted(namings, key=lambda n: (n.start, -n.end)):
        if one.start < end:
            continue
        end = one.end
        if scan.folded.places is None:
            yield one
            continue
        title = (place(one.title[0]), place(one.title[1])) if one.title else None
        yield replace(one, start=place(one.start), end=place(one.end), title=title)
