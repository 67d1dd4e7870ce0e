"""Pairing: which mark opens, which closes, what they hold.

Double marks of a block are paired as a whole: every mark opens, closes or stands alone, and the
cheapest reading of all of them wins (a walk over three depths, linear in the marks). A straight mark
is read by its neighbours, a curly one by its shape too, so that styles may switch in mid-text and one
wrong mark costs one quotation, not all that follow.

Single marks are paired inside what the double ones leave: an opening one with the first closing one
on the same level that is no plural's apostrophe.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from ccdata.extract.quotes.marks import (
    SINGLE,
    Mark,
    double_marks,
    has_double,
    has_single,
    is_weak,
    may_close,
    may_open,
)

_ALONE = 6
_NESTED = 3
_OPEN_END = 1
_OPEN_LATE = 8
_DEPTHS = 3
_FAR = 1500
_NEAR = 160
_WEAK_NEAR = 60
_TRIES = 12
_LOSS = -1_000_000_000


class Pair(NamedTuple):
    """Two marks and the clean characters `[start, end)` between them, white space left out.

    `outer` is the index of the pair around it. An `open_end` has no closing mark: the next paragraph
    goes on.
    """

    start: int
    end: int
    style: Literal["double", "single"]
    outer: int | None
    mark_start: int
    mark_end: int
    open_end: bool = False


class Pairing(NamedTuple):
    """The pairs of one block by where they start, and the marks that found no partner."""

    pairs: tuple[Pair, ...]
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]


NO_PAIRS = Pairing((), (), ())


def pair_marks(text: str, *, goes_on: bool = False) -> Pairing:
    """Pair the marks of one block; `goes_on`: the next block begins with an opening mark, too."""
    double, single = has_double(text), has_single(text)
    if not double and not single:
        return NO_PAIRS
    marks = double_marks(text) if double else []
    doubles, unclosed, unopened = _paired(text, marks, goes_on=goes_on)
    singles = _single_pairs(text, doubles) if single else ()
    return Pairing(_nested(text, [*doubles, *singles]), tuple(unclosed), tuple(unopened))


_OPEN, _CLOSE, _STANDS = 1, -1, 0
"""What a mark does: the step it takes in depth."""


def _paired(text: str, marks: list[Mark], *, goes_on: bool) -> tuple[list[Pair], list[int], list[int]]:
    """Read the cheapest path into pairs."""
    ending = _ALONE
    if goes_on and marks:
        ending = _OPEN_LATE if text[: marks[0].start].strip() else _OPEN_END
    stack: list[Mark] = []
    pairs: list[Pair] = []
    unclosed: list[int] = []
    unopened: list[int] = []
    for mark, step in zip(marks, _path(marks, ending), strict=True):
        if step == _OPEN:
            stack.append(mark)
        elif step == _CLOSE:
            opening = stack.pop()
            pairs.append(Pair(opening.end, mark.start, "double", None, opening.start, mark.end))
        else:
            (unclosed if mark.opens > mark.closes else unopened).append(mark.start)
    for mark in stack:
        if goes_on and mark is stack[0]:
            pairs.append(Pair(mark.end, len(text), "double", None, mark.start, len(text), open_end=True))
        else:
            unclosed.append(mark.start)
    return pairs, sorted(unclosed), unopened


def _path(marks: list[Mark], ending: int) -> list[int]:
    """Walk the marks over the depths 0, 1, 2; `ending` is the price of a quotation left open."""
    if _alternate(marks):
        return [_OPEN, _CLOSE] * (len(marks) // 2)
    score = (0, _LOSS, _LOSS)
    trail = []
    for mark in marks:
        score, steps = _advance(score, mark)
        trail.append(steps)
    depth = max(range(_DEPTHS), key=lambda d: score[d] - (ending if d else 0) - _ALONE * max(0, d - 1))
    path = []
    for steps in reversed(trail):
        path.append(steps[depth])
        depth -= steps[depth]
    return path[::-1]


def _alternate(marks: list[Mark]) -> bool:
    """Say whether marks open and close in turn as each leans clearly: no reading of them is cheaper."""
    return len(marks) % 2 == 0 and all(
        opening.opens > max(opening.closes, -_ALONE) and closing.closes > max(closing.opens, -_ALONE)
        for opening, closing in zip(marks[::2], marks[1::2], strict=True)
    )


_Depths = tuple[int, int, int]


def _advance(score: _Depths, mark: Mark) -> tuple[_Depths, _Depths]:
    """Return the best score at each depth behind a mark, and the step that led there."""
    _, _, opens, closes = mark
    outside, inside, nested = score
    first, first_step = _best(_LOSS, inside + closes, outside - _ALONE)
    second, second_step = _best(outside + opens, nested + closes, inside - _ALONE)
    third, third_step = _best(inside + opens - _NESTED, _LOSS, nested - _ALONE)
    return (first, second, third), (first_step, second_step, third_step)


def _best(opened: int, closed: int, alone: int) -> tuple[int, int]:
    """Return the best of three scores and its step; of equal ones the opening, then the closing."""
    if opened >= closed and opened >= alone:
        return opened, _OPEN
    return (closed, _CLOSE) if closed >= alone else (alone, _STANDS)


def _single_pairs(text: str, doubles: list[Pair]) -> Iterator[Pair]:
    """Yield the pairs of single marks, each on one level of the double ones."""
    levels = _levels(doubles)
    taken = {at for p in doubles for at in (*range(p.mark_start, p.start), *range(p.end, p.mark_end))}
    places = [m.start() for m in SINGLE.finditer(text) if m.start() not in taken]
    closing = [place for place in places if may_close(text, place)]
    free = 0
    for place in places:
        if place < free or not may_open(text, place):
            continue
        end = _closing(text, place, closing, levels)
        if end is not None:
            yield Pair(place + 1, end, "single", None, place, end + 1)
            free = end + 1


def _closing(text: str, place: int, closing: list[int], levels: _Levels) -> int | None:
    """Return the mark that closes the one at `place`: the first sure one, else a plural's that is near."""
    first = bisect_right(closing, place)
    weak = None
    for end in closing[first : first + _TRIES]:
        if end - place > _FAR or levels.at(end) != levels.at(place):
            break
        if any(may_open(text, m.start()) for m in SINGLE.finditer(text, max(place + 1, weak or end), end)):
            break
        if is_weak(text, end):
            weak = weak if weak is not None else end
        elif end - place <= _NEAR or text[end - 1] in ".,!?…":
            return end if weak is None or end - place <= _WEAK_NEAR or text[place] == "‘" else weak
    return weak if weak is not None and weak - place <= _WEAK_NEAR else None


