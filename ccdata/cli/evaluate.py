"""`ccdata evaluate`: how accurate the reading is, measured against gold."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command(
    epilog="""\b
Examples:
  ccdata evaluate tests/gold/
  ccdata evaluate tests/gold/ --json > before.json
  ccdata evaluate tests/gold/ --against before.json --misses 0

Exit status: 0 measured, 2 could not run."""
)
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.option("--json", "as_run", is_flag=True, help="Write the run as JSON: scores and every miss.")
@click.option(
    "--against", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="The JSON of a former run: say what this change won and lost.",
)  # fmt: skip
@click.option(
    "--misses", type=click.IntRange(0), default=20, show_default=True, metavar="N",
    help="Misses shown, with the text around them.",
)  # fmt: skip
def command(*, gold: Path, as_run: bool, against: Path | None, misses: int) -> None:
    """Read the sources of GOLD (a file, or a folder of them) and compare field by field.

    Figures: how many answers the gold has, how many were read, how many are right; precision, recall
    and F1 with accepted alternatives, with the interval that chance alone would give; F1 strictly.
    """
    from ccdata.evaluate import as_json, as_text, compare_runs, evaluate, load_run

    former = load_run(against) if against else None
    evaluation = evaluate(gold)
    run = as_json(evaluation)
    comparison = compare_runs(former, run) if former else None
    if as_run:
        changes = {"against": comparison.as_json()} if comparison else {}
        click.echo(json.dumps({**run, **changes}, ensure_ascii=False, indent=1))
        return
    for line in as_text(evaluation, misses=misses, comparison=comparison):
        click.echo(line)
