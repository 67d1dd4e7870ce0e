"""Scores: counts over many comparisons, with how far chance alone would move them.

The interval is a percentile bootstrap: units (entries, quotations, paragraphs) are drawn with
replacement a thousand times from a fixed seed, and F1 is taken each time.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ccdata.evaluate.outcome import Counts, Outcome

DRAWS = 1000
SEED = 20260101
FEWEST = 5
_COVERAGE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well one field of one kind of record is read."""

    record: str
    field: str
    strict: Counts
    lenient: Counts
    low: float | None
    """Lower bound of F1 with alternatives; null where the field has too few units to draw from."""
    high: float | None
    """Upper bound."""

    @property
    def name(self) -> str:
        """`event.medium`"""
        return f"{self.record}.{self.field}"


def scores(outcomes: Iterable[Outcome]) -> tuple[Score, ...]:
    """Return a score per field, record by record, in the order in which the fields first come."""
    fields: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        fields[outcome.place.record, outcome.field].append(outcome)
    records = list(dict.fromkeys(record for record, _ in fields))
    ordered = sorted(fields.items(), key=lambda item: records.index(item[0][0]))
    return tuple(_score(record, field, group) for (record, field), group in ordered)


def total(counts: Iterable[Counts]) -> Counts:
    """Add counts."""
    gold = predicted = hits = 0
    for one in counts:
        gold, predicted, hits = gold + one.gold, predicted + one.predicted, hits + one.hits
    return Counts(gold, predicted, hits)


def _score(record: str, field: str, outcomes: Sequence[Outcome]) -> Score:
    units: dict[tuple[str, str], list[Counts]] = defaultdict(list)
    for outcome in outcomes:
        units[outcome.place.article, outcome.place.unit].append(outcome.lenient)
    low, high = _interval([total(counts) for counts in units.values()])
    return Score(
        record=record, field=field, low=low, high=high,
        strict=total(outcome.strict for outcome in outcomes),
        lenient=total(outcome.lenient for outcome in outcomes),
    )  # fmt: skip


def _interval(units: Sequence[Counts]) -> tuple[float | None, float | None]:
    counted = [(2 * unit.hits, unit.gold + unit.predicted) for unit in units if unit.gold or unit.predicted]
    if len(counted) < FEWEST:
        return None, None
    if all(right == both for right, both in counted):
        return 1.0, 1.0
    draw = random.Random(SEED)  # noqa: S311 - a reproducible sample, no secret
    drawn = sorted(_f1(draw.choices(counted, k=len(counted))) for _ in range(DRAWS))
    edge = int(DRAWS * (1 - _COVERAGE) / 2)
    return drawn[edge], drawn[-edge - 1]


def _f1(units: Sequence[tuple[int, int]]) -> float:
    right, both = map(sum, zip(*units, strict=True))
    return right / both
