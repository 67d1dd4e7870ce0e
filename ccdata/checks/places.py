"""Spans and texts: what a record quotes stands where it says, and its texts come from their spans.

`ccdata.records.derivation` is the table of what is derived from what. A first look asks only whether all
is well, which it nearly always is; where it is not, a second look says what is wrong and where.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from ccdata.checks.canonical import Canonical
from ccdata.checks.fault import Fault, PlainRecord, shown
from ccdata.checks.paths import Steps, values_at
from ccdata.records.base import Shape, path_of
from ccdata.records.derivation import ANCHORED, CONTAINED, DERIVATIONS, Derivation, DerivationRule
from ccdata.records.ids import letters_and_digits
from ccdata.records.models import RECORD_TYPES
from ccdata.records.spans import Span

_SEPARATORS = " :.;,–—-|*)]>•"

_Spans = tuple[tuple[str, Any], ...]
"""The fields of a shape that are spans or have some inside, each with its own; a span has none."""


def _spans_in(shape: type[Shape]) -> _Spans:
    """Read from a model where its spans are."""
    fields = {name: _shape_of(info.annotation) for name, info in shape.model_fields.items()}
    inner = {name: (kind, _spans_in(kind)) for name, kind in fields.items() if kind is not None}
    return tuple((name, spans) for name, (kind, spans) in inner.items() if kind is Span or spans)


def _shape_of(annotation: Any) -> type[Shape] | None:
    """Return the shape that a type names: `Span | None` and `tuple[Span, ...]` name Span."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next(filter(None, map(_shape_of, get_args(annotation))), None)


def _by_shape(derivations: tuple[Derivation, ...]) -> tuple[tuple[str, tuple[Derivation, ...]], ...]:
    """Put together what is derived in the same shapes."""
    places = dict.fromkeys(derivation.within for derivation in derivations)
    return tuple((place, tuple(d for d in derivations if d.within == place)) for place in places)


_SPANS = {name: _spans_in(model) for name, model in RECORD_TYPES.items()}
_DERIVED = {name: _by_shape(derivations) for name, derivations in DERIVATIONS.items()}


def check_places(record: PlainRecord, canonical: Canonical) -> Iterator[Fault]:
    """Yield every span and text of a sound record that the canonical text contradicts."""
    spans = _SPANS[record["record_type"]]
    if spans and not _hold(record, spans, canonical.text):
        yield from _span_faults(record, canonical.text)
    elif not _all_derive(record, canonical):
        yield from _text_faults(record, canonical)
    if record["record_type"] == "article":
        yield from _anchored_faults(record, canonical)
        yield from _extent_faults(record, len(canonical.text))


def check_containment(record: PlainRecord) -> Iterator[Fault]:
    """Yield every span that lies outside the span of its record."""
    for path in CONTAINED.get(record["record_type"], ()):
        whole = record["span"]
        if _all_inside(record, *path.split("."), start=whole["start"], end=whole["end"]):
            continue
        for steps, span in values_at(record, path):
            if span is not None and not whole["start"] <= span["start"] <= span["end"] <= whole["end"]:
                yield Fault(
                    code="span-outside",
                    path=path_of(steps),
                    value=span["exact"],
                    message=f"{span['start']}-{span['end']} lies outside {whole['start']}-{whole['end']}",
                )


def _all_inside(record: PlainRecord, field: str, key: str | None = None, *, start: int, end: int) -> bool:
    value = record[field]
    for shape in value if value.__class__ is list else (value,):
        span = shape[key] if shape is not None and key else shape
        if span is not None and not start <= span["start"] <= span["end"] <= end:
            return False
    return True


def spans_of(node: Any, steps: Steps = ()) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """Yield every span in a record with the steps to it."""
    items = enumerate(node) if isinstance(node, list) else node.items()
    for key, value in items:
        if isinstance(value, dict) and "exact" in value:
            yield (*steps, key), value
        elif isinstance(value, dict | list):
            yield from spans_of(value, (*steps, key))


def derives(rule: DerivationRule, text: str, start: int, end: int, canonical: Canonical) -> bool:
    """Say whether the rule gives this text from the canonical characters `[start, end)`."""
    given = canonical.clean(start, end)
    if rule == "slice":
        return given == text
    if rule == "body":
        return _is_body(text, given)
    if rule == "inside":
        return text in given
    if rule == "letters":
        return letters_and_digits(given) == letters_and_digits(text)
    if rule == "pair":
        return letters_and_digits(text) in (
            letters_and_digits(given),
            letters_and_digits(f"{given} relations"),
        )
    return "".join(given.split()) == "".join(text.split())


