"""Articles as web pages: the journal's page, old and new, and the listing of a chronology.

The templates nest and name differently; class names are drawn anew for every page, so that a reader
can rely on what stands there, not on what it is called.
"""

from __future__ import annotations

import html
import random
import textwrap
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from ccdata.testing.dice import dice, happens
from ccdata.testing.labels import BARE, FULL
from ccdata.testing.letters import straight
from ccdata.testing.rendering import (
    DATES,
    ENTRIES,
    EVERYTHING,
    ISSUE,
    LINKS,
    QUOTES,
    URLS,
    Rendering,
)
from ccdata.testing.story import Caption, Chapter, Entry, Front, Passage, Run, Story

TEMPLATES = ("divs", "semantic", "tables", "builder")
NEW_PAGES = 2018
KEPT, DEBRIS, SPACED = 0.15, 0.05, 0.3


@cache
def furniture() -> dict[str, Any]:
    """Return what stands around articles."""
    folder = resources.files("ccdata.testing").joinpath("data")
    return tomllib.loads(folder.joinpath("furniture.toml").read_text(encoding="utf-8"))


def render_webpage(story: Story, template: str = "divs") -> Rendering:
    """Render the story as the journal's page, in one of TEMPLATES; before 2018 without the volume."""
    page = _Page(story, template, dice(story.seed, f"html-{template}"))
    fields = EVERYTHING if story.front.year >= NEW_PAGES else EVERYTHING - ISSUE
    return Rendering(
        story=story,
        layout="journal-page",
        style=template,
        name=f"{story.seed:03d}-{template}.html",
        media_type="text/html",
        data=page.document().encode(),
        fields=fields,
    )


def render_listing(story: Story) -> Rendering:
    """Render the chronology's listing: newest first, most dates lost."""
    page = _Page(story, "divs", dice(story.seed, "listing"))
    entries = tuple(page.losing(entry) for entry in reversed(story.entries))
    shown = replace(story, abstract=(), chapters=(), entries=entries)
    return Rendering(
        story=shown,
        layout="chronology-listing",
        style="listing",
        name=f"{story.seed:03d}-listing.html",
        media_type="text/html",
        data=page.listing(entries).encode(),
        fields=frozenset({"relationship", "parties"})
        | (ENTRIES - {"related_dates"})
        | DATES
        | QUOTES
        | LINKS
        | URLS,
    )


def spaced_pair(relationship: str) -> str:
    """Return the pair as pages print it: US - China."""
    return relationship.removesuffix(" Relations").replace("-", " - ")


