"""Side tables are read in flat memory, in whatever order their rows stand."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from ccdata.errors import RecordError
from ccdata.export.shelf import Row
from ccdata.export.tables import Table, values_of

RECORDS = 1600
ALIASES = 5


def source(table: Table, *, turned: bool = False, records: int = RECORDS) -> Iterator[tuple[str, Row]] | None:
    """Actors with aliases; the rows of the side table first to last, or the other way round."""
    columns: Row = dict.fromkeys(column.name for column in table.all_columns)
    if table.name == "actors":
        return ((f"actors:{n}", columns | {"id": f"actor:{n}", "name": "x" * 50}) for n in range(records))
    if table.name != "actors_aliases":
        return iter(())
    places = range(records * ALIASES)
    rows = (
        columns | {"actor_id": f"actor:{n // ALIASES}", "position": n % ALIASES, "value": f"alias {n}"}
        for n in (reversed(places) if turned else places)
    )
    return (("aliases", row) for row in rows)


@pytest.mark.parametrize("turned", [False, True])
def test_items_come_back_to_their_records_in_their_order(*, turned: bool) -> None:
    read = [value for _, value in values_of("actor", lambda table: source(table, turned=turned, records=30))]
    assert [value["aliases"] for value in read] == [
        [f"alias {n * ALIASES + place}" for place in range(ALIASES)] for n in range(30)
    ]


def peak(records: int) -> int:
    """Bytes of Python's memory at most, while all records are read."""
    tracemalloc.start()
    try:
        assert sum(1 for _ in values_of("actor", lambda table: source(table, records=records))) == records
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_rows() -> None:
    peak(10)
    assert peak(RECORDS) < peak(RECORDS // 8) + 50_000


def test_rows_of_nobody_are_named_when_all_records_are_read() -> None:
    def orphaned(table: Table) -> Iterator[tuple[str, Any]] | None:
        return source(table, records=3 if table.name == "actors" else 4)

    read = values_of("actor", orphaned)
    assert [next(read)[1]["id"] for _ in range(3)] == ["actor:0", "actor:1", "actor:2"]
    with pytest.raises(RecordError, match="belongs to no record"):
        next(read)


def test_a_column_and_a_table_that_are_not_there_are_keys_that_are_not_there() -> None:
    def older(table: Table) -> Iterator[tuple[str, Any]] | None:
        if table.name == "actors":
            return iter([("actors:1", {"id": "actor:a", "name": "A"})])
        return None if table.name == "actors_aliases" else iter(())

    ((_, value),) = values_of("actor", older)
    assert value == {"id": "actor:a", "name": "A", "identifiers": [], "occupancies": []}
