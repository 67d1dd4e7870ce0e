"""Who said so, behind what was said: "..., the army charged on Tuesday", "..., a commander warned".

    attributed = clause "," SPEAKER SPEECH [TIME] "."
What is charged is an accusation, harm to come that somebody warns of is a threat. Behind any other speech
verb the clause keeps its own code.
"""

from __future__ import annotations

from functools import cache

from ccdata.authority.triggers import load_triggers
from ccdata.extract.events import coding
from ccdata.extract.events.clause import Clause, is_time
from ccdata.extract.events.mainverb import main_verb
from ccdata.extract.events.predicate import Predicate

_CHARGES = frozenset({"charge", "allege", "complain"})
_WARNS = frozenset({"warn", "caution", "threaten", "vow"})
_LONGEST = 25
_BEFORE_TIME = frozenset({".", "on", "in", "at"})


@cache
def _speech() -> frozenset[str]:
    """Return the printed forms of the speech verbs."""
    verbs = _CHARGES | _WARNS
    forms = load_triggers().forms.items()
    return frozenset(printed for printed, row in forms if any(form.lemma in verbs for form in row))


def attributed(clause: Clause, code: coding.Code) -> coding.Code:
    """Return what an accusation or a warning behind the clause makes of its code."""
    if _speech().isdisjoint(clause.lowers):
        return code
    comma = _last_comma(clause)
    if comma is None:
        return code
    verb = main_verb(clause.part(comma + 1, clause.high))
    if verb is None or not _ends(clause, verb.end):
        return code
    if verb.lemma in _CHARGES and code.type in coding.HARMFUL | {None}:
        return _accusation(code, verb)._replace(before=comma)
    if verb.lemma not in _WARNS:
        return code
    harm = _harm_to_come(clause.part(clause.low, comma))
    return coding.threat(harm)._replace(predicate=verb, before=comma) if harm else code


def _last_comma(clause: Clause) -> int | None:
    """Return the last comma, where one of the speech verbs stands close behind it."""
    for place in range(clause.high - 1, max(clause.low, clause.high - _LONGEST), -1):
        if clause.lowers[place] == ",":
            speaks = not _speech().isdisjoint(clause.lowers[place + 1 : clause.high])
            return place if speaks and not clause.words.asides[place] else None
    return None


def _ends(clause: Clause, place: int) -> bool:
    return place >= clause.high or clause.lowers[place] in _BEFORE_TIME or is_time(clause, place)


def _accusation(code: coding.Code, verb: Predicate) -> coding.Code:
    return code._replace(
        type="ACCUSE",
        mode="disapprove" if verb.lemma == "complain" else "allege",
        cc=None,
        medium="statement",
        status="asserted",
        frame="directed",
        rule=f"attributed.{verb.lemma}",
        predicate=verb,
        gap=None,
    )


def _harm_to_come(clause: Clause) -> coding.Code | None:
    """Return the harm that the clause says will or could come."""
    verb = main_verb(clause)
    if verb is None or not (verb.future or verb.possible) or verb.negated:
        return None
    act = coding.code_verb(clause, verb._replace(future=False, possible=False, obliged=False))
    menace = clause.triggers.phrases["menace"].stand_in(clause.words.lowers[verb.verb : clause.high])
    return act if act.type in coding.HARMFUL or menace else None
