"""The functions over record batches: row by row what a local build does, and the same release."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pytest

from ccdata.engine.arrow import (
    OUTLINES,
    SHARDS,
    SOURCES,
    TEXT,
    frame_batches,
    outline_batches,
    outline_of,
    parse_batches,
    rule_batches,
    ruling_batches,
)
from ccdata.engine.parsing import parse_source
from ccdata.engine.shard_files import shard_of
from ccdata.link import Part, decide, link, type_of
from ccdata.records import Finding
from ccdata.testing import make_story, render

LAYOUTS = ("markdown:plain", "html:tables", "markdown:bullets-bold-inside")


def sources() -> list[dict[str, object]]:
    """Articles, one of them handed in twice, and one that cannot be read."""
    pages = [
        render(make_story(n, pair="US-Japan Relations", entries=5, chapters=1), LAYOUTS[n % 3])
        for n in range(4)
    ]
    rows: list[dict[str, object]] = [{"name": page.name, "bytes": page.data} for page in pages]
    return [*rows, {"name": "again.txt", "bytes": pages[0].data}, {"name": "empty.txt", "bytes": b""}]


@pytest.fixture(scope="module")
def shards() -> pa.Table:
    batches = pa.Table.from_pylist(sources(), SOURCES).to_batches(max_chunksize=2)
    return pa.Table.from_batches(parse_batches(batches), SHARDS)


def test_each_source_gives_its_shard_or_says_why_not(shards: pa.Table) -> None:
    for source, row in zip(sources(), shards.to_pylist(), strict=True):
        assert row["name"] == source["name"]
        if row["failure"] is None:
            assert shard_of(row["shard"]) == parse_source(source["bytes"], row["name"])  # type: ignore[arg-type]
            assert shard_of(row["shard"]).article.id == row["article_id"]
        else:
            assert row["shard"] is None
            assert Finding.from_json(row["failure"]).code == "source-empty"
    assert shards.column("failure").null_count == len(shards) - 1


def test_a_fault_of_ours_is_a_row_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object, **__: object) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr("ccdata.engine.arrow.parse_source", faulty)
    batch = pa.RecordBatch.from_pylist(sources()[:1], SOURCES)
    (row,) = next(parse_batches([batch])).to_pylist()
    assert "please report it" in row["failure"]


def lines_of(parts: Iterator[Part]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for part in parts:
        found += [(type_of(record), record.to_json()) for record in part.records]
        found += [(TEXT, text) for text in part.texts.values()]
    return found


def test_the_lines_are_those_of_a_local_release(shards: pa.Table) -> None:
    whole = [row | {"row": number} for number, row in enumerate(shards.to_pylist()) if row["shard"]]
    failures = [Finding.from_json(row["failure"]) for row in shards.to_pylist() if row["failure"]]
    batches = pa.Table.from_pylist(whole, SHARDS.append(pa.field("row", pa.int64()))).to_batches()
    outlines = pa.Table.from_batches(outline_batches(batches), OUTLINES).column("outline").to_pylist()
    links = decide([outline_of(outline) for outline in outlines], failures)
    shard_by_row = {row["row"]: row["shard"] for row in whole}
    met = [
        row | {"shard": shard_by_row[row["row"]]}
        for batch in ruling_batches(links)
        for row in batch.to_pylist()
    ]
    made = [*frame_batches(links), *rule_batches([pa.RecordBatch.from_pylist(met)])]
    rows = pa.Table.from_batches(made).sort_by([("rank", "ascending"), ("position", "ascending")]).to_pylist()
    local = link([shard_of(row["shard"]) for row in whole], failures)
    assert [(row["record_type"], row["line"]) for row in rows] == lines_of(local.parts())
    assert len(met) == links.tally["articles"] == len(whole) - 1
