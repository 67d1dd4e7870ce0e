"""One article handed in more than once: the rendering that gave most records stands for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ccdata.link.outline import Outline
from ccdata.records import CATALOGUE, Finding, Numberer

CODE = "article-duplicate"


def chosen(outlines: Iterable[Outline]) -> tuple[tuple[Outline, ...], dict[str, tuple[Finding, ...]]]:
    """Return the shards that stand for their articles, in order, and findings by article for the others.

    Most records first; of equals the one whose source's hash, then name, comes first.
    """
    renderings: defaultdict[str, list[Outline]] = defaultdict(list)
    for one in outlines:
        renderings[one.article_id].append(one)
    kept: list[Outline] = []
    findings: dict[str, tuple[Finding, ...]] = {}
    for article_id, ones in renderings.items():
        best, *others = sorted(ones, key=lambda one: (-one.size, one.sha256, one.name))
        kept.append(best)
        if others:
            findings[article_id] = _findings(best, others)
    return tuple(sorted(kept, key=lambda one: one.place)), findings


def _findings(best: Outline, others: Iterable[Outline]) -> tuple[Finding, ...]:
    """Say of each other source which one was kept in its stead."""
    numberer = Numberer(best.article_id)
    return tuple(
        Finding(
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
        for other in others
    )
