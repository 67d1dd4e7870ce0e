"""The ledger: what link keeps of all shards between its two passes, on disk.

    of each shard     its size, hash and name; its actors and quotations; the keys of its events
    what is decided   which shards are kept, which ids are given up, who tells the same

It is a database of SQLite's own in the folder for temporary files (`SQLITE_TMPDIR`, else `TMPDIR`), which
nobody else sees and which is gone with the process, however that ends. Memory is one cache of pages, of
any number of shards; sorting beyond it happens on disk too. What is small never reaches the disk.
"""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from typing import Any

from ccdata.link.order import place_text
from ccdata.link.outline import ActorKey, Outline, is_provisional

_CACHE_KB = 8192
_TABLES = """
    CREATE TABLE shards (shard INTEGER PRIMARY KEY, article, place, size, sha256, name, events);
    CREATE TABLE forms (form INTEGER PRIMARY KEY, id, line);
    CREATE TABLE actors (shard, form, sign, offices);
    CREATE TABLE quotes (words, id, shard);

    CREATE TABLE kept (rank INTEGER PRIMARY KEY, shard UNIQUE, article);
    CREATE TABLE doubles (article, line);
    CREATE TABLE renamed (old PRIMARY KEY, new, article) WITHOUT ROWID;
    CREATE TABLE events (event INTEGER PRIMARY KEY, line);
    CREATE TABLE handles (handle, day, event);
    CREATE TABLE fits (
        asking, article, score, answering, PRIMARY KEY (asking, article, score DESC, answering)
    ) WITHOUT ROWID;
    CREATE TABLE told (id PRIMARY KEY, article, company) WITHOUT ROWID;

    CREATE INDEX doubles_of ON doubles (article);
    CREATE INDEX renamed_of ON renamed (article);
    CREATE INDEX told_of ON told (article);
    CREATE INDEX told_with ON told (company, article);
"""


class Ledger:
    """Tables on disk; they are closed when nobody holds the ledger any more."""

    def __init__(self) -> None:
        # a release may be written by another thread than the one that linked it: one at a time
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._database.close)
        self._database.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA cache_size = -{_CACHE_KB}; {_TABLES} BEGIN;"
        )
        self._authority: dict[str, int] = {}

    def ask(self, question: str, *given: Any) -> Iterator[Any]:
        """Yield the rows of an answer as they are asked for."""
        return self._database.execute(question, given)

    def note(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows; they may be made of what `ask` is yielding."""
        self._database.executemany(statement, rows)

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        ((number,),) = self.ask(f"SELECT count(*) FROM {table}")  # noqa: S608  # a table of ours
        return int(number)

    def take(self, outlines: Iterable[Outline]) -> None:
        """Write down what outlines say, one after the other."""
        for one in outlines:
            events = json.dumps([key.row() for key in one.events])
            facts = (one.index, one.article_id, place_text(one.article_id), one.size, one.sha256, one.name)
            self.note("INSERT INTO shards VALUES (?, ?, ?, ?, ?, ?, ?)", [(*facts, events)])
            actors = ((one.index, self._form(key), key.sign, key.offices) for key in one.actors)
            self.note("INSERT INTO actors VALUES (?, ?, ?, ?)", actors)
            quotes = ((key.words, key.quote_id, one.index) for key in one.quotes)
            self.note("INSERT INTO quotes VALUES (?, ?, ?)", quotes)

    def _form(self, key: ActorKey) -> int:
        """Return the number of an actor's line; one of the authority is written down once."""
        known = self._authority.get(key.line)
        if known is not None:
            return known
        cursor = self._database.execute("INSERT INTO forms (id, line) VALUES (?, ?)", (key.id, key.line))
        form = int(cursor.lastrowid or 0)
        if not is_provisional(key.id):
            self._authority[key.line] = form
        return form
