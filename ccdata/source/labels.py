"""Signs of a dated entry, for readers that must tell where a paragraph begins.

label = [few words] MONTH DAY ... ":"        the whole grammar is `ccdata.document.dates`
"""

from __future__ import annotations

import re
from functools import cache

from ccdata.authority.calendar import calendar_words

_DATE_WORDS = 6


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
def _alone() -> re.Pattern[str]:
    return re.compile(rf"{_date()}[^:;?!]{{0,30}}[:.]?$")


@cache
def _start() -> re.Pattern[str]:
    return re.compile(_date())


def begins_entry(text: str) -> bool:
    """Say whether a text begins with a date and a colon."""
    return bool(_label().match(text))


def begins_date(text: str) -> bool:
    """Say whether a text begins with a date."""
    return bool(_start().match(text))


def is_date(text: str) -> bool:
    """Say whether a text is a date, as far as this can tell, and nothing else."""
    return len(text.split()) <= _DATE_WORDS and bool(_alone().match(text))
