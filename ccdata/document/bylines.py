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
from functools import cache

from ccdata.authority.journal import journal_words
from ccdata.document.chunks import Chunk
from ccdata.document.dates import read_date
from ccdata.document.model import Byline, Printed
from ccdata.document.titlecase import is_upper, title_case
from ccdata.source.clean import Block, CleanText

_BY = re.compile(r"(?i)^(?:by|authors?):?\s+(?=\S)")
_AND = re.compile(r"(?i)^(?:and|&|with)\s+(?=\S)")
_AND_MORE = re.compile(r"(?i)(?:,|;|,?\s(?:and|&|with))\s*$")
"""What leads on to the authors on the next line."""
_TOKEN = re.compile(r"^(?:[^\W\d_a-z][\w'’‑-]*\.?|[A-Z]\.(?:[A-Z]\.)*|[a-z]{1,3}-[A-Z][\w'’]*)$")
_PARTICLE = frozenset(
    {"de", "da", "del", "di", "la", "le", "van", "von", "der", "den", "bin", "al", "y", "ter"}
)
_LETTERS = re.compile(r"\w+")
_AFTERNAME = re.compile(r"(?i),?\s(?:jr|sr|ph\.?\s?d|ii|iii)\.?$")
_SPLIT = re.compile(r"\s*(?:;|\s&\s|,?\s(?:and|AND|with)\s)\s*")
_LIST = re.compile(r"\s*(?:;|\s&\s|,?\s(?:and|AND|with)\s|,\s)\s*")
_LONGEST = 240
_BYLINE_WORDS = 45
_NAME_TOKENS = range(2, 7)
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
        by = _BY.match(chunk.text)
        if by is None and not is_name(_name_part(lines[0].text)):
            return 0
        if len(lines) == 1:
            if following is not None and self._opens_block(chunk, following):
                following = None
            after = chunks[place + 2] if place + 2 < len(chunks) else None
            paired = after is None or not is_affiliation(after.text)
            inside = self._inside(chunk)
            return self._one_line(lines[0].block, following, named=bool(by), inside=inside, paired=paired)
        return int(self._many_lines([line.block for line in lines], named=bool(by)))

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
        if not (named or inside or lone or self.titled or _is_sure(made, block.text)):
            return 0
        if not made or not (named or inside or not lone or following is not None):
            return 0
        below = following is not None and self._is_below(following, inside=inside, paired=inside and paired)
        if lone and below and following is not None:
            self.found += [Byline(name=a.name, affiliation=_printed(following.block)) for a in made]
            return 2
        if lone and not (named or inside):
            return 0
        self.found += made
        return 1

    def _is_below(self, following: Chunk, *, inside: bool, paired: bool) -> bool:
        """Say whether the chunk below a name is its affiliation."""
        if following.kind == "heading" or _BY.match(following.text):
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
            bylines = read_names(block)
            if bylines and not (made and is_affiliation(block.text) and made[-1].affiliation is None):
                made += bylines
            elif made and (is_affiliation(block.text) or named) and made[-1].affiliation is None:
                made = [_with(author, block) if author.affiliation is None else author for author in made]
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
    return Byline(name=author.name, affiliation=_printed(block))


def _once(authors: Sequence[Byline]) -> list[Byline]:
    """Name each author once; the naming that has the affiliation counts."""
    made: dict[str, Byline] = {}
    for author in authors:
        key = folded(author.name.value)
        if key not in made or (made[key].affiliation is None and author.affiliation is not None):
            made[key] = author
    return list(made.values())


def folded(name: str) -> str:
    """Return a name without case and the shapes of its marks."""
    return name.casefold().replace("’", "'").replace("‑", "-")


def _lines_of(chunk: Chunk, clean: CleanText) -> list[Block]:
    spans, place = [], chunk.start
    for line in chunk.block.canonical[chunk.start : chunk.end].split("\n"):
        if line.strip():
            spans.append((place, place + len(line)))
        place += len(line) + 1
    return [block for span in spans if (block := clean.block([span])).text]


def _name_part(text: str) -> str:
    """Return what stands before the first comma, without "and" and what follows."""
    head = text.partition(",")[0]
    return _SPLIT.split(head)[0]


