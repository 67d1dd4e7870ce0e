"""Which of two lists of spans belong together.

Two spans meet where they share a character. Pairs are made greatest overlap first, each span once;
sorting does the work, so that the time grows with the length of the lists, not with their product.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdata.records import Span

_HEAD = re.compile(r"(?:</?u>|\*{1,3}|\s|\[(?=[^\]\[]{0,300}\]\())+")
_TAIL = re.compile(r"(?:</?u>|\*{1,3}|\s|\]\([^()]{0,300}\))\Z")


def pair_spans(gold: Sequence[Span], read: Sequence[Span]) -> dict[int, int]:
    """Return the partner in `read` of each span of `gold` that has one, by their positions."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, r in sorted(overlaps(gold, read), reverse=True):
        if -g not in pairs and -r not in taken:
            pairs[-g] = -r
            taken.add(-r)
    return pairs


def overlaps(gold: Sequence[Span], read: Sequence[Span]) -> list[tuple[int, int, int]]:
    """Return every meeting as (shared characters, -gold position, -read position).

    The positions are negative so that, sorted downward, earlier spans win among equals.
    """
    order = sorted(range(len(read)), key=lambda r: read[r].start)
    met: list[tuple[int, int, int]] = []
    first = 0
    for g in sorted(range(len(gold)), key=lambda g: gold[g].start):
        one = gold[g]
        while first < len(order) and read[order[first]].end <= one.start:
            first += 1
        for r in order[first:]:
            if read[r].start >= one.end:
                break
            if shared := shared_length(one, read[r]):
                met.append((shared, -g, -r))
    return met


def shared_length(one: Span, other: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def core(span: Span) -> tuple[int, int]:
    """Return the span's bounds without the markup and white space at its edges."""
    words, start = span.exact, span.start
    if head := _HEAD.match(words):
        words, start = words[head.end() :], span.start + head.end()
    while tail := _TAIL.search(words[-310:]):
        words = words[: len(words) - (len(words[-310:]) - tail.start())]
    return start, start + len(words)


def same_core(one: Span, other: Span) -> bool:
    """Say whether two spans hold the same words, markup at the edges aside."""
    return core(one) == core(other)
