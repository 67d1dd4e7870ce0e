"""What is to be validated: release folders and loose files, told apart by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ccdata.errors import UsageError
from ccdata.records.models import PLURALS

Format = Literal["jsonl", "parquet", "csv", "sqlite"]
SUFFIXES: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".csv": "csv",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}
TYPES_BY_PLURAL = {plural: name for name, plural in PLURALS.items()}
_ORDER = {plural: place for place, plural in enumerate(TYPES_BY_PLURAL)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A file; `shown` is its name for people, `expected` the record type its name promises."""

    path: Path
    shown: str
    format: Format

    @property
    def expected(self) -> str | None:
        """The record type that the file's name promises."""
        return TYPES_BY_PLURAL.get(Path(self.shown).stem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Files that are judged together: a release, or loose files of one format."""

    targets: tuple[Target, ...]
    folder: Path | None
    texts: Path | None


def groups_of(paths: Sequence[Path], texts: Path | None) -> list[Group]:
    """Sort paths into releases and loose files.

    Raises UsageError for a path that is not there, or is nothing we validate.
    """
    made = [_release(path, texts) for path in paths if path.is_dir()]
    loose = [target_of(path) for path in paths if not path.is_dir()]
    for name in dict.fromkeys(SUFFIXES.values()):
        files = tuple(sorted((t for t in loose if t.format == name), key=_place))
        if files:
            made.append(Group(targets=files, folder=None, texts=texts or _texts_near(files[0].path)))
    return made


def stream_group(path: Path, texts: Path | None) -> Group:
    """Return standard input, spooled to a file, as a group."""
    return Group(targets=(Target(path=path, shown="<stdin>", format="jsonl"),), folder=None, texts=texts)


def target_of(path: Path) -> Target:
    """Return the file as a target. Raises UsageError where it is none."""
    if not path.is_file():
        raise UsageError(f"{path}: no such file or folder")
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path}: not a release folder, .jsonl, .parquet, .csv or .sqlite file")
    return Target(path=path, shown=str(path), format=SUFFIXES[path.suffix.lower()])


def files_in(folder: Path, form: Format) -> tuple[Target, ...]:
    """Return a release's files of one format, in the order of a release."""
    found = [path for place in (folder, folder / form) for path in _files(place)]
    targets = [target_of(path) for path in found if SUFFIXES.get(path.suffix.lower()) == form]
    return tuple(sorted(targets, key=_place))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []


def _release(folder: Path, texts: Path | None) -> Group:
    own = folder / "texts"
    targets = files_in(folder, "jsonl")
    if not targets:
        raise UsageError(f"{folder}: no release: there are no JSON Lines in it")
    return Group(targets=targets, folder=folder, texts=texts or (own if own.is_dir() else None))


def _texts_near(path: Path) -> Path | None:
    near = (path.parent / "texts", path.parent.parent / "texts")
    return next((folder for folder in near if folder.is_dir()), None)


def _place(target: Target) -> tuple[int, str]:
    return (_ORDER.get(Path(target.shown).stem, len(_ORDER)), target.shown)
