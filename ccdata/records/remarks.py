"""What a stage notices before records exist: it becomes a Finding when the article has its id."""

from __future__ import annotations

from dataclasses import dataclass

from ccdata.records.catalogue import CATALOGUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding in the making: `start` and `end` are canonical offsets, where there is a place."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None
    field: str | None = None
    record_id: str | None = None

    def __post_init__(self) -> None:
        if self.code not in CATALOGUE:
            msg = f"no such code in the catalogue: {self.code}"
            raise KeyError(msg)
