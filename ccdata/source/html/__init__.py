"""The reader of web pages: bytes to canonical text in light markup.

    page  = furniture {front matter} text chronology furniture

What is text and what is furniture is told by structure - where the running text and the dated entries
stand, what is nothing but links - never by class names. What is left out is said.
"""

from __future__ import annotations

from ccdata.errors import UnreadableSource
from ccdata.records.remarks import Remark
from ccdata.source.html.choosing import choose
from ccdata.source.html.decoding import decode_page
from ccdata.source.html.flow import read_flow
from ccdata.source.html.guard import without_raw
from ccdata.source.html.page import open_page, page_url
from ccdata.source.reading import Reading, sha256_of
from ccdata.source.text import canonical_text, require_text
from ccdata.source.writing import write_blocks

MEDIA_TYPE = "text/html"
_NAMED = 12
_SHOWN = 80


def read_html(data: bytes, *, name: str) -> Reading:
    """Read a web page.

    Raises EmptySource, DecodingError or UnreadableSource; UnsupportedSource where selectolax is missing.
    """
    decoded, remarks = decode_page(data, name=name)
    page = open_page(without_raw(canonical_text(decoded), name=name), name=name)
    url = page_url(page)
    flow = read_flow(page, base=url)
    kept, dropped = choose(flow)
    if not kept:
        raise UnreadableSource(name, "the page holds no text")
    text = write_blocks(kept)
    require_text(text, name=name)
    return Reading(
        name=name,
        media_type=MEDIA_TYPE,
        sha256=sha256_of(data),
        text=text,
        url=url,
        layout_hint="html",
        remarks=(*remarks, *_dropped(dropped)),
    )


def _dropped(texts: list[str]) -> list[Remark]:
    """Say what was left out: the first pieces by their words, the rest by their number."""
    remarks = [
        Remark(code="furniture-dropped", message=f"left out: {' '.join(text.split())[:_SHOWN]}")
        for text in texts[:_NAMED]
    ]
    if len(texts) > _NAMED:
        message = f"left out: {len(texts) - _NAMED} more pieces of the page"
        remarks.append(Remark(code="furniture-dropped", message=message))
    return remarks
