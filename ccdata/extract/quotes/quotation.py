"""A quotation in the making: what was found about it, before it has an id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ccdata.extract.naming import Naming
from ccdata.extract.quotes.pairing import Pair
from ccdata.records.terms import Attribution, DateBasis, QuoteKind, Stance


class Speaker(NamedTuple):
    """Somebody in a role: a naming, or words `[start, end)` that describe whom nobody names."""

    block: int
    start: int
    end: int
    naming: Naming | None = None
    country: str | None = None

    @property
    def actor_id(self) -> str | None:
        """The actor; null for a description."""
        return self.naming.actor_id if self.naming else None


class Cue(NamedTuple):
    """The word that ties words and speaker: its lemma and clean place."""

    lemma: str
    block: int
    start: int
    end: int


class Native(NamedTuple):
    """The original behind the words, in its own script."""

    start: int
    end: int
    language: str


@dataclass(slots=True, kw_only=True)
class Quotation:
    """One quotation: where it stands, what it is, whose it is."""

    block: int
    pair: Pair
    text: str
    unit: int
    kind: QuoteKind
    attribution: Attribution = "none"
    speakers: tuple[Speaker, ...] = ()
    addressees: tuple[Speaker, ...] = ()
    reported_via: tuple[Speaker, ...] = ()
    cue: Cue | None = None
    stance: Stance = "asserted"
    native: Native | None = None
    outer: Quotation | None = None
    continues: Quotation | None = None
    same_as: list[Quotation] = field(default_factory=list)
    date_edtf: str | None = None
    date_basis: DateBasis | None = None
    date_place: tuple[int, int] | None = None

    @property
    def actors(self) -> frozenset[str]:
        """The speakers' actors."""
        return frozenset(s.actor_id for s in self.speakers if s.actor_id)
