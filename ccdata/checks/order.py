"""The order of a release: articles by volume, issue and pair; records within one by span; actors by id."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ccdata.checks.fault import PlainRecord
from ccdata.records.ids import parts_of

OrderKey = tuple[Any, ...]


@lru_cache(maxsize=256)
def article_key(article_id: str | None) -> OrderKey:
    """Return the place of an article: numbered ones first, then those that only bytes name.

    A record of no article (`None`) stands before all.
    """
    if article_id is None:
        return (0, 0, 0, "")
    parts = parts_of(article_id)
    return (2, 0, 0, article_id) if parts is None else (1, *parts)


def order_key(record: PlainRecord) -> OrderKey:
    """Return the place of a record among those of its type."""
    if record["record_type"] in ("actor", "redirect"):
        return (record["id"],)
    span = record.get("span")
    start = span["start"] if span else -1
    return (*article_key(record["article_id"]), start, record["id"])
