"""`build`: sources to a release on disk. `parse_paths`: sources to a dataset in memory."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ccdata.dataset import Dataset
from ccdata.engine.errata import load_errata
from ccdata.engine.failures import failure_finding
from ccdata.engine.parsing import parse_source
from ccdata.engine.running import Outcome, Task, run
from ccdata.engine.shard_files import ShardFiles
from ccdata.engine.sources import SourceFile, find_sources
from ccdata.errors import CcdataError, SourceError, UsageError
from ccdata.export.sums import Manifest
from ccdata.export.writing import DEFAULT_FORMATS, write_release
from ccdata.extract.errata import Erratum
from ccdata.link import link
from ccdata.records.shard import Shard

Progress = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did: the manifest of the release, and the sources that could not be read."""

    manifest: Manifest
    sources: int
    failed: tuple[SourceError, ...]


class NothingReadError(CcdataError):
    """No source could be read; `failed` says why each could not."""

    def __init__(self, failed: Sequence[SourceError]) -> None:
        self.failed = tuple(failed)
        super().__init__(f"none of {len(self.failed)} sources could be read")


def build(
    paths: Iterable[str | Path],
    out_dir: str | Path,
    *,
    formats: Iterable[str] = DEFAULT_FORMATS,
    texts: bool = True,
    jobs: int = 1,
    cache: str | Path | None = None,
    progress: Progress | None = None,
) -> Built:
    """Read, check, link and export; `out_dir` holds the new release or, on any error, what it held.

    What grows with the number of sources waits on disk: shards in the cache, else in a folder that goes with
    the build, the rest in tables that SQLite keeps for itself (`ccdata.link.Scratch`).

    Raises UsageError for paths or a folder that do not fit or a disk that is full, NothingReadError where no
    source is readable.
    """
    given = [Path(path) for path in paths]
    with _disk_faults():
        sources = find_sources(given)
        with _folder(cache) as folder:
            task = Task(folder=folder, errata=load_errata(given))
            errors: list[SourceError] = []
            shards = ShardFiles(_files(_watched(run(sources, task, jobs=jobs), progress), errors))
            failed = _in_order(errors)
            if not len(shards):
                raise NothingReadError(failed)
            release = link(shards, [failure_finding(error) for error in failed])
            manifest = write_release(release, out_dir, formats, texts=texts)
    return Built(manifest=manifest, sources=len(sources), failed=failed)


def parse_paths(paths: Iterable[str | Path]) -> Dataset:
    """Parse sources into memory; what cannot be read is in `failed`.

    Raises UsageError where a path does not exist or a folder holds no source.
    """
    given = [Path(path) for path in paths]
    errata = load_errata(given)
    shards: list[Shard] = []
    failed: list[SourceError] = []
    for source in find_sources(given):
        _parse_one(source, errata, shards, failed)
    return dataset_of(shards, failed)


def dataset_of(shards: Sequence[Shard], failed: Sequence[SourceError] = ()) -> Dataset:
    """Link shards in memory."""
    release = link(shards, [failure_finding(error) for error in failed])
    return Dataset.from_release(release, failed=tuple(failed))


def _parse_one(
    source: SourceFile, errata: tuple[Erratum, ...], shards: list[Shard], failed: list[SourceError]
) -> None:
    try:
        shards.append(parse_source(source.read(), source.name, errata=errata))
    except SourceError as error:
        failed.append(error)


def _files(outcomes: Iterable[Outcome], errors: list[SourceError]) -> Iterator[Path]:
    """Yield the shards' files; errors are set aside."""
    for outcome in outcomes:
        if outcome.file is not None:
            yield outcome.file
        if outcome.error is not None:
            errors.append(outcome.error)


def _in_order(errors: Iterable[SourceError]) -> tuple[SourceError, ...]:
    return tuple(sorted(errors, key=lambda error: error.name))


@contextmanager
def _folder(cache: str | Path | None) -> Iterator[Path]:
    """Shards wait in the cache, or in a folder that goes when the build is done."""
    if cache is not None:
        folder = Path(cache)
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="ccdata-") as made:
        yield Path(made)


@contextmanager
def _disk_faults() -> Iterator[None]:
    """Say that the disk refuses as everything is said that a user can mend."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise UsageError(f"the folder for temporary files cannot be written: {error}") from error


def _watched(outcomes: Iterable[Outcome], progress: Progress | None) -> Iterator[Outcome]:
    for outcome in outcomes:
        if progress is not None:
            progress(outcome)
        yield outcome
