"""The promises of the design, as properties over articles that never were and text that is none."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import ccdata
from ccdata.checks import check_shard
from ccdata.engine.building import dataset_of
from ccdata.engine.parsing import parse_source, parse_string
from ccdata.errors import CcdataError, SourceError
from ccdata.records import Mention, Quote, Shape, Span
from ccdata.records.shard import Shard
from ccdata.testing import Story, articles, markdown_styles, render_markdown

PIECES = st.sampled_from(
    [
        *(
            "Comparative Connections",
            "CHINA-RUSSIA RELATIONS",
            "Chronology",
            "CHRONOLOGY OF US-JAPAN RELATIONS",
        ),
        *(
            "Sept. 4, 2020:",
            "**Jan. 4-5, 2001:**",
            "- ",
            "* ",
            "# ",
            "> ",
            "\n",
            "\n\n",
            "\f",
            "**",
            "*",
            "_",
            "[",
        ),
        *(
            "](#)",
            "<u>",
            "</u>",
            '"',
            "“",
            "”",
            "'",
            "’",
            "said",
            "Foreign Minister Wang Yi",
            "Putin",
            "he",
            ".",
        ),
        *(
            "according to",
            "meets",
            "in Tokyo",
            ":",
            "…",
            "\\$",
            "\\\\",
            "&amp;",
            "Ã©",
            "â€œ",
            "善意",
            "\u2028",
            ",",
        ),
        *(
            "\u201f",
            "\x0b",
            "This article is extracted from",
            "Preferred citation:",
            "Vol. 22, No. 3",
            "pp 1-2",
        ),
        *("Figure 1", "2020", "12"),
    ]
)
HEAPS = st.lists(PIECES, max_size=80)
TEXTS = st.one_of(st.text(max_size=300), HEAPS.map(" ".join), HEAPS.map("".join))


def spans_in(value: Any) -> Iterator[Span]:
    """Yield every span inside a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif isinstance(value, Shape):
        for name in type(value).model_fields:
            yield from spans_in(getattr(value, name))


def parsed(story: Story, style: str) -> Shard:
    """Render a story and read it."""
    page = render_markdown(story, style)
    return parse_source(page.data, page.name)


@given(TEXTS)
@settings(max_examples=150)
@example('A "quotation\n\nthat “is not\n\nclosed')
@example("Chronology\n\n: lost\n\n: lost too")
def test_1_any_text_gives_records_or_an_error_of_ours(text: str) -> None:
    try:
        shard = parse_string(text)
    except CcdataError:
        return
    assert all(span.holds(shard.text) for record in shard.records() for span in spans_in(record))


@given(st.binary(max_size=400))
@settings(max_examples=100)
def test_1_any_bytes_give_records_or_an_error_with_the_name(data: bytes) -> None:
    try:
        shard = parse_source(data, "given.bin")
    except SourceError as error:
        named = error.name
    else:
        named = shard.article.source.name
    assert named == "given.bin"


HOSTILE = [
    '"',
    "“a”",
    "[a](#) ",
    "**",
    "Sept. 4, 2020: a\n",
    "Xi said. ",
    "he said, ",
    "(see ",
    "\\",
    "Ã©",
    "- a\n",
    "<u>",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_1_hostile_text_is_read_to_its_end(unit: str) -> None:
    """That the time grows no faster than the length is measured by `make bench`."""
    shard = parse_string(unit * (20_000 // len(unit)))
    assert shard.article.source.length == 20_000 // len(unit) * len(unit)


@given(articles(), markdown_styles())
@settings(max_examples=25)
def test_2_every_span_slices_back_and_every_text_derives_from_it(story: Story, style: str) -> None:
    shard = parsed(story, style)
    assert all(span.holds(shard.text) for record in shard.records() for span in spans_in(record))
    assert [str(fault) for fault in check_shard(shard)] == []


@given(articles(), markdown_styles())
@settings(max_examples=25)
def test_2_every_line_of_the_chronology_is_an_entry_or_a_finding(story: Story, style: str) -> None:
    shard = parsed(story, style)
    start = shard.article.sections[-1].end if not shard.events else shard.events[0].span.start
    told = [event.span for event in shard.events]
    told += [finding.span for finding in shard.findings if finding.span is not None]
    place = start
    for line in shard.text[start:].split("\n"):
        if line.strip():
            assert any(span.start <= place and place + len(line.rstrip()) <= span.end for span in told), line
        place += len(line) + 1


@given(articles(), markdown_styles())
@settings(max_examples=25)
def test_3_what_was_rendered_comes_back(story: Story, style: str) -> None:
    """Covered: front matter, section headings, captions, and of entries date, precision and order."""
    shard = parsed(story, style)
    article, front = shard.article, story.front
    assert [straight(article.title), straight(article.relationship)] == [
        straight(front.title),
        straight(front.relationship),
    ]
    assert (article.volume, article.issue, article.published) == (front.volume, front.issue, front.published)
    assert [straight(a.name) for a in article.authors] == [straight(a.name) for a in front.authors]
    headings = [straight(section.heading) for section in article.sections[:-1]]
    assert headings == [straight(chapter.heading.text) for chapter in story.chapters]
    intervals = [entry.label.interval if entry.label else None for entry in story.entries]
    assert [(e.date_start, e.date_end, e.date_precision) for e in shard.events] == [
        (i.start, i.end, i.precision) if i else (None, None, "unknown") for i in intervals
    ]


def straight(text: str | None) -> str:
    """The text in typewriter marks: which marks a style prints is the renderer's choice."""
    return (text or "").translate(str.maketrans("“”‘’", "\"\"''"))


@given(articles(max_entries=5), articles(max_entries=5), markdown_styles())
@settings(max_examples=8)
def test_5_the_order_of_sources_does_not_matter(one: Story, other: Story, style: str) -> None:
    shards = [parsed(one, style), parsed(other, style)]
    forth = [record.to_json() for record in dataset_of(shards).records()]
    back = [record.to_json() for record in dataset_of(shards[::-1]).records()]
    assert forth == back


@given(articles(max_entries=8), markdown_styles(), st.data())
@settings(max_examples=20)
def test_8_no_other_entry_changes_an_id(story: Story, style: str, data: st.DataObject) -> None:
    if len(story.entries) < 2 or len({entry.body.text for entry in story.entries}) < len(story.entries):
        return
    gone = data.draw(st.integers(min_value=0, max_value=len(story.entries) - 1))
    fewer = dataclasses.replace(story, entries=story.entries[:gone] + story.entries[gone + 1 :])
    whole, less = parsed(story, style), parsed(fewer, style)
    assert whole.article.id == less.article.id
    assert [e.id for e in less.events] == [e.id for n, e in enumerate(whole.events) if n != gone]
    before, after = _ids(whole), _ids(less)
    shared = before.keys() & after.keys()
    assert len(shared) > len(after) // 2
    assert {place: after[place] for place in shared} == {place: before[place] for place in shared}


def _ids(shard: Shard) -> dict[tuple[str, int, str], str]:
    """The ids of quotations and mentions by their place: the entry (or none), the offset in it, the words.

    Whether a surname is a mention at all may hang on an entry above it; its id may not.
    """
    made = {}
    inside: tuple[Quote | Mention, ...] = (*shard.quotes, *shard.mentions)
    for record in inside:
        entry = next((e for e in shard.events if e.span.covers(record.span)), None)
        offset = record.span.start - (entry.span.start if entry else 0)
        made[(entry.id if entry else "", offset, record.text)] = record.id
    return made


def test_the_version_is_the_packages() -> None:
    assert ccdata.__version__.count(".") == 2
