"""Articles made from known truth, for tests of readers: strategies, renderers and a comparison.

    story = make_story(7)                    # the truth
    page = render_markdown(story, "plain")   # what a reader gets
    page.fields                              # what can be found in it

Renderers are written from descriptions of the layouts and share no pattern with the readers.
The extra `testing` brings hypothesis.
"""

from ccdata.testing.markdown import render_markdown
from ccdata.testing.rendering import EVERYTHING, Rendering
from ccdata.testing.story import Story
from ccdata.testing.strategies import articles, entries, labels, markdown_styles
from ccdata.testing.telling import make_story

__all__ = [
    "EVERYTHING",
    "Rendering",
    "Story",
    "articles",
    "entries",
    "labels",
    "make_story",
    "markdown_styles",
    "render_markdown",
]
