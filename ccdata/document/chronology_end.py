"""Where a chronology ends: what stands behind its last entry and is none of it.

    tail = END {anything}
    END  = a heading, or a line that is none of a text's sentences, below which no entry of this period stands
         | "Notes", "About the Author" and their like            whatever stands below
         | a rule, and a paragraph behind it
         | the notice of the journal's citation
         | the first of the notes: "1. ...", "[1] ...", "* ...", "Source: ..."
         | NAME "is a" office, of an institution
         | a list, where the entries are paragraphs and none of them ends with a colon; dated items too, if
           they step back in time, or stand below a heading with no sign behind their dates
         | a notice of the page's, dated far from the period

An entry is of this period where its date lies in the heading's period or among the dates of most others.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ccdata.authority.journal import journal_words
from ccdata.document.chronology import LOST
from ccdata.document.chunks import Chunk
from ccdata.document.citation import NOTICE
from ccdata.document.day_labels import SIGNS
from ccdata.document.furniture import is_furniture
from ccdata.document.naming import is_affiliation, is_name
from ccdata.document.paragraphs import continues
from ccdata.document.run_on import colon_labels
from ccdata.source.clean import CleanText

_ENDS = re.compile(r"[.!?:;…][\"”’'»)\]]{0,3}\s*(?:\[\d{1,3}\])?$")
_NOTE = re.compile(r"(?:[\[(]1[\])]|1[.:)]|1(?=\s[A-Z])|[*†‡]|(?:Sources?|Notes?)\s?:)\s*\S")
_NUMBERED = re.compile(r"[\[(]?\d{1,3}[\]).]{1,2}\s+\S")
_BIOGRAPHY = re.compile(r"(?P<name>[^.!?;:]{4,60}?),?\s(?:is|was)\s(?:also\s|currently\s)?(?:an?|the)\s")
_SENTENCE = 200
_HEADING = 80
_MARGIN = dt.timedelta(days=31)
_NEAR = dt.timedelta(days=200)
_LISTED_SHARE = 3
_FEW = 3
_Period = tuple[dt.date, dt.date] | None


def without_tail(
    chunks: Sequence[Chunk], clean: CleanText, period: _Period
) -> tuple[Sequence[Chunk], Sequence[Chunk]]:
    """Part the chunks of a chronology from what stands behind it."""
    end = _Judge(chunks, clean, period).end()
    return chunks[:end], chunks[end:]


@dataclass(slots=True)
class _Judge:
    chunks: Sequence[Chunk]
    clean: CleanText
    period: _Period

    def end(self) -> int:
        """Return where the tail begins."""
        chunks, home = self.chunks, self._home()
        if not home:
            return len(chunks)
        below = range(home[0] + 1, len(chunks))
        named = next((n for n in below if is_end(chunks[n])), len(chunks))
        last = home[bisect_left(home, named) - 1]
        listed = 2 * sum(chunks[n].kind == "bullet" for n in home) >= len(home)
        rules = [mark.start for mark in self.clean.marks if mark.kind == "break"]
        for n in range(last + 1, named):
            if self._closes(chunks[n - 1], chunks[n], rules, listed=listed):
                return n
        return named

    def _home(self) -> list[int]:
        """Return the numbers of the chunks that are entries of this period, or hold some."""
        dated = [n for n, chunk in enumerate(self.chunks) if _is_dated(chunk)]
        notes = [n for n in dated if _is_plain_item(self.chunks[n]) or _NUMBERED.match(self.chunks[n].text)]
        if _LISTED_SHARE * len(notes) < len(dated):
            dated = sorted(set(dated) - set(notes))
        dated = self._without_list(dated)
        days = sorted(day for n in dated if (day := _printed_day(self.chunks[n])) is not None)
        if not days:
            return dated
        middle = days[len(days) // 2]
        reach = max(_NEAR, 3 * sorted(abs(day - middle) for day in days)[len(days) // 2])
        return [n for n in dated if self._is_home(_printed_day(self.chunks[n]), middle, reach)]

    def _without_list(self, dated: list[int]) -> list[int]:
        """Leave out the list behind dated paragraphs, if a step back parts it from them, or a heading from
        items without a sign behind their dates.
        """
        chunks = self.chunks
        texts = [n for n in dated if chunks[n].kind != "bullet"]
        items = [n for n in dated if texts and n > texts[-1]]
        if len(texts) < _FEW or not items or len(texts) + len(items) < len(dated):
            return dated
        bare = all(chunks[n].label and not _has_sign(chunks[n]) for n in items)
        headed = bare and any(chunk.kind == "heading" for chunk in chunks[texts[-1] + 1 : items[0]])
        first, last, item = (_printed_day(chunks[n]) for n in (texts[0], texts[-1], items[0]))
        back = first and last and item and (item < last if first <= last else item > last)
        return texts if headed or back else dated

    def _is_home(self, day: dt.date | None, middle: dt.date, reach: dt.timedelta) -> bool:
        if day is None or abs(day - middle) <= reach:
            return True
        return self.period is not None and self.period[0] - _MARGIN <= day <= self.period[1] + _MARGIN

    def _closes(self, before: Chunk, chunk: Chunk, rules: Sequence[int], *, listed: bool) -> bool:
        """Say whether a chunk behind the last entry is none of its text."""
        if NOTICE.search(chunk.text) or chunk.kind == "heading":
            return True
        if chunk.kind in ("aside", "month") or continues(before, chunk):
            return False
        if chunk.is_entry and chunk.kind != "bullet" and not _NUMBERED.match(chunk.text):
            return _is_notice(chunk.text)
        if chunk.kind == "bullet" and not listed and not before.text.endswith(":"):
            return True
        ruled = bisect_left(rules, before.end) < bisect_left(rules, chunk.start)
        noted = bool(_NOTE.match(chunk.text)) or is_furniture(chunk.text) or _is_biography(chunk.text)
        return ruled or noted or not _ENDS.search(chunk.text)


def _is_dated(chunk: Chunk) -> bool:
    if chunk.kind in ("heading", "aside", "month"):
        return False
    head = chunk.is_entry or chunk.is_loose or bool(LOST.match(chunk.text))
    return head or bool(colon_labels(chunk.text, chunk.labels)) or chunk.is_run_on


def _is_plain_item(chunk: Chunk) -> bool:
    """Say whether a list's item begins with a date as a sentence does: a note can."""
    if chunk.kind != "bullet" or chunk.label is None or chunk.label.separator != ",":
        return False
    return not _has_sign(chunk) and not chunk.text[chunk.label.body_start :][:1].isupper()


def _has_sign(chunk: Chunk) -> bool:
    return chunk.block.bold_end > 0 or (chunk.label is not None and chunk.label.separator in SIGNS)


def _printed_day(chunk: Chunk) -> dt.date | None:
    """Return the first day of a label that prints its year."""
    date = chunk.label.date if chunk.label else None
    return date.interval.start if date and date.interval and date.has_year else None


def is_end(chunk: Chunk) -> bool:
    """Say whether a line is a heading below which nothing of the article stands."""
    text = chunk.text
    return len(text) <= _HEADING and text.casefold().strip(" .:") in journal_words()["furniture"]["ends"]


def _is_biography(text: str) -> bool:
    """Say whether a paragraph tells who a person is."""
    match = _BIOGRAPHY.match(text)
    return match is not None and is_name(match["name"].partition(",")[0]) and is_affiliation(text[:_SENTENCE])


def _is_notice(text: str) -> bool:
    folded = text.casefold()
    return any(word in folded for word in journal_words()["furniture"]["notices"])
