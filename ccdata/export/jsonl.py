"""JSON Lines, the truth: a record a line, every key on every line, UTF-8, LF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pydantic_core

from ccdata.errors import RecordError
from ccdata.export.folder import Folder, place_of
from ccdata.records import PLURALS, RECORD_TYPES, Record


def file_of(record_type: str) -> str:
    """Return the name of a record type's file."""
    return f"{PLURALS[record_type]}.jsonl"


@contextmanager
def writing(folder: Path) -> Iterator[Callable[[Record], None]]:
    """Give a function that writes records into the folder's files."""
    with ExitStack() as stack:
        files = {name: stack.enter_context((folder / file_of(name)).open("xb")) for name in RECORD_TYPES}

        def write(record: Record) -> None:
            files[record.TYPE].write(record.to_line())

        yield write


def values(folder: Folder, record_type: str) -> Iterator[tuple[str, Any]]:
    """Yield the place and value of every line, record or not. Raises RecordError for what is no JSON."""
    name = file_of(record_type)
    place = place_of(folder, name)
    with folder.open(name) as stream:
        for number, line in enumerate(stream, start=1):
            try:
                yield f"{place}:{number}", pydantic_core.from_json(line)
            except ValueError as error:
                raise RecordError(f"{place}:{number}", "", str(error)) from error


def read(folder: Folder, record_type: str) -> Iterator[Record]:
    """Yield the records of a type.

    Raises RecordError, with file, line and path, at the first that is none.
    """
    model, name = RECORD_TYPES[record_type], file_of(record_type)
    place = place_of(folder, name)
    with folder.open(name) as stream:
        for number, line in enumerate(stream, start=1):
            yield model.from_json(line, where=f"{place}:{number}")
