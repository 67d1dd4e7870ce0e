"""Is time linear in length and in number? One document grown, and one build grown.

    python benchmarks/linearity.py --lengths 0.1,0.3,1,3 --numbers 200,600,2000 --json FILE [--plot FOLDER]
    python benchmarks/linearity.py --lengths 0.1,1,5,20 --numbers 200,2000,20000      # by hand: an hour

Each point is a process of its own: seconds of processor time, and peak memory. `--plot` wants matplotlib,
which is no dependency of ours; `--from FILE` plots what was measured before.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from material import generated

CHRONOLOGY = re.compile(
    r"^(?P<head>.*?)(?P<chronology>\n[^\n]{0,20}(?i:chronology)[^\n]*\n)(?P<tail>.*)$", re.DOTALL
)


def main() -> None:
    options = arguments()
    if options.work:
        print(json.dumps(WORKS[options.work](options.value)))
        return
    made = json.loads(Path(options.given).read_text()) if options.given else measured(options)
    if options.json:
        Path(options.json).write_text(json.dumps(made, indent=1) + "\n")
    for name, points in made.items():
        print(table_of(name, points))
    if options.plot:
        plot(made, Path(options.plot))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lengths", default="0.1,0.3,1,3")
    parser.add_argument("--numbers", default="200,600,2000")
    parser.add_argument("--json")
    parser.add_argument("--plot")
    parser.add_argument("--from", dest="given")
    parser.add_argument("--work", choices=sorted(WORKS))
    parser.add_argument("value", nargs="?", type=float)
    return parser.parse_args()


def measured(options: argparse.Namespace) -> dict[str, list[dict]]:
    return {
        work: [apart(work, value) for value in map(float, given.split(","))]
        for work, given in (("length", options.lengths), ("number", options.numbers))
        if given
    }


def apart(work: str, value: float) -> dict:
    print(f"{work} {value:g} ...", file=sys.stderr)
    command = [sys.executable, __file__, "--work", work, str(value)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


# one document -----------------------------------------------------------------------------------


def grow_length(megabytes: float) -> dict:
    """Parse one document of so many megabytes: the narrative and the chronology of many articles."""
    from ccdata.engine.parsing import parse_source
    from ccdata.engine.settling import settle

    settle()
    data = long_document(megabytes)
    small = long_document(0.02)
    parse_source(small, "small.txt")
    begin = time.process_time()
    shard = parse_source(data, "long.txt")
    spent = time.process_time() - begin
    records = sum(1 for _ in shard.records())
    return {"value": len(data) / 1e6, "seconds": spent, "records": records, "peak_mb": peak()}


def long_document(megabytes: float) -> bytes:
    """Articles of one pair and year, their narratives joined, then their chronologies."""
    from ccdata.testing import make_story, render

    heads, tails, size, number = [], [], 0, 0
    while size < megabytes * 1e6:
        story = make_story(
            number, pair="US-Japan Relations", year=2003, entries=30, chapters=4, yearless=False
        )
        text = render(story, "markdown:plain").text
        match = CHRONOLOGY.match(text)
        assert match is not None
        heads.append(match["head"])
        tails.append(match["tail"])
        size += len(text.encode())
        number += 1
    return ("\n\n".join(heads) + match["chronology"] + "\n".join(tails)).encode()


# many documents ---------------------------------------------------------------------------------


def grow_number(count: float) -> dict:
    """Build so many short articles into a release; memory is of this process, which reads and links."""
    from ccdata.engine.building import build
    from ccdata.engine.settling import settle

    settle()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_articles(folder / "sources", int(count))
        begin = time.process_time()
        built = build([folder / "sources"], folder / "out", cache=folder / "cache")
        spent = time.process_time() - begin
        peak_first = peak()
    records = sum(built.manifest.counts.values())
    return {
        "value": count,
        "megabytes": size / 1e6,
        "seconds": spent,
        "records": records,
        "peak_mb": peak_first,
    }


def write_articles(folder: Path, count: int) -> int:
    """Write generated articles in a process of their own: what making them takes is not measured."""
    code = f"from linearity import put_articles; put_articles({str(folder)!r}, {count})"
    here = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(Path(__file__).parent), *sys.path])),
    }
    subprocess.run([sys.executable, "-c", code], check=True, env=here)
    return sum(file.stat().st_size for file in folder.iterdir())


def put_articles(folder: str, count: int) -> None:
    Path(folder).mkdir()
    for source in generated(count, ("markdown:plain",), entries=4, chapters=1):
        (Path(folder) / source.name).write_bytes(source.data)


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


# what is shown ----------------------------------------------------------------------------------


def table_of(work: str, points: list[dict]) -> str:
    unit = "MB in one document" if work == "length" else "articles in one build"
    lines = [f"| {unit} | seconds | records | per {'MB' if work == 'length' else '1,000'} | peak MB |"]
    lines.append("| ---: " * 5 + "|")
    for point in points:
        each = point["seconds"] / point["value"] * (1 if work == "length" else 1000)
        value = f"{point['value']:,.4g}" if work == "length" else f"{point['value']:,.0f}"
        lines.append(
            f"| {value} | {point['seconds']:.2f} | {point['records']:,} "
            f"| {each:.2f} | {point['peak_mb']:.0f} |"
        )
    return "\n".join(lines) + "\n"


def plot(made: dict[str, list[dict]], folder: Path) -> None:
    """Seconds over size with the straight line through the last point; memory beside it."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    folder.mkdir(parents=True, exist_ok=True)
    units = {"length": "megabytes in one document", "number": "articles in one build"}
    for work, points in made.items():
        sizes = [point["value"] for point in points]
        figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
        left.plot(sizes, [point["seconds"] for point in points], "o-", color="#1b6ca8")
        left.plot([0, sizes[-1]], [0, points[-1]["seconds"]], "--", color="#999999", linewidth=1)
        left.set(xlabel=units[work], ylabel="seconds of one core", xlim=0, ylim=0)
        right.plot(sizes, [point["peak_mb"] for point in points], "o-", color="#a83232")
        right.set(xlabel=units[work], ylabel="peak memory, MB", xlim=0, ylim=0)
        figure.savefig(folder / f"linear-{work}.png", dpi=110, metadata={"Software": None})


WORKS = {"length": grow_length, "number": grow_number}

if __name__ == "__main__":
    main()
