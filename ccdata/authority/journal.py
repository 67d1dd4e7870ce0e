"""The journal: its names, its calendar and its furniture, from `journal.toml`."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue: volume and number, the days it covers, the month it appears in (`YYYY-MM`)."""

    volume: int
    number: int
    start: tuple[int, int]
    end: tuple[int, int]
    published: str


@cache
def journal_words() -> dict[str, Any]:
    """Return the file's tables."""
    return tomllib.loads(files("ccdata.authority").joinpath("journal.toml").read_text("utf-8"))


@cache
def contributors() -> frozenset[str]:
    """Return who has written for the journal, as bylines print the names."""
    return frozenset(journal_words()["journal"]["contributors"])


def issue_of(volume: int, number: int) -> Issue | None:
    """Return an issue by its numbers; None where the journal has no such issue."""
    calendar = journal_words()["calendar"]
    year = calendar["first_year"] + volume - 1
    shift = calendar["first_volume"]["issues_before"] if volume == 1 else 0
    row = next((row for row in _rows(year) if row["issue"] - shift == number), None)
    return None if row is None or volume < 1 else _issue(volume, number, year, row)


def issue_covering(start: dt.date, end: dt.date) -> Issue | None:
    """Return the issue that covers these days; None where no issue covers all of them."""
    calendar = journal_words()["calendar"]
    if start.year != end.year or start.year < calendar["first_year"]:
        return None
    volume = start.year - calendar["first_year"] + 1
    shift = calendar["first_volume"]["issues_before"] if volume == 1 else 0
    for row in _rows(start.year):
        first, last = row["covers"]
        if first <= start.month and end.month <= last and row["issue"] > shift:
            return _issue(volume, row["issue"] - shift, start.year, row)
    return None


def _rows(year: int) -> list[dict[str, Any]]:
    calendar = journal_words()["calendar"]
    rows: list[dict[str, Any]] = calendar["triannual" if year >= calendar["triannual_from"] else "quarterly"]
    return rows


def _issue(volume: int, number: int, year: int, row: dict[str, Any]) -> Issue:
    month = row["appears"]
    turned = month > _MONTHS
    published = f"{year + turned:04d}-{month - _MONTHS * turned:02d}"
    first, last = row["covers"]
    return Issue(volume=volume, number=number, start=(year, first), end=(year, last), published=published)
