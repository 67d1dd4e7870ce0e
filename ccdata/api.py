"""The front door: one call each for reading and writing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ccdata.dataset import Dataset
from ccdata.engine.building import dataset_of, parse_paths
from ccdata.engine.parsing import parse_source, parse_string
from ccdata.errors import UsageError
from ccdata.export.writing import DEFAULT_FORMATS, write_release


def parse(*paths: str | Path) -> Dataset:
    """Parse files, or the sources in folders; errata beside them are shown in `corrections`.

    A source that cannot be read stops no other: it is listed in `dataset.failed`.
    Raises UsageError where a path does not exist or a folder holds no source.
    """
    if not paths:
        raise UsageError("parse needs a file or a folder")
    return parse_paths(paths)


def parse_text(text: str, *, name: str = "text") -> Dataset:
    """Parse one article in hand. Raises CcdataError where the text cannot be read as one."""
    return dataset_of([parse_string(text, name)])


def parse_bytes(data: bytes, *, name: str = "bytes", media_type: str | None = None) -> Dataset:
    """Parse the bytes of one source: text, HTML or PDF, told by its first bytes or by `media_type`.

    Raises CcdataError, with the name and the place, where they cannot be read.
    """
    return dataset_of([parse_source(data, name, media_type=media_type)])


def export(
    dataset: Dataset,
    out_dir: str | Path,
    *,
    formats: Iterable[str] = DEFAULT_FORMATS,
    texts: bool = True,
) -> None:
    """Write a dataset as a release: whole, or not at all.

    Raises UsageError for an unknown format or a folder that holds what is not ours.
    """
    write_release(dataset, out_dir, formats, texts=texts)
