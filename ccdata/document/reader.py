"""From a reading to a document: the parts in the order in which they are found.

    document = header {abstract | notice} body chronology
             | header chronology body

The chronology is found first (it is the surest sign), the notice next, then the text between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ccdata.document.captions import read_caption
from ccdata.document.chronology import Chronology, find_chronology, opens_entry
from ccdata.document.chunks import Chunk
from ccdata.document.citation import is_notice
from ccdata.document.columns import interleaved_ranges
from ccdata.document.entries import EntryReader
from ccdata.document.flattened import part_flattened
from ccdata.document.front import gather_front, period_dates, printed_month
from ccdata.document.furniture import is_furniture
from ccdata.document.grouping import split_chunks
from ccdata.document.header import Header, is_page_head, lists_articles, read_header
from ccdata.document.masthead import part_masthead
from ccdata.document.model import Document, Entry, FrontMatter, Paragraph, Part
from ccdata.document.paragraphs import join_paragraphs, read_parts
from ccdata.document.regions import Regions, narrative_in, part_regions, with_opening
from ccdata.document.years import YearKeeper
from ccdata.records.remarks import Remark
from ccdata.source.clean import CleanText
from ccdata.source.reading import Reading

_Stretch = tuple[int, int]


def read_document(reading: Reading) -> Document:
    """Read an article. Any text gives a document: what is not found is null, and said in remarks."""
    clean = CleanText(reading.text)
    chunks = part_flattened(split_chunks(clean))
    captions = tuple(
        caption for chunk in chunks if chunk.kind == "aside" and (caption := read_caption(chunk))
    )
    mixed = interleaved_ranges(clean.canonical)
    running = [chunk for chunk in chunks if chunk.kind != "aside" and not (mixed and _overlaps(chunk, mixed))]
    chronology = find_chronology(running, clean)
    text = running[: chronology.first] if chronology else running
    regions = part_regions(text)
    above = list(part_masthead(regions.header, clean))
    header = read_header([*above, *_notice_below(above, chronology)], clean)
    regions = with_opening(_without_heads(text, regions, header), header, above)
    front = gather_front(header, chronology)
    told = _chronology(chronology, clean, front)
    if not _is_article(front, told, running) or (not told.entries and lists_articles(header)):
        return _stranger(reading, clean, running, mixed)
    behind = () if regions.body or regions.abstract else narrative_in(told.tail)
    parts = [*_parts(regions.body, clean, chronology), *_parts(behind, clean, None), *told.parts]
    return Document(
        reading=reading,
        clean=clean,
        layout=_layout(reading, chronology, told),
        front=front,
        abstract=tuple(_abstract(regions, header, clean)),
        parts=tuple(sorted(parts, key=lambda part: part.start)),
        captions=captions,
        entries=told.entries,
        remarks=(
            *reading.remarks,
            *_interleaved(mixed),
            *_remarks(header, front, told, clean),
            *_unread([*header.unread, *told.unread, *(chunk for chunk in told.tail if chunk not in behind)]),
            *told.remarks,
        ),
    )


def _without_heads(text: Sequence[Chunk], regions: Regions, header: Header) -> Regions:
    """Leave out the heads of pages that repeat what the header says: they part no paragraphs."""
    heads = [chunk for chunk in (*regions.abstract, *regions.body) if is_page_head(chunk, header)]
    if not heads:
        return regions
    header.furniture += heads
    left_out = {id(chunk) for chunk in heads}
    return part_regions([chunk for chunk in text if id(chunk) not in left_out])


def _notice_below(above: Sequence[Chunk], chronology: Chronology | None) -> list[Chunk]:
    """Find the notice behind the chronology, where none stands above the text."""
    if chronology is None or any(is_notice(chunk.text) for chunk in above):
        return []
    return [chunk for chunk in chronology.chunks if is_notice(chunk.text)][-1:]


def _is_article(front: FrontMatter, told: _Told, running: Sequence[Chunk]) -> bool:
    """An article has a citation, or entries, or a pair with a masthead, a period or a volume beside it.

    Entries without a heading, a pair or a masthead count where most of the text is entries: a page of news
    may have some dated lines.
    """
    if front.citation is not None:
        return True
    if front.relationship is not None and any((front.journal, front.period, front.volume, front.authors)):
        return True
    if not told.entries or front.relationship or front.journal or any(p.heading for p in told.parts):
        return bool(told.entries)
    dated = sum(len(chunk.text) for chunk in running if opens_entry(chunk) or chunk.is_loose)
    return 2 * dated >= sum(len(chunk.text) for chunk in running)


def _stranger(
    reading: Reading, clean: CleanText, running: Sequence[Chunk], mixed: Sequence[_Stretch]
) -> Document:
    """Something else: its paragraphs are kept, and nothing is said of it as an article."""
    message = "neither masthead nor citation nor chronology was found"
    return Document(
        reading=reading,
        clean=clean,
        layout=f"{reading.layout_hint or 'text'}/no-article",
        front=FrontMatter(),
        abstract=(),
        parts=tuple(read_parts(running, clean, end=len(clean.canonical))),
        captions=(),
        entries=(),
        remarks=(*reading.remarks, *_interleaved(mixed), Remark(code="not-an-article", message=message)),
    )


def _overlaps(chunk: Chunk, stretches: Sequence[_Stretch]) -> bool:
    place = bisect_left(stretches, (chunk.end, 0)) - 1
    return place >= 0 and chunk.start < stretches[place][1]


def _interleaved(stretches: Sequence[_Stretch]) -> list[Remark]:
    message = "the lines of two columns stand side by side; they are left out"
    return [
        Remark(code="columns-interleaved", message=message, start=start, end=end) for start, end in stretches
    ]


def _abstract(regions: Regions, header: Header, clean: CleanText) -> list[Paragraph]:
    """The abstract's paragraphs, and the notice as one of its own (it holds quotation marks)."""
    chunks = [chunk for chunk in regions.abstract if not is_furniture(chunk.text)]
    paragraphs = [
        Paragraph(block=p.block, place="abstract", quoted=p.quoted) for p in join_paragraphs(chunks, clean)
    ]
    notices = [Paragraph(block=chunk.block, place="citation") for chunk, _ in header.notices]
    return sorted([*paragraphs, *notices], key=lambda paragraph: paragraph.block.start)


