"""The build on Spark, for real: two workers, partitioned Parquet, the very release of a local build."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ccdata.engine.arrow import SOURCES
from ccdata.engine.building import build
from ccdata.export.arrow import schema_of
from ccdata.records import PLURALS, RECORD_TYPES
from ccdata.testing import make_story, render

pytest.importorskip("pyspark", reason="pyspark is not installed (the extra `spark`)")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None, reason="java is not installed (17 or newer)"),
]

LAYOUTS = ("markdown:plain", "html:tables", "markdown:bullets-bold-inside", "archive:full-text")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the same sources with Spark and here: `spark/`, `release/`, `local/`."""
    folder = tmp_path_factory.mktemp("spark")
    rows = [source(number) for number in range(24)]
    rows += [rows[0] | {"name": "again.txt"}, {"name": "empty.txt", "bytes": b""}]
    (folder / "files").mkdir()
    for row in rows:
        (folder / "files" / row["name"]).write_bytes(row["bytes"])
    for part in range(4):
        place = folder / "sources" / f"part={part}"
        place.mkdir(parents=True)
        pq.write_table(pa.Table.from_pylist(rows[part::4], SOURCES), place / "sources.parquet")
    run(folder, "sources", "spark", "release")
    build([folder / "files"], folder / "local")
    return folder


def source(number: int) -> dict[str, Any]:
    page = render(make_story(number, entries=4, chapters=1), LAYOUTS[number % len(LAYOUTS)])
    return {"name": f"{number:02}-{page.name}", "bytes": page.data}


def run(folder: Path, *arguments: str) -> None:
    """Run the module as a user would, on two cores."""
    places = {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    master = {"PYSPARK_SUBMIT_ARGS": "--master local[2] --conf spark.ui.enabled=false pyspark-shell"}
    command = [sys.executable, "-m", "ccdata.engine.spark", *arguments]
    subprocess.run(command, cwd=folder, env={**os.environ, **places, **master}, check=True, timeout=600)


def digests(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_release_is_that_of_a_local_build_byte_for_byte(built: Path) -> None:
    assert digests(built / "release") == digests(built / "local")


def test_shards_and_lines_are_committed_whole(built: Path) -> None:
    for name in ("shards", "lines", "tables/events"):
        assert (built / "spark" / name / "_SUCCESS").exists()
    assert pq.read_table(built / "spark" / "shards").num_rows == 26


def test_the_tables_hold_the_records_of_the_release(built: Path) -> None:
    for record_type in RECORD_TYPES:
        name = PLURALS[record_type]
        spark = pq.read_table(built / "spark" / "tables" / name).to_pylist()
        local = pq.read_table(built / "local" / "parquet" / f"{name}.parquet").to_pylist()
        by_id = [sorted(rows, key=lambda row: str(row["id"])) for rows in (spark, local)]
        assert by_id[0] == by_id[1], name
        assert set(schema_of(record_type).names) == set(spark[0] if spark else schema_of(record_type).names)
