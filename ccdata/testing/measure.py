"""The second measure of accuracy: generated articles, rendered, read, and compared with their truth.

    python -m ccdata.testing.measure 50 --seed 1
    python -m ccdata.testing.measure 50 --layout html:tables --field speakers --misses 10

Each story is told in one layout, in turn; the tables say how much of the truth came back, per field,
layout and phenomenon, so that one sees which kind of sentence fails.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec

from ccdata.errors import CcdataError
from ccdata.records.shard import Shard
from ccdata.testing.comparison import compare
from ccdata.testing.layouts import LAYOUTS, render
from ccdata.testing.rendering import Rendering
from ccdata.testing.score import Row, Score, Verdict
from ccdata.testing.telling import make_story

Parse = Callable[[bytes, str], Shard]
"""Turns a source's bytes and name into the records of its article."""

_TYPESETTERS = {"pdf:reportlab": "reportlab", "pdf:fpdf2": "fpdf"}
_GROUPS = ("field", "layout", "phenomenon")


def measure(
    count: int, *, seed: int = 1, layouts: Sequence[str] | None = None, parse: Parse | None = None
) -> Score:
    """Return how much of `count` generated stories a parser finds, ours by default."""
    read = parse or _own_parser()
    verdicts: list[tuple[str, Verdict]] = []
    for layout, page in pages(count, seed=seed, layouts=layouts or available_layouts()):
        verdicts += _score(layout, page, read).verdicts
    return Score(verdicts=tuple(verdicts))


def pages(count: int, *, seed: int, layouts: Sequence[str]) -> Iterator[tuple[str, Rendering]]:
    """Yield stories of consecutive seeds, each in the next layout, with that layout's name."""
    for number in range(count):
        layout = layouts[number % len(layouts)]
        native = layout != "pdf:fpdf2"  # its fonts have no Chinese
        yield layout, render(make_story(seed + number, native=native), layout)


def available_layouts() -> list[str]:
    """Return the layouts whose typesetting library is installed."""
    return [name for name in LAYOUTS if name not in _TYPESETTERS or find_spec(_TYPESETTERS[name])]


def tables(score: Score, *, misses: int = 0) -> Iterator[str]:
    """Yield the lines of a report."""
    for group in _GROUPS:
        by = (group,) if group != "phenomenon" else ("field", "phenomenon")
        yield from _table(group, list(score.rows(*by)))
    for layout, verdict in [pair for pair in score.verdicts if not pair[1].right][:misses]:
        yield f"{layout} {verdict.field} ({verdict.phenomenon})"
        yield f"    expected {verdict.expected[:160]!r}"
        yield f"    found    {verdict.found[:160]!r}"


def as_json(score: Score) -> list[dict[str, object]]:
    """Return the finest rows as plain values."""
    return [
        {
            "layout": row.layout, "field": row.field, "phenomenon": row.phenomenon,
            "expected": row.expected, "right": row.right, "spurious": row.spurious,
        }
        for row in score.rows()
    ]  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measure from the command line."""
    options = _options(arguments)
    score = measure(options.count, seed=options.seed, layouts=options.layout)
    if options.field:
        kept = (pair for pair in score.verdicts if pair[1].field in options.field)
        score = Score(verdicts=tuple(kept))
    lines = [json.dumps(as_json(score), indent=1)] if options.json else tables(score, misses=options.misses)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m ccdata.testing.measure", description=__doc__)
    parser.add_argument("count", type=int, metavar="N", help="how many stories")
    parser.add_argument("--seed", type=int, default=1, help="the first story's seed (1)")
    parser.add_argument("--layout", action="append", choices=available_layouts(), help="only this layout")
    parser.add_argument("--field", action="append", help="only this field")
    parser.add_argument("--misses", type=int, default=0, metavar="K", help="list the first K misses")
    parser.add_argument("--json", action="store_true", help="counts as JSON")
    return parser.parse_args(arguments)


def _score(layout: str, page: Rendering, parse: Parse) -> Score:
    """Judge one page; one that cannot be read at all has lost its every entry."""
    try:
        shard = parse(page.data, page.name)
    except CcdataError as error:
        lost = Verdict(
            field="readable", phenomenon="article", right=False, expected=page.name, found=str(error)
        )
        return Score.of(layout, [lost])
    return compare(page.story, shard.records(), page.fields, layout=layout)


def _table(group: str, rows: list[Row]) -> Iterator[str]:
    """Yield the rows, worst first, so that the eye falls on what fails."""
    if group == "phenomenon":
        rows.sort(key=lambda row: (row.recall, row.field, row.phenomenon))
    names = [" ".join(part for part in (row.layout, row.field, row.phenomenon) if part) for row in rows]
    width = max(map(len, [*names, group]), default=0)
    yield f"{group:<{width}}  expected  right  spurious  recall"
    for name, row in zip(names, rows, strict=True):
        yield f"{name:<{width}}  {row.expected:>8}  {row.right:>5}  {row.spurious:>8}  {row.recall:>6.3f}"
    yield ""


def _own_parser() -> Parse:
    from ccdata.engine import parse_source

    own: Parse = parse_source
    return own


if __name__ == "__main__":
    sys.exit(main())
