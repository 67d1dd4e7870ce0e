"""A build on a cluster of Apache Spark (extra `spark`): both stages over partitioned Parquet.

    SOURCES {name, bytes}  ─parse─▶  OUT/shards  ─link─▶  OUT/lines/record_type=...  ─▶  OUT/tables/...

`OUT/shards` has a row per source, `OUT/lines` a row per record with its line of JSON, `OUT/tables` the
nested tables of a release, a folder of Parquet files per record type. Each is committed by Spark when it
is whole (`_SUCCESS`). The release in them is that of a local build of the same sources; `release_of`
streams it in order, so that `write_release` writes the very same folder.

    python -m ccdata.engine.spark SOURCES OUT [RELEASE]

`docs/how-to/cluster.md` says how to bring it to a cluster and how large that has to be.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from ccdata.engine.arrow import (
    LINES,
    OUTLINES,
    SHARDS,
    TEXT,
    Batches,
    frame_batches,
    outline_batches,
    outline_of,
    parse_batches,
    rule_batches,
    ruling_batches,
)
from ccdata.engine.settling import settle
from ccdata.extract.errata import Erratum
from ccdata.link import Links, Part, decide
from ccdata.records import RECORD_TYPES
from ccdata.records.models import PLURALS, Finding

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PER_BATCH = {"shards": 64, "lines": 1024}
"""Rows that Spark hands over at once: sources and shards are large, its default of 10,000 is for numbers."""
PER_SLICE = 100
"""Batches of rulings or actors, a thousand rows each, that are written at once."""


def build(spark: SparkSession, sources: str, out: str, *, errata: Sequence[Erratum] = ()) -> Links:
    """Parse the sources of a Parquet folder, link them, and write shards, lines and tables under `out`."""
    _hand_over(spark, "shards")
    write_shards(spark, sources, f"{out}/shards", errata=errata)
    links = decided(spark, f"{out}/shards")
    write_slices(spark, ruling_batches(links), f"{out}/rulings")
    write_slices(spark, frame_batches(links), f"{out}/frame")
    write_lines(spark, out)
    _hand_over(spark, "lines")
    for record_type in RECORD_TYPES:
        write_table(spark, record_type, f"{out}/lines", f"{out}/tables/{PLURALS[record_type]}")
    return links


def write_shards(spark: SparkSession, sources: str, shards: str, *, errata: Sequence[Erratum] = ()) -> None:
    """Stage 1: a shard or a failure for each source; `row` names it from then on."""
    from pyspark.sql import functions as sql

    read = spark.read.parquet(sources).select("name", "bytes")
    parsed = read.mapInArrow(partial(_parsed, errata=tuple(errata)), _spark_schema(SHARDS))
    parsed.withColumn("row", sql.monotonically_increasing_id()).write.mode("overwrite").parquet(shards)


def decided(spark: SparkSession, shards: str) -> Links:
    """Stage 2, first pass: outlines are made where the shards are, and judged here."""
    read = spark.read.parquet(shards)
    whole = read.where("shard is not null").select("row", "shard")
    outlines = whole.mapInArrow(outline_batches, _spark_schema(OUTLINES)).persist()
    outlines.count()  # on all executors at once: fetching alone would make one partition after the other
    failures = read.where("failure is not null").select("failure").toLocalIterator()
    try:
        return decide(
            (outline_of(bytes(row.outline)) for row in outlines.toLocalIterator(prefetchPartitions=True)),
            [Finding.from_json(row.failure) for row in failures],
        )
    finally:
        outlines.unpersist()


def write_slices(spark: SparkSession, batches: Iterator[Any], folder: str) -> None:
    """Write what was decided here, some batches at a time: it need not fit in this process's memory."""
    mode = "overwrite"
    while some := list(islice(batches, PER_SLICE)):
        spark.createDataFrame(_table(some)).coalesce(1).write.mode(mode).parquet(folder)
        mode = "append"


def write_lines(spark: SparkSession, out: str) -> None:
    """Stage 2, second pass: each shard meets its ruling, and gives its lines of the release.

    Rulings are read from files, whose size Spark knows: few enough go to every executor, no shard moves.
    """
    rulings = spark.read.parquet(f"{out}/rulings")
    met = spark.read.parquet(f"{out}/shards").join(rulings, "row").select("rank", "shard", "ruling")
    lines = met.mapInArrow(rule_batches, _spark_schema(LINES)).unionByName(spark.read.parquet(f"{out}/frame"))
    lines.write.mode("overwrite").partitionBy("record_type").parquet(f"{out}/lines")


def write_table(spark: SparkSession, record_type: str, lines: str, table: str) -> None:
    """Write one record type's nested table, as a release of files has it."""
    from ccdata.export.arrow import schema_of

    read = spark.read.parquet(lines).where(f"record_type = '{record_type}'")
    ordered = read.repartitionByRange("rank").sortWithinPartitions("rank", "position").select("line")
    nested = ordered.mapInArrow(partial(_tabled, record_type), _spark_schema(schema_of(record_type)))
    nested.write.mode("overwrite").parquet(table)


@dataclass(frozen=True, slots=True)
class SparkRelease:
    """The release in a folder of lines, in order (`ccdata.link.Release`)."""

    spark: SparkSession
    lines: str

    def parts(self) -> Iterator[Part]:
        """Yield a part per article, and those before and behind."""
        for _, rows in groupby(self._ordered().toLocalIterator(), key=lambda row: row.rank):
            yield _part(rows)

    def _ordered(self) -> DataFrame:
        return self.spark.read.parquet(self.lines).orderBy("rank", "position")


def _hand_over(spark: SparkSession, rows: str) -> None:
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(PER_BATCH[rows]))


def _parsed(batches: Batches, errata: Sequence[Erratum]) -> Iterator[Any]:
    """Parse in a worker, which is a process of ours alone."""
    settle()
    return parse_batches(batches, errata=errata)


def _part(rows: Iterator[Any]) -> Part:
    records, texts = [], {}
    for row in rows:
        if row.record_type == TEXT:
            texts[row.article_id] = row.line
        else:
            records.append(RECORD_TYPES[row.record_type].from_json(row.line))
    return Part(records=tuple(records), texts=texts)


def _tabled(record_type: str, batches: Batches) -> Iterator[Any]:
    from ccdata.export.arrow import table_of

    for batch in batches:
        records = [RECORD_TYPES[record_type].from_json(line.as_py()) for line in batch.column("line")]
        yield from table_of(record_type, records).to_batches()


def _table(batches: Sequence[Any]) -> Any:
    import pyarrow as pa

    return pa.Table.from_batches(batches)


def _spark_schema(schema: Any) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


def main() -> None:
    """Build SOURCES to OUT, on the cluster that the session belongs to; RELEASE is a folder of files here."""
    from pyspark.sql import SparkSession

    from ccdata.export.writing import write_release

    sources, out, *folder = sys.argv[1:]
    spark = SparkSession.builder.appName("ccdata").getOrCreate()
    try:
        links = build(spark, sources, out)
        for release in folder:
            write_release(SparkRelease(spark, f"{out}/lines"), release)
    finally:
        spark.stop()
    counts = ", ".join(f"{number} {name}" for name, number in links.tally.items())
    print(f"{out}: {counts}", file=sys.stderr)  # noqa: T201  # a line for whoever waits


if __name__ == "__main__":
    main()
