"""Text in which the lines of two columns stand side by side.

    interleaved = ten lines or more of words, a gap at one place in most of them, words again

Nothing is rearranged: which lines go together is not known. Such a stretch is named and left out.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

_GAP = re.compile(r"[ \t](?<=\S.)[ \t]+(?=\S)")
_FEWEST_LINES = 10
_SHARE = 0.3
_WORDS = 3
_LONGEST_LINE = 400


def interleaved_range(text: str) -> tuple[int, int] | None:
    """Return the stretch of a text in which two columns are mixed; None where there is none."""
    if next(islice(_GAP.finditer(text), _FEWEST_LINES - 1, None), None) is None:
        return None
    lines = list(_lines(text))
    starts = [_right_column(text[start:end]) for start, end in lines]
    counted = Counter(place for place in starts if place is not None).most_common(1)
    if not counted:
        return None
    column = counted[0][0]
    mixed = [n for n, place in enumerate(starts) if place is not None and abs(place - column) <= 1]
    within = mixed[-1] - mixed[0] + 1
    if len(mixed) < _FEWEST_LINES or len(mixed) < _SHARE * within:
        return None
    return lines[mixed[0]][0], lines[mixed[-1]][1]


def _lines(text: str) -> list[tuple[int, int]]:
    """Return the lines that hold something."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _right_column(line: str) -> int | None:
    """Return where the right column begins, if words stand on both sides of one wide gap."""
    if len(line) > _LONGEST_LINE:
        return None
    gaps = list(_GAP.finditer(line))
    if len(gaps) != 1:
        return None
    left, right = line[: gaps[0].start()], line[gaps[0].end() :]
    return gaps[0].end() if min(len(left.split()), len(right.split())) >= _WORDS else None
