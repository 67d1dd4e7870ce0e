"""How far two annotators agree who read the same text without sight of each other.

    kappa = (observed - expected by chance) / (1 - expected by chance)      Cohen 1960

Kinds, types and media by kappa; spans and speakers by exact match; actors by F1, roles over the
actors both have. Alternatives are left aside, but for actors: an id that either accepts is the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ccdata.errors import UsageError
from ccdata.evaluate.align import core, pair_spans
from ccdata.evaluate.gold import Gold, GoldEvent, GoldEventActor, GoldQuote, load_gold
from ccdata.evaluate.outcome import Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of agreement over a number of items."""

    name: str
    count: int
    observed: float
    """Share on which both agree; F1 for lists."""
    kappa: float | None
    """Agreement beyond chance; None where the figure is no choice among classes."""


def agreement(first: str | Path, second: str | Path) -> tuple[Figure, ...]:
    """Compare two annotations of one text inside the sample of the second."""
    return agreement_of([(load_gold(Path(first)), load_gold(Path(second)))])


def agreement_of(pairs: Sequence[tuple[Gold, Gold]]) -> tuple[Figure, ...]:
    """Compare several texts at once."""
    quotes: list[tuple[GoldQuote, GoldQuote]] = []
    events: list[tuple[GoldEvent, GoldEvent]] = []
    spans = Counts(0, 0, 0)
    for first, second in pairs:
        if first.header.sha256 != second.header.sha256:
            raise UsageError(f"{second.path}: annotates another text than {first.path}")
        counted, met = _quotes(first, second)
        spans = Counts(*(a + b for a, b in zip(spans, counted, strict=True)))
        quotes += met
        events += _events(first, second)
    return (
        Figure(name="quote span", count=spans.gold, observed=spans.f1, kappa=None),
        *_quote_figures(quotes),
        *_event_figures(events),
    )


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Return Cohen's kappa of two annotators' choices; 1 where neither chance nor choice is left."""
    observed = _same(pairs)
    ours, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ours[label] * theirs[label] for label in ours) / len(pairs) ** 2
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0


def _quote_figures(quotes: Sequence[tuple[GoldQuote, GoldQuote]]) -> list[Figure]:
    return [
        _classes("quote kind", [(one.kind, other.kind) for one, other in quotes]),
        _classes("attribution", [(one.attribution, other.attribution) for one, other in quotes]),
        _classes("stance", [(one.stance, other.stance) for one, other in quotes]),
        _exact("speakers", [(_who(one), _who(other)) for one, other in quotes]),
        _exact("cue", [(one.cue, other.cue) for one, other in quotes]),
        _exact("quote date", [(one.date_edtf, other.date_edtf) for one, other in quotes]),
    ]


def _event_figures(events: Sequence[tuple[GoldEvent, GoldEvent]]) -> list[Figure]:
    actors, roles = _actors(events)
    return [
        _exact("event span", [(core(one.span), core(other.span)) for one, other in events]),
        _exact("event date", [(one.date_edtf, other.date_edtf) for one, other in events]),
        _classes("event type", [(one.event_type, other.event_type) for one, other in events]),
        _classes("medium", [(one.medium, other.medium) for one, other in events]),
        _classes("status", [(one.status, other.status) for one, other in events]),
        _exact("countries", [(one.countries, other.countries) for one, other in events]),
        Figure(name="event actors", count=actors.gold, observed=actors.f1, kappa=None),
        _classes("roles", roles),
    ]


def _quotes(first: Gold, second: Gold) -> tuple[Counts, list[tuple[GoldQuote, GoldQuote]]]:
    inside = [quote for quote in first.quotes if _sampled(quote, second)]
    pairs = pair_spans([quote.span for quote in inside], [quote.span for quote in second.quotes])
    met = [(inside[one], second.quotes[other]) for one, other in sorted(pairs.items())]
    same = sum(core(one.span) == core(other.span) for one, other in met)
    return Counts(len(inside), len(second.quotes), same), met


def _sampled(quote: GoldQuote, second: Gold) -> bool:
    return any(part.start <= quote.span.start < part.end for part in second.header.sample)


def _events(first: Gold, second: Gold) -> list[tuple[GoldEvent, GoldEvent]]:
    known = {event.ordinal: event for event in first.events}
    return [(known[event.ordinal], event) for event in second.events]


def _actors(events: Sequence[tuple[GoldEvent, GoldEvent]]) -> tuple[Counts, list[tuple[str, str]]]:
    """Count actors that either annotator requires; one that the other marks optional is no quarrel."""
    gold = read = hits = 0
    roles: list[tuple[str, str]] = []
    for one, other in events:
        met = _met(one, other)
        roles += [(a.role, b.role) for a, b in met]
        hits += len(met)
        gold += len(met) + sum(not a.optional for a in one.actors if all(a is not x for x, _ in met))
        read += len(met) + sum(not b.optional for b in other.actors if all(b is not y for _, y in met))
    return Counts(gold, read, hits), roles


def _met(one: GoldEvent, other: GoldEvent) -> list[tuple[GoldEventActor, GoldEventActor]]:
    left = list(other.actors)
    met = []
    for actor in one.actors:
        partner = next((b for b in left if _same_actor(actor, b)), None)
        if partner is not None:
            left.remove(partner)
            met.append((actor, partner))
    return met


def _same_actor(one: GoldEventActor, other: GoldEventActor) -> bool:
    ours = {one.id, *one.alt_ids} - {None}
    theirs = {other.id, *other.alt_ids} - {None}
    return (
        one.id == other.id
        if one.id and other.id and not (one.alt_ids or other.alt_ids)
        else bool(ours & theirs)
    )


def _who(quote: GoldQuote) -> tuple[str, ...]:
    return tuple(sorted(who.id or "?" for who in quote.speakers))


def _classes(name: str, pairs: Sequence[tuple[Hashable, Hashable]]) -> Figure:
    return Figure(name=name, count=len(pairs), observed=_same(pairs), kappa=kappa(pairs))


def _exact(name: str, pairs: Sequence[tuple[Hashable, Hashable]]) -> Figure:
    return Figure(name=name, count=len(pairs), observed=_same(pairs), kappa=None)


def _same(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else 1.0
