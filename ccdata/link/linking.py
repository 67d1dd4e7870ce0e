"""Stage 2: shards, in any order, become the stream of a release.

The shards are read twice. The first pass writes an outline of each into a ledger on disk; between the
passes it is decided there which shard stands for its article, who is who, and what is told twice; the
second pass yields the shards' records in the order of the release, rewritten where an id was given up.
Neither pass nor what is between them takes more memory for more shards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from ccdata.link.duplicates import choose
from ccdata.link.ledger import Ledger
from ccdata.link.order import record_key
from ccdata.link.outline import Outline, outline
from ccdata.link.people import actors, gather, redirects
from ccdata.link.release import Part, ShardStore
from ccdata.link.ruling import Ruling, ruled, rulings
from ccdata.link.sameness import same_events, same_quotes
from ccdata.records import Finding, Record

_PART = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What is decided between the passes; `tally` counts what linking did."""

    ledger: Ledger
    findings: tuple[Finding, ...]
    tally: Mapping[str, int]

    def rulings(self) -> Iterator[Ruling]:
        """Yield a ruling per article, in order."""
        return rulings(self.ledger)

    def first(self) -> Part:
        """Return what stands before the articles: the findings of none."""
        return Part(records=self.findings, texts={})

    def last(self) -> Iterator[Part]:
        """Yield what stands behind them: the actors and the redirects, some at a time."""
        records: Iterator[Record] = chain(actors(self.ledger), redirects(self.ledger))
        while some := tuple(islice(records, _PART)):
            yield Part(records=some, texts={})


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
        for ruling in self.links.rulings():
            yield ruled(self.store[ruling.index], ruling)
        yield from self.links.last()


def link(shards: ShardStore, findings: Iterable[Finding] = ()) -> LinkedRelease:
    """Link the shards: any order of them gives the same release.

    `findings` are those that concern the release, not an article of it.
    """
    outlines = (outline(index, shards[index]) for index in range(len(shards)))
    return LinkedRelease(store=shards, links=decide(outlines, findings))


def decide(outlines: Iterable[Outline], findings: Iterable[Finding] = ()) -> Links:
    """Decide from outlines alone which shard stands for its article, who is who, what is told twice."""
    ledger = Ledger()
    ledger.take(outlines)
    choose(ledger)
    gather(ledger)
    sources, articles = ledger.count("shards"), ledger.count("kept")
    return Links(
        ledger=ledger,
        findings=tuple(sorted(findings, key=record_key)),
        tally={
            "sources": sources,
            "articles": articles,
            "duplicates": sources - articles,
            "actors_merged": ledger.count("renamed"),
            "events_told_again": same_events(ledger),
            "quotes_told_again": same_quotes(ledger),
        },
    )
