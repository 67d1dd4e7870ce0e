"""The lines above the text, each understood by one rule or left over.

header = {masthead | tagline | publisher | relationship | title | byline | volume | period | furniture}
byline = ["By "] NAME [", " AFFILIATION] {(";" | "&" | newline) NAME ", " AFFILIATION}
       | NAME newline AFFILIATION
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ccdata.authority.journal import journal_words
from ccdata.document.chunks import Chunk
from ccdata.document.citation import NOTICE, Notice, read_notice
from ccdata.document.dates import read_label
from ccdata.document.model import Byline, Printed
from ccdata.document.relationship import Relationship, read_relationship
from ccdata.document.titlecase import is_upper, title_case
from ccdata.source.clean import Block, CleanText

_BY = re.compile(r"(?i)^by:?\s+(?=\S)")
_NAME = re.compile(r"^[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,5}$")
_SPLIT = re.compile(r"\s*(?:;|\s&\s|\s(?:and|AND)\s|\n)\s*")
_MASTHEAD_LENGTH = 120
_TITLE_WORDS = 30


@dataclass(slots=True)
class Header:
    """What the lines above the text say; `furniture` and `unread` are what is left of them."""

    journal: Printed | None = None
    relationship: Relationship | None = None
    relationship_printed: Printed | None = None
    title: Printed | None = None
    authors: list[Byline] = field(default_factory=list)
    notices: list[tuple[Chunk, Notice]] = field(default_factory=list)
    period: Chunk | None = None
    furniture: list[Chunk] = field(default_factory=list)
    unread: list[Chunk] = field(default_factory=list)


def read_header(chunks: Sequence[Chunk], clean: CleanText) -> Header:
    """Read the lines above the text."""
    header = Header()
    rest = _masthead(list(chunks), header)
    rest = [chunk for chunk in rest if not _known(chunk, header)]
    rest = _bylines(rest, header, clean)
    _title(rest, header)
    return header


def _masthead(chunks: list[Chunk], header: Header) -> list[Chunk]:
    """Find the journal's name, on one line or two."""
    for place in range(len(chunks)):
        for size in (1, 2):
            group = chunks[place : place + size]
            text = " ".join(c.text for c in group)
            if text.casefold() == journal_words()["journal"]["name"].casefold() and len(group) == size:
                whole = _whole(group)
                header.journal = Printed(value=journal_words()["journal"]["name"], span=whole.whole())
                return chunks[:place] + chunks[place + size :]
    return chunks


def _whole(group: Sequence[Chunk]) -> Block:
    """Join chunks into the block that covers them."""
    first = group[0].block
    if len(group) == 1:
        return first
    last = group[-1].block
    return Block(first.canonical, " ".join(c.text for c in group), (*first.segments, *last.segments))


def _known(chunk: Chunk, header: Header) -> bool:
    """Read a line that says what it is."""
    return any(rule(chunk, header) for rule in (_notice, _furniture, _tagline, _relationship, _period))


def _notice(chunk: Chunk, header: Header) -> bool:
    notice = read_notice(chunk.text)
    if not NOTICE.search(chunk.text) and not (notice.volumes and notice.issues):
        return False
    header.notices.append((chunk, notice))
    return True


@cache
def _furniture_words() -> tuple[frozenset[str], tuple[str, ...]]:
    words = journal_words()["furniture"]
    return frozenset(words["lines"]), tuple(words["starts"])


def is_furniture(text: str) -> bool:
    """Say whether a line belongs to the page: a menu, a button, a notice of copyright."""
    lines, starts = _furniture_words()
    folded = text.casefold().strip(" |:")
    return folded in lines or folded.startswith(starts)


def _furniture(chunk: Chunk, header: Header) -> bool:
    if chunk.kind == "aside" or is_furniture(chunk.text):
        header.furniture.append(chunk)
        return True
    return False


def _tagline(chunk: Chunk, header: Header) -> bool:
    """The journal's tagline and publisher are furniture that names the journal."""
    words = journal_words()["journal"]
    folded = chunk.text.casefold()
    publisher = folded.strip(" .") in {name.casefold() for name in words["publishers"]}
    tagline = len(folded) < _MASTHEAD_LENGTH and any(word.casefold() in folded for word in words["taglines"])
    if tagline and header.journal is None and words["name"].casefold() in folded:
        header.journal = _part(
            chunk, folded.index(words["name"].casefold()), len(words["name"]), words["name"]
        )
    if publisher or tagline:
        header.furniture.append(chunk)
    return publisher or tagline


def _part(chunk: Chunk, start: int, length: int, value: str) -> Printed:
    return Printed(value=value, span=chunk.block.span(start, start + length))


def _relationship(chunk: Chunk, header: Header) -> bool:
    """`CHINA-RUSSIA RELATIONS`, alone or before a colon and the title."""
    if header.relationship is not None and header.title is not None:
        return False
    head, colon, tail = chunk.text.partition(":")
    found = read_relationship(head, whole=True)
    if found is None:
        return False
    if header.relationship is None or found.with_word:
        header.relationship = found
        header.relationship_printed = _part(chunk, 0, len(head), found.name)
    if colon and tail.strip():
        start = len(chunk.text) - len(tail.lstrip())
        header.title = _part(chunk, start, len(tail.strip()), title_case(tail.strip()))
    return True


