"""What linking decided about one article: all that the second pass needs beside its shard.

A ruling is small and names no other article's records but by id: it may travel to another machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ccdata.link.order import id_of, record_key
from ccdata.link.outline import Outline
from ccdata.link.people import renamed
from ccdata.link.release import Part
from ccdata.records import Finding, Record
from ccdata.records.shard import Shard

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The article's shard in the store, ids that its actors gave up, who tells the same, new findings."""

    index: int
    article_id: str
    renamed: Mapping[str, str]
    same: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]


def rulings(
    kept: Iterable[Outline],
    given_up: Mapping[str, str],
    same: Mapping[str, tuple[str, ...]],
    findings: Mapping[str, tuple[Finding, ...]],
) -> Iterator[Ruling]:
    """Yield what concerns each article that is kept, in order."""
    names, tellings = _by_article(given_up, 1), _by_article(same, 0)
    for one in kept:
        yield Ruling(
            index=one.index,
            article_id=one.article_id,
            renamed=names.get(one.article_id, {}),
            same=tellings.get(one.article_id, {}),
            findings=findings.get(one.article_id, ()),
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


def _by_article(found: Mapping[str, Value], place: int) -> dict[str, dict[str, Value]]:
    """Sort by the article that an id names: `actor:<article>:...` at 1, `<article>:...` at 0."""
    found_in: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for key, value in found.items():
        found_in[key.split(":")[place]][key] = value
    return found_in