class _Levels:
    """Which pair of double marks a place lies in."""

    def __init__(self, edges: list[tuple[int, int]]) -> None:
        self.starts = [edge for edge, _ in edges]
        self.inner = [level for _, level in edges]

    def at(self, place: int) -> int:
        found = bisect_right(self.starts, place) - 1
        return self.inner[found] if found >= 0 else -1


def _levels(doubles: list[Pair]) -> _Levels:
    edges, stack = [], [-1]
    turns = sorted(
        [(pair.mark_start, 1, n) for n, pair in enumerate(doubles)]
        + [(pair.mark_end, 0, n) for n, pair in enumerate(doubles)]
    )
    for place, opens, number in turns:
        if opens:
            stack.append(number)
        else:
            stack.pop()
        edges.append((place, stack[-1]))
    return _Levels(edges)


def _nested(text: str, pairs: list[Pair]) -> tuple[Pair, ...]:
    """Trim, drop what holds nothing or the very same, order, and name the pair around each."""
    made: list[Pair] = []
    around: list[int] = []
    for pair in sorted(pairs, key=lambda p: (p.mark_start, -p.mark_end)):
        start, end = _trimmed(text, pair)
        while around and made[around[-1]].mark_end <= pair.mark_start:
            around.pop()
        outer = around[-1] if around else None
        if start >= end:
            continue
        if outer is not None and _doubled(text, made[outer], pair):
            made[outer] = made[outer]._replace(start=start, end=end)
            continue
        around.append(len(made))
        made.append(Pair(start, end, pair.style, outer, pair.mark_start, pair.mark_end, pair.open_end))
    return tuple(made)


def _trimmed(text: str, pair: Pair) -> tuple[int, int]:
    start, end = pair.start, pair.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _doubled(text: str, outer: Pair, pair: Pair) -> bool:
    """Say whether marks are doubled: nothing stands between the two pairs of one style."""
    left = text[outer.start : pair.mark_start].strip()
    right = text[pair.mark_end : outer.end].strip()
    return not left and not right and outer.style == pair.style
