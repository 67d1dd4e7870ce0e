"""Two runs side by side: which answers this change won, and which it lost.

A run is the JSON of `ccdata evaluate --json`. A miss is known by its article, field, unit, what was
expected and where; what was read instead may change without its being another miss. Something that
nobody expected is known by what it is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ccdata.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed between two runs."""

    won: tuple[dict[str, Any], ...]
    """Misses of the former run that are none now."""
    lost: tuple[dict[str, Any], ...]
    """Misses of this run that were none."""
    moved: tuple[tuple[str, float, float], ...]
    """Fields whose F1 changed: name, before, now."""

    def sentence(self) -> str:
        """`this change: +4, -1`"""
        return f"this change: +{len(self.won)}, -{len(self.lost)}"

    def as_json(self) -> dict[str, Any]:
        """Return the same as plain values."""
        moved = [{"name": name, "before": before, "now": now} for name, before, now in self.moved]
        return {"won": list(self.won), "lost": list(self.lost), "moved": moved}


def compare_runs(former: dict[str, Any], now: dict[str, Any]) -> Comparison:
    """Compare two runs over the same gold. Raises UsageError where the gold differs."""
    if former["gold"] != now["gold"]:
        raise UsageError("the former run was measured on other gold: its figures cannot be compared")
    before = {_key(miss): miss for miss in former["misses"]}
    after = {_key(miss): miss for miss in now["misses"]}
    return Comparison(
        won=tuple(miss for key, miss in before.items() if key not in after),
        lost=tuple(miss for key, miss in after.items() if key not in before),
        moved=tuple(_moved(former["scores"], now["scores"])),
    )


def load_run(path: Path) -> dict[str, Any]:
    """Read a former run."""
    try:
        run = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not a run of `ccdata evaluate --json`: {error}") from None
    if not isinstance(run, dict) or not {"gold", "scores", "misses"} <= run.keys():
        raise UsageError(f"{path}: not a run of `ccdata evaluate --json`")
    return run


def _key(miss: dict[str, Any]) -> tuple[Any, ...]:
    named = miss["expected"] if miss["expected"] is not None else miss["got"]
    unit = "" if miss["unit"].startswith("read ") else miss["unit"]
    known = miss["expected"] is not None
    return miss["article"], miss["record"], miss["field"], unit, known, named, miss["start"], miss["end"]


def _moved(former: list[dict[str, Any]], now: list[dict[str, Any]]) -> list[tuple[str, float, float]]:
    before = {score["name"]: score["f1"] for score in former}
    return [
        (score["name"], before[score["name"]], score["f1"])
        for score in now
        if score["name"] in before and before[score["name"]] != score["f1"]
    ]
