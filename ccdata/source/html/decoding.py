"""The encoding of a page.

encoding = UTF-16 by its mark | UTF-8 if every byte fits | what the page declares | windows-1252, guessed
"""

from __future__ import annotations

import codecs
import re

from ccdata.errors import BinarySource
from ccdata.records.remarks import Remark
from ccdata.source.text import decode

_DECLARED = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})")
_HEAD = 4096
_WEB_NAMES = {"iso8859-1": "windows-1252", "ascii": "windows-1252"}
"""Browsers read these as windows-1252, and pages rely on it."""


def decode_page(data: bytes, *, name: str) -> tuple[str, tuple[Remark, ...]]:
    """Turn the bytes of a page into a string."""
    declared = _declared(data)
    if declared is None or _is_utf8(data):
        return decode(data, name=name)
    if b"\x00" in data:
        raise BinarySource(name, "NUL bytes: this is not a page", place=f"byte {data.index(0)}")
    try:
        return data.decode(declared), ()
    except UnicodeDecodeError:
        return decode(data, name=name)


def _declared(data: bytes) -> str | None:
    """Return the codec that the page names, as browsers understand the name."""
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    try:
        codec = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return None if codec.startswith(("utf-16", "utf-32")) else _WEB_NAMES.get(codec, codec)


def _is_utf8(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True
