"""Where the chronology stands: its heading, its period, its chunks.

    chronology = heading [period] {entry}
    heading    = a short line that begins with "Chronology"
    period     = MONTH [YEAR] TO MONTH YEAR, in the heading or on the next line

Without a heading, the chronology begins at the first of three labelled chunks, at a run-on text, at the
first of three entries whose date is lost, or of three whose dates stand apart, where little else is left.
Below the heading, dates that stand apart are joined with their texts (`ccdata.document.date_heads`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ccdata.document.chunks import Chunk
from ccdata.document.date_heads import cut_dates, is_date_alone, settle
from ccdata.document.dates import find_dates, read_date
from ccdata.document.day_labels import read_month_head
from ccdata.document.model import Printed
from ccdata.source.clean import CleanText

SPACED_CHRONOLOGY = r"c ?h ?r ?o ?n ?o ?l ?o ?g ?(?:y|i ?e ?s)"
"""The word, its letters spaced or not."""
_HEADING = re.compile(
    rf"^(?:(?:a|the)\s)?(?:[\w.]+(?:[-–—/ ]{{1,3}}[\w.]+){{0,6}}:?\s)?{SPACED_CHRONOLOGY}\b", re.IGNORECASE
)
_SPACED = re.compile(r"(?<=\b\w) (?=\w\b)")
LOST = re.compile(r"^:\s+(?=\S)")
_CUT_OFF = "relations"
"""The heading's last word, where a column's end has cut it off."""
_FULL_TEXT = "full text"
_HEADING_WORDS = 16
_FEW = 3
_NEAR = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """The chronology's chunks: `first` is the index of its heading, or of its first entry."""

    first: int
    heading: Chunk | None
    period: Printed | None
    period_dates: tuple[dt.date, dt.date] | None
    chunks: tuple[Chunk, ...]


def find_chronology(chunks: Sequence[Chunk], clean: CleanText) -> Chronology | None:
    """Find the chronology; None where there is none."""
    named = [n for n, chunk in enumerate(chunks) if is_chronology_heading(chunk)]
    headings = [n for n in named if _followed(chunks, n, clean)]
    if headings:
        return _headed(chunks, _first_of(headings, chunks), clean)
    begin = next((n + 1 for n, chunk in enumerate(chunks) if chunk.text.casefold() == _FULL_TEXT), 0)
    labelled = [place for place in range(begin, len(chunks)) if opens_entry(chunks[place])]
    run_on = any(chunks[place].is_run_on for place in labelled)
    if len(labelled) < _FEW and not run_on and not (begin and labelled):
        return _apart(chunks[begin:], begin, clean)
    return _unheaded(labelled[0], chunks[labelled[0] :])


def _unheaded(first: int, chunks: Sequence[Chunk]) -> Chronology:
    return Chronology(first=first, heading=None, period=None, period_dates=None, chunks=tuple(chunks))


def _apart(chunks: Sequence[Chunk], begin: int, clean: CleanText) -> Chronology | None:
    """Find three entries or more whose dates stand apart, and which are most of what follows the first."""
    for first, chunk in enumerate(chunks):
        if is_date_alone(cut_dates([chunk], clean)[0].text):
            settled = settle(cut_dates(chunks[first:], clean), clean)
            entries = sum(chunk.is_entry for chunk in settled)
            return (
                _unheaded(begin + first, settled) if entries >= _FEW and 2 * entries > len(settled) else None
            )
    return None


def opens_entry(chunk: Chunk) -> bool:
    """Say whether an entry stands at the head of a chunk, or several in it."""
    return chunk.is_entry or bool(LOST.match(chunk.text)) or (chunk.kind == "text" and chunk.is_run_on)


def is_chronology_heading(chunk: Chunk) -> bool:
    """Say whether a chunk is the heading of a chronology."""
    text = chunk.text
    if text[-1] in ".,;" or _HEADING.match(text) is None:
        return False
    return len(_SPACED.sub("", text).split()) <= _HEADING_WORDS


def _first_of(headings: Sequence[int], chunks: Sequence[Chunk]) -> int:
    """The last heading counts, or the first that only entries part from it: a page's head repeats it."""
    first = headings[-1]
    for place in reversed(headings[:-1]):
        between = chunks[place + 1 : first]
        if 2 * sum(opens_entry(chunk) or chunk.is_loose for chunk in between) <= len(between):
            break
        first = place
    return first


def _followed(chunks: Sequence[Chunk], place: int, clean: CleanText) -> bool:
    """A heading counts if an entry stands near below it, or days stand at the heads of most that is near."""
    near = [chunk for chunk in chunks[place + 1 : place + 1 + _NEAR] if not _is_date(chunk)]
    dated = sum(chunk.label is not None and chunk.label.date.months is not None for chunk in near)
    if any(map(opens_entry, near)) or 2 * dated > len(near):
        return True
    below = _headed(chunks[: place + 1 + 2 * _NEAR], place, clean).chunks
    return any(chunk.is_entry for chunk in below)


def _is_date(chunk: Chunk) -> bool:
    """A line that is a date and nothing else: the period."""
    return chunk.label is not None and chunk.label.body_start >= len(chunk.text)


def _headed(chunks: Sequence[Chunk], place: int, clean: CleanText) -> Chronology:
    heading = chunks[place]
    period, dates = period_in(heading)
    rest = cut_dates(chunks[place + 1 :], clean)
    if rest and rest[0].text.casefold() == _CUT_OFF:
        rest = rest[1:]
    if period is None and rest and not rest[0].is_entry and not rest[0].is_loose and _is_period(rest, clean):
        period, dates = period_in(rest[0])
        rest = rest[1:] if period else rest
    settled = tuple(settle(rest, clean))
    return Chronology(first=place, heading=heading, period=period, period_dates=dates, chunks=settled)


def _is_period(below: Sequence[Chunk], clean: CleanText) -> bool:
    """The first line below a heading is no period where it is a day, or the first of several months."""
    text = below[0].text
    if read_month_head(text) is not None:
        months = [chunk for chunk in settle(below, clean) if chunk.kind == "month"]
        return len(months) == 1 and months[0].start == below[0].start
    interval = read_date(text.strip(" :"), year=None)
    return interval is None or len(interval.edtf.partition("/")[0]) <= len("2004-10")


def period_in(chunk: Chunk) -> tuple[Printed | None, tuple[dt.date, dt.date] | None]:
    """Find a range of months, or one month and year, in a heading; a quarter is a line of its own."""
    if len(chunk.text.split()) > _HEADING_WORDS:
        return None, None
    for match in find_dates(chunk.text, year=None):
        if match.interval is not None and match.months is not None:
            printed = Printed(
                value=chunk.text[match.start : match.end], span=chunk.block.span(match.start, match.end)
            )
            return printed, (match.interval.start, match.interval.end)
    interval = read_date(chunk.text.strip(" :*()"))
    if interval is None or interval.precision != "range":
        return None, None
    return Printed(value=chunk.text, span=chunk.block.whole()), (interval.start, interval.end)
