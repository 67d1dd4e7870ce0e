"""Whether a rule's conditions hold: its object, its subject, the words around its verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from ccdata.authority.triggers import Phrases, Rule, load_triggers
from ccdata.extract.events.clause import Clause, is_time
from ccdata.extract.events.scene import Scene

_WITH = frozenset({"with", "between", "alongside", "among"})
_BREAKS = frozenset({";", "."})
_PARTNERS = frozenset({
    "counterparts", "counterpart", "neighbors", "allies", "countries", "nations", "partners", "militaries",
    "navies",
})  # fmt: skip
_JOINTLY = frozenset({
    "joint", "jointly", "together", "trilateral", "bilateral", "multinational", "multilateral", "combined",
    "mutual",
})  # fmt: skip
_REACH = 20
_Condition = tuple[Callable[[Scene, Any], bool], Any]
"""A question, and what it is asked with."""


def first_that_holds(rules: Sequence[Rule], scene: Scene) -> Rule | None:
    """Return the first rule whose conditions all hold."""
    conditions = _conditions()
    for rule in rules:
        for asks, wanted in conditions[rule.id]:
            if not asks(scene, wanted):
                break
        else:
            return rule
    return None


@cache
def _conditions() -> Mapping[str, tuple[_Condition, ...]]:
    """Return for every rule, by its id, the conditions it has: most have two or three."""
    return {rule.id: tuple(_of(rule)) for rule in load_triggers().all_rules}


def _of(rule: Rule) -> Iterator[_Condition]:
    """Yield a rule's conditions, those that are quickly answered first."""
    if rule.transitive:
        yield _is_transitive, None
    if rule.joint_or_object:
        yield _is_joint_or_has_object, None
    if rule.object:
        yield _has_object, rule.object
    if rule.object_not:
        yield _lacks_object, rule.object_not
    yield from _of_subject(rule)
    for asks, wanted in ((Scene.stands, rule.any), (Scene.stands, rule.need), (_lacks_words, rule.not_any)):
        if wanted:
            yield asks, wanted
    if rule.prep:
        yield _has_prep, rule.prep
    if rule.not_prep:
        yield _lacks_prep, rule.not_prep
    lists = (("praise", rule.praise), ("blame", rule.blame), ("menace", rule.menace))
    yield from ((Scene.stands, load_triggers().phrases[name]) for name, asked in lists if asked)
    if rule.joint:
        yield _is_joint, None


def _of_subject(rule: Rule) -> Iterator[_Condition]:
    if rule.subject_class:
        yield (_has_subject if rule.transitive else _has_subject_alone), rule.subject_class
    if rule.subject_class_not:
        yield _lacks_subject, rule.subject_class_not
    if rule.subject_word:
        yield _has_before, rule.subject_word
    if rule.subject:
        yield _is_done_by, load_triggers().phrases[rule.subject]
    elif rule.subject_not:
        yield _is_not_done_by, load_triggers().phrases[rule.subject_not]


def _is_transitive(scene: Scene, _: None) -> bool:
    return not scene.object_empty or scene.predicate.passive


def _is_joint_or_has_object(scene: Scene, _: None) -> bool:
    return not scene.object_empty or scene.predicate.passive or is_joint(scene)


def _is_joint(scene: Scene, _: None) -> bool:
    return is_joint(scene)


def _has_object(scene: Scene, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(scene.object) or ("party" in wanted and scene.named)


def _lacks_object(scene: Scene, unwanted: frozenset[str]) -> bool:
    return unwanted.isdisjoint(scene.object)


def _has_subject(scene: Scene, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(scene.subject)


def _has_subject_alone(scene: Scene, wanted: frozenset[str]) -> bool:
    alone = scene.object_empty or scene.predicate.passive
    return alone and not wanted.isdisjoint(scene.subject)


def _lacks_subject(scene: Scene, unwanted: frozenset[str]) -> bool:
    return unwanted.isdisjoint(scene.subject)


def _has_before(scene: Scene, wanted: Phrases) -> bool:
    return wanted.stand_in(scene.before)


def _is_done_by(scene: Scene, wanted: Phrases) -> bool:
    return wanted.stand_in(scene.agent)


def _is_not_done_by(scene: Scene, unwanted: Phrases) -> bool:
    return not unwanted.stand_in(scene.agent)


def _lacks_words(scene: Scene, unwanted: Phrases) -> bool:
    return not scene.stands(unwanted)


def _lacks_prep(scene: Scene, unwanted: frozenset[str]) -> bool:
    return scene.clause.at(scene.predicate.end) not in unwanted


def _has_prep(scene: Scene, wanted: frozenset[str]) -> bool:
    """Say whether a preposition stands behind the verb before the clause breaks."""
    clause, start = scene.clause, scene.predicate.end
    last = scene.predicate.lemma.split()[-1]
    if last in wanted and last != scene.predicate.lemma:
        return True
    for place in range(start, min(start + _REACH, clause.high)):
        word = clause.row[place]
        if word.lower in wanted and not is_time(clause, place + 1):
            return True
        if "breaks" in word.classes or word.lower in _BREAKS:
            return False
    return False


def is_joint(scene: Scene) -> bool:
    """Say whether the act has two sides: a partner, several subjects, or a word that says so."""
    clause, predicate = scene.clause, scene.predicate
    words = (*scene.before, "", *scene.behind)
    if not _JOINTLY.isdisjoint(words) or clause.triggers.phrases["joint_exercises"].stand_in(words):
        return True
    for place in range(scene.first, clause.high):
        word = clause.lowers[place]
        if word in _WITH and _partner(clause, place + 1):
            return True
        if place < predicate.begin and word == "and" and _partner(clause, place + 1):
            return True
        text = clause.words.texts[place]
        pair = text.split("-") if "-" in text else ()
        if pair and all(half[:1].isupper() for half in pair):
            return True
    return False


def _partner(clause: Clause, start: int) -> bool:
    for place in range(start, min(start + 5, clause.high)):
        if clause.row[place].capital or clause.lowers[place] in _PARTNERS:
            return True
        if clause.lowers[place] in {",", ".", ";"}:
            return False
    return False
