"""CSV: the tables of a release, RFC 4180 with LF, UTF-8, a header line; null is an empty cell.

    number    as Python writes it: the shortest form that reads back exactly
    boolean   true | false
    date      YYYY-MM-DD
    string    as it is; one that begins with = + - @ TAB CR or ' gets a leading ' against spreadsheets
              that would take it for a formula, and reading takes it off again

The spreadsheet edition, in a folder of its own, differs by a byte order mark before the header, without
which Excel takes the letters for those of another encoding.

A cell is quoted where it holds a comma, a quotation mark, CR or LF. (The standard library's writer has
changed its mind about CR between versions of Python; the bytes of a release may not.)
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from ccdata.errors import RecordError
from ccdata.export.folder import Folder, place_of
from ccdata.export.shape import Kind
from ccdata.export.shelf import Row
from ccdata.export.tables import Column, Table, all_tables, columns_there, rows_of, values_of
from ccdata.records import RECORD_TYPES, Record

FOLDER = "csv"
EXCEL_FOLDER = "excel"
_quotable = re.compile('[",\r\n]').search
_LONGEST_NUMBER = 40
_FORMULA = frozenset("=+-@\t\r'")


def file_of(table: Table, within: str = FOLDER) -> str:
    """Return the name of a table's file."""
    return f"{within}/{table.name}.csv"


@contextmanager
def writing(folder: Path, within: str = FOLDER, mark: bytes = b"") -> Iterator[Callable[[Record], None]]:
    """Give a function that writes records into the folder's files, each of which begins with the mark."""
    (folder / within).mkdir()
    with ExitStack() as stack:
        files = {}
        for table in all_tables():
            files[table.name] = stack.enter_context((folder / file_of(table, within)).open("xb"))
            files[table.name].write(mark + _line([column.name for column in table.all_columns]))

        def write(record: Record) -> None:
            for table, cells in rows_of(record):
                files[table.name].write(_line(cells))

        yield write


def _line(values: list[Any]) -> bytes:
    """Write a row."""
    cells = [
        ""
        if value is None
        else _text(value)
        if value.__class__ is str
        else f"{value}"
        if value.__class__ is int
        else _written(value)
        for value in values
    ]
    return (",".join(cells) + "\n").encode("utf-8")


def _written(value: Any) -> str:
    cell = cell_of(value)
    return '"' + cell.replace('"', '""') + '"' if _quotable(cell) else cell


_text = lru_cache(maxsize=4096)(_written)
"""For strings only: ids, names and terms come again and again."""


def cell_of(value: Any) -> str:
    """Return what a value's cell holds."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value[:1] in _FORMULA else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def value_of(cell: str, kind: Kind) -> Any:
    """Return a cell's value as JSON has it. Raises ValueError where it is none of its kind."""
    if not cell:
        return None
    if kind in {"string", "date"}:
        return cell.removeprefix("'") if kind == "string" else cell
    value = json.loads(cell) if len(cell) <= _LONGEST_NUMBER else cell
    if type(value) is not {"integer": int, "number": float, "boolean": bool}[kind]:
        raise ValueError(f"{cell!r} is no {kind}")
    return value


def read(folder: Folder, record_type: str, within: str = FOLDER) -> Iterator[Record]:
    """Yield the records of a type. Raises RecordError, with file and line, at the first that is none."""
    model = RECORD_TYPES[record_type]
    for where, value in values(folder, record_type, within):
        yield model.from_json(json.dumps(value), where=where)


def values(
    folder: Folder, record_type: str, within: str = FOLDER, *, older: bool = False
) -> Iterator[tuple[str, Any]]:
    """Yield the place and value of every row, record or not.

    A release of an older schema may lack columns and side tables. Raises RecordError for no table of ours.
    """
    return values_of(record_type, lambda table: _table_rows(folder, table, within, older=older))


def _table_rows(
    folder: Folder, table: Table, within: str, *, older: bool
) -> Iterator[tuple[str, Row]] | None:
    """Return a table's rows with their places; null where an older release has no such table."""
    name = file_of(table, within)
    if older and table.keys and name not in folder.names():
        return None
    return _rows(folder, table, name, older=older)


def _rows(folder: Folder, table: Table, name: str, *, older: bool) -> Iterator[tuple[str, Row]]:
    place = place_of(folder, name)
    csv.field_size_limit(sys.maxsize)
    with io.TextIOWrapper(folder.open(name), "utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        try:
            header = next(reader, [])
            columns = columns_there(table, header) if older else table.all_columns
            if header != [column.name for column in columns]:
                raise RecordError(f"{place}:1", table.name, "the header is not this table's")
            begin = reader.line_num + 1  # a cell may hold line ends: a row is where it begins
            for cells in reader:
                yield f"{place}:{begin}", _row(f"{place}:{begin}", columns, cells)
                begin = reader.line_num + 1
        except (csv.Error, UnicodeDecodeError) as error:
            raise RecordError(f"{place}:{reader.line_num}", table.name, str(error)) from error


def _row(where: str, columns: tuple[Column, ...], cells: list[str]) -> Row:
    """Read a line's cells."""
    if len(cells) != len(columns):
        raise RecordError(where, "", f"{len(cells)} cells where there should be {len(columns)}")
    row: Row = {}
    for column, cell in zip(columns, cells, strict=True):
        try:
            row[column.name] = value_of(cell, column.kind)
        except ValueError as error:
            raise RecordError(where, column.name, str(error)) from error
    return row
