"""The formats a release can have: each writes records to files and reads the same records back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from ccdata.export import csv_tables, jsonl, parquet, sqlite_tables
from ccdata.export.folder import Folder
from ccdata.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: its name, how it is written, and how it is read back."""

    name: str
    writing: Callable[[Path], AbstractContextManager[Callable[[Record], None]]]
    read: Callable[[Folder, str], Iterator[Record]]


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format(name="jsonl", writing=jsonl.writing, read=jsonl.read),
        Format(name="parquet", writing=parquet.writing, read=parquet.read),
        Format(name="csv", writing=csv_tables.writing, read=csv_tables.read),
        Format(name="sqlite", writing=sqlite_tables.writing, read=sqlite_tables.read),
    )
}
"""Every format by its name, in the order in which a reader prefers them."""
