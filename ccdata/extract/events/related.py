"""Other dates inside an entry, absolute and relative.

    relative = ("the" | "a" | NUMBER) UNIT ("before" | "earlier" | "later" | "after")      a week later
             | ("the" ("next" | "following" | "previous" | "same") UNIT)                    the next day
A relative date counts from the entry's own; one that is followed by what it counts from ("a day after the
killing") has no date, unless a date stands there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ccdata.extract.events.dates import dates_in
from ccdata.extract.events.stretch import Ordered
from ccdata.records import dates
from ccdata.records.dates import DateInterval
from ccdata.records.shapes import RelatedDate
from ccdata.source.clean import Block

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_LONG = 40
"""No date in running text is longer, in characters."""
_DAYS = {"day": 1, "week": 7}
_RELATIVE = re.compile(
    r"\b(?:(?P<number>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
    r"(?P<unit>day|week|month|year)s? "
    r"(?P<way>before|earlier|later|afterwards?|after)(?! [a-z])"
    r"|the (?P<side>next|following|previous|same) (?P<span>day|week|month|year))\b(?! of\b)",
    re.IGNORECASE,
)


_Row = tuple[int, int, DateInterval | None, dt.date | None]


def related_dates(body: Block, label: DateInterval | None) -> tuple[RelatedDate, ...]:
    """Return the dates in an entry's body, in order."""
    year = label.start.year if label else None
    found: list[_Row] = [(m.start, m.end, m.interval, None) for m in dates_in(body.text, year=year)]
    if relative := list(_relative(body.text, label)):
        dated = Ordered(found, lambda row: row[0])
        found += [row for row in relative if not dated.between(row[0] - _LONG, row[1])]
        found.sort(key=lambda row: row[0])
    return tuple(
        RelatedDate(
            text=body.text[start:end],
            span=body.span(start, end),
            date_edtf=interval.edtf if interval else None,
            anchor_date=anchor,
        )
        for start, end, interval, anchor in found
    )


def told_later(opening: str, anchor: DateInterval) -> DateInterval | None:
    """Return the day at a sentence's opening that counts from the day told before ("A week later")."""
    found = next(_relative(opening, anchor), None)
    day = found[2] if found else None
    return day if day is not None and day.precision == "day" else None


def counts_days(text: str) -> bool:
    """Say whether a text counts days from others: "a week later"."""
    return _RELATIVE.search(text) is not None


def _relative(text: str, label: DateInterval | None) -> Iterator[_Row]:
    lower = text.lower()
    if not ("day" in lower or "week" in lower or "month" in lower or "year" in lower):
        return
    for match in _RELATIVE.finditer(text):
        anchor, interval = _count(match, label)
        yield match.start(), match.end(), interval, anchor


def _count(match: re.Match[str], label: DateInterval | None) -> tuple[dt.date | None, DateInterval | None]:
    if label is None or label.precision not in {"day", "range"}:
        return None, None
    if match["side"]:
        side = match["side"].lower()
        forward = side in {"next", "following"}
        steps = 0 if side == "same" else 1 if forward else -1
        return _step(label, match["span"].lower(), steps)
    back = match["way"].lower() in {"before", "earlier"}
    number = _NUMBERS.get(match["number"].lower()) or int(match["number"])
    return _step(label, match["unit"].lower(), -number if back else number)


def _step(label: DateInterval, unit: str, steps: int) -> tuple[dt.date, DateInterval | None]:
    anchor = label.end if steps > 0 else label.start
    try:
        if unit in _DAYS:
            day = anchor + dt.timedelta(days=_DAYS[unit] * steps)
            return anchor, dates.day(day.year, day.month, day.day)
        months = anchor.year * 12 + anchor.month - 1 + steps * (12 if unit == "year" else 1)
        if unit == "year":
            return anchor, dates.year(months // 12)
        return anchor, dates.month(months // 12, months % 12 + 1)
    except (OverflowError, ValueError):
        return anchor, None
