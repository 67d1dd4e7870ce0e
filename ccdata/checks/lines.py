"""One line of JSON Lines: bytes, then JSON, then the schema, then the model, then its own writing.

line = canonical JSON object LF; a line that fails one step is not asked the next
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pydantic_core
from pydantic import TypeAdapter, ValidationError

from ccdata.checks.fault import Fault, PlainRecord, shown
from ccdata.checks.schema import SchemaGate
from ccdata.records.base import path_of
from ccdata.records.models import RECORD_TYPES
from ccdata.records.upgrades import Upgrade, upgraded

Gates = Mapping[str, SchemaGate]
Steps = tuple[Upgrade, ...]

LONGEST_LINE = 64 << 20
"""What is longer is read no further."""
_BEGINNING = 1000

_READERS = {name: TypeAdapter(model).validator.validate_json for name, model in RECORD_TYPES.items()}
_WRITERS = {name: TypeAdapter(model).serializer.to_json for name, model in RECORD_TYPES.items()}
"""The models' readers and writers, without the calls in between: they are called for every line."""


def read_line(
    raw: bytes, gates: Gates, *, expected: str | None = None, steps: Steps = ()
) -> tuple[PlainRecord | None, bool, list[Fault]]:
    """Read one line, its line feed included.

    Returns the record as plain JSON (null where it is none), whether its shape is sound, and the faults. A
    sound record of an older schema is returned upgraded by `steps`.
    """
    body = raw.removesuffix(b"\n")
    try:
        record = pydantic_core.from_json(body, cache_strings="keys", allow_inf_nan=False)
    except (ValueError, RecursionError) as error:
        return None, False, _not_json(body, str(error))
    if not isinstance(record, dict):
        return None, False, _not_json(body, "this is not an object")
    faults = _shape_faults(record, body, gates, expected, steps)
    if faults:
        return record, False, _byte_faults(body) or faults
    if body is raw:
        faults = [Fault(code="line-not-canonical", message="the line does not end in a line feed")]
    return (upgraded(record, steps) if steps else record), not faults, faults


def check_shape(
    record: PlainRecord, gates: Gates, *, expected: str | None = None, steps: Steps = ()
) -> tuple[PlainRecord, list[Fault]]:
    """Check a record that was read from another format: schema and model.

    Returns the record, upgraded where it is sound, and the faults.
    """
    line = pydantic_core.to_json(record, inf_nan_mode="constants")
    found = _shape_faults(record, line, gates, expected, steps)
    faults = [fault for fault in found if fault.code != "line-not-canonical"]
    return record if faults else upgraded(record, steps), faults


def _byte_faults(body: bytes) -> list[Fault]:
    """Say what is wrong with the bytes of a line that no later step lets pass."""
    if body.startswith(b"\xef\xbb\xbf"):
        return [Fault(code="bytes-encoding", message="the line begins with a byte order mark")]
    if body.endswith(b"\r"):
        return [Fault(code="bytes-encoding", message="the line ends in CR LF")]
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        return [Fault(code="bytes-encoding", message=f"not UTF-8 at byte {error.start} of the line")]
    return []


def _not_json(body: bytes, message: str) -> list[Fault]:
    if len(body) > LONGEST_LINE:
        message = f"the line has more than {LONGEST_LINE >> 20} MB"
    elif faults := _byte_faults(body):
        return faults
    return [Fault(code="line-not-json", message=message, value=shown(_text(body[:_BEGINNING])))]


def _shape_faults(
    record: PlainRecord, line: bytes, gates: Gates, expected: str | None, steps: Steps
) -> list[Fault]:
    name = record.get("record_type")
    if not isinstance(name, str) or name not in gates or (expected is not None and name != expected):
        message = f"{shown(name)} is not {expected or ', '.join(gates)}"
        return [Fault(code="schema-violated", path="record_type", value=name, message=message)]
    gate = gates[name]
    if not gate.passes(record):
        return list(gate.faults(record))
    if steps:
        return list(_older_faults(record, line, upgraded(record, steps)))
    return _model_faults(name, line)


def _model_faults(name: str, line: bytes) -> list[Fault]:
    """The rules that JSON Schema cannot say, and the line's own re-serialisation."""
    try:
        made = _READERS[name](line)
    except ValidationError as error:
        return list(_refusals(error))
    canonical = _WRITERS[name](made)
    if canonical == line:
        return []
    return [Fault(code="line-not-canonical", message=_difference(line, canonical.decode()))]


def _older_faults(record: PlainRecord, line: bytes, newer: PlainRecord) -> Iterator[Fault]:
    """The same for a line of an older schema: its keys stand in the order of the newest."""
    try:
        made = RECORD_TYPES[newer["record_type"]].model_validate_json(pydantic_core.to_json(newer))
    except ValidationError as error:
        yield from _refusals(error)
        return
    canonical = pydantic_core.to_json(_in_order(record, made.model_dump(mode="json")))
    if canonical != line:
        yield Fault(code="line-not-canonical", message=_difference(line, canonical.decode()))


def _in_order(older: Any, newer: Any) -> Any:
    """Return the older value with its keys as the newer one orders them."""
    if isinstance(older, dict) and isinstance(newer, dict):
        return {key: _in_order(older[key], newer[key]) for key in newer if key in older}
    if isinstance(older, list) and isinstance(newer, list) and len(older) == len(newer):
        return [_in_order(left, right) for left, right in zip(older, newer, strict=True)]
    return older


def _refusals(error: ValidationError) -> Iterator[Fault]:
    for each in error.errors(include_url=False, include_context=False):
        message = each["msg"].removeprefix("Value error, ")
        yield Fault(code="record-invalid", path=path_of(each["loc"]), message=message, value=each["input"])


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
