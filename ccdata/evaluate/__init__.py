"""Accuracy against gold: `evaluate(path)` gives precision, recall and F1 per field, and the misses."""

from ccdata.evaluate.agreement import Figure, agreement, agreement_of, kappa
from ccdata.evaluate.classes import ClassReport
from ccdata.evaluate.comparison import Comparison, compare_runs, load_run
from ccdata.evaluate.evaluation import Evaluation, Parse, compare_records, evaluate
from ccdata.evaluate.gold import Gold, gold_schema, load_gold
from ccdata.evaluate.outcome import Counts, Outcome, Place
from ccdata.evaluate.report import as_json, as_text
from ccdata.evaluate.score import Score

__all__ = [
    "ClassReport",
    "Comparison",
    "Counts",
    "Evaluation",
    "Figure",
    "Gold",
    "Outcome",
    "Parse",
    "Place",
    "Score",
    "agreement",
    "agreement_of",
    "as_json",
    "as_text",
    "compare_records",
    "compare_runs",
    "evaluate",
    "gold_schema",
    "kappa",
    "load_gold",
    "load_run",
]
