"""Who is there and who is named: ids, references and bonds of any number of records, in flat memory.

Every entry is 8 bytes of hash and its place. Entries are dealt by their first hash byte to 256 piles,
which go to disk when they grow; a pile holds all that is said of its ids, and is settled by itself.
"""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b

from ccdata.checks.fault import PlainRecord
from ccdata.checks.links import REFERENCES, bonds_of, references_of, type_of
from ccdata.records.models import RECORD_TYPES

_ID, _REFERENCE, _LEFT, _RIGHT = range(4)
_ENTRY = struct.Struct("<QIIBBB")
_IN_MEMORY = 1 << 16
_TYPES = tuple(RECORD_TYPES)
_PATHS = tuple(dict.fromkeys(("id", *(path for paths in REFERENCES.values() for path in paths))))
_PLACES = {path: place for place, path in enumerate(_PATHS)}
_RECENT = 4096

Entries = dict[int, bytes]


@dataclass(frozen=True, slots=True)
class Loose:
    """An entry that does not fit: `line` of the chunk, the field, and the hash of what it says."""

    code: str
    chunk: int
    line: int
    path: str
    target: int
    bond: bool = False


class Book:
    """Writes the entries of one chunk."""

    def __init__(self, chunk: int) -> None:
        self.chunk = chunk
        self._piles: dict[int, bytearray] = {}
        self._recent: dict[str, tuple[int, int]] = {}

    def enter(self, record: PlainRecord, line: int) -> None:
        """Enter a sound record: its id, what it names, and its bonds."""
        self.enter_id(record["id"], line)
        for path, named in references_of(record):
            target, kind = self._recent.get(named) or self._remember(named)
            self._write(target, line, _REFERENCE, _PLACES[path], kind)
        self._enter_bonds(record, line)

    def enter_unsound(self, record: PlainRecord, line: int) -> None:
        """Enter what can be read of a record that is not sound: what names it is not broken."""
        self.enter_id(record["id"], line)
        if record.get("record_type") in _TYPES:
            with suppress(KeyError, TypeError, AttributeError):
                self._enter_bonds(record, line)

    def enter_id(self, record_id: str, line: int) -> None:
        """Enter an id."""
        self._write(hash_of(record_id), line, _ID, 0, 0)

    def entries(self) -> Entries:
        """Return all that was written, by pile."""
        return {pile: bytes(written) for pile, written in self._piles.items()}

    def _enter_bonds(self, record: PlainRecord, line: int) -> None:
        for bond in bonds_of(record):
            kind = _TYPES.index("quote" if bond.path != "same_as" else record["record_type"])
            side = _LEFT if bond.left else _RIGHT
            self._write(hash_of(bond.ends), line, side, _PLACES[bond.path], kind)

    def _remember(self, target: str) -> tuple[int, int]:
        """Return the hash and type of what is named; the same is named again soon."""
        if len(self._recent) >= _RECENT:
            self._recent.clear()
        made = self._recent[target] = (hash_of(target), _TYPES.index(type_of(target)))
        return made

    def _write(self, target: int, line: int, kind: int, path: int, aim: int) -> None:
        entry = _ENTRY.pack(target, self.chunk, line, kind, path, aim)
        self._piles.setdefault(target >> 56, bytearray()).extend(entry)


class Ledger:
    """Gathers the entries of all chunks, and settles them."""

    def __init__(self) -> None:
        self._piles: dict[int, tempfile.SpooledTemporaryFile[bytes]] = {}

    def add(self, entries: Entries) -> None:
        """Take the entries of a chunk."""
        for pile, written in entries.items():
            if pile not in self._piles:
                self._piles[pile] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # closed in close
            self._piles[pile].write(written)

    def settle(self, provided: Collection[str]) -> Iterator[Loose]:
        """Yield what does not fit; `provided` names the types of records that were all seen."""
        known = frozenset(_TYPES.index(name) for name in provided)
        for pile in sorted(self._piles):
            self._piles[pile].seek(0)
            yield from _settle(self._piles[pile].read(), known)

    def close(self) -> None:
        """Give the disk back."""
        for pile in self._piles.values():
            pile.close()


def hash_of(text: str) -> int:
    """Return 8 bytes of hash as a number."""
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=8).digest(), "big")


def _settle(pile: bytes, known: frozenset[int]) -> Iterator[Loose]:
    ids: set[int] = set()
    sides: tuple[dict[int, tuple[int, int, int]], ...] = ({}, {})
    for target, chunk, line, kind, path, aim in _ENTRY.iter_unpack(pile):
        if kind == _ID:
            if target in ids:
                yield Loose("id-duplicate", chunk, line, "id", target)
            ids.add(target)
        elif kind != _REFERENCE and aim in known:
            sides[kind - _LEFT].setdefault(target, (chunk, line, path))
    for target, chunk, line, kind, path, aim in _ENTRY.iter_unpack(pile):
        if kind == _REFERENCE and aim in known and target not in ids:
            yield Loose("reference-broken", chunk, line, _PATHS[path], target)
    for told, other in (sides, sides[::-1]):
        for target in told.keys() - other.keys():
            chunk, line, path = told[target]
            yield Loose("reference-broken", chunk, line, _PATHS[path], target, bond=True)
