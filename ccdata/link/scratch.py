"""Tables on disk for the time of one piece of work: what grows with the number of articles waits there.

They are a database of SQLite's own in the folder for temporary files (`SQLITE_TMPDIR`, else `TMPDIR`),
which nobody else sees and which is gone with the process, however that ends. Memory is one cache of
pages, however much there is; sorting beyond it happens on disk too. What is small never reaches the disk.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from typing import Any

_CACHE_KB = 4096


class Scratch:
    """Tables made by the statements given; gone when nobody holds them any more."""

    def __init__(self, tables: str) -> None:
        # what one thread has linked, another may write: one at a time
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._database.close)
        self._database.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA cache_size = -{_CACHE_KB}; {tables} BEGIN;"
        )

    def ask(self, question: str, *given: Any) -> Iterator[Any]:
        """Yield the rows of an answer as they are asked for."""
        return self._database.execute(question, given)

    def one(self, question: str, *given: Any) -> Any:
        """Return the one value that is the answer."""
        ((value,),) = self.ask(question, *given)
        return value

    def note(self, statement: str, rows: Iterable[tuple[Any, ...]] = ((),)) -> None:
        """Carry out a statement for each of the rows; they may be made of what `ask` is yielding."""
        self._database.executemany(statement, rows)

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return int(self.one(f"SELECT count(*) FROM {table}"))  # noqa: S608  # a table of ours
