"""A document to its Article record: who wrote what on which pair, when, and where one reads it.

volume, issue  as printed; else derived from the period covered, and a finding says so
published      the month in which that issue appeared; a print that contradicts it is a finding
period         the chronology's heading; else the header's line, unless the entries contradict it
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ccdata.authority.journal import Issue, issue_covering, issue_of
from ccdata.document.citation import page_numbers, read_notice
from ccdata.document.dates import read_date
from ccdata.document.model import Document, FrontMatter, Printed
from ccdata.document.relationship import Relationship, read_relationship
from ccdata.records.ids import article_id
from ccdata.records.models import Article
from ccdata.records.remarks import Remark
from ccdata.records.shapes import Anchor, ArticleParty, Author, Figure, Gap, Link, Section, SourceFacts
from ccdata.records.spans import Span
from ccdata.source.clean import Block

_LONGEST_PERIOD = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the front matter comes to, before it is a record."""

    relationship: Relationship | None
    volume: int | None
    issue: int | None
    period: tuple[dt.date, dt.date] | None
    published: str | None
    remarks: tuple[Remark, ...]


def article_record(document: Document) -> tuple[Article, tuple[Remark, ...]]:
    """Return the article's record and what was noticed."""
    facts = read_facts(document)
    front, reading = document.front, document.reading
    name = article_id(
        volume=facts.volume,
        issue=facts.issue,
        period=facts.period[0].strftime("%Y-%m") if facts.period else None,
        pair=facts.relationship.slug if facts.relationship else None,
        sha256=reading.sha256,
    )
    pages = page_numbers(front.pages.value) if front.pages else None
    record = Article(
        record_type="article",
        id=name,
        article_id=name,
        journal=_value(front.journal),
        title=_value(front.title),
        relationship=facts.relationship.name if facts.relationship else None,
        parties=_parties(facts.relationship),
        authors=tuple(Author(name=a.name.value, affiliation=_value(a.affiliation)) for a in front.authors),
        volume=facts.volume,
        issue=facts.issue,
        published=facts.published,
        published_as_printed=_value(front.published),
        first_page=pages[0] if pages else None,
        last_page=pages[1] if pages else None,
        citation=_value(front.citation),
        url=reading.url,
        period_start=facts.period[0] if facts.period else None,
        period_end=facts.period[1] if facts.period else None,
        abstract=_abstract(document),
        sections=tuple(_sections(document)),
        figures=tuple(_figures(document)),
        links=tuple(_links(document)),
        source=SourceFacts(
            name=reading.name,
            media_type=reading.media_type,
            layout=document.layout,
            sha256=reading.sha256,
            length=len(reading.text),
        ),
        language="en",
        anchors=tuple(_anchors(front, facts)),
        gaps=tuple(_gaps(document, facts)),
        corrections=(),
    )
    return record, facts.remarks


def read_facts(document: Document) -> Facts:
    """Settle volume, issue, period and month of publication, and name what contradicts what."""
    front = document.front
    relationship = read_relationship(front.relationship.value, whole=True) if front.relationship else None
    period, remarks = _period(document)
    printed = (_number(front.volume), _number(front.issue))
    issue, derived = _issue(printed, period, document)
    if derived is not None:
        remarks.append(derived)
    volume = printed[0] or (issue.volume if issue else None)
    number = printed[1] or (issue.number if issue else None)
    published, contradiction = _published(front, issue)
    if contradiction is not None:
        remarks.append(contradiction)
    remarks += _citation_remarks(front)
    return Facts(
        relationship=relationship,
        volume=volume,
        issue=number,
        period=period,
        published=published,
        remarks=tuple(remarks),
    )


def _value(printed: Printed | None) -> str | None:
    return printed.value if printed else None


def _number(printed: Printed | None) -> int | None:
    return int(printed.value) or None if printed else None


def _period(document: Document) -> tuple[tuple[dt.date, dt.date] | None, list[Remark]]:
    """Read the printed period; one that is plainly not the entries' is a finding and no period."""
    printed = document.front.period
    interval = read_date(printed.value) if printed else None
    if interval is None or printed is None:
        return None, []
    days = [day for day in _entry_days(document) if interval.start <= day <= interval.end]
    total = sum(1 for _ in _entry_days(document))
    plain = (interval.end - interval.start).days <= _LONGEST_PERIOD and 2 * len(days) >= total
    if plain:
        return (interval.start, interval.end), []
    message = f"printed: {printed.value}; {len(days)} of {total} entries lie in it"
    return None, [_remark("period-contradicts", message, printed, "period_start")]


def _entry_days(document: Document) -> Iterator[dt.date]:
    for entry in document.entries:
        if entry.label is not None and entry.label.date.interval is not None:
            yield entry.label.date.interval.start


def _issue(
    printed: tuple[int | None, int | None], period: tuple[dt.date, dt.date] | None, document: Document
) -> tuple[Issue | None, Remark | None]:
    """Find the issue by its numbers; else, for an article of the journal, by the days it covers."""
    volume, number = printed
    if volume is not None and number is not None:
        return issue_of(volume, number), None
    issue = _issue_of_days(period or _covered(document))
    known = document.front.journal or document.front.relationship
    if issue is None or known is None or volume not in (None, issue.volume):
        return None, None
    message = (
        f"no volume is printed; the period covered is that of volume {issue.volume}, issue {issue.number}"
    )
    return issue, Remark(code="volume-derived", message=message, field="volume")


