"""Groups of things that are the same: union by the smaller name found first, near-constant time."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Disjoint sets; what was never joined is a group of its own."""

    def __init__(self) -> None:
        self._parent: dict[Item, Item] = {}

    def find(self, item: Item) -> Item:
        """Return the one member that stands for the item's group."""
        root = item
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while item != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, one: Item, other: Item) -> Item:
        """Make one group of two and return who stands for it."""
        root, second = self.find(one), self.find(other)
        self._parent[second] = root
        self._parent.setdefault(root, root)
        return root
