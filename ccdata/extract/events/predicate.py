"""Verb groups: the verb that carries the meaning, and what its auxiliaries say of it.

    group    = AUXILIARY* ADVERB* VERB [PARTICLE]           has been signed, will not attend, calls off
    taken    = "to" ADVERB* VERB | VERB-ing                 agree TO MEET, urge Japan TO ACT, begin SENDING

A chronology tells in the present tense, a newspaper in the past: both are read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ccdata.extract.events.clause import Clause
from ccdata.extract.events.finite import is_finite, is_noun_like

_READY = frozenset({
    "ready", "willing", "prepared", "unwilling", "set", "due", "likely", "able", "unable", "slated", "about",
})  # fmt: skip
_TAKES_ING = frozenset({"begin", "start", "continue", "stop", "resume", "consider"})
_REACH = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A verb group: `begin` is its first word, `verb` the word that carries the meaning, `end` behind it."""

    lemma: str
    begin: int
    verb: int
    end: int
    passive: bool = False
    negated: bool = False
    future: bool = False
    obliged: bool = False
    possible: bool = False
    controls: tuple[str, ...] = ()
    """The verbs that took this one, outermost first: `agree` in "agree to meet"."""


@dataclass(frozen=True, slots=True)
class _State:
    """What the auxiliaries read so far say."""

    be: bool = False
    seen: bool = False
    negated: bool = False
    future: bool = False
    obliged: bool = False
    possible: bool = False

    def predicate(self, lemma: str, begin: int, verb: int, end: int, *, passive: bool = False) -> Predicate:
        return Predicate(
            lemma=lemma,
            begin=begin,
            verb=verb,
            end=end,
            passive=passive,
            negated=self.negated,
            future=self.future,
            obliged=self.obliged,
            possible=self.possible,
        )


def read_group(clause: Clause, begin: int) -> Predicate:
    """Read the verb group that begins here."""
    place, state = begin, _State()
    while place < clause.high:
        following = _auxiliary(clause, place, state)
        if following is None:
            break
        state, steps = following
        place += steps
    return _named(clause, begin, place, state)


def _auxiliary(clause: Clause, place: int, state: _State) -> tuple[_State, int] | None:
    """Take one auxiliary, "not" or adverb; None where the content verb stands."""
    word = clause.at(place)
    if word.endswith(("n't", "nnot")) or clause.is_in(place, "negative"):
        return _negation(clause, place, state), 1
    if clause.is_in(place, "be"):
        return replace(state, be=True, seen=True), 1
    if clause.is_in(place, "have"):
        return _have(clause, place, state)
    if clause.is_in(place, "do"):
        return (replace(state, seen=True), 1) if _verb_ahead(clause, place + 1) else None
    if clause.is_in(place, "future", "obliged", "possible"):
        return _modal(clause, place, state), 1
    return _between(clause, place, state)


def _negation(clause: Clause, place: int, state: _State) -> _State:
    word = clause.at(place)
    bare = clause.is_in(place, "negative")
    return replace(
        state,
        negated=True,
        seen=state.seen or not bare,
        be=state.be or word in {"isn't", "aren't", "wasn't", "weren't"},
        future=state.future or word in {"won't", "wouldn't"},
    )


def _have(clause: Clause, place: int, state: _State) -> tuple[_State, int] | None:
    if clause.at(place + 1) == "to":
        return replace(state, be=False, seen=True, obliged=True), 2
    return (replace(state, be=False, seen=True), 1) if _verb_ahead(clause, place + 1) else None


def _modal(clause: Clause, place: int, state: _State) -> _State:
    return replace(
        state,
        seen=True,
        future=state.future or clause.is_in(place, "future"),
        obliged=state.obliged or clause.is_in(place, "obliged"),
        possible=state.possible or clause.is_in(place, "possible"),
    )


def _between(clause: Clause, place: int, state: _State) -> tuple[_State, int] | None:
    """Take an adverb or a mark between auxiliary and verb, or the "to" of "is to"."""
    word = clause.at(place)
    adverb = clause.is_adverb(place) and place + 1 < clause.high
    if state.seen and (adverb or word in {'"', "“", "”"}):
        return state, 1
    return (replace(state, be=False, future=True), 1) if state.be and word == "to" else None


