"""Date labels as this genre prints them, each with the interval it means."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from ccdata.records import dates
from ccdata.testing.story import Label

FULL = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
PRESS = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July",
    "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
BARE = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DASHES = ("-", "–", "- ", " – ", "—")


def day_label(day: dt.date, style: str) -> Label:
    """Return day = MONTH ' ' DAY [',' ' ' YEAR], in one of the styles of DAY_STYLES."""
    text = DAY_STYLES[style](day)
    interval = dates.day(day.year, day.month, day.day)
    return Label(text=text, interval=interval, style=style, has_year=style != "yearless")


DAY_STYLES: dict[str, Callable[[dt.date], str]] = {
    "press": lambda day: f"{PRESS[day.month - 1]} {day.day}, {day.year}",
    "full": lambda day: f"{FULL[day.month - 1]} {day.day}, {day.year}",
    "bare": lambda day: f"{BARE[day.month - 1]} {day.day}, {day.year}",
    "no-comma": lambda day: f"{PRESS[day.month - 1]} {day.day} {day.year}",
    "glued": lambda day: (
        f"{PRESS[day.month - 1]}{'' if day.month not in {3, 4, 5, 6, 7} else ' '}{day.day}, {day.year}"
    ),
    "yearless": lambda day: f"{PRESS[day.month - 1]} {day.day}",
}


def range_label(rng: random.Random, start: dt.date, end: dt.date, months: tuple[str, ...] = PRESS) -> Label:
    """Return range = MONTH DAY DASH [MONTH] DAY ', ' YEAR, with both years where they differ."""
    dash = rng.choice(DASHES)
    first, last = months[start.month - 1], months[end.month - 1]
    if start.year != end.year:
        text = f"{first} {start.day}, {start.year}{dash}{last} {end.day}, {end.year}"
        style = "range-of-years"
    elif start.month != end.month:
        text, style = f"{first} {start.day}{dash}{last} {end.day}, {end.year}", "range-of-months"
    else:
        text, style = f"{first} {start.day}{dash}{end.day}, {end.year}", "range"
    return Label(text=text, interval=dates.days(start, end), style=style, has_year=True)


def month_label(year: int, month: int) -> Label:
    """Return month = MONTH ' ' YEAR."""
    text = f"{FULL[month - 1]} {year}"
    return Label(text=text, interval=dates.month(year, month), style="month", has_year=True)


def part_label(rng: random.Random, year: int, month: int) -> Label:
    """Return part = ('Early ' | 'Mid-' | 'Late ') MONTH ' ' YEAR."""
    part = rng.choice(["early", "mid", "late"])
    word = {"early": "Early ", "mid": "Mid-", "late": "Late "}[part]
    interval = dates.part_of_month(part, year, month)
    text = f"{word}{FULL[month - 1]} {year}"
    return Label(text=text, interval=interval, style=f"{part}-month", has_year=True)


KINDS = {"day": 0.8, "range": 0.12, "month": 0.03, "part": 0.05}
"""How often a label is of a kind."""


def any_label(rng: random.Random, day: dt.date, style: str) -> Label:
    """Return a label that begins on or about the day: mostly one day, now and then something else."""
    kind = "day" if style == "yearless" else rng.choices(list(KINDS), list(KINDS.values()))[0]
    if kind == "range":
        return range_label(rng, day, day + dt.timedelta(days=rng.randint(1, 6)), _months_of(style))
    if kind == "month":
        return month_label(day.year, day.month)
    if kind == "part":
        return part_label(rng, day.year, day.month)
    return day_label(day, style)


def _months_of(style: str) -> tuple[str, ...]:
    return {"full": FULL, "bare": BARE}.get(style, PRESS)
