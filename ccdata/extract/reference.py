"""Pronouns and descriptions: who is meant, where the article leaves no doubt.

    description  = "the" (STATE)? OFFICE            who was named with that office, or holds it that day
    counterpart  = "his" STATE "counterpart"        who holds, for that state, the office of the one before
    several      = "the two" OFFICEs                the last two named with that office in the block
    "he", "she"  = the subject of the sentence, or of the one before
    "they"       = the joint subject of the sentence before

Words inside quotation marks are somebody else's: nothing in them is resolved.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ccdata.authority import Authority
from ccdata.authority.titles import Office, office_of, title_words
from ccdata.extract.mentions import Named
from ccdata.extract.mentions_candidates import Scan
from ccdata.extract.mentions_identity import Person
from ccdata.extract.naming import Naming, Places
from ccdata.extract.reference_subject import joint_subject, subject
from ccdata.extract.sentences import sentences
from ccdata.extract.titles import Title

_QUOTED = re.compile(r"[“\"][^“”\"]{0,3000}[”\"]")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b(?!')")
_DESCRIBED = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Bb]oth) (?=[A-Za-z])")
_REACH = 90
_WORD = re.compile(r"[A-Za-z][\w'-]*")
_PLURAL = re.compile(r"\b[A-Za-z-]+(?:ers|ents|iers|aries|ors|men)\b")
_MORE = re.compile(r" and ((?:[a-z]+ ){0,2}[a-z]+(?:ers|ents|iers|aries|ors|men))\b")
_OF = re.compile(r" of (?:the )?")
_LIST = re.compile(r"(?:, | and |, and |, the |, and the | and the )?")
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_ANYBODY = frozenset({"leader", "diplomat", "official", "politician"})
_STATES = re.compile(
    r"\b(?:[Tt]he )?(?:two|both) (?:countries|nations|states|governments|sides|neighbors|powers)\b"
)
_WOMAN = frozenset(
    {"Ms.", "Mrs.", "Ms", "Mrs", "Madame", "Madam", "Lady", "spokeswoman", "chairwoman", "queen", "empress"}
)
_MAN = frozenset({"Mr.", "Mr", "Sir", "Lord", "spokesman", "king", "emperor", "prince"})


@dataclass(slots=True)
class _Block:
    """One block while its references are read."""

    number: int
    scan: Scan
    text: str
    namings: tuple[Naming, ...]
    day: tuple[str, str] | None
    quoted: Places
    bounds: tuple[tuple[int, int], ...]
    found: list[Naming] = field(default_factory=list)


class ReferenceReader:
    """Resolves the references of one article, block by block in reading order."""

    def __init__(self, named: Named, authority: Authority) -> None:
        self._named = named
        self._roster = named.roster
        self._authority = authority
        self._order: dict[str, int] = {}
        """When each person was last named."""
        self._clock = 0

    def read(self, number: int, text: str, day: tuple[str, str] | None) -> tuple[Naming, ...]:
        """Return the references of a block; blocks come in reading order."""
        scan = self._named.scans[number]
        namings = self._named.namings[number]
        if scan is None:
            return ()
        found: list[Naming] = []
        if scan.folded.places is None:
            quoted = Places(match.span() for match in _QUOTED.finditer(text))
            bounds = sentences(text) if _PRONOUN.search(text) else ()
            found = self._block(_Block(number, scan, text, namings, day, quoted, bounds))
        for naming in namings:
            self._pass(naming)
        return tuple(found)

    def _pass(self, naming: Naming) -> None:
        self._clock += 1
        if naming.actor_id and naming.kind == "person":
            self._order[naming.actor_id] = self._clock

    def _block(self, block: _Block) -> list[Naming]:
        block.found += self._descriptions(block)
        block.found += self._states(block)
        block.found += self._offices_of_states(block)
        block.found.sort(key=lambda one: one.start)
        block.found += self._pronouns(block)
        return sorted(block.found, key=lambda one: (one.start, one.end))

    def _descriptions(self, block: _Block) -> Iterator[Naming]:
        """Read "the ..." up to its head; a head that a name follows is that name's title."""
        titles = Places((n.title[0], n.title[1]) for n in block.namings if n.title)
        for match in _DESCRIBED.finditer(block.text):
            title = self._title(block, match)
            if title is None or titles.meet(title.start, title.end):
                continue
            if block.quoted.meet(match.start(), title.end):
                continue
            start = match.start()
            for person in self._meant(block, match[0].strip().lower(), title, start):
                yield _naming(start, title.end, person, "description")

    def _title(self, block: _Block, match: re.Match[str]) -> Title | None:
        """Return the title that the words behind an article make up."""
        known, last = title_words(), None
        for word in _WORD.finditer(block.text, match.end(), match.end() + _REACH):
            if block.text[word.start() - 1] != " " and word.start() != match.end():
                break
            lower = word[0].lower().removesuffix("'s")
            if lower in known.heads:
                last = word.start() + len(lower)
                if not known.heads.get(block.text[last + 1 :].partition(" ")[0].lower()):
                    break
            elif not (
                lower in known.fields or lower in known.modifiers or lower == "and" or word[0][0].isupper()
            ):
                break
        title = block.scan.reader.ending(last) if last else None
        return title if title and title.start >= match.start() else None

    def _meant(self, block: _Block, article: str, title: Title, start: int) -> list[Person]:
        before = self._before(block, start)
        if title.counterpart:
            return self._counterpart(block, title, before) if article in ("his", "her") else []
        if article in ("his", "her", "their") or title.bare or title.office is None:
            return []
        if title.plural:
            return self._several(block, article, title, before, start)
        person = self._holder(block, title.office, title.country, before)
        return [person] if person else []

    def _before(self, block: _Block, start: int) -> list[Person]:
        """Return the persons named in the block before a place, the last first, each once."""
        seen: dict[str, Person] = {}
        for naming in reversed(block.namings):
            if naming.start < start and naming.kind == "person" and naming.actor_id:
                seen.setdefault(naming.actor_id, self._roster.people[naming.actor_id])
        return list(seen.values())

    def _holder(
        self, block: _Block, office: Office, country: str | None, before: Sequence[Person]
    ) -> Person | None:
        """Return who is meant by an office: the last so named here, the only one so named, its holder."""
        here = [p for p in before if self._fits(p, office, country, block)]
        if here:
            return here[0]
        named = [self._roster.people[i] for i in self._order]
        fit = [p for p in named if self._fits(p, office, country, block)]
        if len(fit) == 1 and (country or office.field):
            return fit[0]
        return self._in_office(office, country, block) if country and not fit else None

    def _fits(self, person: Person, office: Office, country: str | None, block: _Block) -> bool:
        if country and person.country != country:
            return False
        if any(other.agrees(office) for other in person.offices):
            return True
        held = self._offices(person, block)
        return any(other.agrees(office) for other in held)

    def _offices(self, person: Person, block: _Block) -> list[Office]:
        """Return the offices that the authority knows somebody to hold at the time."""
        if person.known is None or block.day is None:
            return []
        first, last = block.day
        tenures = [t for t in person.known.tenures if t.covers(first) and t.covers(last)]
        return [office for t in tenures if (office := t.office)]

    def _in_office(self, office: Office, country: str | None, block: _Block) -> Person | None:
        """Return the one holder of an office that the authority knows for the whole time told of."""
        if block.day is None or country is None:
            return None
        first, last = block.day
        fit = {
            known.id: known
            for known, tenure in self._authority.holders(country, first)
            if tenure.covers(last) and (held := tenure.office) and _same(held, office)
        }
        return self._roster.known_person(next(iter(fit.values()))) if len(fit) == 1 else None

    def _counterpart(self, block: _Block, title: Title, before: Sequence[Person]) -> list[Person]:
        """Return who holds, for the states named, the office of the person before."""
        if not before or not title.countries:
            return []
        first = before[0]
        offices = [*first.offices[-1:], *self._offices(first, block)]
        found = []
        for country in title.countries:
            for office in offices if country != first.country else ():
                person = self._holder(block, office, country, [p for p in before if p is not first])
                if person is not None:
                    found.append(person)
                    break
        return found if len(found) == len(title.countries) else []

    def _several(
        self, block: _Block, article: str, title: Title, before: Sequence[Person], start: int
    ) -> list[Person]:
        """Return the last two so named: "the two presidents", "both ministers"."""
        words = block.text[start : title.end].lower().split()
        count = next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)
        office = title.office
        if not count or office is None:
            return []
        fit = [p for p in before if office.rank in _ANYBODY or self._fits(p, office, None, block)]
        return fit[:count][::-1] if len(fit) >= count else []

    def _states(self, block: _Block) -> Iterator[Naming]:
        """ "The two countries": the only two states that the block has named."""
        for match in _STATES.finditer(block.text):
            if block.quoted.meet(*match.span()):
                continue
            named = {n.country: n for n in block.namings if n.kind == "country" and n.start < match.start()}
            if len(named) == 2:  # noqa: PLR2004
                for naming in named.values():
                    yield Naming(
                        start=match.start(), end=match.end(), actor_id=naming.actor_id,
                        kind="country", country=naming.country, method="description",
                    )  # fmt: skip

    def _offices_of_states(self, block: _Block) -> Iterator[Naming]:
        """ "Chinese and Russian presidents and prime ministers", "foreign ministers of X and Y": their holders."""
        titles = Places((n.title[0], n.title[1]) for n in block.namings if n.title)
        end = 0
        for match in _PLURAL.finditer(block.text):
            if match.start() < end or block.quoted.meet(*match.span()) or titles.meet(*match.span()):
                continue
            title = block.scan.reader.ending(match.end())
            if title is None or not title.plural or title.office is None:
                continue
            countries, end = self._countries(block, title, match.end())
            more = _MORE.match(block.text, match.end())
            offices = [title.office, office_of(more[1])] if more else [title.office]
            end = max(end, more.end() if more else 0)
            holders = [self._holder(block, o, c, ()) for o in offices for c in countries if o]
            if len(countries) > 1 and all(holders):
                for person in holders:
                    if person is not None:
                        yield _naming(title.start, end, person, "description")

    def _countries(self, block: _Block, title: Title, end: int) -> tuple[Sequence[str], int]:
        """Return the states before the title, else those listed behind "of", and where they end."""
        if len(title.countries) > 1:
            return title.countries, end
        of, found = _OF.match(block.text, end), list[str]()
        place = of.end() if of else end
        for naming in block.namings:
            if of and naming.kind == "country" and naming.country and naming.start >= end:
                if not _LIST.fullmatch(block.text, place, naming.start):
                    break
                found.append(naming.country)
                place = naming.end
        return found, place if found else end

    def _pronouns(self, block: _Block) -> list[Naming]:
        found: list[Naming] = []
        starts = [start for start, _ in block.bounds]
        for match in _PRONOUN.finditer(block.text):
            if block.quoted.meet(*match.span()):
                continue
            number = bisect_right(starts, match.start()) - 1
            for naming in self._antecedents(block, number, match, found):
                made = Naming(
                    start=match.start(), end=match.end(), actor_id=naming.actor_id,
                    kind=naming.kind, country=naming.country, method="pronoun",
                )  # fmt: skip
                found.append(made)
        return found

    def _antecedents(
        self, block: _Block, number: int, match: re.Match[str], found: Sequence[Naming]
    ) -> tuple[Naming, ...]:
        """Return who a pronoun stands for: the subject before it in the sentence, or of the last one."""
        plural = match[0].lower() == "they"
        everything = sorted([*block.namings, *found], key=lambda n: n.start)
        for place, end in ((number, match.start()), (number - 1, None)):
            if place < 0:
                return ()
            start, stop = block.bounds[place]
            inside = [
                n for n in everything
                if start <= n.start < (end or stop) and not block.quoted.meet(n.start, n.end)
            ]  # fmt: skip
            if plural:
                answer = joint_subject(block.text, inside) if end is None else ()
            else:
                one = subject(block.text, start, inside)
                answer = (one,) if one and self._can_be(block, one, match[0]) else ()
                if one is not None and not answer:
                    return ()
            if answer:
                return answer
        return ()

    def _can_be(self, block: _Block, naming: Naming, pronoun: str) -> bool:
        """Say whether nothing printed about somebody is against he or she."""
        person = self._roster.people.get(naming.actor_id or "")
        words = {word for title in person.titles for word in title.split()} if person else set()
        against = _MAN if pronoun.lower() == "she" else _WOMAN
        return not words & against


def _same(held: Office, office: Office) -> bool:
    """Say whether an office held is the one spoken of: a bare title means the bare office."""
    return held.agrees(office) and bool(office.field) >= bool(held.field and office.rank == "minister")


def _naming(start: int, end: int, person: Person, method: str) -> Naming:
    return Naming(
        start=start, end=end, actor_id=person.id, kind="person", country=person.country,
        method="description" if method == "description" else "pronoun",
    )  # fmt: skip
