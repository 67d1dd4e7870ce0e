"""Hypothesis strategies: articles, entries and labels of every pair of states and year."""

from __future__ import annotations

import datetime as dt
import random

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ccdata.testing.labels import DAY_STYLES, any_label
from ccdata.testing.layouts import LAYOUTS
from ccdata.testing.markdown import STYLES
from ccdata.testing.story import Entry, Label, Story
from ccdata.testing.telling import make_story
from ccdata.testing.world import pairs

SEEDS = st.integers(min_value=0, max_value=10**6)
YEARS = st.integers(min_value=1999, max_value=2024)


def articles(*, native: bool = True, max_entries: int = 12, max_chapters: int = 3) -> SearchStrategy[Story]:
    """Return whole articles; they shrink to few entries and chapters, the first pair, the first year."""
    return st.builds(
        make_story,
        SEEDS,
        pair=st.sampled_from([pair.name for pair in pairs()]),
        year=YEARS,
        entries=st.integers(min_value=1, max_value=max_entries),
        chapters=st.integers(min_value=1, max_value=max_chapters),
        native=st.just(native),
    )


def entries() -> SearchStrategy[Entry]:
    """Return single entries of a chronology."""
    return articles(max_entries=3, max_chapters=1).map(lambda story: story.entries[0])


def labels() -> SearchStrategy[Label]:
    """Return date labels in every style."""
    days = st.dates(min_value=dt.date(1999, 1, 1), max_value=dt.date(2024, 12, 20))
    return st.builds(_label, SEEDS, days, st.sampled_from(sorted(DAY_STYLES)))


def markdown_styles() -> SearchStrategy[str]:
    """Return the names of the Markdown styles."""
    return st.sampled_from(sorted(STYLES))


def _label(seed: int, day: dt.date, style: str) -> Label:
    return any_label(random.Random(seed), day, style)


def layouts(*, pdf: bool = False) -> SearchStrategy[str]:
    """Return the names of layouts, with or without those of PDF."""
    return st.sampled_from(sorted(name for name in LAYOUTS if pdf or not name.startswith("pdf:")))
