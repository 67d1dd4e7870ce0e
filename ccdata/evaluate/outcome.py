"""One comparison of what was expected with what was read, counted twice: strictly, and with alternatives.

    precision = hits / predicted        recall = hits / gold        F1 = their harmonic mean

A comparison that is neutral (something optional was found, an accepted null was given) counts nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

Value = TypeVar("Value", bound=Hashable)


class Counts(NamedTuple):
    """How many answers were expected, given, and right."""

    gold: int
    predicted: int
    hits: int

    @property
    def precision(self) -> float:
        """Share of the given answers that are right; 1 where none was given."""
        return self.hits / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected answers that were given; 1 where none was expected."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 1 where nothing was expected and nothing given."""
        both = self.gold + self.predicted
        return 2 * self.hits / both if both else 1.0


NEUTRAL = Counts(0, 0, 0)
HIT = Counts(1, 1, 1)
WRONG = Counts(1, 1, 0)
MISSED = Counts(1, 0, 0)
INVENTED = Counts(0, 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a comparison belongs: the unit (an entry, a quotation, a paragraph) and its characters."""

    article: str
    record: str
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of one comparison."""

    place: Place
    field: str
    expected: str | None
    got: str | None
    strict: Counts
    lenient: Counts

    @property
    def missed(self) -> bool:
        """Say whether it is wrong even with alternatives."""
        return self.lenient.gold + self.lenient.predicted > 2 * self.lenient.hits


def compare(
    place: Place, field: str, expected: Value | None, got: Value | None, also: Collection[Value | None] = ()
) -> Outcome:
    """Compare an answer that may be absent: null is no answer, not a class."""
    strict = _absent_or(expected, got, expected == got)
    return _outcome(
        place, field, expected, got, strict=strict, lenient=_with_others(expected, got, also, strict)
    )


def compare_class(
    place: Place, field: str, expected: Value | None, got: Value | None, also: Collection[Value | None] = ()
) -> Outcome:
    """Compare an answer for which null is a class of its own ("no type fits")."""
    strict = HIT if got == expected else WRONG
    lenient = HIT if got == expected or got in also else WRONG
    return _outcome(place, field, expected, got, strict=strict, lenient=lenient)


def absent(place: Place, field: str, expected: object) -> Outcome:
    """Record an expected answer of a record that was not found at all."""
    return _outcome(place, field, expected, None, strict=MISSED, lenient=MISSED)


def found(place: Place, field: str, expected: object, got: object, *, strict: bool = True) -> Outcome:
    """Record a pair that belongs together; not `strict` where an alternative was needed."""
    return _outcome(place, field, expected, got, strict=HIT if strict else WRONG, lenient=HIT)


def missing(place: Place, field: str, expected: object, *, optional: bool = False) -> Outcome:
    """Record something expected that nobody found."""
    counts = NEUTRAL if optional else MISSED
    return _outcome(place, field, expected, None, strict=counts, lenient=counts)


def extra(place: Place, field: str, got: object, *, neutral: bool = False) -> Outcome:
    """Record something found that nobody expected."""
    counts = NEUTRAL if neutral else INVENTED
    return _outcome(place, field, None, got, strict=counts, lenient=counts)


def _absent_or(expected: object, got: object, equal: bool) -> Counts:
    gold, predicted = int(expected is not None), int(got is not None)
    return Counts(gold, predicted, int(equal and gold == 1))


def _with_others(
    expected: Value | None, got: Value | None, also: Collection[Value | None], strict: Counts
) -> Counts:
    if got == expected:
        return strict
    if got in also:
        return NEUTRAL if got is None else HIT
    gold = int(expected is not None and None not in also)
    return Counts(gold, int(got is not None), 0)


def _outcome(
    place: Place, field: str, expected: object, got: object, *, strict: Counts, lenient: Counts
) -> Outcome:
    return Outcome(
        place=place, field=field, expected=_said(expected), got=_said(got), strict=strict, lenient=lenient
    )


def _said(value: object) -> str | None:
    """Write a value for people and for comparing runs."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return " + ".join("?" if part is None else str(part) for part in value) or "nobody"
    return str(value)
