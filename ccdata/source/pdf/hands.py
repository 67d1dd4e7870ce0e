"""How the text objects of a page are written: font, size, baseline, direction.

Each object has one of each; they are asked for once an object.
"""

from __future__ import annotations

import ctypes
import math
from typing import Any, NamedTuple

_TILT = 0.2
_HEAVY = 600
_FORCED_BOLD, _ITALIC = 1 << 18, 1 << 6


class Font(NamedTuple):
    """What a font says of its letters."""

    bold: bool
    italic: bool


class Hand(NamedTuple):
    """How a text object is written: font, size as seen, baseline, upright or not."""

    font: Font
    size: float
    baseline: float
    upright: bool


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


def read_hand(page: Any, place: int, font: Font) -> Hand:
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
