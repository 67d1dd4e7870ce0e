"""`coverage.csv`: which issues of which pairs a release holds, and how well they were read.

A row stands for every pair and every issue of the journal's calendar from the release's first issue to its
last; an article without a number has a row without one. How it was read:

    read      the article is there and no finding says that a part of it was not understood
    partly    it is there, but lines, its chronology or the order of its columns were not understood
    missing   no article of this pair and issue was read: not handed in, not readable, or never written
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from ccdata.authority.journal import issue_of
from ccdata.link import Release, Scratch, article_key, number_text
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

_TABLES = """
    CREATE TABLE rows (pair, volume, issue, volume_place, issue_place, published, article);
    CREATE INDEX by_place ON rows (pair, volume = '', volume_place, issue_place, coalesce(article, ''));
    CREATE INDEX by_number ON rows (volume_place, issue_place);
    CREATE TABLE counts (article, name, number, PRIMARY KEY (article, name)) WITHOUT ROWID;
"""
_PUT_ROW = "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)"
_PUT_COUNT = """
    INSERT INTO counts VALUES (?, ?, ?)
    ON CONFLICT (article, name) DO UPDATE SET number = number + excluded.number
"""
_ROWS = """
    SELECT pair, volume, issue, published, article FROM rows
    ORDER BY pair, volume = '', volume_place, issue_place, coalesce(article, '')
"""
_NUMBERS = """
    SELECT volume, issue FROM rows WHERE volume <> '' AND volume_place <= ?
    ORDER BY volume_place {order}, issue_place {order} LIMIT 1
"""


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
    return list(tally.rows())


class Tally:
    """What there is of each article, counted record by record; it waits on disk."""

    def __init__(self) -> None:
        self._tables = Scratch(_TABLES)
        self._article_id = ""
        self._counts: Counter[str] = Counter()

    def add(self, record: Record) -> None:
        """Count a record by its kind, a finding by severity and code."""
        if isinstance(record, Article):
            self._put_row(_bare(record))
        elif isinstance(record, Event | Quote | Mention):
            self._count(record.article_id, record.TYPE)
        elif isinstance(record, Finding):
            self._count(record.article_id or "", record.severity, record.code)

    def rows(self) -> Iterator[Row]:
        """Yield the rows of what was counted, and those of what is missing between, by pair."""
        self._put_counts()
        self._put_missing()
        for pair, volume, issue, published, article_id in self._tables.ask(_ROWS):
            row = Row(
                pair=pair,
                volume=int(volume) if volume else None,
                issue=int(issue) if issue else None,
                published=published,
                status="missing" if article_id is None else "read",
                article_id=article_id,
            )
            yield row if article_id is None else _counted(row, Counter(dict(self._counts_of(article_id))))

    def _put_row(self, row: Row) -> None:
        numbers = ("" if number is None else str(number) for number in (row.volume, row.issue))
        places = (number_text(row.volume or 0), number_text(row.issue or 0))
        self._tables.note(_PUT_ROW, [(row.pair, *numbers, *places, row.published, row.article_id)])

    def _count(self, article_id: str, *names: str) -> None:
        """Count for an article; records of one come in a row."""
        if article_id != self._article_id:
            self._put_counts()
            self._article_id = article_id
        self._counts.update(names)

    def _put_counts(self) -> None:
        rows = [(self._article_id, name, number) for name, number in self._counts.items()]
        self._tables.note(_PUT_COUNT, rows)
        self._counts.clear()

    def _counts_of(self, article_id: str) -> Iterator[tuple[str, int]]:
        return self._tables.ask("SELECT name, number FROM counts WHERE article = ?", article_id)

    def _put_missing(self) -> None:
        """Put a row for each pair and issue of which there is none."""
        issues = list(_issues(self._numbers("ASC"), self._numbers("DESC")))
        pairs = list(self._tables.ask("SELECT DISTINCT pair FROM rows"))
        for (pair,) in pairs:
            there = set(self._tables.ask("SELECT volume, issue FROM rows WHERE pair = ?", pair))
            for volume, issue, published in issues:
                if (str(volume), str(issue)) not in there:
                    self._put_row(
                        Row(
                            pair=pair,
                            volume=volume,
                            issue=issue,
                            published=published,
                            status="missing",
                            article_id=None,
                        )
                    )

    def _numbers(self, order: str) -> tuple[int, int] | None:
        """Return volume and issue of the first or last article whose volume is no slip."""
        rows = self._tables.ask(_NUMBERS.format(order=order), number_text(MOST_VOLUME))
        return next(((int(volume), int(issue)) for volume, issue in rows), None)


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


def _issues(first: tuple[int, int] | None, last: tuple[int, int] | None) -> Iterator[tuple[int, int, str]]:
    """Yield every issue of the calendar from the first that the articles have to the last."""
    if first is None or last is None:
        return
    for volume in range(first[0], last[0] + 1):
        number = 1
        while (issue := issue_of(volume, number)) is not None:
            if first <= (volume, number) <= last:
                yield volume, number, issue.published
            number += 1
