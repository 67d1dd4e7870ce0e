"""The rules by which a span gives a text; `ccdata.records.derivation` says which rule holds where."""

from __future__ import annotations

from typing import Any

from ccdata.checks.canonical import Canonical
from ccdata.records.derivation import Derivation, DerivationRule
from ccdata.records.ids import letters_and_digits

_SEPARATORS = " :.;,–—-|*)]>•"


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


def gives(shape: dict[str, Any], derivation: Derivation, canonical: Canonical) -> bool:
    """Say whether a shape's text comes from its span.

    Both are null or none is, but where the text is only part of what the span holds: a caption need not
    name a credit.
    """
    text, span, rule = shape[derivation.text], shape[derivation.span], derivation.rule
    if text is None:
        return span is None or rule == "inside"
    return span is not None and derives(rule, text, begin(shape, derivation), span["end"], canonical)


def begin(shape: dict[str, Any], derivation: Derivation) -> int:
    """Return where the derived text begins: a body begins behind its date."""
    start: int = shape[derivation.span]["start"]
    if derivation.rule == "body" and shape["date_span"] is not None:
        return max(start, int(shape["date_span"]["end"]))
    return start
