"""The script of docs/how-to/cluster.md, run as it stands: the lines of a local release."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ccdata.engine.arrow import SOURCES, TEXT
from ccdata.engine.building import build
from ccdata.records import PLURALS
from ccdata.testing import make_story, render

pytest.importorskip("ray.data", reason="ray is not installed (`pip install 'ray[data]'`)")
pytestmark = pytest.mark.slow

PAGE = Path(__file__).parent.parent.parent / "docs" / "how-to" / "cluster.md"


def script() -> str:
    match = re.search(r"<!-- ray -->\n```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert match is not None
    return match[1]


def source(number: int) -> dict[str, Any]:
    page = render(make_story(number, entries=4, chapters=1), "markdown:plain")
    return {"name": f"{number:02}.txt", "bytes": page.data}


def test_the_lines_are_those_of_a_local_build(tmp_path: Path) -> None:
    rows = [*map(source, range(12)), {"name": "empty.txt", "bytes": b""}]
    for folder in ("files", "sources"):
        (tmp_path / folder).mkdir()
    for row in rows:
        (tmp_path / "files" / row["name"]).write_bytes(row["bytes"])
    for part in range(3):
        pq.write_table(pa.Table.from_pylist(rows[part::3], SOURCES), tmp_path / "sources" / f"{part}.parquet")
    (tmp_path / "script.py").write_text(script(), "utf-8")
    subprocess.run([sys.executable, "script.py", "sources", str(tmp_path / "out")], cwd=tmp_path, check=True)
    build([tmp_path / "files"], tmp_path / "local", formats=["jsonl"])
    table = pq.read_table(tmp_path / "out" / "lines")
    order = [("rank", "ascending"), ("position", "ascending")]
    made: dict[str, list[str]] = {}
    for row in table.sort_by(order).to_pylist():
        made.setdefault(row["record_type"], []).append(row["line"])
    assert len(made.pop(TEXT)) == 12
    for record_type, lines in made.items():
        local = (tmp_path / "local" / f"{PLURALS[record_type]}.jsonl").read_text("utf-8")
        assert "\n".join([*lines, ""]) == local, record_type
