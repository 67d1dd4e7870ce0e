"""Reported speech: what an announcement, a letter or a statement says.

    report   = SPEECH [addressee] ["that"] clause        says that X will ...
             | PAPER ... (VERB-ing | ["in which" | "that"] clause)      sends a message expressing sympathy
What is reported decides only where the speaker's side is bound by it, or asks, praises or blames:
    own side WILL cooperate → AGREE         own side WILL give way → CONCEDE
    own side does, did, will do harm → that type      "if ..." → THREATEN
    another MUST, SHOULD → REQUEST          X is GOOD → SUPPORT       X is WRONG → ACCUSE
All else is a statement.
"""

from __future__ import annotations

from ccdata.authority.triggers import Rule
from ccdata.extract.events import coding
from ccdata.extract.events.clause import Clause
from ccdata.extract.events.finite import is_finite
from ccdata.extract.events.mainverb import main_verb
from ccdata.extract.events.predicate import Predicate, read_gerund
from ccdata.extract.events.scene import subject_start
from ccdata.extract.events.states import states_in
from ccdata.records.terms import EventType

_REACH = 30
_CARRIED = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "AGREE", "SANCTION"})
_CHARGING = frozenset({"claim", "charge", "allege", "complain"})
_INSISTING = frozenset({"insist", "request", "ask"})
_OWN = {"it", "they", "he", "she", "we", "i"}


def reported(clause: Clause, predicate: Predicate, rule: Rule, depth: int) -> coding.Code | None:
    """Return what the report makes of the entry, or None where it decides nothing."""
    if rule.carrier:
        carried = _participle(clause, predicate, depth)
        if carried is not None:
            return carried._replace(
                medium=rule.medium, frame="joint" if rule.frame == "joint" else "directed"
            )
    start = report_start(clause, predicate, needed=rule.carrier)
    if start is None:
        return None
    inside = clause.behind(start)
    verb = main_verb(inside)
    if verb is None:
        return _subjunctive(inside, predicate)
    told = _decide(clause, predicate, inside, verb, depth)
    if told is None:
        return None
    return told._replace(
        medium="military" if told.type == "MOBILIZE" and told.frame == "statement" else rule.medium,
        frame="statement" if told.type == "MOBILIZE" and told.frame == "statement" else "directed",
        rest=start,
        predicate=predicate,
        rule=f"report.{(told.rule or 'any').replace('.', '-')}",
        gap=None,
        cc=None,
    )


def _subjunctive(inside: Clause, predicate: Predicate) -> coding.Code | None:
    """Read `insists that X VERB`, the plain form: a demand."""
    if predicate.lemma not in _INSISTING or not any("base" in word.tenses for word in inside.row):
        return None
    return coding.NOTHING._replace(
        type="REQUEST",
        mode="change",
        medium="statement",
        frame="directed",
        rest=inside.low,
        predicate=predicate,
        rule="report.subjunctive",
        gap=None,
    )


def _participle(clause: Clause, predicate: Predicate, depth: int) -> coding.Code | None:
    """Read `PAPER ... expressing sympathy`."""
    for place in range(predicate.end + 1, min(predicate.end + _REACH, clause.high)):
        if clause.at(place) in {"that", ";"}:
            return None
        verb = _carried_verb(clause, place)
        if verb is None or clause.at(place - 1) in {"the", "a"}:
            continue
        found = coding.code_verb(clause, verb, depth=depth + 1)
        if verb.lemma in _INSISTING and clause.at(verb.end) == "that":
            found = _plain("REQUEST", "change", found)
        if found.type in _CARRIED:
            asked = verb.lemma == "propose" and found.type == "AGREE"
            found = _plain("REQUEST", None, found) if asked else found
            return found._replace(
                rule=f"carrier.{(found.rule or 'any').replace('.', '-')}",
                predicate=predicate,
                rest=place,
            )
    return None


def _carried_verb(clause: Clause, place: int) -> Predicate | None:
    """Return the verb of what a paper says: "expressing", "in which he PROPOSES"."""
    if clause.at(place) == "which" and clause.at(place - 1) == "in":
        return main_verb(clause.behind(place + 1))
    return read_gerund(clause, place)


def report_start(clause: Clause, predicate: Predicate, *, needed: bool) -> int | None:
    """Return where the reported clause begins: behind "that", else directly behind the verb."""
    for place in range(predicate.end, min(predicate.end + _REACH, clause.high)):
        if clause.at(place) == "that":
            return place + 1
        direct = not needed and is_finite(clause, place)
        if place > predicate.end and (direct or clause.at(place) in {";", "who", "which"}):
            pronoun = direct and not needed and clause.at(place - 1) in _OWN
            if pronoun and place - 1 > predicate.end:
                return place - 1
            break
    if needed:
        return None
    start = predicate.end
    while clause.at(start) in {",", '"', "“"}:
        start += 1
    return start if start < clause.high else None


