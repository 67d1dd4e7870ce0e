"""Descriptions that repeat how somebody was introduced, or point at one of those just named.

introduced  = ("a" | "the") WORD* NOUN ", " NAME | NAME ", " ("a" | "the") WORD* NOUN | RANK NAME
repeated    = "the" WORD? NOUN                     whoever was so introduced: the only one of the block, or
                                                   the subject of the last sentence that names any of several
same        = "the same" NOUN                      the only person of the sentence, or of the one before
latter      = "the latter" | "the former"          of two persons of the sentence, or of the one before

Nouns for offices are left to `offices`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ccdata.authority.cues import Noun, load_cues
from ccdata.authority.references import reference_words
from ccdata.authority.titles import office_of
from ccdata.extract.naming import Naming
from ccdata.extract.references.block import Block
from ccdata.extract.references.subject import subject

_BEHIND = re.compile(
    r", (?:an?|the|another|his|her|its|their|[A-Z][a-z]{1,30}['’]s) ([^,.;:()\[\]“”\"–—]{3,90})"
)
_BEFORE = re.compile(
    r".*(?:\b(?:[Aa]n?|[Tt]he|another|his|her|its|their)|['’]s) ([\w'’ -]{3,60}), ", re.DOTALL
)
_PARTED = re.compile(r" (?:of|in|at|for|to|on|from|with|by|near|under|who|whose|that|and)\b")
_POINTING = frozenset({"latter", "former", "same"})
_REACH = 80
_BLOCKS = 4
_MANY = 100
"""So many of those introduced last are looked at."""
_PAIR = 2


class Introduction(NamedTuple):
    """How somebody was introduced: by which words, in which block, and where that ends."""

    words: frozenset[str]
    block: int
    end: int
    naming: Naming
    ranked: bool = False


class Epithets:
    """The introductions of one article as it is read."""

    def __init__(self) -> None:
        self._known: dict[str, list[Introduction]] = {}

    def read(self, number: int, block: Block) -> Iterator[Naming]:
        """Yield the descriptions of a block; blocks come in reading order."""
        self._note(number, block)
        for match in block.described:
            first, second = match.groups("")
            if first not in _POINTING and first not in self._known and second not in self._known:
                continue
            start = match.start() - 1
            end, meant = self._meant(number, block, match)
            if meant is not None and stands_alone(block, end) and not block.quoted.meet(start, end):
                yield meant._replace(start=start, end=end, method="description", title=None)

    def _meant(self, number: int, block: Block, match: re.Match[str]) -> tuple[int, Naming | None]:
        """Return whom "the" and the words behind it mean, and where they end."""
        start, (first, second) = match.start() - 1, match.groups("")
        if first in ("latter", "former"):
            return match.end(1), _of_two(block, start, first)
        if first == "same" and _is_person(second):
            return match.end(2), _only(block, start)
        if first in self._known:
            return match.end(1), self._repeated(number, block, start, (first, ""))
        if second in self._known:
            return match.end(2), self._repeated(number, block, start, (second, first))
        return match.end(2), None

    def _note(self, number: int, block: Block) -> None:
        for naming in block.namings:
            if naming.kind != "person" or not naming.actor_id:
                continue
            if naming.title and (rank := _rank(block.text[slice(*naming.title)])):
                one = Introduction(frozenset((rank,)), number, naming.end, naming, ranked=True)
                self._known.setdefault(rank, []).append(one)
            if _is_set_off(block.text, naming):
                for words, end in _introductions(block.text, naming):
                    head = words[-1]
                    one = Introduction(frozenset(words), number, end, naming)
                    self._known.setdefault(head, []).append(one)

    def _repeated(self, number: int, block: Block, start: int, words: tuple[str, str]) -> Naming | None:
        """Return who was introduced by a noun: the only one of the block, or of those just before."""
        noun, word = words
        fit = [one for one in self._known[noun][-_MANY:] if not word or word in one.words]
        here = [one for one in fit if one.block == number and one.end <= start]
        near = here or [one for one in fit if number - _BLOCKS <= one.block < number]
        if len({one.naming.actor_id for one in near}) == 1:
            return near[-1].naming
        return _acting(block, start, {one.naming.actor_id for one in here if one.ranked})


def _acting(block: Block, start: int, ids: set[str | None]) -> Naming | None:
    """Return whose deed the sentence, or else the one before, tells of several who fit."""
    number = block.sentence(start)
    for back in range(number, max(-1, number - _PAIR), -1):
        first, last = block.bounds[back]
        fit = [one for one in block.inside(first, min(last, start)) if one.actor_id in ids]
        if fit:
            return subject(block.text, first, fit)
    return None


@lru_cache(maxsize=2000)
def _rank(title: str) -> str:
    """Return the noun that takes up a rank printed before a name; nothing for other titles."""
    last = title.rsplit(maxsplit=1)[-1] if title.strip() else ""
    return reference_words().ranks.get(last.rstrip(".").lower(), "")


def _of_two(block: Block, start: int, word: str) -> Naming | None:
    """Return the second or the first of two persons named."""
    for namings in _sentences_before(block, start):
        persons = list({one.actor_id: one for one in namings if one.kind == "person"}.values())
        if persons:
            which = 1 if word == "latter" else 0
            return persons[which] if len(persons) == _PAIR and persons[which].actor_id else None
    return None


def _is_set_off(text: str, naming: Naming) -> bool:
    """Say whether a comma stands before or behind a naming."""
    begin = min(naming.title[0], naming.start) if naming.title else naming.start
    return text.startswith(",", naming.end) or (begin > 1 and text[begin - 2] == ",")


def _introductions(text: str, naming: Naming) -> Iterator[tuple[list[str], int]]:
    """Yield the words that introduce a person, up to the noun, and where they end."""
    if text.startswith(", ", naming.end):
        behind = _BEHIND.match(text, naming.end)
        words = _words(behind[1]) if behind else None
        if behind and words:
            yield words, behind.end()
    begin = min(naming.title[0], naming.start) if naming.title else naming.start
    if text.startswith(", ", begin - 2):
        before = _BEFORE.fullmatch(text, max(0, begin - _REACH), begin)
        words = _words(before[1]) if before else None
        if words:
            yield words, naming.end


def _words(printed: str) -> list[str] | None:
    """Return the words of a description up to its noun, if that is one for a person in no office."""
    words = _PARTED.split(printed, maxsplit=1)[0].lower().split()
    return words if words and _is_person(words[-1]) and office_of(words[-1]) is None else None


@lru_cache(maxsize=20_000)
def _is_person(word: str) -> bool:
    noun = load_cues().nouns.get(word)
    return noun is not None and bool(noun[1] & Noun.PERSON)


def _only(block: Block, start: int) -> Naming | None:
    """Return the only person of the sentence so far, else of the one before."""
    for namings in _sentences_before(block, start):
        persons = {one.actor_id: one for one in namings if one.kind == "person"}
        if persons:
            return next(iter(persons.values())) if len(persons) == 1 and None not in persons else None
    return None


def _sentences_before(block: Block, start: int) -> Iterator[tuple[Naming, ...]]:
    """Yield what is named in the sentence up to a place, then in the one before."""
    number = block.sentence(start)
    if number >= 0:
        yield block.inside(block.bounds[number][0], start)
    if number > 0:
        yield block.inside(*block.bounds[number - 1])


def stands_alone(block: Block, end: int) -> bool:
    """Say whether a description ends there: nothing of it, and no name, follows."""
    text = block.text
    if block.is_named_behind(end) or text.startswith((" of ", "-"), end):
        return False
    if not text.startswith(" ", end):
        return True
    word = text[end + 1 : end + 30].partition(" ")[0].rstrip(",.;:")
    known = reference_words()
    plain = word in known.no_verb or word in known.adverbs or word in known.helping
    return plain or word in load_cues().verbs or word.endswith("ed")
