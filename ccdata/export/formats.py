"""The formats a release can have: each writes records to files and reads the same records back."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ccdata.export import coverage, csv_tables, dyads, jsonl, parquet, plover, sqlite_tables
from ccdata.export.folder import Folder
from ccdata.link import Release
from ccdata.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: its name, how it is written, and how it is read back.

    `values` gives what an older release has, plain: the keys that it did not know are not there.
    """

    name: str
    writing: Callable[[Path], AbstractContextManager[Callable[[Record], None]]]
    read: Callable[[Folder, str], Iterator[Record]]
    values: Callable[[Folder, str], Iterator[tuple[str, Any]]]


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format(name="jsonl", writing=jsonl.writing, read=jsonl.read, values=jsonl.values),
        Format(
            name="parquet",
            writing=parquet.writing,
            read=parquet.read,
            values=partial(parquet.values, older=True),
        ),
        Format(
            name="csv",
            writing=csv_tables.writing,
            read=csv_tables.read,
            values=partial(csv_tables.values, older=True),
        ),
        Format(
            name="excel",
            writing=partial(csv_tables.writing, within=csv_tables.EXCEL_FOLDER, mark=codecs.BOM_UTF8),
            read=partial(csv_tables.read, within=csv_tables.EXCEL_FOLDER),
            values=partial(csv_tables.values, within=csv_tables.EXCEL_FOLDER, older=True),
        ),
        Format(
            name="sqlite",
            writing=sqlite_tables.writing,
            read=sqlite_tables.read,
            values=partial(sqlite_tables.values, older=True),
        ),
    )
}
"""Every format that holds the records, by its name, in the order in which a reader prefers them."""

COUNTED: dict[str, Callable[[Path], AbstractContextManager[Callable[[Record], None]]]] = {
    "coverage": coverage.writing,
}
"""What is counted while the records are written, by its name: nothing is read back from it."""

DERIVED: dict[str, Callable[[Release, Path], None]] = {
    "plover": plover.derive,
    "dyads": dyads.derive,
}
"""What is made of the whole release for other uses, by its name: nothing is read back from it."""

NAMES = (*FORMATS, *COUNTED, *DERIVED)
"""Everything that can be asked for."""
