"""The two files by which a folder is known as a release: `release.json` and `SHA256SUMS`.

SHA256SUMS   = (<64 hex> '  ' <path> LF)*, in order of paths, all files but itself (`sha256sum -c`)
release.json = {"name": "ccdata-release", "schema_version", "package_version", "formats", "texts",
                "counts": {"articles": 2, ...}, "findings": {"error": 0, "warning": 1, "note": 9}}
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ccdata.errors import ReleaseError
from ccdata.link import Scratch

SUMS = "SHA256SUMS"
MANIFEST = "release.json"
NAME = "ccdata-release"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a release says of itself."""

    name: str
    schema_version: str
    package_version: str
    formats: tuple[str, ...]
    texts: int
    counts: Mapping[str, int]
    findings: Mapping[str, int]

    def to_json(self) -> str:
        """Return the file's text."""
        return json_text(asdict(self))

    @classmethod
    def from_json(cls, text: str | bytes, where: str) -> Manifest:
        """Read the file. Raises ReleaseError where it is no manifest of ours."""
        try:
            facts = json.loads(text)
            if facts["name"] != NAME:
                raise ReleaseError(f"{where}: this is no release of ccdata")
            return cls(
                name=NAME,
                schema_version=str(facts["schema_version"]),
                package_version=str(facts["package_version"]),
                formats=tuple(str(name) for name in facts["formats"]),
                texts=int(facts["texts"]),
                counts=_counts(facts["counts"]),
                findings=_counts(facts["findings"]),
            )
        except (ArithmeticError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise ReleaseError(f"{where}: not a manifest of ccdata ({error!r})") from error


def _counts(facts: Any) -> dict[str, int]:
    return {str(key): int(count) for key, count in facts.items()}


def json_text(facts: Any) -> str:
    """Return facts as the JSON of our small files: indented, in the given order, LF at the end."""
    return json.dumps(facts, indent=2, ensure_ascii=False) + "\n"


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256 in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def files_under(folder: Path) -> list[str]:
    """Return the paths of all files under a folder, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in iter_files(folder))


def iter_files(folder: Path) -> Iterator[Path]:
    """Yield all files under a folder one by one, in no order; what may not be read is passed over."""
    with suppress(PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from iter_files(path)
            elif path.is_file():  # a link that leads in a circle is none
                yield path


class Sums:
    """The hashes of files under a folder, in the order of their paths; they wait on disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sums = Scratch("CREATE TABLE sums (path PRIMARY KEY, digest) WITHOUT ROWID;")

    def add(self, files: Iterable[Path]) -> None:
        """Take files in."""
        rows = ((file.relative_to(self._folder).as_posix(), sha256_of(file)) for file in files)
        self._sums.note("INSERT INTO sums VALUES (?, ?)", rows)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield each path with its hash in hex."""
        return self._sums.ask("SELECT path, digest FROM sums ORDER BY path")

    def lines(self) -> Iterator[str]:
        """Yield the lines of SHA256SUMS."""
        return (f"{digest}  {name}\n" for name, digest in self)


def read_sums(text: str) -> dict[str, str]:
    """Return path → hex; lines of another form are left out."""
    matches = (_LINE.fullmatch(line) for line in text.split("\n"))
    return {match[2]: match[1] for match in matches if match}


def listed_files(folder: Path) -> frozenset[str]:
    """Return the paths that the folder's SHA256SUMS lists; none where it has no such file."""
    try:
        return frozenset(read_sums((folder / SUMS).read_text("utf-8")))
    except (OSError, UnicodeDecodeError):
        return frozenset()


def is_release(folder: Path) -> bool:
    """Say whether the folder holds a manifest of ours."""
    try:
        Manifest.from_json((folder / MANIFEST).read_bytes(), str(folder / MANIFEST))
    except (OSError, ReleaseError):
        return False
    return True
