"""The patterns of the date grammar that `ccdata.document.dates` documents and interprets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ccdata.authority.calendar import calendar_words

_CENTURIES = r"(?:1[89]|20)\d{2}"
CLOCK = r"(?:at\s)?\d{1,2}(?::\d\d(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)"
"""A time of day: 20:00, 8:30 p.m., 8pm."""
_OPENING = rf"(?:{CLOCK},?\s)?(?:(?:[Ff]rom|[Bb]etween|[Oo]n|[Ii]n|[Dd]uring)\s)?"

SEPARATOR = re.compile(
    r"\s?(?:[:;](?!\d)|[.](?=\s|$)|,(?=\s)|-{2,3}|[|•]|[-–—](?=\s)|[–—](?=[^\W\d_a-z]|[\"“‘'(\[]))\s*|\s+(?=[^\W\d_a-z]|[\"“‘'(\[]|\d)|$"
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled grammar: for the head of an entry, for running text, for a masthead, for a date alone."""

    label: re.Pattern[str]
    running: re.Pattern[str]
    quarter: re.Pattern[str]
    opened: re.Pattern[str]
    whole: re.Pattern[str]
    days_alone: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """Return the grammar, compiled once."""
    return Patterns(
        label=_label_pattern(),
        running=_running_pattern(),
        quarter=_quarter_pattern(),
        opened=re.compile(rf"(?=[FfBbIiTtDd\d]){_OPENING}{_whole()}(?:,?\s{CLOCK})?(?=\s?:(?!\d)|\s*$)"),
        whole=re.compile(_OPENING + _whole(), re.IGNORECASE),
        days_alone=_days_alone_pattern(),
    )


def _label_pattern() -> re.Pattern[str]:
    begins = rf"(?<![^\W_])(?=[{_first_signs()}])"
    return re.compile(rf"{begins}{_weekday()}(?:On\s)?(?:{_forms(listed=True)})")


def _whole() -> str:
    """Return the forms of a date that stands alone: those of a label, and some that only there are sure."""
    day_first = (
        rf"{_weekday()}(?P<c_d1>{_DAY})\s(?:of\s)?{_month('c_m')}{_to(listed=False)}{_end()}(?P<c_d2>{_DAY})"
    )
    single = rf"(?P<bare>{_month('n_m')})"
    own = rf"(?P<day_to_day>{day_first})(?!\s?(?:of\s)?[A-Z])"
    return rf"{_weekday()}(?:[Tt]he\s)?(?:{own}|{_forms(listed=True)}|{single})"


def _days_alone_pattern() -> re.Pattern[str]:
    """Return the pattern of days without a month, which the caller must know: 17th | 17th - 19th."""
    second = rf"(?:{_to(listed=False)}{_end()}(?P<d2>{_DAY}))?"
    return re.compile(rf"(?:from\s)?{_end()}(?P<d1>{_DAY}){second}", re.IGNORECASE)


@cache
def _weekday() -> str:
    names = "|".join(sorted(calendar_words().weekdays, key=len, reverse=True))
    return rf"(?:(?i:{names})\.?,?\s)?"


@cache
def weekday_behind() -> re.Pattern[str]:
    """Return the pattern of a weekday in brackets behind a date."""
    names = "|".join(sorted(calendar_words().weekdays, key=len, reverse=True))
    return re.compile(rf"(?i)\s[(\[](?:{names})\.?[)\]]")


def _end() -> str:
    """Return what may stand before the second day of a range: a clock time, a weekday, "the"."""
    return rf"(?:{CLOCK},?\s)?{_weekday()}(?:the\s)?"


def _first_signs() -> str:
    """Return what a label can begin with: a look at it spares most words the forms."""
    words = calendar_words()
    either = {*words.weekdays, *words.seasons, *words.parts, "the"}
    letters = {word[0].lower() for word in either}
    letters |= {word[0].upper() for word in (*either, *words.months, "on")}
    return "".join(sorted(letters)) + r"\d"


def _quarter_pattern() -> re.Pattern[str]:
    quarter = _any(dict(calendar_words().quarters), capital=False)
    return re.compile(rf"(?P<quarter>{quarter})\s(?i:quarter),?\s(?:of\s)?(?P<year>{_CENTURIES})")


def _running_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£¥.,-])(?:{_forms(listed=False)})")


def _forms(*, listed: bool) -> str:
    """Return the forms in order, each a group that names it: the last group of a match is its form.

    A look at the first letter spares most words the forms themselves.
    """
    month = f"(?=[{''.join(sorted({word[0].upper() for word in calendar_words().months}))}])"
    figure, letter = r"(?=\d)", "(?=[A-Za-z])"
    alone = _month_alone() if listed else _bare_month()
    forms = (
        f"(?P<days>{month}{_days(listed=listed)})",
        f"(?P<day_first>{figure}{_day_first()})",
        _ISO,
        f"(?P<parts>{letter}{_parts()})",
        f"(?P<months>{month}{_months()})",
        f"(?P<month>{month}(?:{_one_month()}|{alone}))",
        f"(?P<season>{letter}{_seasons()})",
        f"(?P<years>{figure}{_years()})",
        f"(?P<year>{figure}{_year()})",
    )
    return "|".join(forms)


@cache
def _month_beginning() -> re.Pattern[str]:
    short = sorted({month[:3] for month in calendar_words().months})
    return re.compile("|".join(form for word in short for form in (word.capitalize(), word.upper())))


def month_places(text: str) -> list[int]:
    """Return where a text can name a month: most paragraphs name none."""
    return [match.start() for match in _month_beginning().finditer(text)]


