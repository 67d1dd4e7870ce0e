"""The data dictionary: every record, field, shape, closed list and file, from the models themselves.

`make pages` writes docs/reference/records.md and docs/reference/files.md; a test compares them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from ccdata.export import coverage, dyads
from ccdata.export.csv_tables import file_of
from ccdata.export.tables import all_tables
from ccdata.records import PLURALS, SCHEMA_VERSION, terms
from ccdata.records.models import MODEL_ONLY_RULES
from ccdata.records.schema import schemas

DOCS = Path(__file__).parent
WRITTEN = "<!-- written by `make pages` from the models; do not edit -->"
MEANINGS: dict[str, dict[str, str]] = tomllib.loads((DOCS / "terms.toml").read_text("utf-8"))


def closed_lists() -> dict[str, tuple[str, ...]]:
    """Return every enumeration of the records by its name."""
    return {
        name: get_args(value) for name, value in vars(terms).items() if name[0].isupper() and get_args(value)
    }


def records_page() -> str:
    """Return the page of records, shapes and closed lists."""
    made = schemas()
    shapes = {name: shape for schema in made.values() for name, shape in schema.get("$defs", {}).items()}
    parts = [
        "# Records",
        WRITTEN,
        f"Schema version {SCHEMA_VERSION}. {_RECORDS}",
        *(_record(name, schema) for name, schema in made.items()),
        "## Shapes\n\nWhat stands inside records.",
        *(_fields(f"### {name}", shape) for name, shape in sorted(shapes.items()) if "properties" in shape),
        "## Closed lists",
        *(_list(name, values) for name, values in closed_lists().items()),
        "## Rules that only the models know\n\nJSON Schema cannot say them; `ccdata validate` checks them.",
        "\n".join(f"- `{name}`: {said}" for name, said in MODEL_ONLY_RULES.items()),
    ]
    return "\n\n".join(parts) + "\n"


_RECORDS = """\
The same names in all formats; `?` may be null; a list may be empty and is never null.
Every key stands on every line. The JSON Schemas are in `schemas/`."""


def _record(name: str, schema: dict[str, Any]) -> str:
    return _fields(f"## {name.capitalize()}", schema, before=f"File `{PLURALS[name]}.jsonl`.")


def _fields(title: str, schema: dict[str, Any], before: str = "") -> str:
    head = " ".join(part for part in (schema.get("description", ""), before) if part)
    rows = (
        [f"`{name}`", _kind(field), field.get("description", "")]
        for name, field in schema["properties"].items()
    )
    return f"{title}\n\n{head}\n\n{table(['field', 'holds', 'meaning'], rows)}"


def _kind(field: dict[str, Any]) -> str:
    """Say in words what a field holds: `text?`, list of [Party](#party)."""
    if "anyOf" in field:
        kinds = [_kind(one) for one in field["anyOf"] if one.get("type") != "null"]
        return " or ".join(kinds) + ("?" if len(kinds) < len(field["anyOf"]) else "")
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return _named(tuple(field["enum"]))
    if field.get("type") == "array":
        return f"list of {_kind(field['items'])}"
    return {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}[
        field["type"]
    ]


def _named(values: tuple[str, ...]) -> str:
    name = next((name for name, known in closed_lists().items() if set(known) == set(values)), None)
    return f"[{name}](#{name.lower()})" if name else ", ".join(f"`{value}`" for value in values)


def _list(name: str, values: tuple[str, ...]) -> str:
    return f"### {name}\n\n" + table(
        ["value", "meaning"], ([f"`{value}`", MEANINGS[name][value]] for value in values)
    )


def files_page() -> str:
    """Return the page of a release's files and of the columns of every table."""
    derived: dict[str, list[tuple[str, str, str]]] = {
        coverage.FILE: [(name, kind, said) for name, (kind, said) in coverage.COLUMNS.items()],
        dyads.FILE: [(name, kind, said) for name, (kind, said) in dyads.COLUMNS.items()],
    }
    flat: dict[str, list[tuple[str, str, str]]] = {
        file_of(one): [(c.name, c.kind, c.description) for c in one.all_columns] for one in all_tables()
    }
    return (
        "\n\n".join(
            [
                "# Files and tables",
                WRITTEN,
                _LAYOUT,
                _TABLES,
                *(_table(name, columns) for name, columns in {**flat, **derived}.items()),
            ]
        )
        + "\n"
    )


_LAYOUT = """\
| file | what it is |
| --- | --- |
| `<records>.jsonl` | the truth: one record a line, UTF-8, every key on every line |
| `parquet/<records>.parquet` | the same, nested, with an explicit schema |
| `csv/<records>.csv` | the main table: scalar columns |
| `csv/<records>_<field>.csv` | a side table: a row per item of a list |
| `excel/` | the same tables with a byte order mark, for spreadsheets (`--format excel`) |
| `ccdata.sqlite` | the same tables with foreign keys and full text search (`--format sqlite`) |
| `coverage.csv` | which issues of which pairs were read, partly read, or are missing |
| `dyads/dyad_years.csv` | how often two states dealt with each other in a year (`--format dyads`) |
| `plover/events.jsonl` | PLOVER records (`--format plover`) |
| `texts/<article id>.txt` | the canonical texts, © Pacific Forum and the authors |
| `release.json` | versions, formats and counts |
| `datapackage.json` | a Data Package v2 descriptor of all files |
| `SHA256SUMS` | `sha256sum -c SHA256SUMS` checks every file |

In CSV a cell that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or `'` has a `'` before it, so
that no spreadsheet takes it for a formula; ccdata strips it when it reads. Null is an empty cell."""

_TABLES = """\
## Tables

CSV files and SQLite tables have the same columns. What the rows of a side table belong to stands in their
first column; `position` keeps the order."""


def _table(name: str, columns: Iterable[tuple[str, str, str]]) -> str:
    return f"### `{name}`\n\n" + table(
        ["column", "holds", "meaning"], ([f"`{c}`", kind, said] for c, kind, said in columns)
    )


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    return "\n".join(_lines(list(head), rows))


def _lines(head: list[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
