"""Header lines that no blank line parts: a masthead, a title and its authors in one block.

    block  = {known | names | plain}            three blanks or more part a line into two
    known  = the journal's name | its tagline | a relationship | an issue's line | a period, a line of its own
           | a line without a word: dots, dashes
    names  = consecutive lines that name authors and institutions; "by" opens others
    plain  = consecutive lines of anything else: a title may go over two

A relationship with a colon opens the title, which may go on below it. A block without a known line is
left whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ccdata.authority.journal import journal_words
from ccdata.document.chunks import Chunk
from ccdata.document.citation import NOTICE, names_issue
from ccdata.document.dates import read_date
from ccdata.document.furniture import holds_tagline
from ccdata.document.naming import is_affiliation, is_byline, opens_byline
from ccdata.document.relationship import read_relationship
from ccdata.source.clean import CleanText

_LONGEST = 400
_COLUMN = re.compile(r"[^\s](?:[^\s]|[ \t]{1,2}(?=[^\s]))*")
_Line = tuple[int, int]
_Kind = tuple[_Line, str]
_TAGLINE_GOES_ON = re.compile(r"(?i)\s(?:bilateral|asian|of|on|in|the|and)$")


def part_masthead(chunks: Sequence[Chunk], clean: CleanText) -> Iterator[Chunk]:
    """Yield the chunks of a header, those with known lines parted."""
    for chunk in chunks:
        plain = chunk.kind == "text" and len(chunk.text) <= _LONGEST and not NOTICE.search(chunk.text)
        lines = _lines(chunk) if plain else []
        kinds = [_kind(clean.slice(*line)) for line in lines]
        if len(lines) < 2 or not {"known", "opens", "title"} & set(kinds):  # noqa: PLR2004
            yield chunk
        else:
            yield from _parted(chunk, list(zip(lines, kinds, strict=True)), clean)


def _lines(chunk: Chunk) -> list[_Line]:
    """Return the lines of a block, and the columns of a line that wide gaps part."""
    return [match.span() for match in _COLUMN.finditer(chunk.block.canonical, chunk.start, chunk.end)]


def _kind(line: str) -> str:
    """Say what a line is, by itself."""
    if not any(map(str.isalnum, line)):
        return "known"
    head, colon, tail = line.partition(":")
    if read_relationship(head, whole=True) is not None:
        return "known" if not colon else "opens" if tail.strip() else "title"
    if holds_tagline(line):
        return "tagline" if _TAGLINE_GOES_ON.search(line) else "known"
    name = journal_words()["journal"]["name"].casefold()
    if line.casefold().strip(" .") == name or names_issue(line) or read_date(line) is not None:
        return "known"
    return "names" if is_byline(line) or is_affiliation(line) else "plain"


def _parted(chunk: Chunk, lines: Sequence[_Kind], clean: CleanText) -> Iterator[Chunk]:
    """Yield the lines of a block: known ones alone, others with their like."""
    groups: list[list[_Kind]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line[1]) and not opens_byline(clean.slice(*line[0])):
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        (start, _), (_, end) = group[0][0], group[-1][0]
        block = clean.block([(start, end)])
        if block.text:
            yield replace(chunk, start=start, end=end, block=block, bold=False)


def _goes_on(group: Sequence[_Kind], kind: str) -> bool:
    """Say whether a line goes on with those before it."""
    first, last = group[0][1], group[-1][1]
    if last in ("tagline", "title"):
        return True
    return (kind == "plain" and first in ("plain", "opens", "title")) or kind == first == "names"
