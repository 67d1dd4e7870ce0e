"""Articles as Markdown made from PDFs: the layout of the seeds, in their label and markup styles.

    article = masthead relationship title authors abstract citation chapter+ chronology
    entry   = ['- '] '**' DATE ':**' ' ' BODY | ['- '] '**' DATE '**:' ' ' BODY | DATE ': ' BODY

A page break cuts a paragraph in two and leaves nothing but an empty line.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from ccdata.testing.dice import dice, happens
from ccdata.testing.labels import FULL
from ccdata.testing.letters import straight
from ccdata.testing.rendering import EVERYTHING, ISSUE, URLS, Rendering
from ccdata.testing.story import Caption, Entry, Front, Passage, Run, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One way of markup. `label` is bold-inside, bold-outside or plain; `links` brackets or underline."""

    labels: tuple[str, ...]
    bullets: tuple[bool, ...]
    links: str
    marks: tuple[str, ...]
    dollar: str
    cut: float
    masthead: tuple[str, ...] = ("COMPARATIVE\n\nCONNECTIONS",)
    classic: bool = False
    one_author_line: bool = False


STYLES: dict[str, Style] = {
    "bullets-bold-inside": Style(
        labels=("bold-inside",), bullets=(True,), links="underline",
        marks=("straight",), dollar=r"\$", cut=0.2,
    ),
    "bullets-bold-outside": Style(
        labels=("bold-outside",), bullets=(True,), links="underline",
        marks=("curly",), dollar="$", cut=0.2,
    ),
    "plain": Style(
        labels=("plain",), bullets=(False,), links="brackets",
        marks=("curly", "straight"), dollar=r"\\$", cut=0.25,
    ),
    "bold-no-bullets": Style(
        labels=("bold-inside",), bullets=(False,), links="brackets",
        marks=("curly",), dollar="$", cut=0.1, one_author_line=True,
    ),
    "quarterly": Style(
        labels=("bold-inside", "bold-outside"), bullets=(False,), links="brackets",
        marks=("curly",), dollar="$", cut=0.2, classic=True,
    ),
    "mixed": Style(
        labels=("bold-inside", "bold-outside", "plain"), bullets=(True, True, False), links="underline",
        marks=("curly", "straight"), dollar=r"\$", cut=0.3,
        masthead=("PACIFIC FORUM\n\nCOMPARATIVE\n\nCONNECTIONS",),
    ),
    "uncut": Style(
        labels=("bold-inside",), bullets=(True,), links="brackets",
        marks=("straight",), dollar="$", cut=0.0,
    ),
}  # fmt: skip

TORN, TIGHT = 0.4, 0.8
"""How often a hyphen is torn off, and how often bullets follow without an empty line."""
MARKUP = (("[", "]"), ("<u>", "</u>"), ("(", ")"))
SHORTEST_PIECE = 60
"""A page break leaves at least so many characters on either side."""


def render_markdown(
    story: Story, style: str = "bullets-bold-inside", *, last_newline: bool = True
) -> Rendering:
    """Render the story as Markdown in one of STYLES."""
    page = _Page(story, STYLES[style], dice(story.seed, style))
    text = "\n\n".join(page.blocks())
    return Rendering(
        story=story,
        layout="markdown",
        style=style,
        name=f"{story.seed:03d}-{style}.txt",
        media_type="text/plain",
        data=(f"\n\n{text}" + ("\n" if last_newline else "")).encode(),
        fields=EVERYTHING - URLS - (ISSUE if page.style.classic else frozenset()),
    )


def period_heading(front: Front, rng: random.Random) -> str:
    """Return period = MONTH ' – ' MONTH ' ' YEAR."""
    first, last = front.period
    return f"{FULL[first - 1]} {rng.choice('-–')} {FULL[last - 1]} {front.year}"


