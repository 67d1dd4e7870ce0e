"""Where the narrative tells what an entry records.

    passage  = a sentence of the narrative with the entry's day that fits no other entry of it better, and
                 one of its acting persons or bodies (two on a day that is only counted), or two of its acting
                   states, and an act of the same type or medium
               | words in common that are neither names nor grammar: two, or one and such an act
               | one of its acting persons or bodies whom no other entry of the day names
    goes on  = the sentences right behind that plainly tell of the same act, or of a call begin with a caller
Precision before recall: a sentence that lacks one of the three is none.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ccdata.authority.triggers import load_triggers
from ccdata.document.model import Placed
from ccdata.extract.cast import Cast
from ccdata.extract.events.coding import Code
from ccdata.extract.events.narrative import Sentence, content, dated_sentences, is_short, states_among
from ccdata.records.dates import DateInterval
from ccdata.records.shapes import EventActor, Passage

_MOST = 8
_SPOKEN = frozenset({"phone", "video"})
_ALIKE = 2
"""So many words in common with the entry show the same act."""
_SHOWN = 3
"""So many of them are named as evidence."""
_NEAREST = 200
"""So many sentences of an entry's days are looked at."""
_NOUNS = {
    "CONSULT": frozenset({"meeting", "visit"}),
    "COOPERATE": frozenset({"exercise", "patrol", "missile"}),
    "MOBILIZE": frozenset({"exercise", "patrol", "missile"}),
}
"""The classes of nouns that show a type."""


class _Entry(NamedTuple):
    """What an event's entry tells."""

    ordinal: int
    persons: frozenset[str]
    """The persons and bodies that act."""
    states: frozenset[str]
    """The states that act."""
    named: frozenset[str]
    """Everybody named."""
    code: Code
    content: frozenset[str]


@dataclass(frozen=True, slots=True)
class Narrative:
    """The dated sentences of the narrative, by their first day."""

    dated: tuple[Sentence, ...]
    starts: tuple[dt.date, ...]

    def passages(
        self, ordinal: int, label: DateInterval | None, actors: Sequence[EventActor], code: Code, text: str
    ) -> tuple[Passage, ...]:
        """Return the sentences that tell an event."""
        if label is None or not is_short(label):
            return ()
        first, last = bisect_left(self.starts, label.start), bisect_right(self.starts, label.end)
        if first == last:
            return ()
        entry = _entry(ordinal, actors, code, text)
        found: list[Passage] = []
        for sentence in self.dated[first : min(last, first + _NEAREST)]:
            if len(found) >= _MOST:
                break
            evidence = _evidence(sentence, entry)
            if evidence and sentence.days.end <= label.end:
                found.append(Passage(span=sentence.span, evidence=evidence))
                told = entry.persons if code.medium in _SPOKEN else frozenset[str]()
                found += _continued(sentence, told, evidence)
        first_of_each = {passage.span.start: passage for passage in reversed(found)}
        return tuple(first_of_each[start] for start in sorted(first_of_each))


def read_narrative(placed: Sequence[Placed], cast: Cast) -> Narrative:
    """Read the dated sentences of the narrative."""
    found = dated_sentences(placed, cast)
    return Narrative(found, tuple(sentence.days.start for sentence in found))


def _entry(ordinal: int, actors: Sequence[EventActor], code: Code, text: str) -> _Entry:
    acting = frozenset(a.actor_id for a in actors if a.role != "mentioned" and a.actor_id)
    states = states_among(acting)
    named = frozenset(a.actor_id for a in actors if a.actor_id)
    return _Entry(ordinal, acting - states, states, named, code, content(text))


def _continued(sentence: Sentence, persons: frozenset[str], evidence: str) -> Iterator[Passage]:
    """Yield the sentences behind that go on telling the same act."""
    for following in sentence.following:
        if not following.goes_on and not persons & following.first:
            return
        span = sentence.block.span(following.start, following.end)
        yield Passage(span=span, evidence=f"continues; {evidence}")


def _evidence(sentence: Sentence, entry: _Entry) -> str | None:
    """Return the day, the actors and the act that a sentence shares with an entry, if it tells the same."""
    if entry.ordinal not in sentence.best:
        return None
    persons, states = entry.persons & sentence.actors, entry.states & sentence.actors
    act = _same_act(sentence.words, entry.code) if persons or states else None
    enough = len(persons | states) > 1 or (persons and not sentence.counted)
    shown = act if enough else None
    if shown is None:
        shown = _alike(sentence, entry, act)
    if shown is None and persons & sentence.own and not sentence.counted:
        shown = "no other entry of the day names them"
    if shown is None:
        return None
    shared = sorted(persons or states or entry.named & sentence.actors)
    names = [", ".join(name.removeprefix("actor:") for name in shared)] if shared else []
    return "; ".join((f"date {sentence.days.edtf}", *names, shown))


def _alike(sentence: Sentence, entry: _Entry, act: str | None) -> str | None:
    """Return the words of an entry in a sentence of one day, where they show the same act.

    They do not where both name persons or bodies, and none in common.
    """
    alike = sorted(entry.content & sentence.words)
    enough = len(alike) >= _ALIKE or (alike and act is not None)
    if not enough or sentence.days.precision != "day":
        return None
    strange = not entry.named & sentence.actors and _persons(entry.named) and _persons(sentence.actors)
    return None if strange else ", ".join(alike[:_SHOWN])


def _persons(actors: frozenset[str]) -> frozenset[str]:
    return actors - states_among(actors)


def _same_act(words: frozenset[str], code: Code) -> str | None:
    """Return the word that shows the same channel or the same kind of act."""
    triggers = load_triggers()
    channel = sorted(triggers.words.get(f"channels.{code.medium}", frozenset()) & words)
    if channel:
        return channel[0]
    nouns = _NOUNS.get(code.type or "", frozenset())
    return next((word for word in sorted(words) if _tells(word, code, nouns)), None)


def _tells(word: str, code: Code, nouns: frozenset[str]) -> bool:
    """Say whether a word is a verb of the same type, or one of the nouns."""
    triggers = load_triggers()
    for lemma in triggers.lemmas(word):
        if any(rule.type == code.type and code.type for rule in triggers.rules.get(lemma, ())):
            return True
    return not nouns.isdisjoint(triggers.nouns.get(word, ()))
