"""A shard: all records of one source, the unit of work of every engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ccdata.records.models import Actor, Article, Event, Finding, Mention, Quote

ShardRecord = Article | Event | Quote | Actor | Mention | Finding
"""A record that one source can give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """One article's records, in the order of a release, with its canonical text.

    Actors are those the article names: authority ids, or provisional ids of this article.
    """

    article: Article
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]
    text: str

    def records(self) -> Iterator[ShardRecord]:
        """Yield every record, article first."""
        yield self.article
        yield from self.events
        yield from self.quotes
        yield from self.actors
        yield from self.mentions
        yield from self.findings
