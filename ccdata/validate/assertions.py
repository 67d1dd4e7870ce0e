"""What a corpus must hold: floors, ceilings and fill rates, from a TOML file.

[[assertion]]
records = "events"              which records
article = "cc-22-3-..."         only those of one article (optional)
field = "date_start"            count those in which this is filled (optional)
at_least = 30                   floor of the count
at_most = 40                    ceiling of the count
filled = 0.95                   least share of records in which the field is filled
why = "..."                     shown where it fails
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked_dataclass

from ccdata.checks.fault import Fault, PlainRecord
from ccdata.checks.paths import values_at
from ccdata.errors import UsageError
from ccdata.records.models import PLURALS


@checked_dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Assertion:
    """One thing that a corpus must hold."""

    records: str
    why: str
    article: str | None = None
    field: str | None = None
    at_least: int | None = None
    at_most: int | None = None
    filled: float | None = None

    def concerns(self, record: PlainRecord) -> bool:
        """Say whether the record is one of those that are counted."""
        article = record.get("article_id")
        return PLURALS[record["record_type"]] == self.records and self.article in (None, article)

    def is_filled(self, record: PlainRecord) -> bool:
        """Say whether the field holds anything."""
        return self.field is None or any(value is not None for _, value in values_at(record, self.field))


@dataclass(frozen=True, slots=True)
class Assertions:
    """All that a file asks for."""

    file: str
    items: tuple[Assertion, ...]

    def count(self, record: PlainRecord, counts: Counter[tuple[int, str]]) -> None:
        """Count a record for every assertion that it concerns."""
        for index, item in enumerate(self.items):
            if item.concerns(record):
                counts[index, "seen"] += 1
                counts[index, "filled"] += item.is_filled(record)

    def faults(self, counts: Counter[tuple[int, str]]) -> Iterator[Fault]:
        """Yield every assertion that the counts do not bear out."""
        for index, item in enumerate(self.items):
            for message in _failures(item, counts[index, "seen"], counts[index, "filled"]):
                yield Fault(
                    code="assertion-failed",
                    message=f"{message} ({item.why})",
                    path=f"assertion[{index}]",
                    file=self.file,
                    value=counts[index, "filled"],
                )


def read_assertions(path: Path) -> Assertions:
    """Read a file of assertions. Raises UsageError where it is none."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
        items = TypeAdapter(list[Assertion]).validate_python(found.pop("assertion", []))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError, RecursionError) as error:
        raise UsageError(f"{path}: not a file of assertions: {error}") from None
    if found:
        raise UsageError(f"{path}: not a file of assertions: {next(iter(found))!r} is no [[assertion]]")
    for item in items:
        if item.records not in PLURALS.values():
            raise UsageError(f"{path}: no such records: {item.records}")
    return Assertions(str(path), tuple(items))


def _failures(item: Assertion, seen: int, filled: int) -> Iterator[str]:
    what = f"{item.records} with {item.field}" if item.field else item.records
    if item.at_least is not None and filled < item.at_least:
        yield f"{filled} {what}, at least {item.at_least} were asserted"
    if item.at_most is not None and filled > item.at_most:
        yield f"{filled} {what}, at most {item.at_most} were asserted"
    if item.filled is not None and filled < item.filled * seen:
        yield f"{filled} of {seen} {what}, a share of {item.filled:.0%} was asserted"
