"""The words of a page, in pieces: what stands side by side on one baseline without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ccdata.source.pdf.bits import Bit, BitReader
from ccdata.source.pdf.hands import FontBook, Hand
from ccdata.source.pdf.links import Target, read_targets

_GAP = 0.7
_BACK = 0.6
_SHIFT = 0.25


@dataclass(slots=True)
class Piece:
    """Words on one baseline."""

    baseline: float
    size: float
    bits: list[Bit] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Left edge."""
        return self.bits[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return self.bits[-1].right

    @property
    def text(self) -> str:
        """The words."""
        return "".join(bit.text for bit in self.bits)


@dataclass(slots=True)
class Page:
    """A page's pieces in the order of the file, its links, its size."""

    number: int
    width: float
    height: float
    pieces: list[Piece]
    targets: list[Target]


def read_page(document: Any, number: int, fonts: FontBook, *, most: int) -> Page:
    """Read one page; raises PdfiumError for one that is damaged."""
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            targets = read_targets(document, page)
            bits = BitReader(textpage, fonts, targets).read(most=most)
            pieces = list(_pieces(bits))
        finally:
            textpage.close()
        width, height = page.get_size()
    finally:
        page.close()
    return Page(number=number, width=width, height=height, pieces=pieces, targets=targets)


def _pieces(bits: Iterable[tuple[Bit | None, Hand | None]]) -> Iterator[Piece]:
    """Yield the pieces: a line's end, a gap, or another baseline ends one."""
    held: Piece | None = None
    for bit, hand in bits:
        if bit is None or hand is None:
            if held:
                yield from _trimmed(held)
            held = None
            continue
        if held is not None and _parts(held, bit, hand):
            yield from _trimmed(held)
            held = None
        if held is None:
            held = Piece(hand.baseline, hand.size)
        held.bits.append(bit)
    if held:
        yield from _trimmed(held)


def _parts(held: Piece, bit: Bit, hand: Hand) -> bool:
    """Say whether a bit cannot belong to the piece."""
    gap = bit.left - held.bits[-1].right
    size = max(hand.size, held.size)
    if not -_BACK * size <= gap <= _GAP * size:
        return True
    return abs(hand.baseline - held.baseline) > _SHIFT * size or abs(hand.size - held.size) > _SHIFT * size


def _trimmed(piece: Piece) -> Iterator[Piece]:
    """Drop spaces at the edges; a piece of nothing else is none."""
    bits = piece.bits
    while bits and bits[-1].text == " ":
        bits.pop()
    first = next((n for n, bit in enumerate(bits) if bit.text != " "), None)
    if first is not None:
        piece.bits = bits[first:]
        yield piece
