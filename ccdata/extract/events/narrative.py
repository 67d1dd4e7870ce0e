"""The dated sentences of the narrative, and which entry of their day each fits best.

date     = printed, or counted from the day told before in the paragraph ("The next day, ...")
fit      = persons and bodies in common, words in common that are neither names nor grammar, states
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ccdata.authority import load_authority
from ccdata.document.dates import DateMatch
from ccdata.document.model import Placed
from ccdata.extract.cast import Cast
from ccdata.extract.events.dates import days_in
from ccdata.extract.events.related import counts_days, told_later
from ccdata.extract.events.stretch import Ordered
from ccdata.extract.events.words import lexeme
from ccdata.extract.naming import Naming
from ccdata.extract.sentences import sentences
from ccdata.records.dates import DateInterval
from ccdata.records.spans import Span
from ccdata.source.clean import Block

_LONGEST_LABEL = 7
"""Days: a longer label names no day that a passage could share."""
_DAYS_OF_ONE = 3
"""So many days of one sentence count."""
_MOST_OF_DAY = 40
"""So many entries of one day are compared."""
_BEHIND, _OPENING, _HEAD = 3, 40, 12
"""How many sentences may go on, and how many characters open a sentence, or hold its first name."""
_LETTERS = re.compile(r"[^\W\d_]{5,}")
_GOES_ON = re.compile(
    r"(?:They|The two (?:sides|leaders|ministers|presidents|diplomats|officials|countries)|"
    r"Both (?:sides|leaders)|(?:In|During|At|After) (?:the|their|this) (?:\w+ )?"
    r"(?:call|conversation|meeting|talks|summit|visit|talk|session))\b"
)


class Next(NamedTuple):
    """A sentence without a date behind one that has one."""

    start: int
    end: int
    goes_on: bool
    """Whether it plainly tells of the same act ("During the call, they ...")."""
    first: frozenset[str]
    """The actors it begins with."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the narrative with a date of its own."""

    days: DateInterval
    counted: bool
    """Whether the day is counted from one told before."""
    block: Block
    start: int
    end: int
    following: tuple[Next, ...]
    """The sentences behind it, up to the next date."""
    actors: frozenset[str]
    words: frozenset[str]
    """Its words, lower case."""
    best: frozenset[int] = frozenset()
    """The entries of its day that it fits best, by ordinal."""
    own: frozenset[str] = frozenset()
    """The persons and bodies in it that one entry of the day alone names."""

    @property
    def span(self) -> Span:
        """The sentence's span."""
        return self.block.span(self.start, self.end)


class Told(NamedTuple):
    """What an entry tells, as far as a sentence can be compared with it."""

    ordinal: int
    persons: frozenset[str]
    states: frozenset[str]
    content: frozenset[str]

    def fit(self, sentence: Sentence) -> int:
        """Return how well a sentence fits: a person counts more than words, words more than a state."""
        persons, states = self.persons & sentence.actors, self.states & sentence.actors
        return 3 * len(persons) + 2 * len(self.content & sentence.words) + len(states)


def is_short(label: DateInterval) -> bool:
    """Say whether a label names days that a passage can share."""
    return (label.end - label.start).days <= _LONGEST_LABEL


def content(text: str) -> frozenset[str]:
    """Return the words of a text that are neither names nor grammar."""
    words = {word for word in _LETTERS.findall(text) if word.islower()}
    return frozenset(word for word in words if not lexeme(word).classes)


def states_among(actors: frozenset[str]) -> frozenset[str]:
    """Return the states among some actors."""
    known = load_authority().actors
    return frozenset(name for name in actors if name in known and known[name].kind == "country")


def dated_sentences(placed: Sequence[Placed], cast: Cast) -> tuple[Sentence, ...]:
    """Return the sentences of the narrative that have a day of an entry's, by their first day.

    A date without a year has that of the article's entries.
    """
    labels = [item.entry.label.date.interval for item in placed if item.entry and item.entry.label]
    year, told = _year(labels), _days(labels)
    found = [
        sentence
        for number, item in enumerate(placed)
        if item.entry is None and item.place in {"body", "abstract"}
        for sentence in _dated(number, item, cast, year, told)
    ]
    found.sort(key=lambda s: (s.days.start, s.block.range(s.start, s.end)[0]))
    entries = _entries(placed, cast, {sentence.days.start for sentence in found})
    return tuple(_matched(sentence, entries.get(sentence.days.start, ())) for sentence in found)


