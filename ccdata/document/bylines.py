"""The authors' lines.

    authors     = byline {byline}
    byline      = ["By "] NAME ["," AFFILIATION] {("and" | "&" | ";") NAME ["," AFFILIATION]}
                | ["By "] NAME newline AFFILIATION
    author block = a heading like "Connect with the Author", then NAME newline AFFILIATION, repeated

An affiliation has a word of institutions, or stands below a name in the author block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ccdata.document.chunks import Chunk
from ccdata.document.model import Byline, Printed
from ccdata.document.naming import (
    folded,
    is_affiliation,
    is_byline,
    is_name,
    name_part,
    opens_byline,
    printed,
    read_names,
)
from ccdata.document.titlecase import is_upper
from ccdata.records.spans import Span
from ccdata.source.clean import Block, CleanText

_MAIL = re.compile(r"\S{1,100}@\S{1,100}")
_TELLS = re.compile(r"\s(?:is|was|has|serves|teaches|works)\s")
_BYLINE_WORDS = 45
_BLOCK_WORDS = 14


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the header: its chunk, and its clean block."""

    chunk: Chunk
    block: Block

    @property
    def text(self) -> str:
        """The words."""
        return self.block.text


def take_bylines(
    chunks: Sequence[Chunk], clean: CleanText, *, block_starts: Sequence[int], titled: bool
) -> tuple[list[Byline], list[Chunk]]:
    """Take the authors out of the header's lines; return them, and the chunks that are left.

    `block_starts` are the places of headings that open an author block; `titled` says that the title is
    known already: else the first line that could be one is no line of authors for its comma alone.
    """
    reader = _Reader(clean, block_starts, titled=titled)
    rest = reader.read(list(chunks))
    return _once(reader.found), rest


class _Reader:
    """Goes through the header's chunks once."""

    def __init__(self, clean: CleanText, block_starts: Sequence[int], *, titled: bool) -> None:
        self.clean = clean
        self.titled = titled
        self.block_starts = block_starts
        self.found: list[Byline] = []

    def read(self, chunks: list[Chunk]) -> list[Chunk]:
        """Return the chunks that name no author."""
        rest: list[Chunk] = []
        place = 0
        while place < len(chunks):
            taken = self._take(chunks, place)
            if not taken:
                rest.append(chunks[place])
                self.titled = True
            place += max(taken, 1)
        return rest

    def _take(self, chunks: list[Chunk], place: int) -> int:
        """Read the authors that begin at a chunk; return how many chunks they are."""
        chunk = chunks[place]
        lines = [Line(chunk, block) for block in _lines_of(chunk, self.clean)]
        if len(chunk.text.split()) > _BYLINE_WORDS or not lines:
            return 0
        following = chunks[place + 1] if place + 1 < len(chunks) else None
        by = opens_byline(chunk.text)
        if not by and not is_name(name_part(lines[0].text)):
            return 0
        if len(lines) == 1:
            if following is not None and self._opens_block(chunk, following):
                following = None
            after = chunks[place + 2] if place + 2 < len(chunks) else None
            paired = after is None or not is_affiliation(after.text)
            inside = self._inside(chunk)
            return self._one_line(lines[0].block, following, named=by, inside=inside, paired=paired)
        return int(self._many_lines([line.block for line in lines], named=by))

    def _opens_block(self, chunk: Chunk, following: Chunk) -> bool:
        """Say whether an author block begins between two chunks, or authors of its own in the second."""
        if any(chunk.start < start < following.start for start in self.block_starts):
            return True
        lines = [block.text for block in _lines_of(following, self.clean)]
        return len(lines) > 1 and is_byline(lines[0]) and not is_affiliation(lines[0])

    def _inside(self, chunk: Chunk) -> bool:
        """Say whether a chunk stands in an author block."""
        return any(start < chunk.start for start in self.block_starts)

    def _one_line(
        self, block: Block, following: Chunk | None, *, named: bool, inside: bool, paired: bool
    ) -> int:
        made = read_names(block)
        lone = len(made) >= 1 and all(author.affiliation is None for author in made)
        plain = self.titled and "," in block.text
        if not (named or inside or lone or plain or _is_sure(made, block.text)):
            return 0
        if not made or not (named or inside or not lone or following is not None):
            return 0
        below = following is not None and self._is_below(following, inside=inside, paired=inside and paired)
        if lone and below and following is not None:
            self.found += [Byline(name=a.name, affiliation=printed(following.block)) for a in made]
            return 2
        if lone and not (named or inside):
            return 0
        self.found += made
        return 1

    def _is_below(self, following: Chunk, *, inside: bool, paired: bool) -> bool:
        """Say whether the chunk below a name is its affiliation."""
        if following.kind == "heading" or opens_byline(following.text) or _TELLS.search(following.text):
            return False
        name, comma, _ = following.text.partition(",")
        if comma and is_name(name) and not is_affiliation(name):
            return False
        if is_affiliation(following.text):
            return True
        short = len(following.text.split()) <= _BLOCK_WORDS
        named = is_name(following.text) and not paired
        return inside and short and not named and not following.text.endswith(".")

    def _many_lines(self, blocks: list[Block], *, named: bool) -> bool:
        """Read NAME newline AFFILIATION, repeated; `and` between names of one line."""
        made: list[Byline] = []
        for block in blocks:
            if _MAIL.fullmatch(block.text):
                continue
            bylines = read_names(block)
            if bylines and not (made and is_affiliation(block.text) and made[-1].affiliation is None):
                made += bylines
            elif made and (is_affiliation(block.text) or named) and made[-1].affiliation is None:
                made = [_with(author, block) if author.affiliation is None else author for author in made]
            elif made and is_affiliation(block.text):
                made[-1] = _with_more(made[-1], block)
            else:
                return False
        if not named and any(author.affiliation is None for author in made):
            return False
        self.found += made
        return True


def _is_sure(authors: Sequence[Byline], line: str) -> bool:
    """Say whether each affiliation of a line is an institution's, or an acronym."""
    held = [author.affiliation.value for author in authors if author.affiliation]
    return all(is_affiliation(text) or (not is_upper(line) and text.isupper()) for text in held)


def _with(author: Byline, block: Block) -> Byline:
    return Byline(name=author.name, affiliation=printed(block))


def _with_more(author: Byline, block: Block) -> Byline:
    """Add a second line to an affiliation: office and institution."""
    held = author.affiliation
    if held is None:
        return _with(author, block)
    more = printed(block)
    span = Span.of(block.canonical, held.span.start, more.span.end)
    return Byline(name=author.name, affiliation=Printed(value=f"{held.value}, {more.value}", span=span))


def _once(authors: Sequence[Byline]) -> list[Byline]:
    """Name each author once; the naming that has the affiliation counts."""
    made: dict[str, Byline] = {}
    for author in authors:
        key = folded(author.name.value)
        if key not in made or (made[key].affiliation is None and author.affiliation is not None):
            made[key] = author
    return list(made.values())


def _lines_of(chunk: Chunk, clean: CleanText) -> list[Block]:
    spans, place = [], chunk.start
    for line in chunk.block.canonical[chunk.start : chunk.end].split("\n"):
        if line.strip():
            spans.append((place, place + len(line)))
        place += len(line) + 1
    return [block for span in spans if (block := clean.block([span])).text]
