"""When words were spoken: only where the text says so.

explicit   a date in the quotation's own sentence, outside its words; in the chronology the entry's label
relative   "the next day", "three days later", counted from the last date of the paragraph
context    the date of a sentence before: the same speaker goes on, or it sets the scene
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from ccdata.document.model import Placed
from ccdata.extract.naming import Naming
from ccdata.extract.quotes.calendars import Calendar, Dated
from ccdata.extract.quotes.quotation import Quotation
from ccdata.records.dates import DateInterval
from ccdata.records.terms import DateBasis

_NEW_CLAUSE = re.compile(r", (?:and|but|while) |;")
_SCENE = 3
_FAR = 600


def period_of(placed: Sequence[Placed]) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of the chronology's labels."""
    found = [
        p.entry.label.date.interval
        for p in placed
        if p.entry and p.entry.label and p.entry.label.date.interval
    ]
    if not found:
        return None
    return min(one.start for one in found), max(one.end for one in found)


def date_quotations(
    found: Sequence[Quotation],
    placed: Placed,
    units: Sequence[tuple[int, int]],
    namings: Sequence[Naming],
    period: tuple[dt.date, dt.date] | None,
) -> None:
    """Date the credited quotations of one block."""
    if not any(quotation.speakers for quotation in found):
        return
    known = Calendar(_outside(placed.block.text, found), units, namings, period)
    quoting = {quotation.unit for quotation in found}
    running = placed.place != "citation"
    last: tuple[frozenset[str], int, Dated] | None = None
    for quotation in found:
        if not quotation.speakers:
            continue
        own = _own(quotation, known)
        if own is not None:
            _set(quotation, own.interval, own.basis, (own.start, own.end))
        elif placed.entry is not None:
            _from_label(quotation, placed)
        else:
            own = _from_before(quotation, last, known, quoting) if running else None
            if own is not None:
                _set(quotation, own.interval, "context", (own.start, own.end))
        if own is not None:
            last = (quotation.actors, quotation.unit, own)


def _outside(text: str, found: Sequence[Quotation]) -> str:
    """Blank what stands between marks, letter for letter: dates inside the words are not theirs."""
    pieces, place = [], 0
    for quotation in found:
        if quotation.pair.start >= place:
            pieces += [text[place : quotation.pair.start], "#" * (quotation.pair.end - quotation.pair.start)]
            place = quotation.pair.end
    return "".join([*pieces, text[place:]])


def _own(quotation: Quotation, known: Calendar) -> Dated | None:
    """Return the date in the quotation's sentence that is nearest to its cue, none of another clause."""
    cue = quotation.cue.start if quotation.cue is not None else quotation.pair.start
    here = known.near(quotation.unit, cue)
    if quotation.kind == "title":  # "his 2009 book"
        here = [date for date in here if date.interval.precision != "year"]
    here = [date for date in here if not _is_parted(known, quotation.unit, date, cue)]
    return min(here, key=lambda d: min(abs(d.start - cue), abs(d.end - cue)), default=None)


def _is_parted(known: Calendar, unit: int, date: Dated, cue: int) -> bool:
    """Say whether a date is another clause's: "in 2012, and Kim said", "Kim, who came in May, said"."""
    first, last = min(date.end, cue), max(date.start, cue)
    between = known.text[first : min(last, first + _FAR)]
    if date.interval.precision == "year" and _NEW_CLAUSE.search(between):
        return True
    return date.end < cue and "," in between and known.is_of_relative(unit, date)


def _from_label(quotation: Quotation, placed: Placed) -> None:
    label = placed.entry.label if placed.entry else None
    if label is not None and label.date.interval is not None:
        quotation.date_edtf, quotation.date_basis = label.date.interval.edtf, "explicit"


def _from_before(
    quotation: Quotation, last: tuple[frozenset[str], int, Dated] | None, known: Calendar, quoting: set[int]
) -> Dated | None:
    """Return the date of the sentence before with the same speaker, or the one that governs the passage.

    A sentence that quotes nobody and tells what happened on a day sets the scene: "They met on May 3. Kim
    said ..." is dated, and so is what the persons named in it say later on, though not what they had said.
    `quoting` are the units with words in them.
    """
    if last is not None and last[0] == quotation.actors and quotation.unit - last[1] <= 1:
        return last[2]
    if not all(s.naming is not None and s.naming.kind == "person" for s in quotation.speakers):
        return None
    if quotation.cue is not None and known.text.endswith("had ", 0, quotation.cue.start):
        return None
    for unit in range(quotation.unit - 1, max(-1, quotation.unit - 1 - _SCENE), -1):
        scene = known.scene(unit)
        if scene is not None:
            near = unit == quotation.unit - 1 or bool(scene.actors & quotation.actors)
            return scene.date if scene.sets and near and unit not in quoting else None
    return None


def _set(quotation: Quotation, interval: DateInterval, basis: DateBasis, place: tuple[int, int]) -> None:
    quotation.date_edtf, quotation.date_basis, quotation.date_place = interval.edtf, basis, place
