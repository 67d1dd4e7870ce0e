"""What linking decided about one article: all that the second pass needs beside its shard.

A ruling is small and names no other article's records but by id: it may travel to another machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from ccdata.link.duplicates import findings_of
from ccdata.link.ledger import Ledger
from ccdata.link.order import id_of, record_key
from ccdata.link.people import given_up, renamed
from ccdata.link.release import Part
from ccdata.records import Finding, Record
from ccdata.records.shard import Shard

_SAME = """
    SELECT this.id, that.id FROM told AS this JOIN told AS that USING (company)
    WHERE this.article = ? AND this.id <> that.id ORDER BY this.id, that.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The article's shard in the store, ids that its actors gave up, who tells the same, new findings."""

    index: int
    article_id: str
    renamed: Mapping[str, str]
    same: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]


def rulings(ledger: Ledger) -> Iterator[Ruling]:
    """Yield what concerns each article that is kept, in order."""
    for index, article_id in ledger.ask("SELECT shard, article FROM kept ORDER BY rank"):
        same = groupby(ledger.ask(_SAME, article_id), key=itemgetter(0))
        yield Ruling(
            index=index,
            article_id=article_id,
            renamed=given_up(ledger, article_id),
            same={mine: tuple(other for _, other in others) for mine, others in same},
            findings=findings_of(ledger, article_id),
        )


def ruled(shard: Shard, ruling: Ruling) -> Part:
    """Return the shard's records in the order of a release, rewritten as was decided."""
    findings = (*shard.findings, *ruling.findings)
    tables = (shard.events, shard.quotes, shard.mentions, findings)
    ordered = (record for table in tables for record in sorted(table, key=record_key))
    if ruling.renamed:
        ordered = (renamed(record, ruling.renamed) for record in ordered)
    records = (shard.article, *(_joined(record, ruling) for record in ordered))
    return Part(records=records, texts={shard.article.id: shard.text})


def _joined(record: Record, ruling: Ruling) -> Record:
    """Write into a record who tells the same."""
    same = ruling.same.get(id_of(record))
    return record if same is None else record.model_copy(update={"same_as": same})
