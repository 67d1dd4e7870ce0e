"""Promise 2: every span slices back to its characters, and every clean text derives from its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ccdata.document import read_document
from ccdata.source.clean import Block, CleanText
from ccdata.source.text import reading_of

PIECES = st.sampled_from(
    ["word ", "**", "*", "[a](b)", "\n", "\n\n", "- ", "May 3, 2010: ", "Xi said “no.” ",
     "<u>", "</u>", "&amp;",
     "\\$", "â€™", "Figure 1 Foo\n", "84\n", "# ", "> ", "US-China Relations ",
     "Chronology of ", "a-\nb", ": ",
     "Preferred citation: ", "Vol. 3, No. 2 ", "by Yu Bin, CSIS\n", "Total Page:3 ", "{", "p.a {b: c} "]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map("".join).filter(str.strip)


def _holds(clean: CleanText, block: Block) -> bool:
    return not block.text or clean.slice(block.start, block.end) == block.text


@given(TEXTS, st.data())
def test_every_part_of_a_block_has_its_characters(text: str, data: st.DataObject) -> None:
    clean = CleanText(text)
    block = clean.block([(0, len(text))])
    if not block.text:
        return
    start = data.draw(st.integers(0, len(block.text) - 1))
    end = data.draw(st.integers(start + 1, len(block.text)))
    span = block.span(start, end)
    assert text[span.start : span.end] == span.exact
    assert block.cut(start, end).text == block.text[start:end]
    assert block.cut(start, end).span(0, end - start) == span


@given(TEXTS)
def test_every_block_of_a_document_derives_from_its_place(text: str) -> None:
    document = read_document(reading_of(text, text.encode(), name="x"))
    clean = document.clean
    for placed in document.placed():
        assert _holds(clean, placed.block)
    for entry in document.entries:
        assert entry.span.holds(document.reading.text)
        assert entry.date_span is None or entry.span.covers(entry.date_span)
    for printed in (document.front.title, document.front.relationship, document.front.volume):
        assert printed is None or printed.span.holds(document.reading.text)


@given(st.text(max_size=300).filter(str.strip))
def test_any_text_gives_a_document(text: str) -> None:
    safe = "".join(c for c in text if c.isprintable() or c in "\n\t")
    if safe.strip():
        assert read_document(reading_of(safe, safe.encode(), name="x")).reading.text
