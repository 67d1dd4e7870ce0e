"""The sources that paths name: files as given, folders by the endings that are read.

What a folder holds beside its articles (a README, errata.toml, hidden files) is passed over.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ccdata.errors import UnreadableSource, UsageError
from ccdata.export.sums import iter_files
from ccdata.link import Scratch

ENDINGS = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf"})
_TABLES = """
    CREATE TABLE sources (resolved PRIMARY KEY, given, place, name, path) WITHOUT ROWID;
    CREATE INDEX by_name ON sources (name, path);
"""
_PUT = """
    INSERT INTO sources VALUES (?, ?, ?, ?, ?) ON CONFLICT (resolved) DO UPDATE
    SET given = excluded.given, place = excluded.place, name = excluded.name, path = excluded.path
    WHERE (excluded.given, excluded.place) < (given, place)
"""
"""Of the names of one file, the first of the first path given."""
_NOT_ARTICLES = frozenset({"readme", "notice", "license", "licence", "changelog", "contributing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One source: the name it has in records, and where its bytes are."""

    name: str
    path: Path

    def read(self) -> bytes:
        """Return the bytes. Raises UnreadableSource where the disk refuses."""
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise UnreadableSource(self.name, error.strerror or str(error)) from None


class Sources:
    """Sources in the order of their names, each once; they wait on disk."""

    def __init__(self, given: Iterable[Iterable[SourceFile]]) -> None:
        self._found = Scratch(_TABLES)
        for number, found in enumerate(given):
            self._found.note(_PUT, (_row(number, source) for source in found))

    def __len__(self) -> int:
        """Return how many there are."""
        return self._found.count("sources")

    def __iter__(self) -> Iterator[SourceFile]:
        """Yield each of them."""
        for name, path in self._found.ask("SELECT name, path FROM sources ORDER BY name, path"):
            yield SourceFile(name=os.fsdecode(name), path=Path(os.fsdecode(path)))


def find_sources(paths: Iterable[str | Path]) -> Sources:
    """Return the sources of these paths, each once, sorted by name.

    Raises UsageError where a path does not exist or a folder holds no source.
    """
    return Sources(_sources_of(Path(given)) for given in paths)


def _sources_of(path: Path) -> Iterator[SourceFile]:
    if path.is_dir():
        none = True
        for file in (file for file in iter_files(path) if _is_source(file, path)):
            none = False
            yield SourceFile(name=file.relative_to(path).as_posix(), path=file)
        if none:
            raise UsageError(f"{path}: no source in this folder (read are {', '.join(sorted(ENDINGS))})")
    elif path.exists():
        yield SourceFile(name=path.name, path=path)
    else:
        raise UsageError(f"{path}: no such file or folder")


def _row(number: int, source: SourceFile) -> tuple[bytes, int, bytes, bytes, bytes]:
    """Return paths as the system has them: some are no text."""
    place = "\0".join(source.path.parts)
    resolved, name, path = (os.fsencode(one) for one in (source.path.resolve(), source.name, source.path))
    return resolved, number, os.fsencode(place), name, path


def _is_source(file: Path, folder: Path) -> bool:
    inside = file.relative_to(folder).parts
    hidden = any(part.startswith((".", "_")) for part in inside)
    return not hidden and file.suffix.lower() in ENDINGS and file.stem.lower() not in _NOT_ARTICLES
