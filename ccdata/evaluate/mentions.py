"""Mentions and actors against the gold.

Scored are named mentions, surnames and acting metonyms in running text: what stands in the masthead,
the citation and headings is left out, and so are pronouns, descriptions and unresolved names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ccdata.evaluate.align import overlaps, same_core
from ccdata.evaluate.gold import Gold, GoldMention
from ccdata.evaluate.identity import Identity
from ccdata.evaluate.outcome import Outcome, Place, compare, extra, found, missing
from ccdata.records import Mention
from ccdata.records.shard import Shard

SCORED = ("alias", "title", "surname", "metonym")


def mention_outcomes(gold: Gold, shard: Shard, identity: Identity) -> Iterator[Outcome]:
    """Pair mentions of the same actor that share a character; strictly, they have the same bounds."""
    zones = _unscored(gold)
    read = [mention for mention in shard.mentions if _scored(mention, zones)]
    breaks = [at for at, sign in enumerate(shard.text) if sign == "\n"]
    pairs = _pairs(gold.mentions, read, identity)
    kinds = identity.kinds | {
        known: actor.kind for actor in shard.actors if (known := identity.known(actor.id)) is not None
    }
    for position, expected in enumerate(gold.mentions):
        place = _place(gold, breaks, expected)
        if position not in pairs:
            one = missing(place, "all", expected.actor_id, optional=expected.optional)
        elif not expected.optional:
            strict = same_core(expected.span, read[pairs[position]].span)
            one = found(place, "all", expected.actor_id, expected.actor_id, strict=strict)
        else:
            continue
        yield from _both(one, identity.kinds.get(expected.actor_id))
    taken = set(pairs.values())
    for position, mention in enumerate(read):
        if position not in taken:
            known = identity.known(mention.actor_id)
            one = extra(_place(gold, breaks, mention), "all", f"{known} ({mention.text})")
            yield from _both(one, kinds.get(known or ""))


def actor_outcomes(gold: Gold, shard: Shard, identity: Identity) -> Iterator[Outcome]:
    """Compare who is found in the article at all; of those found, kind and country."""
    read = {identity.known(actor.id): actor for actor in shard.actors}
    known = {actor.id for actor in gold.actors}
    for actor in gold.actors:
        place = _whole(gold, actor.id)
        if actor.id not in read:
            yield missing(place, "found", actor.id, optional=actor.optional)
        elif not actor.optional:
            yield found(place, "found", actor.id, actor.id)
            yield compare(place, "kind", actor.kind, read[actor.id].kind)
            yield compare(place, "country", actor.country, read[actor.id].country)
    for actor_id in read:
        if actor_id is not None and actor_id not in known:
            yield extra(_whole(gold, actor_id), "found", actor_id)


def _both(outcome: Outcome, kind: str | None) -> Iterator[Outcome]:
    """Yield an outcome for all mentions and the same for those of its kind."""
    yield outcome
    if kind:
        yield Outcome(
            place=outcome.place, field=kind, expected=outcome.expected, got=outcome.got,
            strict=outcome.strict, lenient=outcome.lenient,
        )  # fmt: skip


def _pairs(gold: Sequence[GoldMention], read: Sequence[Mention], identity: Identity) -> dict[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    met = overlaps([mention.span for mention in gold], [mention.span for mention in read])
    for _, g, r in sorted(met, reverse=True):
        same = identity.known(read[-r].actor_id) == gold[-g].actor_id
        if same and -g not in pairs and -r not in taken:
            pairs[-g] = -r
            taken.add(-r)
    return pairs


def _scored(mention: Mention, zones: Sequence[tuple[int, int]]) -> bool:
    """Say whether a mention that was read is of a scored kind in a scored place."""
    if mention.actor_id is None or mention.method not in SCORED:
        return False
    return not any(start <= mention.span.start < end for start, end in zones)


def _unscored(gold: Gold) -> list[tuple[int, int]]:
    article = gold.article
    if article is None:
        return []
    spans = [section.span for section in article.sections]
    spans += [article.spans[name] for name in ("notice", "citation", "period") if name in article.spans]
    zones = [(span.start, span.end) for span in spans]
    body = article.spans.get("abstract")
    return [(0, body.start), *zones] if body else zones


def _place(gold: Gold, breaks: Sequence[int], mention: GoldMention | Mention) -> Place:
    """A mention's unit is its paragraph: neighbours err together."""
    span = mention.span
    line = bisect_right(breaks, span.start) + 1
    article = gold.header.article_id
    return Place(article=article, record="mention", unit=f"line {line}", start=span.start, end=span.end)


def _whole(gold: Gold, actor_id: str) -> Place:
    return Place(article=gold.header.article_id, record="actor", unit=actor_id, start=0, end=0)
