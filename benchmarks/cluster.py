"""The same articles through the local engine and through Spark: equal releases, wall time, peak memory.

    python benchmarks/cluster.py [--articles 20000] [--json FILE] [--master 'local-cluster[2,1,3072]']

Wants pyspark and Java (see docs/how-to/cluster.md). `local-cluster[2,1,3072]` is two executors with a core
and 1 GB of Java's heap each, in processes of their own; so are the two workers of the local build. Counted
is the memory of all processes of each, and of Java's and Python's among them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from material import generated

from ccdata.engine.arrow import SOURCES
from ccdata.export.sums import MANIFEST

PARTS = 16


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--master", default="local-cluster[2,1,3072]")
    parser.add_argument("--json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_sources(folder, options.articles)
        runs = {"local": run_local(folder), "spark": run_spark(folder, options.master)}
        found = {kind: digests(folder / kind) for kind in runs}
        counts = json.loads((folder / "local" / MANIFEST).read_text())["counts"]
    made = {
        "articles": options.articles,
        "bytes": size,
        "records": counts,
        "runs": runs,
        "master": options.master,
    }
    made["equal"] = found["local"] == found["spark"]
    made["files"] = len(found["local"])
    print(json.dumps(made, indent=1))
    if options.json:
        Path(options.json).write_text(json.dumps(made, indent=1) + "\n")
    if not made["equal"]:
        differing = {name for name, _ in found["local"].items() ^ found["spark"].items()}
        sys.exit(f"the releases differ: {', '.join(sorted(differing)[:20])}")


def write_sources(folder: Path, count: int) -> int:
    """The articles as files, and as a folder of Parquet."""
    (folder / "files").mkdir()
    (folder / "sources").mkdir()
    size, share = 0, -(-count // PARTS)
    for part in range(PARTS):
        rows = []
        left = max(0, min(share, count - part * share))
        for one in generated(left, ("markdown:plain",), entries=4, chapters=1, first=part * share):
            (folder / "files" / one.name).write_bytes(one.data)
            rows.append({"name": one.name, "bytes": one.data})
            size += len(one.data)
        pq.write_table(pa.Table.from_pylist(rows, SOURCES), folder / "sources" / f"{part:03}.parquet")
    return size


def run_local(folder: Path) -> dict:
    command = [sys.executable, "-m", "ccdata", "build", "files", "-o", "local", "--jobs", "2"]
    return watched(command, folder, {})


def run_spark(folder: Path, master: str) -> dict:
    submit = f"--master {master} --driver-memory 2g --conf spark.ui.enabled=false pyspark-shell"
    more = {"PYSPARK_PYTHON": sys.executable, "PYSPARK_SUBMIT_ARGS": submit, "SPARK_LOCAL_IP": "127.0.0.1"}
    if master.startswith("local-cluster"):
        import pyspark

        more["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    return watched([sys.executable, "-m", "ccdata.engine.spark", "sources", "out", "spark"], folder, more)


def watched(command: list[str], folder: Path, more: dict[str, str]) -> dict:
    """Run a command and look at its memory, its children's included, five times a second."""
    search = os.pathsep.join(str(Path(path).resolve()) for path in sys.path if path)
    begin, peaks = time.perf_counter(), Counter()
    with subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": search, **more}) as process:
        while process.poll() is None:
            for name, size in sizes(process.pid).items():
                peaks[name] = max(peaks[name], size)
            time.sleep(0.2)
    assert process.returncode == 0, command
    return {"seconds": time.perf_counter() - begin, **peaks}


def sizes(number: int) -> Counter[str]:
    """Megabytes of a process and all that descend from it: together, by kind, and the largest."""
    found = Counter()
    for one in family(number):
        size, kind = private(one), "java" if "java" in name_of(one) else "python"
        found["peak_mb"] += size
        found[f"{kind}_mb"] += size
        found[f"largest_{kind}_mb"] = max(found[f"largest_{kind}_mb"], size)
    return found


def name_of(number: int) -> str:
    try:
        return Path(f"/proc/{number}/comm").read_text()
    except OSError:
        return ""


def family(number: int) -> list[int]:
    """A process and all that descend from it."""
    found = [number]
    for one in found:
        try:
            tasks = Path(f"/proc/{one}/task").iterdir()
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def private(number: int) -> float:
    """Megabytes that are this process's share: pages of several are counted in parts."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def digests(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


if __name__ == "__main__":
    main()
