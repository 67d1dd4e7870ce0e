"""Floors under the figures: read from a file, only ever raised."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path

from ccdata.evaluate import Evaluation, Score

FILE = Path(__file__).with_name("floors.toml")
_STEPS = 100
_SLACK = 0.02
"""A better general rule may cost an answer or two: a floor lies this far below what was measured."""


_OVER_PAIRS = {"event.happening_type", "event.location_country"}
"""Measured over the few pairs found: finding more may lower them, which is no loss."""


def read_floors(file: Path = FILE) -> dict[str, float]:
    return tomllib.loads(file.read_text(encoding="utf-8"))["floors"]  # type: ignore[no-any-return]


def fallen(floors: dict[str, float], evaluation: Evaluation) -> list[str]:
    """Return the fields that lie below their floor, or are measured no more, each in words."""
    now = {score.name: score.lenient.f1 for score in evaluation.scores()}
    return [
        f"{name}: {now.get(name, 0):.4f} is below its floor {floor}"
        for name, floor in floors.items()
        if now.get(name, 0) < floor
    ]


def raised(floors: dict[str, float], evaluation: Evaluation) -> dict[str, float]:
    """Return floors raised towards what is measured; none is lowered or left out."""
    measured = {score.name: floor_of(score) for score in evaluation.scores() if _counted(score)}
    return {name: max(floors.get(name, 0), measured.get(name, 0)) for name in {**measured, **floors}}


def floor_of(score: Score) -> float:
    return max(0.0, math.floor((score.lenient.f1 - _SLACK) * _STEPS) / _STEPS)


def write_floors(floors: dict[str, float], file: Path = FILE) -> None:
    head = file.read_text(encoding="utf-8").partition("[floors]\n")[0]
    lines = [f'"{name}" = {value:.2f}\n' for name, value in floors.items()]
    file.write_text(f"{head}[floors]\n{''.join(lines)}", encoding="utf-8")


def _counted(score: Score) -> bool:
    return score.lenient.gold > 0 and score.name not in _OVER_PAIRS
