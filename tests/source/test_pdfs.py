"""PDFs: columns in reading order, no running heads, hyphens, links; clear refusals of what cannot be read."""

from __future__ import annotations

import io
import sys

import pytest

from ccdata.document import read_document
from ccdata.errors import SourceError, UnreadableSource, UnsupportedSource
from ccdata.source.pdf import read_pdf

canvas = pytest.importorskip("reportlab.pdfgen.canvas")

SENTENCES = [
    "The two governments spent",
    "much of the season preparing",
    "for a summit that neither",
    "of them wanted to need.",
    "Officials on both sides took",
    "care to play the coopera-",
    "tion down, and the long-",
    "range plans were shelved.",
]
LEFT, RIGHT, LEADING = 60, 320, 14


def _pdf(
    pages: list[list[tuple[float, float, str, str, float]]], links: tuple[tuple[int, str], ...] = ()
) -> bytes:
    """Set pages of (x, y, text, font, size); a link lies over the n-th text of the first page."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, invariant=1)
    for number, page in enumerate(pages):
        for place, (x, y, text, font, size) in enumerate(page):
            sheet.setFont(font, size)
            sheet.drawString(x, y, text)
            for at, url in links:
                if number == 0 and at == place:
                    width = sheet.stringWidth(text, font, size)
                    sheet.linkURL(url, (x, y - 2, x + width, y + size))
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def _column(x: float, lines: list[str], top: float = 700) -> list[tuple[float, float, str, str, float]]:
    return [(x, top - LEADING * n, line, "Times-Roman", 11) for n, line in enumerate(lines)]


def _words(data: bytes) -> str:
    document = read_document(read_pdf(data, name="x"))
    return document.clean.slice(0, len(document.clean.canonical))


def test_columns_are_read_one_after_the_other_whatever_the_files_order() -> None:
    left = [f"left {n} goes on here" for n in range(8)]
    right = [f"right {n} goes on here" for n in range(8)]
    mixed = [line for pair in zip(_column(LEFT, left), _column(RIGHT, right), strict=True) for line in pair]
    for page in (mixed, [*_column(RIGHT, right), *_column(LEFT, left)]):
        assert _words(_pdf([page])) == " ".join(left + right)


def test_a_line_across_the_page_parts_the_bands() -> None:
    across = (
        LEFT,
        760,
        "A title that runs across the whole of the page above both of its columns",
        "Times-Bold",
        14,
    )
    left = [f"left {n} goes on here" for n in range(6)]
    right = [f"right {n} goes on here" for n in range(6)]
    words = _words(_pdf([[*_column(LEFT, left), across, *_column(RIGHT, right)]]))
    assert words.startswith("A title that runs across")
    assert words.endswith(" ".join(left + right))


def test_hyphens_are_undone_where_the_words_say_so() -> None:
    assert "play the cooperation down, and the long-range plans" in _words(_pdf([_column(LEFT, SENTENCES)]))


def test_running_heads_and_page_numbers_go() -> None:
    pages = [
        [
            *_column(LEFT, SENTENCES),
            (LEFT, 770, f"US-Japan Relations | May 2015 | {40 + n}", "Times-Roman", 8),
            (300, 30, str(40 + n), "Times-Roman", 8),
        ]
        for n in range(3)
    ]
    reading = read_pdf(_pdf(pages), name="x")
    assert "May 2015" not in reading.text
    assert "41" not in reading.text
    assert {remark.code for remark in reading.remarks} == {"furniture-dropped"}


def test_a_sentence_over_a_page_is_one() -> None:
    pages = [_column(LEFT, SENTENCES[:3]), _column(LEFT, SENTENCES[3:5])]
    document = read_document(read_pdf(_pdf(pages), name="x"))
    paragraphs = [p.block.text for part in document.parts for p in part.paragraphs]
    assert paragraphs[0].startswith(
        "The two governments spent much of the season preparing for a summit that neither of"
    )
    assert "\f" in document.reading.text


def test_bold_labels_and_links_reach_the_markup() -> None:
    page = [
        (LEFT, 700, "May 1, 2015:", "Times-Bold", 11),
        (LEFT + 80, 700, "Minister visits", "Times-Roman", 11),
        (LEFT + 150, 700, "Tokyo.", "Times-Roman", 11),
        *_column(LEFT, ["This is more text for the page, as pages go."], 650),
    ]
    text = read_pdf(_pdf([page], ((2, "https://x.org/a?b=1"),)), name="x").text
    assert text.startswith("**May 1, 2015:** Minister visits [Tokyo.](https://x.org/a?b=1)")


def test_raised_numbers_are_notes() -> None:
    page = [*_column(LEFT, SENTENCES), (LEFT + 106, 662, "12", "Times-Roman", 6)]
    assert "need.[12]" in _words(_pdf([page]))


def test_the_same_bytes_give_the_same_text() -> None:
    data = _pdf([_column(LEFT, SENTENCES)])
    assert read_pdf(data, name="x") == read_pdf(data, name="x")


def _encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    sheet.drawString(100, 700, "secret words of the two governments")
    sheet.save()
    return buffer.getvalue()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("kind", ["encrypted", "scanned", "cut", "junk", "empty"])
def test_what_cannot_be_read_is_refused_with_its_reason(kind: str) -> None:
    whole = _pdf([_column(LEFT, SENTENCES)])
    data, reason = {
        "encrypted": (_encrypted, "encrypted"),
        "scanned": (lambda: _pdf([[]]), "no text layer"),
        "cut": (lambda: whole[: len(whole) // 3], "damaged|no text layer"),
        "junk": (lambda: b"%PDF-1.7\n" + b"x" * 1000, "damaged"),
        "empty": (lambda: b"%PDF-1.7", "damaged"),
    }[kind]
    with pytest.raises(UnreadableSource, match=reason) as caught:
        read_pdf(data(), name="scan.pdf")
    assert caught.value.name == "scan.pdf"


@pytest.mark.parametrize("step", [7, 31, 101])
@pytest.mark.usefixtures("no_hang")
def test_damaged_bytes_are_read_or_refused(step: int) -> None:
    whole = bytearray(_pdf([_column(LEFT, SENTENCES)]))
    for place in range(20, len(whole), step * 7):
        whole[place] ^= 0x5A
    try:
        text = read_pdf(bytes(whole), name="x").text
    except SourceError as error:
        text = str(error)
    assert text


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnsupportedSource, match=r"ccdata\[pdf\]"):
        read_pdf(b"%PDF-1.7", name="x")
