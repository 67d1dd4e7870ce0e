"""One article handed in more than once: the rendering that gave most records stands for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ccdata.link.ledger import Ledger
from ccdata.records import CATALOGUE, Finding, Numberer

CODE = "article-duplicate"
_RENDERINGS = """
    SELECT article, shard, size, sha256, name FROM shards
    ORDER BY place, article, size DESC, sha256, name, shard
"""


@dataclass(frozen=True, slots=True)
class _Rendering:
    """One shard of an article."""

    article_id: str
    shard: int
    size: int
    sha256: str
    name: str


def choose(ledger: Ledger) -> None:
    """Keep the shards that stand for their articles, in order, and findings for the others.

    Most records first; of equals the one whose source's hash, then name, comes first.
    """
    renderings = (_Rendering(*row) for row in ledger.ask(_RENDERINGS))
    for rank, (article_id, ones) in enumerate(groupby(renderings, key=lambda one: one.article_id)):
        best = next(ones)
        ledger.note("INSERT INTO kept VALUES (?, ?, ?)", [(rank, best.shard, article_id)])
        lines = ((article_id, finding.to_json()) for finding in _findings(best, ones))
        ledger.note("INSERT INTO doubles VALUES (?, ?)", lines)


def findings_of(ledger: Ledger, article_id: str) -> tuple[Finding, ...]:
    """Return what is found of the sources that gave the same article."""
    rows = ledger.ask("SELECT line FROM doubles WHERE article = ? ORDER BY rowid", article_id)
    return tuple(Finding.from_json(line) for (line,) in rows)


def _findings(best: _Rendering, others: Iterator[_Rendering]) -> Iterator[Finding]:
    """Say of each other source which one was kept in its stead."""
    numberer = Numberer(best.article_id)
    for other in others:
        yield Finding(
            record_type="finding",
            id=numberer.name("finding", CODE, other.sha256),
            article_id=best.article_id,
            code=CODE,
            severity=CATALOGUE[CODE].severity,
            message=f"{other.name} is the same article as {best.name}, which gave "
            f"{best.size} records against {other.size} and was kept",
            record_id=best.article_id,
            field=None,
            span=None,
        )
