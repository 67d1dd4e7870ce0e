"""Stage 2: shards, in any order, become the stream of a release.

The shards are read twice. The first pass keeps an outline of each; between the passes it is decided
which shard stands for its article, who is who, and what is told twice; the second pass yields the
shards' records in the order of the release, rewritten where an id was given up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ccdata.link.duplicates import chosen
from ccdata.link.order import record_key
from ccdata.link.outline import Outline, Pool, outline
from ccdata.link.people import ActorTable, gather
from ccdata.link.release import Part, ShardStore
from ccdata.link.ruling import Ruling, ruled, rulings
from ccdata.link.sameness import same_events, same_quotes
from ccdata.records import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What is decided between the passes: a ruling per article, in order, and the actors of all.

    `tally` counts what linking did.
    """

    rulings: tuple[Ruling, ...]
    table: ActorTable
    findings: tuple[Finding, ...]
    tally: Mapping[str, int]

    def first(self) -> Part:
        """Return what stands before the articles: the findings of none."""
        return Part(records=self.findings, texts={})

    def last(self) -> Part:
        """Return what stands behind them: the actors and the redirects."""
        return Part(records=(*self.table.actors.values(), *self.table.redirects()), texts={})


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedRelease:
    """The release that a store of shards gives."""

    store: ShardStore
    links: Links

    @property
    def tally(self) -> Mapping[str, int]:
        """What linking did, counted."""
        return self.links.tally

    def parts(self) -> Iterator[Part]:
        """Yield the findings of no article, a part per article, in order, the actors and redirects."""
        yield self.links.first()
        for ruling in self.links.rulings:
            yield ruled(self.store[ruling.index], ruling)
        yield self.links.last()


def link(shards: ShardStore, findings: Iterable[Finding] = ()) -> LinkedRelease:
    """Link the shards: any order of them gives the same release.

    `findings` are those that concern the release, not an article of it.
    """
    outlines = (outline(index, shards[index]) for index in range(len(shards)))
    return LinkedRelease(store=shards, links=decide(outlines, findings))


def decide(outlines: Iterable[Outline], findings: Iterable[Finding] = ()) -> Links:
    """Decide from outlines alone which shard stands for its article, who is who, what is told twice."""
    pool: Pool = {}
    held = [one.pooled(pool) for one in outlines]
    kept, duplicates = chosen(held)
    table = gather(kept)
    events = same_events((key.renamed(table.renamed) for one in kept for key in one.events), table.actors)
    quotes = same_quotes(key for one in kept for key in one.quotes)
    return Links(
        rulings=tuple(rulings(kept, table.renamed, {**events, **quotes}, duplicates)),
        table=table,
        findings=tuple(sorted(findings, key=record_key)),
        tally={
            "sources": len(held),
            "articles": len(kept),
            "duplicates": len(held) - len(kept),
            "actors_merged": len(table.renamed),
            "events_told_again": len(events),
            "quotes_told_again": len(quotes),
        },
    )
