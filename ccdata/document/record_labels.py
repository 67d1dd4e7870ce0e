"""The labels of an archive's record, from `authority/journal.toml`."""

from __future__ import annotations

import re
from functools import cache

from ccdata.authority.journal import journal_words


@cache
def record_fields() -> dict[str, str]:
    """Return the field that each label fills, by the label casefolded."""
    table: dict[str, list[str]] = journal_words()["record"]
    return {label: field for field, labels in table.items() for label in labels}


@cache
def record_pattern() -> re.Pattern[str]:
    """Return the pattern of a record's label at the start of a line."""
    labels = sorted(record_fields(), key=len, reverse=True)
    return re.compile(
        rf"(?i)[*_ \t]{{0,4}}(?P<label>{'|'.join(map(re.escape, labels))})[*_]{{0,3}}\s?:[*_]{{0,3}}(?:\s|$)"
    )