def _is_body(text: str, given: str) -> bool:
    """Read the body of an entry.

    body = clean text behind the label, without the separators it begins with
    """
    return given.endswith(text) and not given[: -len(text)].strip(_SEPARATORS)


def _hold(node: Any, spans: _Spans, text: str) -> bool:
    """Say whether every span in a record, shape or list of shapes quotes what stands there."""
    if node.__class__ is list:
        return all(_hold(item, spans, text) for item in node)
    if not spans:
        return bool(text[node["start"] : node["end"]] == node["exact"])
    for field, inner in spans:
        value = node[field]
        if value and not _hold(value, inner, text):
            return False
    return True


def _all_derive(record: PlainRecord, canonical: Canonical) -> bool:
    for within, derivations in _DERIVED[record["record_type"]]:
        value = record[within] if within else record
        if value is None:
            continue
        for shape in value if value.__class__ is list else (value,):
            for derivation in derivations:
                if not _derives(shape, derivation, canonical):
                    return False
    return True


def _derives(shape: dict[str, Any], derivation: Derivation, canonical: Canonical) -> bool:
    """Say whether a shape's text comes from its span; both are null or none is."""
    text, span = shape[derivation.text], shape[derivation.span]
    if text is None or span is None:
        return text is span
    if derivation.rule == "slice":
        return bool(canonical.clean(span["start"], span["end"]) == text)
    return derives(derivation.rule, text, _begin(shape, span, derivation), span["end"], canonical)


def _begin(shape: dict[str, Any], span: dict[str, Any], derivation: Derivation) -> int:
    """Return where the derived text begins: a body begins behind its date."""
    start: int = span["start"]
    if derivation.rule == "body" and shape["date_span"] is not None:
        return max(start, int(shape["date_span"]["end"]))
    return start


def _span_faults(record: PlainRecord, text: str) -> Iterator[Fault]:
    for steps, span in spans_of(record):
        start, end, exact = span["start"], span["end"], span["exact"]
        if text[start:end] == exact:
            continue
        code, message = (
            "span-mismatch",
            f"at {start}-{end} the text has {shown(text[start:end])}, not {shown(exact)}",
        )
        if end > len(text):
            code = "span-outside"
            message = f"{start}-{end} ends behind the text, which has {len(text)} characters"
        yield Fault(code=code, path=path_of(steps), value=exact, message=message)


def _text_faults(record: PlainRecord, canonical: Canonical) -> Iterator[Fault]:
    for derivation in DERIVATIONS[record["record_type"]]:
        for steps, shape in values_at(record, derivation.within):
            if shape is not None and not _derives(shape, derivation, canonical):
                path = path_of((*steps, derivation.text))
                yield _text_fault(path, shape, derivation, canonical)


def _text_fault(path: str, shape: dict[str, Any], derivation: Derivation, canonical: Canonical) -> Fault:
    text, span = shape[derivation.text], shape[derivation.span]
    if text is None or span is None:
        message = f"{derivation.text} and {derivation.span} are both filled or both null"
    else:
        given = canonical.clean(_begin(shape, span, derivation), span["end"])
        message = f"the span gives {shown(given)}, not {shown(text)}"
    return Fault(code="text-mismatch", path=path, value=text, message=message)


def _anchored_faults(article: PlainRecord, canonical: Canonical) -> Iterator[Fault]:
    """Yield every field that the span of its anchor does not give."""
    for index, anchor in enumerate(article["anchors"]):
        field, span = anchor["field"], anchor["span"]
        rule = ANCHORED.get(".".join("*" if part.isdigit() else part for part in field.split(".")))
        for _, value in values_at(article, field) if rule else ():
            if value is not None and rule and not derives(rule, value, span["start"], span["end"], canonical):
                given = canonical.clean(span["start"], span["end"])
                message = f"the span gives {shown(given)}, not {shown(value)}"
                yield Fault(code="text-mismatch", path=f"anchors[{index}].span", value=value, message=message)


def _extent_faults(article: PlainRecord, length: int) -> Iterator[Fault]:
    """A section's extent lies in the text, and the text is as long as the article says."""
    for index, section in enumerate(article["sections"]):
        start, end = section["start"], section["end"]
        if not start <= end <= length:
            message = f"{start}-{end} is no stretch of a text of {length} characters"
            yield Fault(code="span-outside", path=f"sections[{index}].end", value=end, message=message)
    said = article["source"]["length"]
    if said != length:
        message = f"the canonical text has {length} characters, not {said}"
        yield Fault(code="text-mismatch", path="source.length", value=said, message=message)
