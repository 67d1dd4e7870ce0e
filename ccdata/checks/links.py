"""What a record names beside itself: ids that must exist, and bonds that both ends must tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ccdata.checks.fault import PlainRecord

REFERENCES: dict[str, tuple[str, ...]] = {
    "article": (),
    "event": ("article_id", "actors.actor_id", "quote_ids", "same_as"),
    "quote": (
        "article_id", "within", "speakers.actor_id", "addressees.actor_id", "reported_via.actor_id",
        "continues", "event_id", "same_as",
    ),
    "actor": (),
    "mention": ("article_id", "actor_id"),
    "finding": ("article_id", "record_id"),
    "redirect": ("article_id", "new_id"),
}  # fmt: skip
"""The fields that hold ids of other records."""

_LETTER = re.compile(r":([eqmf]):[0-9a-f]{8}(?:-\d+)?$")
_TYPES = {"e": "event", "q": "quote", "m": "mention", "f": "finding"}
_REPEAT = re.compile(r"-([2-9]|[1-9]\d+)$")


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that a record names, and the field that names it."""

    path: str
    target: str


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie that two records tell: `left` says which end this one is."""

    path: str
    ends: str
    left: bool


def references_of(record: PlainRecord) -> Iterator[Reference]:
    """Yield every id that the record names."""
    for path in REFERENCES[record["record_type"]]:
        for target in _ids_at(record, path):
            if target is not None:
                yield Reference(path, target)
    before = _one_before(record)
    if before is not None:
        yield Reference("id", before)


def _ids_at(record: PlainRecord, path: str) -> list[str | None]:
    field, _, key = path.partition(".")
    value = record[field]
    if key:
        return [item[key] for item in value]
    return value if isinstance(value, list) else [value]


def _one_before(record: PlainRecord) -> str | None:
    """`-3` is the third of its kind: there is a second."""
    match = _REPEAT.search(record["id"]) if _LETTER.search(record["id"]) else None
    if match is None:
        return None
    stem = record["id"][: match.start()]
    return stem if match[1] == "2" else f"{stem}-{int(match[1]) - 1}"


def bonds_of(record: PlainRecord) -> Iterator[Bond]:
    """Yield every tie that the other end must tell too."""
    own = record["id"]
    if record["record_type"] == "event":
        for quote in record["quote_ids"]:
            yield Bond("quote_ids", f"{own} {quote}", left=True)
    if record["record_type"] == "quote" and record["event_id"] is not None:
        yield Bond("event_id", f"{record['event_id']} {own}", left=False)
    for other in record.get("same_as", ()):
        yield Bond("same_as", " ".join(sorted((own, other))), left=own < other)


def type_of(record_id: str) -> Literal["article", "event", "quote", "mention", "finding", "actor"]:
    """Return the type of record that an id names."""
    if record_id.startswith("actor:"):
        return "actor"
    match = _LETTER.search(record_id)
    return _TYPES[match[1]] if match else "article"  # type: ignore[return-value]  # the table's values
