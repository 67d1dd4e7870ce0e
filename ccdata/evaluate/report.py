"""An evaluation in words: plain tables for people, JSON for machines and for a later comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ccdata.evaluate.classes import ClassReport, class_report
from ccdata.evaluate.comparison import Comparison
from ccdata.evaluate.evaluation import ArticleEvaluation, Evaluation
from ccdata.evaluate.outcome import Outcome
from ccdata.evaluate.score import Score, scores

_HEAD = ("field", "gold", "read", "right", "P", "R", "F1", "95%", "strict F1")
_DIGITS = 4


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Return the run as plain values: gold, scores, scores per article, types, misses."""
    return {
        "gold": [
            {"article": one.article_id, "sha256": one.gold.header.sha256} for one in evaluation.articles
        ],
        "scores": [_score_json(score) for score in evaluation.scores()],
        "articles": {
            one.article_id: {
                "scores": [_score_json(score) for score in scores(one.outcomes)],
                "types": _types_json(class_report(one.outcomes)),
            }
            for one in evaluation.articles
        },
        "types": _types_json(evaluation.types()),
        "misses": [_miss_json(article, outcome) for article, outcome in evaluation.misses()],
    }


def as_text(
    evaluation: Evaluation, *, misses: int = 0, comparison: Comparison | None = None
) -> Iterator[str]:
    """Yield lines: a table over all articles, one per article, types, misses, what changed."""
    several = len(evaluation.articles) > 1
    if several:
        yield f"All {len(evaluation.articles)} articles"
        yield from _table(evaluation.scores())
        yield from _types(evaluation.types())
    for article in evaluation.articles:
        yield from ["", article.article_id] if several else [article.article_id]
        yield from _table(scores(article.outcomes))
        yield from _types(class_report(article.outcomes))
    yield from _misses(evaluation, misses)
    if comparison:
        yield from _changes(comparison)


def _table(rows: Iterable[Score]) -> Iterator[str]:
    cells = [_HEAD, *(_cells(score) for score in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEAD))]
    for row in cells:
        first, *rest = (
            cell.ljust(w) if n == 0 else cell.rjust(w)
            for n, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([first, *rest]).rstrip()


def _cells(score: Score) -> tuple[str, ...]:
    counts = score.lenient
    if not (counts.gold or counts.predicted):
        return (score.name, *map(str, counts), *("-",) * 3, "", "-")
    precision = f"{counts.precision:.3f}" if counts.predicted else "-"
    recall = f"{counts.recall:.3f}" if counts.gold else "-"
    between = "" if score.low is None or score.high is None else f"{score.low:.2f}-{score.high:.2f}"
    figures = (precision, recall, f"{counts.f1:.3f}", between, f"{score.strict.f1:.3f}")
    return (score.name, *map(str, counts), *figures)


def _types(report: ClassReport | None) -> Iterator[str]:
    if report:
        yield (
            f"event types: accuracy {report.accuracy:.3f}, macro-F1 {report.macro_f1:.3f} "
            f"(strict {report.strict_macro_f1:.3f}); always {report.majority}: accuracy "
            f"{report.majority_accuracy:.3f}, macro-F1 {report.majority_macro_f1:.3f}"
        )


def _misses(evaluation: Evaluation, most: int) -> Iterator[str]:
    listed = list(evaluation.misses())
    yield ""
    yield f"{len(listed)} misses" + (f", the first {most}:" if most < len(listed) else ":" if listed else "")
    for article, outcome in listed[:most]:
        yield f"{article.article_id} {outcome.place.unit} {outcome.place.record}.{outcome.field}"
        yield f"    expected {_or_nothing(outcome.expected)}; got {_or_nothing(outcome.got)}"
        if context := article.context(outcome):
            yield f"    {context}"


def _changes(comparison: Comparison) -> Iterator[str]:
    yield ""
    yield comparison.sentence()
    for sign, listed in (("+", comparison.won), ("-", comparison.lost)):
        for miss in listed:
            yield (
                f"  {sign} {miss['article']} {miss['unit']} {miss['record']}.{miss['field']}: "
                f"expected {_or_nothing(miss['expected'])}; got {_or_nothing(miss['got'])}"
            )
    for name, before, now in comparison.moved:
        yield f"    {name}: F1 {before:.3f} -> {now:.3f}"


def _or_nothing(value: str | None) -> str:
    return "nothing" if value is None else value


def _score_json(score: Score) -> dict[str, Any]:
    counts, strict = score.lenient, score.strict
    return {
        "name": score.name, "gold": counts.gold, "read": counts.predicted, "right": counts.hits,
        "precision": _round(counts.precision), "recall": _round(counts.recall), "f1": _round(counts.f1),
        "low": _round(score.low), "high": _round(score.high),
        "strict_precision": _round(strict.precision), "strict_recall": _round(strict.recall),
        "strict_f1": _round(strict.f1),
    }  # fmt: skip


def _types_json(report: ClassReport | None) -> dict[str, Any] | None:
    if report is None:
        return None
    return {
        "count": report.count, "accuracy": _round(report.accuracy), "macro_f1": _round(report.macro_f1),
        "strict_macro_f1": _round(report.strict_macro_f1), "majority": report.majority,
        "majority_accuracy": _round(report.majority_accuracy),
        "majority_macro_f1": _round(report.majority_macro_f1),
    }  # fmt: skip


def _miss_json(article: ArticleEvaluation, outcome: Outcome) -> dict[str, Any]:
    place = outcome.place
    return {
        "article": place.article, "record": place.record, "field": outcome.field, "unit": place.unit,
        "expected": outcome.expected, "got": outcome.got, "start": place.start, "end": place.end,
        "context": article.context(outcome),
    }  # fmt: skip


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
