"""Noun phrases: what kind of thing an object or a subject is.

    phrase   = core ["of" core]
    core     = words up to a preposition, a comma, a verb
The class is that of the longest known phrase nearest the head: "a joint *naval exercise* off Guam".
Where the head only measures ("a round of talks", "a shipment of rice"), the part after "of" counts too.
"""

from __future__ import annotations

import itertools

from ccdata.extract.events.clause import Clause
from ccdata.extract.events.finite import is_finite

_MARKS = frozenset({",", ";", ".", ":", "—", "–", "(", ")", "to"})
_CLOSING = frozenset({"breaks", "prepositions"})
_AMOUNTS = frozenset({"million", "billion"})


def object_end(clause: Clause, start: int) -> int:
    """Return where the noun phrase that begins at `start` ends, "of" phrases included."""
    row = clause.row
    for place in range(start, clause.high):
        if not row[place].inner and _stops(clause, place, start):
            return place
    return max(start, clause.high)


def _stops(clause: Clause, place: int, start: int) -> bool:
    """Say whether a noun phrase ends before this word."""
    word = clause.row[place]
    lower = word.lower
    if lower == "of" or (lower == "in" and clause.lowers[place - 1] in _AMOUNTS) or _counts(clause, place):
        return False
    if lower in _MARKS or not word.classes.isdisjoint(_CLOSING):
        return True
    if place == start:
        return False
    if lower == "and":
        return is_finite(clause, place + 1) or _is_verb_after_and(clause, place + 1)
    return clause.is_gerund(place) or _is_verb(clause, place)


def _counts(clause: Clause, place: int) -> bool:
    """Say whether a preposition only says how many: "more than 200", "about 40"."""
    lowers = clause.lowers
    if lowers[place] == "than":
        return lowers[place - 1] in {"more", "less", "fewer", "other"}
    return lowers[place] in {"about", "around", "over", "under", "near"} and (
        lowers[place + 1][:1].isdigit() or lowers[place + 1] in {"a", "one"}
    )


def _is_verb(clause: Clause, place: int) -> bool:
    word = clause.row[place]
    if not word.verbal or word.ambiguous:
        return False
    plain = not word.tenses or bool({"s", "past"} & word.tenses)
    return plain and is_finite(clause, place)


def _is_verb_after_and(clause: Clause, place: int) -> bool:
    place += "adverbs" in clause.row[place].classes
    word = clause.row[place]
    plain = not word.ambiguous or "determiners" in clause.row[place + 1].classes
    return plain and not word.tenses.isdisjoint({"s", "past", "base"})


def classes(clause: Clause, start: int, end: int) -> frozenset[str]:
    """Return the classes of the noun phrase in words `[start, end)`."""
    found: frozenset[str] = frozenset()
    for low, high in _conjuncts(clause, start, end):
        found |= _of_one(clause, low, high)
    return found


def _conjuncts(clause: Clause, start: int, end: int) -> list[tuple[int, int]]:
    ands = [place for place in range(start, end) if clause.lowers[place] in {"and", ",", "or"}]
    edges = [start - 1, *ands, end]
    return [(low + 1, high) for low, high in itertools.pairwise(edges) if low + 1 < high]


def _of_one(clause: Clause, start: int, end: int) -> frozenset[str]:
    middle = next((place for place in range(start, end) if clause.lowers[place] in {"of", "in"}), end)
    whole = _nearest(clause, start, end, longest_only=True) if middle < end else frozenset()
    head = _nearest(clause, start, middle)
    measure = clause.lowers[middle - 1] in clause.triggers.words["partitives"] or "party" in head
    if middle + 1 < end and (measure or not head):
        return head | whole | _of_one(clause, middle + 1, end)
    return head | whole


def _nearest(clause: Clause, start: int, end: int, *, longest_only: bool = False) -> frozenset[str]:
    """Return the classes of the phrase that ends last; with `longest_only`, of phrases with "of" inside."""
    lowers, phrases = clause.words.lowers, clause.triggers.noun_phrases
    for finish in range(end, start, -1):
        ending = phrases.get(lowers[finish - 1])
        if ending is None or clause.names_person(finish - 1):
            continue
        for size, words, found in ending:
            fits = size <= finish - start and (size == 1 or lowers[finish - size : finish] == words)
            if fits and not (longest_only and "of" not in words[1:-1]):
                return found
    return frozenset()
