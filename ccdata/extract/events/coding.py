"""What act a clause tells: PLOVER type and mode, or what PLOVER leaves out, or nothing sure.

decision = rule of the main verb, changed by what stands around the verb:
    will VERB, is to VERB        cooperative → AGREE; giving way → CONCEDE; conflict stays, status future
    agree | plan | vow | refuse | urge to VERB        table of controls (triggers_grammar.toml)
    not VERB                     status negated; "will not VERB" of a cooperative act → REJECT
    may | could VERB             no type, status hypothetical
    say | announce that CLAUSE   see `reports`
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ccdata.authority.triggers import Control, Fate, Frame, Rule
from ccdata.extract.events.clause import Clause
from ccdata.extract.events.conditions import first_that_holds, is_joint
from ccdata.extract.events.mainverb import main_verb
from ccdata.extract.events.predicate import Predicate, taken_verb
from ccdata.extract.events.scene import Scene
from ccdata.records.terms import CcType, EventType, GapReason, Medium, Status

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
_DECISIONS = frozenset({"decide", "approve", "vote"})
_WORDLESS = frozenset({"be", "have", "take"})
_LOOSE = frozenset({"in", "at", "to", "with", "through", "into", "near", "over", "by", "for", "from"})
_ASSENTING = frozenset({"agree", "accept", "consent", "assent"})
_CONDITIONS = frozenset({"if", "unless"})
_FOUGHT = frozenset({"ASSAULT", "PROTEST"})
HARMFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


class Code(NamedTuple):
    """What a clause tells, and why; `gap` says why there is no type."""

    type: EventType | None
    mode: str | None
    cc: CcType | None
    medium: Medium
    status: Status
    frame: Frame
    rule: str | None
    predicate: Predicate | None
    gap: GapReason | None
    rest: int = 0
    """Where in the sentence a reported clause begins; 0 where none decides."""
    before: int = 0
    """Where a reported clause that stands before its speaker ends; 0 where none decides."""


NOTHING = Code(
    type=None,
    mode=None,
    cc=None,
    medium="unknown",
    status="asserted",
    frame="statement",
    rule=None,
    predicate=None,
    gap="no_rule",
)


def code_clause(clause: Clause, *, depth: int = 0) -> Code:
    """Decide what a clause tells."""
    outer = main_verb(clause)
    if outer is None:
        return _verbless(clause)
    return code_verb(clause, outer, depth=depth)


def without_games(clause: Clause, code: Code) -> Code:
    """Take back the attack that is a game: "attacked from the first minute", "beat Ghana 2-0"."""
    played = code.type in _FOUGHT and code.predicate is not None and _is_sport(clause)
    return _uncoded(clause, code.predicate) if played and code.predicate else code


def _is_sport(clause: Clause) -> bool:
    words, row = clause.triggers.words, clause.lowers
    if not words["sport"].isdisjoint(row):
        return True
    scored = any(
        row[dash] == "-" and row[dash - 1].isdigit() and row[dash + 1].isdigit()
        for dash in range(clause.low + 1, clause.high - 1)
    )
    return scored and not words["games"].isdisjoint(row)


def code_verb(clause: Clause, outer: Predicate, *, depth: int = 0) -> Code:
    """Decide what a verb group tells, the verbs it takes included."""
    leading = clause.triggers.leading.get(outer.lemma, ())
    if leading and (first := _by_rule(clause, outer, leading, depth)).rule:
        return _tempered(clause, first, outer)
    control = clause.triggers.controls.get(outer.lemma)
    inner = taken_verb(clause, outer) if control or outer.lemma in {"be", "have"} else None
    if control and inner:
        return _controlled(clause, outer, control, code_verb(clause, inner, depth=depth + 1), depth)
    found = _by_rule(clause, outer, _candidates(clause, outer), depth)
    return found if outer.controls else _tempered(clause, found, outer)


def _by_rule(clause: Clause, predicate: Predicate, candidates: Sequence[Rule], depth: int) -> Code:
    """Return the answer of the first rule whose conditions hold."""
    if not candidates:
        return _uncoded(clause, predicate)
    scene = Scene(clause, predicate)
    rule = first_that_holds(candidates, scene)
    if rule is None and not predicate.passive and scene.object_empty:
        scene = Scene(clause, predicate._replace(passive=True))
        rule = first_that_holds([r for r in candidates if r.object and not r.transitive], scene)
        predicate = scene.predicate if rule else predicate
    if rule is None:
        return _uncoded(clause, predicate)
    if depth < 3 and (rule.clause or rule.carrier):  # noqa: PLR2004 - a report of a report of a report
        from ccdata.extract.events.reports import report_start, reported

        told = reported(clause, predicate, rule, depth)
        if told is not None:
            return told
        start = report_start(clause, predicate, needed=rule.carrier) if rule.clause else None
        return from_rule(rule, predicate)._replace(rest=start or 0)
    return from_rule(rule, predicate)


def _uncoded(clause: Clause, predicate: Predicate) -> Code:
    """Return the answer for an act that no rule knows: only talk has a channel, which is unknown."""
    verb = predicate.lemma.partition(" ")[0]
    words = clause.triggers.words
    open_channel = verb in _WORDLESS or verb in words["talking"] or verb in words["reporters"]
    return NOTHING._replace(predicate=predicate, medium="unknown" if open_channel else "other")


def _candidates(clause: Clause, predicate: Predicate) -> tuple[Rule, ...]:
    """Return the rules of the verb with its particle, then of the verb alone if that is a preposition."""
    own = clause.triggers.rules.get(predicate.lemma, ())
    bare, _, particle = predicate.lemma.partition(" ")
    if particle not in _LOOSE:
        return own
    return own + clause.triggers.rules.get(bare, ())


def from_rule(rule: Rule, predicate: Predicate) -> Code:
    """Return the answer of a rule."""
    gap: GapReason | None = None
    if rule.type is None:
        gap = "out_of_codebook" if rule.cc else "ambiguous"
    return Code(
        type=rule.type,
        mode=rule.mode,
        cc=rule.cc,
        medium=rule.medium,
        status="asserted",
        frame=rule.frame,
        rule=rule.id,
        predicate=predicate,
        gap=gap,
    )


def _controlled(clause: Clause, outer: Predicate, control: Control, inner: Code, depth: int) -> Code:
    """Combine a verb of control with the verb it takes."""
    if control.name == "same":
        return _tempered(clause, inner, outer)._replace(predicate=_spanning(outer, inner))
    own = _by_rule(clause, outer, _candidates(clause, outer), depth)
    fate = _fate(control, inner)
    if fate == "CONCEDE" and outer.lemma == "agree" and is_joint(Scene(clause, outer)):
        fate = "AGREE"
    if fate is None:
        return _tempered(clause, _undecided(own, inner, outer), outer)
    name = f"{control.name}.{(inner.rule or 'any').replace('.', '-')}"
    if fate == "same":
        made = inner._replace(rule=name, status="future", predicate=_spanning(outer, inner))
        return (
            made._replace(status="asserted") if outer.lemma in _DECISIONS else _tempered(clause, made, outer)
        )
    return own._replace(
        type=fate,
        mode=_mode(control, inner),
        cc=None,
        medium=own.medium if own.rule else _medium_of(control),
        frame="directed" if control.name != "promise" else own.frame if own.rule else "joint",
        rule=name,
        predicate=outer,
        gap=None,
        status="negated" if outer.negated else "asserted",
    )


def _undecided(own: Code, inner: Code, outer: Predicate) -> Code:
    """Return what is left where the verb of control decides nothing: its own rule, else only the channel."""
    ruled = own.type is not None or own.cc is not None
    told = own if ruled else inner._replace(type=None, mode=None, cc=None)
    return told._replace(predicate=outer, gap=None if told.type else own.gap or "no_rule")


def _medium_of(control: Control) -> Medium:
    return "statement" if control.name in {"vow", "request", "threaten", "refuse"} else "unknown"


def _spanning(outer: Predicate, inner: Code) -> Predicate:
    return inner.predicate._replace(begin=outer.begin) if inner.predicate else outer


def _fate(control: Control, inner: Code) -> Fate | None:
    if inner.cc == "resignation" and control.name == "promise":
        return "CONCEDE"
    if inner.type is None:
        return control.none
    if inner.type in COOPERATIVE:
        return control.coop
    if inner.type in YIELDING:
        return control.yielding
    return control.verbal if inner.type in VERBAL else control.material


_REQUESTED = {
    "AID": "assist",
    "COOPERATE": "assist",
    "CONSULT": "meet",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}
THREATENED = {
    "SANCTION": "relations",
    "COERCE": "restrict",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "REJECT": "relations",
}


def _mode(control: Control, inner: Code) -> str | None:
    kind = inner.type or ""
    if control.name == "request":
        return _REQUESTED.get(kind, "change")
    if control.name == "refuse":
        return _REQUESTED.get(kind)
    return THREATENED.get(kind) if control.name in {"threaten", "vow"} and kind not in COOPERATIVE else None


def _tempered(clause: Clause, code: Code, predicate: Predicate) -> Code:
    """Apply what the auxiliaries say."""
    if predicate.future and code.type in HARMFUL and is_conditional(clause, predicate):
        return threat(code)
    if predicate.negated and code.type == "AGREE" and predicate.lemma.split()[0] in _ASSENTING:
        return code._replace(type="REJECT", mode=None, frame="directed", rule="reject.not-agree")
    if predicate.possible or (predicate.obliged and code.type is not None):
        gap: GapReason = "no_rule" if code.type else code.gap or "no_rule"
        return code._replace(type=None, mode=None, status="hypothetical", gap=gap)
    if predicate.future:
        return future(code, negated=predicate.negated)
    if predicate.negated:
        return code._replace(status="negated")
    return code._replace(status="historical") if predicate.earlier and code.status == "asserted" else code


def is_conditional(clause: Clause, predicate: Predicate) -> bool:
    """Say whether a condition stands behind the verb: "if", "unless"."""
    return not _CONDITIONS.isdisjoint(clause.lowers[predicate.end : clause.high])


def threat(code: Code) -> Code:
    """Return the threat of an act."""
    return code._replace(
        type="THREATEN",
        mode=THREATENED.get(code.type or ""),
        cc=None,
        medium="statement",
        status="asserted",
        frame="directed",
        rule=f"threaten.{(code.rule or 'any').replace('.', '-')}",
        gap=None,
    )


def future(code: Code, *, negated: bool) -> Code:
    """Say what becomes of an act that is still to come."""
    if code.type is None:
        return code._replace(status="future")
    if negated and code.type in COOPERATIVE:
        mode = _REQUESTED.get(code.type)
        return code._replace(
            type="REJECT", mode=mode, status="asserted", frame="directed", medium="statement"
        )
    if negated:
        return code._replace(status="negated")
    if code.type in COOPERATIVE:
        return code._replace(type="AGREE", mode=None, status="asserted", medium=_announced(code))
    if code.type in YIELDING:
        return code._replace(type="CONCEDE", mode=None, status="asserted", medium=_announced(code))
    return code._replace(status="future")


def _announced(code: Code) -> Medium:
    return code.medium if code.medium in {"statement", "document", "letter"} else "unknown"


def _verbless(clause: Clause) -> Code:
    """Read an entry without a verb ("Joint naval exercise off Guam") as if it said "takes place"."""
    end = clause.high - (clause.at(clause.high - 1) == ".")
    predicate = Predicate(lemma="take place", begin=end, verb=max(clause.low, end - 1), end=end)
    found = _by_rule(clause, predicate, _candidates(clause, predicate), 9)
    return found._replace(rule=f"verbless.{found.rule}") if found.rule else NOTHING
