"""The lines above the text, each understood by one rule or left over.

header = {masthead | tagline | publisher | relationship | title | byline | volume | period | record
         | furniture}
record = LABEL ":" value, an archive's
title  = the citation's, else behind the relationship, else the greatest heading, else the first line left
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ccdata.authority.journal import journal_words
from ccdata.document.archive import read_record_line
from ccdata.document.bylines import take_bylines
from ccdata.document.chunks import Chunk
from ccdata.document.citation import Notice, is_notice, names_issue, read_notice
from ccdata.document.dates import read_date
from ccdata.document.furniture import holds_tagline, is_furniture, is_publisher, opens_author_block
from ccdata.document.lone_names import read_lone_names
from ccdata.document.model import Byline, Printed
from ccdata.document.naming import read_names
from ccdata.document.relationship import Relationship, read_relationship
from ccdata.document.titlecase import is_upper, title_case
from ccdata.records.spans import Span
from ccdata.source.clean import CleanText

_OTHERS = 2
_MASTHEAD_LENGTH = 120
_TITLE_WORDS = 30
_FIGURE = re.compile(r"\d{1,3}")
_NO_TITLE = re.compile(r"[^\s.][^\s.]\.[\"”’')\]]{0,2}$|[,;]$")
"""The end of a sentence ("U.S." and "..." are none) or of a clause."""
_DATED = re.compile(r"\s[A-Z][A-Za-z]{2,8}\.?\s\d{4}$")
_ARCHIVE_DATE = re.compile(r"^\d{1,2}/\d{4}$")


@dataclass(slots=True)
class Header:
    """What the lines above the text say; `furniture` and `unread` are what is left of them."""

    journal: Printed | None = None
    relationship: Relationship | None = None
    relationship_printed: Printed | None = None
    title: Printed | None = None
    authors: list[Byline] = field(default_factory=list)
    notices: list[tuple[Chunk, Notice]] = field(default_factory=list)
    record: dict[str, Printed] = field(default_factory=dict)
    period: Chunk | None = None
    furniture: list[Chunk] = field(default_factory=list)
    unread: list[Chunk] = field(default_factory=list)


def read_header(chunks: Sequence[Chunk], clean: CleanText) -> Header:
    """Read the lines above the text."""
    header = Header()
    rest = _masthead(list(chunks), header)
    rest = [chunk for chunk in rest if not _known(chunk, header)]
    rest = _known_title(rest, header)
    blocks = [chunk.start for chunk in header.furniture if opens_author_block(chunk.text)]
    authors, left = take_bylines(rest, clean, block_starts=blocks, titled=header.title is not None)
    header.authors += authors
    left = left if header.authors else _lone_names(left, header)
    publishers = [chunk for chunk in left if is_publisher(chunk.text)]
    header.furniture += publishers
    _title(rest, [chunk for chunk in left if chunk not in publishers], header)
    return header


def lists_articles(header: Header) -> bool:
    """Say whether the lines name the pairs of other articles: a page of contents, and no article."""
    heads = (chunk.text.partition(":")[0] for chunk in header.unread)
    found = {other.slug for head in heads if (other := read_relationship(head, whole=True))}
    return len(found) >= _OTHERS


def _lone_names(chunks: list[Chunk], header: Header) -> list[Chunk]:
    """Where nothing else names the authors, a line of names below the title does."""
    for place, chunk in enumerate(chunks):
        titled = header.title is not None or any(map(_can_be_title, chunks[:place]))
        names = read_lone_names(chunk) if titled else []
        if names:
            header.authors += names
            return [other for other in chunks if other is not chunk]
    return chunks


def _masthead(chunks: list[Chunk], header: Header) -> list[Chunk]:
    """Find the journal's name, on one line or two; letters may be spaced."""
    name = journal_words()["journal"]["name"]
    wanted = name.casefold().replace(" ", "")
    for place in range(len(chunks)):
        for size in (1, 2):
            group = chunks[place : place + size]
            text = "".join(chunk.text for chunk in group).casefold().replace(" ", "")
            if text == wanted and len(group) == size:
                header.journal = Printed(value=name, span=_span(group))
                return chunks[:place] + chunks[place + size :]
    return chunks


def _span(group: Sequence[Chunk]) -> Span:
    """Return the span that covers chunks."""
    return Span.of(group[0].block.canonical, group[0].block.start, group[-1].block.end)


def _known(chunk: Chunk, header: Header) -> bool:
    """Read a line that says what it is."""
    rules = (_notice, _record, _furniture, _tagline, _relationship, _period)
    return any(rule(chunk, header) for rule in rules)


def _notice(chunk: Chunk, header: Header) -> bool:
    if not is_notice(chunk.text) and not names_issue(chunk.text):
        return False
    header.notices.append((chunk, read_notice(chunk.text)))
    return True


def _record(chunk: Chunk, header: Header) -> bool:
    """Read a line of an archive's record."""
    line = read_record_line(chunk)
    if line is None:
        return False
    if line.field == "none" or line.value is None:
        header.furniture.append(chunk)
    elif line.field == "author":
        found = read_names(chunk.block.cut(len(chunk.text) - len(line.value.value), len(chunk.text)))
        header.authors += found
        header.unread += [] if found else [chunk]
    elif line.field == "title" and read_relationship(line.value.value, whole=True) is not None:
        start = len(chunk.text) - len(line.value.value)
        return _relationship(replace(chunk, block=chunk.block.cut(start, len(chunk.text))), header)
    elif line.field == "title":
        header.title = Printed(value=title_case(line.value.value), span=line.value.span)
    else:
        header.record[line.field] = line.value
    return True


