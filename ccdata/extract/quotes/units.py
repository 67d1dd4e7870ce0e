"""Units: the sentences of a block as quotations see them, joined where a full stop stands inside marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ccdata.extract.quotes.pairing import Pair


def join_units(
    sentences: Sequence[tuple[int, int]], pairs: Sequence[Pair], length: int
) -> list[tuple[int, int]]:
    """Return the sentences, those joined whose border lies inside a quotation, its marks included."""
    outer = [pair for pair in pairs if pair.outer is None]
    starts = [pair.mark_start for pair in outer]
    made: list[tuple[int, int]] = []
    for start, end in sentences or [(0, length)]:
        if made and _inside(outer, starts, made[-1][1], start):
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
