"""SQLite: the tables that CSV has, with keys, and a full-text index over every `text`.

main table   id is its primary key; a column that names a record references that record's table
side table   its keys together are the primary key
index        <records>_fts(id, text): SELECT id FROM events_fts WHERE events_fts MATCH 'summit'
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from ccdata.errors import RecordError, ReleaseError
from ccdata.export.folder import Folder, place_of
from ccdata.export.shape import Kind
from ccdata.export.shelf import Row
from ccdata.export.tables import Column, Table, all_tables, columns_there, main_table, rows_of, values_of
from ccdata.link import id_of
from ccdata.records import PLURALS, RECORD_TYPES, Record

FILE = "ccdata.sqlite"
_TYPES: dict[Kind, str] = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
}


@contextmanager
def writing(folder: Path) -> Iterator[Callable[[Record], None]]:
    """Give a function that writes records into the folder's database.

    Raises ReleaseError where an id is used twice or the disk refuses.
    """
    with closing(sqlite3.connect(folder / FILE)) as database:
        try:
            inserts = _prepare(database)

            def write(record: Record) -> None:
                try:
                    for table, cells in rows_of(record):
                        database.execute(inserts[table.name], cells)
                except OverflowError as error:  # a record's numbers may be of any size
                    raise ReleaseError(f"{FILE}: {id_of(record)}: {error}") from error

            yield write
            for table in all_tables():
                _fill_index(database, table)
            database.commit()
        except sqlite3.Error as error:
            raise ReleaseError(f"{FILE}: {error}") from error


def _prepare(database: sqlite3.Connection) -> dict[str, str]:
    """Make every table; return the statements that fill them. The folder, not SQLite, is what is atomic."""
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    for table in all_tables():
        for statement in _definitions(table):
            database.execute(statement)
    return {table.name: _insert(table) for table in all_tables()}


def _definitions(table: Table) -> Iterator[str]:
    """Yield the statements that make a table and its indexes."""
    columns = [_definition(column) for column in table.all_columns]
    keys = ", ".join(f'"{key.name}"' for key in table.keys) or '"id"'
    yield f'CREATE TABLE "{table.name}" ({", ".join(columns)}, PRIMARY KEY ({keys}))'
    for column in table.columns:
        if column.refers and column.name != "id":
            name = f"{table.name}_{column.name}"
            yield f'CREATE INDEX "{name}_index" ON "{table.name}" ("{column.name}")'
    if _has_text(table):
        yield f'CREATE VIRTUAL TABLE "{table.name}_fts" USING fts5(id UNINDEXED, text)'


def _definition(column: Column) -> str:
    """Return a column's part of CREATE TABLE."""
    made = f'"{column.name}" {_TYPES[column.kind]}' + ("" if column.nullable else " NOT NULL")
    if column.refers is None or column.name == "id":
        return made
    return f'{made} REFERENCES "{PLURALS[column.refers]}" ("id") DEFERRABLE INITIALLY DEFERRED'


def _has_text(table: Table) -> bool:
    """Say whether it is the main table of records that have words."""
    return not table.keys and any(column.name == "text" for column in table.columns)


def _insert(table: Table) -> str:
    marks = ", ".join("?" for _ in table.all_columns)
    return f'INSERT INTO "{table.name}" VALUES ({marks})'  # noqa: S608 (names are ours)


def _fill_index(database: sqlite3.Connection, table: Table) -> None:
    """Index the words of a table, at the end: quicker than row by row."""
    if _has_text(table):
        name = table.name
        database.execute(f'INSERT INTO "{name}_fts" SELECT id, text FROM "{name}"')  # noqa: S608 (as above)


def read(folder: Folder, record_type: str) -> Iterator[Record]:
    """Yield the records of a type.

    Raises ReleaseError for a file that is no database of ours, RecordError at the first row that is no
    record.
    """
    model = RECORD_TYPES[record_type]
    for where, value in values(folder, record_type):
        yield model.from_json(json.dumps(value), where=where)


def values(folder: Folder, record_type: str, *, older: bool = False) -> Iterator[tuple[str, Any]]:
    """Yield the place and value of every row of a main table, record or not.

    A release of an older schema may lack columns and side tables. Raises as `read` does.
    """
    place = place_of(folder, FILE)
    with closing(_opened(folder)) as database:
        try:
            _require_sound(database, main_table(record_type), place)
            yield from values_of(record_type, lambda table: _table_rows(database, table, place, older=older))
        except (sqlite3.Error, OverflowError) as error:
            raise ReleaseError(f"{place}: {error}") from error


def _opened(folder: Folder) -> sqlite3.Connection:
    """Open the database where it is on disk; what a zip holds is read into memory."""
    path = folder.path_of(FILE)
    if path is not None:
        folder.open(FILE).close()  # says what is missing
        return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    with folder.open(FILE) as stream:
        content = stream.read()
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(content)
    except (sqlite3.Error, OverflowError) as error:
        database.close()
        raise ReleaseError(f"{place_of(folder, FILE)}: {error}") from error
    return database


def _require_sound(database: sqlite3.Connection, main: Table, place: str) -> None:
    """Refuse what would be read without end: a view in place of a table, pages that lead in a circle."""
    database.execute("PRAGMA trusted_schema = OFF")
    kinds = dict(database.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')"))
    for table in main.walk():
        if table.name not in kinds:
            continue
        if kinds[table.name] != "table":
            raise ReleaseError(f"{place}: {table.name} is no table")
        for (said,) in database.execute(f'PRAGMA quick_check("{table.name}")'):
            if said != "ok":
                raise ReleaseError(f"{place}: {table.name} is damaged: {said}")


def _table_rows(
    database: sqlite3.Connection, table: Table, place: str, *, older: bool
) -> Iterator[tuple[str, Row]] | None:
    """Return a table's rows with their places; null where an older release has no such table."""
    if not older:
        return _rows(database, table, table.all_columns, place)
    names = [name for _, name, *_ in database.execute(f'PRAGMA table_info("{table.name}")')]
    columns = columns_there(table, names)
    return _rows(database, table, columns, place) if columns or not table.keys else None


def _rows(
    database: sqlite3.Connection, table: Table, columns: tuple[Column, ...], place: str
) -> Iterator[tuple[str, Row]]:
    """Yield a table's rows, in the order in which they were written, with their places."""
    names = ", ".join(f'"{column.name}"' for column in columns)
    rows = database.execute(f'SELECT {names} FROM "{table.name}" ORDER BY rowid')  # noqa: S608 (as above)
    for number, cells in enumerate(rows, start=1):
        where = f"{place}:{table.name}:{number}"
        if blobs := [c.name for c, cell in zip(columns, cells, strict=True) if isinstance(cell, bytes)]:
            raise RecordError(where, blobs[0], "a record holds no bytes")
        yield where, {c.name: _value(c, cell) for c, cell in zip(columns, cells, strict=True)}


def _value(column: Column, cell: Any) -> Any:
    """Return a cell's value as JSON has it."""
    return bool(cell) if column.kind == "boolean" and cell in {0, 1} else cell
