"""Event types as classes: macro-F1 (every class weighs the same) beside what always guessing one gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ccdata.evaluate.outcome import Outcome

NULL = "null"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassReport:
    """How well the classes of one field are told apart."""

    field: str
    count: int
    strict_macro_f1: float
    macro_f1: float
    """With alternatives: an accepted answer counts as the expected class."""
    accuracy: float
    """With alternatives."""
    majority: str
    """The class found most often in the gold."""
    majority_accuracy: float
    """What guessing it always would give, strictly."""
    majority_macro_f1: float
    """The same as macro-F1."""


def class_report(outcomes: Iterable[Outcome], field: str = "type") -> ClassReport | None:
    """Return the report over the events; None where there is none."""
    pairs = [_labels(one) for one in outcomes if one.place.record == "event" and one.field == field]
    if not pairs:
        return None
    gold = [expected for expected, _, _ in pairs]
    majority, often = Counter(gold).most_common(1)[0]
    return ClassReport(
        field=field,
        count=len(pairs),
        strict_macro_f1=macro_f1([(expected, got) for expected, got, _ in pairs]),
        macro_f1=macro_f1([(got if right else expected, got) for expected, got, right in pairs]),
        accuracy=sum(right for _, _, right in pairs) / len(pairs),
        majority=majority,
        majority_accuracy=often / len(pairs),
        majority_macro_f1=macro_f1([(expected, majority) for expected in gold]),
    )


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 of the classes that the gold holds."""
    classes = sorted({expected for expected, _ in pairs})
    return sum(_f1(one, pairs) for one in classes) / len(classes) if classes else 1.0


def _f1(one: str, pairs: Sequence[tuple[str, str]]) -> float:
    hits = sum(expected == got == one for expected, got in pairs)
    both = sum(expected == one for expected, _ in pairs) + sum(got == one for _, got in pairs)
    return 2 * hits / both if both else 1.0


def _labels(outcome: Outcome) -> tuple[str, str, bool]:
    return outcome.expected or NULL, outcome.got or NULL, not outcome.missed
