"""Two streams of records in the order of a release, side by side: what is in one only, what differs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pydantic_core

from ccdata.checks.fault import PlainRecord
from ccdata.checks.order import OrderKey, order_key

Steps = tuple[int | str, ...]
Pair = tuple[PlainRecord | None, PlainRecord | None]
_MISSING: Any = object()


def plain_lines(path: Path) -> Iterator[PlainRecord]:
    """Yield the records of a file as plain JSON; a line that is none ends it, other layers blame it."""
    if not path.is_file():
        return
    with path.open("rb") as file:
        for line in file:
            try:
                record = pydantic_core.from_json(line)
            except ValueError:
                return
            if not isinstance(record, dict):
                return
            yield record


def side_by_side(ours: Iterator[PlainRecord], theirs: Iterator[PlainRecord]) -> Iterator[Pair]:
    """Pair the records of one id; a record that only one stream has stands alone.

    Which stream is ahead is told by the order of a release; where a record is too broken to have a place
    in it, the two that meet are a pair.
    """
    left, right = next(ours, None), next(theirs, None)
    while left is not None or right is not None:
        ahead = _ahead(left, right)
        yield (None if ahead > 0 else left), (None if ahead < 0 else right)
        left = left if ahead > 0 else next(ours, None)
        right = right if ahead < 0 else next(theirs, None)


def _ahead(left: PlainRecord | None, right: PlainRecord | None) -> int:
    """Return -1 where the left one stands alone, 1 where the right one does, 0 for a pair."""
    if left is None or right is None:
        return 1 if left is None else -1
    if left.get("id") == right.get("id"):
        return 0
    first, second = _key(left), _key(right)
    if first is None or second is None or first == second:
        return 0
    return -1 if first < second else 1


def _key(record: PlainRecord) -> OrderKey | None:
    try:
        key = order_key(record)
        hash(key)
    except (KeyError, TypeError, AttributeError):
        return None
    return tuple((isinstance(part, str), part) for part in key)


def differing_fields(ours: PlainRecord, theirs: PlainRecord) -> Iterator[tuple[Steps, Any, Any]]:
    """Yield the first difference under every field in which two records differ."""
    for field in dict.fromkeys((*ours, *theirs)):
        left, right = ours.get(field, _MISSING), theirs.get(field, _MISSING)
        if left is _MISSING or right is _MISSING:
            yield (field,), ours.get(field), theirs.get(field)
        elif left != right:
            yield _first_difference(left, right, (field,))


def _first_difference(left: Any, right: Any, steps: Steps) -> tuple[Steps, Any, Any]:
    if isinstance(left, dict) and isinstance(right, dict) and left.keys() == right.keys():
        key = next(key for key in left if left[key] != right[key])
        return _first_difference(left[key], right[key], (*steps, key))
    if isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        index = next(i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b)
        return _first_difference(left[index], right[index], (*steps, index))
    return steps, left, right
