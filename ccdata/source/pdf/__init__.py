"""The reader of PDFs: bytes to canonical text in light markup.

    page      = [running head] {full-width lines | two columns} [running foot]
    paragraph = lines that indent, leading, size and boldness hold together, over columns and pages

A line-end hyphen is undone only where the document's own words say so.
"""

from __future__ import annotations

from ccdata.errors import UnreadableSource
from ccdata.records.remarks import Remark
from ccdata.source.hyphens import Vocabulary
from ccdata.source.pdf.furniture import part_furniture
from ccdata.source.pdf.opening import open_document, read_pages
from ccdata.source.pdf.order import read_lines
from ccdata.source.pdf.paragraphs import write_paragraphs
from ccdata.source.reading import Reading, sha256_of
from ccdata.source.text import require_text

MEDIA_TYPE = "application/pdf"
_FEWEST_LETTERS = 40
_SHOWN = 80


def read_pdf(data: bytes, *, name: str) -> Reading:
    """Read a PDF.

    Raises UnreadableSource for one that is encrypted, damaged, too large or without a text layer;
    UnsupportedSource where pypdfium2 is missing.
    """
    with open_document(data, name=name) as document:
        pages = read_pages(document, name=name)
    lines = read_lines(pages)
    if sum(len(line.text) for line in lines) < _FEWEST_LETTERS:
        raise UnreadableSource(name, "no text layer: the pages are pictures")
    kept, furniture = part_furniture(lines, pages)
    text = write_paragraphs(kept, Vocabulary(line.text for line in kept))
    require_text(text, name=name)
    remarks = tuple(
        Remark(code="furniture-dropped", message=f"left out: {words[:_SHOWN]}") for words in furniture
    )
    return Reading(
        name=name,
        media_type=MEDIA_TYPE,
        sha256=sha256_of(data),
        text=text,
        layout_hint="pdf",
        remarks=remarks,
    )
