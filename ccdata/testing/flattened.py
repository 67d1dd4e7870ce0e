"""Articles as the bare text of a PDF: flattened into one paragraph, or line by line from two columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from ccdata.testing.archive import run_on_entry
from ccdata.testing.dice import dice, happens
from ccdata.testing.labels import FULL
from ccdata.testing.letters import straight
from ccdata.testing.rendering import DATES, ENTRIES, PEOPLE, QUOTES, Rendering, dated
from ccdata.testing.story import Chapter, Passage, Story

FLAT = ENTRIES | DATES | PEOPLE | QUOTES | {"narrative", "period"}
WIDTH, LINES = 46, 40


def render_flattened(story: Story) -> Rendering:
    """Render masthead, title, authors, narrative and chronology as one paragraph."""
    rng = dice(story.seed, "flattened")
    front = story.front
    masthead = _spaced("Comparative") if happens(rng, 0.4) else "Comparative"
    authors = " ".join(f"{author.name} {author.affiliation}" for author in front.authors)
    heading = f"Total Page:{rng.randint(8, 24)} {front.relationship}: {front.title}"
    opening = f"{masthead} Connections {front.tagline} {front.relationship}: {front.title} {authors}"
    chronology = _spaced("Chronology") if happens(rng, 0.2) else "Chronology"
    period = f"{FULL[front.period[0] - 1]}-{FULL[front.period[1] - 1]} {front.year}"
    entries = (run_on_entry(entry, ": ") for entry in story.entries)
    parts = [*_narrative(story), f"{chronology} of {front.relationship} {period}", *entries]
    text = straight(" ".join([heading, opening, *parts]))
    known = frozenset({"relationship", "parties", "title", "authors", "affiliations"})
    return _flat(story, text, "flattened", known | FLAT)


def render_columns(story: Story, *, interleaved: bool = False) -> Rendering:
    """Render two-column text line by line; interleaved, the columns' lines alternate and nothing is sure."""
    front = story.front
    period = f"{FULL[front.period[0] - 1]} – {FULL[front.period[1] - 1]} {front.year}"
    entries = [run_on_entry(entry, ": ") for entry in story.entries]
    chronology = [f"Chronology of {front.relationship}", period, *entries]
    opening = front.title.split()[:-1]
    blocks = [" ".join(opening), *_narrative(story), *chronology]
    lines = [line for block in blocks for line in wrapped(straight(block))]
    text = "\n".join(_interleaved(lines) if interleaved else _with_headers(lines, front.relationship))
    layout = "columns-interleaved" if interleaved else "columns"
    fields = frozenset[str]() if interleaved else FLAT | {"relationship", "parties"}
    return _flat(story, text, layout, fields)


def wrapped(text: str) -> list[str]:
    """Break a paragraph into lines of a column; a compound may end a line at its hyphen."""
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=True)


def _narrative(story: Story) -> Iterator[str]:
    yield from (passage.text for passage in story.abstract)
    for chapter in story.chapters:
        yield from _chapter(chapter)


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield chapter.heading.text
    for item in chapter.content:
        yield item.text if isinstance(item, Passage) else item.printed


def _with_headers(lines: list[str], relationship: str) -> Iterator[str]:
    """A page's header falls between two lines, wherever the page ends."""
    for number, line in enumerate(lines):
        if number and number % (2 * LINES) == 0:
            yield f"{relationship} {number // (2 * LINES) + 1}"
        yield line


def _interleaved(lines: list[str]) -> Iterator[str]:
    for start in range(0, len(lines), 2 * LINES):
        left = lines[start : start + LINES]
        right = lines[start + LINES : start + 2 * LINES]
        yield from (f"{a:<{WIDTH}}  {b}".rstrip() for a, b in zip_longest(left, right, fillvalue=""))


def _spaced(word: str) -> str:
    return " ".join(word)


def _flat(story: Story, text: str, layout: str, fields: frozenset[str]) -> Rendering:
    return Rendering(
        story=story,
        layout=layout,
        style=layout,
        name=f"{story.seed:03d}-{layout}.txt",
        media_type="text/plain",
        data=f"{text}\n".encode(),
        fields=dated(story, fields, period=True),
    )