class _Page:
    """One article on its way to Markdown."""

    def __init__(self, story: Story, style: Style, rng: random.Random) -> None:
        self.story = story
        self.style = style
        self.rng = rng

    def blocks(self) -> Iterator[str]:
        """Yield the blocks that empty lines part."""
        yield from self._front()
        for chapter in self.story.chapters:
            yield self._inline(chapter.heading.runs)
            for item in chapter.content:
                yield from self._item(item)
        relationship = self.story.front.relationship
        heading = (f"Chronology of {relationship}", period_heading(self.story.front, self.rng))
        yield from heading if self.style.classic else (line.upper() for line in heading)
        yield from self._chronology()

    def _front(self) -> Iterator[str]:
        yield from self._classic() if self.style.classic else self._capitals()
        yield from (self._inline(passage.runs) for passage in self.story.abstract)
        if not self.style.classic:
            yield self._inline(self.story.front.notice)

    def _capitals(self) -> Iterator[str]:
        """Yield the header of newer issues, in capitals."""
        front = self.story.front
        yield self.rng.choice(self.style.masthead)
        yield front.tagline.upper()
        yield self._torn(front.relationship.upper())
        yield self._marks(front.title.upper())
        lines = [f"{a.name}, {a.affiliation}".upper() for a in front.authors]
        yield from [" & ".join(lines)] if self.style.one_author_line else lines

    def _classic(self) -> Iterator[str]:
        """Yield the header of the quarterly years, title and names as written, no citation."""
        front = self.story.front
        yield f"{front.journal}\n{front.tagline}"
        yield f"{front.relationship}:\n{self._marks(front.title)}"
        for author in front.authors:
            yield f"{'by ' if author is front.authors[0] else ''}{author.name}\n{author.affiliation}"

    def _torn(self, text: str) -> str:
        """Conversion now and then leaves a space behind a hyphen: CHINA- RUSSIA RELATIONS"""
        return text.replace("-", "- ", 1) if happens(self.rng, TORN) else text

    def _item(self, item: Passage | Caption) -> Iterator[str]:
        if isinstance(item, Caption):
            yield f"\n\n{self._marks(item.printed)}"
        elif item.block:
            yield self._inline(item.runs)
        else:
            yield from cut_in_two(self._inline(item.runs), self.rng, self.style.cut)

    def _chronology(self) -> Iterator[str]:
        lines = [self._entry(entry) for entry in self.story.entries]
        bulleted = [line.startswith("- ") for line in lines]
        held = ""
        for position, line in enumerate(lines):
            joins = bool(held) and bulleted[position] and bulleted[position - 1]
            if held and not (joins and happens(self.rng, TIGHT)):
                yield held
                held = line
            else:
                held = f"{held}\n{line}" if held else line
        if held:
            yield held

    def _entry(self, entry: Entry) -> str:
        label = self.rng.choice(self.style.labels)
        date = self._marks(entry.label.text if entry.label else "")
        head = {"bold-inside": f"**{date}:**", "bold-outside": f"**{date}**:", "plain": f"{date}:"}[label]
        bullet = "- " if self.rng.choice(self.style.bullets) else ""
        return f"{bullet}{head} {self._inline(entry.body.runs)}"

    def _inline(self, runs: tuple[Run, ...]) -> str:
        marks = self.rng.choice(self.style.marks)
        return "".join(self._run(run, marks) for run in runs)

    def _run(self, run: Run, marks: str) -> str:
        text = (straight(run.text) if marks == "straight" else run.text).replace("$", self.style.dollar)
        if run.italic:
            text = f"*{text}*"
        if not run.url:
            return text
        return f"[{text}](#)" if self.style.links == "brackets" else f"<u>{text}</u>"

    def _marks(self, text: str) -> str:
        return straight(text) if self.rng.choice(self.style.marks) == "straight" else text


def cut_in_two(text: str, rng: random.Random, share: float) -> list[str]:
    """Cut a paragraph where a page ends: inside a sentence, between two words, outside markup."""
    if not happens(rng, share):
        return [text]
    places = [at for at in range(SHORTEST_PIECE, len(text) - SHORTEST_PIECE) if _inside_sentence(text, at)]
    if not places:
        return [text]
    at = rng.choice(places)
    return [text[:at], text[at + 1 :]]


def _inside_sentence(text: str, at: int) -> bool:
    """Say whether a space stands here between two words of lower-case letters, outside markup."""
    if text[at] != " " or not text[at - 1].islower() or not text[at + 1].islower():
        return False
    return not any(text.count(opening, 0, at) > text.count(closing, 0, at) for opening, closing in MARKUP)
