"""The words of the calendar, from `calendar.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """Words in lower case to what they mean: months to 1-12, quarters to 1-4, seasons and parts to names."""

    months: dict[str, int]
    weekdays: tuple[str, ...]
    seasons: dict[str, str]
    parts: dict[str, str]
    quarters: dict[str, int]


@cache
def calendar_words() -> CalendarWords:
    """Read the file, once."""
    data = tomllib.loads(files("ccdata.authority").joinpath("calendar.toml").read_text("utf-8"))
    months = {
        word.lower(): number
        for number, words in enumerate(data["months"].values(), start=1)
        for word in words
    }
    return CalendarWords(
        months=months,
        weekdays=tuple(data["weekdays"]["words"]),
        seasons={word: name for name, words in data["seasons"].items() for word in words},
        parts={word: name for name, words in data["parts"].items() for word in words},
        quarters={word: int(number) for number, words in data["quarters"].items() for word in words},
    )
