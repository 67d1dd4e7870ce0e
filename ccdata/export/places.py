"""The two kinds of places a release is read from: a folder on disk, a zip (nothing is unpacked to disk)."""

from __future__ import annotations

import zipfile
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from ccdata.errors import ReleaseError
from ccdata.export.sums import MANIFEST, files_under

MOST_BYTES = 8 << 30
"""How much a zip may unpack to: more than any release, less than what a hostile one asks for."""
MOST_FOLD = 100
"""How many times its size a zip may unpack to: records shrink to a tenth, a bomb to a thousandth."""
FREE_BYTES = 64 << 20
"""What any zip may unpack to, however small it is."""
MOST_FILES = 200_000
"""How many files a zip may have."""


class DiskFolder:
    """A folder on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.label = str(path)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(files_under(self.path))

    def names(self) -> frozenset[str]:
        """Return the names of all files."""
        return self._names

    def open(self, name: str) -> BinaryIO:
        """Open a file. Raises ReleaseError where it cannot be read."""
        path = self.path / name
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            raise ReleaseError(f"{path}: this is no file")
        try:
            return path.open("rb")
        except OSError as error:
            raise ReleaseError(f"{path}: {error.strerror}") from error

    def path_of(self, name: str) -> Path:
        """Return where a file is."""
        return self.path / name


class ZipFolder:
    """A zip; a single folder around everything is looked through.

    Raises ReleaseError for a damaged or encrypted one, one that unpacks to more than a release may, and
    one with a name that leads out of it.
    """

    def __init__(self, path: Path) -> None:
        self.label = str(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise ReleaseError(f"{path}: not a zip that can be read ({error})") from error
        members = [info for info in self._zip.infolist() if not info.filename.endswith("/")]
        most = min(MOST_BYTES, max(FREE_BYTES, MOST_FOLD * path.stat().st_size))
        if len(members) > MOST_FILES or sum(info.file_size for info in members) > most:
            raise ReleaseError(f"{path}: it unpacks to more than a release may")
        for info in members:
            _require_inside(info.filename, self.label)
        self._prefix = _prefix([info.filename for info in members])
        self._names = frozenset(
            name.removeprefix(self._prefix)
            for info in members
            if (name := info.filename).startswith(self._prefix)
        )

    def names(self) -> frozenset[str]:
        """Return the names of all files."""
        return self._names

    def open(self, name: str) -> BinaryIO:
        """Open a file. Raises ReleaseError where it cannot be read."""
        try:
            return cast("BinaryIO", self._zip.open(self._prefix + name))
        except (KeyError, RuntimeError, NotImplementedError, OSError, zipfile.BadZipFile) as error:
            raise ReleaseError(f"{self.label}/{name}: {error}") from error

    def path_of(self, _name: str) -> None:
        """Return nothing: no member is a file of its own."""


def _require_inside(name: str, label: str) -> None:
    """Refuse a name that leads out of the zip, and one that is none."""
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in path.parts[0]:
        raise ReleaseError(f"{label}: {name!r} leads out of the zip")


def _prefix(names: list[str]) -> str:
    """Return the folder in which the release stands: the one of its manifest."""
    found = [name for name in names if PurePosixPath(name).name == MANIFEST]
    return min(found, key=len, default=MANIFEST).removesuffix(MANIFEST)


def folder_at(path: Path) -> DiskFolder | ZipFolder:
    """Return the place at a path. Raises ReleaseError where there is none."""
    if path.is_dir():
        return DiskFolder(path)
    if path.is_file():
        return ZipFolder(path)
    raise ReleaseError(f"{path}: there is no such folder or file")
