"""Quotations to Quote records: ids, canonical spans, parties, and what ties one to another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from ccdata.document.model import Document, Placed
from ccdata.extract.cast import Cast
from ccdata.extract.quotes.article import ArticleReader
from ccdata.extract.quotes.quotation import Cue, Quotation, Speaker
from ccdata.records.dates import bounds
from ccdata.records.ids import Numberer, event_part
from ccdata.records.models import Quote
from ccdata.records.remarks import Remark
from ccdata.records.shapes import Anchor, Gap, Party
from ccdata.records.spans import Span
from ccdata.source.clean import Block

_TWO = frozenset({"``", "''", "‘‘", "’’"})


def quote_records(
    document: Document,
    placed: Sequence[Placed],
    cast: Cast,
    event_ids: Mapping[int, str],
    numberer: Numberer,
) -> tuple[tuple[Quote, ...], tuple[Remark, ...]]:
    """Return the quotations of an article; `event_ids` maps an entry's ordinal to its event."""
    reader = ArticleReader(placed, cast, [byline.name.value for byline in document.front.authors])
    found = reader.read()
    writer = _Writer(placed, cast, event_ids, numberer)
    return tuple(writer.write(found)), tuple(reader.remarks)


class _Writer:
    """Writes the records; ids first, for the ties between them."""

    def __init__(
        self, placed: Sequence[Placed], cast: Cast, event_ids: Mapping[int, str], numberer: Numberer
    ) -> None:
        self.placed = placed
        self.cast = cast
        self.event_ids = event_ids
        self.numberer = numberer
        self.headings = _headings(placed)
        self.ids: dict[int, str] = {}
        self.parties: dict[tuple[int, int, int, str | None, dt.date | None], Party] = {}

    def write(self, found: Sequence[Quotation]) -> list[Quote]:
        for quotation in found:
            entry = self.placed[quotation.block].entry
            part = event_part(self.event_ids[entry.ordinal]) if entry else ""
            text = quotation.text
            self.ids[id(quotation)] = self.numberer.name("quote", text, part)
        return [self._record(quotation) for quotation in found]

    def _record(self, quotation: Quotation) -> Quote:
        placed = self.placed[quotation.block]
        on = _day(quotation.date_edtf)
        cue = quotation.cue
        cue_text, cue_span = self._printed(cue) if cue else (None, None)
        native = quotation.native
        span = span_of(placed.block, quotation)
        native_span = placed.block.span(native.start, native.end) if native else None
        return Quote(
            record_type="quote",
            id=self.ids[id(quotation)],
            article_id=self.numberer.article,
            kind=quotation.kind,
            text=quotation.text,
            span=span,
            within=self.ids[id(quotation.outer)] if quotation.outer else None,
            speakers=self._parties(quotation.speakers, on),
            attribution=quotation.attribution,
            cue=cue.lemma if cue else None,
            cue_text=cue_text,
            cue_span=cue_span,
            addressees=self._parties(quotation.addressees, on),
            reported_via=self._parties(quotation.reported_via, on),
            stance=quotation.stance,
            date_edtf=quotation.date_edtf,
            date_basis=quotation.date_basis,
            native_text=placed.block.text[native.start : native.end] if native else None,
            native_span=native_span,
            native_language=native.language if native else None,
            continues=self.ids[id(quotation.continues)] if quotation.continues else None,
            event_id=self.event_ids[placed.entry.ordinal] if placed.entry else None,
            section=placed.section,
            same_as=tuple([self.ids[id(other)] for other in quotation.same_as]),
            anchors=tuple(self._anchors(quotation, placed, span, cue_span, native_span)),
            gaps=tuple(_gaps(quotation)),
            corrections=(),
        )

    def _printed(self, cue: Cue) -> tuple[str, Span]:
        """Return a cue as printed, and its span."""
        block = self.placed[cue.block].block
        return block.text[cue.start : cue.end], block.span(cue.start, cue.end)

    def _parties(self, speakers: Sequence[Speaker], on: dt.date | None) -> tuple[Party, ...]:
        return tuple([self._known_party(speaker, on) for speaker in speakers]) if speakers else ()

    def _known_party(self, speaker: Speaker, on: dt.date | None) -> Party:
        """Return a speaker's party; several quotations under one cue share it."""
        key = (speaker.block, speaker.start, speaker.end, speaker.actor_id, on)
        party = self.parties.get(key)
        if party is None:
            party = self.parties[key] = self._party(speaker, on)
        return party

    def _party(self, speaker: Speaker, on: dt.date | None) -> Party:
        if speaker.naming is not None:
            return self.cast.party(speaker.block, speaker.naming, on)
        block = self.placed[speaker.block].block
        return Party(
            actor_id=None,
            text=block.text[speaker.start : speaker.end],
            span=block.span(speaker.start, speaker.end),
            country=speaker.country,
            role_title=None,
            role_span=None,
            office=None,
            method="description",
        )

    def _anchors(
        self, quotation: Quotation, placed: Placed, span: Span, cue: Span | None, native: Span | None
    ) -> list[Anchor]:
        made = [Anchor(field="text", span=span)]
        if cue is not None:
            made.append(Anchor(field="cue", span=cue))
        if native is not None:
            made.append(Anchor(field="native_text", span=native))
        date = self._date_span(quotation, placed)
        if date is not None:
            made.append(Anchor(field="date_edtf", span=date))
        if placed.section in self.headings:
            made.append(self.headings[placed.section])
        return made

    def _date_span(self, quotation: Quotation, placed: Placed) -> Span | None:
        if quotation.date_edtf is None:
            return None
        if quotation.date_place is not None:
            return placed.block.span(*quotation.date_place)
        return placed.entry.date_span if placed.entry else None


def span_of(block: Block, quotation: Quotation) -> Span:
    """Return the canonical characters between the marks, markup at the edges included."""
    pair = quotation.pair
    if pair.mark_start == pair.start and pair.mark_end == pair.end:
        return block.span(pair.start, pair.end)
    first = pair.mark_start + _length(block.text, pair.mark_start)
    start = block.range(pair.mark_start, first)[1]
    if pair.open_end:
        end = block.range(pair.start, pair.end)[1]
    else:
        last = pair.mark_end - _length(block.text, pair.mark_end - 2)
        end = block.range(last, pair.mark_end)[0]
    around = block.canonical[start:end]
    exact = around.strip()
    start += around.index(exact)
    return Span(start=start, end=start + len(exact), exact=exact)


def _length(text: str, place: int) -> int:
    return 2 if text[place : place + 2] in _TWO and place >= 0 else 1


def _headings(placed: Sequence[Placed]) -> dict[str | None, Anchor]:
    """Return where each section has its name from; all quotations under a heading share the anchor."""
    return {
        p.section: Anchor(field="section", span=p.block.whole())
        for p in placed
        if p.place == "heading" and p.section
    }


def _day(edtf: str | None) -> dt.date | None:
    return bounds(edtf)[0] if edtf else None


_NO_CUE = Gap(field="cue", reason="not_printed")
_NO_DATE = Gap(field="date_edtf", reason="not_printed")


def _gaps(quotation: Quotation) -> list[Gap]:
    """Say why a credited quotation has no cue, no date."""
    if not quotation.speakers:
        return []
    made = []
    if quotation.cue is None:
        made.append(_NO_CUE)
    if quotation.date_edtf is None:
        made.append(_NO_DATE)
    return made
