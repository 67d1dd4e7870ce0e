"""All checks of one record in memory, and of one article's records together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ccdata.checks.canonical import Canonical
from ccdata.checks.facts import check_facts
from ccdata.checks.fault import Fault, PlainRecord
from ccdata.checks.gates import gates
from ccdata.checks.links import bonds_of, references_of, type_of
from ccdata.checks.places import check_containment, check_places
from ccdata.records.ids import digest, event_part
from ccdata.records.shard import Shard
from ccdata.source.clean import CleanText


def check_content(record: PlainRecord, canonical: Canonical | None) -> Iterator[Fault]:
    """Yield what is wrong in a record whose shape is sound; without a text, spans are taken on trust."""
    yield from check_facts(record)
    yield from check_containment(record)
    if canonical is not None:
        yield from check_places(record, canonical)


def check_shard(shard: Shard, clean: CleanText | None = None) -> Iterator[Fault]:
    """Yield what is wrong in one article's records, and in what they say of each other.

    The models that made the records have just held them to their rules; what the models write is held to
    the published schema, and what the records say to the text. `clean` is the text's clean text, where the
    reader has it at hand.
    """
    canonical = Canonical(shard.text, clean)
    schemas = gates()
    sound: list[PlainRecord] = []
    for record in shard.records():
        plain = record.model_dump(mode="json")
        gate = schemas[record.TYPE]
        faults = gate.faults(plain)
        if gate.passes(plain):
            sound.append(plain)
            faults = check_content(plain, canonical)
        for fault in faults:
            yield replace(fault, record_id=plain["id"])
    yield from _mention_ids(sound)
    yield from check_references(sound)


def _mention_ids(records: list[PlainRecord]) -> Iterator[Fault]:
    """Yield mentions whose id is not of method, name and the entry they stand in.

    One record does not know its entry: this needs the article's events.
    """
    entries = sorted(
        (record["span"]["start"], record["span"]["end"], event_part(record["id"]))
        for record in records
        if record["record_type"] == "event"
    )
    starts = [start for start, _, _ in entries]
    for mention in records:
        if mention["record_type"] == "mention":
            start = mention["span"]["start"]
            place = bisect_right(starts, start) - 1
            inside = place >= 0 and start < entries[place][1]
            yield from _mention_id(mention, entries[place][2] if inside else "")


def _mention_id(mention: PlainRecord, entry: str) -> Iterator[Fault]:
    wanted = f"{mention['article_id']}:m:{digest(mention['text'], entry)}"
    if not mention["id"].startswith(wanted):
        message = f"the record gives {wanted}"
        yield Fault(
            code="id-mismatch", message=message, path="id", value=mention["id"], record_id=mention["id"]
        )


def check_references(records: Iterable[PlainRecord]) -> Iterator[Fault]:
    """Yield ids used twice, references that lead nowhere and bonds that only one end tells.

    What the records name of other articles is left to whoever sees the whole release.
    """
    records = list(records)
    known: set[str] = set()
    for record in records:
        if record["id"] in known:
            yield Fault(
                code="id-duplicate",
                message=f"{record['id']} is used twice",
                path="id",
                record_id=record["id"],
                value=record["id"],
            )
        known.add(record["id"])
    articles = {record["id"] for record in records if record["record_type"] == "article"}
    yield from _broken_references(records, known, articles)
    yield from _loose_bonds(records, known)


def _broken_references(records: list[PlainRecord], known: set[str], articles: set[str]) -> Iterator[Fault]:
    for record in records:
        for path, target in references_of(record):
            if target not in known and _is_of(target, articles):
                yield Fault(
                    code="reference-broken",
                    message=f"there is no {target}",
                    path=path,
                    value=target,
                    record_id=record["id"],
                )


def _is_of(target: str, articles: set[str]) -> bool:
    """Say whether an id is one that these articles must have: articles and actors, and their own records."""
    return type_of(target) in ("article", "actor") or target.rsplit(":", 2)[0] in articles


def _loose_bonds(records: list[PlainRecord], known: set[str]) -> Iterator[Fault]:
    told: dict[tuple[str, bool], tuple[str, str]] = {}
    for record in records:
        for bond in bonds_of(record):
            told[bond.ends, bond.left] = (record["id"], bond.path)
    for (ends, left), (record_id, path) in told.items():
        if (ends, not left) not in told and known.issuperset(ends.split()):
            yield Fault(
                code="reference-broken",
                message=f"only one end tells the bond of {ends}",
                path=path,
                value=ends,
                record_id=record_id,
            )
