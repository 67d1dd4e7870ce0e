"""Quotations against the gold: paired by their spans, then field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ccdata.evaluate.align import core, pair_spans, shared_length
from ccdata.evaluate.gold import Gold, GoldQuote, GoldWho
from ccdata.evaluate.identity import Identity
from ccdata.evaluate.outcome import Outcome, Place, absent, compare, compare_class, extra, found, missing
from ccdata.records import Party, Quote
from ccdata.records.shard import Shard

Who = tuple[str | None, ...]


class QuoteJudge:
    """Compares the quotations of one article."""

    def __init__(self, gold: Gold, shard: Shard, identity: Identity) -> None:
        self._gold = gold
        self._quotes = shard.quotes
        self._identity = identity
        self._ordinals = {event.id: event.ordinal for event in shard.events}
        self._pairs = pair_spans([quote.span for quote in gold.quotes], [q.span for q in shard.quotes])
        self._numbers = {shard.quotes[r].id: gold.quotes[g].n for g, r in self._pairs.items()}

    def outcomes(self) -> Iterator[Outcome]:
        """Compare every quotation; one that was not found misses its kind and its speaker."""
        for position, expected in enumerate(self._gold.quotes):
            place = self._place(expected)
            if position in self._pairs:
                yield from self._paired(place, expected, self._quotes[self._pairs[position]])
            elif not expected.optional:
                yield from self._absent(place, expected)
        taken = set(self._pairs.values())
        for position, quote in enumerate(self._quotes):
            if position not in taken:
                place = self._at(f"read {quote.id}", quote.span.start, quote.span.end)
                yield from (extra(place, field, quote.text[:60]) for field in _SPANS)

    def _paired(self, place: Place, gold: GoldQuote, read: Quote) -> Iterator[Outcome]:
        if gold.optional:
            return
        exact = core(gold.span) == core(read.span)
        speaker = compare(place, "speaker", _all(gold.speakers), self._ids(read.speakers), _others(gold))
        yield found(place, "span_overlap", gold.text[:60], read.text[:60])
        yield compare(place, "span", core(gold.span), core(read.span))
        yield compare_class(place, "kind", gold.kind, read.kind, gold.alt_kinds)
        yield speaker
        yield from self._nobody(place, gold, read)
        if exact and not speaker.missed:
            sure = speaker.strict.gold + speaker.strict.predicted == 2 * speaker.strict.hits
            yield found(place, "span_and_speaker", "both", "both", strict=sure)
        else:
            yield compare_class(place, "span_and_speaker", "both", "one" if exact else "not the span")
        yield from self._manner(place, gold, read)
        yield from self._links(place, gold, read)

    def _nobody(self, place: Place, gold: GoldQuote, read: Quote) -> Iterator[Outcome]:
        """Compare who has no speaker: the mark of irony, the term, the title."""
        expected = None if gold.speakers else "nobody"
        also = ["nobody"] if () in gold.alt_speakers else [None] if gold.alt_speakers else []
        yield compare(place, "nobody", expected, None if read.speakers else "nobody", also)

    def _manner(self, place: Place, gold: GoldQuote, read: Quote) -> Iterator[Outcome]:
        yield compare_class(place, "attribution", gold.attribution, read.attribution, gold.alt_attributions)
        yield compare(place, "cue", gold.cue, read.cue, gold.alt_cues)
        yield compare_class(place, "stance", gold.stance, read.stance)
        yield compare(place, "date", gold.date_edtf, read.date_edtf, gold.alt_dates)
        natives = [_joined(text) for text in gold.alt_native_texts]
        yield compare(place, "native", _joined(gold.native_text), _joined(read.native_text), natives)

    def _links(self, place: Place, gold: GoldQuote, read: Quote) -> Iterator[Outcome]:
        yield from self._parties(place, "addressees", gold.addressees, read.addressees)
        yield from self._parties(place, "reported_via", gold.reported_via, read.reported_via)
        yield compare(place, "continues", gold.continues, self._number(read.continues), gold.alt_continues)
        yield compare(place, "within", gold.within, self._number(read.within))
        yield compare(place, "event", gold.event_ordinal, self._ordinals.get(read.event_id or ""))

    def _number(self, quote_id: str | None) -> int | None:
        """Return the gold number of a quotation that was read; 0 where the gold has no such one."""
        return None if quote_id is None else self._numbers.get(quote_id, 0)

    def _parties(
        self, place: Place, field: str, gold: Sequence[GoldWho], read: Sequence[Party]
    ) -> Iterator[Outcome]:
        left = list(read)
        for who in gold:
            partner = next((party for party in left if self._same(who, party)), None)
            if partner is None:
                yield missing(place, field, who.id or who.text, optional=who.optional)
                continue
            left.remove(partner)
            if not who.optional:
                yield found(place, field, who.id or who.text, partner.actor_id or partner.text)
        yield from (extra(place, field, party.actor_id or party.text) for party in left)

    def _same(self, who: GoldWho, party: Party) -> bool:
        """Compare ids; where one is described, and for what is debatable, the place decides."""
        there = shared_length(who.span, party.span) > 0
        if who.optional and there:
            return True
        if who.id is None or party.actor_id is None:
            return who.id == party.actor_id and there
        return who.id == self._identity.known(party.actor_id)

    def _ids(self, parties: Sequence[Party]) -> Who | None:
        return _who([self._identity.known(party.actor_id) for party in parties])

    def _absent(self, place: Place, gold: GoldQuote) -> Iterator[Outcome]:
        yield from (missing(place, field, gold.text[:60]) for field in _SPANS)
        yield absent(place, "kind", gold.kind)
        if gold.speakers:
            yield absent(place, "speaker", _all(gold.speakers))

    def _place(self, gold: GoldQuote) -> Place:
        return self._at(f"quote {gold.n}", gold.span.start, gold.span.end)

    def _at(self, unit: str, start: int, end: int) -> Place:
        article = self._gold.header.article_id
        return Place(article=article, record="quote", unit=unit, start=start, end=end)


_SPANS = ("span_overlap", "span", "span_and_speaker")


def _all(speakers: Sequence[GoldWho]) -> Who | None:
    return _who([who.id for who in speakers])


def _others(gold: GoldQuote) -> list[Who | None]:
    return [_who(ids) for ids in gold.alt_speakers]


def _who(ids: Sequence[str | None]) -> Who | None:
    """Return ids as a value to compare; nobody is no answer."""
    return tuple(sorted(ids, key=lambda one: one or "")) or None


def _joined(text: str | None) -> str | None:
    """Return an original without white space: Chinese knows none, a line break makes one."""
    return None if text is None else "".join(text.split())
