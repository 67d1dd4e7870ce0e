"""The sources that paths name: files as given, folders by the endings that are read.

What a folder holds beside its articles (a README, errata.toml, hidden files) is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ccdata.errors import UnreadableSource, UsageError

ENDINGS = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf"})
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


def find_sources(paths: Iterable[str | Path]) -> tuple[SourceFile, ...]:
    """Return the sources of these paths, each once, sorted by name.

    Raises UsageError where a path does not exist or a folder holds no source.
    """
    found: dict[Path, SourceFile] = {}
    for given in paths:
        for source in _sources_of(Path(given)):
            found.setdefault(source.path.resolve(), source)
    return tuple(sorted(found.values(), key=lambda source: (source.name, str(source.path))))


def _sources_of(path: Path) -> Iterator[SourceFile]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if _is_source(file, path))
        if not files:
            raise UsageError(f"{path}: no source in this folder (read are {', '.join(sorted(ENDINGS))})")
        yield from (SourceFile(name=file.relative_to(path).as_posix(), path=file) for file in files)
    elif path.exists():
        yield SourceFile(name=path.name, path=path)
    else:
        raise UsageError(f"{path}: no such file or folder")


def _is_source(file: Path, folder: Path) -> bool:
    inside = file.relative_to(folder).parts
    hidden = any(part.startswith((".", "_")) for part in inside)
    return (
        not hidden
        and file.suffix.lower() in ENDINGS
        and file.stem.lower() not in _NOT_ARTICLES
        and file.is_file()
    )
