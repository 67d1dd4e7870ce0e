"""A fault: what a check found wrong, as a value with its place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ccdata.records.catalogue import CATALOGUE
from ccdata.records.terms import Severity

PlainRecord = dict[str, Any]
"""A record as parsed JSON: what every format can be read to, and what the checks look at."""

_SHOWN = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong: its code, the path inside the record, the value, and the file and line."""

    code: str
    message: str
    path: str = ""
    value: Any = None
    record_id: str | None = None
    file: str | None = None
    line: int | None = None

    @property
    def severity(self) -> Severity:
        """error, warning or note."""
        return CATALOGUE[self.code].severity

    @property
    def where(self) -> str:
        """`file:line`, as far as it is known."""
        return ":".join(str(part) for part in (self.file, self.line) if part is not None)

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.where, self.path) if part)
        return f"{place}: {self.message} [{self.code}]" if place else f"{self.message} [{self.code}]"


def shown(value: object) -> str:
    """Return the value as JSON, cut to what a line of a report can bear."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
