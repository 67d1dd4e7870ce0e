"""What a renderer gives: bytes in a layout, and the fields of the truth that survive in them."""

from __future__ import annotations

from dataclasses import dataclass

from ccdata.testing.letters import straight
from ccdata.testing.story import Passage, Story

FRONT = frozenset({"relationship", "parties", "title", "authors", "affiliations"})
ISSUE = frozenset({"volume", "issue", "published", "published_as_printed", "pages"})
NARRATIVE = frozenset({"narrative", "abstract", "sections", "figures", "blocks"})
ENTRIES = frozenset({"entries", "text", "event_type", "medium", "location", "countries", "related_dates"})
DATES = frozenset({"date", "precision", "label"})
PEOPLE = frozenset({"actors", "mentions", "speakers", "via"})
QUOTES = frozenset({"quotes", "kind", "attribution", "cue", "stance", "native", "continues", "within"})
LINKS = frozenset({"links"})
URLS = frozenset({"urls"})
EVERYTHING = (
    FRONT | ISSUE | NARRATIVE | ENTRIES | DATES | PEOPLE | QUOTES | LINKS | URLS | frozenset({"period"})
)
"""All fields. `narrative`: what stands outside the chronology is there too; `blocks`: block quotations
are set off as paragraphs of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A story in a layout: what a reader gets, and what can be found in it.

    `story` is the truth as the layout shows it: a listing has lost dates and turns the order round.
    """

    story: Story
    layout: str
    style: str
    name: str
    media_type: str
    data: bytes
    fields: frozenset[str]

    @property
    def text(self) -> str:
        """The bytes as text, for layouts that are text."""
        return self.data.decode("utf-8")


def plain(passage: Passage, *, curly: bool) -> str:
    """Return a passage without markup."""
    return passage.text if curly else straight(passage.text)


def dated(story: Story, fields: frozenset[str], *, period: bool) -> frozenset[str]:
    """Take the dates out where labels have no year and no heading gives it."""
    return fields if story.years_in_labels or period else fields - {"date"}
