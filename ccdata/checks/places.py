"""Spans and texts: what a record quotes stands where it says, and its texts come from their spans.

`ccdata.records.derivation` is the table of what is derived from what.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ccdata.checks.canonical import Canonical
from ccdata.checks.fault import Fault, PlainRecord, shown
from ccdata.checks.paths import values_at
from ccdata.records.base import path_of
from ccdata.records.derivation import ANCHORED, CONTAINED, DERIVATIONS, Derivation, DerivationRule
from ccdata.records.ids import letters_and_digits

Steps = tuple[int | str, ...]
_SEPARATORS = " :.;,–—-|*)]>•"


def check_places(record: PlainRecord, canonical: Canonical) -> Iterator[Fault]:
    """Yield every span and text of a sound record that the canonical text contradicts."""
    wrong = False
    for steps, span in spans_of(record):
        fault = _span_fault(steps, span, canonical.text)
        if fault is not None:
            wrong = True
            yield fault
    if not wrong:
        yield from _text_faults(record, canonical)
    if record["record_type"] == "article":
        yield from _extent_faults(record, len(canonical.text))


def check_containment(record: PlainRecord) -> Iterator[Fault]:
    """Yield every span that lies outside the span of its record."""
    for path in CONTAINED.get(record["record_type"], ()):
        whole = record["span"]
        for steps, span in values_at(record, path):
            if span is not None and not whole["start"] <= span["start"] <= span["end"] <= whole["end"]:
                yield Fault(
                    code="span-outside",
                    path=path_of(steps),
                    value=span["exact"],
                    message=f"{span['start']}-{span['end']} lies outside {whole['start']}-{whole['end']}",
                )


def spans_of(node: Any, steps: Steps = ()) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """Yield every span in a record with the steps to it."""
    items = enumerate(node) if isinstance(node, list) else node.items()
    for key, value in items:
        if not value or not isinstance(value, dict | list):
            continue
        if isinstance(value, dict) and "exact" in value:
            yield (*steps, key), value
        else:
            yield from spans_of(value, (*steps, key))


def _span_fault(steps: Steps, span: dict[str, Any], text: str) -> Fault | None:
    start, end, exact = span["start"], span["end"], span["exact"]
    if text[start:end] == exact:
        return None
    path = path_of(steps)
    if end > len(text):
        message = f"{start}-{end} ends behind the text, which has {len(text)} characters"
        return Fault(code="span-outside", path=path, value=exact, message=message)
    message = f"at {start}-{end} the text has {shown(text[start:end])}, not {shown(exact)}"
    return Fault(code="span-mismatch", path=path, value=exact, message=message)


def _text_faults(record: PlainRecord, canonical: Canonical) -> Iterator[Fault]:
    for derivation in DERIVATIONS[record["record_type"]]:
        for steps, shape in values_at(record, derivation.within):
            if shape is not None:
                yield from _derived_fault(steps, shape, derivation, canonical)
    if record["record_type"] == "article":
        yield from _anchored_faults(record, canonical)


def _derived_fault(
    steps: Steps, shape: dict[str, Any], derivation: Derivation, canonical: Canonical
) -> Iterator[Fault]:
    text, span = shape[derivation.text], shape[derivation.span]
    path = path_of((*steps, derivation.text))
    if text is None and span is None:
        return
    if text is None or (span is None and derivation.rule != "body"):
        message = f"{derivation.text} and {derivation.span} are both filled or both null"
        yield Fault(code="text-mismatch", path=path, value=text, message=message)
        return
    start, end = span["start"], span["end"]
    if derivation.rule == "body" and shape["date_span"] is not None:
        start = max(start, shape["date_span"]["end"])
    if not derives(derivation.rule, text, start, end, canonical):
        yield _text_fault(path, text, canonical.clean(start, end))


def _anchored_faults(article: PlainRecord, canonical: Canonical) -> Iterator[Fault]:
    for index, anchor in enumerate(article["anchors"]):
        field = anchor["field"]
        rule = ANCHORED.get(".".join("*" if part.isdigit() else part for part in field.split(".")))
        start, end = anchor["span"]["start"], anchor["span"]["end"]
        for _, value in values_at(article, field) if rule else ():
            if value is not None and rule and not derives(rule, value, start, end, canonical):
                yield _text_fault(f"anchors[{index}].span", value, canonical.clean(start, end))


def _text_fault(path: str, text: str, given: str) -> Fault:
    return Fault(
        code="text-mismatch",
        path=path,
        value=text,
        message=f"the span gives {shown(given)}, not {shown(text)}",
    )


def derives(rule: DerivationRule, text: str, start: int, end: int, canonical: Canonical) -> bool:
    """Say whether the rule gives this text from the canonical characters `[start, end)`."""
    if rule == "slice":
        return canonical.gives(start, end, text)
    if rule == "body":
        return _is_body(text, canonical.quick(start, end)) or _is_body(text, canonical.clean(start, end))
    if rule == "inside":
        return text in canonical.quick(start, end) or text in canonical.clean(start, end)
    given = canonical.clean(start, end)
    if rule == "letters":
        return letters_and_digits(given) == letters_and_digits(text)
    return "".join(given.split()) == "".join(text.split())


def _is_body(text: str, given: str) -> bool:
    """Read the body of an entry.

    body = clean text behind the label, without the separators it begins with
    """
    return given.endswith(text) and not given[: -len(text)].strip(_SEPARATORS)


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
