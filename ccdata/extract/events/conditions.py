"""Whether a rule's conditions hold: its object, its subject, the words around its verb."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ccdata.authority.triggers import Phrases, Rule
from ccdata.extract.events.clause import Clause, is_time
from ccdata.extract.events.phrase import classes, object_end
from ccdata.extract.events.predicate import Predicate

_WITH = {"with", "between", "alongside", "among"}
_GOALS = {"in", "at", "to", "into", "near", "through"}
_CLOSING = frozenset({"prepositions", "breaks"})
_LEADING = frozenset({"prepositions", "subordinators"})
_PARTNERS = {
    "counterparts",
    "counterpart",
    "neighbors",
    "allies",
    "countries",
    "nations",
    "partners",
    "militaries",
    "navies",
}
_JOINTLY = {
    "joint",
    "jointly",
    "together",
    "trilateral",
    "bilateral",
    "multinational",
    "multilateral",
    "combined",
    "mutual",
}


@dataclass(frozen=True)
class Scene:
    """A verb group in its clause: what stands before it, what behind, and of which classes.

    Each is looked at when a rule first asks for it.
    """

    clause: Clause
    predicate: Predicate

    @cached_property
    def first(self) -> int:
        """Where the subject begins."""
        return subject_start(self.clause, self.predicate)

    @cached_property
    def core(self) -> int:
        """Where the subject's core ends."""
        return _subject_end(self.clause, self.first, self.predicate.begin)

    @cached_property
    def _object_end(self) -> int:
        start = self.predicate.end
        return start if is_time(self.clause, start) else object_end(self.clause, start)

    @cached_property
    def subject(self) -> frozenset[str]:
        """The classes of the subject."""
        begin = self.predicate.begin
        return classes(self.clause, self.first, self.core) or classes(self.clause, self.core + 1, begin)

    @cached_property
    def object(self) -> frozenset[str]:
        """The classes of the object, which is the subject of a passive."""
        if self.predicate.passive:
            return self.subject
        return classes(self.clause, self.predicate.end, self._object_end)

    @cached_property
    def object_empty(self) -> bool:
        """Whether the verb has no object, or only a particle's."""
        clause, end = self.clause, self.predicate.end
        particle = end > self.predicate.verb + 1 and clause.at(end - 1) in _GOALS
        return particle or self._object_end <= end

    @cached_property
    def named(self) -> bool:
        """Whether the object is somebody with a name (a capital letter at its head)."""
        passive, predicate = self.predicate.passive, self.predicate
        there = (self.first, predicate.begin) if passive else (predicate.end, self._object_end)
        return any(_is_name(self.clause, place) for place in range(*there))

    @cached_property
    def before(self) -> str:
        """The words before the verb group, with a blank on either side."""
        return f" {self.clause.text(self.first, self.predicate.begin)} "

    @cached_property
    def behind(self) -> str:
        """The words from the verb on."""
        return f" {self.clause.text(self.predicate.verb, self.clause.high)} "

    @cached_property
    def _field(self) -> str:
        """The words that conditions are asked of: in the passive, those before the verb too."""
        alone = self.predicate.lemma != "take place" and not self.predicate.passive
        return self.behind if alone and self.behind.strip(" .") else self.before + self.behind

    def stands(self, phrases: Phrases) -> bool:
        """Say whether one of the phrases stands behind the verb (in the passive, in the clause)."""
        return phrases.stand_in(self._field)


def subject_start(clause: Clause, predicate: Predicate) -> int:
    """Return where the subject begins: behind the last comma that closes a phrase at the head."""
    if clause.row[clause.low].classes.isdisjoint(_LEADING):
        return clause.low
    commas = [p for p in range(clause.low, predicate.begin - 1) if clause.lowers[p] == ","]
    names = [p for p in commas if clause.at(p + 1) not in {"who", "which", "and"}]
    return names[0] + 1 if names else clause.low