def _furniture(chunk: Chunk, header: Header) -> bool:
    wordless = not any(map(str.isalnum, chunk.text))
    if chunk.kind == "aside" or wordless or is_furniture(chunk.text) or _ARCHIVE_DATE.match(chunk.text):
        header.furniture.append(chunk)
        return True
    return False


def _tagline(chunk: Chunk, header: Header) -> bool:
    """The journal's tagline is furniture that may name the journal."""
    if len(chunk.text) >= _MASTHEAD_LENGTH or not holds_tagline(chunk.text):
        return False
    name = journal_words()["journal"]["name"]
    place = chunk.text.casefold().find(name.casefold())
    if header.journal is None and place >= 0:
        header.journal = _part(chunk, place, len(name), name)
    header.furniture.append(chunk)
    return True


def _part(chunk: Chunk, start: int, length: int, value: str) -> Printed:
    return Printed(value=value, span=chunk.block.span(start, start + length))


def _relationship(chunk: Chunk, header: Header) -> bool:
    """`CHINA-RUSSIA RELATIONS`, alone or before a colon and the title."""
    head, colon, tail = chunk.text.partition(":")
    found = read_relationship(head, whole=True)
    if found is None:
        return False
    if header.relationship is not None and header.title is not None:
        known = found.slug == header.relationship.slug and _folded(tail) in _folded(header.title.value)
        header.furniture += [chunk] if known else []
        return known
    if header.relationship is None or found.with_word:
        header.relationship = found
        header.relationship_printed = _part(chunk, 0, len(head), found.name)
    if colon and tail.strip():
        start = len(chunk.text) - len(tail.lstrip())
        header.title = _part(chunk, start, len(tail.strip()), title_case(tail.strip()))
    return True


def _period(chunk: Chunk, header: Header) -> bool:
    """A line that is a range of months, or a quarter, and nothing else; a month alone is the issue's."""
    interval = read_date(chunk.text.strip(" :"))
    if interval is None:
        return False
    if interval.precision == "range" and header.period is None:
        header.period = chunk
    elif interval.precision == "month":
        header.record.setdefault("published", Printed(value=chunk.text, span=chunk.block.whole()))
    else:
        header.furniture.append(chunk)
    return True


def _known_title(chunks: list[Chunk], header: Header) -> list[Chunk]:
    """Take out the lines that repeat the title that is known; else take the greatest heading for it."""
    cited = next((n.title.text for _, n in header.notices if n.title), None)
    if cited is None and header.title is None:
        headings = [chunk for chunk in chunks if chunk.kind == "heading" and _can_be_title(chunk)]
        top = min((chunk.level for chunk in headings), default=0)
        group = [chunk for chunk in headings if chunk.level == top][:1]
        if group:
            header.title = Printed(value=title_case(group[0].text), span=group[0].block.whole())
            return [chunk for chunk in chunks if chunk not in group]
    known = cited or (header.title.value if header.title else None)
    if known is None:
        return chunks
    same = [chunk for chunk in chunks if _folded(chunk.text) in _folded(known)]
    if header.title is None and same:
        text = " ".join(chunk.text for chunk in same[:2])
        header.title = Printed(value=title_case(text), span=_span(same[:2]))
    return [chunk for chunk in chunks if chunk not in same]


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _can_be_title(chunk: Chunk) -> bool:
    words = len(chunk.text.split())
    plain = read_date(chunk.text) is None and not _FIGURE.fullmatch(chunk.text)
    opens = chunk.text.lstrip("\"“‘'([")[:1]
    titled = not opens.islower() and not _NO_TITLE.search(chunk.text)
    return 0 < words <= _TITLE_WORDS and plain and titled and any(map(str.isalpha, chunk.text))


def _title(before: list[Chunk], chunks: list[Chunk], header: Header) -> None:
    """What is left: the first line (and a second in the same capitals) is the title."""
    if header.title is None:
        lines = [chunk for chunk in chunks if _can_be_title(chunk)]
        group = lines[:1]
        if len(lines) > 1 and _adjacent(before, lines) and _continues(lines[0], lines[1]):
            group = lines[:2]
        if group:
            text = " ".join(chunk.text for chunk in group)
            header.title = Printed(value=title_case(text), span=_span(group))
            chunks = [chunk for chunk in chunks if chunk not in group]
    header.unread += [chunk for chunk in chunks if not _repeats(chunk, header)]


def _adjacent(before: list[Chunk], lines: list[Chunk]) -> bool:
    return before.index(lines[1]) == before.index(lines[0]) + 1


def _continues(first: Chunk, second: Chunk) -> bool:
    """A title on two lines: both in capitals, the first without an end."""
    if first.text.endswith(("?", "!", ".")):
        return False
    return is_upper(first.text) and is_upper(second.text)


def is_page_head(chunk: Chunk, header: Header) -> bool:
    """Say whether a line of the text is the pair, the title or the journal's name over again."""
    if chunk.kind != "text" or len(chunk.text) > _MASTHEAD_LENGTH:
        return False
    plain = _DATED.sub("", chunk.text)
    pair = read_relationship(plain, whole=True) if header.relationship else None
    if pair is not None and header.relationship is not None:
        return pair.slug == header.relationship.slug
    known = [item.value for item in (header.title, header.journal) if item is not None]
    return _folded(plain) in map(_folded, known)


def _repeats(chunk: Chunk, header: Header) -> bool:
    """Say whether a line repeats what is known (a running head, a breadcrumb)."""
    folded = _folded(chunk.text)
    known = [header.title, header.journal, header.relationship_printed]
    return any(item is not None and folded in _folded(item.value) for item in known)
