"""Running heads whose words nobody knows beforehand: a title at the head of each page, say.

    running head = words GAP PAGE | PAGE GAP words          a line of its own
    GAP          = three blanks or more

Three lines with the same words and ascending pages are running heads; the cells of a table are not. So are
two lines with the same words at the tops, or at the feet, of pages that a form feed parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_FEWEST = 3
_LINE = re.compile(
    r"^\f?[ \t]{0,80}(?:(?P<first>\d{1,3})[ \t]{3,120}(?P<after>\S[^\n]{2,119})"
    r"|(?P<before>\S(?:[^\s]|[ \t]{1,2}(?=\S)){2,119})[ \t]{3,120}(?P<last>\d{1,3}))[ \t]*$",
    re.MULTILINE,
)


_TOP = re.compile(r"\f[ \t\n]{0,20}(?P<words>\S[^\n\f]{2,99})$", re.MULTILINE)
_FOOT = re.compile(r"^[ \t]{0,80}(?P<words>\S[^\n\f]{2,99})\n[ \t\n]{0,20}\f", re.MULTILINE)


def running_heads(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the running heads, by their words."""
    if text.count("\f") > 1:
        for pattern in (_TOP, _FOOT):
            yield from _repeated(pattern.finditer(text))
    if "   " not in text and "\t" not in text:
        return
    found: dict[str, list[re.Match[str]]] = {}
    for match in _LINE.finditer(text):
        words = (match["after"] or match["before"]).strip()
        if any(map(str.isalpha, words)):
            found.setdefault(words, []).append(match)
    for lines in found.values():
        pages = [int(line["first"] or line["last"]) for line in lines]
        if len(lines) >= _FEWEST and all(one < two for one, two in pairwise(pages)):
            yield from (line.span() for line in lines)


def _repeated(lines: Iterator[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the places of the lines whose words stand on more than one page."""
    found: dict[str, list[re.Match[str]]] = {}
    for line in lines:
        words = line["words"].strip()
        if any(map(str.isalpha, words)):
            found.setdefault(words.casefold(), []).append(line)
    for same in found.values():
        if len(same) > 1:
            yield from (line.span("words") for line in same)
