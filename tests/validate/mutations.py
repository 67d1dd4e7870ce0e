"""Mutants of a release's records: each yields (what was done, the lines of the file afterwards)."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

Mutant = tuple[str, list[bytes]]
Change = tuple[str, Callable[[], bytes]]
Steps = tuple[int | str, ...]
ENUMS = frozenset(
    (
        "record_type", "date_precision", "role", "medium", "status", "event_type", "cc_type", "kind",
        "attribution", "stance", "date_basis", "method", "reason", "severity", "scheme",
    )
)  # fmt: skip
REFERENCES = frozenset(
    (
        "article_id",
        "actor_id",
        "quote_ids",
        "same_as",
        "within",
        "continues",
        "event_id",
        "record_id",
        "new_id",
    )
)


def line_of(record: Any) -> bytes:
    """Write a record as a release does."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def value_mutants(lines: list[bytes]) -> Iterator[Mutant]:
    """Every key, value, span and reference of every record, changed alone."""
    for number, raw in enumerate(lines):
        for what, make in value_changes(json.loads(raw)):
            yield f"line {number + 1}: {what}", [*lines[:number], make(), *lines[number + 1 :]]


def line_mutants(lines: list[bytes]) -> Iterator[Mutant]:
    """Every line cut, doubled, swapped with the next, and with its first key twice."""
    for number, raw in enumerate(lines):
        before, after = lines[:number], lines[number + 1 :]
        for share in (0.1, 0.5, 0.9):
            yield f"line {number + 1} cut", [*before, raw[: int(len(raw) * share)] + b"\n", *after]
        yield f"line {number + 1} without line feed", [*before, raw[:-1], *after]
        yield f"line {number + 1} doubled", [*before, raw, raw, *after]
        first = raw[1 : raw.index(b",") + 1]
        yield f"line {number + 1} with a key twice", [*before, b"{" + first + raw[1:], *after]
        yield f"line {number + 1} with a space", [*before, raw.replace(b":", b": ", 1), *after]
        if after:
            yield f"lines {number + 1} and {number + 2} swapped", [*before, after[0], raw, *after[1:]]


def quiet_mutants(lines: list[bytes]) -> Iterator[Mutant]:
    """Optional values nulled and lists emptied: records that are still sound, only another format knows."""
    for number, raw in enumerate(lines):
        for what, make in quiet_changes(json.loads(raw)):
            yield f"line {number + 1}: {what}", [*lines[:number], make(), *lines[number + 1 :]]


def value_changes(record: Any) -> Iterator[Change]:
    """Yield all that can be done to the values of a record, each with what makes the line."""
    for steps, value in _walk(record, ()):
        for what, make in _changes(record, steps, value):
            yield f"{_path(steps)}: {what}", make


def quiet_changes(record: Any) -> Iterator[Change]:
    """Yield every value that can be taken away without breaking the shape, with what makes the line."""
    for steps, value in _walk(record, ()):
        if value and not isinstance(value, bool):
            yield _path(steps), partial(_changed, record, steps, _empty)


def _path(steps: Steps) -> str:
    return ".".join(map(str, steps))


def _changed(record: Any, steps: Steps, change: Callable[[Any, Any], Any]) -> bytes:
    return line_of(_with(record, steps, change))


def _changes(record: Any, steps: Steps, value: Any) -> Iterator[Change]:
    """All that can be done to one value."""

    def put(new: Any) -> Callable[[], bytes]:
        return partial(_changed, record, steps, lambda node, key: node.__setitem__(key, new))

    if isinstance(steps[-1], str):
        yield "removed", partial(_changed, record, steps, lambda node, key: node.pop(key))
        yield "given a neighbour", partial(_changed, record, steps, lambda node, _: node.update(zz_unknown=1))
    yield "retyped", put(7 if isinstance(value, str | list | dict) else {"value": value})
    if isinstance(value, str):
        yield "emptied", put("")
    if isinstance(value, str) and steps[-1] in ENUMS:
        yield "out of its list", put("unheard_of")
    name = next(step for step in reversed(steps) if isinstance(step, str))
    if isinstance(value, str) and name in REFERENCES:
        yield "broken", put(value[:-1] + ("0" if value[-1] != "0" else "1"))
    if isinstance(value, dict) and "exact" in value:
        for start, end in ((1, 1), (-1, -1), (1, 0), (0, 1), (10**7, 10**7)):
            yield "shifted", put(value | {"start": value["start"] + start, "end": value["end"] + end})


def _with(record: Any, steps: Steps, change: Callable[[Any, Any], Any]) -> Any:
    changed = copy.deepcopy(record)
    node = changed
    for step in steps[:-1]:
        node = node[step]
    change(node, steps[-1])
    return changed


def _empty(node: Any, key: Any) -> None:
    node[key] = [] if isinstance(node[key], list) else None


def _walk(node: Any, steps: Steps) -> Iterator[tuple[Steps, Any]]:
    items = enumerate(node) if isinstance(node, list) else node.items() if isinstance(node, dict) else ()
    for key, value in items:
        yield (*steps, key), value
        yield from _walk(value, (*steps, key))
