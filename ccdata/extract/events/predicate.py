"""Verb groups: the verb that carries the meaning, and what its auxiliaries say of it.

    group    = AUXILIARY* ADVERB* VERB [PARTICLE]           has been signed, will not attend, calls off
    taken    = "to" ADVERB* VERB | VERB-ing                 agree TO MEET, urge Japan TO ACT, begin SENDING

A chronology tells in the present tense, a newspaper in the past: both are read.
"""

from __future__ import annotations

from typing import NamedTuple

from ccdata.extract.events.clause import Clause
from ccdata.extract.events.finite import is_finite, is_noun_like
from ccdata.extract.events.words import Lexeme

_BEHIND_BE = frozenset({"part", "past", "ing"})
_PLAIN = frozenset({"base", "s", "past", "part"})
_READY = frozenset({
    "ready", "willing", "prepared", "unwilling", "set", "due", "likely", "able", "unable", "slated", "about",
})  # fmt: skip
_TAKES_ING = frozenset({"begin", "start", "continue", "stop", "resume", "consider"})
_REACH = 26


_MODAL = frozenset({"future", "obliged", "possible"})
_AUXILIARY = frozenset({"be", "have", "do", "negative"}) | _MODAL
_NOT_BE = frozenset({"isn't", "aren't", "wasn't", "weren't"})
_NOT = ("n't", "nnot")
_MARKS = frozenset({'"', "“", "”"})


class Predicate(NamedTuple):
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
    earlier: bool = False
    """Whether it is told as past before the rest: "had agreed"."""


class _State:
    """What the auxiliaries read so far say."""

    __slots__ = ("be", "earlier", "future", "negated", "obliged", "possible", "seen")

    def __init__(self) -> None:
        self.be = self.seen = self.negated = self.earlier = False
        self.future = self.obliged = self.possible = False

    def predicate(self, lemma: str, begin: int, verb: int, end: int, *, passive: bool = False) -> Predicate:
        said = (self.negated, self.future, self.obliged, self.possible)
        return Predicate(lemma, begin, verb, end, passive, *said, earlier=self.earlier)


def read_group(clause: Clause, begin: int) -> Predicate:
    """Read the verb group that begins here."""
    place, state = begin, _State()
    while place < clause.high and (steps := _auxiliary(clause, place, state)):
        place += steps
    return _named(clause, begin, place, state)


def _auxiliary(clause: Clause, place: int, state: _State) -> int:
    """Take one auxiliary, "not" or adverb: return its words, 0 where the content verb stands."""
    word = clause.row[place]
    kinds = word.classes
    if word.lower.endswith(_NOT) or "negative" in kinds:
        return _negation(word, state)
    if kinds.isdisjoint(_AUXILIARY):
        return _between(clause, place, state) if state.seen else 0
    if "be" in kinds:
        state.be = state.seen = True
        return 1
    if "have" in kinds:
        return _have(clause, place, state)
    if "do" in kinds:
        return _do(clause, place, state)
    return _modal(word, state)


def _negation(word: Lexeme, state: _State) -> int:
    state.negated = True
    state.seen |= "negative" not in word.classes
    state.be |= word.lower in _NOT_BE
    state.future |= word.lower in {"won't", "wouldn't"}
    return 1


def _have(clause: Clause, place: int, state: _State) -> int:
    to = clause.at(place + 1) == "to"
    if not to and not _verb_ahead(clause, place + 1):
        return 0
    state.be, state.seen = False, True
    state.obliged |= to
    state.earlier |= clause.at(place) == "had" and not to
    return 2 if to else 1


def _do(clause: Clause, place: int, state: _State) -> int:
    if not _verb_ahead(clause, place + 1):
        return 0
    state.seen = True
    return 1


def _modal(word: Lexeme, state: _State) -> int:
    state.seen = True
    state.future |= "future" in word.classes
    state.obliged |= "obliged" in word.classes
    state.possible |= "possible" in word.classes
    return 1


def _between(clause: Clause, place: int, state: _State) -> int:
    """Take an adverb or a mark between auxiliary and verb, or the "to" of "is to"."""
    word = clause.row[place]
    if (word.adverb and place + 1 < clause.high) or word.lower in _MARKS:
        return 1
    if not state.be or word.lower != "to":
        return 0
    state.be, state.future = False, True
    return 1


def _verb_ahead(clause: Clause, place: int) -> bool:
    """Say whether an auxiliary here is followed by its verb (adverbs between)."""
    for ahead in range(place, min(place + 4, clause.high)):
        word = clause.row[ahead]
        if word.forms:
            return not is_noun_like(clause, ahead)
        if not word.classes.isdisjoint({"be", "negative"}):
            return True
        if not word.adverb:
            return False
    return False


def _named(clause: Clause, begin: int, verb: int, state: _State) -> Predicate:
    """Name the content verb: its lemma with its particle, or "be" or "have" where there is none."""
    if state.be and clause.at(verb) in _READY and clause.at(verb + 1) == "to":
        return state.predicate(clause.at(verb), begin, verb, verb + 1)
    wanted = _BEHIND_BE if state.be else _PLAIN
    for form in clause.row[verb].forms:
        if form.tense in wanted and form.lemma != "be":
            lemma, end = with_particle(clause, form.lemma, verb)
            passive = state.be and form.tense != "ing"
            return state.predicate(lemma, begin, verb, end, passive=passive)
    if clause.is_in(verb, "have"):
        return state.predicate("have", begin, verb, verb + 1)
    lemma = "be" if state.be else "have" if clause.is_in(verb - 1, "have") else clause.at(verb)
    return state.predicate(lemma, begin, max(begin, verb - 1), max(verb, begin + 1))


def with_particle(clause: Clause, lemma: str, verb: int) -> tuple[str, int]:
    """Join a verb with the particles that follow it, and with "jointly" before it."""
    lowers, start = clause.words.lowers, verb + 1
    if clause.at(verb - 1) == "jointly" and f"jointly {lemma}" in clause.triggers.rules:
        return f"jointly {lemma}", start
    for row in clause.triggers.particles.get(lemma, ()):
        end = start + len(row)
        if lowers[start:end] != row or end > clause.high:
            continue
        if row[-1] != "to" or "base" not in clause.tenses(end):
            return " ".join((lemma, *row)), end
    return lemma, start


def read_gerund(clause: Clause, place: int) -> Predicate | None:
    """Read the "-ing" form at a place as a verb group of its own."""
    word = clause.row[place]
    form = next((f for f in word.forms if f.tense == "ing"), None) if "ing" in word.tenses else None
    if form is None:
        return None
    lemma, end = with_particle(clause, form.lemma, place)
    return Predicate(lemma=lemma, begin=place, verb=place, end=end)


def taken_verb(clause: Clause, outer: Predicate) -> Predicate | None:
    """Return the verb that a verb of control takes: "agree TO MEET", "urge Japan TO ACT"."""
    if outer.lemma in _TAKES_ING and (made := read_gerund(clause, outer.end)):
        return _under(outer, made, negated=outer.negated)
    for place in range(outer.end, min(outer.end + _REACH, clause.high)):
        word = clause.row[place]
        if word.lower == "to" and clause.is_infinitive(place + 1):
            return _infinitive(clause, outer, place)
        if word.lower in {";", ".", "that"}:
            return None
        if place > outer.end and ("breaks" in word.classes or is_finite(clause, place)):
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
    return made._replace(
        begin=outer.begin,
        negated=negated,
        future=outer.future,
        obliged=outer.obliged,
        possible=outer.possible,
        earlier=outer.earlier,
        controls=(*outer.controls, outer.lemma),
    )
