"""The date grammar renders and parses back every interval in every style; `edtf` is the oracle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccdata.document.dates import find_dates, read_date, read_label
from ccdata.records import dates

DAYS = st.dates(min_value=dt.date(1999, 1, 1), max_value=dt.date(2030, 12, 31))
NAMES = "January February March April May June July August September October November December".split()  # noqa: SIM905
MONTHS: dict[str, Callable[[int], str]] = {
    "full": lambda m: NAMES[m - 1],
    "short": lambda m: NAMES[m - 1][:3],
    "stopped": lambda m: {5: "May", 9: "Sept."}.get(m, NAMES[m - 1][:3] + "."),
    "capitals": lambda m: NAMES[m - 1].upper(),
}
DASHES = ["-", "–", "—", " - ", "- ", " – ", " to ", "−", " -> ", " → ", " until ", " till ", " through "]
SEPARATORS = [": ", ". ", " ", " : ", " - "]


def _day(day: dt.date, months: str, *, year: bool = True) -> str:
    return f"{MONTHS[months](day.month)} {day.day}" + (f", {day.year}" if year else "")


@given(DAYS, st.sampled_from(sorted(MONTHS)), st.sampled_from(SEPARATORS))
def test_a_day_comes_back(day: dt.date, months: str, separator: str) -> None:
    label = read_label(f"{_day(day, months)}{separator}Xi visits", year=None)
    assert label is not None
    assert label.date.interval == dates.days(day, day)


@given(DAYS, st.integers(1, 300), st.sampled_from(sorted(MONTHS)), st.sampled_from(DASHES))
def test_a_range_comes_back(start: dt.date, length: int, months: str, dash: str) -> None:
    end = start + dt.timedelta(days=length)
    text = _range(start, end, months, dash)
    label = read_label(f"{text}: Xi visits", year=None)
    assert label is not None
    assert label.date.interval == dates.days(start, end)
    assert [text[m.start : m.end] for m in find_dates(text, year=None)] == [text]


def _range(start: dt.date, end: dt.date, months: str, dash: str) -> str:
    if start.year != end.year:
        return f"{_day(start, months)}{dash}{_day(end, months)}"
    if start.month != end.month:
        return f"{_day(start, months, year=False)}{dash}{_day(end, months)}"
    return f"{_day(start, months, year=False)}{dash}{end.day}, {end.year}"


WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_Style = tuple[bool, int, bool]
"""With an ordinal, so many letters of the weekday, with "of"."""
ORDINAL = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _turned(day: dt.date, months: str, style: _Style, *, year: bool) -> str:
    """Return a day printed before its month: with or without ordinal, weekday (so many letters), "of"."""
    ordinal, letters, of = style
    weekday = WEEKDAYS[day.weekday()][:letters] + " " if letters else ""
    number = f"{day.day}{ORDINAL.get(day.day, 'th') if ordinal else ''}"
    return (
        f"{weekday}{number} {'of ' if of else ''}{MONTHS[months](day.month)}{f' {day.year}' if year else ''}"
    )


STYLES = st.tuples(st.booleans(), st.sampled_from([0, 3, 9]), st.booleans())


@given(
    DAYS,
    st.integers(1, 300),
    st.sampled_from(sorted(MONTHS)),
    st.sampled_from(DASHES),
    st.tuples(STYLES, STYLES),
)
def test_a_range_of_days_before_months_comes_back(
    start: dt.date,
    length: int,
    months: str,
    dash: str,
    styles: tuple[_Style, _Style],
) -> None:
    end = start + dt.timedelta(days=length)
    alone = start.year == end.year
    last = _turned(end, months, styles[1], year=True)
    text = f"{_turned(start, months, styles[0], year=not alone)}{dash}{last}"
    wanted = dates.days(start, end)
    assert read_date(text) == wanted
    assert read_date(f"from {text}") == wanted
    assert [match.interval for match in find_dates(f"They met from {text}.", year=None)] == [wanted]
    label = read_label(f"{text}: Xi visits", year=None)
    assert label is not None
    assert label.date.interval == wanted


@given(DAYS, st.sampled_from(["20:00, {}", "{}, 20:00", "{} at 8pm", "8:30 p.m. on {}", "{} 20:00-22:00"]))
def test_a_clock_time_beside_a_date_changes_nothing(day: dt.date, frame: str) -> None:
    assert read_date(frame.format(_day(day, "full"))) == dates.days(day, day)


@given(st.integers(1969, 2068), st.sampled_from("'’"))
def test_years_of_two_figures_come_back(year: int, mark: str) -> None:
    assert read_date(f"5 June {mark}{year % 100:02d}") == dates.day(year, 6, 5)


@given(DAYS, st.integers(0, 30))
def test_a_range_without_years_takes_the_callers(start: dt.date, length: int) -> None:
    end = start + dt.timedelta(days=length)
    text = f"{_day(start, 'stopped', year=False)}-{_day(end, 'stopped', year=False)}: Xi visits"
    label = read_label(text, year=start.year)
    assert label is not None
    assert label.date.interval == dates.days(start, end)
    assert not label.date.has_year


@given(st.integers(1999, 2030), st.integers(1, 12), st.sampled_from(["early", "mid", "late"]), st.booleans())
def test_parts_of_months_come_back(year: int, month: int, part: str, capital: bool) -> None:
    word = part.capitalize() if capital else part
    interval = read_date(f"{word}{'-' if part == 'mid' else ' '}{NAMES[month - 1]} {year}")
    assert interval == dates.part_of_month(part, year, month)


@given(DAYS, st.integers(0, 400))
def test_edtf_agrees_on_days_months_and_closed_intervals(start: dt.date, length: int) -> None:
    end = start + dt.timedelta(days=length)
    for interval in (
        read_date(_day(start, "full")),
        read_date(_range(start, end, "full", "–")) if length else None,
        read_date(f"{NAMES[start.month - 1]} {start.year}"),
    ):
        if interval is not None:
            oracle = edtf.parse_edtf(interval.edtf)
            assert dt.date(*oracle.lower_strict()[:3]) == interval.start
            assert dt.date(*oracle.upper_strict()[:3]) == interval.end


@pytest.mark.parametrize(
    "piece",
    ["May 1-", "Jan. 3, ", "early ", "1 ", "Sept", "2011", "–", "May 3, 5, ", "20:00 ", "3rd - ", "Mon 3 - "],
)
def test_hostile_labels_are_read_in_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert len(find_dates(text, year=None)) <= len(text)


@given(st.text(alphabet="May Jan.Sept 0123456789-–,:earlymidlate\n", max_size=80))
def test_any_text_is_read_without_harm(text: str) -> None:
    read_label(text, year=2000)
    for match in find_dates(text, year=2000):
        assert 0 <= match.start < match.end <= len(text)
        assert match.interval is None or match.interval.start <= match.interval.end