def _any(table: dict[str, object], *, capital: bool) -> str:
    """Return a pattern of the words, longest first; months are capitals or begin with one."""
    found = sorted(table, key=len, reverse=True)
    if not capital:
        return f"(?i:{'|'.join(found)})"
    return "(?:" + "|".join(f"{word.capitalize()}|{word.upper()}" for word in found) + ")"


def _month(group: str) -> str:
    return rf"(?P<{group}>{_any(dict(calendar_words().months), capital=True)})(?![a-z])\.?"


def _to(*, listed: bool) -> str:
    if not listed:
        return r"(?:\s{0,2}(?:[-‐‑‒–—−]>|[-‐‑‒–—−/→])\s{0,2}|,?\s(?:to|and|through|thru|until|till)\s)"
    middle = r"(?:,\s\d{1,2}(?=,\s(?:and\s|&\s)?\d{1,2}(?!\d))){0,4}"
    comma = rf"{middle},\s(?:and\s|&\s)?(?=\d{{1,2}}(?:st|nd|rd|th)?(?:,|:|\s?[-–]|\s(?:1[89]|20)\d\d))"
    dash = r"\s{0,2}(?:[-‐‑‒–—−]>|[-‐‑‒–—−/→])\s{0,2}"
    return rf"(?:{dash}|,?\s(?:to|and|&|through|thru|until|till)\s|{comma})"


_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\w]|\.\d|,\d(?!\d{3}(?!\d))|\s?(?:%|percent|million|billion|trillion))"
_ISO = (
    r"(?P<iso>(?P<i_d1>\d{4}-\d{2}-\d{2})(?!\d)"
    r"(?:(?:\s{0,2}[-‐‑‒–—−/→]>?\s{0,2}|\s(?:to|and|until|till|through)\s)(?P<i_d2>\d{4}-\d{2}-\d{2})(?!\d))?)"
)


def _year_after(group: str) -> str:
    return rf"(?:\s?,?\s{{0,2}}(?P<{group}>{_CENTURIES}|['’‘]\d\d)(?!\d))?"


def _days(*, listed: bool) -> str:
    turned = rf"(?:\s(?:of\s)?{_month('a_m3')}(?=\s?,?\s{{0,2}}{_CENTURIES}))?"
    second = rf"(?:{_month('a_m2')}\s?)?(?:the\s)?(?P<a_d2>{_DAY}){turned}{_year_after('a_y2')}"
    first = rf"{_month('a_m1')}\s{{0,2}}(?:the\s)?(?P<a_d1>{_DAY}){_year_after('a_y1')}"
    return rf"{first}(?:{_to(listed=listed)}{_end()}{second})?"


def _day_first() -> str:
    to = _to(listed=False)
    pair = rf"(?P<b_d1>{_DAY})(?:{to}{_end()}(?P<b_d2>{_DAY}))?"
    first = rf"{pair}\s{{0,2}}(?:of\s)?{_month('b_m1')}{_year_after('b_y1')}"
    second = rf"(?P<b_d3>{_DAY})\s{{0,2}}(?:of\s)?{_month('b_m2')}{_year_after('b_y2')}"
    return rf"{first}(?:{to}{_end()}{second})?"


def _parts() -> str:
    words = {word.replace(" ", r"\s"): name for word, name in calendar_words().parts.items()}
    part = _any(dict(words), capital=False)
    pair = rf"(?P<p_part1>{part})(?:[-\s]to[-\s](?P<p_part2>{part}))?"
    to = _to(listed=False)
    other = rf"(?P<p_part3>{part})[-‐‑–\s]{{1,2}}{_month('p_m2')}{_year_after('p_y2')}"
    months = rf"{_month('p_m')}{_year_after('p_y')}(?:{to}(?:the\s)?{other})?"
    whole = rf"{months}|(?P<p_year>{_CENTURIES})(?![\ds])"
    return rf"(?:[Tt]he\s)?{pair}[-‐‑–\s]{{1,2}}(?:{whole})"


def _months() -> str:
    to = r"(?:\s{0,2}(?:[-‐‑‒–—−]>|[-‐‑‒–—−/→])\s{0,2}|\s(?:to|through|thru|until|till)\s)"
    return rf"{_month('m_m1')}{_year_after('m_y1')}{to}{_month('m_m2')}{_year_after('m_y2')}"


def _one_month() -> str:
    return rf"{_month('m_m3')}\s?,?\s{{0,2}}(?:of\s)?(?P<m_y3>{_CENTURIES})(?!\d)"


def _month_alone() -> str:
    """A month alone counts before a colon, or a dash that stands between blanks."""
    return rf"{_month('m_m4')}(?=\s?:|\s(?:[–—]|-{{1,2}})\s)"


_BEFORE_MONTH = tuple("in since by of until from last this during for to In Since By and".split())  # noqa: SIM905


def _bare_month() -> str:
    """A month alone counts behind a preposition: "May" and "March" are words too."""
    before = "|".join(rf"(?<=\b{word}\s)" for word in _BEFORE_MONTH)
    return rf"(?:{before}){_month('m_m4')}(?!\s?\d)(?![-\s][A-Z])"


def _seasons() -> str:
    season = _any(dict(calendar_words().seasons), capital=False)
    span = r"(?:[-–/](?P<s_y2>\d{4}|\d{2})(?!\d))?"
    return rf"(?P<s_name>{season})\s(?:of\s)?(?P<s_y1>{_CENTURIES})(?!\d){span}"


def _years() -> str:
    return rf"(?P<y_y1>{_CENTURIES})(?:\s?[-–—]\s?|\sto\s)(?P<y_y2>{_CENTURIES})(?![\w%]|[.,]\d|[-–]\w)"


def _year() -> str:
    return rf"(?P<y_y>{_CENTURIES})(?![\w%]|[.,]\d|[-–]\w)"
