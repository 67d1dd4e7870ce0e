"""The lines of an archive's record: a label, a colon, a value, which may be empty.

record = {LABEL ":" [value]}        "Title: ...", "Issue Number:", "Publication Date: October 2010"
LABEL  = the labels of `authority/journal.toml`, table `record`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ccdata.authority.journal import journal_words
from ccdata.document.chunks import Chunk
from ccdata.document.model import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """A label's field, and its value, null where nothing stands behind the colon."""

    field: str
    value: Printed | None


@cache
def _fields() -> dict[str, str]:
    table: dict[str, list[str]] = journal_words()["record"]
    return {label: field for field, labels in table.items() for label in labels}


@cache
def record_pattern() -> re.Pattern[str]:
    """Return the pattern of a record's label at the start of a line."""
    labels = sorted(_fields(), key=len, reverse=True)
    return re.compile(
        rf"(?i)[*_ \t]{{0,4}}(?P<label>{'|'.join(map(re.escape, labels))})[*_]{{0,3}}\s?:[*_]{{0,3}}(?:\s|$)"
    )


def read_record_line(chunk: Chunk) -> RecordLine | None:
    """Read one line of a record; None where it is none."""
    match = record_pattern().match(chunk.text)
    if match is None:
        return None
    field = _fields()[match["label"].casefold()]
    if match.end() >= len(chunk.text):
        return RecordLine(field=field, value=None)
    span = chunk.block.span(match.end(), len(chunk.text))
    return RecordLine(field=field, value=Printed(value=chunk.text[match.end() :], span=span))
