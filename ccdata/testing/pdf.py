"""Articles as PDFs, set in two columns by two typesetting libraries: reportlab and fpdf2.

Both have running heads, page numbers, bold labels, hyperlinks and figures; bytes are the same on every
day. The libraries are wanted where a PDF is rendered, and only there.
"""

from __future__ import annotations

import datetime as dt
import html
import io
import re
from collections.abc import Iterator
from typing import Any

from ccdata.testing.labels import FULL
from ccdata.testing.letters import in_windows_1252
from ccdata.testing.rendering import EVERYTHING, Rendering
from ccdata.testing.story import Caption, Entry, Passage, Run, Story

CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
WIDE_FONT = "STSong-Light"
"""A font every viewer knows, not embedded: Chinese, Japanese, Korean, Cyrillic, Vietnamese."""
MARGIN, GUTTER = 54, 18


def render_reportlab(story: Story) -> Rendering:
    """Set the story with reportlab, originals in other scripts too."""
    return _rendered(story, "reportlab", _reportlab(story))


def render_fpdf(story: Story) -> Rendering:
    """Set the story with fpdf2 in the standard fonts.

    Raises ValueError for letters outside windows-1252: make the story with `native=False`.
    """
    _require_letters(story)
    return _rendered(story, "fpdf2", _fpdf(story))


def _require_letters(story: Story) -> None:
    texts = [passage.text for passage in story.passages]
    strange = sorted({letter for text in texts for letter in text if not in_windows_1252(letter)})
    if strange:
        raise ValueError(f"no font for {''.join(strange)!r}")


def _rendered(story: Story, style: str, data: bytes) -> Rendering:
    return Rendering(
        story=story,
        layout="pdf",
        style=style,
        name=f"{story.seed:03d}-{style}.pdf",
        media_type="application/pdf",
        data=data,
        fields=EVERYTHING,
    )


def _lines(story: Story) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Yield (style, runs) of everything on the pages but the figures' pictures."""
    front = story.front
    yield "masthead", (Run(text="Comparative Connections"),)
    yield "tagline", (Run(text=front.tagline),)
    yield "relationship", (Run(text=front.relationship.upper()),)
    yield "title", (Run(text=front.title.upper()),)
    yield from (("author", (Run(text=f"{a.name}, {a.affiliation}".upper()),)) for a in front.authors)
    yield from (("body", passage.runs) for passage in story.abstract)
    yield "body", front.notice
    for chapter in story.chapters:
        yield "heading", chapter.heading.runs
        yield from (_line(item) for item in chapter.content)
    yield "heading", (Run(text=f"CHRONOLOGY OF {front.relationship}".upper()),)
    first, last = front.period
    yield "heading", (Run(text=f"{FULL[first - 1]} – {FULL[last - 1]} {front.year}".upper()),)
    yield from (("entry", _entry(entry)) for entry in story.entries)


def _line(item: Passage | Caption) -> tuple[str, tuple[Run, ...]]:
    if isinstance(item, Caption):
        return "caption", (Run(text=item.printed),)
    return ("block" if item.block else "body"), item.runs


def _entry(entry: Entry) -> tuple[Run, ...]:
    """The label is the first run; the typesetters set it bold."""
    label = f"{entry.label.text}: " if entry.label else ""
    return Run(text=label), *entry.body.runs


def _running_head(story: Story, page: int) -> str:
    front = story.front
    return f"{front.relationship} | {front.published_as_printed} | {front.first_page + page - 1}"


# reportlab


def _reportlab(story: Story) -> bytes:
    from reportlab.lib.pagesizes import LETTER
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    _register_fonts()
    width, height = LETTER
    column = (width - 2 * MARGIN - GUTTER) / 2
    lefts = (MARGIN, MARGIN + column + GUTTER)
    frames = [Frame(left, MARGIN, column, height - 2.2 * MARGIN, id=f"c{left}") for left in lefts]

    def head(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(MARGIN, height - 36, _running_head(story, document.page))
        canvas.drawCentredString(width / 2, 30, str(story.front.first_page + document.page - 1))

    target = io.BytesIO()
    document = BaseDocTemplate(target, pagesize=LETTER, title=story.front.title, invariant=1)
    document.addPageTemplates([PageTemplate(id="two", frames=frames, onPage=head)])
    document.build(list(_flowables(story, column)))
    return target.getvalue()


def _register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont(WIDE_FONT))


