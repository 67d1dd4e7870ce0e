"""Stage 2: shards, in any order, become the stream of a release.

The shards are read twice. The first pass keeps an outline of each; between the passes it is decided
which shard stands for its article, who is who, and what is told twice; the second pass yields the
shards' records in the order of the release, rewritten where an id was given up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ccdata.link.duplicates import chosen
from ccdata.link.order import id_of, record_key
from ccdata.link.outline import Outline, outline
from ccdata.link.people import ActorTable, gather, renamed
from ccdata.link.release import Part, ShardStore
from ccdata.link.sameness import same_events, same_quotes
from ccdata.records import Actor, Finding, Record
from ccdata.records.shard import Shard


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedRelease:
    """The release that a store of shards gives; `tally` counts what linking did."""

    store: ShardStore
    outlines: tuple[Outline, ...]
    duplicates: Mapping[str, tuple[Finding, ...]]
    table: ActorTable
    same: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]
    tally: Mapping[str, int]

    def parts(self) -> Iterator[Part]:
        """Yield the findings of no article, a part per article, in order, the actors and redirects."""
        yield Part(records=self.findings, texts={})
        for kept in self.outlines:
            yield self._part(self.store[kept.index])
        yield Part(records=(*self.table.actors.values(), *self.table.redirects()), texts={})

    def _part(self, shard: Shard) -> Part:
        article = shard.article.id
        findings = (*shard.findings, *self.duplicates.get(article, ()))
        tables = (shard.events, shard.quotes, shard.mentions, findings)
        ordered = (record for table in tables for record in sorted(table, key=record_key))
        if article in self.table.touched:
            ordered = (renamed(record, self.table.renamed) for record in ordered)
        records = (shard.article, *map(self._joined, ordered))
        return Part(records=records, texts={article: shard.text})

    def _joined(self, record: Record) -> Record:
        """Write into a record who tells the same."""
        same = self.same.get(id_of(record))
        return record if same is None else record.model_copy(update={"same_as": same})


def link(shards: ShardStore, findings: Iterable[Finding] = ()) -> LinkedRelease:
    """Link the shards: any order of them gives the same release.

    `findings` are those that concern the release, not an article of it.
    """
    pool: dict[Actor, Actor] = {}
    outlines = [outline(index, shards[index], pool) for index in range(len(shards))]
    kept, duplicates = chosen(outlines)
    table = gather(kept)
    events = same_events((key.renamed(table.renamed) for one in kept for key in one.events), table.actors)
    quotes = same_quotes(key for one in kept for key in one.quotes)
    return LinkedRelease(
        store=shards,
        outlines=kept,
        duplicates=duplicates,
        table=table,
        same={**events, **quotes},
        findings=tuple(sorted(findings, key=record_key)),
        tally={
            "sources": len(outlines),
            "articles": len(kept),
            "duplicates": len(outlines) - len(kept),
            "actors_merged": len(table.renamed),
            "events_told_again": len(events),
            "quotes_told_again": len(quotes),
        },
    )
