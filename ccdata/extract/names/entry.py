"""The first walk: which of the full names in an article are persons.

person = a name of the authority | TITLE name | name APPOSITION | name beside a word of speech
       | a name beside such a one in a list | a name of unmistakable shape
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from ccdata.authority.patterns import pattern_words
from ccdata.extract.names.candidates import Candidate, Scan
from ccdata.extract.names.index import Index
from ccdata.extract.names.roster import Roster
from ccdata.extract.names.shapes import plausible, shaped
from ccdata.extract.names.words import is_vocabulary, is_whole_word, stop_words

_LONGEST = 5
_LOWER = re.compile(r"[a-z]{3,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What the first walk leaves for the second."""

    accepted: frozenset[str]
    """The full names that are persons'."""
    odd: frozenset[str]
    """Words of titles and of the calendar that are somebody's surname here: "King", "Sun"."""
    lower: frozenset[str]
    """Of its single words those that the article prints in lower case, too: "key" is no prime minister."""


def enter_names(scans: Sequence[Scan | None], roster: Roster, index: Index) -> Entered:
    """Enter every person of the article whose full name it prints."""
    accepted: set[str] = set()
    odd: set[str] = set()
    read = [scan for scan in scans if scan]
    for row in (row for scan in read for row in _rows(scan.candidates)):
        sure = [not one.single and _is_person(one, roster, index) for one in row]
        for one, is_person in zip(row, sure, strict=True) if True in sure else ():
            if is_person or _belongs(one, row, index):
                accepted.add(one.name)
                person = roster.enter(one)
                odd.update(filter(_is_odd, person.called) if person else ())
    single = {one.name for scan in read for one in scan.candidates if one.single}
    lower = _printed_lower(read, {word.lower() for word in odd | single})
    clear = frozenset(word for word in odd if word.lower() not in lower)
    return Entered(accepted=frozenset(accepted), odd=clear, lower=lower)


def _printed_lower(scans: Iterable[Scan], words: Iterable[str]) -> frozenset[str]:
    """Return which of some words the article prints in lower case, in one pass over its texts."""
    wanted = [word for word in words if _LOWER.fullmatch(word)]
    text = " ".join([scan.folded.text for scan in scans])
    found = AhoCorasick(wanted).find_matches_as_indexes(text, overlapping=True)
    return frozenset(wanted[number] for number, start, end in found if is_whole_word(text, start, end))


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


def _belongs(one: Candidate, row: Sequence[Candidate], index: Index) -> bool:
    """Say whether one of a row with a person in it is a person, too."""
    if one.single or len(row) == 1 or len(one.words) >= _LONGEST - 1:
        return False
    return one.cued or plausible(one.words, index)


@lru_cache(maxsize=50_000)
def _is_odd(word: str) -> bool:
    """Say whether a short name is a word of another kind, too."""
    return word in stop_words() or is_vocabulary(word)


def _is_person(one: Candidate, roster: Roster, index: Index) -> bool:
    if one.ids:
        return " " in one.name and roster.authority.actors[one.ids[0]].kind == "person"
    if len(one.words) > _LONGEST or _names_thing(one):
        return False
    if one.title is not None or one.personal:
        return True
    if one.behind is not None:
        return len(one.words) < _LONGEST or plausible(one.words, index)
    return plausible(one.words, index) if one.cued else shaped(one.words, index)


def _names_thing(one: Candidate) -> bool:
    """Say whether the word behind makes the name that of a thing ("Ronald Reagan Building")."""
    if one.follows in pattern_words().organisations["organisation"] or one.follows in pattern_words().things:
        return True
    return one.follows[:1].isupper() and is_vocabulary(one.follows) and not one.possessive
