"""Renderings: the same bytes every time, and all that their fields promise stands in them."""

from __future__ import annotations

import html
import re
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given

from ccdata.testing import (
    EVERYTHING,
    LAYOUTS,
    STRANGERS,
    Rendering,
    Story,
    articles,
    layouts,
    make_story,
    markdown_styles,
    render,
    render_markdown,
)
from ccdata.testing.letters import straight
from ccdata.testing.pdf import render_fpdf

TEXT_LAYOUTS = sorted(name for name in LAYOUTS if not name.startswith("pdf:"))


def letters(text: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, text))


def visible(rendering: Rendering) -> str:
    """Return what a browser would show."""
    text = re.sub(r"<(script|style)>[^<]*</\1>", " ", rendering.text)
    return html.unescape(re.sub(r"<[^<>]{1,500}>", "", text))


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_same_story_gives_the_same_bytes(layout: str) -> None:
    one, two = (render(make_story(3, native=False, entries=6, chapters=2), layout) for _ in range(2))
    assert one.data == two.data
    assert one.fields <= EVERYTHING


@given(articles(), layouts())
def test_every_quotation_survives(story: Story, layout: str) -> None:
    page = render(story, layout)
    if not page.fields:
        return
    shown = visible(page) if page.media_type == "text/html" else page.text
    text = letters(shown.replace("**", "").replace("<u>", "").replace("</u>", ""))
    broken = layout in {"archive:full-text", "text:columns"}
    for quotation in page.story.quotations:
        if "narrative" in page.fields or any(
            quotation in entry.body.quotations for entry in page.story.entries
        ):
            assert broken or letters(quotation.text) in text


@given(articles(), markdown_styles())
def test_markdown_has_a_line_for_each_entry(story: Story, style: str) -> None:
    page = render_markdown(story, style)
    chronology = re.split("chronology of", page.text, flags=re.IGNORECASE)[-1]
    lines = [line for line in chronology.splitlines()[3:] if line]
    assert len(lines) == len(story.entries)
    for line, entry in zip(lines, story.entries, strict=True):
        assert entry.label is not None
        assert straight(entry.label.text) in straight(line)


def test_page_breaks_cut_inside_sentences() -> None:
    stories = [make_story(seed, native=False) for seed in range(20)]
    cut = [render_markdown(story, "mixed").text for story in stories]
    pieces = [pair for text in cut for pair in pairwise(text.split("\n\n"))]
    assert any(first[-1:].islower() and second[:1].islower() for first, second in pieces if first and second)


def test_old_pages_print_no_volume() -> None:
    old = render(make_story(4, year=2005), "html:divs")
    assert "volume" not in old.fields
    assert "Volume" not in visible(old)
    assert "By " + make_story(4, year=2019).front.authors[0].name in visible(
        render(make_story(4, year=2019), "html:divs")
    ).replace("'", "’")


def test_templates_nest_and_name_differently() -> None:
    story = make_story(8, year=2015)
    pages = [render(story, layout).text for layout in sorted(LAYOUTS) if layout.startswith("html:")]
    names = [frozenset(re.findall(r'class="([^"]*)"', page)) for page in pages]
    assert len(set(names)) == len(names)


def test_a_listing_turns_the_order_and_loses_dates() -> None:
    page = render(make_story(2, entries=20), "html:listing")
    lost = [entry for entry in page.story.entries if entry.label is None]
    assert 10 <= len(lost) < 20
    kept = [entry.label.interval.start for entry in page.story.entries if entry.label]
    assert kept == sorted(kept, reverse=True)


def test_footers_fall_into_entries() -> None:
    story = make_story(5, entries=24)
    page = render(story, "archive:full-text")
    assert re.search(rf"\w {re.escape(story.front.relationship)} \d+ [A-Z][a-z]+ \d{{4}} ", page.text)
    assert "\n" not in page.text.strip().rsplit("\n\n", 1)[1]


def test_dates_without_year_are_lost_without_a_heading() -> None:
    story = make_story(5, yearless=True)
    assert "date" not in render(story, "archive:stripped").fields
    assert "date" in render(story, "text:flattened").fields


def test_interleaved_columns_promise_nothing() -> None:
    assert render(make_story(1), "text:columns-interleaved").fields == frozenset()


@pytest.mark.parametrize("layout", ["pdf:reportlab", "pdf:fpdf2"])
def test_pdfs_open_and_hold_the_entries(layout: str) -> None:
    story = make_story(21, native=layout == "pdf:reportlab", year=2021, entries=12, chapters=2)
    document = pypdfium2.PdfDocument(render(story, layout).data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    found = [entry for entry in story.entries if letters(entry.body.text) in letters(text)]
    assert len(found) >= len(story.entries) - 2
    assert all(q.native_text in text.replace("\r\n", "") for q in story.quotations if q.native_text)


@pytest.mark.parametrize("layout", ["pdf:reportlab", "pdf:fpdf2"])
def test_pdfs_have_real_links(layout: str) -> None:
    story = make_story(22, native=False, year=2021, entries=6, chapters=1)
    data = render(story, layout).data
    for run in (run for passage in story.passages for run in passage.links):
        assert run.url is not None
        assert run.url.encode() in data


def test_standard_fonts_refuse_other_scripts() -> None:
    story = next(
        story for story in map(make_story, range(30)) if any(q.native_text for q in story.quotations)
    )
    with pytest.raises(ValueError, match="no font for"):
        render_fpdf(story)


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
def test_layouts_say_what_survives(layout: str) -> None:
    page = render(make_story(6, year=2020, yearless=False), layout)
    if layout != "text:columns-interleaved":
        assert {"entries", "text", "quotes"} <= page.fields


def test_an_archive_drops_stops_and_damages_apostrophes() -> None:
    pages = [render(make_story(seed, entries=24), "archive:full-text") for seed in range(12)]
    assert any(not entry.body.text.endswith((".", "”")) for page in pages for entry in page.story.entries)
    assert any("‟" in page.text for page in pages)
    assert any("\\'" in page.text for page in pages)


@pytest.mark.parametrize("layout", sorted(STRANGERS))
def test_strangers_have_no_masthead_and_no_chronology(layout: str) -> None:
    page = render(make_story(9, year=2020), layout)
    assert "Comparative Connections" not in page.text
    assert "chronology" not in page.text.lower()
    assert not page.fields & {"title", "volume", "entries", "date"}
    assert all(
        letters(q.text) in letters(page.text) for q in page.story.quotations if "quotes" in page.fields
    )
