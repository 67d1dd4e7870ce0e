"""Text set in lines of one width, with no blank line between its paragraphs.

paragraph = {full line} short line
short     = the first word of the next line would have fitted
heading   = a short line of its own, before a capital
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FEWEST_LINES = 10
_NARROWEST = 24
_SLACK = 0.88
_WIDE_SHARE = 0.5
_OPENS = re.compile(r"^[\"“‘'(\[*_]{0,3}[^\W_a-z]")
_RUNS_ON = re.compile(r"(?:[,–—-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with))$")


def part_lines(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Part the lines of one block into paragraphs; one list where it is one paragraph."""
    if len(lines) < _FEWEST_LINES:
        return [lines]
    width = _width([end - start for start, end in lines])
    if width < _NARROWEST:
        return [lines]
    return list(_parted(text, lines, width))


def _width(lengths: list[int]) -> int:
    """Return the width that the lines are set to; 0 where they are set to none."""
    widest = sorted(lengths)[int(0.95 * (len(lengths) - 1))]
    full = sum(1 for length in lengths if length >= 0.75 * widest)
    return widest if full >= _WIDE_SHARE * len(lengths) else 0


def _parted(text: str, lines: list[tuple[int, int]], width: int) -> Iterator[list[tuple[int, int]]]:
    held: list[tuple[int, int]] = []
    for place, (start, end) in enumerate(lines):
        held.append((start, end))
        if place + 1 < len(lines) and _is_last(text, (start, end), lines[place + 1], width):
            yield held
            held = []
    yield held


def _is_last(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Say whether a paragraph ends with a line."""
    here = text[line[0] : line[1]].strip()
    after = text[following[0] : following[1]].strip()
    word = len(after.split(" ", 1)[0])
    if len(here) + 1 + word >= _SLACK * width:
        return False
    return bool(_OPENS.match(after)) and not _RUNS_ON.search(here)