def is_name(text: str) -> bool:
    """Say whether a text can be a person's name: two words or more, all capitalised."""
    tokens = _AFTERNAME.sub("", text.strip()).split()
    if len(tokens) not in _NAME_TOKENS or is_affiliation(text) or len(text) > _LONGEST // 3:
        return False
    small = _small_words()
    return (
        all(
            token in _PARTICLE or (bool(_TOKEN.match(token)) and token.casefold() not in small)
            for token in tokens
        )
        and tokens[-1] not in _PARTICLE
    )


@cache
def _small_words() -> frozenset[str]:
    words = journal_words()["capitals"]
    return frozenset({*words["small"], *words["no_names"]})


@cache
def _affiliation_words() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the first words of what names institutions, and the pattern of all of it."""
    forms = [form.casefold() for form in journal_words()["furniture"]["affiliations"]]
    firsts = frozenset(match[0] for form in forms if (match := _LETTERS.match(form)))
    return firsts, re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, forms))})\b")


def is_affiliation(text: str) -> bool:
    """Say whether a text has a word of institutions."""
    firsts, pattern = _affiliation_words()
    if len(text) >= _LONGEST or firsts.isdisjoint(_LETTERS.findall(text.casefold())):
        return False
    return pattern.search(text) is not None


def opens_byline(text: str) -> bool:
    """Say whether a line begins with "by"."""
    return _BY.match(text) is not None


def is_byline(text: str) -> bool:
    """Say whether a line is nothing but names, or a name and an affiliation, with or without "by"."""
    head = _BY.match(text) or _AND.match(text)
    rest = text[head.end() if head else 0 :]
    if is_affiliation(rest):
        return is_name(_name_part(rest))
    return all(map(is_name, filter(None, _LIST.split(rest))))


def read_names(line: Block) -> list[Byline]:
    """Read a line of names: each with its affiliation, or all with none; empty where it is no such line."""
    head, tail = _BY.match(line.text) or _AND.match(line.text), _AND_MORE.search(line.text)
    start, end = head.end() if head else 0, tail.start() if tail else len(line.text)
    if not line.text[start:end].strip():
        return []
    rest = line.cut(start, end)
    if not is_affiliation(rest.text):
        names = _cut(rest, _LIST)
        if all(is_name(part.text) for part in names):
            return [Byline(name=_name(part), affiliation=None) for part in names]
    made = [_read_one(part) for part in _authors_in(rest)]
    return [author for author in made if author is not None] if all(made) else []


def _authors_in(line: Block) -> list[Block]:
    """Split where a name follows; an "and" inside an institution's name is no split."""
    pieces, place = [], 0
    for match in _SPLIT.finditer(line.text):
        if is_name(_name_part(line.text[match.end() :])) and is_name(
            _name_part(line.text[place : match.start()])
        ):
            pieces.append(line.cut(place, match.start()))
            place = match.end()
    return [*pieces, line.cut(place, len(line.text))]


def _cut(line: Block, pattern: re.Pattern[str]) -> list[Block]:
    pieces, place = [], 0
    for match in pattern.finditer(line.text):
        if match.start() > place:
            pieces.append(line.cut(place, match.start()))
        place = match.end()
    return [*pieces, line.cut(place, len(line.text))] if place < len(line.text) else pieces


def _read_one(part: Block) -> Byline | None:
    """Read NAME ["," AFFILIATION]."""
    name, comma, affiliation = part.text.partition(",")
    if not is_name(name):
        return None
    if not comma or not affiliation.strip() or read_date(affiliation) is not None:
        return Byline(name=_name(part.cut(0, len(name))), affiliation=None)
    start = len(name) + 1 + len(affiliation) - len(affiliation.lstrip())
    return Byline(name=_name(part.cut(0, len(name))), affiliation=_printed(part.cut(start, len(part.text))))


def _name(block: Block) -> Printed:
    return Printed(value=title_case(block.text, small=False), span=block.whole())


def _printed(block: Block) -> Printed:
    return Printed(value=title_case(block.text), span=block.whole())
