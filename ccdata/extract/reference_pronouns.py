"""He, she, they: the subject of the sentence so far, or of the sentence before.

"he", "she"  = the subject before it in its sentence, else the subject of the sentence before
"they"       = the joint subject of the sentence before
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence

from ccdata.authority.references import reference_words
from ccdata.extract.mentions_identity import Person
from ccdata.extract.naming import Naming
from ccdata.extract.reference_block import Block
from ccdata.extract.reference_subject import joint_subject, subject
from ccdata.extract.sentences import sentences

_PRONOUN = re.compile(r"[HhSsTt](?<!\w[HhSsTt])(?:(?<=[Hh])e|(?<=[Ss])he|(?<=[Tt])hey)\b(?!')")
_LAST = re.compile(r"[ey]\b(?:(?<=\b[Hh]e)|(?<=\b[Ss]he)|(?<=\b[Tt]hey))(?!')")
"""The last letter of a pronoun: a search for this alone is quicker than one for the whole word."""
_SENTENCE = 60
"""No more namings of a sentence are looked at."""


def pronouns(block: Block, described: Sequence[Naming], people: Mapping[str, Person]) -> list[Naming]:
    """Return the pronouns of a block that stand for somebody sure."""
    if not _LAST.search(block.text):
        return []
    reader = _PronounReader(block, described, people)
    return list(reader.read())


class _PronounReader:
    """Resolves pronouns from left to right: one that is resolved is itself a subject."""

    def __init__(self, block: Block, described: Sequence[Naming], people: Mapping[str, Person]) -> None:
        self._block = block
        self._people = people
        self._bounds = sentences(block.text)
        self._starts = [start for start, _ in self._bounds]
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
        number = bisect_right(self._starts, match.start()) - 1
        if match[0].lower() == "they":
            return joint_subject(self._block.text, self._inside(number - 1)) if number > 0 else ()
        one = self._subject(number, match.start()) if number >= 0 else None
        if one is None and number > 0:
            one = self._subject(number - 1, None)
        return (one,) if one and self._can_be(one, match[0].lower()) else ()

    def _subject(self, number: int, before: int | None) -> Naming | None:
        return subject(self._block.text, self._bounds[number][0], self._inside(number, before))

    def _inside(self, number: int, before: int | None = None) -> Sequence[Naming]:
        """Return the namings of a sentence, up to a place."""
        start, end = self._bounds[number]
        first = bisect_left(self._namings, start, key=lambda one: one.start)
        last = bisect_left(self._namings, before or end, key=lambda one: one.start)
        return self._namings[first : min(last, first + _SENTENCE)]

    def _can_be(self, naming: Naming, pronoun: str) -> bool:
        """Say whether no title printed of somebody is against he or she."""
        person = self._people.get(naming.actor_id or "")
        against = reference_words().man if pronoun == "she" else reference_words().woman
        return person is None or not against & {word for title in person.titles for word in title.split()}


def _naming(match: re.Match[str], naming: Naming) -> Naming:
    return Naming(
        start=match.start(),
        end=match.end(),
        actor_id=naming.actor_id,
        kind=naming.kind,
        country=naming.country,
        method="pronoun",
    )
