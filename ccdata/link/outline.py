"""What link keeps of a shard after its first pass: ids, sizes, actors and a small key per event.

Never its texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ccdata.link.order import ArticleKey, article_key
from ccdata.records import Actor, Event, Quote
from ccdata.records.ids import digest, letters_and_digits
from ccdata.records.shard import Shard

_TELLING_MEDIA = frozenset({"in_person", "phone", "video", "letter", "document", "statement", "military"})
_HAPPENED = frozenset({"asserted", "future"})
_LONGEST_DAYS = 31
_FEWEST_WORDS = 6

Value = TypeVar("Value")
Pool = dict[Any, Any]
"""Values by themselves: of equal ones the first is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKey:
    """What decides whether two events are one happening."""

    event_id: str
    article_id: str
    first: int
    last: int
    type: str | None
    medium: str | None
    status: str
    parties: frozenset[str]
    countries: frozenset[str]
    place: str | None

    def renamed(self, ids: Mapping[str, str]) -> EventKey:
        """Return the key with the ids that hold in the release."""
        if self.parties.isdisjoint(ids):
            return self
        return replace(self, parties=frozenset(ids.get(party, party) for party in self.parties))

    def pooled(self, pool: Pool, article_id: str) -> EventKey:
        """Return the key with what other keys have too."""
        return replace(
            self,
            article_id=article_id,
            first=_kept(pool, self.first),
            last=_kept(pool, self.last),
            parties=_kept(pool, self.parties),
            countries=_kept(pool, self.countries),
            place=_kept(pool, self.place),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteKey:
    """A quotation long enough to be known by its words."""

    quote_id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One shard, without its texts."""

    index: int
    article_id: str
    sha256: str
    name: str
    size: int
    actors: tuple[Actor, ...]
    offices: dict[str, frozenset[str]]
    events: tuple[EventKey, ...]
    quotes: tuple[QuoteKey, ...]

    @property
    def place(self) -> ArticleKey:
        """Where its article stands in a release."""
        return article_key(self.article_id)

    def pooled(self, pool: Pool) -> Outline:
        """Return the outline with what others have too: equal actors, sets and days are kept once."""
        return replace(
            self,
            actors=tuple(_kept(pool, actor) for actor in self.actors),
            events=tuple(key.pooled(pool, self.article_id) for key in self.events),
        )


def outline(index: int, shard: Shard) -> Outline:
    """Return what link needs to know of a shard."""
    source = shard.article.source
    return Outline(
        index=index,
        article_id=shard.article.id,
        sha256=source.sha256,
        name=source.name,
        size=len(shard.events) + len(shard.quotes) + len(shard.actors) + len(shard.mentions),
        actors=shard.actors,
        offices=_offices(shard),
        events=tuple(key for event in shard.events if (key := _event_key(event))),
        quotes=tuple(_quote_keys(shard.quotes)),
    )


def _kept(pool: Pool, value: Value) -> Value:
    kept: Value = pool.setdefault(value, value)
    return kept


def is_provisional(actor_id: str) -> bool:
    """Say whether the id is one of an article, `actor:<article>:<slug>`, not of the authority."""
    return actor_id.count(":") > 1


def _offices(shard: Shard) -> dict[str, frozenset[str]]:
    """Return the offices in which each provisional actor is known: occupancies and printed titles."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for actor in shard.actors:
        if is_provisional(actor.id):
            held[actor.id].update(letters_and_digits(post.title) for post in actor.occupancies)
    for mention in shard.mentions:
        if mention.actor_id is not None and mention.actor_id in held and mention.role_title is not None:
            held[mention.actor_id].add(letters_and_digits(mention.role_title))
    return {actor_id: frozenset(titles - {""}) for actor_id, titles in held.items()}


def _event_key(event: Event) -> EventKey | None:
    """Return the event's key; None where its date or its act is too vague to be known again."""
    if event.date_start is None or event.date_end is None or event.status not in _HAPPENED:
        return None
    first, last = event.date_start.toordinal(), event.date_end.toordinal()
    if last - first >= _LONGEST_DAYS:
        return None
    medium = event.medium if event.medium in _TELLING_MEDIA else None
    acting = {party.actor_id for party in event.actors if party.role != "mentioned"}
    return EventKey(
        event_id=event.id,
        article_id=event.article_id,
        first=first,
        last=last,
        type=event.event_type or event.cc_type,
        medium=medium,
        status=event.status,
        parties=frozenset(filter(None, acting)),
        countries=frozenset(event.countries),
        place=letters_and_digits(event.location.name) or None if event.location else None,
    )


def _quote_keys(quotes: Iterable[Quote]) -> Iterable[QuoteKey]:
    """Yield the key of each quotation of somebody's words that chance would not repeat."""
    for quote in quotes:
        if quote.kind in {"direct", "fragment", "block"} and len(quote.text.split()) >= _FEWEST_WORDS:
            yield QuoteKey(quote_id=quote.id, words=digest(quote.text) + digest(quote.text[::-1]))
