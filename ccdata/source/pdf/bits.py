"""The words of a page in the order of the file, each with its edges.

    bit = the letters of a word that one text object writes, or one space

The library is asked for the edges of a word, not of each letter: inside a word there is no gap that it
does not fill with a space. Where a link lies near, every letter is a bit: a link may cover half a word.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ccdata.source.pdf.hands import Font, FontBook, Hand, read_hand
from ccdata.source.pdf.links import Target, targets_near

_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_SPACES = " \t\xa0\u2000-\u200a\u202f\u205f\u3000"
_NONE = "\x00\uffff\u200b\ufeff\xad"
_TOKEN = re.compile(rf"(?P<line>[{_BREAKS}])|(?P<space>[{_SPACES}])|(?P<word>[^{_BREAKS}{_SPACES}{_NONE}]+)")
_LETTER = re.compile("[\ud800-\udbff][\udc00-\udfff]|.", re.DOTALL)
_MEANT = {
    **dict.fromkeys(range(0x20), "\ufffd"),
    **str.maketrans({"\x02": "\ufffe", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}),
    **str.maketrans({"ﬅ": "st", "ﬆ": "st"}),
}
"""What the library's signs and ligatures stand for; U+FFFE is a hyphen at a line's end."""


class Bit(NamedTuple):
    """A word, a part of one, or a space: its left and right edge, and its font."""

    text: str
    left: float
    right: float
    font: Font


class BitReader:
    """Reads the upright words of one page."""

    def __init__(self, textpage: Any, fonts: FontBook, targets: Sequence[Target]) -> None:
        import pypdfium2.raw as pdfium

        self.page = textpage.raw
        self.fonts = fonts
        self.targets = targets
        self.hand: Hand | None = None
        self.edge = 0.0
        self._address = 0
        self._near = False
        self._box = pdfium.FS_RECTF()
        self._read_object, self._read_box = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetLooseCharBox

    def read(self, *, most: int) -> Iterator[tuple[Bit | None, Hand | None]]:
        """Yield the bits with their hand; (None, None) where a line ends."""
        characters = _characters(self.page, most)
        for token in _TOKEN.finditer(characters):
            if token.lastgroup == "line":
                yield None, None
            elif token.lastgroup == "space":
                yield from self._space(token.start())
            else:
                yield from self._word(characters, *token.span())

    def _space(self, place: int) -> Iterator[tuple[Bit, Hand]]:
        """A space that nobody wrote stands where the word before it ended."""
        address, written = self._object(place)
        if not address and self.hand is not None:
            yield Bit(" ", self.edge, self.edge, self.hand.font), self.hand
        elif address and (hand := self._take_up(place, address, written)).upright:
            yield self._bit(" ", place, place, hand), hand

    def _word(self, characters: str, start: int, end: int) -> Iterator[tuple[Bit, Hand]]:
        for address, written, begin, stop in self._stretches(start, end):
            if not address or not (hand := self._take_up(begin, address, written)).upright:
                continue
            if self._near:
                for letter in _LETTER.finditer(characters, begin, stop):
                    yield self._bit(letter[0], letter.start(), letter.end() - 1, hand), hand
            else:
                yield self._bit(characters[begin:stop], begin, stop - 1, hand), hand

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, Any, int, int]]:
        """Part a word where another object goes on writing it."""
        address, written = self._object(start)
        if end - start == 1 or self._object(end - 1)[0] == address:
            yield address, written, start, end
            return
        objects = [(place, *self._object(place)) for place in range(start, end)]
        for address, group in groupby(objects, key=lambda row: row[1]):
            rows = list(group)
            yield address, rows[0][2], rows[0][0], rows[-1][0] + 1

    def _object(self, place: int) -> tuple[int, Any]:
        """Return the address of the object that writes a letter, 0 for none, and the object."""
        found = self._read_object(self.page, place)
        return (ctypes.addressof(found.contents), found) if found else (0, None)

    def _take_up(self, place: int, address: int, written: Any) -> Hand:
        """Return how an object is written."""
        if self.hand is None or address != self._address:
            self._address = address
            self.hand = read_hand(self.page, place, self.fonts.font_of(written))
            self._near = bool(targets_near(self.targets, self.hand.baseline, self.hand.size))
        return self.hand

    def _bit(self, characters: str, first: int, last: int, hand: Hand) -> Bit:
        box = self._box
        self._read_box(self.page, first, box)
        left = box.left
        if last != first:
            self._read_box(self.page, last, box)
        self.edge = box.right
        return Bit(_text(characters), left, self.edge, hand.font)


def _characters(page: Any, most: int) -> str:
    """Return one character for each place of a page.

    The library's own text is asked for whole; it leaves out the places that it knows no character for,
    and where it does, each place is asked for.
    """
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFText_CountChars(page), most)
    buffer = ctypes.create_string_buffer(2 * count + 2)
    pdfium.FPDFText_GetText(page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    whole = buffer.raw[: 2 * count].decode("utf-16-le", "surrogatepass")
    if "\x00" not in whole and len(whole) == count:
        return whole
    return "".join(chr(pdfium.FPDFText_GetUnicode(page, place) % 0x110000) for place in range(count))


def _text(characters: str) -> str:
    if characters.isascii() and characters.isprintable():
        return characters
    paired = characters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return paired.translate(_MEANT)
