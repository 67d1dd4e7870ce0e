"""Every stage and the whole, each against bare work on the same data in the same minute.

    python benchmarks/run.py [--articles N] [--json FILE] [--page FILE] [--spacy PYTHON]

Figures are of processor time on one core, the best of three runs: others may be at work on the machine.
`--json` writes them with the machine and the versions; `--page` puts the table into a page of the docs
(between its `<!-- bench -->` marks); `--spacy` names the Python of an environment with spaCy and
`en_core_web_sm`, which is no dependency of ours.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from pathlib import Path

from material import Material, size_of
from measuring import Measured, machine, measure
from stages import Stage, all_stages

HEAD = (
    "stage", "MB/s", "records/s", "pages/s", "share", "peak MB", "against", "MB/s or records/s",
    "ratio of time",
)  # fmt: skip
SPACY = Path(__file__).with_name("spacy_pass.py")


def main() -> None:
    options = arguments()
    material = Material(options.articles)
    begin = time.perf_counter()
    rows = [row_of(stage) for stage in all_stages(material)]
    share_out(rows)
    rows += [start_row("import ccdata"), *load_rows()]
    rows += [spacy_row(options.spacy, material)]
    table = table_of(rows)
    print(table)
    about = machine()
    print(line_about(about, material), f"{time.perf_counter() - begin:.0f} s in all.")
    if options.json:
        made = {
            "machine": about,
            "bytes": size_of(material.texts),
            "articles": len(material.texts),
            "rows": rows,
        }
        Path(options.json).write_text(json.dumps(made, indent=1) + "\n")
    if options.page:
        put(Path(options.page), f"{table}\n{line_about(about, material)}\n")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=24)
    parser.add_argument("--json")
    parser.add_argument("--page")
    parser.add_argument("--spacy")
    return parser.parse_args()


def row_of(stage: Stage) -> dict:
    print(f"{stage.name} ...", file=sys.stderr)
    ours = measure(stage.work, runs=stage.runs)
    base = measure(stage.base, runs=stage.runs) if stage.base else None
    amount = stage.size or stage.records
    return {
        "stage": stage.name,
        "seconds": ours.seconds,
        "mb_per_s": stage.size / ours.seconds / 1e6 if stage.size else None,
        "records_per_s": stage.records / ours.seconds if stage.records else None,
        "pages_per_s": stage.pages / ours.seconds if stage.pages else None,
        "part": stage.part,
        "peak_mb": ours.memory,
        "against": stage.base_name or None,
        "base_per_s": amount * stage.base_part / base.seconds / (1e6 if stage.size else 1) if base else None,
        "ratio": ratio_of(ours, base, stage.base_part),
    }


def ratio_of(ours: Measured, base: Measured | None, part: float) -> float | None:
    """How many times the base's time ours takes, for the same data."""
    return ours.seconds / (base.seconds / part) if base else None


def share_out(rows: list[dict]) -> None:
    """Give each stage of the parser its share; `clean` is inside `document`."""
    whole = next(row["seconds"] for row in rows if row["stage"].startswith("parse"))
    for row in rows:
        row["share"] = row["seconds"] / whole if row.pop("part") else None


def start_row(code: str) -> dict:
    """Milliseconds on top of bare Python, by the clock: the best of ten starts."""
    extra = min(map(start, [code] * 10)) - min(map(start, ["pass"] * 10))
    return plain_row(f"{code}: {extra * 1000:.0f} ms above bare Python", extra)


def start(code: str) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - begin


def load_rows() -> list[dict]:
    """The release of the seeds from disk into memory."""
    exports = Path(__file__).resolve().parent.parent / "exports"
    if not exports.is_dir() or not any(exports.glob("events.jsonl")):
        return [plain_row("load the release of the seeds: not run, exports/ holds none", None)]
    import ccdata

    spent = measure(lambda: ccdata.load(exports))
    return [plain_row(f"load the release of the seeds: {spent.seconds * 1000:.0f} ms", spent.seconds)]


def spacy_row(python: str | None, material: Material) -> dict:
    if python is None:
        return plain_row("spaCy en_core_web_sm: not run, --spacy names no Python that has it", None)
    given = json.dumps([source.data.decode() for source in material.texts[:8]])
    answer = subprocess.run([python, SPACY], input=given, capture_output=True, text=True, check=True).stdout
    found = json.loads(answer)
    row = plain_row(
        f"spaCy {found['spacy']}, {found['model']}: tags, parse, names; no records", found["seconds"]
    )
    return row | {"mb_per_s": found["bytes"] / found["seconds"] / 1e6, "peak_mb": found["peak_mb"]}


def plain_row(name: str, seconds: float | None) -> dict:
    keys = ("mb_per_s", "records_per_s", "pages_per_s", "share", "peak_mb", "against", "base_per_s", "ratio")
    return {"stage": name, "seconds": seconds, **dict.fromkeys(keys)}


def table_of(rows: list[dict]) -> str:
    cells = [HEAD, *map(cells_of, rows)]
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([lines[0], "| --- |" + " ---: |" * 5 + " --- |" + " ---: |" * 2, *lines[1:]])


def cells_of(row: dict) -> tuple[str, ...]:
    return (
        row["stage"],
        number(row["mb_per_s"]),
        number(row["records_per_s"]),
        number(row["pages_per_s"]),
        f"{row['share']:.0%}" if row["share"] is not None else "",
        number(row["peak_mb"]),
        row["against"] or "",
        number(row["base_per_s"]),
        number(row["ratio"]),
    )


def number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def line_about(about: dict, material: Material) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in about["versions"].items() if version)
    return (
        f"{len(material.texts)} articles, {size_of(material.texts) / 1e6:.2f} MB, "
        f"{len(material.records):,} records; {about['measured']}; {about['cores']} x {about['processor']}; "
        f"Python {about['python']}; {versions}."
    )


def put(page: Path, table: str) -> None:
    """Replace the page's table."""
    pattern = re.compile(r"(<!-- bench -->\n).*?(<!-- /bench -->)", re.DOTALL)
    text = page.read_text(encoding="utf-8")
    page.write_text(pattern.sub(lambda block: f"{block[1]}{table}{block[2]}", text), encoding="utf-8")


if __name__ == "__main__":
    main()