def _parts(body: Sequence[Chunk], clean: CleanText, chronology: Chronology | None) -> list[Part]:
    end = len(clean.canonical)
    if chronology is not None:
        end = chronology.heading.start if chronology.heading else chronology.chunks[0].start
    return read_parts([chunk for chunk in body if not is_furniture(chunk.text)], clean, end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the chronology gave."""

    entries: tuple[Entry, ...] = ()
    parts: tuple[Part, ...] = ()
    unread: tuple[Chunk, ...] = ()
    tail: tuple[Chunk, ...] = ()
    remarks: tuple[Remark, ...] = ()


def _chronology(chronology: Chronology | None, clean: CleanText, front: FrontMatter) -> _Told:
    """Read the entries; without a period in the heading, years come from the labels or the issue."""
    if chronology is None:
        return _Told()
    years = YearKeeper(chronology.period_dates or period_dates(front), fallback=printed_month(front))
    reader = EntryReader(clean, years)
    entries = reader.read(chronology.chunks)
    heading = chronology.heading
    start = heading.end if heading else chronology.chunks[0].start
    last = chronology.chunks[-1].end if chronology.chunks else start
    part = Part(
        heading=heading.block if heading else None,
        level=1,
        start=start,
        end=max((entry.span.end for entry in entries), default=last),
        paragraphs=(),
        chronology=True,
    )
    return _Told(
        entries=entries,
        parts=(part,),
        unread=tuple(reader.unread),
        tail=reader.tail,
        remarks=tuple(reader.remarks),
    )


def _layout(reading: Reading, chronology: Chronology | None, told: _Told) -> str:
    """Name the layout by its signs: who rendered the text, and how the entries are set."""
    if chronology is None:
        entries = "no-chronology"
    elif any(chunk.is_run_on for chunk in chronology.chunks):
        entries = "run-on"
    elif told.entries and all(entry.label is None for entry in told.entries):
        entries = "dates-lost"
    else:
        entries = "paragraphs"
    return f"{reading.layout_hint or 'text'}/{entries}"


def _remarks(header: Header, front: FrontMatter, told: _Told, clean: CleanText) -> list[Remark]:
    """Say what was left out, what nobody understood, and what is missing."""
    remarks = [
        _about(chunk, "furniture-dropped", f"left out: {chunk.text[:80]}")
        for chunk in header.furniture
        if chunk.kind != "aside"
    ]
    if clean.repairs:
        pieces = ", ".join(sorted({repair.text for repair in clean.repairs}))[:80]
        message = f"{len(clean.repairs)} pieces repaired: {pieces}"
        remarks.append(Remark(code="mojibake-repaired", message=message))
    return [*remarks, *_missing(front, told)]


def _unread(chunks: Sequence[Chunk]) -> list[Remark]:
    return [
        _about(chunk, "furniture-dropped", f"left out: {chunk.text[:80]}")
        if is_furniture(chunk.text)
        else _about(chunk, "line-unread", f"no rule reads: {chunk.text[:80]}")
        for chunk in chunks
    ]


def _missing(front: FrontMatter, told: _Told) -> list[Remark]:
    remarks = []
    if front.title is None:
        remarks.append(Remark(code="title-missing", message="no title was found", field="title"))
    if not told.entries:
        remarks.append(Remark(code="chronology-missing", message="no chronology was found"))
    return remarks


def _about(chunk: Chunk, code: str, message: str) -> Remark:
    return Remark(code=code, message=message, start=chunk.start, end=chunk.end)
