"""A parsed page: the library's tree, opened, and its own address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ccdata.errors import UnreadableSource, UnsupportedSource

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_ADDRESSES = (
    ("link[rel='canonical']", "href"),
    ("meta[property='og:url']", "content"),
    ("base", "href"),
)


def open_page(text: str, *, name: str) -> LexborHTMLParser:
    """Parse a page. Raises UnsupportedSource where the library is missing."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        message = "reading HTML needs the extra `html`: pip install 'ccdata[html]'"
        raise UnsupportedSource(name, message) from None
    page = LexborHTMLParser(text)
    if page.body is None:
        raise UnreadableSource(name, "the page has no body")
    return page


def page_url(page: LexborHTMLParser) -> str | None:
    """Return the address that the page gives for itself."""
    for selector, attribute in _ADDRESSES:
        for node in page.css(selector):
            address = (node.attributes.get(attribute) or "").strip()
            if address.startswith(("http://", "https://")):
                return address
    return None
