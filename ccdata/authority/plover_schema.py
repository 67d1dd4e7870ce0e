"""PLOVER as JSON Schema (draft 2020-12): one event record in the manual's field names.

    schemas/plover/event.json       generated from the codebook, committed, drift-checked

The manual suggests JSON Lines and allows fields of one's own; it has no schema. What it marks as required
is required here, modes are tied to their type, contexts are its 37 or namespaced (`cc:energy`).
"""

from __future__ import annotations

import json
from typing import Any

from ccdata.authority.plover import Codebook, PloverType, load_plover

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"^\d{4}-\d{2}-\d{2}(?!\n)$"
_TEXTS = (
    "enddate",
    "time",
    "endtime",
    "event_loc",
    "event_text",
    "text",
    "coder",
    "coded_date",
    "coded_time",
    "comment",
)


def plover_schema() -> dict[str, Any]:
    """Return the schema of a PLOVER event record."""
    book = load_plover()
    return {
        "$schema": DIALECT,
        "$id": f"urn:ccdata:plover:{book.version}:event",
        "title": "PLOVER event record",
        "description": f"After the PLOVER manual, codebook {book.version}.",
        "x-scores": {
            "license": book.score_license,
            "source": book.score_source,
            "attribution": book.score_attribution,
        },
        "type": "object",
        "required": ["id", "date", "actor", "event"],
        "properties": _properties(book),
        "allOf": [_modes(kind) for kind in book.types.values()],
        "$defs": {"entity": _entity()},
    }


def plover_schema_text() -> str:
    """Return the schema as it is committed."""
    return json.dumps(plover_schema(), indent=2, ensure_ascii=False) + "\n"


def _properties(book: Codebook) -> dict[str, Any]:
    modes = sorted({mode for kind in book.types.values() for mode in kind.modes})
    entities = {"type": "array", "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/entity"}]}}
    return {
        "id": {"type": "string", "minLength": 1},
        "date": {"type": "string", "pattern": _DAY},
        **{name: {"type": ["string", "null"]} for name in _TEXTS},
        "has_event": {"type": "boolean"},
        "actor": entities,
        "recipient": entities,
        "event": {"type": "array", "items": {"oneOf": [_named(kind) for kind in book.types.values()]}},
        "mode": {"type": "array", "items": {"enum": modes}},
        "context": {
            "type": "array",
            "items": {"anyOf": [{"enum": list(book.contexts)}, {"pattern": "^cc:[a-z]+(?!\\n)$"}]},
        },
        "quad_code": {"enum": [*book.quad, None]},
        "event_scale": {"type": ["number", "null"], "minimum": -10, "maximum": 10},
        "link": {"type": "array", "items": {"type": "string"}},
        "text_info": {"type": "object"},
        "cite_info": {"type": "object"},
    }


def _named(kind: PloverType) -> dict[str, Any]:
    return {
        "const": kind.name,
        "description": kind.definition,
        "x-quad": kind.quad,
        "x-recipient-required": kind.recipient_required,
        "x-score": kind.score,
        "x-modes": {
            mode: {"description": words, "score": kind.mode_scores[mode]}
            for mode, words in kind.modes.items()
        },
    }


def _modes(kind: PloverType) -> dict[str, Any]:
    """Tie the modes of a record to its type."""
    only = {"properties": {"event": {"const": [kind.name]}}, "required": ["event"]}
    then: dict[str, Any] = {
        "properties": {"mode": {"items": {"enum": list(kind.modes)}} if kind.modes else {"maxItems": 0}}
    }
    return {"if": only, "then": then}


def _entity() -> dict[str, Any]:
    names = (
        "code",
        "sector",
        "entity_text",
        "identifier_id",
        "identifier_text",
        "religion",
        "ethnicity",
        "office",
        "gender",
        "age",
    )
    return {"type": "object", "properties": {name: {"type": ["string", "null"]} for name in names}}