def _subject_end(clause: Clause, first: int, begin: int) -> int:
    """Return where the subject's core ends: its first preposition but "of"."""
    for place in range(first + 1, begin):
        word = clause.row[place]
        if word.lower in {",", "("} or (word.lower != "of" and not word.classes.isdisjoint(_CLOSING)):
            return place
        if "ing" in word.tenses and clause.is_gerund(place):
            return place
    return begin


def _is_name(clause: Clause, place: int) -> bool:
    return clause.low < place < clause.high and clause.row[place].capital


def holds(rule: Rule, scene: Scene) -> bool:
    """Say whether all conditions of a rule hold."""
    return (
        _object_fits(rule, scene)
        and _subject_fits(rule, scene)
        and _words_fit(rule, scene)
        and (not rule.joint or is_joint(scene))
        and (not rule.joint_or_object or is_joint(scene) or not scene.object_empty or scene.predicate.passive)
    )


def _object_fits(rule: Rule, scene: Scene) -> bool:
    if rule.object and not (rule.object & scene.object or ("party" in rule.object and scene.named)):
        return False
    if rule.object_not and rule.object_not & scene.object:
        return False
    return not (rule.transitive and scene.object_empty and not scene.predicate.passive)


def _subject_fits(rule: Rule, scene: Scene) -> bool:
    alone = rule.transitive or scene.object_empty or scene.predicate.passive
    if rule.subject_class and not (alone and rule.subject_class & scene.subject):
        return False
    if rule.subject_class_not and rule.subject_class_not & scene.subject:
        return False
    if rule.subject_word and not rule.subject_word.stand_in(scene.before):
        return False
    if rule.subject is None and rule.subject_not is None:
        return True
    kind = rule.subject or rule.subject_not or ""
    there = scene.clause.triggers.phrases[kind].stand_in(_agent(scene))
    return there if rule.subject else not there


def _agent(scene: Scene) -> str:
    """Return the words of the one who acts: the subject's core, or what stands after "by"."""
    if not scene.predicate.passive:
        return f" {scene.clause.text(scene.first, scene.core)} "
    _, by, agent = scene.behind.partition(" by ")
    return f" {agent} " if by else " "


def _words_fit(rule: Rule, scene: Scene) -> bool:
    if rule.any and not scene.stands(rule.any):
        return False
    if rule.need and not scene.stands(rule.need):
        return False
    if rule.not_any and scene.stands(rule.not_any):
        return False
    if rule.prep and not _has_prep(rule.prep, scene):
        return False
    if rule.not_prep and scene.clause.at(scene.predicate.end) in rule.not_prep:
        return False
    lists = (("praise", rule.praise), ("blame", rule.blame), ("menace", rule.menace))
    return all(scene.stands(scene.clause.triggers.phrases[name]) for name, asked in lists if asked)


def _has_prep(wanted: frozenset[str], scene: Scene) -> bool:
    """Say whether a preposition stands behind the verb before the clause breaks."""
    clause, start = scene.clause, scene.predicate.end
    last = scene.predicate.lemma.split()[-1]
    if last in wanted and last != scene.predicate.lemma:
        return True
    for place in range(start, min(start + 20, clause.high)):
        if clause.at(place) in wanted and not is_time(clause, place + 1):
            return True
        if clause.at(place) in clause.triggers.words["breaks"] or clause.at(place) in {";", "."}:
            return False
    return False


def is_joint(scene: Scene) -> bool:
    """Say whether the act has two sides: a partner, several subjects, or a word that says so."""
    words = scene.before + scene.behind
    clause, predicate = scene.clause, scene.predicate
    if not _JOINTLY.isdisjoint(words.split()) or clause.triggers.phrases["joint_exercises"].stand_in(words):
        return True
    for place in range(scene.first, clause.high):
        word = clause.at(place)
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
        if clause.row[place].capital or clause.at(place) in _PARTNERS:
            return True
        if clause.at(place) in {",", ".", ";"}:
            return False
    return False
