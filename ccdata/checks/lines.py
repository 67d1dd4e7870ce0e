"""One line of JSON Lines: bytes, then JSON, then the schema, then the model, then its own writing.

line = canonical JSON object LF; a line that fails one step is not asked the next
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import pydantic_core
from pydantic import ValidationError

from ccdata.checks.fault import Fault, PlainRecord, shown
from ccdata.checks.schema import SchemaGate
from ccdata.records.base import Record, path_of
from ccdata.records.models import RECORD_TYPES

Gates = Mapping[str, SchemaGate]


def read_line(
    raw: bytes, gates: Gates, *, expected: str | None = None
) -> tuple[PlainRecord | None, bool, list[Fault]]:
    """Read one line, its line feed included.

    Returns the record as plain JSON (null where it is none), whether its shape is sound, and the faults.
    """
    body = raw.removesuffix(b"\n")
    faults = list(_byte_faults(body))
    if faults:
        return None, False, faults
    try:
        record = pydantic_core.from_json(body)
    except (ValueError, RecursionError) as error:
        return None, False, [Fault(code="line-not-json", message=str(error), value=shown(_text(body)))]
    if not isinstance(record, dict):
        return None, False, [Fault(code="line-not-json", message="this is not an object", value=record)]
    faults = list(_shape_faults(record, body, gates, expected))
    if not faults and body is raw:
        faults.append(Fault(code="line-not-canonical", message="the line does not end in a line feed"))
    return record, not faults, faults


def check_shape(record: PlainRecord, gates: Gates, *, expected: str | None = None) -> list[Fault]:
    """Check a record that was read from another format: schema and model."""
    line = pydantic_core.to_json(record, inf_nan_mode="constants")
    return [f for f in _shape_faults(record, line, gates, expected) if f.code != "line-not-canonical"]


def _byte_faults(body: bytes) -> Iterator[Fault]:
    if body.startswith(b"\xef\xbb\xbf"):
        yield Fault(code="bytes-encoding", message="the line begins with a byte order mark")
    elif body.endswith(b"\r"):
        yield Fault(code="bytes-encoding", message="the line ends in CR LF")
    else:
        try:
            body.decode("utf-8")
        except UnicodeDecodeError as error:
            yield Fault(code="bytes-encoding", message=f"not UTF-8 at byte {error.start} of the line")


def _shape_faults(record: PlainRecord, line: bytes, gates: Gates, expected: str | None) -> Iterator[Fault]:
    name = record.get("record_type")
    if not isinstance(name, str) or name not in gates or (expected is not None and name != expected):
        wanted = expected or ", ".join(gates)
        yield Fault(
            code="schema-violated", path="record_type", value=name, message=f"{shown(name)} is not {wanted}"
        )
        return
    refused = list(gates[name].faults(record))
    yield from refused or _model_faults(RECORD_TYPES[name], line)


def _model_faults(model: type[Record], line: bytes) -> Iterator[Fault]:
    """The rules that JSON Schema cannot say, and the line's own re-serialisation."""
    try:
        made = model.model_validate_json(line, strict=True)
    except ValidationError as error:
        for each in error.errors(include_url=False, include_context=False):
            message = each["msg"].removeprefix("Value error, ")
            yield Fault(
                code="record-invalid", path=path_of(each["loc"]), message=message, value=each["input"]
            )
        return
    if made.to_json().encode() != line:
        yield Fault(code="line-not-canonical", message=_difference(line, made.to_json()))


def _difference(line: bytes, canonical: str) -> str:
    """Say how a line differs from its own re-serialisation."""
    twice: list[str] = []

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in items]
        twice.extend(key for key in dict.fromkeys(keys) if keys.count(key) > 1)
        return dict(items)

    json.loads(line, object_pairs_hook=pairs)
    if twice:
        return f"the key {shown(twice[0])} stands twice in one object"
    text = _text(line)
    same = next((i for i, (a, b) in enumerate(zip(text, canonical, strict=False)) if a != b), len(canonical))
    return f"written otherwise from character {same}: {shown(text[same : same + 30])}"


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")
