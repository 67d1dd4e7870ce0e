"""The year of a label that prints none.

It comes from the heading of a month or a year that stands above it; else from the period in the
chronology's heading; else from the label before: a jump of more than half a year
backward is the turn of the year (forward, in a list that runs newest first). The first label has none
before it: it takes the year that lies nearest before the month of the issue.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

_HALF_YEAR = 6


@dataclass(slots=True)
class YearKeeper:
    """Gives a year to each label in turn; `last` is the label before, `period` the heading's."""

    period: tuple[dt.date, dt.date] | None
    fallback: tuple[int, int] | None = None
    last: tuple[int, int] | None = None
    stated: tuple[int, int | None] | None = None
    """The year, and the month, of the heading that stands above the label."""

    def year_for(self, month: int | None) -> int | None:
        """Return the year of a label in this month; None where nothing tells."""
        if month is None:
            return None
        if self.stated is not None:
            year, above = self.stated
            return year if above is None else _nearest((year, above), month)
        if self.period is not None:
            inside = [year for year in _years(self.period) if _holds(self.period, year, month)]
            if inside:
                return inside[0]
        if self.last is not None:
            return _nearest(self.last, month)
        if self.period is not None:
            return self.period[1].year
        return _nearest(self.fallback, month) if self.fallback is not None else None

    def state(self, year: int | None, month: int | None) -> None:
        """Take a heading's year; a month alone takes the year that a label would."""
        known = year if year is not None else self.year_for(month)
        self.stated = None if known is None else (known, month)

    def note(self, date: dt.date) -> None:
        """Remember the label that was read last."""
        self.last = (date.year, date.month)


def _years(period: tuple[dt.date, dt.date]) -> range:
    return range(period[0].year, period[1].year + 1)


def _holds(period: tuple[dt.date, dt.date], year: int, month: int) -> bool:
    first, last = period
    return (first.year, first.month) <= (year, month) <= (last.year, last.month)


def _nearest(last: tuple[int, int], month: int) -> int:
    year, before = last
    if month < before - _HALF_YEAR:
        return year + 1
    if month > before + _HALF_YEAR:
        return year - 1
    return year
