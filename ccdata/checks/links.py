"""What a record names beside itself: ids that must exist, and bonds that both ends must tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ccdata.checks.fault import PlainRecord
from ccdata.records.shard import ShardRecord

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
_REPEAT = re.compile(r":[eqmf]:[0-9a-f]{8}(?P<repeat>-(?:[2-9]|[1-9]\d{1,8}))$")
_FIELDS = {
    name: tuple((path, *path.partition(".")[::2]) for path in paths) for name, paths in REFERENCES.items()
}
"""The same with the field, and the key of its items, taken apart."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie that two records tell: `left` says which end this one is."""

    path: str
    ends: str
    left: bool


def references_of(record: PlainRecord) -> list[tuple[str, str]]:
    """Return every id that the record names, behind the field that names it."""
    named: list[tuple[str, str]] = []
    for path, field, key in _FIELDS[record["record_type"]]:
        value = record[field]
        if value.__class__ is list:
            targets = (item[key] for item in value) if key else value
            named += [(path, target) for target in targets if target is not None]
        elif value is not None:
            named.append((path, value))
    before = _one_before(record["id"])
    if before is not None:
        named.append(("id", before))
    return named


def named_by(records: Iterable[ShardRecord]) -> set[str]:
    """Return every id that any of the records names: a first look, which does not say who names it."""
    groups: dict[str, list[ShardRecord]] = {}
    for record in records:
        groups.setdefault(record.TYPE, []).append(record)
    named: set[str | None] = set()
    for name, group in groups.items():
        named.update([_one_before(record.id) for record in group])
        for _, field, key in _FIELDS[name]:
            values = [getattr(record, field) for record in group]
            if values[0].__class__ is tuple:
                named.update([getattr(item, key) if key else item for items in values for item in items])
            else:
                named.update(values)
    return {target for target in named if target is not None}


def _one_before(record_id: str) -> str | None:
    """`-3` is the third of its kind: there is a second."""
    match = _REPEAT.search(record_id) if record_id[-9:-8] != ":" else None
    if match is None:
        return None
    stem = record_id[: match.start("repeat")]
    return stem if match["repeat"] == "-2" else f"{stem}-{int(match['repeat'][1:]) - 1}"


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
