"""The order of a release: what comes first among articles, and among the records of one.

articles   (volume, issue, pair), numbers as numbers; an article without a volume is named by its
           period and follows by (year, month, pair): no volume has four digits; `doc-...` come last
records    (start of span, id); a record without a span stands before those with one
actors     id
"""

from __future__ import annotations

from typing import cast

from ccdata.records import Actor, Article, Event, Finding, Mention, Quote, Record, Redirect, Span
from ccdata.records.ids import parts_of

ArticleKey = tuple[int, int, int, str]
RecordKey = tuple[int, str]
AnyRecord = Article | Event | Quote | Actor | Mention | Finding | Redirect


def id_of(record: Record) -> str:
    """Return the record's id."""
    return cast("AnyRecord", record).id


def type_of(record: Record) -> str:
    """Return the name of the record's type."""
    return type(record).TYPE


def article_key(article_id: str) -> ArticleKey:
    """Return the article's place among articles, from its id alone."""
    parts = parts_of(article_id)
    return (1, 0, 0, article_id) if parts is None else (0, *parts)


def place_text(article_id: str) -> str:
    """Return the article's place as a text that sorts alike."""
    order, volume, issue, rest = article_key(article_id)
    return f"{order}{number_text(volume)}{number_text(issue)}{rest}"


def number_text(number: int) -> str:
    """Return a whole number as a text that sorts alike: its digits after their number."""
    return f"{len(str(number)):04}{number}"


def record_key(record: Record) -> RecordKey:
    """Return the record's place among those of its type and article."""
    span = getattr(record, "span", None)
    start = span.start if isinstance(span, Span) else -1
    return (start, id_of(record))
