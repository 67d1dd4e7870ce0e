"""Two releases compared: what came, what went, what changed field by field, and what breaks readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from os import PathLike
from typing import Any

from ccdata.checks.fault import PlainRecord
from ccdata.checks.gates import published
from ccdata.load import StoredRelease, open_release
from ccdata.records import RECORD_TYPES
from ccdata.records.base import path_of

Steps = tuple[int | str, ...]
Schemas = Mapping[str, dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One value that is another now; null where there was or is none."""

    path: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """A record that has other values now."""

    record_id: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeChanges:
    """What changed among the records of one type; `redirected` went, the new release says where to."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    redirected: tuple[str, ...]
    changed: tuple[RecordChange, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.redirected or self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that differs between two releases."""

    types: dict[str, TypeChanges]
    breaking: tuple[str, ...]

    @property
    def same(self) -> bool:
        """True where nothing differs."""
        return not self.breaking and not any(self.types.values())

    @property
    def removes(self) -> bool:
        """True where a record is gone and nothing says where to."""
        return any(changes.removed for changes in self.types.values())


def diff(old: str | PathLike[str], new: str | PathLike[str]) -> Difference:
    """Compare two releases, whatever their formats.

    Raises what `ccdata.load` raises for something that is no release.
    """
    before, after = open_release(old), open_release(new)
    redirected = {record["old_id"] for record in _plain(after, "redirect")}
    return Difference(
        types={name: _type_changes(before, after, name, redirected) for name in RECORD_TYPES},
        breaking=tuple(_version_breaks(before.manifest.schema_version, after.manifest.schema_version)),
    )


def _type_changes(
    before: StoredRelease, after: StoredRelease, name: str, redirected: set[str]
) -> TypeChanges:
    """Compare by hash first; only the records that changed are kept and read a second time."""
    old = {record["id"]: _hash(record) for record in _plain(before, name)}
    added: list[str] = []
    changed: dict[str, PlainRecord] = {}
    seen: set[str] = set()
    for record in _plain(after, name):
        record_id = record["id"]
        seen.add(record_id)
        if record_id not in old:
            added.append(record_id)
        elif old[record_id] != _hash(record):
            changed[record_id] = record
    gone = [record_id for record_id in old if record_id not in seen]
    return TypeChanges(
        added=tuple(added),
        removed=tuple(record_id for record_id in gone if record_id not in redirected),
        redirected=tuple(record_id for record_id in gone if record_id in redirected),
        changed=tuple(_changes(before, name, changed)),
    )


def _changes(before: StoredRelease, name: str, changed: dict[str, PlainRecord]) -> Iterator[RecordChange]:
    for record in _plain(before, name) if changed else ():
        if record["id"] in changed:
            fields = tuple(differences(record, changed[record["id"]]))
            yield RecordChange(record_id=record["id"], fields=fields)


def differences(old: Any, new: Any, steps: Steps = ()) -> Iterator[FieldChange]:
    """Yield every value that differs: structs key by key, lists item by item where as many, else whole."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from differences(old.get(key), new.get(key), (*steps, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (left, right) in enumerate(zip(old, new, strict=True)):
            yield from differences(left, right, (*steps, index))
    elif old != new:
        yield FieldChange(path=path_of(steps), old=old, new=new)


def _plain(release: StoredRelease, name: str) -> Iterator[PlainRecord]:
    for record in release.records(name):
        yield record.model_dump(mode="json")


def _hash(record: PlainRecord) -> bytes:
    return blake2b(repr(record).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _version_breaks(old: str, new: str) -> Iterator[str]:
    if old == new:
        return
    before, after = published(old), published(new)
    if before is not None and after is not None:
        yield from breaking_changes(before, after)


def breaking_changes(old: Schemas, new: Schemas) -> Iterator[str]:
    """Yield what a reader of the old schemas cannot read, or a writer no longer write, under the new.

    A minor version may add fields and enum values; it may not take any away, or narrow one.
    """
    for name, schema in old.items():
        if name not in new:
            yield f"{name}: the record type is gone"
            continue
        left, right = schema.get("$defs", {}), new[name].get("$defs", {})
        yield from _shape_breaks(schema, new[name], name)
        for shape in left:
            if shape in right:
                yield from _shape_breaks(left[shape], right[shape], f"{name}: {shape}")


def _shape_breaks(old: dict[str, Any], new: dict[str, Any], where: str) -> Iterator[str]:
    fields, now = old.get("properties", {}), new.get("properties", {})
    for field in fields:
        if field not in now:
            yield f"{where}.{field}: the field is gone"
            continue
        yield from _field_breaks(fields[field], now[field], f"{where}.{field}")
    for field in now.keys() - fields.keys():
        if field in new.get("required", ()) and not {"null", "array"} & _kinds(now[field]):
            yield f"{where}.{field}: a new field that may be neither null nor an empty list"


def _field_breaks(old: dict[str, Any], new: dict[str, Any], where: str) -> Iterator[str]:
    lost = sorted(_kinds(old) - _kinds(new))
    if lost:
        yield f"{where}: it may no longer be {' or '.join(lost)}"
    gone = [value for value in _values(old) if value not in _values(new)]
    if gone and _values(new):
        yield f"{where}: it may no longer be {', '.join(map(repr, gone))}"
    if not _values(old) and _values(new):
        yield f"{where}: it may now only be one of {', '.join(map(repr, _values(new)))}"
    if _pattern(old) != _pattern(new) and _pattern(new) is not None:
        yield f"{where}: another pattern"


def _branches(schema: dict[str, Any]) -> list[dict[str, Any]]:
    branches: list[dict[str, Any]] = schema.get("anyOf", [schema])
    return branches


def _kinds(schema: dict[str, Any]) -> set[str]:
    """Return what a value may be: JSON types, and shapes by name."""
    found: set[str] = set()
    for branch in _branches(schema):
        if "$ref" in branch:
            found.add(branch["$ref"].rpartition("/")[2])
        elif "type" in branch:
            found.add(branch["type"])
    return found


def _values(schema: dict[str, Any]) -> list[Any]:
    found: list[Any] = []
    for branch in _branches(schema):
        found += branch.get("enum", [])
        found += [branch["const"]] if "const" in branch else []
    return found


def _pattern(schema: dict[str, Any]) -> str | None:
    return next((branch["pattern"] for branch in _branches(schema) if "pattern" in branch), None)
