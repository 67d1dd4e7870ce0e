"""The dates of one paragraph, sentence by sentence: printed ones, and those counted from another."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from ccdata.document.dates import DateMatch, find_dates
from ccdata.extract.naming import Naming
from ccdata.records import dates
from ccdata.records.dates import DateInterval
from ccdata.records.terms import DateBasis

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
}
_COUNT = rf"(?P<count>a|an|{'|'.join(_NUMBERS)}|\d{{1,2}})"
_LIGHT = "(?:morning|afternoon|evening|night)"
_PART = f"(?:day|{_LIGHT})"
_RELATIVE = re.compile(
    rf"\b(?:(?P<same>(?:on )?(?:(?:the|that) same {_PART}|that {_LIGHT}))"
    rf"|(?P<next>the (?:next|following) {_PART})"
    rf"|(?P<before>the (?:day before|previous {_PART}))"
    rf"|{_COUNT} (?P<unit>day|week)s? (?P<way>later|earlier|afterwards?))\b",
    re.IGNORECASE,
)
_NOT_SPOKEN = re.compile(
    r"(?:\b(?:from|since|until|till|by|to|of|for|the|between|through|after|before)|[(–-])\s*$", re.IGNORECASE
)
_GRACE = dt.timedelta(days=45)
_NEAR = 4
"""Dates looked at on either side of a place."""
_CLAUSE = 300
_begin = attrgetter("start")


class Dated(NamedTuple):
    """A date in a paragraph: its clean place, the interval, how it is known, whether words can have it."""

    start: int
    end: int
    interval: DateInterval
    basis: DateBasis
    spoken: bool


class Scene(NamedTuple):
    """The date of a sentence, who is named in it, and whether what follows is told of that day."""

    date: Dated
    actors: frozenset[str]
    sets: bool


class Calendar:
    """The dates of one block, unit by unit, read when asked for."""

    def __init__(
        self,
        text: str,
        units: Sequence[tuple[int, int]],
        namings: Sequence[Naming],
        period: tuple[dt.date, dt.date] | None,
    ) -> None:
        self.text = text
        self.units = units
        self.namings = namings
        self.period = period
        self._has_dates = _MAY_DATE.search(text) is not None or _MAY_COUNT.search(text) is not None
        self._known: dict[int, list[Dated]] = {}
        self._scenes: dict[int, Scene | None] = {}

    def near(self, unit: int, place: int) -> list[Dated]:
        """Return the dates around a place in a unit at which words can have been spoken."""
        dates = self.of(unit)
        if not dates:
            return []
        at = bisect_left(dates, place, key=_begin)
        return [date for date in dates[max(0, at - _NEAR) : at + _NEAR] if date.spoken]

    def scene(self, unit: int) -> Scene | None:
        """Return the last spoken date of a unit and who is named in it; null where it has none."""
        if not self._has_dates:
            return None
        if unit not in self._scenes:
            spoken = [date for date in self.of(unit) if date.spoken]
            self._scenes[unit] = self._scene(unit, spoken[-1]) if spoken else None
        return self._scenes[unit]

    def _scene(self, unit: int, date: Dated) -> Scene:
        start, end = self.units[unit]
        first, last = (bisect_left(self.namings, place, key=_begin) for place in (start, end))
        actors = frozenset(naming.actor_id for naming in self.namings[first:last] if naming.actor_id)
        own = date.interval.precision in _SCENES and not self.is_of_relative(unit, date)
        return Scene(date, actors, sets=own)

    def is_of_relative(self, unit: int, date: Dated) -> bool:
        """Say whether a date is that of a relative clause: "Kim, who came in May, ..."."""
        start = max(self.units[unit][0], date.start - _CLAUSE)
        return _RELATIVE_CLAUSE.search(self.text, start, date.start) is not None

    def of(self, unit: int) -> list[Dated]:
        """Return the dates of a unit in order; relative ones count from the last one before them."""
        if not self._has_dates:
            return []
        if unit not in self._known:
            self._known[unit] = list(self._read(unit))
        return self._known[unit]

    def _read(self, unit: int) -> Iterator[Dated]:
        start, end = self.units[unit]
        text = self.text[start:end]
        found: list[tuple[int, int, DateInterval | re.Match[str] | None]] = []
        if _MAY_DATE.search(text):
            found += [(match.start, match.end, interval) for match, interval in _absolute(text, self.period)]
        if _MAY_COUNT.search(text):
            found += [(m.start(), m.end(), m) for m in _RELATIVE.finditer(text)]
        last: DateInterval | None = None
        for first, stop, match in sorted(found, key=lambda one: one[:2]):
            basis = _COUNTED if isinstance(match, re.Match) else _EXPLICIT
            interval = _counted(match, last or self._before(unit)) if isinstance(match, re.Match) else match
            if interval is not None:
                last = interval
                spoken = _NOT_SPOKEN.search(text[max(0, first - 12) : first]) is None
                yield Dated(start + first, start + stop, interval, basis, spoken)

    def _before(self, unit: int) -> DateInterval | None:
        """Return the last date of the units before, as far back as a paragraph reaches."""
        for earlier in range(unit - 1, max(-1, unit - 1 - _BACK), -1):
            known = self.of(earlier)
            if known:
                return known[-1].interval
        return None


_EXPLICIT: DateBasis = "explicit"
_COUNTED: DateBasis = "relative"
_BACK = 6
_SCENES = frozenset({"day", "range", "month", "part_of_month"})
_RELATIVE_CLAUSE = re.compile(r"(?:, (?:which|who|whose|where|when)| who) [^,]{0,200}$")
_MAY_DATE = re.compile(
    "[0-9ADFJMNOS](?:(?<=[0-9])|(?:an(?:uary)?|eb(?:r(?:uary)?)?|ar(?:ch)?|pr(?:il)?|ay|une?|uly?|ug(?:ust)?"
    "|ep(?:t(?:ember)?)?|ct(?:ober)?|ov(?:ember)?|ec(?:ember)?)(?![a-z])"
    "|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC)"
)
"""A digit or a month: a date holds one or the other."""
_MAY_COUNT = re.compile("day|week|morning|afternoon|evening|night")


def _absolute(
    text: str, period: tuple[dt.date, dt.date] | None
) -> Iterator[tuple[DateMatch, DateInterval | None]]:
    """Yield the dates printed; one without a year is the latest that is not after the period."""
    last = period[1] if period else None
    earlier: dict[int, DateInterval | None] | None = None
    for match in find_dates(text, year=last.year if last else None):
        if (
            match.has_year
            or last is None
            or (match.interval is not None and match.interval.start <= last + _GRACE)
        ):
            yield match, match.interval
        else:
            if earlier is None:
                earlier = {again.start: again.interval for again in find_dates(text, year=last.year - 1)}
            yield match, earlier.get(match.start)


def _counted(match: re.Match[str], last: DateInterval | None) -> DateInterval | None:
    if last is None or last.precision != "day":
        return None
    day = last.start + _step(match)
    return dates.day(day.year, day.month, day.day)


def _step(match: re.Match[str]) -> dt.timedelta:
    if match["same"]:
        return dt.timedelta(0)
    if match["next"] or match["before"]:
        return dt.timedelta(days=1 if match["next"] else -1)
    count = match["count"].lower()
    number = _NUMBERS.get(count) or (int(count) if count.isdigit() else 1)
    days = number * (7 if match["unit"].lower() == "week" else 1)
    return dt.timedelta(days=days if match["way"].lower() != "earlier" else -days)