def _entries(placed: Sequence[Placed], cast: Cast, days: set[dt.date]) -> Mapping[dt.date, list[Told]]:
    """Return the entries of each of some days."""
    found: dict[dt.date, list[Told]] = {day: [] for day in days}
    for number, item in enumerate(placed):
        label = item.entry.label.date.interval if item.entry and item.entry.label else None
        if item.entry is None or label is None or not is_short(label):
            continue
        shared = [day for day in _each_day(label) if day in found and len(found[day]) < _MOST_OF_DAY]
        if shared:
            namings = (*cast.namings(number), *cast.references(number))
            actors = frozenset(naming.actor_id for naming in namings if naming.actor_id)
            states = states_among(actors)
            told = Told(item.entry.ordinal, actors - states, states, content(item.block.text))
            for day in shared:
                found[day].append(told)
    return found


def _matched(sentence: Sentence, entries: Sequence[Told]) -> Sentence:
    """Say which entries of its day a sentence fits best."""
    fits = [(told.fit(sentence), told.ordinal) for told in entries]
    most = max((fit for fit, _ in fits), default=0)
    named = Counter(name for told in entries for name in told.persons & sentence.actors)
    own = frozenset(name for name, count in named.items() if count == 1)
    return replace(sentence, best=frozenset(ordinal for fit, ordinal in fits if fit == most), own=own)


def _year(labels: Sequence[DateInterval | None]) -> int | None:
    """Return the year of all entries; None where they stand in more than one."""
    years = {label.start.year for label in labels if label}
    return years.pop() if len(years) == 1 else None


def _days(labels: Sequence[DateInterval | None]) -> frozenset[dt.date]:
    """Return the days that entries are of."""
    return frozenset(day for label in labels if label and is_short(label) for day in _each_day(label))


def _each_day(label: DateInterval) -> Iterator[dt.date]:
    return map(dt.date.fromordinal, range(label.start.toordinal(), label.end.toordinal() + 1))


def _dated(
    number: int, item: Placed, cast: Cast, year: int | None, told: frozenset[dt.date]
) -> list[Sentence]:
    """Return the sentences of a paragraph that have a day of an entry's."""
    text = item.block.text
    days = days_in(text, year=year)
    named = any(day.interval and day.interval.start in told for day in days)
    if not named and not (days and counts_days(text)):
        return []
    found: list[Sentence] = []
    dates = Ordered(days, lambda match: match.start)
    namings = Ordered((*cast.namings(number), *cast.references(number)), lambda naming: naming.start)
    cuts, anchor = sentences(text), None
    for place, (start, end) in enumerate(cuts):
        inside = [m.interval for m in dates.between(start, end) if m.interval]
        counted = not inside
        if counted and anchor is not None:
            later = told_later(text[start : min(end, start + _OPENING)], anchor)
            inside = [later] if later else []
        if not inside:
            continue
        anchor = inside[-1]
        inside = [days for days in inside[:_DAYS_OF_ONE] if days.start in told]
        if inside:
            actors = frozenset(n.actor_id for n in namings.between(start, end) if n.actor_id)
            behind = tuple(_following(text, cuts[place + 1 : place + 1 + _BEHIND], dates, namings))
            words = frozenset(text[start:end].lower().replace(",", " ").replace(".", " ").split())
            found += [Sentence(d, counted, item.block, start, end, behind, actors, words) for d in inside]
    return found


def _following(
    text: str, cuts: Sequence[tuple[int, int]], dates: Ordered[DateMatch], namings: Ordered[Naming]
) -> Iterator[Next]:
    """Yield the sentences up to the next date."""
    for start, end in cuts:
        if dates.between(start, end):
            return
        goes_on = _GOES_ON.match(text, start) is not None
        first = namings.between(start, start + _HEAD)
        yield Next(start, end, goes_on, frozenset(n.actor_id for n in first if n.actor_id))
