"""Records as Arrow tables: nested schemas derived from the models, nothing inferred."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pyarrow as pa

from ccdata.export.shape import ListOf, Node, Scalar, record_struct
from ccdata.records import Record

_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


@cache
def schema_of(record_type: str) -> pa.Schema:
    """Return the Arrow schema of a record type."""
    return pa.schema([_field(field.name, field.node) for field in record_struct(record_type).fields])


def _field(name: str, node: Node) -> pa.Field:
    nullable = not isinstance(node, ListOf) and node.nullable
    return pa.field(name, _type(node), nullable=nullable)


def _type(node: Node) -> pa.DataType:
    if isinstance(node, Scalar):
        return _TYPES[node.kind]
    if isinstance(node, ListOf):
        return pa.list_(_field("element", node.item))
    return pa.struct([_field(field.name, field.node) for field in node.fields])


def table_of(record_type: str, records: Iterable[Record]) -> pa.Table:
    """Return records of one type as a table."""
    return pa.Table.from_pylist([record.model_dump() for record in records], schema=schema_of(record_type))


def packed(table: pa.Table) -> pa.Buffer:
    """Return a table's columns, pressed: for waiting in memory."""
    stream = pa.BufferOutputStream()
    # so many small columns: handing each to a thread costs more than pressing it, and zstd ten times lz4
    options = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
    with pa.ipc.new_stream(stream, table.schema, options=options) as writer:
        writer.write_table(table)
    return stream.getvalue()


def unpacked(columns: pa.Buffer) -> pa.Table:
    """Return the table again."""
    with pa.ipc.open_stream(columns, options=pa.ipc.IpcReadOptions(use_threads=False)) as reader:
        return reader.read_all()


def joined(tables: list[pa.Table]) -> pa.Table:
    """Return tables of one schema as one without chunks; a column goes out of them when it is there."""
    schema = tables[0].schema
    columns = []
    for _ in schema:
        chunks = (chunk for table in tables for chunk in table.column(0).chunks)
        columns.append(pa.chunked_array(chunks).combine_chunks())
        tables[:] = [table.remove_column(0) for table in tables]
    return pa.Table.from_arrays(columns, schema=schema)
