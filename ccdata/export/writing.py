"""`write_release`: a release's parts, once, into every format asked for, then published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from typing import get_args

from ccdata._version import __version__
from ccdata.errors import UsageError
from ccdata.export import datapackage
from ccdata.export.formats import COUNTED, DERIVED, FORMATS, NAMES
from ccdata.export.publishing import publishing
from ccdata.export.sums import MANIFEST, NAME, SUMS, Manifest, Sums, iter_files
from ccdata.link import Part, Release, type_of
from ccdata.records import PLURALS, RECORD_TYPES, SCHEMA_VERSION, Finding
from ccdata.records.terms import Severity

TEXTS = "texts"
DEFAULT_FORMATS = ("jsonl", "parquet", "csv", "coverage")
RIGHTS = (
    "The texts in this folder are © Pacific Forum and their authors.\n"
    "They are kept here so that the records can be checked against them; the licence of the software\n"
    "and of the records does not extend to them.\n"
)


def write_release(
    release: Release,
    out_dir: str | PathLike[str],
    formats: Iterable[str] = DEFAULT_FORMATS,
    *,
    texts: bool = True,
) -> Manifest:
    """Write the release into a folder, whole or not at all, and return its manifest.

    Raises UsageError for an unknown format, a folder with foreign files, or a disk that refuses.
    """
    chosen = chosen_formats(formats)
    with publishing(Path(out_dir)) as folder:
        return _fill(folder, release, chosen, texts=texts)


def chosen_formats(names: Iterable[str]) -> tuple[str, ...]:
    """Return these names in the order of the list. Raises UsageError for an unknown one, or none."""
    asked = dict.fromkeys(names)
    if unknown := [name for name in asked if name not in NAMES]:
        raise UsageError(f"no format {unknown[0]!r}; there are {', '.join(NAMES)}")
    if not asked:
        raise UsageError(f"no format was asked for; there are {', '.join(NAMES)}")
    return tuple(name for name in NAMES if name in asked)


def _fill(folder: Path, release: Release, formats: tuple[str, ...], *, texts: bool) -> Manifest:
    """Write data, then what describes it, then the list that closes it."""
    counts = _write_parts(folder, release, formats, texts=texts)
    for name in formats:
        if name in DERIVED:
            DERIVED[name](release, folder)
    manifest = Manifest(
        name=NAME,
        schema_version=SCHEMA_VERSION,
        package_version=__version__,
        formats=formats,
        texts=counts[TEXTS],
        counts={PLURALS[name]: counts[name] for name in RECORD_TYPES},
        findings={severity: counts[severity] for severity in get_args(Severity)},
    )
    _write(folder / MANIFEST, manifest.to_json())
    sums = Sums(folder)
    sums.add(iter_files(folder))
    _write_pieces(folder / datapackage.FILE, datapackage.pieces(folder, sums))
    sums.add([folder / datapackage.FILE])
    _write_pieces(folder / SUMS, sums.lines())
    return manifest


def _write_parts(folder: Path, release: Release, formats: tuple[str, ...], *, texts: bool) -> Counter[str]:
    """Write every part's records in every format, and its texts; count them by type."""
    counts: Counter[str] = Counter()
    with ExitStack() as stack:
        writings = {name: known.writing for name, known in FORMATS.items()} | COUNTED
        writers = [stack.enter_context(writings[name](folder)) for name in formats if name in writings]
        for part in release.parts():
            for record in part.records:
                for write in writers:
                    write(record)
            counts.update(map(type_of, part.records))
            counts.update(record.severity for record in part.records if isinstance(record, Finding))
            if texts:
                counts[TEXTS] += _write_texts(folder / TEXTS, part)
    return counts


def _write_texts(folder: Path, part: Part) -> int:
    """Write the part's canonical texts, exactly, and the rights beside them; return how many."""
    if part.texts and not folder.exists():
        folder.mkdir()
        _write(folder / "NOTICE", RIGHTS)
    for article_id, text in part.texts.items():
        _write(folder / f"{article_id}.txt", text)
    return len(part.texts)


def _write(path: Path, text: str) -> None:
    _write_pieces(path, [text])


def _write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write a new file: UTF-8, newlines as they are."""
    with path.open("xb") as stream:
        stream.writelines(piece.encode("utf-8") for piece in pieces)
