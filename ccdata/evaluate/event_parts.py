"""What stands inside an event: actors with their roles, dates, happenings, passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ccdata.evaluate.align import overlaps, pair_spans, shared_length
from ccdata.evaluate.gold import GoldEvent, GoldEventActor
from ccdata.evaluate.identity import Identity
from ccdata.evaluate.outcome import Outcome, Place, compare, compare_class, extra, found, missing
from ccdata.records import Event, EventActor, Span


def actor_outcomes(place: Place, gold: GoldEvent, read: Event, identity: Identity) -> Iterator[Outcome]:
    """Pair actors by id, then by an accepted id; what was described pairs by its place."""
    ids = [identity.known(actor.actor_id) for actor in read.actors]
    pairs = _pair_actors(gold.actors, read.actors, ids)
    for position, actor in enumerate(gold.actors):
        name = actor.id or actor.name
        if position not in pairs:
            yield missing(place, "actors", name, optional=actor.optional)
        elif not actor.optional:
            partner = pairs[position]
            yield found(place, "actors", name, ids[partner] or "?", strict=ids[partner] == actor.id)
            yield _role(place, actor, read.actors[partner])
    taken = set(pairs.values())
    for position, other in enumerate(read.actors):
        if position not in taken:
            yield extra(place, "actors", ids[position] or f"? {other.text}")


def _role(place: Place, gold: GoldEventActor, read: EventActor) -> Outcome:
    return compare_class(place, "roles", gold.role, read.role, gold.alt_roles)


def _pair_actors(
    gold: Sequence[GoldEventActor], read: Sequence[EventActor], ids: Sequence[str | None]
) -> dict[int, int]:
    """Pair in rounds, the surest first: required and the id itself, ..., optional and another id."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for optional in (False, True):
        for also in (False, True):
            for g, actor in enumerate(gold):
                if g in pairs or actor.optional != optional:
                    continue
                for r, other in enumerate(read):
                    if r not in taken and _same_actor(actor, other, ids[r], also=also):
                        pairs[g] = r
                        taken.add(r)
                        break
    return pairs


def _same_actor(gold: GoldEventActor, read: EventActor, known: str | None, *, also: bool) -> bool:
    if known is None:
        there = gold.span is not None and shared_length(gold.span, read.span) > 0
        return there and (gold.id is None or also)
    return known in gold.alt_ids if also else known == gold.id


def related_outcomes(place: Place, gold: GoldEvent, read: Event) -> Iterator[Outcome]:
    """Pair related dates by their place; compare what they mean."""
    pairs = pair_spans([d.span for d in gold.related_dates], [d.span for d in read.related_dates])
    for position, date in enumerate(gold.related_dates):
        if position not in pairs:
            yield missing(place, "related_dates", date.text, optional=date.optional)
        elif not date.optional:
            partner = read.related_dates[pairs[position]]
            yield compare(place, "related_dates", date.date_edtf, partner.date_edtf)
    yield from _unpaired(place, "related_dates", [d.span for d in read.related_dates], set(pairs.values()))


def happening_outcomes(place: Place, gold: GoldEvent, read: Event) -> Iterator[Outcome]:
    """Pair further acts by their place; compare the types of the pairs."""
    spans = [happening.span for happening in read.happenings]
    pairs = pair_spans([happening.span for happening in gold.happenings], spans)
    for position, happening in enumerate(gold.happenings):
        if position not in pairs:
            yield missing(place, "happenings", happening.text[:60], optional=happening.optional)
        elif not happening.optional:
            partner = read.happenings[pairs[position]]
            yield found(place, "happenings", happening.text[:60], partner.text[:60])
            yield compare_class(
                place, "happening_type", happening.event_type, partner.event_type, happening.alt_event_types
            )
    yield from _unpaired(place, "happenings", spans, set(pairs.values()))


def passage_outcomes(place: Place, gold: GoldEvent, read: Event) -> Iterator[Outcome]:
    """Compare passages sentence by sentence: one long passage may hold several expected sentences."""
    spans = [passage.span for passage in read.passages]
    met = overlaps([passage.span for passage in gold.passages], spans)
    heard, used = {-g for _, g, _ in met}, {-r for _, _, r in met}
    for position, passage in enumerate(gold.passages):
        at = _at(place, passage.span)
        if position not in heard:
            yield missing(at, "passages", passage.span.exact[:60], optional=passage.optional)
        elif not passage.optional:
            yield found(at, "passages", passage.span.exact[:60], passage.span.exact[:60])
    yield from _unpaired(place, "passages", spans, used)


def _unpaired(place: Place, field: str, spans: Sequence[Span], taken: set[int]) -> Iterator[Outcome]:
    for position, span in enumerate(spans):
        if position not in taken:
            yield extra(_at(place, span), field, span.exact[:60])


def _at(place: Place, span: Span) -> Place:
    return Place(article=place.article, record=place.record, unit=place.unit, start=span.start, end=span.end)
