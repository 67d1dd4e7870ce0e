"""The main verb of a clause: the first finite verb group that is in no subordinate part.

clause   = [LEAD ","] SUBJECT [WHO verb ... [","]] ["," (AFTER clause | IN phrase) ","] group rest
LEAD     = a subordinate clause, a participle or a phrase with a preposition at the head
"""

from __future__ import annotations

from ccdata.extract.events.clause import Clause
from ccdata.extract.events.finite import is_finite
from ccdata.extract.events.predicate import Predicate, read_group

_LONGEST_LEAD = 60
_LONGEST_ASIDE = 30
_LEADING = frozenset({"prepositions", "subordinators"})


def main_verb(clause: Clause) -> Predicate | None:
    """Return the main verb group."""
    place = _first_verb(clause, _behind_lead(clause))
    return read_group(clause, place) if place is not None else None


def _first_verb(clause: Clause, start: int) -> int | None:
    """Return where the first finite verb group stands; words in marks and relative clauses are left out."""
    place, row, asides = start, clause.row, clause.words.asides
    while place < clause.high:
        if asides[place] or (row[place].idle and row[place].lower != ","):
            place += 1
        elif "relatives" in row[place].classes and place > clause.low:
            place = _behind_relative(clause, place)
        elif row[place].lower == "," and place > start and row[place + 1].classes & _LEADING:
            place = _behind_aside(clause, place + 1)
        elif row[place].lower == "that" and "contents" in row[place - 1].classes:
            return _behind_content(clause, place)
        elif is_finite(clause, place):
            return place
        else:
            place += 1
    return None


def _behind_lead(clause: Clause) -> int:
    """Return where the main clause begins."""
    start, word = clause.low, clause.row[clause.low]
    subordinate = "subordinators" in word.classes
    phrase = "prepositions" in word.classes and not subordinate
    if not phrase and not subordinate and not {"ing", "part"} & word.tenses:
        return start
    for comma in range(start, min(start + _LONGEST_LEAD, clause.high)):
        if phrase and is_finite(clause, comma):
            return start
        if clause.at(comma) == "," and not clause.words.asides[comma] and _begins_clause(clause, comma):
            return comma + 1
    return start


def _begins_clause(clause: Clause, comma: int) -> bool:
    """Say whether subject and verb follow the comma: it stands in no date and no list."""
    verb = _first_verb(clause, comma + 1)
    if verb is None or verb == comma + 1:
        return False
    return not (clause.at(comma + 1).isdigit() and verb == comma + 2)


def _behind_content(clause: Clause, that: int) -> int | None:
    """Read `NOUN "that" clause VERB` ("a demand that X leave WAS MADE"): the verb behind the clause's own."""
    verbs = (place for place in range(that + 1, clause.high) if is_finite(clause, place))
    first = next(verbs, None)
    return next((verb for verb in verbs if first is not None and verb > first + 1), first)


def _behind_aside(clause: Clause, place: int) -> int:
    """Skip `"," AFTER clause ","` or `"," IN phrase ","`: a finite verb follows the next comma."""
    aside = range(place + 1, min(place + _LONGEST_ASIDE, clause.high))
    comma = next((p for p in aside if clause.at(p) == ","), place)
    return comma + 1 if is_finite(clause, comma + 1) else place


def _behind_relative(clause: Clause, place: int) -> int:
    """Skip `WHO verb ... [","]`: to the comma that closes it, else behind its verb."""
    verb = next((p for p in range(place + 1, clause.high) if is_finite(clause, p)), clause.high)
    if "," in {clause.at(place - 1), clause.at(place - 3) if clause.at(place - 1) == "of" else ""}:
        commas = (p for p in range(verb + 1, clause.high) if clause.at(p) == ",")
        return next(commas, verb) + 1
    return verb + 1
