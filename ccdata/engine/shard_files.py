"""Shards as bytes, and on disk: a build of any size holds one at a time.

    shard = canonical text as a JSON string LF {record LF}

    file  = SHA-256 of the shard LF shard

A file is written beside its place and renamed: it is whole or not there. One whose hash is not that of
what follows (cut by a full disk, of another version) counts as not there.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ccdata.errors import CcdataError, RecordError
from ccdata.link import Scratch
from ccdata.records.base import Record
from ccdata.records.models import RECORD_TYPES
from ccdata.records.shard import Shard

_TYPE_START = len('{"record_type":"')


def shard_bytes(shard: Shard) -> bytes:
    """Return a shard as bytes."""
    lines = [json.dumps(shard.text), *(record.to_json() for record in shard.records())]
    return "\n".join(lines).encode("utf-8")


def shard_of(data: bytes) -> Shard:
    """Read a shard from its bytes. Raises ValueError, KeyError or RecordError where they are none."""
    first, *lines = data.split(b"\n")
    return _shard(json.loads(first), lines)


def write_shard(shard: Shard, file: Path) -> None:
    """Write a shard, whole or not at all."""
    data = shard_bytes(shard)
    beside = file.with_name(f"{file.name}.{os.getpid()}.part")
    beside.write_bytes(_sum(data) + b"\n" + data)
    beside.replace(file)


def is_whole(file: Path) -> bool:
    """Say whether a shard is there as it was written."""
    try:
        _checked(file)
    except (OSError, CcdataError):
        return False
    return True


def read_shard(file: Path) -> Shard:
    """Read a shard. Raises CcdataError where the file is no whole shard of this version."""
    try:
        return shard_of(_checked(file))
    except (OSError, ValueError, KeyError, RecordError) as error:
        raise CcdataError(f"{file}: no whole shard: {error}") from None


def _checked(file: Path) -> bytes:
    """Return a file's shard. Raises CcdataError where the hash is not its own."""
    written, _, data = file.read_bytes().partition(b"\n")
    if written != _sum(data):
        raise CcdataError(f"{file}: no whole shard: its hash is another")
    return data


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode("ascii")


def _shard(text: str, lines: Sequence[bytes]) -> Shard:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for line in lines:
        name = line[_TYPE_START : line.index(b'"', _TYPE_START)].decode("ascii")
        found[name].append(_record(name, line))
    (article,) = found["article"]
    return Shard(
        article=article,
        events=tuple(found["event"]),
        quotes=tuple(found["quote"]),
        actors=tuple(found["actor"]),
        mentions=tuple(found["mention"]),
        findings=tuple(found["finding"]),
        text=text,
    )


def _record(name: str, line: bytes) -> Record:
    return RECORD_TYPES[name].from_json(line)


class ShardFiles:
    """A store of shards on disk, each file once, read one at a time (`ccdata.link.ShardStore`)."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._files = Scratch("CREATE TABLE files (number INTEGER PRIMARY KEY, file UNIQUE);")
        rows = ((os.fsencode(file),) for file in files)
        self._files.note("INSERT OR IGNORE INTO files (file) VALUES (?)", rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._files.count("files")

    def __getitem__(self, index: int, /) -> Shard:
        """Return one of them."""
        file = self._files.one("SELECT file FROM files WHERE number = ?", index + 1)
        return read_shard(Path(os.fsdecode(file)))
