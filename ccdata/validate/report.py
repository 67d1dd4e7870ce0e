"""What a validation found, checked, and could not check."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from ccdata.checks.fault import Fault, shown
from ccdata.errors import UsageError
from ccdata.records.catalogue import CATALOGUE
from ccdata.records.terms import Severity

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings of a validation: the first few of each code, and how many there are of each."""

    findings: tuple[Fault, ...]
    counts: dict[str, int]
    records: dict[str, int]
    checked: tuple[str, ...]
    unchecked: tuple[str, ...]
    fail_on: Severity = "warning"

    @property
    def ok(self) -> bool:
        """True where nothing was found that is as grave as `fail_on`."""
        floor = SEVERITIES.index(self.fail_on)
        return not any(SEVERITIES.index(CATALOGUE[code].severity) >= floor for code in self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which codes count, and how many findings of each are kept."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    most: int | None = 10

    def __post_init__(self) -> None:
        unknown = sorted((self.select | self.ignore) - CATALOGUE.keys())
        if unknown:
            raise UsageError(f"no such code: {', '.join(unknown)}")

    def takes(self, code: str) -> bool:
        """Say whether findings of this code count."""
        return code not in self.ignore and (not self.select or code in self.select)


@dataclass(slots=True)
class Tally:
    """Counts every finding and keeps the first few of each code: memory is bounded by the catalogue."""

    choice: Choice
    counts: Counter[str] = field(default_factory=Counter)
    kept: dict[str, list[Fault]] = field(default_factory=dict)

    def add(self, fault: Fault) -> None:
        """Count a finding, and keep it while there is room."""
        if self.choice.takes(fault.code):
            self.counts[fault.code] += 1
            if self.wants(fault.code):
                self.kept.setdefault(fault.code, []).append(_writable(fault))

    def add_all(self, faults: Iterable[Fault]) -> None:
        """Count several."""
        for fault in faults:
            self.add(fault)

    def count(self, code: str, number: int) -> None:
        """Count findings that were not kept."""
        if number and self.choice.takes(code):
            self.counts[code] += number

    def wants(self, code: str) -> bool:
        """Say whether there is room for another finding of this code."""
        most = self.choice.most
        return self.choice.takes(code) and (most is None or len(self.kept.get(code, ())) < most)

    def findings(self) -> tuple[Fault, ...]:
        """Return the kept findings, grouped by code in the order of the catalogue."""
        return tuple(fault for code in CATALOGUE for fault in self.kept.get(code, ()))


def _writable(fault: Fault) -> Fault:
    """Return the fault so that every report can hold it: a file's name may be any bytes."""
    return replace(
        fault,
        message=writable(fault.message),
        path=writable(fault.path),
        value=_writable_value(fault.value),
        file=fault.file and writable(fault.file),
    )


def writable(text: str) -> str:
    """Return the text with half characters, which UTF-8 does not know, escaped."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _writable_value(value: Any) -> Any:
    """Return a value that JSON and UTF-8 can hold as it is, any other as a text: NaN, half characters."""
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False, default=str).encode("utf-8")
    except (ValueError, RecursionError):
        return writable(shown(value))
    return value
