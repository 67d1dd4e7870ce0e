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

_LONGEST = 4
_MARKS = frozenset({",", ";", ".", ":", "—", "–", "(", ")"})


def object_end(clause: Clause, start: int) -> int:
    """Return where the noun phrase that begins at `start` ends, "of" phrases included."""
    place = start
    while place < clause.high:
        word = clause.at(place)
        amount = word == "in" and clause.at(place - 1) in {"million", "billion"}
        if word != "of" and not amount and _stops(clause, place, start):
            return place
        place += 1
    return place


def _stops(clause: Clause, place: int, start: int) -> bool:
    """Say whether a noun phrase ends before this word."""
    word = clause.at(place)
    if word in _MARKS or word == "to" or clause.is_in(place, "breaks", "prepositions"):
        return True
    if place == start:
        return False
    if word == "and":
        return is_finite(clause, place + 1) or _is_verb_after_and(clause, place + 1)
    return clause.is_gerund(place) or _is_verb(clause, place)


def _is_verb(clause: Clause, place: int) -> bool:
    tenses = clause.tenses(place)
    plain = not tenses or bool({"s", "past"} & tenses)
    return plain and clause.at(place) not in clause.triggers.ambiguous and is_finite(clause, place)


def _is_verb_after_and(clause: Clause, place: int) -> bool:
    place += clause.is_in(place, "adverbs")
    tenses = {"s", "past", "base"} & clause.tenses(place)
    plain = clause.at(place) not in clause.triggers.ambiguous or clause.is_in(place + 1, "determiners")
    return bool(tenses) and plain


def classes(clause: Clause, start: int, end: int) -> frozenset[str]:
    """Return the classes of the noun phrase in words `[start, end)`."""
    found: frozenset[str] = frozenset()
    for low, high in _conjuncts(clause, start, end):
        found |= _of_one(clause, low, high)
    return found


def _conjuncts(clause: Clause, start: int, end: int) -> list[tuple[int, int]]:
    ands = [place for place in range(start, end) if clause.at(place) in {"and", ",", "or"}]
    edges = [start - 1, *ands, end]
    return [(low + 1, high) for low, high in itertools.pairwise(edges) if low + 1 < high]


def _of_one(clause: Clause, start: int, end: int) -> frozenset[str]:
    middle = next((place for place in range(start, end) if clause.at(place) in {"of", "in"}), end)
    whole = _nearest(clause, start, end, longest_only=True) if middle < end else frozenset()
    head = _nearest(clause, start, middle)
    measure = clause.at(middle - 1) in clause.triggers.words["partitives"] or "party" in head
    if middle + 1 < end and (measure or not head):
        return head | whole | _of_one(clause, middle + 1, end)
    return head | whole


def _nearest(clause: Clause, start: int, end: int, *, longest_only: bool = False) -> frozenset[str]:
    """Return the classes of the phrase that ends last; with `longest_only`, of phrases with "of" inside."""
    for finish in range(end, start, -1):
        if clause.at(finish - 1) not in clause.triggers.noun_ends:
            continue
        for length in range(min(_LONGEST, finish - start), 0, -1):
            phrase = clause.text(finish - length, finish).replace(" 's", "'s")
            if longest_only and " of " not in phrase:
                continue
            found = clause.triggers.nouns.get(phrase)
            if found:
                return found
    return frozenset()
