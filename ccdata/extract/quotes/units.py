"""Units: the sentences of a block as quotations see them, joined where a full stop stands inside marks.

"Is that all?" | Mr. Kim asked.      one unit: what follows the question is its credit
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ccdata.authority.cues import Cues, Sense, Shape, load_cues
from ccdata.extract.quotes.pairing import Pair

_WORD = re.compile(r"[\w'’-]+|[^\w\s]")
_SUBJECT = 8
"""Words of a subject, its titles and full stops included."""
_ENDS = frozenset(".,;:—–")
_GOES_ON = frozenset(
    {"in", "on", "at", "to", "after", "as", "from", "during", "with", "of", "when", "before", "him", "her"}
)


def join_units(
    text: str, sentences: Sequence[tuple[int, int]], pairs: Sequence[Pair]
) -> list[tuple[int, int]]:
    """Return the sentences, those joined whose border lies inside a quotation, its marks included."""
    outer = [pair for pair in pairs if pair.outer is None]
    starts = [pair.mark_start for pair in outer]
    made: list[tuple[int, int]] = []
    for start, end in sentences or [(0, len(text))]:
        if (made and _inside(outer, starts, made[-1][1], start)) or (
            made and _asks(text, outer, starts, made[-1][1]) and _credits(text, start, end, load_cues())
        ):
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made


def _inside(outer: list[Pair], starts: list[int], end: int, start: int) -> bool:
    """Say whether the border between `end` and `start` lies inside a pair."""
    found = bisect_right(starts, end) - 1
    if found >= 0 and outer[found].mark_end > end and outer[found].mark_start < end:
        return True
    return found + 1 < len(outer) and outer[found + 1].mark_start < start < outer[found + 1].mark_end


def _asks(text: str, outer: list[Pair], starts: list[int], end: int) -> bool:
    """Say whether a quotation ends right there with a question or a call."""
    found = bisect_right(starts, end) - 1
    if found < 0 or outer[found].mark_end != end:
        return False
    return text[outer[found].start : outer[found].end].rstrip("'’\"”")[-1:] in {"?", "!"}


def _credits(text: str, start: int, end: int, cues: Cues) -> bool:
    """Say whether a sentence is a credit: names or "he", a verb of saying, no words of its own."""
    words = _WORD.findall(text[start : min(end, start + 160)])
    for at in range(1, min(len(words), _SUBJECT)):
        form = cues.verbs.get(words[at].lower())
        if form is not None and form.senses & Sense.SAY and form.shape & (Shape.PAST | Shape.THIRD):
            following = words[at + 1] if at + 1 < len(words) else "."
            return following in _ENDS or following in _GOES_ON or following.endswith("ly")
        if words[at] not in {".", "of", "the"} and not words[at][0].isupper():
            return False
    return False
