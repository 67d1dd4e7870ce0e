"""Promise: the same article as text, page and PDF gives the same ids, dates, actors and quotations.

What a layout does not print is no part of it: the citation's title (pages of the early years print no
citation), block quotations (plain text does not set them off), the shape of apostrophes and marks.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccdata.engine.parsing import parse_source
from ccdata.records.models import Quote
from ccdata.records.shard import Shard
from ccdata.testing import make_story, render

TEXT = "markdown:uncut"
OTHERS = (
    "markdown:bold-no-bullets", "text:pasted", "html:semantic", "html:tables", "html:divs", "html:builder",
    "pdf:reportlab", "pdf:fpdf2",
)  # fmt: skip
Facts = list[tuple[object, ...]]
MARKS = str.maketrans("’‘“”", "''\"\"")


def plain(text: str | None) -> str | None:
    return text.translate(MARKS) if text else None


def events(shard: Shard) -> Facts:
    return [
        (
            event.id, event.date_edtf, plain(event.date_text), plain(event.text), event.event_type,
            event.event_mode, event.medium, event.status, event.countries,
            [(actor.actor_id, actor.role, plain(actor.text), actor.office) for actor in event.actors],
            plain(event.location.name) if event.location else None,
            [(date.date_edtf, plain(date.text)) for date in event.related_dates],
        )
        for event in shard.events
    ]  # fmt: skip


def is_in_every_layout(quote: Quote) -> bool:
    cited = quote.kind == "title" and quote.section is None and quote.event_id is None
    return quote.kind != "block" and not cited


def quotations(shard: Shard) -> Facts:
    return [
        (
            quote.id, quote.kind, plain(quote.text), quote.cue, quote.attribution, quote.stance,
            [(speaker.actor_id, plain(speaker.text)) for speaker in quote.speakers],
            [(party.actor_id, plain(party.text)) for party in (*quote.addressees, *quote.reported_via)],
            quote.date_edtf, quote.event_id, quote.continues, quote.native_text,
        )
        for quote in shard.quotes
        if is_in_every_layout(quote)
    ]  # fmt: skip


def mentions(shard: Shard) -> Facts:
    return [(m.id, m.actor_id, plain(m.text), plain(m.role_title), m.method) for m in shard.mentions]


def actors(shard: Shard) -> Facts:
    return sorted((actor.id, plain(actor.name), actor.kind, actor.country) for actor in shard.actors)


def headings(shard: Shard) -> Facts:
    return [(plain(part.heading), part.level) for part in shard.article.sections[:-1]]


@pytest.mark.parametrize("facts", [events, quotations, mentions, actors, headings], ids=lambda f: f.__name__)
@settings(max_examples=2)
@given(seed=st.integers(0, 10**6), other=st.sampled_from(OTHERS))
def test_an_article_is_the_same_in_text_page_and_pdf(
    facts: Callable[[Shard], Facts], seed: int, other: str
) -> None:
    story = make_story(seed, native=False, entries=8, chapters=2)
    text, page = (render(story, layout) for layout in (TEXT, other))
    one, two = parse_source(text.data, text.name), parse_source(page.data, page.name)
    assert one.article.id == two.article.id
    assert facts(one) == facts(two)


@pytest.mark.slow
@pytest.mark.parametrize("other", OTHERS)
def test_forty_articles_are_the_same_in_text_and_in_every_other_layout(other: str) -> None:
    for seed in range(7_000, 7_040):
        story = make_story(seed, native=False)
        text, page = (render(story, layout) for layout in (TEXT, other))
        one, two = parse_source(text.data, text.name), parse_source(page.data, page.name)
        for facts in (events, quotations, mentions, actors, headings):
            assert facts(one) == facts(two), (seed, facts.__name__)
