"""Rows of side tables, set aside on disk until the record to which they belong comes by.

Memory stays flat at any size, and a side table may stand in any order.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ccdata.errors import ReleaseError

Keys = tuple[Any, ...]
Row = dict[str, Any]
Items = dict[tuple[str, Keys], list[tuple[str, Row]]]
"""The rows of one record: by table and the keys above the row's own place; each with where it stands."""


class Shelf:
    """The rows of all side tables of one record type; in a file of SQLite's own, which nobody else sees."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("CREATE TABLE shelf (record, name TEXT, above TEXT, place TEXT, row TEXT)")

    def fill(self, name: str, rows: Iterable[tuple[Keys, str, Row]]) -> None:
        """Set aside a table's rows: the keys above each (its record first), where it stands, its cells."""
        lines = ((above[0], name, json.dumps(above), place, json.dumps(row)) for above, place, row in rows)
        self._database.executemany("INSERT INTO shelf VALUES (?, ?, ?, ?, ?)", lines)

    def sort(self) -> None:
        """Make ready to take rows out."""
        self._database.execute("CREATE INDEX by_record ON shelf (record)")

    def take(self, record: Any) -> Items:
        """Take out the rows of a record. Raises ReleaseError for an id that is none of any kind."""
        found: Items = defaultdict(list)
        try:
            rows = self._database.execute(
                "SELECT name, above, place, row FROM shelf WHERE record IS ? ORDER BY rowid", (record,)
            ).fetchall()
        except (sqlite3.Error, OverflowError, UnicodeError) as error:
            raise ReleaseError(f"no id: {record!r} ({error})") from error
        for name, above, place, row in rows:
            found[name, tuple(json.loads(above))].append((place, json.loads(row)))
        if rows:
            self._database.execute("DELETE FROM shelf WHERE record IS ?", (record,))
        return found

    def left(self) -> Iterator[tuple[str, str]]:
        """Yield the table and place of every row that nobody took."""
        yield from self._database.execute("SELECT name, place FROM shelf ORDER BY rowid")

    def close(self) -> None:
        """Give the disk back."""
        self._database.close()
