"""Spans and texts: what a record quotes stands where it says, and its texts come from their spans.

`ccdata.records.derivation` is the table of what is derived from what. A first look asks only whether all
is well, which it nearly always is; where it is not, a second look says what is wrong and where.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ccdata.checks.canonical import Canonical
from ccdata.checks.deriving import begin, derives, gives
from ccdata.checks.fault import Fault, PlainRecord, shown
from ccdata.checks.first_look import agrees
from ccdata.checks.paths import Steps, is_place, values_at
from ccdata.records.base import path_of
from ccdata.records.derivation import ANCHORED, CONTAINED, DERIVATIONS, Derivation

_CONTAINED = {name: tuple((path, *path.split(".")) for path in paths) for name, paths in CONTAINED.items()}
"""The same with each path taken apart."""


def check_places(record: PlainRecord, canonical: Canonical) -> list[Fault]:
    """Return every span and text of a sound record that the canonical text contradicts."""
    faults: list[Fault] = []
    if not agrees(record, canonical):
        faults += list(_span_faults(record, canonical.text)) or _text_faults(record, canonical)
    if record["record_type"] == "article":
        faults += _anchored_faults(record, canonical)
        faults += _extent_faults(record, len(canonical.text))
    return faults


def check_containment(record: PlainRecord) -> Iterator[Fault]:
    """Yield every span that lies outside the span of its record."""
    for path, *steps in _CONTAINED.get(record["record_type"], ()):
        if record[steps[0]] and not _all_inside(record, *steps):
            yield from _outside(record, path)


def _all_inside(record: PlainRecord, field: str, key: str | None = None) -> bool:
    start, end = record["span"]["start"], record["span"]["end"]
    value = record[field]
    for shape in value if value.__class__ is list else (value,):
        span = shape[key] if key else shape
        if span is not None and not start <= span["start"] <= span["end"] <= end:
            return False
    return True


def _outside(record: PlainRecord, path: str) -> Iterator[Fault]:
    whole = record["span"]
    for steps, span in values_at(record, path):
        if span is not None and not whole["start"] <= span["start"] <= span["end"] <= whole["end"]:
            message = f"{span['start']}-{span['end']} lies outside {whole['start']}-{whole['end']}"
            yield Fault(code="span-outside", path=path_of(steps), value=span["exact"], message=message)


def spans_of(node: Any, steps: Steps = ()) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """Yield every span in a record with the steps to it."""
    items = enumerate(node) if isinstance(node, list) else node.items()
    for key, value in items:
        if isinstance(value, dict) and "exact" in value:
            yield (*steps, key), value
        elif isinstance(value, dict | list):
            yield from spans_of(value, (*steps, key))


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
            if shape is not None and not gives(shape, derivation, canonical):
                path = path_of((*steps, derivation.text))
                yield _text_fault(path, shape, derivation, canonical)


def _text_fault(path: str, shape: dict[str, Any], derivation: Derivation, canonical: Canonical) -> Fault:
    text, span = shape[derivation.text], shape[derivation.span]
    if text is None or span is None:
        message = f"{derivation.text} and {derivation.span} are both filled or both null"
    else:
        given = canonical.clean(begin(shape, derivation), span["end"])
        message = f"the span gives {shown(given)}, not {shown(text)}"
    return Fault(code="text-mismatch", path=path, value=text, message=message)


def _anchored_faults(article: PlainRecord, canonical: Canonical) -> Iterator[Fault]:
    """Yield every field that the span of its anchor does not give."""
    for index, anchor in enumerate(article["anchors"]):
        field, span = anchor["field"], anchor["span"]
        rule = ANCHORED.get(".".join("*" if is_place(part) else part for part in field.split(".")))
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
