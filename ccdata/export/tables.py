"""Nested records as flat tables, and back: the rule that CSV and SQLite share.

    main table   <records>            every scalar; the fields of a struct as <field>_<sub>
    side table   <records>_<field>    a row per item of a list: <record>_id, position (from 0), then the
                                      item's scalars, or `value` where the item is a scalar itself
    a list inside an item             <records>_<field>_<list>: <record>_id, <field>_position, position, ...

A null struct is one whose columns are all null: each struct that may be null has a field that may not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from ccdata.errors import RecordError
from ccdata.export.shape import Kind, ListOf, Node, Scalar, Struct, record_struct
from ccdata.export.shelf import Items, Row, Shelf
from ccdata.records import PLURALS, RECORD_TYPES, Record, Shape

RowSource = Callable[["Table"], Iterator[tuple[str, Row]] | None]
"""Gives a table's rows, each with the place at which it stands; null where there is no such table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: how it is named, what it holds, and the path to its value in the record or item."""

    name: str
    kind: Kind
    nullable: bool
    refers: str | None
    path: tuple[str, ...]
    description: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """A flat table: key columns (none in a main table), value columns, and the tables of its lists."""

    name: str
    node: Node
    path: tuple[str, ...]
    keys: tuple[Column, ...]
    columns: tuple[Column, ...]
    children: tuple[Table, ...]

    @cached_property
    def all_columns(self) -> tuple[Column, ...]:
        """Key columns, then value columns."""
        return self.keys + self.columns

    @cached_property
    def flat(self) -> Flat | None:
        """How a record or item of this table is laid flat; null where an item is one cell."""
        return _flat_of(self.node) if isinstance(self.node, Struct) else None

    def walk(self) -> Iterator[Table]:
        """Yield the table and those beneath it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """A shape as cells: the fields that are no lists, and the places of days and of shapes among them.

    `inner` goes from the last to the first: what is laid flat at one place moves no place before it.
    """

    names: tuple[str, ...]
    days: tuple[int, ...]
    inner: tuple[tuple[int, Flat], ...]
    width: int

    def cells(self, shape: Shape) -> list[Any]:
        """Return the cells of a shape in the order of its columns, the values as JSON has them."""
        fields = vars(shape)
        cells = [fields[name] for name in self.names]
        for place in self.days:
            if cells[place] is not None:
                cells[place] = cells[place].isoformat()
        for place, flat in self.inner:
            part = cells[place]
            cells[place : place + 1] = [None] * flat.width if part is None else flat.cells(part)
        return cells


def _flat_of(struct: Struct) -> Flat:
    fields = [field for field in struct.fields if not isinstance(field.node, ListOf)]
    nodes = list(enumerate(field.node for field in fields))
    inner = [(place, _flat_of(node)) for place, node in nodes if isinstance(node, Struct)]
    return Flat(
        names=tuple(field.name for field in fields),
        days=tuple(place for place, node in nodes if isinstance(node, Scalar) and node.kind == "date"),
        inner=tuple(reversed(inner)),
        width=len(fields) + sum(flat.width - 1 for _, flat in inner),
    )


@cache
def main_table(record_type: str) -> Table:
    """Return the main table of a record type, with its side tables beneath it."""
    return _table(PLURALS[record_type], record_struct(record_type), (), (), record_type)


def all_tables() -> Iterator[Table]:
    """Yield every table of a release, in order."""
    for record_type in RECORD_TYPES:
        yield from main_table(record_type).walk()


def _table(name: str, node: Node, path: tuple[str, ...], keys: tuple[Column, ...], record_type: str) -> Table:
    columns, lists = _flat(node, (), nullable=False)
    children = tuple(
        _table(
            f"{name}_{'_'.join(list_path)}",
            inner.item,
            list_path,
            _child_keys(keys, record_type, path),
            record_type,
        )
        for list_path, inner in lists
    )
    made = Table(name=name, node=node, path=path, keys=keys, columns=tuple(columns), children=children)
    names = [column.name for column in made.all_columns]
    if len(set(names)) != len(names):
        raise TypeError(f"two columns of one name in {name}: {names}")
    return made


def _child_keys(keys: tuple[Column, ...], record_type: str, path: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the keys of a table beneath: the record, where its item stands, and the item's own place."""
    record = _key(f"{record_type}_id", "string", f"The {record_type} it belongs to.", refers=record_type)
    if not keys:
        return (record, _key("position", "integer", "Place in the list, from 0."))
    own = _key(f"{'_'.join(path)}_position", "integer", "Place of the item that it belongs to, from 0.")
    return (*keys[:-1], own, keys[-1])


def _key(name: str, kind: Kind, description: str, *, refers: str | None = None) -> Column:
    return Column(name=name, kind=kind, nullable=False, refers=refers, path=(), description=description)


