"""Dates in running text, with a glance first: most blocks name no month and print no year.

Every date names a month or prints a year; one of a day or a range of days names a month or is ISO's.
"""

from __future__ import annotations

import re
from functools import cache

from ccdata.authority.calendar import calendar_words
from ccdata.document.dates import DateMatch, find_dates

_YEAR = re.compile(r"\d{4}")
_ISO = re.compile(r"\d{4}-\d\d-\d")
_LETTERS = 3
"""So many letters tell a month, written out or short."""


def dates_in(text: str, *, year: int | None) -> list[DateMatch]:
    """Return the dates in a text, in order; `year` serves those that print none."""
    return find_dates(text, year=year) if _YEAR.search(text) or _names_month(text) else []


def days_in(text: str, *, year: int | None) -> list[DateMatch]:
    """Return the dates of one day or a range in a text, in order."""
    if not (_names_month(text) or _ISO.search(text)):
        return []
    found = find_dates(text, year=year)
    return [match for match in found if match.interval and match.interval.precision in {"day", "range"}]


def _names_month(text: str) -> bool:
    return _months().search(text) is not None


@cache
def _months() -> re.Pattern[str]:
    """Return how months begin, as they are printed: with a capital, or in capitals."""
    short = sorted({month[:_LETTERS] for month in calendar_words().months})
    return re.compile("|".join(f"{letters.capitalize()}|{letters.upper()}" for letters in short))
