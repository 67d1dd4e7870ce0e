"""The reader of plain text: bytes to canonical text.

canonical = decoded, without BOM, CRLF and CR made LF; nothing else is touched
encoding  = UTF-8 | UTF-16 with BOM | windows-1252, guessed and said so
"""

from __future__ import annotations

import codecs
import re

from ccdata.errors import BinarySource, DecodingError, EmptySource
from ccdata.records.remarks import Remark
from ccdata.source.reading import Reading, sha256_of

MEDIA_TYPE = "text/plain"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.01
_BOMS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(data: bytes, *, name: str) -> Reading:
    """Read plain text.

    Raises EmptySource, BinarySource or DecodingError, with the name and the place.
    """
    text, remarks = decode(data, name=name)
    return reading_of(text, data, name=name, remarks=remarks)


def reading_of(text: str, data: bytes, *, name: str, remarks: tuple[Remark, ...] = ()) -> Reading:
    """Wrap a text in hand as a reading. Raises EmptySource or DecodingError."""
    canonical = canonical_text(text)
    require_text(canonical, name=name)
    return Reading(name=name, media_type=MEDIA_TYPE, sha256=sha256_of(data), text=canonical, remarks=remarks)


def canonical_text(text: str) -> str:
    """Drop a BOM and make every line end a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes, *, name: str) -> tuple[str, tuple[Remark, ...]]:
    """Turn bytes into a string, and say where the encoding was a guess."""
    if not data.strip():
        raise EmptySource(name, "the source is empty")
    if data.startswith(_BOMS_16):
        return _decode_utf16(data, name=name), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        return _decode_guess(data, name=name, offset=error.start)


def require_text(text: str, *, name: str) -> None:
    """Refuse what no later stage could hold. Raises EmptySource, BinarySource, DecodingError."""
    if not text.strip():
        raise EmptySource(name, "the source is empty")
    controls = len(_CONTROL.findall(text))
    if controls > max(3, len(text) * _BINARY_SHARE):
        raise BinarySource(name, f"{controls} control characters in {len(text)}: this is not text")
    for fault, word in (("\x00", "a NUL"), *((c, "a lone surrogate") for c in _surrogates(text))):
        place = text.find(fault)
        if place >= 0:
            raise DecodingError(name, f"{word} stands in the text", place=place_of(text, place))


def place_of(text: str, offset: int) -> str:
    """Return `line 3, column 7` of an offset."""
    before = text[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"


def _surrogates(text: str) -> list[str]:
    """Return the first lone surrogate, if there is one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return [text[error.start]]
    return []


def _decode_utf16(data: bytes, *, name: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise DecodingError(name, "a cut or damaged UTF-16 character", place=place) from None


def _decode_guess(data: bytes, *, name: str, offset: int) -> tuple[str, tuple[Remark, ...]]:
    if b"\x00" in data:
        raise BinarySource(name, "NUL bytes: this is not text", place=f"byte {data.index(0)}")
    text = data.decode("windows-1252", errors="replace")
    message = f"not UTF-8 (byte {offset}); read as windows-1252, which is a guess"
    lost = text.count("\ufffd")
    if lost:
        message += f"; {lost} bytes mean nothing in it"
    return text, (Remark(code="encoding-guessed", message=message),)
