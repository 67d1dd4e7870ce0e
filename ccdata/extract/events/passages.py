"""Where the narrative tells what an entry records.

    passage  = a sentence of the narrative with the entry's date, one of its acting persons or bodies
               (or two of its acting states), and an act of the same type or medium
             | with the date, an actor, and several words of the entry that are neither names nor grammar
    date     = printed, or counted from the day told before in the paragraph ("The next day, ...")
    goes on  = the sentences right behind that plainly tell of the same act, or of a call begin with a caller
Precision before recall: a sentence that lacks one of the three is none.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ccdata.authority import load_authority
from ccdata.authority.triggers import load_triggers
from ccdata.document.dates import DateMatch
from ccdata.document.model import Placed
from ccdata.extract.cast import Cast
from ccdata.extract.events.coding import Code
from ccdata.extract.events.dates import days_in
from ccdata.extract.events.related import counts_days, told_later
from ccdata.extract.events.stretch import Ordered
from ccdata.extract.events.words import lexeme
from ccdata.extract.naming import Naming
from ccdata.extract.sentences import sentences
from ccdata.records.dates import DateInterval
from ccdata.records.shapes import EventActor, Passage
from ccdata.records.spans import Span
from ccdata.source.clean import Block

_LONGEST_LABEL = 7
"""Days: a longer label names no day that a passage could share."""
_MOST = 8
_DAYS_OF_ONE = 3
"""So many days of one sentence count."""
_SPOKEN = frozenset({"phone", "video"})
_ALIKE = 3
"""So many words in common with the entry show the same act; one more where only a state is shared."""
_BEHIND, _OPENING, _HEAD = 3, 40, 12
"""How many sentences may go on, and how many characters open a sentence, or hold its first name."""
_LETTERS = re.compile(r"[^\W\d_]{5,}")
_NEAREST = 200
"""So many sentences of an entry's days are looked at."""
_GOES_ON = re.compile(
    r"(?:They|The two (?:sides|leaders|ministers|presidents|diplomats|officials|countries)|"
    r"Both (?:sides|leaders)|(?:In|During|At|After) (?:the|their|this) (?:\w+ )?"
    r"(?:call|conversation|meeting|talks|summit|visit|talk|session))\b"
)


class _Next(NamedTuple):
    """A sentence without a date behind one that has one."""

    start: int
    end: int
    goes_on: bool
    """Whether it plainly tells of the same act ("During the call, they ...")."""
    first: frozenset[str]
    """The actors it begins with."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the narrative with a date of its own."""

    days: DateInterval
    block: Block
    start: int
    end: int
    following: tuple[_Next, ...]
    """The sentences behind it, up to the next date."""
    actors: frozenset[str]

    @property
    def span(self) -> Span:
        """The sentence's span."""
        return self.block.span(self.start, self.end)

    @property
    def words(self) -> frozenset[str]:
        """The sentence's words, lower case."""
        text = self.block.text[self.start : self.end].lower()
        return frozenset(text.replace(",", " ").replace(".", " ").split())


@dataclass(frozen=True, slots=True)
class Narrative:
    """The dated sentences of the narrative, by their first day."""

    dated: tuple[_Sentence, ...]
    starts: tuple[dt.date, ...]

    def passages(
        self, label: DateInterval | None, actors: Sequence[EventActor], code: Code, text: str
    ) -> tuple[Passage, ...]:
        """Return the sentences that tell an event."""
        if label is None or not _is_short(label):
            return ()
        first, last = bisect_left(self.starts, label.start), bisect_right(self.starts, label.end)
        if first == last:
            return ()
        acting = {a.actor_id: a.method for a in actors if a.role != "mentioned" and a.actor_id}
        states = _states(actors)
        persons, content = set(acting) - states, _content(text)
        found: list[Passage] = []
        for sentence in self.dated[first : min(last, first + _NEAREST)]:
            if len(found) >= _MOST:
                break
            evidence = _evidence(sentence, persons, set(acting) & states, code, content)
            if evidence and sentence.days.end <= label.end:
                found.append(Passage(span=sentence.span, evidence=evidence))
                told = persons if code.medium in _SPOKEN else set[str]()
                found += _continued(sentence, told, evidence)
        first_of_each = {passage.span.start: passage for passage in reversed(found)}
        return tuple(first_of_each[start] for start in sorted(first_of_each))


def _continued(sentence: _Sentence, persons: set[str], evidence: str) -> Iterator[Passage]:
    """Yield the sentences behind that go on telling the same act."""
    for following in sentence.following:
        if not following.goes_on and not persons & following.first:
            return
        span = sentence.block.span(following.start, following.end)
        yield Passage(span=span, evidence=f"continues; {evidence}")


def _content(text: str) -> frozenset[str]:
    """Return the words of a text that are neither names nor grammar."""
    words = {word for word in _LETTERS.findall(text) if word.islower()}
    return frozenset(word for word in words if not lexeme(word).classes)


