"""The formats of a release against its JSON Lines, the truth: the same records in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pydantic_core

from ccdata.checks.fault import Fault, PlainRecord, shown
from ccdata.errors import RecordError, ReleaseError
from ccdata.export import csv_tables, parquet, sqlite_tables
from ccdata.export.places import DiskFolder
from ccdata.records.base import path_of
from ccdata.records.models import PLURALS, RECORD_TYPES

_MISSING: Any = object()
_VALUES = {"parquet": parquet.values, "csv": csv_tables.values, "sqlite": sqlite_tables.values}
_FILES = {"parquet": "parquet/{}.parquet", "csv": "csv/{}.csv", "sqlite": "ccdata.sqlite"}


def check_agreement(folder: Path, formats: tuple[str, ...]) -> Iterator[Fault]:
    """Yield where a format holds other records than the JSON Lines."""
    for name in formats:
        for record_type in RECORD_TYPES:
            file = folder / _FILES[name].format(PLURALS[record_type])
            for fault in _check_type(folder, name, record_type):
                yield replace(fault, file=fault.file or str(file))


def _check_type(folder: Path, form: str, record_type: str) -> Iterator[Fault]:
    """Compare two streams; where they name different records, the rest cannot be compared."""
    truth = _plain_lines(folder / f"{PLURALS[record_type]}.jsonl")
    number = 0
    try:
        other = (value for _, value in _VALUES[form](DiskFolder(folder), record_type))
        for number, (ours, theirs) in enumerate(zip_longest(truth, other), start=1):
            faults = list(_differences(ours, theirs, f"{form} ({record_type} {number})"))
            yield from faults
            if faults and _id(ours) != _id(theirs):
                return
    except RecordError as error:
        yield Fault(
            code="formats-disagree",
            message=f"{form} has no record here: {error.message}",
            path=error.path,
            file=error.where,
        )
    except ReleaseError as error:
        yield Fault(code="formats-disagree", message=f"{form} cannot be read: {error}")


def _plain_lines(path: Path) -> Iterator[PlainRecord]:
    """Yield the records of a file as plain JSON; a line that is none ends it, other layers blame it."""
    if not path.exists():
        return
    with path.open("rb") as file:
        for line in file:
            try:
                yield pydantic_core.from_json(line)
            except ValueError:
                return


def _differences(ours: PlainRecord | None, theirs: PlainRecord | None, where: str) -> Iterator[Fault]:
    """Yield every field in which two records differ."""
    if _id(ours) != _id(theirs):
        message = f"{where} is {_id(theirs) or 'missing'}, the JSON Lines have {_id(ours) or 'no more'}"
        yield Fault(code="formats-disagree", message=message, path="id", value=_id(theirs))
        return
    for field in (ours or {}).keys() | (theirs or {}).keys():
        left, right = (ours or {}).get(field, _MISSING), (theirs or {}).get(field, _MISSING)
        if left != right:
            path, a, b = first_difference(left, right, (field,))
            message = f"{where} has {shown(b)}, the JSON Lines have {shown(a)}"
            yield Fault(
                code="formats-disagree", message=message, path=path_of(path), value=b, record_id=_id(ours)
            )


def first_difference(
    left: Any, right: Any, steps: tuple[int | str, ...]
) -> tuple[tuple[int | str, ...], Any, Any]:
    """Go down to the first value in which two values differ."""
    if isinstance(left, dict) and isinstance(right, dict) and left.keys() == right.keys():
        for key in left:
            if left[key] != right[key]:
                return first_difference(left[key], right[key], (*steps, key))
    if isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for index, (a, b) in enumerate(zip(left, right, strict=True)):
            if a != b:
                return first_difference(a, b, (*steps, index))
    return steps, left, right


def _id(record: PlainRecord | None) -> Any:
    return record.get("id") if isinstance(record, dict) else None
