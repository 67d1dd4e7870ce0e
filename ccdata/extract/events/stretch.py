"""What lies in a stretch of a text, by binary search: entries and paragraphs may be very long."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Ordered(Generic[Item]):
    """Things in the order of their places."""

    def __init__(self, items: Iterable[Item], start: Callable[[Item], int]) -> None:
        self._items = sorted(items, key=start)
        self._starts = [start(item) for item in self._items]

    def between(self, low: int, high: int) -> Sequence[Item]:
        """Return what begins in `[low, high)`."""
        return self._items[bisect_left(self._starts, low) : bisect_left(self._starts, high)]
