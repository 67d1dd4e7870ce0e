"""A date as this genre prints it: an interval of days, its precision, and its EDTF expression.

    early April 2020   2020-04-01/2020-04-10~    part_of_month
    mid-November 2020  2020-11-11~/2020-11-20~
    late 2019          2019-09~/2019-12          part_of_year
    winter 2019        2019-24                   season: December 2019 to February 2020

EDTF is ISO 8601-2:2019, level 1; the bounds of early, mid and late are our annotation rules.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from ccdata.records.terms import DatePrecision

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
_SEASON_LENGTH = 3
_POINT = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?~?")


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days from `start` to `end`, both included, with the EDTF that says how sure they are."""

    start: dt.date
    end: dt.date
    edtf: str
    precision: DatePrecision

    def __post_init__(self) -> None:
        if self.start > self.end:
            msg = f"the interval {self.start} to {self.end} runs backward"
            raise ValueError(msg)


def day(year: int, month: int, number: int) -> DateInterval:
    """Return one day. Raises ValueError where the calendar has none."""
    only = dt.date(year, month, number)
    return DateInterval(only, only, only.isoformat(), "day")


def days(start: dt.date, end: dt.date) -> DateInterval:
    """Return the days from start to end. Raises ValueError where they run backward."""
    if start == end:
        return day(start.year, start.month, start.day)
    return DateInterval(start, end, f"{start.isoformat()}/{end.isoformat()}", "range")


def month(year: int, number: int) -> DateInterval:
    """Return a whole month."""
    return DateInterval(dt.date(year, number, 1), last_day(year, number), f"{year:04d}-{number:02d}", "month")


def months(year: int, first: int, last_year: int, last: int) -> DateInterval:
    """Return the months from the first to the last, both whole."""
    edtf = f"{year:04d}-{first:02d}/{last_year:04d}-{last:02d}"
    return DateInterval(dt.date(year, first, 1), last_day(last_year, last), edtf, "range")


def part_of_month(part: str, year: int, number: int) -> DateInterval:
    """Return the `early` (1-10), `mid` (11-20) or `late` (21-end) part of a month."""
    final = last_day(year, number).day
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, final)}[part]
    start, end = dt.date(year, number, first), dt.date(year, number, last)
    return DateInterval(start, end, _fuzzy(part, start.isoformat(), end.isoformat()), "part_of_month")


def year(number: int) -> DateInterval:
    """Return a whole year."""
    return DateInterval(dt.date(number, 1, 1), dt.date(number, 12, 31), f"{number:04d}", "year")


def part_of_year(part: str, number: int) -> DateInterval:
    """Return the `early` (months 1-4), `mid` (5-8) or `late` (9-12) part of a year."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    edtf = _fuzzy(part, f"{number:04d}-{first:02d}", f"{number:04d}-{last:02d}")
    return DateInterval(dt.date(number, first, 1), last_day(number, last), edtf, "part_of_year")


def season(name: str, number: int) -> DateInterval:
    """Return a season (northern); a winter belongs to the year in which it begins."""
    code = SEASONS[name]
    first = _FIRST_MONTH[code]
    index = first - 1 + _SEASON_LENGTH - 1
    end = last_day(number + index // 12, index % 12 + 1)
    return DateInterval(dt.date(number, first, 1), end, f"{number:04d}-{code}", "season")


def last_day(year_number: int, month_number: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(year_number, month_number, calendar.monthrange(year_number, month_number)[1])


def _fuzzy(part: str, start: str, end: str) -> str:
    """Put the tilde on the edge that the word leaves open."""
    return f"{start}{'~' if part != 'early' else ''}/{end}{'~' if part != 'late' else ''}"


def bounds(edtf: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of an EDTF expression of the kinds we write.

    Raises ValueError for any other.
    """
    first, slash, last = edtf.partition("/")
    start, end = _point(first)
    return (start, _point(last)[1]) if slash else (start, end)


def _point(text: str) -> tuple[dt.date, dt.date]:
    """Read `YYYY`, `YYYY-MM`, `YYYY-SS` (a season) or `YYYY-MM-DD`, with or without a tilde."""
    match = _POINT.fullmatch(text)
    if match is None:
        msg = f"not an EDTF date of ours: {text!r}"
        raise ValueError(msg)
    number = int(match["year"])
    if match["day"]:
        only = dt.date(number, int(match["month"]), int(match["day"]))
        return only, only
    if not match["month"]:
        return dt.date(number, 1, 1), dt.date(number, 12, 31)
    code = int(match["month"])
    if code in _FIRST_MONTH:
        whole = season(next(name for name, value in SEASONS.items() if value == code), number)
        return whole.start, whole.end
    return dt.date(number, code, 1), last_day(number, code)
