"""Every layout by its name: a renderer that takes a story."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ccdata.testing import archive, flattened, markdown, pasted, pdf, strangers, webpage
from ccdata.testing.rendering import Rendering
from ccdata.testing.story import Story

Renderer = Callable[[Story], Rendering]

MARKDOWN: dict[str, Renderer] = {
    f"markdown:{style}": partial(markdown.render_markdown, style=style) for style in markdown.STYLES
}
WEB: dict[str, Renderer] = {
    **{f"html:{name}": partial(webpage.render_webpage, template=name) for name in webpage.TEMPLATES},
    "html:listing": webpage.render_listing,
}
FLAT: dict[str, Renderer] = {
    "archive:full-text": archive.render_full_text,
    "archive:stripped": archive.render_stripped,
    "archive:record": archive.render_record,
    "text:flattened": flattened.render_flattened,
    "text:pasted": pasted.render_pasted,
    "text:columns": flattened.render_columns,
    "text:columns-interleaved": partial(flattened.render_columns, interleaved=True),
}
PDF: dict[str, Renderer] = {"pdf:reportlab": pdf.render_reportlab, "pdf:fpdf2": pdf.render_fpdf}

STRANGERS: dict[str, Renderer] = {
    "stranger:author-page": strangers.render_author_page,
    "stranger:press-release": strangers.render_press_release,
}
"""What is no article of the journal, and must not be taken for one; not among LAYOUTS."""

LAYOUTS: dict[str, Renderer] = {**MARKDOWN, **WEB, **FLAT, **PDF}
"""All layouts. Those of PDF want their typesetting library; `pdf:fpdf2` a story with `native=False`."""


def render(story: Story, layout: str) -> Rendering:
    """Render the story in a layout, or as a stranger. Raises KeyError for an unknown one."""
    return {**LAYOUTS, **STRANGERS}[layout](story)
