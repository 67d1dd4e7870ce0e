"""A release against others that must be the same: its own formats, and its sources read again."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ccdata.checks.fault import Fault, PlainRecord, shown
from ccdata.errors import CcdataError, RecordError, ReleaseError
from ccdata.export import csv_tables, parquet, sqlite_tables
from ccdata.export.places import DiskFolder
from ccdata.records.base import path_of
from ccdata.records.models import PLURALS, RECORD_TYPES
from ccdata.records.upgrades import Upgrade, upgraded
from ccdata.validate.comparison import differing_fields, plain_lines, side_by_side

_VALUES: dict[str, Callable[..., Iterator[tuple[str, PlainRecord]]]] = {
    "parquet": parquet.values,
    "csv": csv_tables.values,
    "sqlite": sqlite_tables.values,
}
_FIELDS = 100
"""More fields than any record has: one of ours and one with millions of keys differ in as many."""
_FILES = {"parquet": "parquet/{}.parquet", "csv": "csv/{}.csv", "sqlite": "ccdata.sqlite"}


def check_agreement(folder: Path, formats: tuple[str, ...], *, older: bool = False) -> Iterator[Fault]:
    """Yield where a format holds other records than the JSON Lines, the truth; `older`: of its schema."""
    for name in formats:
        for record_type in RECORD_TYPES:
            file = str(folder / _FILES[name].format(PLURALS[record_type]))
            for fault in _check_format(folder, name, record_type, older=older):
                yield replace(fault, file=fault.file or file)


def _check_format(folder: Path, form: str, record_type: str, *, older: bool) -> Iterator[Fault]:
    truth = plain_lines(folder / f"{PLURALS[record_type]}.jsonl")
    other = (value for _, value in _VALUES[form](DiskFolder(folder), record_type, older=older))
    try:
        yield from _compare("formats-disagree", truth, other, f"the {form} has", "the JSON Lines have")
    except RecordError as error:
        message = f"the {form} has no record here: {error.message}"
        yield Fault(code="formats-disagree", message=message, path=error.path, file=error.where)
    except ReleaseError as error:
        yield Fault(code="formats-disagree", message=f"the {form} cannot be read: {error}")


def check_reparse(folder: Path, sources: Path, steps: tuple[Upgrade, ...] = ()) -> Iterator[Fault]:
    """Yield where the sources, read again, give other records than the release holds."""
    from ccdata.engine.building import build

    with tempfile.TemporaryDirectory(prefix="ccdata-") as name:
        again = Path(name) / "again"
        try:
            build([sources], again, formats=["jsonl"], texts=False)
        except CcdataError as error:
            yield Fault(code="reparse-differs", message=f"cannot be read again: {error}", file=str(sources))
            return
        for plural in PLURALS.values():
            file = f"{plural}.jsonl"
            ours, theirs = plain_lines(again / file), _upgraded(plain_lines(folder / file), steps)
            for fault in _compare("reparse-differs", ours, theirs, "the release has", "the source gives"):
                yield replace(fault, file=str(folder / file))


def _upgraded(records: Iterator[PlainRecord], steps: tuple[Upgrade, ...]) -> Iterator[PlainRecord]:
    """Yield the records as the newest schema has them; one that is too broken for that, as it is."""
    for record in records:
        try:
            yield upgraded(record, steps)
        except (KeyError, TypeError, AttributeError):
            yield record


def _compare(
    code: str, ours: Iterator[PlainRecord], theirs: Iterator[PlainRecord], they_have: str, we_have: str
) -> Iterator[Fault]:
    """Yield every record that only one side has, and every field in which the two differ."""
    row = 0
    for left, right in side_by_side(ours, theirs):
        row += right is not None
        say = _saying(code, right or left or {}, row if right is not None else None)
        if left is None or right is None:
            message = (
                f"{they_have} this record, {we_have} not" if left is None else f"{they_have} no such record"
            )
            yield say(message, "id", (right or left or {}).get("id"))
            continue
        for steps, a, b in islice(differing_fields(left, right), _FIELDS):
            yield say(f"{they_have} {shown(b)}, {we_have} {shown(a)}", path_of(steps), b)


def _saying(code: str, record: PlainRecord, row: int | None) -> Callable[[str, str, object], Fault]:
    record_id = record.get("id")

    def say(message: str, path: str, value: object) -> Fault:
        return Fault(
            code=code,
            message=message,
            path=path,
            value=value,
            line=row,
            record_id=record_id if isinstance(record_id, str) else None,
        )

    return say