def _period(chunk: Chunk, header: Header) -> bool:
    """A line that is a range of months and nothing else."""
    label = read_label(chunk.text, year=None)
    if label is None or label.body_start < len(chunk.text) or label.date.interval is None:
        return False
    if label.date.interval.precision == "range" and header.period is None:
        header.period = chunk
    else:
        header.furniture.append(chunk)
    return True


def _bylines(chunks: list[Chunk], header: Header, clean: CleanText) -> list[Chunk]:
    """Take the authors' lines out."""
    rest: list[Chunk] = []
    place = 0
    while place < len(chunks):
        chunk = chunks[place]
        following = chunks[place + 1] if place + 1 < len(chunks) else None
        if _is_byline(chunk):
            header.authors.extend(_authors_in(chunk, clean))
        elif following is not None and _is_name(chunk.text) and _is_affiliation(following.text):
            header.authors.append(_byline(chunk.block, following.block))
            place += 1
        else:
            rest.append(chunk)
        place += 1
    return rest


def _is_byline(chunk: Chunk) -> bool:
    if _BY.match(chunk.text) and len(chunk.text.split()) < _TITLE_WORDS:
        return True
    name, comma, affiliation = chunk.text.partition(",")
    return bool(comma) and _is_name(name) and _is_affiliation(affiliation)


def _is_name(text: str) -> bool:
    return bool(_NAME.match(text.strip())) and not _is_affiliation(text) and text[:1].isupper()


@cache
def _affiliation_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in journal_words()["furniture"]["affiliations"])
    return re.compile(rf"(?i)\b(?:{words})\b")


def _is_affiliation(text: str) -> bool:
    return bool(_affiliation_pattern().search(text)) and len(text) < 2 * _MASTHEAD_LENGTH


def _authors_in(chunk: Chunk, clean: CleanText) -> list[Byline]:
    """Split one chunk into authors: by lines, else by `&` and `;` where each part is a byline of its own."""
    lines = [clean.block([span]) for span in _lines_of(chunk)]
    parts = [part for line in lines for part in _split_authors(line) if part.text]
    found: list[Byline] = []
    for part in parts:
        name, affiliation = _name_and_affiliation(part)
        if name is None and found and found[-1].affiliation is None and affiliation is not None:
            found[-1] = Byline(name=found[-1].name, affiliation=_printed(affiliation))
        elif name is not None:
            found.append(_byline(name, affiliation))
    return found


def _lines_of(chunk: Chunk) -> list[tuple[int, int]]:
    spans, place = [], chunk.start
    for line in chunk.block.canonical[chunk.start : chunk.end].split("\n"):
        if line.strip():
            spans.append((place, place + len(line)))
        place += len(line) + 1
    return spans


def _split_authors(line: Block) -> list[Block]:
    by = _BY.match(line.text)
    start = by.end() if by else 0
    cuts = [match.span() for match in _SPLIT.finditer(line.text, start)]
    pieces, place = [], start
    for cut_start, cut_end in [*cuts, (len(line.text), len(line.text))]:
        candidate = line.text[cut_end:]
        last = cut_start == len(line.text)
        if last or _is_name(candidate.partition(",")[0]) or _is_name(_SPLIT.split(candidate)[0]):
            pieces.append(line.cut(place, cut_start))
            place = cut_end
    return pieces


def _name_and_affiliation(part: Block) -> tuple[Block | None, Block | None]:
    name, comma, affiliation = part.text.partition(",")
    if not comma:
        return (part, None) if not _is_affiliation(part.text) else (None, part)
    if not _is_name(name):
        return None, part
    start = len(name) + 1 + len(affiliation) - len(affiliation.lstrip())
    return part.cut(0, len(name)), part.cut(start, len(part.text)) if start < len(part.text) else None


def _byline(name: Block, affiliation: Block | None) -> Byline:
    printed = Printed(value=title_case(_BY.sub("", name.text), small=False), span=name.whole())
    return Byline(name=printed, affiliation=_printed(affiliation) if affiliation else None)


def _printed(block: Block) -> Printed:
    return Printed(value=title_case(block.text), span=block.whole())


def _title(chunks: list[Chunk], header: Header) -> None:
    """What is left: the first line (and a second in the same capitals) is the title."""
    if header.title is None:
        lines = [chunk for chunk in chunks if 0 < len(chunk.text.split()) <= _TITLE_WORDS]
        group = lines[:1]
        if (
            len(lines) > 1
            and chunks.index(lines[1]) == chunks.index(lines[0]) + 1
            and _continues(lines[0], lines[1])
        ):
            group = lines[:2]
        if group:
            text = " ".join(chunk.text for chunk in group)
            header.title = Printed(value=title_case(text), span=_whole(group).whole())
            chunks = [chunk for chunk in chunks if chunk not in group]
    header.unread = [chunk for chunk in chunks if not _repeats(chunk, header)]


def _continues(first: Chunk, second: Chunk) -> bool:
    """A title on two lines: both in capitals, or headings of one level, the first without an end."""
    if first.text.endswith(("?", "!", ".")):
        return False
    return is_upper(first.text) and is_upper(second.text)


def _repeats(chunk: Chunk, header: Header) -> bool:
    """Say whether a line repeats what is known (a running head, a breadcrumb)."""
    folded = chunk.text.casefold()
    known = [header.title, header.journal, header.relationship_printed]
    return any(item is not None and folded in item.value.casefold() for item in known)
