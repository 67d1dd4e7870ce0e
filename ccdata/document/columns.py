"""Text in which the lines of two columns stand side by side.

    interleaved = ten lines or more of words, a gap at one place in most of them, words again
                | ten lines or more without a blank one, in which words meet that no sentence brings
                  together: "the of", "is would", a small letter behind a full stop

Nothing is rearranged: which lines go together is not known. Such a stretch is named and left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

_GAP = re.compile(r"[ \t](?<=\S.)[ \t]+(?=\S)")
_BLANK = re.compile(r"\n[ \t]*\n")
_FEWEST_LINES = 10
_SHARE = 0.3
_WORDS = 3
_LONGEST_LINE = 400
_FEWEST_SEAMS = 3
_WORDS_A_SEAM = 400

_BE = r"is|was|were|are"
_WILL = r"will|would|can|could|may|should|must"
_SEAMS = (
    rf"(?:the|a|an|its|their)\s(?:of|by|with|from|for|to|into|and|or|but|which|{_BE}|has|had|have|{_WILL}|the|its)",
    rf"(?:of|by|with|from|into|for|at|to)\s(?:of|{_BE}|has|had|{_WILL})",
    rf"(?:{_BE})\s(?:{_BE}|has|had|have|{_WILL})",
    rf"(?:{_WILL})\s(?:{_BE}|of|the|an?|to|for|from|with)",
    rf"(?:has|had|have)\s(?:{_BE}|of|{_WILL})",
    r"(?:of|into)\s(?:at|by|with|from|for|to|into|and|or|but)",
)
_SEAM = re.compile(rf"\b(?:{'|'.join(_SEAMS)})\b|(?<=[a-z]{{3}})\.\s[a-z]{{2}}")
"""Where a line's end meets another column's line: rarer than one in ten thousand words of one column."""


def interleaved_ranges(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text in which two columns are mixed, in order."""
    gapped = _gapped(text)
    return [gapped] if gapped else [block for block in _blocks(text) if _is_mixed(text, *block)]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of many lines without a blank one; most end at two line feeds."""
    end = -2
    for stretch in text.split("\n\n"):
        start, end = end + 2, end + 2 + len(stretch)
        if stretch.count("\n") >= _FEWEST_LINES - 1:
            yield from _unbroken(text, start, end)


def _unbroken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a stretch at lines of blanks."""
    place = start
    for stop in (*(match.start() for match in _BLANK.finditer(text, start, end)), end):
        if text.count("\n", place, stop) >= _FEWEST_LINES - 1:
            yield place, stop
        place = stop


def _is_mixed(text: str, start: int, end: int) -> bool:
    seams = sum(1 for _ in _SEAM.finditer(text, start, end))
    return seams >= _FEWEST_SEAMS and _WORDS_A_SEAM * seams >= len(text[start:end].split())


def _gapped(text: str) -> tuple[int, int] | None:
    """Return the stretch with a gap between its columns; None where there is none."""
    if "  " not in text and "\t" not in text:
        return None
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
