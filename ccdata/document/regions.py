"""The text above the chronology, in three: lines of the header, the abstract, the body.

    header   = what stands above the first prose; sentences and headings at its end belong to the text
    abstract = the prose above the notice, or above the first heading if that is near

Below a heading no abstract stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ccdata.authority.journal import journal_words
from ccdata.document.chronology_end import is_end
from ccdata.document.chunks import Chunk
from ccdata.document.citation import is_notice
from ccdata.document.header import Header
from ccdata.document.naming import is_name
from ccdata.document.paragraphs import continues, is_heading

_PROSE_WORDS = 25
_HEADER_LENGTH = 60
_ABSTRACT_PARAGRAPHS = 3
_SENTENCE_WORDS = 8
_FEWEST_PARAGRAPHS = 2
_PLAIN_WORDS = 2
_WORD_OF_SENTENCE = 4
_SENTENCE = re.compile(r"[.!?][\"”’')]{0,2}(?:\s?\[\^?\d{1,3}\])?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions:
    """The text above the chronology in three: lines of the header, the abstract, the body."""

    header: Sequence[Chunk]
    abstract: Sequence[Chunk]
    body: Sequence[Chunk]


def part_regions(chunks: Sequence[Chunk]) -> Regions:
    """The header ends at the first prose; the abstract at the notice, or at the first heading."""
    prose = next((n for n, chunk in enumerate(chunks) if is_prose(chunk)), len(chunks))
    if prose > _HEADER_LENGTH:
        prose = 0
    if 0 < prose < len(chunks) and _is_begun(chunks[prose - 1], chunks[prose]):
        prose -= 1
    notice = next((n for n, chunk in enumerate(chunks) if is_notice(chunk.text)), None)
    if notice is not None and notice > prose:
        return Regions(
            header=[*chunks[:prose], chunks[notice]], abstract=chunks[prose:notice], body=chunks[notice + 1 :]
        )
    heading = _first_heading(chunks, prose)
    abstract_end = heading if heading is not None and heading - prose <= _ABSTRACT_PARAGRAPHS else prose
    return Regions(header=chunks[:prose], abstract=chunks[prose:abstract_end], body=chunks[abstract_end:])


def is_prose(chunk: Chunk) -> bool:
    """Say whether a chunk is running text: a sentence of some words, or many words."""
    if is_notice(chunk.text) or chunk.kind in ("heading", "bullet"):
        return False
    words = sum(any(map(str.isalnum, word)) for word in chunk.text.split())
    return words >= _PROSE_WORDS and (bool(_SENTENCE.search(chunk.text)) or words >= 2 * _PROSE_WORDS)


def narrative_in(tail: Sequence[Chunk]) -> Sequence[Chunk]:
    """Return the article's text behind its chronology, where none stands above; empty where it is none."""
    end = next((n for n, chunk in enumerate(tail) if is_end(chunk)), len(tail))
    prose = [n for n, chunk in enumerate(tail[:end]) if is_prose(chunk)]
    if len(prose) < _FEWEST_PARAGRAPHS:
        return ()
    first = prose[0]
    headed = first > 0 and is_heading(tail[first - 1], before=None, after=tail[first])
    return tail[first - headed : end]


def _is_begun(before: Chunk, prose: Chunk) -> bool:
    """Say whether a page has cut the first paragraph."""
    long = len(before.text.split()) >= _SENTENCE_WORDS
    return long and prose.text[:1].islower() and continues(before, prose)


def _first_heading(chunks: Sequence[Chunk], start: int) -> int | None:
    for place in range(start + 1, len(chunks)):
        after = chunks[place + 1] if place + 1 < len(chunks) else None
        if is_heading(chunks[place], before=chunks[place - 1], after=after):
            return place
    return None


def with_opening(regions: Regions, header: Header, above: Sequence[Chunk]) -> Regions:
    """Take the sentences above the text for text, and the headings above them and above the text.

    Below a heading no abstract stands.
    """
    below = [*regions.abstract, *regions.body]
    opening = _opening(header, above, below)
    if not opening:
        return regions
    if any(_SENTENCE.search(chunk.text) is None for chunk in opening):
        return Regions(header=regions.header, abstract=(), body=[*opening, *below])
    return Regions(header=regions.header, abstract=regions.abstract, body=[*opening, *regions.body])


def _opening(header: Header, above: Sequence[Chunk], below: Sequence[Chunk]) -> list[Chunk]:
    """Take sentences out of the header's lines, and headings that stand above one of them or the text."""
    unread = {id(chunk) for chunk in header.unread}
    after = below[0] if below else None
    taken: list[Chunk] = []
    for chunk in reversed(above):
        told = id(chunk) in unread and _is_told(chunk, header)
        if told or (id(chunk) in unread and after and _heads(chunk, [after, *below], header)):
            taken.append(chunk)
        after = chunk if told else None
    kept = {id(chunk) for chunk in taken}
    header.unread = [chunk for chunk in header.unread if id(chunk) not in kept]
    return taken[::-1]


def _is_told(chunk: Chunk, header: Header) -> bool:
    """Say whether a line above the text is a sentence of it; beside lines of a header it needs some words."""
    words = chunk.text.split()
    if not _SENTENCE.search(chunk.text):
        return False
    if len(words) >= _SENTENCE_WORDS or not (
        header.journal or header.relationship or header.notices or header.title
    ):
        return True
    plain = [word for word in words if word[:1].islower() and len(word) >= _WORD_OF_SENTENCE]
    return len(plain) >= _PLAIN_WORDS and chunk.text.endswith(".")


def _heads(chunk: Chunk, below: Sequence[Chunk], header: Header) -> bool:
    """Say whether a line is the heading of what stands below it: it is marked as one, or its words return.

    Buttons of a page stand there too. A name is no heading where no author is known.
    """
    if header.title is None or not is_heading(chunk, before=None, after=below[0]):
        return False
    if not header.authors and is_name(chunk.text):
        return False
    named = chunk.text.casefold() in journal_words()["furniture"]["openings"]
    if named or chunk.kind == "heading" or chunk.bold:
        return True
    words = [word.casefold() for word in chunk.text.split() if len(word) >= _WORD_OF_SENTENCE]
    text = " ".join(other.text for other in below).casefold()
    return 2 * sum(word in text for word in words) >= len(words) > 0
