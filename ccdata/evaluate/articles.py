"""The article's own fields against the gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ccdata.evaluate.align import pair_spans
from ccdata.evaluate.gold import Gold, GoldArticle
from ccdata.evaluate.outcome import Outcome, Place, compare, extra, found, missing
from ccdata.records import Article, Shape, Span
from ccdata.records.shard import Shard

SCALARS = (
    "journal", "title", "relationship", "volume", "issue", "published", "published_as_printed",
    "first_page", "last_page", "citation", "url", "period_start", "period_end", "abstract", "language",
)  # fmt: skip


def article_outcomes(gold: Gold, shard: Shard) -> Iterator[Outcome]:
    """Compare scalars by their words, lists item by item."""
    expected = gold.article
    if expected is None:
        return
    read = shard.article
    for field in SCALARS:
        place = _place(expected, expected.spans.get(field))
        yield compare(place, field, _folded(getattr(expected, field)), _folded(getattr(read, field)))
    yield from _names(expected, read)
    yield from _placed(expected, "sections", expected.sections, read.sections, "heading")
    yield from _placed(expected, "figures", expected.figures, read.figures, "caption")
    links = [*read.links, *(link for event in shard.events for link in event.links)]
    yield from _placed(expected, "links", expected.links, links, "text")


def _names(gold: GoldArticle, read: Article) -> Iterator[Outcome]:
    """Compare parties as (name, kind, country), authors as (name, affiliation)."""
    yield from _members(
        gold, "parties", [(p.name, p.kind, p.country) for p in gold.parties],
        [(p.name, p.kind, p.country) for p in read.parties],
    )  # fmt: skip
    yield from _members(gold, "authors", [(a.name,) for a in gold.authors], [(a.name,) for a in read.authors])
    yield from _members(
        gold,
        "affiliations",
        [(a.affiliation,) for a in gold.authors],
        [(a.affiliation,) for a in read.authors],
    )


def _members(
    gold: GoldArticle, field: str, expected: Sequence[tuple[object, ...]], got: Sequence[tuple[object, ...]]
) -> Iterator[Outcome]:
    place = _place(gold, gold.spans.get(field))
    for item in expected:
        yield found(place, field, item, item) if item in got else missing(place, field, item)
    yield from (extra(place, field, item) for item in got if item not in expected)


def _placed(
    gold: GoldArticle, field: str, expected: Sequence[Shape], got: Sequence[Shape], words: str
) -> Iterator[Outcome]:
    """Compare what stands somewhere: a pair shares characters, and is right where its words agree."""
    pairs = pair_spans([_span(item) for item in expected], [_span(item) for item in got])
    for position, item in enumerate(expected):
        place = _place(gold, _span(item))
        if position in pairs:
            told = getattr(got[pairs[position]], words)
            yield compare(place, field, _folded(getattr(item, words)), _folded(told))
        else:
            yield missing(place, field, getattr(item, words))
    taken = set(pairs.values())
    for position, item in enumerate(got):
        if position not in taken:
            yield extra(_place(gold, _span(item)), field, getattr(item, words))


def _span(item: Shape) -> Span:
    span: Span = item.span  # type: ignore[attr-defined]
    return span


def _place(gold: GoldArticle, span: Span | None) -> Place:
    start, end = (span.start, span.end) if span else (0, 0)
    return Place(article=gold.id, record="article", unit="article", start=start, end=end)


def _folded(value: object) -> str | None:
    """Return a value's words with single spaces."""
    return None if value is None else " ".join(str(value).split())
