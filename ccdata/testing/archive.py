"""Articles as archives keep them: one paragraph of run-on entries under a few lines about the record."""

from __future__ import annotations

import random
from dataclasses import replace

from ccdata.testing.dice import dice, happens
from ccdata.testing.labels import FULL
from ccdata.testing.letters import straight
from ccdata.testing.rendering import (
    DATES,
    ENTRIES,
    PEOPLE,
    QUOTES,
    Rendering,
    dated,
    plain,
)
from ccdata.testing.story import Entry, Story

ARCHIVE = "Columbia International Affairs Online"
PUBLISHER = "Center for Strategic and International Studies"
SEPARATORS = ((": ",), (": ",), (". ",), (" ",), (": ", ". ", " "))
FOOTERS, TWICE, STOPLESS, REPEATED = 0.15, 0.2, 0.05, 0.5
APOSTROPHES = ("'", "'", "‟", "\\'")
"""Archives damage apostrophes: a reversed mark, an escape that was left."""
CHRONOLOGY = ENTRIES | DATES | PEOPLE | QUOTES


def render_full_text(story: Story) -> Rendering:
    """Render an archive's full text: its own header, then run-on entries with running footers inside."""
    rng = dice(story.seed, "full-text")
    story = replace(story, entries=tuple(_stopless(entry, rng) for entry in story.entries))
    front = story.front
    header = [
        ARCHIVE,
        f"CIAO DATE: {rng.randint(1, 12)}/{front.year + 1}",
        straight(front.title),
        f"A publication of: {PUBLISHER}",
        f"Volume: {front.volume}, Issue: {front.issue} ({front.published_as_printed})",
        "Full Text",
    ]
    chronology = run_on(story, rng, footers=True).replace("'", rng.choice(APOSTROPHES))
    text = "\n\n".join([*header, chronology])
    known = frozenset({"title", "volume", "issue", "published", "published_as_printed"})
    return _archived(story, text, "archive-full-text", known)


def render_stripped(story: Story) -> Rendering:
    """Render an archive's text of which only date and publisher are left."""
    rng = dice(story.seed, "stripped")
    header = [f"{rng.randint(1, 12):02d}/{story.front.year + 1}", PUBLISHER]
    text = "\n\n".join([*header, run_on(story, rng, footers=False)])
    return _archived(story, text, "archive-stripped", frozenset())


def render_record(story: Story) -> Rendering:
    """Render an archive's record: lines of label and value, some empty, some missing."""
    rng = dice(story.seed, "record")
    front = story.front
    lines = {
        "Title": straight(front.title),
        "Author": straight(", ".join(author.name for author in front.authors)),
        "Journal": front.journal,
        "Volume": str(front.volume),
        "Issue Number": "",
        "Publication Date": front.published_as_printed,
        "Institution": PUBLISHER,
        "Abstract": _abstract(story, rng),
    }
    missing = rng.choice(["Journal", "Institution", "Issue Number"])
    header = "\n".join(f"{key}: {value}".rstrip() for key, value in lines.items() if key != missing)
    text = f"{header}\n\nFull Text\n\n{run_on(story, rng, footers=False)}"
    known = frozenset({"title", "authors", "volume", "published", "published_as_printed"})
    return _archived(story, text, "archive-record", known)


def run_on(story: Story, rng: random.Random, *, footers: bool) -> str:
    """Return the chronology as one paragraph; footers fall into entries as pages end."""
    separators = rng.choice(SEPARATORS)
    pieces: list[str] = []
    page = story.front.first_page
    for entry in story.entries:
        line = run_on_entry(entry, rng.choice(separators))
        if footers and happens(rng, FOOTERS):
            line, page = _with_footer(story, line, page, rng)
        pieces.append(line)
    return " ".join(pieces)


def _stopless(entry: Entry, rng: random.Random) -> Entry:
    """Take the full stop from the end of an entry, now and then."""
    *others, last = entry.body.runs
    if not last.text.endswith(".") or not happens(rng, STOPLESS):
        return entry
    runs = (*others, replace(last, text=last.text.removesuffix(".")))
    return replace(entry, body=replace(entry.body, runs=runs))


def run_on_entry(entry: Entry, separator: str) -> str:
    """Return label and body in typewriter marks."""
    label = straight(entry.label.text) if entry.label else ""
    return f"{label}{separator}{plain(entry.body, curly=False)}"


def _with_footer(story: Story, line: str, page: int, rng: random.Random) -> tuple[str, int]:
    """Put a running footer, sometimes two, between two words behind the label."""
    spaces = [at for at, letter in enumerate(line) if letter == " " and at > len(line) // 2]
    if not spaces:
        return line, page
    at = rng.choice(spaces)
    count = 2 if happens(rng, TWICE) else 1
    footers = [_footer(story, page + number) for number in range(count)]
    return f"{line[:at]} {' '.join(footers)} {line[at + 1 :]}", page + count


def _footer(story: Story, page: int) -> str:
    """Footer = RELATIONSHIP PAGE MONTH YEAR, the month now and then the one before the record's."""
    month = int(story.front.published[5:])
    year = int(story.front.published[:4])
    early = story.seed % 3 == 0 and month > 1
    return f"{story.front.relationship} {page} {FULL[month - 1 - early]} {year}"


def _abstract(story: Story, rng: random.Random) -> str:
    quiet = [entry for entry in story.entries[:2] if not entry.body.quotations]
    if quiet and happens(rng, REPEATED):
        return " ".join(run_on_entry(entry, ": ") for entry in quiet)
    return "No abstract is available."


def _archived(story: Story, text: str, layout: str, known: frozenset[str]) -> Rendering:
    shown = replace(story, abstract=(), chapters=())
    return Rendering(
        story=shown,
        layout=layout,
        style=layout,
        name=f"{story.seed:03d}-{layout}.txt",
        media_type="text/plain",
        data=f"{text}\n".encode(),
        fields=dated(story, known | CHRONOLOGY, period=False),
    )
