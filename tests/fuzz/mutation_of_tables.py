"""Harms that keep a file readable as a database or as Parquet, so that what lies behind is reached."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
from mutation import VALUES, harm_bytes


def harm_database(rng: Random, data: bytes) -> bytes:
    """Set one cell of one table to an odd value, drop a row, or make a view of a table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "harmed.sqlite"
        path.write_bytes(data)
        _harm_file(rng, path)
        return path.read_bytes()


def _harm_file(rng: Random, path: Path) -> None:
    database = sqlite3.connect(path)
    with suppress(sqlite3.Error, OverflowError, UnicodeError, IndexError):
        database.execute("PRAGMA writable_schema = ON")
        rows = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
        )
        table = rng.choice(sorted(name for (name,) in rows))
        columns = [name for _, name, *_ in database.execute(f'PRAGMA table_info("{table}")')]
        value = rng.choice(
            (*(v for v in VALUES if not isinstance(v, list | dict)), b"\xff\xfe", float("inf"))
        )
        place = rng.randrange(5)
        for statement in _statements(rng, table, rng.choice(columns), place):
            database.execute(statement, (value,) if "?" in statement else ())
        database.commit()
    database.close()


def _statements(rng: Random, table: str, column: str, place: int) -> Iterator[str]:
    row = f'rowid = (SELECT rowid FROM "{table}" LIMIT 1 OFFSET {place})'  # noqa: S608
    what = rng.randrange(8)
    if what == 0:
        yield f'DELETE FROM "{table}" WHERE {row}'  # noqa: S608
    elif what == 1:
        yield f'DROP TABLE "{table}"'
        endless = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id FROM n) SELECT * FROM n"
        yield f'CREATE VIEW "{table}" AS {endless}'
    elif what == 2:
        yield f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO other'
    elif what == 3:
        yield f'UPDATE "{table}" SET "{column}" = CAST(x\'ff80\' AS TEXT) WHERE {row}'  # noqa: S608
    else:
        yield f'UPDATE "{table}" SET "{column}" = ? WHERE {row}'  # noqa: S608


def harm_columns(rng: Random, data: bytes) -> bytes:
    """Write a Parquet table again with one value of one row exchanged, or its rows doubled or turned."""
    try:
        table = pq.read_table(pa.BufferReader(data))
        rows = table.to_pylist()
        row = rng.choice(rows)
        name = rng.choice(list(row))
        row[name] = rng.choice((*VALUES, rng.choice(rows)[name]))
        made = pa.Table.from_pylist(rng.choice((rows, rows[::-1], rows * 2)), schema=table.schema)
        stream = pa.BufferOutputStream()
        pq.write_table(made, stream)
    except (pa.ArrowException, IndexError, OverflowError, TypeError, ValueError, AttributeError, OSError):
        return harm_bytes(rng, data)
    return bytes(stream.getvalue())
