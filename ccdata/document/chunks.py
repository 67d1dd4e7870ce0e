"""A chunk: what the source sets as one paragraph, and what stands at its head.

A chunk knows whether it is bold as a whole, quoted or indented; it is cut in `ccdata.document.grouping`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from ccdata.document.dates import DateLabel, Years, read_label
from ccdata.document.day_labels import SIGNS, MonthHead, read_day_label
from ccdata.document.run_on import ANY_YEAR, InnerLabel, find_labels
from ccdata.source.clean import Block

ChunkKind = Literal["text", "heading", "quoted", "bullet", "aside", "month"]
APART = "\n"
"""The separator of a date that stands in a block of its own."""
BRACKET = ")"
"""The separator of a date in brackets."""
_OPENING = frozenset({":", ";", APART, BRACKET})
LOOSE = frozenset({"none", ".", "-", "--", "---", "–", "—", "|", "•"})
"""What parts a date from its text where no colon does."""
_FEW = 3
_WORD = re.compile(r"[^\W\d_]")
_BRACKETED = re.compile(r"[(\[](?P<date>[^()\[\]]{3,40})[)\]]\s?[:.;–—-]?\s+(?=\S)")


@dataclass(frozen=True, kw_only=True)
class Chunk:
    """One paragraph of the source: canonical `[start, end)` and its clean block (never empty).

    In a chronology (`ccdata.document.date_heads`), `month` is the heading above it, and `head` the length of
    a date that stood apart from the text it now begins.
    """

    start: int
    end: int
    kind: ChunkKind
    block: Block
    level: int = 0
    bold: bool = False
    indented: bool = False
    month: MonthHead | None = None
    head: int = 0
    text: str = field(init=False, repr=False, compare=False)
    """The clean text: the block's, at hand."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.block.text)

    @cached_property
    def label(self) -> DateLabel | None:
        """The label at the head; a year that is not printed is any year."""
        return self.read_label(ANY_YEAR)

    def read_label(self, year: int | Years) -> DateLabel | None:
        """Read the label at the head: one that stood apart, a date, or a day below its month's heading."""
        text = self.text[: self.head] if self.head else self.text
        label = read_label(text, year=year) or self._bracketed(year)
        if label is None and self.month is not None:
            label = self._day_label(text, self.month, year)
        if label is None or not self.head:
            return label
        return label._replace(body_start=self.head + 1, separator=APART)

    def _bracketed(self, year: int | Years) -> DateLabel | None:
        """Read a date that stands in brackets and is all of what they hold."""
        match = _BRACKETED.match(self.text) if self.text[0] in "([" else None
        label = read_label(match["date"], year=year) if match else None
        if match is None or label is None or label.date.end < len(match["date"]):
            return None
        date = label.date._replace(start=label.date.start + 1, end=label.date.end + 1)
        return DateLabel(date, match.end(), BRACKET)

    def _day_label(self, text: str, month: MonthHead, year: int | Years) -> DateLabel | None:
        """A day counts where a sign, or its print, parts it from the text: figures begin sentences too."""
        label = read_day_label(text, month, year=year)
        if label is None or self.head or self.kind == "bullet" or label.separator in SIGNS:
            return label
        if month.bare and label.separator != ",":
            return label
        return label if self.block.bold_end >= label.date.end else None

    @cached_property
    def labels(self) -> tuple[InnerLabel, ...]:
        """The labels inside, if the text is run on."""
        label = self.label
        return find_labels(self.text, None if label and label.separator in (APART, BRACKET) else label)

    def label_at(self, start: int) -> DateLabel | None:
        """Return the label at a place where one is known to stand."""
        return self._labels_inside.get(start) if start else self.label

    @cached_property
    def _labels_inside(self) -> dict[int, DateLabel]:
        return {inner.start: inner.label for inner in self.labels}

    @property
    def is_run_on(self) -> bool:
        """Say whether entries are told apart by their labels alone: it holds three or more."""
        return len(self.labels) >= _FEW

    @cached_property
    def is_entry(self) -> bool:
        """Say whether a label opens it: with a colon, or bold, apart, or as a list item; words follow."""
        label = self.label
        if label is None or label.date.months is None or not _WORD.search(self.text, label.body_start):
            return False
        if self.kind == "bullet" or label.separator in _OPENING or self._is_day(label):
            return True
        return self.block.bold_end >= label.date.end

    def _is_day(self, label: DateLabel) -> bool:
        """Say whether a label prints the day alone, below its month's heading, and a sign if it needs one."""
        if self.month is None or not self.text[:1].isdigit():
            return False
        return label.separator in SIGNS or (self.month.bare and label.separator != ",")

    @property
    def is_loose(self) -> bool:
        """Say whether it begins with a day and its text, without a colon."""
        label = self.label
        if label is None or label.separator not in LOOSE or label.date.months is None:
            return False
        return _WORD.search(self.text, label.body_start) is not None
