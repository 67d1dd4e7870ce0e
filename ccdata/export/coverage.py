"""`coverage.csv`: which issues of which pairs a release holds, and how well they were read.

A row stands for every pair and every issue of the journal's calendar from the release's first issue to its
last; an article without a number has a row without one. How it was read:

    read      the article is there and no finding says that a part of it was not understood
    partly    it is there, but lines, its chronology or the order of its columns were not understood
    missing   no article of this pair and issue was read: not handed in, not readable, or never written
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from ccdata.authority.journal import issue_of
from ccdata.link import Release, article_key
from ccdata.records import Article, Event, Finding, Mention, Quote, Record

FILE = "coverage.csv"
UNREAD = frozenset({"not-an-article", "line-unread", "chronology-missing", "columns-interleaved"})
"""The findings that say that a part of an article was not understood."""
MOST_VOLUME = 200
"""A volume beyond this is a slip of the print: no row of missing issues leads up to it."""
COLUMNS = {
    "pair": ("string", "The pair, as in the articles' ids."),
    "volume": ("integer", "The volume; empty for an article without a number."),
    "issue": ("integer", "The issue within the volume."),
    "published": ("string", "The month of the issue by the journal's calendar, YYYY-MM."),
    "status": ("string", "read, partly or missing."),
    "article_id": ("string", "The article; empty where it is missing."),
    "events": ("integer", "Its events."),
    "quotes": ("integer", "Its quotations."),
    "mentions": ("integer", "Its mentions of actors."),
    "errors": ("integer", "Its findings that are errors."),
    "warnings": ("integer", "Its findings that are warnings."),
    "notes": ("integer", "Its findings that are notes."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is known of one pair in one issue."""

    pair: str
    volume: int | None
    issue: int | None
    published: str | None
    status: str
    article_id: str | None
    events: int = 0
    quotes: int = 0
    mentions: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0


@contextmanager
def writing(folder: Path) -> Iterator[Callable[[Record], None]]:
    """Give what takes a release's records one by one; when all were taken, write the file."""
    tally = Tally()
    yield tally.add
    with (folder / FILE).open("x", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(map(astuple, tally.rows()))


def schema() -> dict[str, Any]:
    """Return the Table Schema of the file."""
    fields = [{"name": name, "type": kind, "description": said} for name, (kind, said) in COLUMNS.items()]
    return {"fields": fields, "missingValues": [""]}


def pair_of(article_id: str) -> str:
    """Return the pair that an article's id names; `unknown` where it names none."""
    order, _, _, pair = article_key(article_id)
    return pair if order == 0 else "unknown"


def coverage_of(release: Release) -> list[Row]:
    """Return a row for every pair and issue, by pair; articles without a number stand last in theirs."""
    tally = Tally()
    for part in release.parts():
        for record in part.records:
            tally.add(record)
    return tally.rows()


class Tally:
    """What there is of each article, counted record by record: a row and some numbers are kept of it."""

    def __init__(self) -> None:
        self._articles: list[Row] = []
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, record: Record) -> None:
        """Count a record by its kind, a finding by severity and code."""
        if isinstance(record, Article):
            self._articles.append(_bare(record))
        elif isinstance(record, Event | Quote | Mention):
            self._counts[record.article_id][record.TYPE] += 1
        elif isinstance(record, Finding):
            self._counts[record.article_id or ""].update([record.severity, record.code])

    def rows(self) -> list[Row]:
        """Return the rows of what was counted, and those of what is missing between."""
        rows = [_counted(row, self._counts[row.article_id or ""]) for row in self._articles]
        there = {(row.pair, row.volume, row.issue) for row in rows}
        pairs = {row.pair for row in rows}
        missing = [
            Row(pair=pair, volume=volume, issue=issue, published=published, status="missing", article_id=None)
            for volume, issue, published in _issues(rows)
            for pair in pairs
            if (pair, volume, issue) not in there
        ]
        return sorted([*rows, *missing], key=_place)


def _bare(article: Article) -> Row:
    """Return an article's row before anything of it was counted."""
    numbered = article.volume is not None and article.issue is not None
    volume, number = (article.volume, article.issue) if numbered else (None, None)
    issue = issue_of(volume, number) if volume is not None and number is not None else None
    return Row(
        pair=pair_of(article.id),
        volume=volume,
        issue=number,
        published=issue.published if issue else article.published,
        status="read",
        article_id=article.id,
    )


def _counted(row: Row, count: Counter[str]) -> Row:
    """Return the row with what was counted."""
    return replace(
        row,
        status="partly" if count.keys() & UNREAD else "read",
        events=count["event"],
        quotes=count["quote"],
        mentions=count["mention"],
        errors=count["error"],
        warnings=count["warning"],
        notes=count["note"],
    )


def _issues(rows: Iterable[Row]) -> Iterator[tuple[int, int, str]]:
    """Yield every issue of the calendar from the first that the articles have to the last."""
    numbers = ((row.volume, row.issue) for row in rows)
    had = [(volume, issue) for volume, issue in numbers if volume and issue and volume <= MOST_VOLUME]
    if not had:
        return
    first, last = min(had), max(had)
    for volume in range(first[0], last[0] + 1):
        number = 1
        while (issue := issue_of(volume, number)) is not None:
            if first <= (volume, number) <= last:
                yield volume, number, issue.published
            number += 1


def _place(row: Row) -> tuple[str, bool, int, int, str]:
    return (row.pair, row.volume is None, row.volume or 0, row.issue or 0, row.article_id or "")
