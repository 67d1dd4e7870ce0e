"""Write the tables of accuracy.md anew: `python docs/accuracy_tables.py [TABLE]...`, all by default.

A table stands between `<!-- NAME: how it was made -->` and `<!-- /NAME -->`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from ccdata.evaluate import Figure, Score, agreement_of, evaluate, load_gold

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
GOLD = ROOT / "tests" / "gold"
STORIES = 100


def main(names: list[str]) -> None:
    """Replace the tables named, or all."""
    page = PAGE.read_text(encoding="utf-8")
    for name in names or TABLES:
        page = put(page, name, TABLES[name]())
    PAGE.write_text(page, encoding="utf-8")


def put(page: str, name: str, table: str) -> str:
    """Return the page with one table replaced."""
    pattern = re.compile(rf"(<!-- {name}:[^>]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda block: f"{block[1]}{table}{block[2]}", page)


def agreement_table() -> str:
    """Agreement of the first and the second reading, per article and over both."""
    pairs = [
        (load_gold(path), load_gold(GOLD / "second" / path.name)) for path in sorted(GOLD.glob("*.jsonl"))
    ]
    columns = [agreement_of([pair]) for pair in pairs]
    titles = [first.header.article_id.removeprefix("cc-").removesuffix("-china-russia") for first, _ in pairs]
    if len(pairs) > 1:
        columns, titles = [*columns, agreement_of(pairs)], [*titles, "both"]
    rows = [[figures[0].name, *map(_agreed, figures)] for figures in zip(*columns, strict=True)]
    return table(["", *titles], rows)


def figures_table() -> str:
    """Our own figures over both articles."""
    evaluation = evaluate(GOLD)
    rows = [_row(score) for score in evaluation.scores() if score.lenient.gold or score.lenient.predicted]
    report = evaluation.types()
    assert report is not None
    sentence = (
        f"\nEvent types: accuracy {report.accuracy:.3f}, macro-F1 {report.macro_f1:.3f} (strictly "
        f"{report.strict_macro_f1:.3f}). Always guessing {report.majority} would give accuracy "
        f"{report.majority_accuracy:.3f} and macro-F1 {report.majority_macro_f1:.3f}.\n"
    )
    head = ["field", "gold", "read", "right", "P", "R", "F1", "95 % of F1", "strict F1"]
    return table(head, rows) + sentence


def generated_table() -> str:
    """Recovered truth of generated articles, by field and by layout."""
    from ccdata.testing.measure import measure

    score = measure(STORIES, seed=1)
    parts = []
    for group in ("field", "layout"):
        rows = [
            [row.field or row.layout, *map(str, (row.expected, row.right, row.spurious)), f"{row.recall:.3f}"]
            for row in score.rows(group)
        ]
        parts.append(table([group, "expected", "right", "spurious", "recall"], rows))
    return "\n".join(parts)


def table(head: list[str], rows: Iterable[list[str]]) -> str:
    """Return a Markdown table."""
    ruler = ["---"] + ["---:"] * (len(head) - 1)
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ruler, *rows))


def _agreed(figure: Figure) -> str:
    kappa = "" if figure.kappa is None else f", κ {figure.kappa:.2f}"
    return f"{figure.observed:.2f}{kappa} ({figure.count})"


def _row(score: Score) -> list[str]:
    counts = score.lenient
    between = "" if score.low is None or score.high is None else f"{score.low:.2f}–{score.high:.2f}"
    numbers = [f"{value:.3f}" for value in (counts.precision, counts.recall, counts.f1)]
    return [score.name, *map(str, counts), *numbers, between, f"{score.strict.f1:.3f}"]


TABLES: dict[str, Callable[[], str]] = {
    "agreement": agreement_table,
    "figures": figures_table,
    "generated": generated_table,
}

if __name__ == "__main__":
    main(sys.argv[1:])
