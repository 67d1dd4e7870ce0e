"""What stage 2 takes and gives: a store of shards, a release in parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from ccdata.records import Record
from ccdata.records.shard import Shard


class ShardStore(Protocol):
    """Shards that can be read again and again, one at a time: a list, or files of a cache."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __getitem__(self, index: int, /) -> Shard:
        """Return one of them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some of a release's records, in their order, and the canonical texts by article id."""

    records: tuple[Record, ...]
    texts: Mapping[str, str]


class Release(Protocol):
    """Records and texts in the order of a release, in parts that need not fit in memory together."""

    def parts(self) -> Iterator[Part]:
        """Yield the parts; each call begins anew."""
        ...
