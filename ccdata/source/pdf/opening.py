"""A PDF, opened, and its pages' pieces; what cannot be read is refused by name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ccdata.errors import UnreadableSource, UnsupportedSource
from ccdata.source.pdf.hands import FontBook
from ccdata.source.pdf.pieces import Page, read_page

_LARGEST = 256 * 2**20
_MOST_PAGES = 1000
_MOST = 5_000_000
_REASONS = {
    3: "damaged: this is not a whole PDF",
    4: "encrypted: it opens only with a password",
    5: "encrypted in a way that cannot be read",
}


@contextmanager
def open_document(data: bytes, *, name: str) -> Iterator[Any]:
    """Open a PDF. Raises UnreadableSource or UnsupportedSource."""
    try:
        import pypdfium2
    except ImportError:
        message = "reading PDF needs the extra `pdf`: pip install 'ccdata[pdf]'"
        raise UnsupportedSource(name, message) from None
    if len(data) > _LARGEST:
        raise UnreadableSource(name, f"a PDF of {len(data)} bytes")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(name, _REASONS.get(error.err_code, str(error))) from None
    try:
        yield document
    finally:
        document.close()


def read_pages(document: Any, *, name: str) -> list[Page]:
    """Read every page's pieces of text."""
    count = len(document)
    if not 0 < count <= _MOST_PAGES:
        raise UnreadableSource(name, f"a PDF of {count} pages")
    fonts, pages, words = FontBook(), [], 0
    for number in range(count):
        page = _page(document, number, fonts, name=name)
        words += sum(len(piece.bits) for piece in page.pieces)
        if words > _MOST:
            raise UnreadableSource(name, f"more than {_MOST} words", place=f"page {number + 1}")
        pages.append(page)
    return pages


def _page(document: Any, number: int, fonts: FontBook, *, name: str) -> Page:
    import pypdfium2

    try:
        return read_page(document, number, fonts, most=_MOST)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(name, f"damaged: {error}", place=f"page {number + 1}") from None
