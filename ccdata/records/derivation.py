"""What is derived from what: the one table that extraction writes by and the checks read by.

    slice    text == clean(span)
    body     text == clean(span behind date_span), without the label's separators
    inside   text stands in clean(span); null where the span holds none
    letters  text has the letters and digits of clean(span): title case and marks may differ
    pair     letters, and "Relations" behind them where the masthead leaves it out
    native   text == clean(span) but for white space

`clean(span)` is `CleanText(canonical).slice(span.start, span.end)`: asides inside the span (a caption, a
page number) are left out of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DerivationRule = Literal["slice", "body", "inside", "letters", "pair", "native"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """One derived field: `text` and `span` are keys of the shape that `within` leads to.

    `within` is a path of list or shape fields from the record; empty for the record itself.
    """

    within: str
    text: str
    span: str
    rule: DerivationRule


_PARTY = (("text", "span"), ("role_title", "role_span"))


def _parties(*fields: str) -> tuple[Derivation, ...]:
    return tuple(Derivation(field, text, span, "slice") for field in fields for text, span in _PARTY)


DERIVATIONS: dict[str, tuple[Derivation, ...]] = {
    "article": (
        Derivation("sections", "heading", "span", "slice"),
        Derivation("figures", "caption", "span", "inside"),
        Derivation("figures", "credit", "span", "inside"),
        Derivation("links", "text", "span", "slice"),
    ),
    "event": (
        Derivation("", "date_text", "date_span", "slice"),
        Derivation("", "text", "span", "body"),
        *_parties("actors"),
        Derivation("location", "name", "span", "slice"),
        Derivation("related_dates", "text", "span", "slice"),
        Derivation("happenings", "text", "span", "slice"),
        Derivation("links", "text", "span", "slice"),
    ),
    "quote": (
        Derivation("", "text", "span", "slice"),
        Derivation("", "cue_text", "cue_span", "slice"),
        Derivation("", "native_text", "native_span", "native"),
        *_parties("speakers", "addressees", "reported_via"),
    ),
    "actor": (),
    "mention": (
        Derivation("", "text", "span", "slice"),
        Derivation("", "role_title", "role_span", "slice"),
    ),
    "finding": (),
    "redirect": (),
}
"""Every text that a span gives, by record type."""

ANCHORED: dict[str, DerivationRule] = {
    "journal": "letters",
    "title": "letters",
    "relationship": "pair",
    "authors.*.name": "letters",
    "authors.*.affiliation": "letters",
    "published_as_printed": "letters",
    "citation": "slice",
    "abstract": "slice",
}
"""Fields of an article that the span of their anchor gives."""

CONTAINED: dict[str, tuple[str, ...]] = {
    "event": (
        "date_span", "actors.span", "location.span", "related_dates.span", "happenings.span", "links.span",
        "basis.trigger",
    ),
}  # fmt: skip
"""Spans that lie inside the span of their record."""
