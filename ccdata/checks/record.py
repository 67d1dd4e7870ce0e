"""All checks of one record in memory, and of one article's records together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ccdata.checks.canonical import Canonical
from ccdata.checks.facts import check_facts
from ccdata.checks.fault import Fault, PlainRecord
from ccdata.checks.gates import gates
from ccdata.checks.places import check_containment, check_places
from ccdata.checks.references import check_references
from ccdata.records.derivation import CONTAINED
from ccdata.records.ids import digest, event_part
from ccdata.records.shard import Shard
from ccdata.source.clean import CleanText


def check_content(record: PlainRecord, canonical: Canonical | None) -> Iterator[Fault]:
    """Yield what is wrong in a record whose shape is sound; without a text, spans are taken on trust."""
    yield from check_facts(record)
    if record["record_type"] in CONTAINED:
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
    for record in shard.records():
        plain = record.to_plain()
        gate = schemas[record.TYPE]
        for fault in check_content(plain, canonical) if gate.passes(plain) else gate.faults(plain):
            yield replace(fault, record_id=record.id)
    yield from _mention_ids(shard)
    yield from check_references(shard)


def _mention_ids(shard: Shard) -> Iterator[Fault]:
    """Yield mentions whose id is not of name and the entry they stand in.

    One record does not know its entry: this needs the article's events.
    """
    events = sorted(shard.events, key=lambda event: event.span.start)
    starts = [event.span.start for event in events]
    for mention in shard.mentions:
        start = mention.span.start
        event = events[bisect_right(starts, start) - 1] if starts and starts[0] <= start else None
        inside = event is not None and start < event.span.end
        entry = event_part(event.id) if event is not None and inside else ""
        wanted = f"{mention.article_id}:m:{digest(mention.text, entry)}"
        if not mention.id.startswith(wanted):
            message = f"the record gives {wanted}"
            said = mention.id
            yield Fault(code="id-mismatch", message=message, path="id", value=said, record_id=said)
