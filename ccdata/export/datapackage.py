"""`datapackage.json`: what each file of a release is (Data Package v2), for any tool that asks.

Each file is a resource with its path, size, hash and licence; a CSV table has its schema too. There is no
clock in it: `created` stands only where SOURCE_DATE_EPOCH says what time it is.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import indent
from typing import Any

from ccdata._version import __version__
from ccdata.export import coverage, dyads
from ccdata.export.csv_tables import EXCEL_FOLDER, FOLDER, file_of
from ccdata.export.sums import json_text
from ccdata.export.tables import Column, Table, all_tables
from ccdata.records import PLURALS, SCHEMA_VERSION

FILE = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/"
_SCORES = {
    "name": "CC-BY-SA-4.0",
    "title": "PLOVER scores in `magnitude`: Creative Commons Attribution-ShareAlike 4.0",
    "path": "https://creativecommons.org/licenses/by-sa/4.0/",
}
_FACTS = {
    "name": "LicenseRef-facts-and-short-quotations",
    "title": "Facts and short quotations, cited; see NOTICE",
}
_TEXTS = {
    "name": "LicenseRef-PacificForum",
    "title": "© Pacific Forum and the authors; for checking the records only",
}
_KINDS = {  # suffix → format, media type, licences
    ".jsonl": ("jsonl", "application/jsonl", [_FACTS, _SCORES]),
    ".parquet": ("parquet", "application/vnd.apache.parquet", [_FACTS, _SCORES]),
    ".csv": ("csv", "text/csv", [_FACTS, _SCORES]),
    ".sqlite": ("sqlite", "application/vnd.sqlite3", [_FACTS, _SCORES]),
    ".txt": ("txt", "text/plain", [_TEXTS]),
    ".json": ("json", "application/json", [_FACTS]),
    "": ("txt", "text/plain", [_FACTS]),
}
_INDENT = 4 * " "
_BINARY = frozenset({"parquet", "sqlite"})


def pieces(folder: Path, sums: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the text of the file, a resource at a time, given the files' paths, in order, and hashes."""
    schemas = {
        file_of(table, within): table_schema(table, within)
        for within in (FOLDER, EXCEL_FOLDER)
        for table in all_tables()
    } | {dyads.FILE: dyads.schema(), coverage.FILE: coverage.schema()}
    before, behind = json_text(_package() | {"resources": []}).rsplit("[]", 1)
    yield f"{before}["
    sign = ""
    for name, digest in sums:
        resource = json_text(_resource(folder / name, name, digest, schemas.get(name)))
        yield f"{sign}\n{indent(resource.rstrip(), _INDENT)}"
        sign = ","
    yield f"\n  ]{behind}"


def _package() -> dict[str, Any]:
    """Describe the whole."""
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "ccdata-release",
        "title": "Comparative Connections as records",
        "version": f"{__version__}+schema.{SCHEMA_VERSION}",
        **_created(),
        "licenses": [_FACTS, _SCORES, _TEXTS],
        "sources": [{"title": "Comparative Connections, Pacific Forum", "path": "https://cc.pacforum.org"}],
    }


def _created() -> dict[str, str]:
    """Return when it was made, if SOURCE_DATE_EPOCH says so."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdecimal():
        return {}
    return {"created": dt.datetime.fromtimestamp(int(epoch), dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}


def _resource(path: Path, name: str, digest: str, schema: dict[str, Any] | None) -> dict[str, Any]:
    """Describe one file."""
    form, media_type, licences = _KINDS[path.suffix]
    made = {
        "$schema": f"{PROFILE}dataresource.json",
        "name": name.lower().replace("/", "-"),
        "path": name,
        "format": form,
        "mediatype": media_type,
        **({} if form in _BINARY else {"encoding": "utf-8"}),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "licenses": licences,
    }
    if schema is None:
        return made
    dialect = {
        "delimiter": ",",
        "lineTerminator": "\n",
        "quoteChar": '"',
        "doubleQuote": True,
        "header": True,
    }
    return made | {"type": "table", "dialect": dialect, "schema": schema}


def table_schema(table: Table, within: str = FOLDER) -> dict[str, Any]:
    """Return the Table Schema of a CSV file."""
    schema: dict[str, Any] = {
        "$schema": f"{PROFILE}tableschema.json",
        "fields": [_field(column) for column in table.all_columns],
        "missingValues": [""],
        "primaryKey": [key.name for key in table.keys] or ["id"],
    }
    if keys := [_foreign_key(column, table, within) for column in table.all_columns if _refers(column)]:
        schema["foreignKeys"] = keys
    return schema


def _field(column: Column) -> dict[str, Any]:
    """Describe one column."""
    made: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.description}
    if not column.nullable:
        made["constraints"] = {"required": True}
    return made


def _refers(column: Column) -> bool:
    return column.refers is not None and column.name != "id"


def _foreign_key(column: Column, table: Table, within: str) -> dict[str, Any]:
    """Say which table a column points into; none is named where it is its own."""
    main = PLURALS[column.refers or ""]
    target = {} if main == table.name else {"resource": f"{within}-{main}.csv"}
    return {"fields": [column.name], "reference": {**target, "fields": ["id"]}}
