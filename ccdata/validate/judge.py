"""The judge of a stretch of records: every layer that one record, or its neighbour, can break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ccdata.checks import PlainRecord, check_content, check_shape, gates, order_key, read_line
from ccdata.checks.fault import Fault
from ccdata.checks.order import OrderKey
from ccdata.records.models import RECORD_TYPES
from ccdata.records.upgrades import upgrades_from
from ccdata.validate.assertions import Assertions
from ccdata.validate.ledger import Book, Entries
from ccdata.validate.report import Choice, Tally
from ccdata.validate.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """By what is judged: the schema version, where the texts are, which codes count."""

    version: str
    texts: Path | None
    choice: Choice
    assertions: Assertions | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """The first or last record of its type in a stretch."""

    key: OrderKey
    record_id: str
    ordinal: int | None
    article_id: str | None
    line: int


START = Edge(key=(), record_id="", ordinal=0, article_id=None, line=0)
"""What stands before the first record of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a judge says of its stretch; lines count from 1 within it."""

    lines: int
    kept: tuple[Fault, ...]
    counts: Counter[str]
    records: Counter[str]
    lacking: Counter[str]
    first: dict[str, Edge | None]
    last: dict[str, Edge | None]
    entries: Entries
    asserted: Counter[tuple[int, str]]


class Judge:
    """Judges records one after the other."""

    def __init__(self, rules: Rules, chunk: int = 0, *, expected: str | None = None) -> None:
        self._gates = gates(rules.version)
        self._steps = upgrades_from(rules.version)
        self._texts = Texts(rules.texts)
        self._tally = Tally(rules.choice)
        self._book = Book(chunk)
        self._expected = expected
        self._assertions = rules.assertions
        self._asserted: Counter[tuple[int, str]] = Counter()
        self._line = 0
        self._records: Counter[str] = Counter()
        self._first: dict[str, Edge | None] = {}
        self._last: dict[str, Edge | None] = {}

    def take_line(self, raw: bytes) -> None:
        """Judge a line of JSON Lines."""
        self._line += 1
        record, sound, faults = read_line(raw, self._gates, expected=self._expected, steps=self._steps)
        self._take(record, sound, faults)

    def take_record(self, record: PlainRecord, line: int) -> None:
        """Judge a record of another format, which stands at this row."""
        self._line = line
        newer, faults = check_shape(record, self._gates, expected=self._expected, steps=self._steps)
        self._take(newer, not faults, faults)

    def verdict(self) -> Verdict:
        """Return what was found."""
        return Verdict(
            lines=self._line,
            kept=self._tally.findings(),
            counts=self._tally.counts,
            records=self._records,
            lacking=self._texts.lacking,
            first=self._first,
            last=self._last,
            entries=self._book.entries(),
            asserted=self._asserted,
        )

    def _take(self, record: PlainRecord | None, sound: bool, faults: Iterable[Fault]) -> None:
        record_id = _id_of(record)
        if record is not None and sound:
            faults = [*faults, *self._content_faults(record)]
            self._book.enter(record, self._line)
            self._records[record["record_type"]] += 1
            if self._assertions is not None:
                self._assertions.count(record, self._asserted)
        else:
            self._records["unsound"] += 1
            self._pass_over(record)
        for fault in faults:
            self._tally.add(replace(fault, line=self._line, record_id=record_id))

    def _content_faults(self, record: PlainRecord) -> Iterator[Fault]:
        has_text = record["record_type"] not in ("actor", "redirect")
        yield from check_content(record, self._texts.of(record["article_id"]) if has_text else None)
        name = record["record_type"]
        edge = _edge(record, self._line)
        yield from sequence_faults(self._last.get(name), edge)
        self._first.setdefault(name, edge)
        self._last[name] = edge

    def _pass_over(self, record: PlainRecord | None) -> None:
        """Let one unsound record stand for itself: its neighbours and those that name it are not blamed."""
        if record is not None and isinstance(record.get("id"), str):
            self._book.enter_unsound(record, self._line)
        name = record.get("record_type") if record is not None else None
        for each in [name] if isinstance(name, str) and name in RECORD_TYPES else [*RECORD_TYPES]:
            self._first.setdefault(each, None)
            self._last[each] = None


def sequence_faults(before: Edge | None, after: Edge | None) -> Iterator[Fault]:
    """Yield what is wrong between two records of one type that follow each other.

    Nothing is said where one of them could not be read; the first event of an article has ordinal 1.
    """
    if before is None or after is None or after.record_id == before.record_id:
        return
    if after.key < before.key:
        message = f"it belongs before {before.record_id}"
        yield _order_fault("", after.record_id, message)
    elif after.ordinal is not None:
        wanted = before.ordinal + 1 if before.ordinal and before.article_id == after.article_id else 1
        if after.ordinal != wanted:
            yield _order_fault("ordinal", after.ordinal, f"this is event {wanted} of its article")


def _order_fault(path: str, value: object, message: str) -> Fault:
    return Fault(code="order-broken", path=path, value=value, message=message)


def _edge(record: PlainRecord, line: int) -> Edge:
    return Edge(
        key=order_key(record),
        record_id=record["id"],
        ordinal=record.get("ordinal"),
        article_id=record.get("article_id"),
        line=line,
    )


def _id_of(record: PlainRecord | None) -> str | None:
    found = record.get("id") if record is not None else None
    return found if isinstance(found, str) else None
