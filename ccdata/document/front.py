"""The front matter, gathered from what the header, the notice and the chronology's heading say.

title, authors            the citation's print before the masthead's, which is in capitals
volume, issue, published  the notice's, else an archive's record
relationship, period      the header's, else the chronology's heading; the period the other way round
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from ccdata.document.chronology import Chronology
from ccdata.document.chunks import Chunk
from ccdata.document.citation import Found, Notice
from ccdata.document.dates import read_date
from ccdata.document.header import Header
from ccdata.document.model import Byline, FrontMatter, Printed
from ccdata.document.naming import folded
from ccdata.document.relationship import read_relationship

_LONGEST_NUMBER = 3


def gather_front(header: Header, chronology: Chronology | None) -> FrontMatter:
    """Gather the front matter: the citation's print before the masthead's, which is in capitals."""
    cited = next((pair for pair in header.notices if pair[1].citation), None)
    noticed = next(iter(header.notices), None)
    chunk, notice = cited or noticed or (None, None)
    relationship = header.relationship_printed or _relationship_of(chronology, header)
    record = header.record
    return FrontMatter(
        journal=header.journal or _journal_of(chunk),
        relationship=relationship,
        title=_at(chunk, notice.title if notice else None) or header.title,
        authors=_authors(header, chunk, notice),
        volume=_at(chunk, _first(notice.volumes if notice else ())) or _figure(record.get("volume")),
        issue=_at(chunk, _first(notice.issues if notice else ())) or _figure(record.get("issue")),
        published=_at(chunk, notice.published if notice else None) or _month(record.get("published")),
        pages=_at(chunk, notice.pages if notice else None),
        citation=_at(chunk, notice.citation if notice else None),
        period=chronology.period if chronology and chronology.period else _header_period(header),
    )


def _figure(printed: Printed | None) -> Printed | None:
    """A record's value counts where it is a number."""
    return (
        printed if printed and printed.value.isdecimal() and len(printed.value) <= _LONGEST_NUMBER else None
    )


def _month(printed: Printed | None) -> Printed | None:
    """A record's date counts where the grammar reads it."""
    return printed if printed and read_date(printed.value) else None


def _first(found: Sequence[Found]) -> Found | None:
    return found[0] if found else None


def _at(chunk: Chunk | None, found: Found | None) -> Printed | None:
    """Place what a notice says in the text."""
    if chunk is None or found is None:
        return None
    return Printed(value=found.text, span=chunk.block.span(found.start, found.end))


def _journal_of(chunk: Chunk | None) -> Printed | None:
    """Take the journal's name from the notice."""
    match = re.search(r"Comparative Connections", chunk.text) if chunk else None
    return _at(chunk, Found(match[0], match.start(), match.end())) if match else None


def _relationship_of(chronology: Chronology | None, header: Header) -> Printed | None:
    """Take the relationship from the citation, else from the chronology's heading."""
    for chunk in [pair[0] for pair in header.notices] + (
        [chronology.heading] if chronology and chronology.heading else []
    ):
        found = read_relationship(chunk.text, whole=False)
        if found is not None:
            return Printed(value=found.name, span=chunk.block.span(found.start, found.end))
    return None


def _authors(header: Header, chunk: Chunk | None, notice: Notice | None) -> tuple[Byline, ...]:
    """Names in the citation's spelling, affiliations from the byline."""
    cited = {folded(found.text): found for found in (notice.authors if notice else ())}
    if not header.authors:
        names = [_at(chunk, found) for found in cited.values()]
        return tuple(Byline(name=name, affiliation=None) for name in names if name is not None)
    named = {folded(author.name.value) for author in header.authors}
    more = [_at(chunk, found) for key, found in cited.items() if key not in named]
    return (
        *(_cited_name(author, cited) for author in header.authors),
        *(Byline(name=name, affiliation=None) for name in more if name is not None),
    )


def _cited_name(author: Byline, cited: Mapping[str, Found]) -> Byline:
    """Write a name as the citation does."""
    found = cited.get(folded(author.name.value))
    if found is None:
        return author
    return Byline(name=Printed(value=found.text, span=author.name.span), affiliation=author.affiliation)


def _header_period(header: Header) -> Printed | None:
    if header.period is None:
        return None
    return Printed(value=header.period.text, span=header.period.block.whole())


def period_dates(front: FrontMatter) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of the printed period."""
    interval = read_date(front.period.value) if front.period else None
    return (interval.start, interval.end) if interval else None


def printed_month(front: FrontMatter) -> tuple[int, int] | None:
    """The month of the issue, for labels that print no year under a heading that prints none."""
    interval = read_date(front.published.value) if front.published else None
    return (interval.start.year, interval.start.month) if interval else None
