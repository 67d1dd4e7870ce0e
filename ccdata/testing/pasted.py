"""An article as people paste it: every paragraph one line, not one blank line, dashes behind the dates."""

from __future__ import annotations

import random
from collections.abc import Iterator

from ccdata.testing.dice import dice, happens
from ccdata.testing.labels import FULL
from ccdata.testing.letters import straight
from ccdata.testing.rendering import DATES, ENTRIES, FRONT, PEOPLE, QUOTES, Rendering, dated
from ccdata.testing.story import Chapter, Entry, Front, Passage, Story

QUARTERS = ("First", "Second", "Third", "Fourth")
SIGNS = (": ", ": ", "—", " – ", " — ", " -- ")
FIELDS = FRONT | ENTRIES | DATES | PEOPLE | QUOTES | {"volume", "issue", "period", "narrative", "sections"}


def render_pasted(story: Story) -> Rendering:
    """Render masthead, authors, narrative and chronology, one line each."""
    rng = dice(story.seed, "pasted")
    sign = rng.choice(SIGNS)
    front = story.front
    period = f"{FULL[front.period[0] - 1]}-{FULL[front.period[1] - 1]} {front.year}"
    chronology = [f"Chronology of {front.relationship}", period]
    entries = (_entry(entry, sign) for entry in story.entries)
    lines = [*_masthead(front, rng), *_narrative(story), *chronology, *entries]
    return Rendering(
        story=story,
        layout="pasted",
        style=sign.strip(),
        name=f"{story.seed:03d}-pasted.txt",
        media_type="text/plain",
        data=straight("\n".join(lines) + "\n").encode(),
        fields=dated(story, FIELDS, period=True),
    )


def _masthead(front: Front, rng: random.Random) -> Iterator[str]:
    yield front.journal
    yield front.tagline
    yield f"Vol. {front.volume}, No. {front.issue}"
    if front.period[1] - front.period[0] < 3 and happens(rng, 0.5):  # noqa: PLR2004 - a quarter
        yield f"{QUARTERS[front.period[1] // 3 - 1]} Quarter {front.year}"
    yield f"{front.relationship}: {front.title}"
    for number, author in enumerate(front.authors):
        yield f"{'' if number else 'by '}{author.name}, {author.affiliation}"


def _narrative(story: Story) -> Iterator[str]:
    yield " ".join(passage.text for passage in story.abstract)
    for chapter in story.chapters:
        yield chapter.heading.text
        yield from _paragraphs(chapter)


def _paragraphs(chapter: Chapter) -> Iterator[str]:
    yield from (item.text if isinstance(item, Passage) else item.printed for item in chapter.content)


def _entry(entry: Entry, sign: str) -> str:
    label = entry.label.text if entry.label else ""
    return f"{label}{sign}{entry.body.text}"
