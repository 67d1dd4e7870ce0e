"""The one walk over the models: what each field is, for every format.

    node   = scalar | struct | list
    scalar = string | integer | number | boolean | date        an enumeration is a string
    struct = a Shape, field by field
    list   = tuple[node, ...], never null

All formats derive their schemas from this; none is written by hand.
"""

from __future__ import annotations

import datetime as dt
import types
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from ccdata.records import RECORD_TYPES, Shape
from ccdata.records.models import ArticleId, EventId, MentionId, QuoteId
from ccdata.records.shapes import ActorId

Kind = Literal["string", "integer", "number", "boolean", "date"]

_KINDS: dict[type, Kind] = {str: "string", int: "integer", float: "number", bool: "boolean", dt.date: "date"}
_ID_TYPES = {"article": ArticleId, "event": EventId, "quote": QuoteId, "actor": ActorId, "mention": MentionId}


def _pattern(annotation: Any) -> str | None:
    """Return the pattern that an annotated string must match."""
    return next((p for part in get_args(annotation)[1:] if (p := getattr(part, "pattern", None))), None)


_REFERS = {_pattern(annotation): name for name, annotation in _ID_TYPES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """One value; `refers` names the record type of which it is an id."""

    kind: Kind
    nullable: bool = False
    refers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Struct:
    """Named fields."""

    fields: tuple[Field, ...]
    nullable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """Any number of items; there may be none, but never null."""

    item: Node


Node = Scalar | Struct | ListOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a struct and what the model says it means."""

    name: str
    node: Node
    description: str


@cache
def struct_of(model: type[Shape]) -> Struct:
    """Return the shape of a model."""
    hints = get_type_hints(model, include_extras=True)
    return Struct(
        fields=tuple(
            Field(name=name, node=node_of(hints[name]), description=info.description or "")
            for name, info in model.model_fields.items()
        )
    )


def record_struct(record_type: str) -> Struct:
    """Return the shape of a record type."""
    return struct_of(RECORD_TYPES[record_type])


def node_of(annotation: Any) -> Node:
    """Return the shape of one annotation. Raises TypeError for one that no format could hold."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        node = node_of(parts[0])
        refers = _REFERS.get(_pattern(annotation))
        return replace(node, refers=refers) if isinstance(node, Scalar) and refers else node
    if origin in {Union, types.UnionType}:
        return _nullable(annotation, [part for part in parts if part is not types.NoneType])
    if origin is tuple and parts[1:] == (Ellipsis,):
        return ListOf(item=node_of(parts[0]))
    if origin is Literal:
        return Scalar(kind="string")
    if annotation in _KINDS:
        return Scalar(kind=_KINDS[annotation])
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return struct_of(annotation)
    raise TypeError(f"no shape for {annotation!r}")


def _nullable(annotation: Any, choices: list[Any]) -> Node:
    """Return the shape of `X | None`; flat tables tell a null struct by a field that it must have."""
    node = node_of(choices[0]) if len(choices) == 1 else None
    if isinstance(node, Scalar):
        return replace(node, nullable=True)
    if isinstance(node, Struct) and any(
        isinstance(f.node, Scalar) and not f.node.nullable for f in node.fields
    ):
        return replace(node, nullable=True)
    raise TypeError(f"no shape for {annotation!r}")
