"""What a shard depends on beside its bytes: our code, the authority's files, the libraries that read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from importlib import metadata
from pathlib import Path

from ccdata.extract.errata import Erratum

_ROOMS = ("records", "authority", "source", "document", "extract", "checks")
_LIBRARIES = ("pydantic", "nupunkt", "ftfy", "rapidfuzz", "ahocorasick-rs", "pypdfium2", "selectolax")


@cache
def code_fingerprint() -> str:
    """Return a hash of everything that decides what bytes are read as."""
    root = Path(__file__).resolve().parent.parent
    made = hashlib.sha256()
    for file in sorted(file for room in _ROOMS for file in (root / room).rglob("*") if _counts(file)):
        made.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    for name in _LIBRARIES:
        made.update(f"{name}={_version(name)}\n".encode())
    return made.hexdigest()


def shard_key(data: bytes, name: str, errata: Sequence[Erratum]) -> str:
    """Return the name under which a shard is cached."""
    made = hashlib.sha256(code_fingerprint().encode())
    made.update(json.dumps([asdict(erratum) for erratum in errata]).encode())
    made.update(name.encode("utf-8", "surrogateescape") + b"\0" + data)
    return made.hexdigest()


def _counts(file: Path) -> bool:
    return file.is_file() and file.suffix != ".pyc"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"
