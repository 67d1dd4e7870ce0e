"""The gates of a schema version: every record type's schema and model."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from ccdata.checks.schema import SchemaGate
from ccdata.records.models import SCHEMA_VERSION
from ccdata.records.schema import schemas

_HERE = Path(__file__).resolve().parent.parent
_PUBLISHED = (_HERE / "schemas", _HERE.parent / "schemas")
"""Where published schemas lie: in the wheel, and in a checkout."""


def published(version: str) -> dict[str, dict[str, Any]] | None:
    """Return the schemas of a version by record type; null where no such version is here."""
    if version == SCHEMA_VERSION:
        return schemas()
    if not version.replace(".", "").isdigit():
        return None
    for root in _PUBLISHED:
        files = sorted((root / version).glob("*.json"))
        if files:
            return {file.stem: json.loads(file.read_text("utf-8")) for file in files}
    return None


@cache
def gates(version: str = SCHEMA_VERSION) -> dict[str, SchemaGate]:
    """Return the gates of a version by record type.

    Raises KeyError where no such version is here.
    """
    found = published(version)
    if found is None:
        raise KeyError(version)
    return {name: SchemaGate(schema) for name, schema in found.items()}
