"""Labels whose month, or whose month and year, stand in a heading above them.

    heading   = MONTH [YEAR] [":"]                 OCTOBER 2002 | November
              | YEAR                               2004
    day label = [WEEKDAY [","]] DAY [TO [MONTH] DAY] SIGN      3-5: | 29-Nov. 2: | 16 -
    SIGN      = ":" | ";" | "|" | a dash           a list item and bold print need none, nor does
                                                   a listing in which most texts begin so

A day label is read as if the month stood before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ccdata.authority.calendar import calendar_words
from ccdata.document.dates import DateLabel, Years, read_label

_LONGEST_HEADING = 24
_LONGEST_LABEL = 60
_YEARS = r"(?P<year>(?:19|20)\d{2})"
_ANY = "January"
_FEW = 3
SIGNS = frozenset({":", ";", "|", "-", "--", "---", "–", "—"})
"""What parts a day from its text."""


class MonthHead(NamedTuple):
    """A heading of a chronology: its month as a number and as read, its year; one of them may be missing."""

    number: int | None
    month: str
    year: int | None
    bare: bool = False
    """The days below it need no sign."""


@cache
def _heading() -> re.Pattern[str]:
    months = "|".join(sorted(calendar_words().months, key=len, reverse=True))
    return re.compile(rf"(?i)(?:(?P<month>{months})\.?(?:,?\s{_YEARS})?|(?P<only>(?:19|20)\d{{2}}))\s?:?")


@cache
def _weekday() -> re.Pattern[str]:
    words = "|".join(sorted(calendar_words().weekdays, key=len, reverse=True))
    return re.compile(rf"(?i)(?:(?:{words})\.?,?\s)?(?=\d{{1,2}}(?!\d))")


def read_month_head(text: str) -> MonthHead | None:
    """Read a line that is a month, a month and a year, or a year, and nothing else."""
    match = _heading().fullmatch(text) if len(text) <= _LONGEST_HEADING else None
    if match is None:
        return None
    year = match["year"] or match["only"]
    month = match["month"] or ""
    number = calendar_words().months[month.lower()] if month else None
    return MonthHead(number, month.capitalize(), int(year) if year else None)


def is_bare_listing(texts: Sequence[str]) -> bool:
    """Say whether most texts that stand below headings of months begin with a day and no sign."""
    if len(texts) < _FEW or not any(map(read_month_head, texts)):
        return False
    any_month = MonthHead(1, _ANY, None)
    labels = (read_day_label(text, any_month, year=None) for text in texts if text[:1].isdigit())
    bare = sum(label is not None and label.separator in ("none", ".") for label in labels)
    heads = sum(read_month_head(text) is not None for text in texts)
    return bare >= _FEW and 2 * bare >= len(texts) - heads


def read_day_label(text: str, head: MonthHead, *, year: int | Years | None) -> DateLabel | None:
    """Read the day label that a text begins with, under a heading that has its month."""
    weekday = _weekday().match(text) if head.month else None
    if weekday is None:
        return None
    rest = text[weekday.end() : weekday.end() + _LONGEST_LABEL]
    label = read_label(f"{head.month} {rest}", year=head.year if head.year is not None else year)
    if label is None or label.date.months is None or label.date.end == len(head.month):
        return None
    by = weekday.end() - len(head.month) - 1
    start = 0
    date = label.date._replace(start=start, end=label.date.end + by)
    return DateLabel(date, label.body_start + by, label.separator)
