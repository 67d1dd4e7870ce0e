"""Both stages as functions over Arrow record batches: what an engine for clusters is handed.

    parse     {name, bytes}            -> {name, article_id, shard, failure}
    outlines  {row, shard}             -> {outline}
    rule      {rank, shard, ruling}    -> {record_type, rank, position, article_id, id, line}

Each takes an iterator of batches and yields batches (Spark's `mapInArrow`); a batch alone may be handed
over in a list (Ray's `map_batches`). A row depends on nothing but its own row, so that a task may be run
again, anywhere: its output is the same bytes. Between `outlines` and `rule`, `ccdata.link.decide` says in
one place which shard stands for its article, who is who, and what is told twice.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import pyarrow as pa

from ccdata.engine.failures import failure_finding, fault_of
from ccdata.engine.parsing import parse_source
from ccdata.engine.shard_files import shard_bytes, shard_of
from ccdata.extract.errata import Erratum
from ccdata.link import Links, Outline, Part, Ruling, id_of, outline, ruled, type_of

Batches = Iterable[pa.RecordBatch]
Row = dict[str, Any]

SOURCES = pa.schema([("name", pa.string()), ("bytes", pa.binary())])
SHARDS = pa.schema(
    [("name", pa.string()), ("article_id", pa.string()), ("shard", pa.binary()), ("failure", pa.string())]
)
"""A row per source: a shard, or in its stead the finding that says why there is none."""
OUTLINES = pa.schema([("outline", pa.binary())])
RULINGS = pa.schema([("row", pa.int64()), ("rank", pa.int64()), ("ruling", pa.binary())])
"""A row per article of the release; `row` says which shard stands for it, `rank` where it comes."""
LINES = pa.schema(
    [
        ("record_type", pa.string()),
        ("rank", pa.int64()),
        ("position", pa.int64()),
        ("article_id", pa.string()),
        ("id", pa.string()),
        ("line", pa.string()),
    ]
)
"""A row per record: its line of JSON, and its place in the release by (rank, position).

A canonical text is a row too: of type `text`, under the article's id, the text for a line.
"""
TEXT = "text"
_RULINGS = 1000


def parse_batches(batches: Batches, *, errata: Sequence[Erratum] = ()) -> Iterator[pa.RecordBatch]:
    """Parse every source; one that cannot be read is a row with its finding and stops nobody else's.

    A batch per source: shards are ten times their sources, and a batch holds 2 GB at the most.
    """
    for name, data in _rows(batches, "name", "bytes"):
        yield _batch([_parsed(name, data, errata)], SHARDS)


def outline_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Return what linking needs to know of each shard, under the shard's `row`."""
    for row, shard in _rows(batches, "row", "shard"):
        yield _batch([{"outline": _outlined(row, shard)}], OUTLINES)


def ruling_batches(links: Links) -> Iterator[pa.RecordBatch]:
    """Return the rulings of a release, to be joined to their shards."""
    rows = (_ruling_row(rank, ruling) for rank, ruling in enumerate(links.rulings()))
    while some := list(islice(rows, _RULINGS)):
        yield _batch(some, RULINGS)


def rule_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Return the lines of the release that each shard gives under its ruling."""
    for rank, shard, ruling in _rows(batches, "rank", "shard", "ruling"):
        decided: Ruling = pickle.loads(ruling)  # noqa: S301  # our own driver wrote it
        yield _batch(_lines(rank, ruled(shard_of(shard), decided)), LINES)


def frame_batches(links: Links) -> Iterator[pa.RecordBatch]:
    """Return the lines that belong to no shard: findings of the whole release; actors and redirects."""
    yield _batch(_lines(-1, links.first()), LINES)
    for rank, part in enumerate(links.last(), start=links.tally["articles"]):
        yield _batch(_lines(rank, part), LINES)


def outline_of(data: bytes) -> Outline:
    """Read what `outline_batches` wrote."""
    read: Outline = pickle.loads(zlib.decompress(data))  # noqa: S301  # our own workers wrote it
    return read


def _rows(batches: Batches, *names: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of these columns, one at a time."""
    for batch in batches:
        for values in zip(*(batch.column(name) for name in names), strict=True):
            yield tuple(value.as_py() for value in values)


def _parsed(name: str, data: bytes, errata: Sequence[Erratum]) -> Row:
    row: Row = {"name": name, "article_id": None, "shard": None, "failure": None}
    try:
        shard = parse_source(data, name, errata=errata)
    except Exception as error:  # noqa: BLE001  # a fault of ours in one source must not stop the others
        return row | {"failure": failure_finding(fault_of(name, error)).to_json()}
    return row | {"article_id": shard.article.id, "shard": shard_bytes(shard)}


def _outlined(row: int, data: bytes) -> bytes:
    return zlib.compress(pickle.dumps(outline(row, shard_of(data))), level=1)


def _ruling_row(rank: int, ruling: Ruling) -> Row:
    return {"row": ruling.index, "rank": rank, "ruling": pickle.dumps(ruling)}


def _lines(rank: int, part: Part) -> Iterator[Row]:
    for position, record in enumerate(part.records):
        yield {
            "record_type": type_of(record),
            "rank": rank,
            "position": position,
            "article_id": getattr(record, "article_id", None),
            "id": id_of(record),
            "line": record.to_json(),
        }
    for article_id, text in part.texts.items():
        key = {"article_id": article_id, "id": article_id}
        yield {"record_type": TEXT, "rank": rank, "position": len(part.records), "line": text, **key}


def _batch(rows: Iterable[Row], schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([*rows], schema)
