"""Where a release is read from: a folder on disk or a zip; names are relative, with `/`."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Protocol


class Folder(Protocol):
    """Named byte streams under one place; `label` is what messages call the place."""

    @property
    def label(self) -> str:
        """What to call it in messages."""
        ...

    def names(self) -> frozenset[str]:
        """Return the names of all files."""
        ...

    def open(self, name: str) -> BinaryIO:
        """Open one of them. Raises ReleaseError where it cannot be read."""
        ...

    def path_of(self, name: str) -> Path | None:
        """Return where one of them is on disk; null for what is no file of its own."""
        ...


def place_of(folder: Folder, name: str) -> str:
    """Return how a message names a file of the folder."""
    return (Path(folder.label) / name).as_posix()