def _flat(
    node: Node, path: tuple[str, ...], *, nullable: bool, description: str = "The item."
) -> tuple[list[Column], list[tuple[tuple[str, ...], ListOf]]]:
    """Return the scalars under a node as columns, and the lists under it with their paths."""
    if isinstance(node, ListOf):
        return [], [(path, node)]
    if isinstance(node, Scalar):
        column = Column(
            name="_".join(path) or "value",
            kind=node.kind,
            nullable=nullable or node.nullable,
            refers=node.refers,
            path=path,
            description=description,
        )
        return [column], []
    columns: list[Column] = []
    lists: list[tuple[tuple[str, ...], ListOf]] = []
    for field in node.fields:
        inner = _flat(
            field.node,
            (*path, field.name),
            nullable=nullable or node.nullable,
            description=field.description,
        )
        columns += inner[0]
        lists += inner[1]
    return columns, lists


def columns_there(table: Table, names: Collection[str]) -> tuple[Column, ...]:
    """Return the columns of a table that an older release has of it."""
    return tuple(column for column in table.all_columns if column.name in names)


def rows_of(record: Record) -> list[tuple[Table, list[Any]]]:
    """Return a record's rows, main row first, the values as JSON has them."""
    rows: list[tuple[Table, list[Any]]] = []
    _add_rows(rows, main_table(record.TYPE), record, [])
    return rows


def _add_rows(rows: list[tuple[Table, list[Any]]], table: Table, value: Any, keys: list[Any]) -> None:
    """Add the row of a record or item, then those of the lists in it."""
    flat = table.flat
    rows.append((table, [*keys, value] if flat is None else keys + flat.cells(value)))
    if not table.children:
        return
    fields = vars(value)
    above = keys or [fields["id"]]
    for child in table.children:
        for position, item in enumerate(_dig(fields, child.path)):
            _add_rows(rows, child, item, [*above, position])


def _dig(fields: dict[str, Any], path: tuple[str, ...]) -> Sequence[Any]:
    """Follow a path to a list; there is nothing where a shape on the way is null."""
    value: Any = fields[path[0]]
    for step in path[1:]:
        if value is None:
            return ()
        value = getattr(value, step)
    found: Sequence[Any] = value
    return found


def values_of(record_type: str, source: RowSource) -> Iterator[tuple[str, Any]]:
    """Yield each record's place and its value as JSON has it, from the rows of its tables.

    A column or table that the source does not have is a key that the value does not have.
    Raises RecordError where a row belongs to no record, or a list has a hole.
    """
    table = main_table(record_type)
    with closing(Shelf()) as shelf:
        there = frozenset(child.name for child in _beneath(table) if _shelve(shelf, child, source))
        shelf.sort()
        for where, row in source(table) or ():
            items = shelf.take(row["id"])
            yield where, _value(table, row, (row["id"],), items, there)
            for (name, _), rows in items.items():
                raise RecordError(rows[0][0], name, _NOBODYS)
        for name, where in shelf.left():
            raise RecordError(where, name, _NOBODYS)


_NOBODYS = "the row belongs to no record"


def _beneath(table: Table) -> Iterator[Table]:
    """Yield every table beneath one."""
    for child in table.children:
        yield from child.walk()


def _shelve(shelf: Shelf, table: Table, source: RowSource) -> bool:
    """Set a side table's rows aside; say whether there is such a table."""
    rows = source(table)
    if rows is not None:
        shelf.fill(table.name, ((_above(table, where, row), where, row) for where, row in rows))
    return rows is not None


def _above(table: Table, where: str, row: Row) -> tuple[Any, ...]:
    """Return the keys above a row's own position. Raises RecordError where one is no number."""
    *above, position = (row[key.name] for key in table.keys)
    if not all(isinstance(place, int) for place in (*above[1:], position)):
        raise RecordError(where, f"{table.name}.position", "not a number")
    return tuple(above)


def _value(table: Table, row: Row, keys: tuple[Any, ...], items: Items, there: frozenset[str]) -> Any:
    """Build a record or an item from its row and the rows beneath it; these are taken out of `items`."""
    lists = {}
    for child in table.children:
        if child.name not in there:
            continue
        found = items.pop((child.name, keys), [])
        found.sort(key=lambda pair: pair[1]["position"])
        for expected, (where, inner) in enumerate(found):
            if inner["position"] != expected:
                raise RecordError(where, f"{child.name}.position", f"{expected} was expected")
        lists[child.path] = [
            _value(child, inner, (*keys, position), items, there) for position, (_, inner) in enumerate(found)
        ]
    return _nested(table.node, (), row, lists)


def _nested(node: Node, path: tuple[str, ...], row: Row, lists: dict[tuple[str, ...], list[Any]]) -> Any:
    """Build the value at a path from flat columns."""
    if isinstance(node, ListOf):
        return lists.get(path, _ABSENT)
    if isinstance(node, Scalar):
        return row.get("_".join(path) or "value", _ABSENT)
    parts = ((field.name, _nested(field.node, (*path, field.name), row, lists)) for field in node.fields)
    made = {name: value for name, value in parts if value is not _ABSENT}
    if not made:
        return _ABSENT
    return None if node.nullable and _is_empty(node, made) else made


_ABSENT: Any = object()
"""A key that an older release does not have: its columns are not there."""


def _is_empty(node: Struct, made: dict[str, Any]) -> bool:
    """Say whether all that a struct must have is null."""
    return all(
        made.get(field.name) is None
        for field in node.fields
        if isinstance(field.node, Scalar) and not field.node.nullable
    )
