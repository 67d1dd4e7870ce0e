"""When words were spoken: only where the text says so.

explicit   a date in the quotation's own sentence, outside its words; in the chronology the entry's label
relative   "the next day", "three days later", counted from the last date of the paragraph
context    the date of a sentence before: the same speaker goes on, or it sets the scene
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ccdata.document.dates import DateMatch, find_dates
from ccdata.document.model import Placed
from ccdata.extract.naming import Naming
from ccdata.extract.quotes.quotation import Quotation
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
_NEW_CLAUSE = re.compile(r", (?:and|but|while) |;")
_GRACE = dt.timedelta(days=45)


class Dated(NamedTuple):
    """A date in a paragraph: its clean place, the interval, how it is known, whether words can have it."""

    start: int
    end: int
    interval: DateInterval
    basis: DateBasis
    spoken: bool


def period_of(placed: Sequence[Placed]) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of the chronology's labels."""
    found = [
        p.entry.label.date.interval
        for p in placed
        if p.entry and p.entry.label and p.entry.label.date.interval
    ]
    if not found:
        return None
    return min(one.start for one in found), max(one.end for one in found)


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
        self._known: dict[int, list[Dated]] = {}

    def actors(self, unit: int) -> set[str]:
        """Return who is named in a unit."""
        start, end = self.units[unit]
        return {n.actor_id for n in self.namings if start <= n.start < end and n.actor_id}

    def of(self, unit: int) -> list[Dated]:
        """Return the dates of a unit in order; relative ones count from the last one before them."""
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
_SCENE = 3
_SCENES = frozenset({"day", "range", "month", "part_of_month"})
_RELATIVE_CLAUSE = re.compile(r"(?:, (?:which|who|whose|where|when)| who) [^,]{0,200}$")
_MAY_DATE = re.compile(
    "[0-9ADFJMNOS](?:(?<=[0-9])|an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC)"
)
"""A digit or the head of a month: a date holds one or the other."""
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


def date_quotations(
    found: Sequence[Quotation],
    placed: Placed,
    units: Sequence[tuple[int, int]],
    namings: Sequence[Naming],
    period: tuple[dt.date, dt.date] | None,
) -> None:
    """Date the credited quotations of one block."""
    if not any(quotation.speakers for quotation in found):
        return
    known = Calendar(_outside(placed.block.text, found), units, namings, period)
    quoting = {quotation.unit for quotation in found}
    running = placed.place != "citation"
    last: tuple[frozenset[str], int, Dated] | None = None
    for quotation in found:
        if not quotation.speakers:
            continue
        own = _own(quotation, known)
        if own is not None:
            _set(quotation, own.interval, own.basis, (own.start, own.end))
        elif placed.entry is not None:
            _from_label(quotation, placed)
        else:
            own = _from_before(quotation, last, known, quoting) if running else None
            if own is not None:
                _set(quotation, own.interval, "context", (own.start, own.end))
        if own is not None:
            last = (quotation.actors, quotation.unit, own)


def _outside(text: str, found: Sequence[Quotation]) -> str:
    """Blank what stands between marks, letter for letter: dates inside the words are not theirs."""
    pieces, place = [], 0
    for quotation in found:
        if quotation.pair.start >= place:
            pieces += [text[place : quotation.pair.start], "#" * (quotation.pair.end - quotation.pair.start)]
            place = quotation.pair.end
    return "".join([*pieces, text[place:]])


def _own(quotation: Quotation, known: Calendar) -> Dated | None:
    """Return the date in the quotation's sentence that is nearest to its cue, none of another clause."""
    here = [date for date in known.of(quotation.unit) if date.spoken]
    cue = quotation.cue.start if quotation.cue is not None else quotation.pair.start
    if quotation.kind == "title":  # "his 2009 book"
        here = [date for date in here if date.interval.precision != "year"]
    here = [date for date in here if not _parted(known.text, known.units[quotation.unit][0], date, cue)]
    if not here:
        return None
    return min(here, key=lambda d: min(abs(d.start - cue), abs(d.end - cue)))


def _parted(text: str, start: int, date: Dated, cue: int) -> bool:
    """Say whether a date is another clause's: "in 2012, and Kim said", "Kim, who came in May, said"."""
    between = text[min(date.end, cue) : max(date.start, cue)]
    if date.interval.precision == "year" and _NEW_CLAUSE.search(between):
        return True
    return date.end < cue and "," in between and _RELATIVE_CLAUSE.search(text, start, date.start) is not None


def _from_label(quotation: Quotation, placed: Placed) -> None:
    label = placed.entry.label if placed.entry else None
    if label is not None and label.date.interval is not None:
        quotation.date_edtf, quotation.date_basis = label.date.interval.edtf, "explicit"


def _from_before(
    quotation: Quotation, last: tuple[frozenset[str], int, Dated] | None, known: Calendar, quoting: set[int]
) -> Dated | None:
    """Return the date of the sentence before with the same speaker, or the one that governs the passage.

    A sentence that quotes nobody and tells what happened on a day sets the scene: "They met on May 3. Kim
    said ..." is dated, and so is what the persons named in it say later on, though not what they had said.
    `quoting` are the units with words in them.
    """
    if last is not None and last[0] == quotation.actors and quotation.unit - last[1] <= 1:
        return last[2]
    if not all(s.naming is not None and s.naming.kind == "person" for s in quotation.speakers):
        return None
    if quotation.cue is not None and known.text.endswith("had ", 0, quotation.cue.start):
        return None
    for unit in range(quotation.unit - 1, max(-1, quotation.unit - 1 - _SCENE), -1):
        here = [date for date in known.of(unit) if date.spoken]
        if here:
            near = unit == quotation.unit - 1 or bool(known.actors(unit) & quotation.actors)
            sets = unit not in quoting and near and _sets_scene(known, unit, here[-1])
            return here[-1] if sets else None
    return None


def _sets_scene(known: Calendar, unit: int, date: Dated) -> bool:
    """Say whether a date is that of its sentence: no year, none of a relative clause."""
    before = known.text[known.units[unit][0] : date.start]
    return date.interval.precision in _SCENES and _RELATIVE_CLAUSE.search(before) is None


def _set(quotation: Quotation, interval: DateInterval, basis: DateBasis, place: tuple[int, int]) -> None:
    quotation.date_edtf, quotation.date_basis, quotation.date_place = interval.edtf, basis, place
