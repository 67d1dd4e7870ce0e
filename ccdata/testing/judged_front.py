"""The front matter, judged."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from ccdata.records import Article, Event, Link
from ccdata.testing.identity import same_text, same_words
from ccdata.testing.score import Verdict
from ccdata.testing.story import Front, Run, Story

WORDS = ("title", "relationship", "published_as_printed")
FIGURES = ("volume", "issue", "published")


def judge_front(story: Story, article: Article, events: list[Event]) -> Iterator[Verdict]:
    """Judge everything that stands in the article record."""
    front = story.front
    for name in WORDS:
        yield _verdict(name, getattr(front, name), getattr(article, name), loose=name == "relationship")
    for name in FIGURES:
        yield _verdict(name, str(getattr(front, name)), str(getattr(article, name)))
    yield _verdict(
        "pages", f"{front.first_page}-{front.last_page}", f"{article.first_page}-{article.last_page}"
    )
    yield _verdict("period", _days_of(front), f"{article.period_start}/{article.period_end}")
    yield from _people(front, article)
    yield from _parts(story, article)
    yield from _links(story, article, events)


def _people(front: Front, article: Article) -> Iterator[Verdict]:
    sides = [side.name for side in front.sides]
    yield _verdict("parties", ", ".join(sides), ", ".join(party.name for party in article.parties))
    found = article.authors
    yield _verdict("authors", _listed(a.name for a in front.authors), _listed(a.name for a in found))
    where = _listed(author.affiliation for author in front.authors)
    yield _verdict("affiliations", where, _listed(author.affiliation or "" for author in found))


def _parts(story: Story, article: Article) -> Iterator[Verdict]:
    yield _verdict("abstract", " ".join(passage.text for passage in story.abstract), article.abstract)
    headings = [section.heading for section in article.sections]
    for chapter in story.chapters:
        text = chapter.heading.text
        found = next((heading for heading in headings if same_text(heading, text)), "")
        yield _verdict("sections", text, found)
        for caption in chapter.captions:
            hit = next((figure for figure in article.figures if figure.number == caption.number), None)
            read = "" if hit is None else f"{hit.caption} / {hit.credit}"
            yield _verdict("figures", f"{caption.text} / {caption.credit}", read, loose=True)


def _links(story: Story, article: Article, events: list[Event]) -> Iterator[Verdict]:
    found = [*article.links, *(link for event in events for link in event.links)]
    for run in (run for passage in story.passages for run in passage.links):
        hit = _matching(found, run)
        if hit is not None:
            found.remove(hit)
        yield _verdict("links", run.text, hit.text if hit else "")
        yield _verdict("urls", run.url or "", hit.url if hit else "")


def _matching(links: list[Link], run: Run) -> Link | None:
    """Return the link of these words, the one with this target first."""
    fitting = [link for link in links if same_text(link.text, run.text)]
    return next((link for link in fitting if link.url == run.url), fitting[0] if fitting else None)


def _days_of(front: Front) -> str:
    first, last = front.period
    end = dt.date(front.year, last, calendar.monthrange(front.year, last)[1])
    return f"{dt.date(front.year, first, 1)}/{end}"


def _listed(names: Iterator[str]) -> str:
    return "; ".join(names)


def _verdict(field: str, expected: str, found: str | None, *, loose: bool = False) -> Verdict:
    same = same_words if loose else same_text
    return Verdict(
        field=field, phenomenon="front", right=same(expected, found), expected=expected, found=found or ""
    )
