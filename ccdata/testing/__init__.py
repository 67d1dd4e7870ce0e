"""Articles made from known truth, for tests of readers: strategies, renderers and a comparison.

    story = make_story(7, pair="US-Japan Relations", year=2003)    # the truth
    page = render(story, "html:tables")                            # what a reader gets
    page.fields                                                    # what can be found in it
    compare_rendering(page, records).rows("field")                 # what was found

Renderers are written from descriptions of the layouts and share no pattern with the readers.
The extra `testing` brings hypothesis; PDFs want reportlab or fpdf2.
"""

from ccdata.testing.comparison import compare, compare_rendering
from ccdata.testing.layouts import LAYOUTS, STRANGERS, render
from ccdata.testing.markdown import render_markdown
from ccdata.testing.rendering import EVERYTHING, Rendering
from ccdata.testing.score import Row, Score, Verdict
from ccdata.testing.story import Entry, Label, Story
from ccdata.testing.strategies import articles, entries, labels, layouts, markdown_styles
from ccdata.testing.telling import make_story

__all__ = [
    "EVERYTHING",
    "LAYOUTS",
    "STRANGERS",
    "Entry",
    "Label",
    "Rendering",
    "Row",
    "Score",
    "Story",
    "Verdict",
    "articles",
    "compare",
    "compare_rendering",
    "entries",
    "labels",
    "layouts",
    "make_story",
    "markdown_styles",
    "render",
    "render_markdown",
]