def _decide(
    clause: Clause, speech: Predicate, inside: Clause, verb: Predicate, depth: int
) -> coding.Code | None:
    blamed = _judged(inside, verb)
    if blamed is not None:
        return blamed
    own = _is_own(clause, speech, inside, verb)
    act = coding.code_verb(inside, verb._replace(future=False, obliged=False, negated=False), depth=depth + 1)
    if verb.obliged:
        return None if own or (verb.passive and act.type is None) else _plain("REQUEST", "change", act)
    if verb.future:
        return _to_come(clause, speech, act, own=own, negated=verb.negated)
    if speech.lemma in _CHARGING and not own and act.type in coding.HARMFUL:
        return _plain("ACCUSE", "allege", act)
    return _done(clause, speech, verb, act, own=own)


def _done(
    clause: Clause, speech: Predicate, verb: Predicate, act: coding.Code, *, own: bool
) -> coding.Code | None:
    """Read `announces that it has VERB-ed`: the act itself is told."""
    announced = speech.lemma in clause.triggers.words["announcers"]
    if announced and act.type == "MOBILIZE" and not verb.possible and not verb.negated:
        return act._replace(frame="statement")
    if own and announced and act.type is not None and not verb.possible:
        return act._replace(status="negated") if verb.negated else act
    return None


def _to_come(
    clause: Clause, speech: Predicate, act: coding.Code, *, own: bool, negated: bool
) -> coding.Code | None:
    sure = own or speech.lemma in clause.triggers.words["whole"]
    if not sure or speech.lemma in {"predict", "believe", "hope", "expect", "claim", "suggest"}:
        return None
    conditional = coding.is_conditional(clause, speech)
    harm = act.type is not None and act.type not in coding.COOPERATIVE | coding.YIELDING
    if harm and act.type not in coding.VERBAL and (conditional or speech.lemma in {"warn", "vow", "swear"}):
        return _plain("THREATEN", coding.THREATENED.get(act.type or ""), act)
    if conditional or act.type is None or (negated and act.type not in coding.COOPERATIVE):
        return None
    return coding.future(act, negated=negated)


def _plain(kind: EventType, mode: str | None, act: coding.Code) -> coding.Code:
    return act._replace(type=kind, mode=mode, status="asserted", rule=kind.lower())


def _judged(inside: Clause, verb: Predicate) -> coding.Code | None:
    """Read "X is unacceptable", "relations are at their best"."""
    if (
        verb.lemma not in {"be", "violate", "undermine", "harm", "threaten"}
        or verb.negated
        or verb.future
        or verb.possible
    ):
        return None
    words = inside.triggers.words
    tail = {inside.at(place) for place in range(verb.begin, min(verb.begin + 14, inside.high))}
    if tail & {"not", "no", "never", "must", "if"}:
        return None
    behind = "behind" in tail and any("war_act" in inside.triggers.nouns.get(word, ()) for word in tail)
    if tail & words["blame"] or behind:
        return coding.NOTHING._replace(type="ACCUSE", mode="disapprove", rule="blame")
    subject = {inside.at(place) for place in range(inside.low, verb.begin)}
    if verb.lemma == "be" and subject & words["praised"] and tail & words["praise"]:
        return coding.NOTHING._replace(type="SUPPORT", rule="praise")
    return None


def _is_own(clause: Clause, speech: Predicate, inside: Clause, verb: Predicate) -> bool:
    """Say whether the reported clause speaks of the speaker's own side."""
    first = subject_start(inside, verb)
    if inside.at(first) in _OWN:
        return True
    own, other = (subject_start(clause, speech), speech.begin), (first, verb.begin)
    if _sides(clause, *other) & _sides(clause, *own):
        return True
    return bool(_capitals(clause, *other) & _capitals(clause, *own) - {"The", "A"})


def _capitals(clause: Clause, start: int, end: int) -> set[str]:
    return {word.text for word in clause.words.lexemes[start:end] if word.capital}


def _sides(clause: Clause, start: int, end: int) -> set[str]:
    """Return the states that words `[start, end)` name, by adjective, by name, by a person of theirs."""
    words = clause.words
    if start >= end:
        return set()
    low, high = words.starts[start], words.ends[end - 1]
    return {
        *(code for _, code in states_in(words.texts[start:end])),
        *(n.country for n in clause.namings if n.country and low <= n.start < high),
    }
