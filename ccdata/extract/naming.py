"""Words that stand for an actor, at their place in a block."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from ccdata.records.terms import ActorKind, Method


class Naming(NamedTuple):
    """Words that stand for an actor: a name, a surname, a metonym, a pronoun, a description.

    `start`, `end` are the words without their title; `title` are the title's words, where there is one.
    `actor_id` is null where the words fit two actors, or nobody named.
    """

    start: int
    end: int
    actor_id: str | None
    kind: ActorKind
    country: str | None
    method: Method
    title: tuple[int, int] | None = None


class Places:
    """Stretches of a block, none of them inside another; which one a place meets is found by halving."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self._places = sorted(places)

    def meet(self, start: int, end: int) -> bool:
        """Say whether one of them shares a character with `[start, end)`."""
        places = self._places
        at = bisect_left(places, (end,)) if places else 0
        return at > 0 and places[at - 1][1] > start

    def hold(self, start: int, end: int) -> bool:
        """Say whether `[start, end)` lies inside one of them."""
        at = bisect_left(self._places, (start + 1,)) - 1
        return at >= 0 and end <= self._places[at][1]
