"""He, she, they: the subject of the sentence so far, or of the sentence before.

"he", "she"  = the subject before it in its sentence, else the subject of the sentence before,
               else the only person named in both, else the only one in its sentence
"they"       = the joint subject of the sentence before

Nobody counts whose title is against the pronoun, nor the one named in "NAME, he said, ...".
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ccdata.authority.references import reference_words
from ccdata.extract.names.identity import Person
from ccdata.extract.naming import Naming
from ccdata.extract.references.block import Block
from ccdata.extract.references.subject import is_free, joint_subject, subject

_PRONOUN = re.compile(r"[HhSsTt](?<!\w[HhSsTt])(?:(?<=[Hh])e|(?<=[Ss])he|(?<=[Tt])hey)\b(?!')")
_HE = re.compile(r"he(?:\b(?:(?<=\bhe)|(?<=\b[Ss]he))|y\b(?<=\b[Tt]hey))(?!')")
"""The last letters of a pronoun but "He": a search that leaps from one "he" to the next."""
_DEPENDING = re.compile(r"\b(?:which|that|what|whom|where|when|as|because|whether|if) (?:[a-z]+ly )?$")
_INSERTED = re.compile(r" (?:also |then )?([a-z]+),")
_REACH = 20
_SENTENCE = 60
"""No more namings of a sentence are looked at."""


def pronouns(block: Block, described: Sequence[Naming], people: Mapping[str, Person]) -> list[Naming]:
    """Return the pronouns of a block that stand for somebody sure."""
    if not (_HE.search(block.text) or "He" in block.text):
        return []
    reader = _PronounReader(block, described, people)
    return list(reader.read())


class _PronounReader:
    """Resolves pronouns from left to right: one that is resolved is itself a subject."""

    def __init__(self, block: Block, described: Sequence[Naming], people: Mapping[str, Person]) -> None:
        self._block = block
        self._people = people
        self._bounds = block.bounds
        spoken = (one for one in (*block.namings, *described) if not block.quoted.meet(one.start, one.end))
        self._namings = sorted(spoken, key=lambda one: one.start)

    def read(self) -> Iterator[Naming]:
        """Yield the resolved pronouns in order."""
        for match in _PRONOUN.finditer(self._block.text):
            if self._block.quoted.meet(*match.span()):
                continue
            for naming in self._antecedents(match):
                made = _naming(match, naming)
                insort(self._namings, made, key=lambda one: one.start)
                yield made

    def _antecedents(self, match: re.Match[str]) -> Sequence[Naming]:
        number = self._block.sentence(match.start())
        if match[0].lower() == "they":
            return joint_subject(self._block.text, self._inside(number - 1)) if number > 0 else ()
        one = self._person(number, match) if number >= 0 else None
        return (one,) if one else ()

    def _person(self, number: int, match: re.Match[str]) -> Naming | None:
        """Return who "he" or "she" is by the sentences so far."""
        here = [one for one in self._inside(number, match.start()) if self._can_be(one, match)]
        last = [one for one in self._inside(number - 1) if self._can_be(one, match)] if number else []
        text, bounds = self._block.text, self._bounds
        if here and self._interrupts(here[-1], match):
            here = [one for one in here if one.actor_id != here[-1].actor_id]
            if len({one.actor_id for one in _persons(here)}) == 1:
                return _persons(here)[-1]
        one = subject(text, bounds[number][0], here)
        if one is None and number:
            one = subject(text, bounds[number - 1][0], last)
        return one or self._only(here, last, match)

    def _only(self, here: Sequence[Naming], last: Sequence[Naming], match: re.Match[str]) -> Naming | None:
        """Return the only person named; one whom a preposition leads to is he in a clause that depends."""
        near = _persons(here) or _persons((*last, *here))
        if len({one.actor_id for one in near}) != 1:
            return None
        start = max(0, match.start() - _REACH)
        depends = _DEPENDING.search(self._block.text, start, match.start())
        plain = (
            depends or is_free(self._block.text, near[-1]) or self._is_called(near[-1], match, other=False)
        )
        return near[-1] if plain else None

    def _inside(self, number: int, before: int | None = None) -> Sequence[Naming]:
        """Return the namings of a sentence, up to a place."""
        start, end = self._bounds[number]
        first = bisect_left(self._namings, start, key=lambda one: one.start)
        last = bisect_left(self._namings, before or end, key=lambda one: one.start)
        return self._namings[first : min(last, first + _SENTENCE)]

    def _can_be(self, naming: Naming, match: re.Match[str]) -> bool:
        """Say whether no title printed of somebody is against he or she."""
        return not self._is_called(naming, match, other=True)

    def _is_called(self, naming: Naming, match: re.Match[str], *, other: bool) -> bool:
        """Say whether a title printed of somebody is a woman's or a man's, as the pronoun or the `other`."""
        person = self._people.get(naming.actor_id or "")
        words = reference_words().woman if (match[0].lower() == "she") != other else reference_words().man
        return person is not None and any(not words.isdisjoint(title.split()) for title in person.titles)

    def _interrupts(self, naming: Naming, match: re.Match[str]) -> bool:
        """Say whether a pronoun and its verb stand behind a name within reported words: "NAME, he said,"."""
        if naming.end != match.start() - len(", "):
            return False
        inserted = _INSERTED.match(self._block.text, match.end())
        return inserted is not None and inserted[1] in reference_words().speech


def _persons(namings: Iterable[Naming]) -> list[Naming]:
    return [one for one in namings if one.kind == "person"]


def _naming(match: re.Match[str], naming: Naming) -> Naming:
    return Naming(
        start=match.start(),
        end=match.end(),
        actor_id=naming.actor_id,
        kind=naming.kind,
        country=naming.country,
        method="pronoun",
    )