def _flowables(story: Story, width: float) -> Iterator[Any]:
    from reportlab.graphics.shapes import Drawing, Rect
    from reportlab.platypus import Paragraph, Spacer

    styles = _styles()
    for style, runs in _lines(story):
        if style == "caption":
            yield Drawing(width - 14, 80, Rect(0, 0, width - 14, 80, fillColor=None))
        yield Paragraph(_markup(runs, label=style == "entry"), styles[style])
        yield Spacer(1, 6)


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12)
    bold = ParagraphStyle("heading", body, fontName="Helvetica-Bold", fontSize=11, leading=14)
    large = ParagraphStyle("title", bold, fontSize=15, leading=18)
    small = ParagraphStyle("caption", body, fontName="Helvetica", fontSize=8, leading=10)
    block = ParagraphStyle("block", body, leftIndent=18, rightIndent=18)
    return {
        "masthead": large, "tagline": small, "relationship": large, "title": large, "author": bold,
        "body": body, "heading": bold, "entry": body, "caption": small, "block": block,
    }  # fmt: skip


def _markup(runs: tuple[Run, ...], *, label: bool) -> str:
    first, *rest = runs
    head = f"<b>{_escaped(first.text)}</b>" if label else _marked(first)
    return head + "".join(map(_marked, rest))


def _marked(run: Run) -> str:
    text = _escaped(run.text)
    if run.italic:
        text = f"<i>{text}</i>"
    return f'<link href="{html.escape(run.url)}" color="blue">{text}</link>' if run.url else text


def _escaped(text: str) -> str:
    """Escape for reportlab, and change the font for words with letters that the standard ones lack.

    Words, not letters: a letter alone in a font that is not embedded is lost to pdfium.
    """
    return "".join(map(_in_its_font, re.split(r"(\s+)", text)))


def _in_its_font(word: str) -> str:
    piece = html.escape(word, quote=False)
    return piece if all(map(in_windows_1252, word)) else f'<font name="{WIDE_FONT}">{piece}</font>'


# fpdf2


def _fpdf(story: Story) -> bytes:
    from fpdf import FPDF

    class Pages(FPDF):
        def header(self) -> None:
            self.set_font("helvetica", size=8)
            self.cell(0, 14, _running_head(story, self.page_no()), new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-40)
            self.set_font("helvetica", size=8)
            self.cell(0, 14, str(story.front.first_page + self.page_no() - 1), align="C")

    pdf = Pages(unit="pt", format="letter")
    pdf.core_fonts_encoding = "cp1252"
    pdf.set_creation_date(CREATED)
    pdf.set_margins(MARGIN, MARGIN)
    pdf.set_auto_page_break(auto=True, margin=MARGIN)
    pdf.add_page()
    _fill_columns(pdf, story)
    return bytes(pdf.output())


SIZES = {
    "masthead": 15,
    "relationship": 15,
    "title": 15,
    "heading": 11,
    "author": 11,
    "caption": 8,
    "tagline": 8,
}


def _fill_columns(pdf: Any, story: Story) -> None:
    with pdf.text_columns(ncols=2, gutter=GUTTER, text_align="L") as columns:
        for style, runs in _lines(story):
            if style == "caption":
                columns.write("\n")
            _write(pdf, columns, style, runs)


def _write(pdf: Any, columns: Any, style: str, runs: tuple[Run, ...]) -> None:
    size = SIZES.get(style, 10)
    heavy = style in {"masthead", "relationship", "title", "heading", "author"}
    indent = 18 if style == "block" else 0
    with columns.paragraph(bottom_margin=6, indent=indent) as paragraph:
        for number, run in enumerate(runs):
            bold = "B" if heavy or (style == "entry" and number == 0) else ""
            pdf.set_font(
                "helvetica" if heavy else "times", style=bold + ("I" if run.italic else ""), size=size
            )
            paragraph.write(run.text, link=run.url)
