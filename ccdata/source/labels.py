"""Signs of a dated entry, for readers that must tell where a paragraph begins.

label = [few words] MONTH DAY ... ":"        the whole grammar is `ccdata.document.dates`
"""

from __future__ import annotations

import re
from functools import cache

from ccdata.authority.calendar import calendar_words

_DATE_WORDS = 8
_LETTERS = re.compile(r"[^\W\d_]+")
_DAYS = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—]\s?(?:[A-Z][a-z]{2,8}\.?\s)?\d{1,2}(?:st|nd|rd|th)?)?:?$"
)


@cache
def _date() -> str:
    months = "|".join(word.capitalize() for word in calendar_words().months)
    day = r"(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
    part = r"(?:[A-Za-z]{2,5}[-‐–]){0,3}"
    return rf"^(?:[A-Z]?[\w,-]{{0,9}}\.?\s){{0,2}}{day}{part}(?:{months})\b\.?,?\s?\d{{0,4}}\b"


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{_date()}[^:]{{0,30}}:(?!\d)")


@cache
def _words_of_dates() -> frozenset[str]:
    words = calendar_words()
    names = (*words.months, *words.weekdays, *words.parts, "to", "and", "through", "st", "nd", "rd", "th")
    return frozenset(name.casefold() for name in names)


@cache
def _start() -> re.Pattern[str]:
    return re.compile(_date())


def begins_entry(text: str) -> bool:
    """Say whether a text begins with a date and a colon."""
    return bool(_label().match(text))


def begins_date(text: str) -> bool:
    """Say whether a text begins with a date."""
    return bool(_start().match(text))


def is_day(text: str) -> bool:
    """Say whether a text is a day or a range of days whose month stands above it, and nothing else."""
    return len(text.split()) <= _DATE_WORDS and bool(_DAYS.match(text))


def is_date(text: str) -> bool:
    """Say whether a text is a date, as far as this can tell, and nothing else."""
    match = _start().match(text) if len(text.split()) <= _DATE_WORDS else None
    return match is not None and {word.casefold() for word in _LETTERS.findall(text)} <= _words_of_dates()