def _issue_of_days(days: tuple[dt.date, dt.date] | None) -> Issue | None:
    """The issue that covers the days; a listing's heading often ends a month late."""
    if days is None:
        return None
    start, end = days
    before = end.replace(day=1) - dt.timedelta(days=1)
    return issue_covering(start, end) or (issue_covering(start, before) if before > start else None)


def _covered(document: Document) -> tuple[dt.date, dt.date] | None:
    """The entries' own days, where there are enough to tell."""
    days = sorted(_entry_days(document))
    return (days[0], days[-1]) if len(days) > 2 else None  # noqa: PLR2004


def _published(front: FrontMatter, issue: Issue | None) -> tuple[str | None, Remark | None]:
    """The month of the issue stands before the month printed."""
    interval = read_date(front.published.value) if front.published else None
    printed = interval.start.strftime("%Y-%m") if interval else None
    if issue is None or front.published is None or printed == issue.published:
        return printed or (issue.published if issue else None), None
    if printed is not None and _near(printed, issue.published):
        return printed, None
    appeared = f"volume {issue.volume}, issue {issue.number} appeared in {issue.published}"
    message = f"printed: {front.published.value}; {appeared}"
    return issue.published, _remark("published-contradicts", message, front.published, "published")


def _citation_remarks(front: FrontMatter) -> Iterator[Remark]:
    """The citation names volume and issue once more; the first print stands."""
    if front.citation is None:
        return
    notice = read_notice(front.citation.value)
    for field, printed, again in (
        ("volume", front.volume, notice.volumes),
        ("issue", front.issue, notice.issues),
    ):
        other = next(
            (found.text for found in again if printed and int(found.text) != int(printed.value)), None
        )
        if printed and other:
            message = f"{field} {printed.value} is printed, and {field} {other} in the citation"
            yield _remark("citation-contradicts", message, front.citation, field)


def _near(one: str, other: str) -> bool:
    """Issues appear a month early or late; more than two months off is a slip."""
    months = [int(text[:4]) * 12 + int(text[5:]) for text in (one, other)]
    return abs(months[0] - months[1]) <= 2  # noqa: PLR2004


def _remark(code: str, message: str, printed: Printed, field: str) -> Remark:
    return Remark(code=code, message=message, start=printed.span.start, end=printed.span.end, field=field)


def _parties(relationship: Relationship | None) -> tuple[ArticleParty, ...]:
    sides = relationship.sides if relationship else ()
    return tuple(ArticleParty(name=side.name, kind=side.kind, country=side.country) for side in sides)


def _abstract(document: Document) -> str | None:
    return " ".join(p.block.text for p in document.abstract if p.place == "abstract") or None


def _sections(document: Document) -> Iterator[Section]:
    for part in document.parts:
        if part.heading is not None:
            yield Section(
                heading=part.heading.text,
                level=part.level,
                span=part.heading.whole(),
                start=part.start,
                end=part.end,
            )


def _figures(document: Document) -> Iterator[Figure]:
    for caption in document.captions:
        yield Figure(
            number=caption.number,
            caption=caption.caption.value,
            credit=_value(caption.credit),
            span=caption.block.whole(),
        )


def links_of(block: Block) -> Iterator[Link]:
    """Return the links of a block as records; a mark without a target may be an underline, and is kept."""
    for mark in block.marks:
        if mark.kind == "link":
            origin = mark.origin
            yield Link(
                text=block.text[mark.start : mark.end],
                url=mark.url,
                span=Span.of(block.canonical, origin.start, origin.end),
            )


def _links(document: Document) -> Iterator[Link]:
    blocks = [placed.block for placed in document.placed() if placed.entry is None]
    blocks += [caption.block for caption in document.captions]
    for block in sorted(blocks, key=lambda block: block.start):
        yield from links_of(block)


def _anchors(front: FrontMatter, facts: Facts) -> Iterator[Anchor]:
    """Say where each value was read; what was printed and not believed has no value and no anchor."""
    fields = {
        "journal": front.journal,
        "title": front.title,
        "relationship": front.relationship if facts.relationship else None,
        "volume": front.volume if _number(front.volume) else None,
        "issue": front.issue if _number(front.issue) else None,
        "published_as_printed": front.published,
        "first_page": front.pages if front.pages and page_numbers(front.pages.value) else None,
        "citation": front.citation,
        "period_start": front.period if facts.period else None,
    }
    for place, author in enumerate(front.authors):
        fields[f"authors.{place}.name"] = author.name
        fields[f"authors.{place}.affiliation"] = author.affiliation
    for field, printed in fields.items():
        if printed is not None:
            yield Anchor(field=field, span=printed.span)


def _gaps(document: Document, facts: Facts) -> Iterator[Gap]:
    """Say why what a reader would look for is not there."""
    front = document.front
    found = {
        "journal": front.journal,
        "title": front.title,
        "relationship": facts.relationship,
        "volume": facts.volume,
        "issue": facts.issue,
        "published": facts.published,
        "first_page": front.pages,
        "citation": front.citation,
        "abstract": _abstract(document),
    }
    for field, value in found.items():
        if value is None:
            yield Gap(field=field, reason="not_printed")
    if facts.period is None:
        yield Gap(field="period_start", reason="contradictory" if front.period else "not_printed")
    for place, author in enumerate(front.authors):
        if author.affiliation is None:
            yield Gap(field=f"authors.{place}.affiliation", reason="not_printed")
