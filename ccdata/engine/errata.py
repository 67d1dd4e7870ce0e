"""`errata.toml`: corrections that people hand in beside their sources.

[[erratum]]
article = "cc-22-3-china-russia"    # the article's id
field = "authors.0.affiliation"     # where the slip shows
printed = "Wittenburg University"   # what the source prints
meant = "Wittenberg University"
why = "the university in Springfield, Ohio"
authority = "who says so"
record = "..."                      # optional: one record's id
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ccdata.errors import UsageError
from ccdata.extract.errata import Erratum

FILE_NAME = "errata.toml"
_REQUIRED = ("article", "field", "printed", "meant", "why", "authority")


def load_errata(paths: Iterable[str | Path]) -> tuple[Erratum, ...]:
    """Read the errata beside the sources of these paths.

    Raises UsageError, with the file, for one that is no TOML or whose entries lack a key.
    """
    folders = {path if path.is_dir() else path.parent for path in map(Path, paths)}
    files = sorted(folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file())
    return tuple(erratum for file in files for erratum in read_errata(file))


def read_errata(file: Path) -> list[Erratum]:
    """Read one file of errata."""
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: {error}") from None
    return [
        _erratum(row, f"{file}: erratum {number}") for number, row in enumerate(data.get("erratum", []), 1)
    ]


def _erratum(row: dict[str, Any], where: str) -> Erratum:
    unknown = set(row) - {*_REQUIRED, "record"}
    missing = [key for key in _REQUIRED if not isinstance(row.get(key), str) or not row[key]]
    if unknown or missing:
        fault = f"unknown key {min(unknown)!r}" if unknown else f"{missing[0]!r} is missing"
        raise UsageError(f"{where}: {fault}")
    return Erratum(**row)
