"""Text set in lines of one width, with no blank line between its paragraphs.

paragraph = {full line} short line
          | each line alone, where one is longer than anybody sets lines to
short     = the first word of the next line would have fitted
heading   = a short line of its own, before a capital
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FEWEST_LINES = 6
_NARROWEST = 24
_WIDEST = 200
_SLACK = 0.88
_WIDE_SHARE = 0.5
_OPENS = re.compile(r"^[\"“‘'(\[*_]{0,3}[^\W_a-z]")
_ENDS = re.compile(r"[.!?:;,][\"”’')\]]{0,3}$")
_HEADING_WORDS = 12
_SMALL = 3
_Line = tuple[int, int]
_RUNS_ON = re.compile(r"(?:[,;–—-]|;[\"”’']|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with))$")


def part_lines(text: str, lines: list[_Line]) -> list[list[_Line]]:
    """Part the lines of one block into paragraphs; one list where it is one paragraph."""
    if len(lines) > 1 and max(end - start for start, end in lines) > _WIDEST:
        return [[line] for line in lines]
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


def _parted(text: str, lines: list[_Line], width: int) -> Iterator[list[_Line]]:
    held: list[_Line] = []
    for place, line in enumerate(lines):
        held.append(line)
        if place + 1 == len(lines):
            break
        after = lines[place + 2] if place + 2 < len(lines) else None
        if _is_last(text, line, lines[place + 1], width) or (
            after is not None and _is_before_heading(text, line, lines[place + 1], after, width)
        ):
            yield held
            held = []
    yield held


def _is_before_heading(text: str, line: _Line, following: _Line, after: _Line, width: int) -> bool:
    """Say whether a sentence ends with a line, and a heading stands alone on the next."""
    heading = text[following[0] : following[1]].strip(" *_#")
    words = heading.split()
    capital = sum(1 for word in words if _OPENS.match(word) or len(word) <= _SMALL)
    titled = 0 < len(words) <= _HEADING_WORDS and capital == len(words) and not _ENDS.search(heading)
    ended = bool(_ENDS.search(text[line[0] : line[1]].strip()))
    return titled and ended and _is_last(text, following, after, width)


def _is_last(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Say whether a paragraph ends with a line."""
    here = text[line[0] : line[1]].strip()
    after = text[following[0] : following[1]].strip()
    word = len(after.split(" ", 1)[0])
    if len(here) + 1 + word >= _SLACK * width:
        return False
    return bool(_OPENS.match(after)) and not _RUNS_ON.search(here)
