"""Parquet: a file per record type, nested, zstd, dictionaries; row groups written as they fill."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from ccdata.errors import ReleaseError
from ccdata.export.folder import Folder, place_of
from ccdata.link import id_of, type_of
from ccdata.records import PLURALS, RECORD_TYPES, Record

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

FOLDER = "parquet"
_GROUP = 8192
_AS_RECORDS = 256
_BATCH = 1024


def file_of(record_type: str) -> str:
    """Return the name of a record type's file."""
    return f"{FOLDER}/{PLURALS[record_type]}.parquet"


@contextmanager
def writing(folder: Path) -> Iterator[Callable[[Record], None]]:
    """Give a function that writes records into the folder's files."""
    (folder / FOLDER).mkdir()
    with ExitStack() as stack:
        files = {name: stack.enter_context(_RowGroups(folder, name)) for name in RECORD_TYPES}

        def write(record: Record) -> None:
            files[type_of(record)].write(record)

        yield write


class _RowGroups:
    """A file under way: records wait, soon as packed columns, until a row group is full."""

    def __init__(self, folder: Path, record_type: str) -> None:
        import pyarrow.parquet as pq

        from ccdata.export.arrow import schema_of

        self._type = record_type
        self._waiting: list[Record] = []
        self._packed: list[pa.Buffer] = []
        self._file: pq.ParquetWriter = pq.ParquetWriter(
            folder / file_of(record_type), schema_of(record_type), compression="zstd", use_dictionary=True
        )

    def __enter__(self) -> Self:
        return self

    def write(self, record: Record) -> None:
        """Take a record."""
        self._waiting.append(record)
        if len(self._waiting) == _AS_RECORDS:
            self._pack()
            if len(self._packed) * _AS_RECORDS == _GROUP:
                self._flush()

    def _pack(self) -> None:
        """Turn the records that wait into columns, and press these."""
        from ccdata.export.arrow import packed, table_of

        try:
            self._packed.append(packed(table_of(self._type, self._waiting)))
        except OverflowError as error:  # a record's numbers may be of any size
            ids = [id_of(record) for record in self._waiting]
            place = f"{file_of(self._type)}: one of {ids[0]} to {ids[-1]}"
            raise ReleaseError(f"{place}: {error}") from error
        self._waiting.clear()

    def _flush(self) -> None:
        import pyarrow as pa

        from ccdata.export.arrow import joined, unpacked

        rows = joined([unpacked(columns) for columns in self._packed])
        self._packed.clear()
        self._file.write_table(rows)
        del rows
        pa.default_memory_pool().release_unused()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            if self._waiting:
                self._pack()
            if self._packed:
                self._flush()
        self._file.close()


def read(folder: Folder, record_type: str) -> Iterator[Record]:
    """Yield the records of a type.

    Raises ReleaseError for a file that is no Parquet, RecordError at the first row that is no record.
    """
    model = RECORD_TYPES[record_type]
    for where, row in _written_rows(folder, record_type):
        yield model.from_json(row, where=where)


def values(folder: Folder, record_type: str, *, older: bool = False) -> Iterator[tuple[str, Any]]:
    """Yield the place and value of every row, record or not.

    A release of an older schema may lack columns. Raises ReleaseError for no Parquet of ours.
    """
    for where, row in _written_rows(folder, record_type, older=older):
        yield where, json.loads(row)


def _written_rows(folder: Folder, record_type: str, *, older: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the place of every row, and the row as JSON."""
    import pyarrow as pa

    place = place_of(folder, file_of(record_type))
    try:
        yield from _rows(folder, record_type, place, older=older)
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:  # names and days of no kind
        raise ReleaseError(f"{place}: {error}") from error


def _rows(folder: Folder, record_type: str, place: str, *, older: bool) -> Iterator[tuple[str, str]]:
    import pyarrow.parquet as pq

    from ccdata.export.arrow import schema_of

    number = 0
    with folder.open(file_of(record_type)) as stream, pq.ParquetFile(stream) as file:
        if not older and not file.schema_arrow.equals(schema_of(record_type)):
            raise ReleaseError(f"{place}: the columns are not those of {PLURALS[record_type]}")
        for batch in file.iter_batches(batch_size=_BATCH):
            for row in batch.to_pylist():
                number += 1
                yield f"{place}:{number}", json.dumps(row, default=_iso)


def _iso(value: Any) -> str:
    """Return a date as JSON has it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no record holds a {type(value).__name__}")