class _Page:
    """One web page in the making."""

    def __init__(self, story: Story, template: str, rng: random.Random) -> None:
        self.story = story
        self.template = template
        self.rng = rng
        self.curly = happens(rng, 0.6)
        self.bold = rng.choice(["strong", "b"])
        self.colon_inside = happens(rng, 0.7)
        self.heading = {"divs": "h3", "semantic": "h2", "tables": "b", "builder": "h4"}[template]

    # the whole

    def document(self) -> str:
        """Return the journal's page."""
        article = [*self._head(), *self._body(), *self._far_below()]
        return self._frame([self._nest(article)], self.story.front.title)

    def listing(self, entries: Iterable[Entry]) -> str:
        """Return the listing of a chronology."""
        front = self.story.front
        first, last = front.period
        late = min(last + 1, 12) if happens(self.rng, 0.6) else last
        line = f"Chronology from {BARE[first - 1]} {front.year} to {BARE[late - 1]} {front.year}"
        blocks = [tag("h1", spaced_pair(front.relationship)), tag("h2", line), *map(self._listed, entries)]
        return self._frame([self._nest(blocks)], "Chronologies")

    def _frame(self, blocks: list[str], title: str) -> str:
        things = furniture()
        menu = tag("ul", *(tag("li", tag("a", item, href="#")) for item in things["menu"]), **self._class())
        head = tag(
            "head",
            '<meta charset="utf-8">',
            tag("title", f"{self._text(title)} | Comparative Connections"),
            tag("script", things["script"]),
            tag("style", things["css"]),
        )
        top = self._box([menu, tag("form", f'<input placeholder="{things["search"]}">')])
        bottom = [
            self._box([tag("p", things["newsletter"])]),
            tag(
                "footer" if self.template == "semantic" else "div",
                *(tag("p", line) for line in things["footer"]),
            ),
            tag("div", things["cookie"], **self._class()),
        ]
        return "<!DOCTYPE html>\n" + tag("html", head, tag("body", top, *blocks, *bottom), lang="en-US")

    def _nest(self, blocks: list[str]) -> str:
        if self.template == "semantic":
            return tag("main", tag("article", *blocks))
        if self.template == "tables":
            return tag("table", tag("tr", tag("td", *blocks)), width="760")
        depth = 5 if self.template == "builder" else 2
        inner = "\n".join(blocks)
        for _ in range(depth):
            inner = tag("div", inner, **self._class())
        return inner

    # the article

    def _head(self) -> Iterator[str]:
        front = self.story.front
        yield tag("p", "Articles")
        yield tag("h2" if self.template != "tables" else "p", spaced_pair(front.relationship))
        yield tag("p", _short_period(front))
        yield tag("h1" if self.template != "tables" else "h2", self._text(front.title))
        if front.year >= NEW_PAGES:
            yield tag("p", "By " + self._text(" and ".join(author.name for author in front.authors)))
            yield from self._published()
        yield tag("p", tag("a", furniture()["download"], href="https://cc.example.org/download.pdf"))
        yield tag("div", *(tag("a", item, href="#share") for item in furniture()["share"]), **self._class())
        yield from self._writers()

    def _published(self) -> Iterator[str]:
        front = self.story.front
        where = f"Volume {front.volume}, Issue {front.issue}"
        line = f"Published {front.published_as_printed} in {front.journal} · {where}"
        extracted = f"This article is extracted from {front.journal}: {front.tagline}, Vol. {front.volume}, "
        notice = f"{extracted}No. {front.issue}, {front.published_as_printed}. Preferred citation: "
        yield tag("p", line)
        yield tag("p", "(" + self._text(notice) + self._inline(front.citation) + ")")

    def _writers(self) -> Iterator[str]:
        yield tag("h4", self.rng.choice(["Connect with the Author", "Authors"]))
        for author in self.story.front.authors:
            name = tag("a", self._text(author.name), href="https://cc.example.org/author/")
            yield self._box([tag("p", name), tag("p", self._text(author.affiliation))])

    def _body(self) -> Iterator[str]:
        yield from (self._paragraph(passage) for passage in self.story.abstract)
        for chapter in self.story.chapters:
            yield from self._chapter(chapter)

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        heading = self._inline(chapter.heading.runs)
        yield tag("p", tag("b", heading)) if self.heading == "b" else tag(self.heading, heading)
        for item in chapter.content:
            yield self._figure(item) if isinstance(item, Caption) else self._paragraph(item)

    def _paragraph(self, passage: Passage) -> str:
        paragraph = tag("p", self._wrapped(self._inline(passage.runs)))
        return tag("blockquote", paragraph) if passage.block else paragraph

    def _figure(self, caption: Caption) -> str:
        image = f'<img src="figure{caption.number}.jpg" alt="">'
        if self.template in {"semantic", "builder"}:
            return tag("figure", image, tag("figcaption", self._text(caption.printed)))
        return tag("div", image, tag("p", self._text(caption.printed), **self._class()), **self._class())

    def _far_below(self) -> Iterator[str]:
        front = self.story.front
        yield tag("h5", "Related Articles")
        yield tag("ul", *(tag("li", tag("a", title, href="#")) for title in furniture()["related"]))
        yield tag("h3", f"Chronology of {spaced_pair(front.relationship)} Relations")
        first, last = front.period
        yield tag("p", f"{FULL[first - 1]} — {FULL[last - 1]} {front.year}")
        yield from (self._dated(entry) for entry in self.story.entries)

    def _dated(self, entry: Entry) -> str:
        date = self._text(entry.label.text if entry.label else "")
        label = tag(self.bold, f"{date}:") if self.colon_inside else tag(self.bold, date) + ":"
        return tag("p", self._wrapped(f"{label} {self._inline(entry.body.runs)}"))

    # the listing

    def losing(self, entry: Entry) -> Entry:
        """Lose the entry's date, now and then keep it."""
        keeps = happens(self.rng, KEPT) and entry.label is not None and entry.label.has_year
        return entry if keeps else replace(entry, label=None, related=())

    def _listed(self, entry: Entry) -> str:
        debris = tag("style", furniture()["css"]) if happens(self.rng, DEBRIS) else ""
        spaces = "  " if happens(self.rng, SPACED) else " "
        date = self._text(entry.label.text) if entry.label else ""
        return self._box(
            [f"{debris}{date}{spaces if not date else ''}:{spaces}{self._inline(entry.body.runs)}"]
        )

    # words

    def _wrapped(self, text: str) -> str:
        """Old pages break their lines in the source, where a browser shows a space."""
        if self.template != "tables":
            return text
        return textwrap.fill(text, 80, break_long_words=False, break_on_hyphens=False)

    def _inline(self, runs: tuple[Run, ...]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        text = self._text(run.text)
        if run.italic:
            text = tag(self.rng.choice(["em", "i"]), text)
        return tag("a", text, href=html.escape(run.url)) if run.url else text

    def _text(self, text: str) -> str:
        escaped = html.escape(text if self.curly else straight(text), quote=False)
        return escaped.replace("’", "&rsquo;") if self.template == "tables" else escaped

    def _box(self, blocks: list[str]) -> str:
        return tag("div", *blocks, **self._class())

    def _class(self) -> dict[str, str]:
        names = self.rng.sample(furniture()["classes"], 2)
        return {"class": f"{names[0]}-{self.rng.randrange(100)} {names[1]}"}


def tag(name: str, *content: str, **attributes: str) -> str:
    """Return an element."""
    inside = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{inside}>{''.join(content)}</{name}>"


def _short_period(front: Front) -> str:
    first, last = front.period
    return f"{BARE[first - 1]} — {BARE[last - 1]} {front.year}"
