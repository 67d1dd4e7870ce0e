"""The lines of an archive's record: a label, a colon, a value, which may be empty.

record = {LABEL ":" [value]}        "Title: ...", "Issue Number:", "Publication Date: October 2010"
LABEL  = the labels of `authority/journal.toml`, table `record`
"""

from __future__ import annotations

from dataclasses import dataclass

from ccdata.document.chunks import Chunk
from ccdata.document.model import Printed
from ccdata.document.record_labels import record_fields, record_pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """A label's field, and its value, null where nothing stands behind the colon."""

    field: str
    value: Printed | None


def read_record_line(chunk: Chunk) -> RecordLine | None:
    """Read one line of a record; None where it is none."""
    match = record_pattern().match(chunk.text)
    if match is None:
        return None
    field = record_fields()[match["label"].casefold()]
    if match.end() >= len(chunk.text):
        return RecordLine(field=field, value=None)
    span = chunk.block.span(match.end(), len(chunk.text))
    return RecordLine(field=field, value=Printed(value=chunk.text[match.end() :], span=span))
