"""Labels inside running text: how entries are told apart where no line ends between them.

run-on  = entry {entry}
entry   = label body
a label stands behind a sentence's end; with a colon also behind a missing full stop
        | with a year and no colon, behind any word that takes no date ("in", "by", "on" take one)
no label = "(see Oct. 1)" | "by Oct. 15: ..." | "On July 23, 2019, ..."
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ccdata.document.date_grammar import month_places, patterns
from ccdata.document.dates import DateLabel, label_of

ANY_YEAR = 2000
_ENDS = re.compile(r"(?:[.!?…;]|\.{3})[\"“”’'»)\]]{0,3}(?:\[\d{1,3}\])?\s*$")
_TAKES_DATE = re.compile(
    r"(?i)(?:\b(?:on|by|of|in|since|from|until|till|to|the|and|or|for|at|before|after|through|during|"
    r"around|about|between|dated|see|beginning|starting|ending|late|early|mid|next|last|this)|[,(–—-]|\bvs\.?)\s*$"
)
_LOOK_BACK = 40
_LONGEST_DATE = 100
_AT_MOST = dt.timedelta(days=45)
_YEARS_SHARE = 0.6


class InnerLabel(NamedTuple):
    """A label and the place in the text where it begins; `label` counts from the text's start."""

    start: int
    label: DateLabel

    @property
    def colon(self) -> bool:
        """Say whether a colon parts it from its body."""
        return self.label.separator in (":", ";")


def find_labels(text: str, known: DateLabel | None = None) -> tuple[InnerLabel, ...]:
    """Return the labels of a run-on text, in order; years that are not printed are any year.

    `known` is what has been read at its head: most texts name no other date.
    """
    months = month_places(text)
    if not months:
        return ()
    if known is not None and months[-1] < known.date.end:
        dated = known.date.months is not None and known.body_start < len(text)
        return (InnerLabel(0, known),) if dated else ()
    near = max(0, months[0] - _LONGEST_DATE), min(len(text), months[-1] + 2 * _LONGEST_DATE)
    read = [inner for match in patterns().label.finditer(text, *near) if (inner := _inner(match, known))]
    found = [inner for inner in read if inner.start == 0 or _opens(text, inner)]
    years = sum(inner.label.date.has_year for inner in found)
    if years >= _YEARS_SHARE * len(found):
        found = [inner for inner in found if inner.colon or inner.label.date.has_year or inner.start == 0]
    return tuple(_with_loose(text, read, found))


def _with_loose(text: str, read: Sequence[InnerLabel], sure: Sequence[InnerLabel]) -> list[InnerLabel]:
    """Add what only lacks the full stop before it, where its date lies between those of its neighbours."""
    starts = [inner.start for inner in sure]
    yearless = _ways_of_yearless(sure)
    found = list(sure)
    for inner in read:
        place = bisect_left(starts, inner.start)
        last = place == len(sure)
        if place == 0 or (not last and starts[place] == inner.start) or not _is_loose(text, inner, yearless):
            continue
        before, here = _day(sure[place - 1]), _day(inner)
        after = _end_of_order(sure) if last else _day(sure[place])
        if before and here and after and (before <= here <= after or before >= here >= after):
            found.append(inner)
    return sorted(found, key=lambda inner: inner.start)


def _ways_of_yearless(sure: Sequence[InnerLabel]) -> frozenset[str]:
    """Return what may stand behind a label without a year: nothing, or what stands behind most of such."""
    ways = [inner.label.separator for inner in sure if not inner.label.date.has_year]
    if len(ways) <= len(sure) / 2:
        return frozenset()
    return frozenset({"none"} | {way for way in set(ways) if ways.count(way) > len(sure) / 2})


def _end_of_order(sure: Sequence[InnerLabel]) -> dt.date | None:
    """Return how far the list can go on behind its last sure label."""
    first, last = _day(sure[0]), _day(sure[-1])
    if first is None or last is None:
        return None
    return last + _AT_MOST if first <= last else last - _AT_MOST


def _day(inner: InnerLabel) -> dt.date | None:
    """Return the first day of a label; a year that is not printed is the same for all."""
    date = inner.label.date
    return date.interval.start if date.interval else None


def _is_loose(text: str, inner: InnerLabel, yearless: frozenset[str]) -> bool:
    """A date between a word that takes no date and a capital, its year printed as others print it."""
    label = inner.label
    if label.separator not in ("none", ".", "-", "--", "–", "—"):
        return False
    if not label.date.has_year and label.separator not in yearless:
        return False
    before = text[max(0, inner.start - _LOOK_BACK) : inner.start]
    return text[label.body_start].isupper() and not _TAKES_DATE.search(before)


def colon_labels(text: str, labels: Sequence[InnerLabel]) -> list[InnerLabel]:
    """Return the labels that a colon follows and a sentence's end goes before."""
    return [inner for inner in labels if inner.colon and behind_end(text, inner.start)]


def opens_with_label(text: str, start: int) -> bool:
    """Say whether a label stands at a place of a text."""
    match = patterns().label.match(text, start)
    return match is not None and _inner(match) is not None


def _inner(match: re.Match[str], known: DateLabel | None = None) -> InnerLabel | None:
    """Read the label whose date is found: it has a month, and a body; or take it where it is known."""
    text, start = match.string, match.start()
    if start and (text[start - 1].isalnum() or text[start - 1] in "$€£¥-–/"):
        return None
    same = known is not None and (known.date.start, known.date.end) == match.span()
    label = known if same else label_of(match, year=ANY_YEAR)
    if label is None or label.date.months is None or label.body_start >= len(text):
        return None
    return InnerLabel(start, label)


def _opens(text: str, inner: InnerLabel) -> bool:
    """Say whether a label inside a text opens an entry."""
    separator = inner.label.separator
    ended = behind_end(text, inner.start)
    if inner.colon:
        return ended or not _TAKES_DATE.search(text[max(0, inner.start - _LOOK_BACK) : inner.start])
    printed = text[inner.start : inner.label.date.end]
    if separator == "," or printed.startswith("On "):
        return False
    return ended and not text[inner.label.body_start].isdigit()


def behind_end(text: str, start: int) -> bool:
    """Say whether a place stands behind the end of a sentence, or opens the text."""
    return start == 0 or bool(_ENDS.search(text[max(0, start - _LOOK_BACK) : start]))
