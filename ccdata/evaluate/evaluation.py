"""Evaluate: parse the sources of gold files and compare what was read with what was found by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ccdata.errors import UsageError
from ccdata.evaluate.articles import article_outcomes
from ccdata.evaluate.classes import ClassReport, class_report
from ccdata.evaluate.events import event_outcomes
from ccdata.evaluate.gold import Gold, gold_files, load_gold
from ccdata.evaluate.identity import Identity
from ccdata.evaluate.mentions import actor_outcomes, mention_outcomes
from ccdata.evaluate.outcome import Outcome
from ccdata.evaluate.quotes import QuoteJudge
from ccdata.evaluate.score import Score, scores
from ccdata.records.shard import Shard

Parse = Callable[[bytes, str], Shard]
"""Turns a source's bytes and name into the records of its article."""

AROUND = 70
"""Characters of context on either side of a miss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEvaluation:
    """One article compared with its gold."""

    gold: Gold
    text: str
    outcomes: tuple[Outcome, ...]

    @property
    def article_id(self) -> str:
        """The article's id, as the gold gives it."""
        return self.gold.header.article_id

    def context(self, outcome: Outcome) -> str:
        """Return the text around a miss in one line, its span between ⟦ and ⟧; empty where it has none."""
        start, end = outcome.place.start, outcome.place.end
        if start == end:
            return ""
        before = self.text[max(0, start - AROUND) : start]
        marked = self.text[start:end]
        if len(marked) > 2 * AROUND:
            marked = f"{marked[:AROUND]} … {marked[-AROUND:]}"
        return " ".join(f"{before}⟦{marked}⟧{self.text[end : end + AROUND]}".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All articles compared with their gold."""

    articles: tuple[ArticleEvaluation, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every comparison, article by article."""
        return tuple(outcome for article in self.articles for outcome in article.outcomes)

    def scores(self) -> tuple[Score, ...]:
        """Return a score per field over all articles."""
        return scores(self.outcomes)

    def score(self, name: str) -> Score:
        """Return the score of one field (`event.medium`). Raises KeyError where nothing was compared."""
        return {score.name: score for score in self.scores()}[name]

    def types(self) -> ClassReport | None:
        """Return macro-F1 of the event types beside the majority baseline."""
        return class_report(self.outcomes)

    def misses(self) -> Iterator[tuple[ArticleEvaluation, Outcome]]:
        """Yield what is wrong even with alternatives; mentions once, not again by kind."""
        for article in self.articles:
            for outcome in article.outcomes:
                again = outcome.place.record == "mention" and outcome.field != "all"
                if outcome.missed and not again:
                    yield article, outcome


def evaluate(gold_path: str | Path, *, parse: Parse | None = None) -> Evaluation:
    """Parse the source of each gold file and compare.

    `gold_path` is a gold file or a folder of them; `parse` is the parser to measure, ours by default.
    Raises UsageError where a source is missing or is not the text that was annotated.
    """
    read = parse or _own_parser()
    return Evaluation(
        articles=tuple(evaluate_article(load_gold(file), read) for file in gold_files(Path(gold_path)))
    )


def evaluate_article(gold: Gold, parse: Parse) -> ArticleEvaluation:
    """Parse the source that the gold names and compare."""
    name, data = source_of(gold)
    shard = parse(data, name)
    return ArticleEvaluation(gold=gold, text=shard.text, outcomes=tuple(compare_records(gold, shard)))


def compare_records(gold: Gold, shard: Shard) -> Iterator[Outcome]:
    """Yield every comparison of one article."""
    identity = Identity(gold, shard)
    yield from article_outcomes(gold, shard)
    yield from event_outcomes(gold, shard, identity)
    yield from QuoteJudge(gold, shard, identity).outcomes()
    yield from mention_outcomes(gold, shard, identity)
    yield from actor_outcomes(gold, shard, identity)


def source_of(gold: Gold) -> tuple[str, bytes]:
    """Return the name and the bytes of the annotated source."""
    path = gold.path.parent / gold.header.source
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{gold.path}: its source cannot be read: {error}") from None
    if hashlib.sha256(data).hexdigest() != gold.header.sha256:
        raise UsageError(f"{gold.path}: {gold.header.source} is not the text that was annotated")
    return path.name, data


def _own_parser() -> Parse:
    from ccdata.engine import parse_source

    own: Parse = parse_source
    return own
