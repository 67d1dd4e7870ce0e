"""Which reader for which bytes: told by the first of them, never by the file's name alone.

PDF   = "%PDF-" within the first kilobyte
HTML  = a doctype, or one of the tags every page has, at the head
text  = everything else that is text
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ccdata.errors import BinarySource, EmptySource, UsageError
from ccdata.source.reading import Reading
from ccdata.source.text import read_text

_HEAD = 1024
_HTML = re.compile(
    rb"(?i)^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|section|title|meta|p|h[1-6])\b",
    re.DOTALL,
)
_SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
}
MEDIA_TYPES = ("text/plain", "text/html", "application/pdf")


def read_source(data: bytes, *, name: str, media_type: str | None = None) -> Reading:
    """Read one source of any format.

    Raises a SourceError with the name and, where there is one, the place; UsageError for a media
    type that is none of MEDIA_TYPES.
    """
    if not data.strip():
        raise EmptySource(name, "the source is empty")
    kind = media_type or sniff(data, name=name)
    if kind not in MEDIA_TYPES:
        raise UsageError(f"no reader for {kind}; media types: {', '.join(MEDIA_TYPES)}")
    return _reader(kind)(data, name=name)


def sniff(data: bytes, *, name: str) -> str:
    """Return the media type of the bytes. Raises BinarySource for a format known not to be text."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise BinarySource(name, f"this is {what}, not text")
    if b"%PDF-" in data[:_HEAD]:
        return "application/pdf"
    return "text/html" if _HTML.match(data[: 4 * _HEAD]) else "text/plain"


def _reader(kind: str) -> Callable[..., Reading]:
    """Import the reader that is needed, and no other."""
    if kind == "application/pdf":
        from ccdata.source.pdf import read_pdf

        return read_pdf
    if kind == "text/html":
        from ccdata.source.html import read_html

        return read_html
    return read_text
