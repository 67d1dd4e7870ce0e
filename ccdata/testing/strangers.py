"""What is handed in beside articles: an author's page, a press release. A reader invents nothing for them."""

from __future__ import annotations

from dataclasses import replace

from ccdata.testing.letters import straight
from ccdata.testing.rendering import Rendering
from ccdata.testing.story import Story
from ccdata.testing.webpage import furniture, tag

QUOTATIONS = frozenset({"quotes", "kind"})


def render_author_page(story: Story) -> Rendering:
    """Render the page of an author: a biography and several abstracts, not one article."""
    author = story.front.authors[0]
    biography = f"{author.name} of {author.affiliation} {furniture()['biography']}"
    blocks = [tag("h1", author.name), tag("p", f"Photo of {author.name}"), tag("p", biography)]
    abstract = " ".join(passage.text for passage in story.abstract)
    for title in furniture()["related"]:
        blocks += [tag("h3", tag("a", title, href="#")), tag("p", abstract)]
    page = "<!DOCTYPE html>\n" + tag("html", tag("body", *blocks))
    return _stranger(story, "author-page", "html", page, frozenset())


def render_press_release(story: Story) -> Rendering:
    """Render a press release that holds the narrative's first paragraphs: quotations, no masthead."""
    chapter = story.chapters[0]
    paragraphs = [straight(passage.text) for passage in chapter.paragraphs]
    place = "FOR IMMEDIATE RELEASE"
    text = "\n\n".join([place, *paragraphs, "###"])
    told = replace(story, abstract=(), entries=(), chapters=(chapter,))
    heading = replace(chapter.heading, quotations=())
    shown = replace(told, chapters=(replace(chapter, heading=heading, content=chapter.paragraphs),))
    return _stranger(shown, "press-release", "txt", text, QUOTATIONS | {"narrative", "blocks"})


def _stranger(story: Story, layout: str, suffix: str, text: str, fields: frozenset[str]) -> Rendering:
    return Rendering(
        story=story,
        layout=layout,
        style=layout,
        name=f"{story.seed:03d}-{layout}.{suffix}",
        media_type="text/html" if suffix == "html" else "text/plain",
        data=f"{text}\n".encode(),
        fields=fields,
    )
