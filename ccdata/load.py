"""`load`: a release, from the package, a folder or a zip, becomes a dataset. Nothing is fetched."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from os import PathLike
from pathlib import Path

from ccdata.dataset import Dataset
from ccdata.errors import RecordError, ReleaseError, UsageError
from ccdata.export.folder import Folder, place_of
from ccdata.export.formats import FORMATS, Format
from ccdata.export.places import folder_at
from ccdata.export.publishing import repair
from ccdata.export.sums import MANIFEST, Manifest
from ccdata.link import Part
from ccdata.records import RECORD_TYPES, SCHEMA_VERSION, Record
from ccdata.records.upgrades import Upgrade, upgraded, upgrades_from

_PART = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRelease:
    """A release on disk, read anew part by part at each call of `parts`."""

    folder: Folder
    manifest: Manifest
    format: Format
    steps: tuple[Upgrade, ...] = ()

    def records(self, record_type: str) -> Iterator[Record]:
        """Yield the records of a type, those of an older schema upgraded. Raises as `parts`."""
        with _told(self.folder):
            if self.steps:
                yield from self._upgraded(record_type)
            else:
                yield from self.format.read(self.folder, record_type)

    def _upgraded(self, record_type: str) -> Iterator[Record]:
        """Yield the records after all steps; each was sound under its own schema."""
        from ccdata.checks.gates import gates

        model, gate = RECORD_TYPES[record_type], gates(self.manifest.schema_version)[record_type]
        for where, value in self.format.values(self.folder, record_type):
            for fault in gate.faults(value):
                raise RecordError(where, fault.path, fault.message)
            yield model.from_json(json.dumps(upgraded(value, self.steps)), where=where)

    def parts(self) -> Iterator[Part]:
        """Yield the records, type by type, then the texts.

        Raises ReleaseError where a file is missing or damaged, RecordError at a record that is none.
        """
        for record_type in RECORD_TYPES:
            yield from _parts(self.records(record_type))
        with _told(self.folder):
            for name in sorted(self.folder.names()):
                if name.startswith("texts/") and name.endswith(".txt"):
                    yield Part(records=(), texts={Path(name).stem: _text(self.folder, name)})


@contextmanager
def _told(folder: Folder) -> Iterator[None]:
    """Say as ours what the disk, or a zip that is damaged inside, says in its own words."""
    try:
        yield
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ReleaseError(f"{folder.label}: damaged ({error})") from error


def load(path: str | PathLike[str] | None = None, *, format: str | None = None) -> Dataset:  # noqa: A002 (the word of the command)
    """Load the packaged release, or the one in a folder or zip; `format` chooses among several.

    Raises ReleaseError where there is no whole release, RecordError, with file, line and path, at a
    record that is none, UsageError for a format that the release does not have.
    """
    return Dataset.from_release(open_release(path, format=format))


def open_release(
    path: str | PathLike[str] | None = None,
    *,
    format: str | None = None,  # noqa: A002 (as in load)
) -> StoredRelease:
    """Open a release to read it part by part. Raises as `load` does."""
    folder = folder_at(_packaged() if path is None else _whole(Path(path)))
    place = place_of(folder, MANIFEST)
    if MANIFEST not in folder.names():
        raise ReleaseError(f"{folder.label}: no release of ccdata (there is no {MANIFEST})")
    with _told(folder), folder.open(MANIFEST) as stream:
        manifest = Manifest.from_json(stream.read(), place)
    return StoredRelease(
        folder=folder,
        manifest=manifest,
        format=_format(manifest, format, place),
        steps=_steps(manifest.schema_version, place),
    )


def _steps(version: str, place: str) -> tuple[Upgrade, ...]:
    """Return what makes records of this version those of the newest."""
    try:
        return upgrades_from(version)
    except KeyError:
        raise ReleaseError(
            f"{place}: schema version {version} is not known; here is {SCHEMA_VERSION}"
        ) from None


def _packaged() -> Path:
    """Return the release that the package brings: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside, beside = package / "data" / "release", package.parent / "exports"
    return inside if (inside / MANIFEST).is_file() else beside


def _whole(path: Path) -> Path:
    """Return the path after repairing what a build that died between two renames has left."""
    try:
        repair(path.resolve())
    except OSError as error:
        raise ReleaseError(f"{path}: {error.strerror}") from error
    return path


def _format(manifest: Manifest, asked: str | None, place: str) -> Format:
    """Return the format asked for, or the best that the release has."""
    there = [name for name in FORMATS if name in manifest.formats]
    if not there:
        raise ReleaseError(f"{place}: no format of this release holds records")
    if asked is None:
        return FORMATS[there[0]]
    if asked not in there:
        raise UsageError(f"{place}: no format {asked!r} in this release; it has {', '.join(there)}")
    return FORMATS[asked]


def _parts(records: Iterator[Record]) -> Iterator[Part]:
    """Gather records into parts of some thousands."""
    while some := tuple(islice(records, _PART)):
        yield Part(records=some, texts={})


def _text(folder: Folder, name: str) -> str:
    """Read a canonical text, newlines as they are."""
    with folder.open(name) as stream:
        try:
            return stream.read().decode("utf-8")
        except UnicodeDecodeError as error:
            raise ReleaseError(f"{place_of(folder, name)}: not UTF-8 ({error})") from error
