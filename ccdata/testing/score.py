"""How much of a truth was found: counts by layout, field and phenomenon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One fact of the truth, judged. `spurious` is something found that the truth does not have."""

    field: str
    phenomenon: str
    right: bool
    expected: str
    found: str
    spurious: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a score's table."""

    layout: str
    field: str
    phenomenon: str
    expected: int
    right: int
    spurious: int

    @property
    def recall(self) -> float:
        """The share of the truth that was found."""
        return self.right / self.expected if self.expected else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Verdicts on articles, each with its layout; scores of articles add up."""

    verdicts: tuple[tuple[str, Verdict], ...] = ()

    @classmethod
    def of(cls, layout: str, verdicts: Iterable[Verdict]) -> Score:
        """Return the score of one article."""
        return cls(verdicts=tuple((layout, verdict) for verdict in verdicts))

    def __add__(self, other: Score) -> Score:
        """Return the score of both."""
        return Score(verdicts=self.verdicts + other.verdicts)

    def only(self, **wanted: str) -> Score:
        """Return the part with this layout, field or phenomenon."""
        return Score(verdicts=tuple(pair for pair in self.verdicts if _is_wanted(*pair, wanted)))

    def rows(self, *by: str) -> Iterator[Row]:
        """Yield counts grouped by some of layout, field, phenomenon (all, where none is named)."""
        groups = by or ("layout", "field", "phenomenon")
        expected, right, spurious = (
            Counter[tuple[str, ...]](),
            Counter[tuple[str, ...]](),
            Counter[tuple[str, ...]](),
        )
        for layout, verdict in self.verdicts:
            key = tuple(value for name, value in _key(layout, verdict).items() if name in groups)
            expected[key] += not verdict.spurious
            right[key] += verdict.right
            spurious[key] += verdict.spurious
        order = [name for name in ("layout", "field", "phenomenon") if name in groups]
        for key in sorted(expected):
            names = {"layout": "", "field": "", "phenomenon": "", **dict(zip(order, key, strict=True))}
            yield Row(**names, expected=expected[key], right=right[key], spurious=spurious[key])

    @property
    def recall(self) -> float:
        """The share of the truth that was found."""
        judged = [verdict for _, verdict in self.verdicts if not verdict.spurious]
        return sum(verdict.right for verdict in judged) / len(judged) if judged else 1.0

    @property
    def misses(self) -> tuple[Verdict, ...]:
        """What was not found, found otherwise, or found without being there."""
        return tuple(verdict for _, verdict in self.verdicts if not verdict.right)


def _key(layout: str, verdict: Verdict) -> dict[str, str]:
    return {"layout": layout, "field": verdict.field, "phenomenon": verdict.phenomenon}


def _is_wanted(layout: str, verdict: Verdict, wanted: dict[str, str]) -> bool:
    key = _key(layout, verdict)
    return all(key[name] == value for name, value in wanted.items())
