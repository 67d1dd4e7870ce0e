"""Paths into plain records: `actors.span` is the span of every actor, `authors.0.name` one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Steps = tuple[int | str, ...]

is_place = re.compile(r"[0-9]{1,9}").fullmatch
"""Say whether a step is a place in a list."""


def values_at(record: Any, path: str) -> Iterator[tuple[Steps, Any]]:
    """Yield the values a path leads to, with the steps to each.

    A list is gone into at every item unless the path names one by number; a null on the way ends it.
    """
    return _walk(record, path.split(".") if path else [], ())


def _walk(node: Any, parts: list[str], steps: Steps) -> Iterator[tuple[Steps, Any]]:
    if isinstance(node, list) and not (parts and is_place(parts[0])):
        for index, item in enumerate(node):
            yield from _walk(item, parts, (*steps, index))
    elif not parts:
        yield steps, node
    elif isinstance(node, list):
        index = int(parts[0])
        if index < len(node):
            yield from _walk(node[index], parts[1:], (*steps, index))
    elif isinstance(node, dict) and parts[0] in node:
        yield from _walk(node[parts[0]], parts[1:], (*steps, parts[0]))


def field_at(record: Any, path: str) -> tuple[bool, Any]:
    """Return whether a record has such a field, and its value; below a null everything is null."""
    if record.__class__ is dict and path in record:
        return True, record[path]
    node = record
    for part in path.split("."):
        if node is None:
            return True, None
        if isinstance(node, list) and is_place(part) and int(part) < len(node):
            node = node[int(part)]
        elif isinstance(node, dict) and part in node:
            node = node[part]
        else:
            return False, None
    return True, node
