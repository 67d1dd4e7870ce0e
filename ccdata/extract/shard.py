"""One document to its shard: every extractor in turn, then the findings.

    article -> names (cast) -> events -> quotations -> mentions -> errata -> findings

An extractor sees the document and what stands before it in this order; none sees the source's bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ccdata.authority import load_authority
from ccdata.document.model import Document
from ccdata.extract.article import article_record
from ccdata.extract.cast import build_cast
from ccdata.extract.errata import Erratum, unused, with_corrections
from ccdata.extract.events import event_ids, event_records
from ccdata.extract.findings import finding_records
from ccdata.extract.naming_records import mention_records
from ccdata.extract.quotes import quote_records
from ccdata.records.ids import Numberer
from ccdata.records.models import Event, Quote
from ccdata.records.shard import Shard


def extract(document: Document, errata: Sequence[Erratum] = ()) -> Shard:
    """Return all records of one document; of the errata, those that name this article are used."""
    article, remarks = article_record(document)
    numberer = Numberer(article.id)
    placed = tuple(document.placed())
    cast = build_cast(
        placed,
        load_authority(),
        article_id=article.id,
        period=(article.period_start, article.period_end),
        authors=[author.name for author in article.authors],
    )
    ids = event_ids(document, numberer)
    events, event_remarks = event_records(document, placed, cast, ids)
    quotes, quote_remarks = quote_records(document, placed, cast, ids, numberer)
    mine = [erratum for erratum in errata if erratum.article == article.id]
    used: set[Erratum] = set()
    shard = Shard(
        article=with_corrections(article, mine, used),
        events=tuple(with_corrections(event, mine, used) for event in _with_quotes(events, quotes)),
        quotes=tuple(with_corrections(quote, mine, used) for quote in quotes),
        actors=tuple(actor for _, actor in sorted(cast.actors.items())),
        mentions=mention_records(placed, cast, ids, numberer),
        findings=(),
        text=document.reading.text,
    )
    found = (*document.remarks, *remarks, *cast.remarks, *event_remarks, *quote_remarks, *unused(mine, used))
    return replace(shard, findings=finding_records(found, shard.text, numberer))


def _with_quotes(events: Iterable[Event], quotes: Iterable[Quote]) -> Iterator[Event]:
    """Tell each event which quotations stand in its entry."""
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for quote in quotes:
        if quote.event_id is not None:
            inside[quote.event_id].append(quote.id)
    for event in events:
        ids = inside.get(event.id)
        yield event.model_copy(update={"quote_ids": tuple(ids)}) if ids else event
