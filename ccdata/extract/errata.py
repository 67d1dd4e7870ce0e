"""Corrections that people handed in: what the source prints, what is meant, why, and who says so.

An erratum names its article and the printed words, and may name a record or a field. It never changes
what was read: it is shown in `corrections`, beside the print, of every record it fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from ccdata.records.models import Article, Event, Quote
from ccdata.records.remarks import Remark
from ccdata.records.shapes import Correction

_Corrected = TypeVar("_Corrected", Article, Event, Quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """One correction, as it stands in `errata.toml`."""

    article: str
    printed: str
    meant: str
    why: str
    authority: str
    field: str
    record: str | None = None


def with_corrections(record: _Corrected, errata: Sequence[Erratum], used: set[Erratum]) -> _Corrected:
    """Return the record with the errata that fit it; note them in `used`."""
    fitting = [erratum for erratum in errata if _fits(record, erratum)]
    if not fitting:
        return record
    used.update(fitting)
    made = tuple(
        Correction(field=e.field, printed=e.printed, meant=e.meant, why=e.why, authority=e.authority)
        for e in fitting
    )
    return record.model_copy(update={"corrections": made})


def _fits(record: Article | Event | Quote, erratum: Erratum) -> bool:
    """An erratum fits the record it names; without a name, the one whose field holds the print."""
    if erratum.record is not None:
        return erratum.record == record.id
    if isinstance(record, Article):
        return erratum.field.partition(".")[0] in type(record).model_fields and _prints(record, erratum)
    return erratum.field in type(record).model_fields and _prints(record, erratum)


def _prints(record: Article | Event | Quote, erratum: Erratum) -> bool:
    """Say whether the record's field holds the printed words."""
    value: object = record
    for step in erratum.field.split("."):
        if isinstance(value, tuple):
            value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
        else:
            value = getattr(value, step, None)
    return isinstance(value, str) and erratum.printed in value


def unused(errata: Sequence[Erratum], used: set[Erratum]) -> list[Remark]:
    """Say which errata of an article found nothing to correct."""
    return [
        Remark(code="erratum-unused", message=f"printed words not found: {erratum.printed[:80]}")
        for erratum in errata
        if erratum not in used
    ]
