"""What the records of one article say of each other: ids, references and bonds.

A first look asks of all records at once whether every id stands once, every name is known and both ends tell
every bond; where that is not so, a second look says which record breaks it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ccdata.checks.fault import Fault, PlainRecord
from ccdata.checks.links import bonds_of, named_by, references_of, type_of
from ccdata.records.shard import Shard


def check_references(shard: Shard) -> Iterator[Fault]:
    """Yield ids used twice, references that lead nowhere and bonds that only one end tells.

    What the records name of other articles is left to whoever sees the whole release.
    """
    records = list(shard.records())
    known = {record.id for record in records}
    missing = {target for target in named_by(records) - known if _is_of(target, shard.article.id)}
    if missing or len(known) < len(records) or not _both_tell(shard):
        plain = [record.to_plain() for record in records]
        yield from _used_twice(plain)
        yield from _broken_references(plain, missing)
        yield from _loose_bonds(plain, known)


def _is_of(target: str, article: str) -> bool:
    """Say whether an id is one that this article must have: articles and actors, and its own records."""
    return type_of(target) in ("article", "actor") or target.rsplit(":", 2)[0] == article


def _both_tell(shard: Shard) -> bool:
    """Say whether events and quotations name each other, and what is the same is so both ways."""
    quoted = {(event.id, quote) for event in shard.events for quote in event.quote_ids}
    inside = {(quote.event_id, quote.id) for quote in shard.quotes if quote.event_id is not None}
    same = {(one.id, other) for one in shard.events for other in one.same_as}
    same |= {(one.id, other) for one in shard.quotes for other in one.same_as}
    return quoted == inside and all((other, one) in same for one, other in same)


def _used_twice(records: list[PlainRecord]) -> Iterator[Fault]:
    known: set[str] = set()
    for record in records:
        said = record["id"]
        if said in known:
            message = f"{said} is used twice"
            yield Fault(code="id-duplicate", message=message, path="id", record_id=said, value=said)
        known.add(said)


def _broken_references(records: list[PlainRecord], missing: set[str]) -> Iterator[Fault]:
    for record in records:
        for path, target in references_of(record):
            if target in missing:
                yield _broken(record["id"], path, target, f"there is no {target}")


def _loose_bonds(records: list[PlainRecord], known: set[str]) -> Iterator[Fault]:
    told: dict[tuple[str, bool], tuple[str, str]] = {}
    for record in records:
        for bond in bonds_of(record):
            told[bond.ends, bond.left] = (record["id"], bond.path)
    for (ends, left), (record_id, path) in told.items():
        if (ends, not left) not in told and known.issuperset(ends.split()):
            yield _broken(record_id, path, ends, f"only one end tells the bond of {ends}")


def _broken(record_id: str, path: str, value: str, message: str) -> Fault:
    return Fault(code="reference-broken", message=message, path=path, value=value, record_id=record_id)
