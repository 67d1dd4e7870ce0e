"""The date grammar of this genre: labels of entries, and dates in running text.

    label     = [WEEKDAY [","]] date
    date      = days | months | part | season | year
    days      = MONTH DAY [YEAR] [TO [MONTH] DAY [YEAR]]          Sept. 4–5, 2020 | Sept. 29-Oct. 2
              | MONTH DAY TO DAY MONTH YEAR                       Oct. 31-1 Nov. 2009
              | DAY [TO DAY] ["of"] MONTH [YEAR] [TO DAY MONTH [YEAR]]   14th to 16th May
              | YEAR "-" MM "-" DD
    months    = MONTH [YEAR] [TO MONTH [YEAR]]                    March 2011 | Jan.-March 2005
    part      = PART [TO PART] (MONTH [YEAR] | YEAR)              Early April | mid-November | late 2019
              | PART MONTH [YEAR] TO PART MONTH [YEAR]            late October-early November 2010
    season    = SEASON ["of"] YEAR ["-" YEAR]                     winter 2019-20
    DAY       = 1 or 2 digits, ["st" | "nd" | "rd" | "th"]
    TO        = any dash | "/" | "to" | "and" | "through" ; in labels "," and "&" too (Nov. 3, 5, and 9)

A year that is not printed comes from the caller. Bounds of parts and seasons: `ccdata.records.dates`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ccdata.authority.calendar import calendar_words
from ccdata.document.date_grammar import SEPARATOR, patterns
from ccdata.records import dates
from ccdata.records.dates import DateInterval

_Groups = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMatch:
    """A date found: `[start, end)` in the text searched; `interval` is null where no calendar has it."""

    start: int
    end: int
    interval: DateInterval | None
    problem: str | None = None
    has_year: bool = True
    months: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLabel:
    """The date at the head of an entry; `end` is behind the separator, where the body begins."""

    date: DateMatch
    body_start: int
    separator: str


def read_label(text: str, *, year: int | None, start: int = 0) -> DateLabel | None:
    """Read the label that begins at `start`: label = [WEEKDAY] date [":" | "." | "," | DASH].

    Without a separator the body must begin with a capital, a digit or a mark. None where no label
    begins there.
    """
    match = patterns().label.match(text, start)
    if match is None:
        return None
    tail = SEPARATOR.match(text, match.end())
    if tail is None:
        return None
    found = _interpret(match, year)
    return DateLabel(date=found, body_start=tail.end(), separator=tail[0].strip() or "none")


def find_dates(text: str, *, year: int | None) -> list[DateMatch]:
    """Return the dates in running text, in order; `year` serves those that print none."""
    return list(iter_dates(text, year=year))


def iter_dates(text: str, *, year: int | None) -> Iterator[DateMatch]:
    """Yield the dates in running text."""
    for match in patterns().running.finditer(text):
        yield _interpret(match, year)


def read_date(text: str, *, year: int | None = None) -> DateInterval | None:
    """Read a string that is a date and nothing else."""
    match = patterns().label.fullmatch(text.strip())
    return _interpret(match, year).interval if match else None


def _interpret(match: re.Match[str], year: int | None) -> DateMatch:
    """Turn a match into an interval, or name the problem."""
    groups = match.groupdict()
    has_year = any(groups.get(name) for name in _YEAR_GROUPS)
    months = _months_of(groups)
    try:
        interval = _interval(groups, year)
    except _BackwardError:
        return _match(match, None, "date-backward", has_year=has_year, months=months)
    except ValueError:
        return _match(match, None, "date-impossible", has_year=has_year, months=months)
    problem = None if interval is not None else "date-lost"
    return _match(match, interval, problem, has_year=has_year, months=months)


class _BackwardError(ValueError):
    """A range whose end lies before its start."""


def _match(
    match: re.Match[str],
    interval: DateInterval | None,
    problem: str | None,
    *,
    has_year: bool,
    months: tuple[int, int] | None,
) -> DateMatch:
    return DateMatch(
        start=match.start(),
        end=match.end(),
        interval=interval,
        problem=problem,
        has_year=has_year,
        months=months,
    )


_YEAR_GROUPS = (
    "a_y1", "a_y2", "b_y1", "b_y2", "iso", "p_y", "p_y2", "p_year", "m_y1", "m_y2", "m_y3", "s_y1", "y_y",
)  # fmt: skip
_MONTH_GROUPS = (
    ("a_m1", "a_m2", "a_m3"),
    ("b_m1", "b_m2"),
    ("p_m", "p_m2"),
    ("m_m1", "m_m2"),
    ("m_m3", None),
    ("m_m4", None),
    ("n_m", None),
)


def _months_of(groups: _Groups) -> tuple[int, int] | None:
    """Return first and last month, for the caller who has to find the year."""
    for first, *others in _MONTH_GROUPS:
        if groups.get(first):
            begin = _month_number(groups[first])
            last = next((groups[name] for name in others if name and groups.get(name)), None)
            return begin, _month_number(last) if last else begin
    return None


def _interval(groups: _Groups, year: int | None) -> DateInterval | None:
    """Read the form whose group is filled."""
    reader = next((read for group, read in _FORMS.items() if groups.get(group)), _read_months)
    return reader(groups, year)


def _read_days(groups: _Groups, year: int | None) -> DateInterval | None:
    first = (_month_number(groups["a_m1"]), _number(groups["a_d1"]))
    second = None
    if groups["a_d2"]:
        month = groups["a_m2"] or groups.get("a_m3")
        second = (_month_number(month) if month else first[0], _number(groups["a_d2"]))
    return _span_of_days(first, second, groups["a_y1"], groups["a_y2"], year)


def _read_day_first(groups: _Groups, year: int | None) -> DateInterval | None:
    month = _month_number(groups["b_m1"])
    first = (month, _number(groups["b_d1"]))
    second: tuple[int, int] | None
    if groups["b_m2"]:
        second = (_month_number(groups["b_m2"]), _number(groups["b_d3"]))
        return _span_of_days(first, second, groups["b_y1"], groups["b_y2"], year)
    second = (month, _number(groups["b_d2"])) if groups["b_d2"] else None
    return _span_of_days(first, second, groups["b_y1"], None, year)


def _span_of_days(
    first: tuple[int, int], second: tuple[int, int] | None, y1: str | None, y2: str | None, year: int | None
) -> DateInterval | None:
    """Years: each takes its own; one printed behind a range serves both ends; December to January turns."""
    turns = second is not None and second[0] < first[0]
    begin = int(y1) if y1 else int(y2) - turns if y2 else year
    if begin is None:
        return None
    start = dt.date(begin, *first)
    if second is None:
        return dates.days(start, start)
    end = dt.date(int(y2) if y2 else begin + turns, *second)
    if end < start:
        raise _BackwardError
    return dates.days(start, end)


def _read_part(groups: _Groups, year: int | None) -> DateInterval | None:
    first, second = _part(groups["p_part1"]), _part(groups["p_part2"] or groups["p_part1"])
    if groups["p_year"]:
        return _joined(
            dates.part_of_year(first, int(groups["p_year"])),
            dates.part_of_year(second, int(groups["p_year"])),
        )
    if groups["p_part3"]:
        return _parts_of_months(groups, year)
    number = int(groups["p_y"]) if groups["p_y"] else year
    if number is None:
        return None
    month = _month_number(groups["p_m"])
    return _joined(dates.part_of_month(first, number, month), dates.part_of_month(second, number, month))


def _parts_of_months(groups: _Groups, year: int | None) -> DateInterval | None:
    """Read `late October-early November 2010`: a year printed behind serves both months."""
    months = _month_number(groups["p_m"]), _month_number(groups["p_m2"])
    turns = months[1] < months[0]
    y1, y2 = groups["p_y"], groups["p_y2"]
    begin = int(y1) if y1 else int(y2) - turns if y2 else year
    if begin is None:
        return None
    end = int(y2) if y2 else begin + turns
    if (end, months[1]) < (begin, months[0]):
        raise _BackwardError
    return _joined(
        dates.part_of_month(_part(groups["p_part1"]), begin, months[0]),
        dates.part_of_month(_part(groups["p_part3"]), end, months[1]),
    )


def _joined(first: DateInterval, last: DateInterval) -> DateInterval:
    """Return from the start of one fuzzy part to the end of another."""
    if first == last:
        return first
    edtf = f"{first.edtf.partition('/')[0]}/{last.edtf.partition('/')[2]}"
    return DateInterval(first.start, last.end, edtf, first.precision)


def _read_iso(groups: _Groups, _year: int | None) -> DateInterval:
    only = dt.date.fromisoformat(str(groups["iso"]))
    return dates.days(only, only)


def _read_year(groups: _Groups, _year: int | None) -> DateInterval:
    return dates.year(int(str(groups["y_y"])))


def _read_season(groups: _Groups, _year: int | None) -> DateInterval:
    name = calendar_words().seasons[str(groups["s_name"]).lower()]
    return dates.season(name, int(str(groups["s_y1"])))


def _read_months(groups: _Groups, year: int | None) -> DateInterval | None:
    single = groups["m_m3"] or groups.get("m_m4") or groups.get("n_m")
    if single:
        number = int(groups["m_y3"]) if groups["m_y3"] else year
        return None if number is None else dates.month(number, _month_number(single))
    first, last = _month_number(groups["m_m1"]), _month_number(groups["m_m2"])
    turns = last < first
    y1, y2 = groups["m_y1"], groups["m_y2"]
    begin = int(y1) if y1 else int(y2) - turns if y2 else year
    if begin is None:
        return None
    end = int(y2) if y2 else begin + turns
    if (end, last) < (begin, first):
        raise _BackwardError
    return dates.months(begin, first, end, last)


def _month_number(word: str | None) -> int:
    return calendar_words().months[str(word).lower()]


def _number(word: str | None) -> int:
    return int(str(word).rstrip("stndrh"))


def _part(word: str | None) -> str:
    return calendar_words().parts[re.sub(r"\s+", " ", str(word).lower())]


_FORMS: dict[str, Callable[[_Groups, int | None], DateInterval | None]] = {
    "a_m1": _read_days,
    "b_m1": _read_day_first,
    "iso": _read_iso,
    "p_part1": _read_part,
    "s_name": _read_season,
    "y_y": _read_year,
}
