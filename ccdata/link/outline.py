"""What link keeps of a shard after its first pass: ids, sizes, actors and a small key per event.

Never its texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ccdata.records import Actor, Event, Quote
from ccdata.records.ids import digest, letters_and_digits
from ccdata.records.shard import Shard

_TELLING_MEDIA = frozenset({"in_person", "phone", "video", "letter", "document", "statement", "military"})
_HAPPENED = frozenset({"asserted", "future"})
_LONGEST_DAYS = 31
_FEWEST_WORDS = 6

Ids = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorKey:
    """An actor's line, and what another article's actor must share with it to be the same.

    `sign` is null where nobody else can be the same; `offices`, a line each, where none is asked for.
    """

    id: str
    line: str
    sign: str | None
    offices: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKey:
    """What decides whether two events are one happening; `bodies` are all who act but states."""

    event_id: str
    first: int
    last: int
    type: str | None
    medium: str | None
    status: str
    bodies: Ids
    persons: Ids
    countries: Ids
    place: str | None

    @property
    def article_id(self) -> str:
        """The article that tells it."""
        return self.event_id.split(":", 1)[0]

    def handles(self) -> Ids:
        """Return what another telling must share one of."""
        return self.bodies | {self.place} if self.place else self.bodies

    def renamed(self, ids: Mapping[str, str]) -> EventKey:
        """Return the key with the ids that hold in the release."""
        if self.bodies.isdisjoint(ids):
            return self
        bodies, persons = (
            frozenset(ids.get(one, one) for one in party) for party in (self.bodies, self.persons)
        )
        return replace(self, bodies=bodies, persons=persons)

    def row(self) -> list[Any]:
        """Return the key as JSON has it."""
        sets = (sorted(self.bodies), sorted(self.persons), sorted(self.countries))
        return [self.event_id, self.first, self.last, self.type, self.medium, self.status, *sets, self.place]

    @classmethod
    def of_row(cls, row: list[Any]) -> EventKey:
        """Return the key of a row."""
        event_id, first, last, act, medium, status, bodies, persons, countries, place = row
        return cls(
            event_id=event_id,
            first=first,
            last=last,
            type=act,
            medium=medium,
            status=status,
            bodies=frozenset(bodies),
            persons=frozenset(persons),
            countries=frozenset(countries),
            place=place,
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
    actors: tuple[ActorKey, ...]
    events: tuple[EventKey, ...]
    quotes: tuple[QuoteKey, ...]


def outline(index: int, shard: Shard) -> Outline:
    """Return what link needs to know of a shard."""
    source = shard.article.source
    offices = _offices(shard)
    kinds = {actor.id: actor.kind for actor in shard.actors}
    return Outline(
        index=index,
        article_id=shard.article.id,
        sha256=source.sha256,
        name=source.name,
        size=len(shard.events) + len(shard.quotes) + len(shard.actors) + len(shard.mentions),
        actors=tuple(_actor_key(actor, offices.get(actor.id, frozenset())) for actor in shard.actors),
        events=tuple(key for event in shard.events if (key := _event_key(event, kinds))),
        quotes=tuple(_quote_keys(shard.quotes)),
    )


def is_provisional(actor_id: str) -> bool:
    """Say whether the id is one of an article, `actor:<article>:<slug>`, not of the authority."""
    return actor_id.count(":") > 1


def _offices(shard: Shard) -> dict[str, Ids]:
    """Return the offices in which each provisional actor is known: occupancies and printed titles."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for actor in shard.actors:
        if is_provisional(actor.id):
            held[actor.id].update(letters_and_digits(post.title) for post in actor.occupancies)
    for mention in shard.mentions:
        if mention.actor_id is not None and mention.actor_id in held and mention.role_title is not None:
            held[mention.actor_id].add(letters_and_digits(mention.role_title))
    return {actor_id: frozenset(titles - {""}) for actor_id, titles in held.items()}


def _actor_key(actor: Actor, offices: Ids) -> ActorKey:
    """Sign = kind, letters of the name, state; a person has one with a state and an office alone."""
    person = actor.kind == "person"
    signed = is_provisional(actor.id) and (not person or (actor.country is not None and bool(offices)))
    return ActorKey(
        id=actor.id,
        line=actor.to_json(),
        sign=" ".join((actor.kind, letters_and_digits(actor.name), actor.country or "")) if signed else None,
        offices="\n".join(sorted(offices)) if signed and person else None,
    )


def _event_key(event: Event, kinds: Mapping[str, str]) -> EventKey | None:
    """Return the event's key; None where its date or its act is too vague to be known again."""
    if event.date_start is None or event.date_end is None or event.status not in _HAPPENED:
        return None
    first, last = event.date_start.toordinal(), event.date_end.toordinal()
    if last - first >= _LONGEST_DAYS:
        return None
    acting = {party.actor_id for party in event.actors if party.actor_id and party.role != "mentioned"}
    bodies = frozenset(one for one in acting if kinds.get(one) != "country")
    return EventKey(
        event_id=event.id,
        first=first,
        last=last,
        type=event.event_type or event.cc_type,
        medium=event.medium if event.medium in _TELLING_MEDIA else None,
        status=event.status,
        bodies=bodies,
        persons=frozenset(one for one in bodies if kinds.get(one) == "person"),
        countries=frozenset(event.countries),
        place=letters_and_digits(event.location.name) or None if event.location else None,
    )


def _quote_keys(quotes: Iterable[Quote]) -> Iterable[QuoteKey]:
    """Yield the key of each quotation of somebody's words that chance would not repeat."""
    for quote in quotes:
        if quote.kind in {"direct", "fragment", "block"} and len(quote.text.split()) >= _FEWEST_WORDS:
            yield QuoteKey(quote_id=quote.id, words=digest(quote.text) + digest(quote.text[::-1]))