def _verb_ahead(clause: Clause, place: int) -> bool:
    """Say whether an auxiliary here is followed by its verb (adverbs between)."""
    for ahead in range(place, min(place + 4, clause.high)):
        if clause.at(ahead) in clause.triggers.forms:
            return not is_noun_like(clause, ahead)
        if clause.is_in(ahead, "be", "negative"):
            return True
        if not clause.is_adverb(ahead):
            return False
    return False


def _named(clause: Clause, begin: int, verb: int, state: _State) -> Predicate:
    """Name the content verb: its lemma with its particle, or "be" or "have" where there is none."""
    if state.be and clause.at(verb) in _READY and clause.at(verb + 1) == "to":
        return state.predicate(clause.at(verb), begin, verb, verb + 1)
    wanted = {"part", "past", "ing"} if state.be else {"base", "s", "past", "part"}
    forms = clause.triggers.forms.get(clause.at(verb), ())
    form = next((f for f in forms if f.tense in wanted and f.lemma != "be"), None)
    if form is not None:
        lemma, end = with_particle(clause, form.lemma, verb)
        return state.predicate(lemma, begin, verb, end, passive=state.be and form.tense in {"part", "past"})
    if clause.is_in(verb, "have"):
        return state.predicate("have", begin, verb, verb + 1)
    lemma = "be" if state.be else "have" if clause.is_in(verb - 1, "have") else clause.at(verb)
    return state.predicate(lemma, begin, max(begin, verb - 1), max(verb, begin + 1))


def with_particle(clause: Clause, lemma: str, verb: int) -> tuple[str, int]:
    """Join a verb with the particles that follow it, and with "jointly" before it."""
    if clause.at(verb - 1) == "jointly" and f"jointly {lemma}" in clause.triggers.rules:
        return f"jointly {lemma}", verb + 1
    for row in clause.triggers.particles.get(lemma, ()):
        end = verb + 1 + len(row)
        infinitive = row[-1] == "to" and "base" in clause.tenses(end)
        if not infinitive and all(clause.at(verb + 1 + k) == word for k, word in enumerate(row)):
            return " ".join((lemma, *row)), end
    return lemma, verb + 1


def read_gerund(clause: Clause, place: int) -> Predicate | None:
    """Read the "-ing" form at a place as a verb group of its own."""
    form = next((f for f in clause.triggers.forms.get(clause.at(place), ()) if f.tense == "ing"), None)
    if form is None:
        return None
    lemma, end = with_particle(clause, form.lemma, place)
    return Predicate(lemma=lemma, begin=place, verb=place, end=end)


def taken_verb(clause: Clause, outer: Predicate) -> Predicate | None:
    """Return the verb that a verb of control takes: "agree TO MEET", "urge Japan TO ACT"."""
    if outer.lemma in _TAKES_ING and (made := read_gerund(clause, outer.end)):
        return _under(outer, made, negated=outer.negated)
    for place in range(outer.end, min(outer.end + _REACH, clause.high)):
        if clause.at(place) == "to" and clause.is_infinitive(place + 1):
            return _infinitive(clause, outer, place)
        if clause.at(place) in {";", ".", "that"}:
            return None
        if place > outer.end and (clause.is_in(place, "breaks") or is_finite(clause, place)):
            return None
    return None


def _infinitive(clause: Clause, outer: Predicate, place: int) -> Predicate:
    verb = place + 1
    while _goes_before_verb(clause, verb):
        verb += 1
    if clause.at(verb) == "be":
        made = read_group(clause, verb)
    else:
        lemma, end = with_particle(clause, clause.at(verb), verb)
        made = Predicate(lemma=lemma, begin=verb, verb=verb, end=end)
    return _under(outer, made, negated=outer.negated or clause.at(place - 1) == "not")


def _goes_before_verb(clause: Clause, place: int) -> bool:
    word = clause.at(place)
    return word in {"not", "further"} or (word.endswith("ly") and "base" not in clause.tenses(place))


def _under(outer: Predicate, made: Predicate, *, negated: bool) -> Predicate:
    """Return the verb taken, with what the outer verb's auxiliaries say."""
    return replace(
        made,
        begin=outer.begin,
        negated=negated,
        future=outer.future,
        obliged=outer.obliged,
        possible=outer.possible,
        controls=(*outer.controls, outer.lemma),
    )
