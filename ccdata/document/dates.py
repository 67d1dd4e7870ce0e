"""The date grammar of this genre: labels of entries, and dates in running text.

    label     = [WEEKDAY [","]] ["On"] date ["(" WEEKDAY ")"] | opened (before a colon)
    opened    = [TIME [","]] ["from" | "between" | "on" | "in" | "during"] [WEEKDAY] ["the"] date
    date      = days | months | part | season | years
    days      = MONTH ["the"] DAY [YEAR] [TO END [MONTH] DAY [YEAR]]   Sept. 4–5, 2020 | July 1st to July 2nd
              | MONTH DAY TO DAY MONTH YEAR                            Oct. 31-1 Nov. 2009
              | DAY [TO END DAY] ["of"] MONTH [YEAR] [TO END DAY MONTH [YEAR]]   14th to 16th May | Wed 23 Jan
              | ISO [TO ISO]                                           2010-07-01/2010-07-05
    months    = MONTH [YEAR] [TO MONTH [YEAR]]                         March 2011 | Jan.-March 2005
    part      = PART [TO PART] (MONTH [YEAR] | YEAR)                   Early April | mid-November | late 2019
              | PART MONTH [YEAR] TO PART MONTH [YEAR]                 late October-early November 2010
    season    = SEASON ["of"] YEAR ["-" YEAR]                          winter 2019-20
    years     = YEAR [TO YEAR]                                         1980 - 1985
    END       = [TIME [","]] [WEEKDAY [","]] ["the"]
    TIME      = 20:00 | 8:30 p.m. | 8pm                                read over, never kept
    DAY       = 1 or 2 digits, ["st" | "nd" | "rd" | "th"]
    YEAR      = 4 digits from 1800 to 2099 | "'" 2 digits              '99 is 1999, '05 is 2005
    ISO       = YEAR "-" MM "-" DD
    TO        = any dash | "->" | "/" | "to" | "and" | "through" | "until" | "till"
              ; in labels "," and "&" too (Nov. 3, 5, and 9)

A date alone (`read_date`) may be in any case of letters, a bare month, days whose month stands with the first
only ("5th July - 9th"), or days without a month where the caller knows it. A day that no calendar has and a
range that runs backward have no interval, and the problem is named.
A year that is not printed comes from the caller. Bounds of parts and seasons: `ccdata.records.dates`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ccdata.authority.calendar import calendar_words
from ccdata.document.date_grammar import CLOCK, SEPARATOR, patterns, weekday_behind
from ccdata.records import dates
from ccdata.records.dates import DateInterval

Years = Callable[[int | None], int | None]
"""Gives the year of a date that prints none, by its first month."""
_Match = re.Match[str]
_CLOCKS = re.compile(rf"(?<![\w:-])(?:from\s)?{CLOCK}(?:\s?[-–—]\s?{CLOCK}|\sto\s{CLOCK})?,?", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")
_LONGEST = 200
"""No date is longer, with all its clock times."""
_PIVOT, _LAST_CENTURY, _THIS_CENTURY = 69, 1900, 2000


class DateMatch(NamedTuple):
    """A date found: `[start, end)` in the text searched; `interval` is null where no calendar has it."""

    start: int
    end: int
    interval: DateInterval | None
    problem: str | None = None
    has_year: bool = True
    months: tuple[int, int] | None = None


class DateLabel(NamedTuple):
    """The date at the head of an entry; `body_start` is behind the separator."""

    date: DateMatch
    body_start: int
    separator: str


def read_label(text: str, *, year: int | Years | None, start: int = 0) -> DateLabel | None:
    """Read the label that begins at `start`: label = [WEEKDAY] date [":" | "." | "," | DASH].

    Without a separator the body must begin with a capital, a digit or a mark. None where no label
    begins there.
    """
    match = patterns().label.match(text, start) or patterns().opened.match(text, start)
    return label_of(match, year=year) if match else None


def label_of(match: re.Match[str], *, year: int | Years | None) -> DateLabel | None:
    """Read the label whose date is found."""
    text, end = match.string, match.end()
    if text.startswith((" (", " ["), end) and (weekday := weekday_behind().match(text, end)):
        end = weekday.end()
    tail = SEPARATOR.match(text, end)
    if tail is None:
        return None
    return DateLabel(_interpret(match, year), tail.end(), tail[0].strip() or "none")


def find_dates(text: str, *, year: int | None) -> list[DateMatch]:
    """Return the dates in running text, in order; `year` serves those that print none."""
    return list(iter_dates(text, year=year))


def iter_dates(text: str, *, year: int | None) -> Iterator[DateMatch]:
    """Yield the dates in running text."""
    for match in patterns().running.finditer(text):
        yield _interpret(match, year)


def read_date(text: str, *, year: int | None = None, month: int | None = None) -> DateInterval | None:
    """Read a string that is a date and nothing else, or a quarter: a masthead's "Second Quarter 1999".

    Clock times beside the date are left out; `month` serves days without one ("17th - 19th").
    """
    if len(text) > _LONGEST or not _can_be_date(text):
        return None
    plain = _CLOCKS.sub("", text).strip(" ,")
    match = patterns().whole.fullmatch(plain)
    if match is not None:
        return _interpret(match, year).interval
    if month is not None and year is not None and (days := patterns().days_alone.fullmatch(plain)):
        return _days_of(days, year, month)
    quarter = patterns().quarter.fullmatch(plain)
    return _read_quarter(quarter) if quarter else None


def _can_be_date(text: str) -> bool:
    """Say whether a text has a figure, or names a month: few do."""
    months = calendar_words().months
    return _FIGURE.search(text) is not None or not months.keys().isdisjoint(_WORD.findall(text.lower()))


def _days_of(match: _Match, year: int, month: int) -> DateInterval | None:
    """Read days of a month that is known."""
    first = (month, _number(match["d1"]))
    second = (month, _number(match["d2"])) if match["d2"] else None
    try:
        return _span_of_days(first, second, None, None, year)
    except ValueError:
        return None


def _interpret(match: _Match, year: int | Years | None) -> DateMatch:
    """Turn a match into an interval, or name the problem."""
    form = _FORMS[str(match.lastgroup)]
    has_year = any(map(match.group, form.years))
    months = _months_of(match, form)
    if callable(year):
        year = None if has_year else year(months[0] if months else None)
    interval, problem = _dated(match, form, year)
    if interval is not None and form.read is _read_iso:
        months = interval.start.month, interval.end.month
    return DateMatch(match.start(), match.end(), interval, problem, has_year, months)


def _dated(match: _Match, form: _Form, year: int | None) -> tuple[DateInterval | None, str | None]:
    """Return the interval, or null and why there is none."""
    try:
        interval = form.read(match, year)
    except _BackwardError:
        return None, "date-backward"
    except ValueError:
        return None, "date-impossible"
    return interval, None if interval is not None else "date-lost"


class _BackwardError(ValueError):
    """A range whose end lies before its start."""


def _months_of(match: _Match, form: _Form) -> tuple[int, int] | None:
    """Return first and last month, for the caller who has to find the year."""
    printed = [word for name in form.months if (word := match[name])]
    if not printed:
        return None
    first = _month_number(printed[0])
    return first, first if len(printed) == 1 else _month_number(printed[1])


def _read_days(match: _Match, year: int | None) -> DateInterval | None:
    first = (_month_number(match["a_m1"]), _number(match["a_d1"]))
    second = None
    if match["a_d2"]:
        month = match["a_m2"] or match["a_m3"]
        second = (_month_number(month) if month else first[0], _number(match["a_d2"]))
    return _span_of_days(first, second, match["a_y1"], match["a_y2"], year)


def _read_day_first(match: _Match, year: int | None) -> DateInterval | None:
    month = _month_number(match["b_m1"])
    first = (month, _number(match["b_d1"]))
    if match["b_m2"]:
        second = (_month_number(match["b_m2"]), _number(match["b_d3"]))
        return _span_of_days(first, second, match["b_y1"], match["b_y2"], year)
    turned = (month, _number(match["b_d2"])) if match["b_d2"] else None
    return _span_of_days(first, turned, match["b_y1"], None, year)


def _span_of_days(
    first: tuple[int, int], second: tuple[int, int] | None, y1: str | None, y2: str | None, year: int | None
) -> DateInterval | None:
    """Years: each takes its own; one printed behind a range serves both ends; December to January turns."""
    turns = second is not None and second[0] < first[0]
    begin = _year(y1) if y1 else _year(y2) - turns if y2 else year
    if begin is None:
        return None
    if second is None:
        return dates.day(begin, *first)
    start = dt.date(begin, *first)
    end = dt.date(_year(y2) if y2 else begin + turns, *second)
    if end < start:
        raise _BackwardError
    return dates.days(start, end)


def _read_part(match: _Match, year: int | None) -> DateInterval | None:
    first, second = _part(match["p_part1"]), _part(match["p_part2"] or match["p_part1"])
    if match["p_year"]:
        return _joined(
            dates.part_of_year(first, int(match["p_year"])),
            dates.part_of_year(second, int(match["p_year"])),
        )
    if match["p_part3"]:
        return _parts_of_months(match, year)
    number = _year(match["p_y"]) if match["p_y"] else year
    if number is None:
        return None
    month = _month_number(match["p_m"])
    return _joined(dates.part_of_month(first, number, month), dates.part_of_month(second, number, month))


def _parts_of_months(match: _Match, year: int | None) -> DateInterval | None:
    """Read `late October-early November 2010`: a year printed behind serves both months."""
    months = _month_number(match["p_m"]), _month_number(match["p_m2"])
    turns = months[1] < months[0]
    y1, y2 = match["p_y"], match["p_y2"]
    begin = _year(y1) if y1 else _year(y2) - turns if y2 else year
    if begin is None:
        return None
    end = _year(y2) if y2 else begin + turns
    if (end, months[1]) < (begin, months[0]):
        raise _BackwardError
    return _joined(
        dates.part_of_month(_part(match["p_part1"]), begin, months[0]),
        dates.part_of_month(_part(match["p_part3"]), end, months[1]),
    )


def _joined(first: DateInterval, last: DateInterval) -> DateInterval:
    """Return from the start of one fuzzy part to the end of another."""
    if first == last:
        return first
    edtf = f"{first.edtf.partition('/')[0]}/{last.edtf.partition('/')[2]}"
    return DateInterval(first.start, last.end, edtf, first.precision)


def _read_iso(match: _Match, _year: int | None) -> DateInterval:
    first = dt.date.fromisoformat(match["i_d1"])
    last = dt.date.fromisoformat(match["i_d2"]) if match["i_d2"] else first
    if last < first:
        raise _BackwardError
    return dates.days(first, last)


def _read_day_to_day(match: _Match, year: int | None) -> DateInterval | None:
    """Read `5th July - 9th`: the month stands with the first day only."""
    month = _month_number(match["c_m"])
    return _span_of_days((month, _number(match["c_d1"])), (month, _number(match["c_d2"])), None, None, year)


def _read_years(match: _Match, _year: int | None) -> DateInterval:
    first, last = dates.year(int(match["y_y1"])), dates.year(int(match["y_y2"]))
    if last.end < first.start:
        raise _BackwardError
    return DateInterval(first.start, last.end, f"{first.edtf}/{last.edtf}", "range")


def _read_bare(match: _Match, year: int | None) -> DateInterval | None:
    return None if year is None else dates.month(year, _month_number(match["n_m"]))


def _read_year(match: _Match, _year: int | None) -> DateInterval:
    return dates.year(int(str(match["y_y"])))


def _read_season(match: _Match, _year: int | None) -> DateInterval:
    name = calendar_words().seasons[str(match["s_name"]).lower()]
    return dates.season(name, int(str(match["s_y1"])))


def _read_quarter(match: _Match) -> DateInterval:
    last = 3 * calendar_words().quarters[match["quarter"].lower()]
    return dates.months(int(match["year"]), last - 2, int(match["year"]), last)


def _read_month(match: _Match, year: int | None) -> DateInterval | None:
    number = int(match["m_y3"]) if match["m_y3"] else year
    return None if number is None else dates.month(number, _month_number(match["m_m3"] or match["m_m4"]))


def _read_months(match: _Match, year: int | None) -> DateInterval | None:
    first, last = _month_number(match["m_m1"]), _month_number(match["m_m2"])
    turns = last < first
    y1, y2 = match["m_y1"], match["m_y2"]
    begin = _year(y1) if y1 else _year(y2) - turns if y2 else year
    if begin is None:
        return None
    end = _year(y2) if y2 else begin + turns
    if (end, last) < (begin, first):
        raise _BackwardError
    return dates.months(begin, first, end, last)


def _month_number(word: str) -> int:
    return calendar_words().months[word.lower()]


def _number(word: str) -> int:
    return int(word.rstrip("stndrh"))


def _year(printed: str) -> int:
    """Read a year; of two figures ("'99") it is the one from 1969 to 2068."""
    if printed[0].isdigit():
        return int(printed)
    return int(printed[1:]) + (_THIS_CENTURY if int(printed[1:]) < _PIVOT else _LAST_CENTURY)


def _part(word: str) -> str:
    return calendar_words().parts[re.sub(r"\s+", " ", word.lower())]


class _Form(NamedTuple):
    """One form of the grammar: its reader, and the groups that print its months and its years."""

    read: Callable[[_Match, int | None], DateInterval | None]
    months: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


_FORMS = {
    "days": _Form(_read_days, ("a_m1", "a_m2", "a_m3"), ("a_y1", "a_y2")),
    "day_first": _Form(_read_day_first, ("b_m1", "b_m2"), ("b_y1", "b_y2")),
    "iso": _Form(_read_iso, (), ("iso",)),
    "parts": _Form(_read_part, ("p_m", "p_m2"), ("p_y", "p_y2", "p_year")),
    "months": _Form(_read_months, ("m_m1", "m_m2"), ("m_y1", "m_y2")),
    "month": _Form(_read_month, ("m_m3", "m_m4"), ("m_y3",)),
    "season": _Form(_read_season, (), ("s_y1",)),
    "year": _Form(_read_year, (), ("y_y",)),
    "day_to_day": _Form(_read_day_to_day, ("c_m",)),
    "years": _Form(_read_years, (), ("y_y1", "y_y2")),
    "bare": _Form(_read_bare, ("n_m",)),
}
