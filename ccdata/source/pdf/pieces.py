"""The letters of a page, in pieces: what stands side by side on one baseline without a gap.

Each text object of the page has one font, size and direction; they are asked for once an object.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ccdata.source.pdf.links import Target, read_targets

_GAP = 0.7
_BACK = 0.6
_SHIFT = 0.25
_TILT = 0.2
_HYPHENS = {0x02: "\ufffe", 0xFFFE: "\ufffe"}
_NONE = frozenset({0, 0xFFFF, 0x200B, 0xFEFF, 0xAD})
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACES = frozenset((0x20, 0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000))
_BREAKS = frozenset((0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029))
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_PLAIN_FIRST, _PLAIN_LAST = 0x21, 0x7F
_HEAVY = 600
_FORCED_BOLD, _ITALIC = 1 << 18, 1 << 6


@dataclass(frozen=True, slots=True)
class Font:
    """What a font says of its letters."""

    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Hand:
    """How a text object is written: font, size as seen, baseline, upright or not."""

    font: Font
    size: float
    baseline: float
    upright: bool


class Letter(NamedTuple):
    """One letter or space: its left and right edge, and its font."""

    text: str
    left: float
    right: float
    font: Font


@dataclass(slots=True)
class Piece:
    """Letters on one baseline."""

    baseline: float
    size: float
    letters: list[Letter] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Left edge."""
        return self.letters[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return self.letters[-1].right

    @property
    def text(self) -> str:
        """The words."""
        return "".join(letter.text for letter in self.letters)


@dataclass(slots=True)
class Page:
    """A page's pieces in the order of the file, its links, its size."""

    number: int
    width: float
    height: float
    pieces: list[Piece]
    targets: list[Target]


class FontBook:
    """Fonts by their address: a name is read once."""

    def __init__(self) -> None:
        self._known: dict[int, Font] = {}

    def font_of(self, text_object: Any) -> Font:
        """Return the font of a text object."""
        import pypdfium2.raw as pdfium

        handle = pdfium.FPDFTextObj_GetFont(text_object)
        if not handle:
            return Font(bold=False, italic=False)
        address = ctypes.addressof(handle.contents)
        if address not in self._known:
            self._known[address] = _read_font(handle)
        return self._known[address]


def _read_font(handle: Any) -> Font:
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(handle, buffer, 256)
    name = buffer.value.decode("utf-8", "replace").lower()
    flags = pdfium.FPDFFont_GetFlags(handle)
    flags = max(0, flags)
    bold = any(word in name for word in ("bold", "black", "heavy", "demi")) or bool(flags & _FORCED_BOLD)
    italic = any(word in name for word in ("italic", "oblique", "slanted")) or bool(flags & _ITALIC)
    return Font(bold=bold or pdfium.FPDFFont_GetWeight(handle) >= _HEAVY, italic=italic)


def read_page(document: Any, number: int, fonts: FontBook, *, most: int) -> Page:
    """Read one page; raises PdfiumError for one that is damaged."""
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            pieces = list(_pieces(textpage, fonts, most=most))
            targets = read_targets(document, page)
        finally:
            textpage.close()
        width, height = page.get_size()
    finally:
        page.close()
    return Page(number=number, width=width, height=height, pieces=pieces, targets=targets)


def _pieces(textpage: Any, fonts: FontBook, *, most: int) -> Iterator[Piece]:
    """Yield the pieces: a line's end, a gap, or another baseline ends one."""
    held: Piece | None = None
    for letter, hand in _letters(textpage, fonts, most=most):
        if letter is None or hand is None:
            if held:
                yield from _trimmed(held)
            held = None
            continue
        if held is not None and _parts(held, letter, hand):
            yield from _trimmed(held)
            held = None
        if held is None:
            held = Piece(hand.baseline, hand.size)
        held.letters.append(letter)
    if held:
        yield from _trimmed(held)


def _parts(held: Piece, letter: Letter, hand: Hand) -> bool:
    """Say whether a letter cannot belong to the piece."""
    gap = letter.left - held.letters[-1].right
    size = max(held.size, hand.size)
    if gap > _GAP * size or gap < -_BACK * size:
        return True
    return abs(hand.baseline - held.baseline) > _SHIFT * size or abs(hand.size - held.size) > _SHIFT * size


def _trimmed(piece: Piece) -> Iterator[Piece]:
    """Drop spaces at the edges; a piece of nothing else is none."""
    letters = piece.letters
    while letters and letters[-1].text == " ":
        letters.pop()
    first = next((n for n, letter in enumerate(letters) if letter.text != " "), None)
    if first is not None:
        piece.letters = letters[first:]
        yield piece


def _letters(textpage: Any, fonts: FontBook, *, most: int) -> Iterator[tuple[Letter | None, Hand | None]]:
    """Yield the upright letters in the order of the file; (None, None) where a line ends."""
    import pypdfium2.raw as pdfium

    page, box, address_of = textpage.raw, pdfium.FS_RECTF(), ctypes.addressof
    read_code, read_object = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject
    read_box = pdfium.FPDFText_GetLooseCharBox
    hand: Hand | None = None
    address, edge, high = 0, 0.0, 0
    for place in range(min(pdfium.FPDFText_CountChars(page), most)):
        code = read_code(page, place)
        if code in _BREAKS:
            yield None, None
            continue
        text_object = read_object(page, place)
        if not text_object:
            if hand is not None and code in _SPACES:
                yield Letter(" ", edge, edge, hand.font), hand
            continue
        here = address_of(text_object.contents)
        if here != address or hand is None:
            hand, address = _hand(page, place, fonts.font_of(text_object)), here
        if code in _NONE or not hand.upright:
            continue
        if code in _HIGH:
            high = code
            continue
        read_box(page, place, box)
        edge = box.right
        text = chr(code) if _PLAIN_FIRST <= code < _PLAIN_LAST else _text(code, high)
        yield Letter(text, box.left, edge, hand.font), hand
        high = 0


def _text(code: int, high: int) -> str:
    if code in _SPACES:
        return " "
    if code in _HYPHENS:
        return _HYPHENS[code]
    if code in _LOW:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd"
    if code < 0x20 or code > 0x10FFFF:  # noqa: PLR2004
        return "\ufffd"
    return _LIGATURES.get(chr(code), chr(code))


def _hand(page: Any, place: int, font: Font) -> Hand:
    """Ask how a text object is written."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, place, matrix)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, place, x, y)
    scale = math.hypot(matrix.c, matrix.d)
    size = abs(pdfium.FPDFText_GetFontSize(page, place) * scale)
    upright = abs(matrix.b) <= _TILT * abs(matrix.a) and matrix.a > 0 < size < math.inf
    return Hand(font=font, size=size if size > 0 else 1.0, baseline=y.value, upright=bool(upright))