def _states(actors: Sequence[EventActor]) -> set[str]:
    known = load_authority().actors
    named = (a.actor_id for a in actors if a.actor_id)
    return {name for name in named if name in known and known[name].kind == "country"}


def _evidence(
    sentence: _Sentence, persons: set[str], states: set[str], code: Code, content: frozenset[str]
) -> str | None:
    named = persons & sentence.actors
    shared = sorted(named) or sorted(states & sentence.actors)
    enough = bool(named) or len(states & sentence.actors) > 1
    act = _same_act(sentence.words, code) if enough else None
    if act is None and shared and sentence.days.precision == "day":
        alike = sorted(content & sentence.words)
        act = ", ".join(alike[:_ALIKE]) if len(alike) >= (_ALIKE if named else _ALIKE + 1) else None
    if act is None:
        return None
    return f"date {sentence.days.edtf}; {', '.join(name.removeprefix('actor:') for name in shared)}; {act}"


def _same_act(words: frozenset[str], code: Code) -> str | None:
    """Return the word that shows the same channel or the same kind of act."""
    triggers = load_triggers()
    channel = sorted(triggers.words.get(f"channels.{code.medium}", frozenset()) & words)
    if channel:
        return channel[0]
    for word in sorted(words):
        for lemma in triggers.lemmas(word):
            if any(rule.type == code.type and code.type for rule in triggers.rules.get(lemma, ())):
                return word
        if code.type == "CONSULT" and triggers.nouns.get(word, frozenset()) & {"meeting", "visit"}:
            return word
        if code.type in {"COOPERATE", "MOBILIZE"} and triggers.nouns.get(word, frozenset()) & {
            "exercise",
            "patrol",
            "missile",
        }:
            return word
    return None


def read_narrative(placed: Sequence[Placed], cast: Cast) -> Narrative:
    """Read the dated sentences of the narrative; a date without a year has that of the article's entries."""
    labels = [item.entry.label.date.interval for item in placed if item.entry and item.entry.label]
    year, told = _year(labels), _days(labels)
    found = [
        s
        for number, item in enumerate(placed)
        if item.entry is None and item.place in {"body", "abstract"}
        for s in _dated(number, item, cast, year, told)
    ]
    found.sort(key=lambda s: (s.days.start, s.block.range(s.start, s.end)[0]))
    return Narrative(tuple(found), tuple(s.days.start for s in found))


def _year(labels: Sequence[DateInterval | None]) -> int | None:
    """Return the year of all entries; None where they stand in more than one."""
    years = {label.start.year for label in labels if label}
    return years.pop() if len(years) == 1 else None


def _days(labels: Sequence[DateInterval | None]) -> frozenset[dt.date]:
    """Return the days that entries are of."""
    short = [label for label in labels if label and _is_short(label)]
    numbers = {n for label in short for n in range(label.start.toordinal(), label.end.toordinal() + 1)}
    return frozenset(map(dt.date.fromordinal, numbers))


def _is_short(label: DateInterval) -> bool:
    return (label.end - label.start).days <= _LONGEST_LABEL


def _dated(
    number: int, item: Placed, cast: Cast, year: int | None, told: frozenset[dt.date]
) -> list[_Sentence]:
    """Return the sentences of a paragraph that have a day of an entry's."""
    text = item.block.text
    days = days_in(text, year=year)
    named = any(day.interval and day.interval.start in told for day in days)
    if not named and not (days and counts_days(text)):
        return []
    found: list[_Sentence] = []
    dates = Ordered(days, lambda match: match.start)
    namings = Ordered((*cast.namings(number), *cast.references(number)), lambda naming: naming.start)
    cuts, anchor = sentences(text), None
    for place, (start, end) in enumerate(cuts):
        inside = [m.interval for m in dates.between(start, end) if m.interval]
        if not inside and anchor is not None:
            later = told_later(text[start : min(end, start + _OPENING)], anchor)
            inside = [later] if later else []
        if not inside:
            continue
        anchor = inside[-1]
        inside = [days for days in inside[:_DAYS_OF_ONE] if days.start in told]
        if not inside:
            continue
        actors = frozenset(n.actor_id for n in namings.between(start, end) if n.actor_id)
        behind = tuple(_following(text, cuts[place + 1 : place + 1 + _BEHIND], dates, namings))
        found += [_Sentence(days, item.block, start, end, behind, actors) for days in inside]
    return found


def _following(
    text: str, cuts: Sequence[tuple[int, int]], dates: Ordered[DateMatch], namings: Ordered[Naming]
) -> Iterator[_Next]:
    """Yield the sentences up to the next date."""
    for start, end in cuts:
        if dates.between(start, end):
            return
        goes_on = _GOES_ON.match(text, start) is not None
        first = namings.between(start, start + _HEAD)
        yield _Next(start, end, goes_on, frozenset(n.actor_id for n in first if n.actor_id))
