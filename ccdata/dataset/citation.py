"""How a record is cited: from what is known of its article, nothing put in.

citation = [AUTHORS ', '] ['"' [RELATIONSHIP ': '] TITLE ',"' ' '] PLACE (', ' PLACE)* '.'
PLACE    = JOURNAL | 'Vol. ' N | 'No. ' N | MONTH ' ' YEAR | 'pp. ' N '-' N | 'chronology: ' LABEL | URL
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence

from ccdata.records import Article, Event, Record

_OWN_ENDS = ("?", "!")


def citation_of(article: Article, record: Record) -> str:
    """Return the citation of a record that stands in this article."""
    authors = _joined([author.name for author in article.authors])
    label = record.date_text if isinstance(record, Event) else None
    places = [*_places(article), *([f"chronology: {label}"] if label else [])]
    who = [f"{authors},"] if authors else []
    made = " ".join([*who, *_title(article), ", ".join(places)]).strip()
    return made if made.endswith(".") else f"{made}."


def _title(article: Article) -> Iterator[str]:
    """Yield the title in quotation marks, the relationship before it; a question needs no comma."""
    title = ": ".join(part for part in (article.relationship, article.title) if part)
    if title:
        yield f'"{title}"' if title.endswith(_OWN_ENDS) else f'"{title},"'


def _places(article: Article) -> Iterator[str]:
    """Yield where the article stands, as far as it is known; at the least its id."""
    yield article.journal or article.id
    if article.volume is not None:
        yield f"Vol. {article.volume}"
    if article.issue is not None:
        yield f"No. {article.issue}"
    if article.published is not None:
        year, month = article.published.split("-")
        yield f"{calendar.month_name[int(month)]} {year}"
    yield from _pages(article)
    if article.url is not None:
        yield article.url


def _pages(article: Article) -> Iterator[str]:
    """Yield the pages: `p. 7` or `pp. 7-9`."""
    first, last = article.first_page, article.last_page
    if first is not None and last is not None and last > first:
        yield f"pp. {first}-{last}"
    elif first is not None:
        yield f"p. {first}"


def _joined(names: Sequence[str]) -> str:
    """Join names: `A`, `A and B`, `A, B, and C`."""
    if len(names) <= 2:  # noqa: PLR2004 (two names need no comma)
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
