"""Records of older schema versions, made records of the newest by listed steps.

    1.0 → 1.1 → ... → SCHEMA_VERSION

A minor version may add fields that may be null or are lists, and values of enumerations; its step gives
older records what they do not have. No step changes an id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ccdata.records.models import SCHEMA_VERSION

PlainRecord = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgrade:
    """One step: `change` makes a record that is sound under `old` one that is sound under `new`."""

    old: str
    new: str
    change: Callable[[PlainRecord], PlainRecord]


UPGRADES: tuple[Upgrade, ...] = ()
"""Every step, from the oldest version to the newest."""


def upgrades_from(version: str) -> tuple[Upgrade, ...]:
    """Return the steps from a version to the newest; there are none from the newest itself.

    Raises KeyError where no steps lead there.
    """
    steps: list[Upgrade] = []
    reached = version
    for step in UPGRADES:
        if step.old == reached:
            steps.append(step)
            reached = step.new
    if reached != SCHEMA_VERSION:
        raise KeyError(version)
    return tuple(steps)


def upgraded(record: PlainRecord, steps: tuple[Upgrade, ...]) -> PlainRecord:
    """Return the record after all steps."""
    for step in steps:
        record = step.change(record)
    return record
