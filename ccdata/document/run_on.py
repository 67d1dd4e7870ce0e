"""Labels inside running text: how entries are told apart where no line ends between them.

run-on  = entry {entry}
entry   = label body
a label stands behind a sentence's end; with a colon also behind a missing full stop
        | with a year and no colon, behind any word that takes no date ("in", "by", "on" take one)
no label = "(see Oct. 1)" | "by Oct. 15: ..." | "On July 23, 2019, ..."
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccdata.document.date_grammar import patterns
from ccdata.document.dates import DateLabel, read_label

_ANY_YEAR = 2000
_FEW = 3
_ENDS = re.compile(r"(?:[.!?…;]|\.{3})[\"“”’'»)\]]{0,3}(?:\[\d{1,3}\])?\s*$")
_TAKES_DATE = re.compile(
    r"(?i)(?:\b(?:on|by|of|in|since|from|until|till|to|the|and|or|for|at|before|after|through|during|"
    r"around|about|between|dated|see|beginning|starting|ending|late|early|mid|next|last|this)|[,(–—-]|\bvs\.?)\s*$"
)
_LOOK_BACK = 40
_YEARS_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class InnerLabel:
    """A label and the place in the text where it begins; `label` counts from the text's start."""

    start: int
    label: DateLabel

    @property
    def colon(self) -> bool:
        """Say whether a colon parts it from its body."""
        return self.label.separator in (":", ";")


def find_labels(text: str) -> list[InnerLabel]:
    """Return the labels of a run-on text, in order; years that are not printed are any year."""
    found = [inner for match in patterns().label.finditer(text) if (inner := _read(text, match.start()))]
    years = sum(inner.label.date.has_year for inner in found)
    if years < _YEARS_SHARE * len(found):
        return found
    return [inner for inner in found if inner.colon or inner.label.date.has_year or inner.start == 0]


def colon_labels(text: str) -> list[InnerLabel]:
    """Return the labels that a colon follows and a sentence's end goes before."""
    return [inner for inner in find_labels(text) if inner.colon and _behind_end(text, inner.start)]


def is_run_on(text: str) -> bool:
    """Say whether a text holds three labels or more."""
    return len(find_labels(text)) >= _FEW


def _read(text: str, start: int) -> InnerLabel | None:
    """Read the label at a place of a text, if an entry can begin there."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "$€£¥-–/"):
        return None
    label = read_label(text, year=_ANY_YEAR, start=start)
    if label is None or label.date.months is None or label.body_start >= len(text):
        return None
    inner = InnerLabel(start, label)
    return inner if start == 0 or _opens(text, inner) else None


def _opens(text: str, inner: InnerLabel) -> bool:
    """Say whether a label inside a text opens an entry."""
    separator = inner.label.separator
    behind_end = _behind_end(text, inner.start)
    if inner.colon:
        return behind_end or not _TAKES_DATE.search(text[max(0, inner.start - _LOOK_BACK) : inner.start])
    printed = text[inner.start : inner.label.date.end]
    if separator == "," or printed.startswith("On "):
        return False
    if behind_end:
        return not text[inner.label.body_start].isdigit()
    loose = separator == "none" and inner.label.date.has_year and text[inner.label.body_start].isupper()
    return loose and not _TAKES_DATE.search(text[max(0, inner.start - _LOOK_BACK) : inner.start])


def _behind_end(text: str, start: int) -> bool:
    return start == 0 or bool(_ENDS.search(text[max(0, start - _LOOK_BACK) : start]))
