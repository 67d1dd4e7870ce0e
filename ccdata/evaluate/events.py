"""Events against the gold: paired by their spans, then field by field."""

from __future__ import annotations

from collections.abc import Iterator

from ccdata.evaluate.align import pair_spans, same_core
from ccdata.evaluate.event_parts import (
    actor_outcomes,
    happening_outcomes,
    passage_outcomes,
    related_outcomes,
)
from ccdata.evaluate.gold import Gold, GoldEvent
from ccdata.evaluate.identity import Identity
from ccdata.evaluate.outcome import Outcome, Place, absent, compare, compare_class, extra, found, missing
from ccdata.records import Event
from ccdata.records.shard import Shard

_ABSENT = ("date", "date_edtf", "date_precision", "medium", "type", "status")


def event_outcomes(gold: Gold, shard: Shard, identity: Identity) -> Iterator[Outcome]:
    """Compare every entry; an entry that was not found misses all it holds."""
    pairs = pair_spans([event.span for event in gold.events], [event.span for event in shard.events])
    for position, expected in enumerate(gold.events):
        place = event_place(gold, expected)
        if position in pairs:
            yield from _paired(place, expected, shard.events[pairs[position]], identity)
        else:
            yield missing(place, "entry", expected.date_text)
            yield from (absent(place, field, "...") for field in _ABSENT)
            yield from (
                missing(place, "actors", actor.id or actor.name, optional=actor.optional)
                for actor in expected.actors
            )
    taken = set(pairs.values())
    for position, event in enumerate(shard.events):
        if position not in taken:
            yield extra(_read_place(gold, event), "entry", event.text[:60])


def event_place(gold: Gold, event: GoldEvent) -> Place:
    """Return where an expected event stands."""
    return Place(
        article=gold.header.article_id, record="event", unit=f"event {event.ordinal}",
        start=event.span.start, end=event.span.end,
    )  # fmt: skip


def _read_place(gold: Gold, event: Event) -> Place:
    return Place(
        article=gold.header.article_id, record="event", unit=f"read {event.ordinal}",
        start=event.span.start, end=event.span.end,
    )  # fmt: skip


def _paired(place: Place, gold: GoldEvent, read: Event, identity: Identity) -> Iterator[Outcome]:
    yield found(place, "entry", gold.date_text, read.date_text, strict=same_core(gold.span, read.span))
    yield compare(place, "date", _interval(gold), _interval(read))
    yield compare(place, "date_edtf", gold.date_edtf, read.date_edtf)
    yield compare_class(place, "date_precision", gold.date_precision, read.date_precision)
    yield from _coded(place, gold, read)
    yield from _countries(place, gold, read)
    yield from _contexts(place, gold, read)
    yield from _location(place, gold, read)
    yield from actor_outcomes(place, gold, read, identity)
    yield from related_outcomes(place, gold, read)
    yield from happening_outcomes(place, gold, read)
    yield from passage_outcomes(place, gold, read)


def _interval(event: GoldEvent | Event) -> str | None:
    return None if event.date_start is None else f"{event.date_start}/{event.date_end}"


def _coded(place: Place, gold: GoldEvent, read: Event) -> Iterator[Outcome]:
    yield compare_class(place, "medium", gold.medium, read.medium, gold.alt_media)
    yield compare_class(place, "type", gold.event_type, read.event_type, gold.alt_event_types)
    yield compare(place, "mode", gold.event_mode, read.event_mode, gold.alt_event_modes)
    yield compare(place, "cc_type", gold.cc_type, read.cc_type, _cc_types(gold))
    yield compare_class(place, "status", gold.status, read.status, gold.alt_status)


def _cc_types(gold: GoldEvent) -> tuple[str | None, ...]:
    """A cc_type goes with a null type alone: where a type also counts, so does no cc_type."""
    typed = any(kind is not None for kind in gold.alt_event_types)
    return (*gold.alt_cc_types, None) if typed else gold.alt_cc_types


def _countries(place: Place, gold: GoldEvent, read: Event) -> Iterator[Outcome]:
    """Compare sets, with the accepted set that fits best."""
    got = set(read.countries)
    fitting = min((gold.countries, *gold.alt_countries), key=lambda codes: len(got ^ set(codes)))
    for code in sorted(got & set(fitting)):
        yield found(place, "countries", code, code, strict=code in gold.countries)
    yield from (missing(place, "countries", code) for code in sorted(set(fitting) - got))
    yield from (extra(place, "countries", code) for code in sorted(got - set(fitting)))


def _contexts(place: Place, gold: GoldEvent, read: Event) -> Iterator[Outcome]:
    got = {context for context in read.contexts if not context.startswith("cc:")}
    for context in gold.contexts:
        right = context in got
        yield found(place, "contexts", context, context) if right else missing(place, "contexts", context)
    for context in sorted(got - set(gold.contexts)):
        yield extra(place, "contexts", context, neutral=context in gold.alt_contexts)


def _location(place: Place, gold: GoldEvent, read: Event) -> Iterator[Outcome]:
    expected = gold.location.name if gold.location else None
    got = read.location.name if read.location else None
    outcome = compare(
        place, "location", _plain(expected), _plain(got), [_plain(x) for x in gold.alt_locations]
    )
    yield outcome
    if gold.location and read.location and not outcome.missed:
        yield compare(place, "location_country", gold.location.country, read.location.country)


def _plain(name: str | None) -> str | None:
    return None if name is None else name.casefold().removeprefix("the ")
