"""The regions of a sentence around its act: where a name stands decides what its bearer does.

    sentence = [LEAD ","] SUBJECT verb OBJECT (PREPOSITION phrase)* ["that" REPORT] | TAIL
    region   = lead | lead-with | subject | object | PREPOSITION | chair | aim | report | post | tail

`chair` follows "chaired by" and its like, `aim` an infinitive ("to assist China"), `post` is the state in
"ambassador to Russia". Words of a title open no region.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from ccdata.extract.events.clause import Clause
from ccdata.extract.events.coding import Code
from ccdata.extract.events.finite import is_finite
from ccdata.extract.events.places import place_at
from ccdata.extract.events.scene import subject_start
from ccdata.extract.events.words import LED
from ccdata.extract.naming import Naming

_PARTICLES = frozenset({"with", "to", "for", "at", "in", "by", "from"})
_ALIKE = {"in": "to", "at": "to"}
_WITH = frozenset({"with", "between", "among", "including", "involving", "alongside"})
_POSTS = frozenset(
    {"ambassador", "ambassadors", "envoy", "envoys", "representative", "representatives", "consul"}
)
_STOPS, _JOINING = frozenset({";", "."}), frozenset({"and", ","})
_TOGETHER = frozenset({"together", "involving"})
MARKS = frozenset({'"', "“"})


class _Reader(NamedTuple):
    """A sentence whose words get their regions."""

    clause: Clause
    titled: frozenset[int]
    found: list[str]

    def opens(self, place: int) -> bool:
        """Say whether a preposition stands here that is no part of a title."""
        word = self.clause.row[place]
        return ("prepositions" in word.classes or word.lower == "to") and place not in self.titled


def regions(clause: Clause, code: Code, namings: Sequence[Naming]) -> list[str]:
    """Name the region of every word."""
    predicate = code.predicate
    if predicate is None:
        return ["subject"] * clause.words.size
    reader = _Reader(clause, _titled(clause, namings), ["tail"] * clause.words.size)
    first = code.before + 1 if code.before else subject_start(clause, predicate)
    last = clause.begins(max(chain.from_iterable(n.title or (n.end,) for n in namings), default=0))
    _lead(reader, first)
    _subject(reader, first, predicate.begin)
    _behind(reader, predicate.end, last, _opening(clause, predicate.verb, predicate.end))
    _posts(reader)
    if code.before:
        reader.found[: code.before] = ["report"] * code.before
    if code.rest:
        reader.found[code.rest :] = ["report"] * (len(reader.found) - code.rest)
    return reader.found


def _titled(clause: Clause, namings: Sequence[Naming]) -> frozenset[int]:
    """Return the words that stand in titles."""
    titles = [n.title for n in namings if n.title]
    if not titles:
        return frozenset()
    begins = clause.begins
    return frozenset(place for start, end in titles for place in range(begins(start), begins(end)))


def _opening(clause: Clause, verb: int, end: int) -> str:
    """Return the region behind the verb: that of its particle, where it ends in a preposition."""
    last = clause.at(end - 1) if end > verb + 1 else ""
    return _ALIKE.get(last, last) if last in _PARTICLES else "object"


def _lead(reader: _Reader, first: int) -> None:
    region = "lead"
    for place in range(reader.clause.low, first):
        if reader.opens(place) and reader.clause.at(place) != "of":
            region = "lead-with" if reader.clause.at(place) in {"with", "between"} else "lead"
        reader.found[place] = region


def _subject(reader: _Reader, first: int, end: int) -> None:
    region, clause = "subject", reader.clause
    row, found = clause.row, reader.found
    for place in range(first, end):
        if row[place].turning:
            region = _turned(reader, place, region, end)
        found[place] = region


def _turned(reader: _Reader, place: int, region: str, end: int) -> str:
    """Return the region that holds from this word of the subject on."""
    clause, word = reader.clause, reader.clause.lowers[place]
    if "relatives" in clause.row[place].classes:
        return "tail"
    if reader.opens(place):
        if word in _WITH:
            return "with"
        if word != "of" and clause.at(place - 1) not in _POSTS:
            return "by" if word == "by" else "tail"
    goes_on = word == "," or (word == "and" and clause.row[min(place + 1, end - 1)].capital)
    return "subject" if region == "tail" and goes_on else region


def _behind(reader: _Reader, start: int, last: int, region: str) -> None:
    """Name the regions of the words behind the verb, as far as somebody is named."""
    clause, found, outer = reader.clause, reader.found, ""
    row, asides = clause.row, clause.words.asides
    for place in range(start, min(last, clause.high)):
        if asides[place] in MARKS:
            continue
        if row[place].turning:
            word = row[place].lower
            if word == "(":
                outer = region
            elif word == ")":
                region = outer or region
            elif _breaks(clause, place) and place not in reader.titled:
                return
            else:
                region = _entered(reader, place, region)
        found[place] = region


def _breaks(clause: Clause, place: int) -> bool:
    word = clause.lowers[place]
    if word in _STOPS:
        return True
    if word in _JOINING:
        following = clause.row[place + 1]
        reduced = word == "," and "part" in following.tenses
        return not following.ambiguous and not reduced and is_finite(clause, place + 1)
    return "breaks" in clause.row[place].classes


def _entered(reader: _Reader, place: int, region: str) -> str:
    """Return the region that holds from this word on."""
    clause, word = reader.clause, reader.clause.lowers[place]
    if word in LED:
        return "chair"
    if word in _TOGETHER:
        return "with"
    if reader.opens(place):
        return _by_preposition(reader, place, region)
    return "tail" if place > 0 and _is_gerund(clause, place) else region


def _by_preposition(reader: _Reader, place: int, region: str) -> str:
    clause, word = reader.clause, reader.clause.lowers[place]
    if word == "of" or (region == "chair" and word == "by") or clause.at(place - 1) in _POSTS:
        return region
    if region == "tail" and word not in {"with", "including"}:
        return "tail"
    if word == "to" and "base" in clause.tenses(place + 1):
        return "aim" if not clause.row[min(place + 1, clause.high - 1)].capital else word
    return "with" if word in {"alongside", "among"} else word


def _is_gerund(clause: Clause, place: int) -> bool:
    word = clause.row[place]
    if "ing" not in word.tenses or word.capital or word.lower in {"following", "including", "regarding"}:
        return False
    return clause.is_gerund(place)


def _posts(reader: _Reader) -> None:
    """Mark the state in "ambassador to the US"."""
    clause = reader.clause
    if _POSTS.isdisjoint(clause.lowers):
        return
    for place in range(clause.low, clause.high - 1):
        if clause.lowers[place] in _POSTS and clause.lowers[place + 1] in {"to", "in"}:
            start = place + 2 + (clause.at(place + 2) == "the")
            state = place_at(clause.words, start, whole=False)
            if state is not None:
                reader.found[start : state.last + 1] = ["post"] * (state.last + 1 - start)
