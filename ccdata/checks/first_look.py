"""The first look at a record's spans and texts: is all well? It nearly always is, and nothing is to be said.

Where the spans of a record type stand and which texts each gives is read once, from the models and from
`ccdata.records.derivation`, into plain tuples; one walk holds every shape of a record against them.
"""

from __future__ import annotations

from typing import Any, NamedTuple, get_args

from ccdata.checks.canonical import Canonical
from ccdata.checks.deriving import gives
from ccdata.checks.fault import PlainRecord
from ccdata.records.base import Shape
from ccdata.records.derivation import DERIVATIONS, Derivation
from ccdata.records.models import RECORD_TYPES
from ccdata.records.spans import Span


class _Look(NamedTuple):
    """What to look at in one kind of shape."""

    spans: tuple[str, ...]
    """Its spans."""
    slices: tuple[tuple[str, str], ...]
    """Its texts that are the clean text of a span, each with that span."""
    others: tuple[Derivation, ...]
    """Its texts that a span gives otherwise."""
    inner: tuple[tuple[str, Any], ...]
    """The fields that hold shapes, or lists of shapes, with spans inside, each with its own look."""


def _look_at(shape: type[Shape], derivations: tuple[Derivation, ...], within: str = "") -> _Look:
    fields = {name: _shape_of(info.annotation) for name, info in shape.model_fields.items()}
    inner = {
        name: _look_at(kind, derivations, f"{within}.{name}".lstrip("."))
        for name, kind in fields.items()
        if kind is not None and kind is not Span
    }
    here = [each for each in derivations if each.within == within]
    return _Look(
        spans=tuple(name for name, kind in fields.items() if kind is Span),
        slices=tuple((each.text, each.span) for each in here if each.rule == "slice"),
        others=tuple(each for each in here if each.rule != "slice"),
        inner=tuple((name, look) for name, look in inner.items() if any(look)),
    )


def _shape_of(annotation: Any) -> type[Shape] | None:
    """Return the shape that a type names: `Span | None` and `tuple[Span, ...]` name Span."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next(filter(None, map(_shape_of, get_args(annotation))), None)


_LOOKS = {name: _look_at(model, DERIVATIONS[name]) for name, model in RECORD_TYPES.items()}


def agrees(record: PlainRecord, canonical: Canonical) -> bool:
    """Say whether the text bears out every span of a sound record, and every text that a span gives."""
    return _agrees(record, _LOOKS[record["record_type"]], canonical)


def _agrees(shape: dict[str, Any], look: _Look, canonical: Canonical) -> bool:
    spans, slices, others, inner = look
    text = canonical.text
    for name in spans:
        span = shape[name]
        if span is not None and text[span["start"] : span["end"]] != span["exact"]:
            return False
    for name, place in slices:
        span = shape[place]
        given = canonical.clean(span["start"], span["end"]) if span is not None else None
        if given != shape[name]:
            return False
    for each in others:
        if not gives(shape, each, canonical):
            return False
    return not inner or _all_agree(shape, inner, canonical)


def _all_agree(shape: dict[str, Any], fields: Any, canonical: Canonical) -> bool:
    for field, look in fields:
        value = shape[field]
        if value:
            for each in value if value.__class__ is list else (value,):
                if not _agrees(each, look, canonical):
                    return False
    return True
