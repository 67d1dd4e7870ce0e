"""A verb group in its clause: what stands before it, what behind, and of which classes."""

from __future__ import annotations

from ccdata.authority.triggers import Phrases
from ccdata.extract.events.clause import Clause, is_time
from ccdata.extract.events.phrase import classes, object_end
from ccdata.extract.events.predicate import Predicate

_GOALS = frozenset({"in", "at", "to", "into", "near", "through"})
_CLOSING = frozenset({"prepositions", "breaks"})
_LEADING = frozenset({"prepositions", "subordinators"})
_STOP = frozenset({"."})


class Scene:
    """What the conditions of rules ask about a verb group; what few of them ask is looked at when asked."""

    __slots__ = (
        "_core", "_field", "_object", "_object_end", "_subject", "_text", "clause", "first", "object_empty",
        "predicate",
    )  # fmt: skip

    clause: Clause
    predicate: Predicate
    first: int
    """Where the subject begins."""
    object_empty: bool
    """Whether the verb has no object, or only a particle's."""

    def __init__(self, clause: Clause, predicate: Predicate) -> None:
        end = predicate.end
        self.clause, self.predicate = clause, predicate
        self.first = subject_start(clause, predicate)
        self._object_end = end if is_time(clause, end) else object_end(clause, end)
        particle = end > predicate.verb + 1 and clause.lowers[end - 1] in _GOALS
        self.object_empty = particle or self._object_end <= end
        self._core: int | None = None
        self._subject: frozenset[str] | None = None
        self._object: frozenset[str] | None = None
        self._field: tuple[str, ...] | None = None
        self._text: str | None = None

    @property
    def core(self) -> int:
        """Where the subject's core ends."""
        if self._core is None:
            self._core = _subject_end(self.clause, self.first, self.predicate.begin)
        return self._core

    @property
    def subject(self) -> frozenset[str]:
        """The classes of the subject."""
        if self._subject is None:
            clause, core = self.clause, self.core
            self._subject = classes(clause, self.first, core) or classes(
                clause, core + 1, self.predicate.begin
            )
        return self._subject

    @property
    def object(self) -> frozenset[str]:
        """The classes of the object, which is the subject of a passive."""
        if self.predicate.passive:
            return self.subject
        if self._object is None:
            self._object = classes(self.clause, self.predicate.end, self._object_end)
        return self._object

    @property
    def named(self) -> bool:
        """Whether the object is somebody with a name (a capital letter at its head)."""
        clause, passive = self.clause, self.predicate.passive
        first, last = (
            (self.first, self.predicate.begin) if passive else (self.predicate.end, self._object_end)
        )
        return any(word.capital for word in clause.row[max(first, clause.low + 1) : min(last, clause.high)])

    @property
    def before(self) -> tuple[str, ...]:
        """The words before the verb group, lower case."""
        return self.clause.words.lowers[self.first : self.predicate.begin]

    @property
    def behind(self) -> tuple[str, ...]:
        """The words from the verb on."""
        return self.clause.words.lowers[self.predicate.verb : self.clause.high]

    @property
    def agent(self) -> tuple[str, ...]:
        """The words of the one who acts: the subject's core, or what stands after "by"."""
        if not self.predicate.passive:
            return self.clause.words.lowers[self.first : self.core]
        behind = self.behind
        return behind[behind.index("by") + 1 :] if "by" in behind else ()

    def stands(self, phrases: Phrases) -> bool:
        """Say whether one of the phrases stands behind the verb (in the passive, in the clause)."""
        if self._field is None:
            self._field = self._asked()
        if not phrases.words.isdisjoint(self._field):
            return True
        if not phrases.longer:
            return False
        if self._text is None:
            self._text = f" {' '.join(self._field)} "
        return phrases.run_in(self._text)

    def _asked(self) -> tuple[str, ...]:
        """Return the words that conditions are asked of: in the passive, those before the verb too."""
        alone = self.predicate.lemma != "take place" and not self.predicate.passive
        behind = self.behind
        return behind if alone and not _STOP.issuperset(behind) else (*self.before, "", *behind)


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
        if not word.turning:
            continue
        if word.lower in {",", "("} or (word.lower != "of" and not word.classes.isdisjoint(_CLOSING)):
            return place
        if "ing" in word.tenses and clause.is_gerund(place):
            return place
    return begin
