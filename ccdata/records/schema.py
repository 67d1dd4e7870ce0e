"""JSON Schemas (draft 2020-12) of the records, generated from the models."""

from __future__ import annotations

import json
from typing import Any

from ccdata.records.base import Record
from ccdata.records.models import MODEL_ONLY_RULES, RECORD_TYPES, SCHEMA_VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
VERY_END = r"(?!\n)"
"""Behind `$`, which in some dialects lets a final newline pass."""


def schema_of(model: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of a record type: all keys present, none beside them."""
    made = model.model_json_schema(mode="serialization")
    schema = {
        "$schema": DIALECT,
        "$id": f"urn:ccdata:schema:{SCHEMA_VERSION}:{model.TYPE}",
        **_portable(made),
    }
    schema["x-model-rules"] = MODEL_ONLY_RULES
    return schema


def schemas() -> dict[str, dict[str, Any]]:
    """Return every record type's schema by its name."""
    return {name: schema_of(model) for name, model in RECORD_TYPES.items()}


def schema_text(schema: dict[str, Any]) -> str:
    """Return the schema as it is committed."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _portable(node: Any) -> Any:
    """Close what tools read differently: `$` lets a final newline pass in Python's dialect."""
    if isinstance(node, list):
        return [_portable(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {key: _portable(value) for key, value in node.items()}
    pattern = closed.get("pattern")
    if isinstance(pattern, str) and pattern.endswith("$"):
        closed["pattern"] = pattern + VERY_END
    return closed
