"""Promise 3: an article told in any layout comes back; the fields that do not are counted and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccdata.document import Document, read_document
from ccdata.extract.article import article_record
from ccdata.records.ids import digest
from ccdata.records.models import Article
from ccdata.source.formats import read_source
from ccdata.testing import Rendering, Story, make_story, render
from ccdata.testing.layouts import LAYOUTS, STRANGERS

READABLE = sorted(set(LAYOUTS) - {"text:columns-interleaved"})
FLOORS = {
    "title": 0.99, "relationship": 1.0, "authors": 0.97, "affiliations": 0.97, "volume": 1.0, "issue": 1.0,
    "published": 1.0, "pages": 0.99, "period": 0.99, "sections": 0.98, "figures": 1.0, "date": 1.0,
}  # fmt: skip
"""What share of each field comes back over all layouts, at least."""


def _story(seed: int, layout: str) -> Story:
    return make_story(seed, native=not layout.startswith("pdf"))


def _read(page: Rendering) -> tuple[Document, Article]:
    document = read_document(read_source(page.data, name=page.name))
    return document, article_record(document)[0]


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _entries(story: Story) -> Counter[str]:
    return Counter(digest(entry.body.text) for entry in story.entries)


def _found(document: Document) -> Counter[str]:
    return Counter(digest(entry.body.text) for entry in document.entries)


def _fields(story: Story, document: Document, article: Article) -> Iterator[tuple[str, object, object]]:
    """Yield (field, truth, found) of the front matter, the headings and the dates."""
    front = story.front
    yield "title", _plain(front.title), _plain(article.title or "")
    yield "relationship", front.relationship, article.relationship
    yield "authors", [_plain(a.name) for a in front.authors], [_plain(a.name) for a in article.authors]
    yield (
        "affiliations",
        [_plain(a.affiliation) for a in front.authors],
        [_plain(a.affiliation or "") for a in article.authors],
    )
    yield "volume", front.volume, article.volume
    yield "issue", front.issue, article.issue
    yield "published", front.published, article.published
    yield "pages", (front.first_page, front.last_page), (article.first_page, article.last_page)
    start, end = article.period_start, article.period_end
    yield "period", front.period, (start.month if start else 0, end.month if end else 0)
    headings = [_plain(part.heading.text) for part in document.parts if part.heading and not part.chronology]
    yield "sections", [_plain(chapter.heading.text) for chapter in story.chapters], headings
    captions = [caption.number for chapter in story.chapters for caption in chapter.captions]
    yield "figures", captions, [figure.number for figure in article.figures]
    dates = {digest(e.body.text): e.label.date.interval for e in document.entries if e.label}
    for entry in story.entries:
        interval = dates.get(digest(entry.body.text))
        same = sum(1 for other in story.entries if other.body.text == entry.body.text) > 1
        if interval is not None and entry.label is not None and not same:
            yield "date", entry.label.interval.edtf, interval.edtf


@pytest.mark.parametrize("layout", READABLE)
@settings(max_examples=3)
@given(seed=st.integers(0, 10**6))
def test_every_entry_of_a_layout_comes_back(layout: str, seed: int) -> None:
    story = _story(seed, layout)
    document, _ = _read(render(story, layout))
    missed = _entries(story) - _found(document)
    assert not missed, [e.body.text for e in story.entries if digest(e.body.text) in missed]


@settings(max_examples=4)
@given(seed=st.integers(0, 10**6))
def test_one_article_in_text_page_and_pdf_is_one_article(seed: int) -> None:
    story = make_story(seed, native=False)
    layouts = [
        name
        for name in ("markdown:uncut", "html:semantic", "html:tables", "pdf:reportlab")
        if name in LAYOUTS
    ]
    read = [_read(render(story, layout)) for layout in layouts]
    assert len({article.id for _, article in read}) == 1
    facts = [
        [(digest(e.body.text), e.label.date.interval) for e in document.entries if e.label]
        for document, _ in read
    ]
    assert all(fact == facts[0] for fact in facts)


@pytest.mark.parametrize("layout", sorted(STRANGERS))
@settings(max_examples=3)
@given(seed=st.integers(0, 10**6))
def test_a_stranger_is_told_and_nothing_is_invented(layout: str, seed: int) -> None:
    document, article = _read(render(make_story(seed), layout))
    assert "not-an-article" in {remark.code for remark in document.remarks}
    assert article.id.startswith("doc-")
    assert (article.volume, article.title, article.relationship, article.period_start) == (None,) * 4


@settings(max_examples=3)
@given(seed=st.integers(0, 10**6))
def test_interleaved_columns_are_reported(seed: int) -> None:
    document, _ = _read(render(make_story(seed), "text:columns-interleaved"))
    assert "columns-interleaved" in {remark.code for remark in document.remarks}


@pytest.mark.slow
def test_two_hundred_articles_come_back() -> None:
    """Every entry of 240 articles over pairs, years and layouts; the fields above their floors."""
    held: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for seed in range(240):
        layout = READABLE[seed % len(READABLE)]
        story = _story(50_000 + seed, layout)
        page = render(story, layout)
        document, article = _read(page)
        assert not _entries(story) - _found(document), (layout, seed)
        for field, truth, found in _fields(story, document, article):
            if field in page.fields:
                held[field] += 1
                right[field] += truth == found
    shares = {field: right[field] / held[field] for field in held}
    assert {field: share for field, share in shares.items() if share < FLOORS[field]} == {}
