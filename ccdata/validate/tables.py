"""Records in Parquet, CSV and SQLite, judged as they stand in their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from ccdata.checks.fault import Fault, PlainRecord
from ccdata.errors import RecordError, ReleaseError, UsageError
from ccdata.export import csv_tables, parquet, sqlite_tables
from ccdata.export.folder import Folder
from ccdata.export.places import DiskFolder
from ccdata.records.models import RECORD_TYPES
from ccdata.validate.judge import Judge, Rules, Verdict
from ccdata.validate.targets import Target

_ROWS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTable:
    """The rows of one record type in one file."""

    folder: Folder
    record_type: str
    shown: str
    values: Callable[[Folder, str], Iterator[tuple[str, Any]]]

    def rows(self) -> Iterator[tuple[int, PlainRecord]]:
        """Yield the rows, with the number by which the format names each."""
        for where, value in self.values(self.folder, self.record_type):
            yield int(where.rpartition(":")[2]), value


class OneFile:
    """A single file in place of a folder: whatever name is asked for, it is this one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.label = str(path.parent)

    def names(self) -> frozenset[str]:
        """Return its name."""
        return frozenset((self.path.name,))

    def open(self, _name: str) -> BinaryIO:
        """Open the file."""
        return self.path.open("rb")

    def path_of(self, _name: str) -> Path:
        """Return where it is."""
        return self.path


def tables_of(target: Target) -> Iterator[RecordTable]:
    """Yield the tables of records in a file; a side table of CSV is read with its main table.

    Raises UsageError for a file whose name does not say what it holds.
    """
    if target.format == "sqlite":
        for name in RECORD_TYPES:
            yield _table(target, name, OneFile(target.path), sqlite_tables.values)
    elif target.format == "csv" and target.expected is None:
        if not any(target.path.stem.startswith(f"{name}s_") for name in RECORD_TYPES):
            raise UsageError(f"{target.shown}: no table of a release has this name")
    elif target.expected is None:
        raise UsageError(f"{target.shown}: the name does not say which records it holds (events.parquet)")
    elif target.format == "csv":
        if target.path.resolve().parent.name != csv_tables.FOLDER:
            raise UsageError(f"{target.shown}: its side tables are looked for in a folder named csv")
        yield _table(
            target, target.expected, DiskFolder(target.path.resolve().parent.parent), csv_tables.values
        )
    else:
        yield _table(target, target.expected, OneFile(target.path), parquet.values)


def judge_table(table: RecordTable, rules: Rules, *, first: int) -> Iterator[Verdict]:
    """Judge the rows, a verdict for every few thousand; stretches are numbered from `first`."""
    rows = table.rows()
    more = True
    while more:
        judge = Judge(rules, first, expected=table.record_type)
        error, more = _judge_some(judge, rows)
        yield judge.verdict()
        first += 1
        if error is not None:
            raise error


def _judge_some(
    judge: Judge, rows: Iterator[tuple[int, PlainRecord]]
) -> tuple[RecordError | ReleaseError | None, bool]:
    """Judge a few thousand rows; return the error that ended them, and whether there may be more."""
    number = 0
    try:
        for line, record in islice(rows, _ROWS):
            judge.take_record(record, line)
            number += 1
    except (RecordError, ReleaseError) as error:
        return error, False
    return None, number == _ROWS


def row_again(table: RecordTable, line: int) -> PlainRecord:
    """Return the row of this number."""
    return next(record for number, record in table.rows() if number == line)


def unreadable(table: RecordTable, error: RecordError | ReleaseError) -> Fault:
    """Say where a table could not be read."""
    if isinstance(error, ReleaseError):
        return Fault(code="release-broken", message=str(error), file=table.shown)
    line = error.where.rpartition(":")[2]
    number = int(line) if line.isdigit() else None
    return Fault(code="record-invalid", message=error.message, path=error.path, file=table.shown, line=number)


def _table(target: Target, name: str, folder: Folder, values: Callable[..., Any]) -> RecordTable:
    return RecordTable(folder=folder, record_type=name, shown=target.shown, values=values)
