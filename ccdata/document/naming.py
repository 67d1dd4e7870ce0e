"""The words of authors' lines: which text can be a name, an affiliation, a line of both.

line = ["By "] NAME [SEP AFFILIATION] {("and" | "&" | ";") NAME [SEP AFFILIATION]}
     | ["By "] NAME {("," | "and" | "&" | "/") NAME}
SEP  = "," | "|" | a dash between blanks | "(" ... ")"
NAME = [HONORIFIC] words, all capitalised, two or more
"""

from __future__ import annotations

import re
from functools import cache

from ccdata.authority.journal import journal_words
from ccdata.authority.titles import title_words
from ccdata.document.dates import read_date
from ccdata.document.model import Byline, Printed
from ccdata.document.titlecase import is_upper, title_case
from ccdata.source.clean import Block

_BY = re.compile(r"(?i)^(?:(?:written\s)?by|authors?):?\s+(?=\S)")
_AND = re.compile(r"(?i)^(?:and|&|with)\s+(?=\S)")
_AND_MORE = re.compile(r"(?i)(?:,|;|,?\s(?:and|&|with))\s*$")
"""What leads on to the authors on the next line."""
_TOKEN = re.compile(r"^(?:[^\W\d_a-z][\w'’‑-]*\.?|[A-Z]\.(?:[A-Z]\.)*|[a-z]{1,3}-[A-Z][\w'’]*)$")
_PARTICLE = frozenset(
    {"de", "da", "del", "di", "la", "le", "van", "von", "der", "den", "bin", "al", "y", "ter"}
)
_LETTERS = re.compile(r"\w+")
_AFTERNAME = re.compile(r"(?i),?\s(?:jr|sr|ph\.?\s?d|ii|iii)\.?$")
_SPLIT = re.compile(r"\s*(?:;|\s[&/]\s|,?\s(?:and|AND|with)\s)\s*")
_LIST = re.compile(r"\s*(?:;|\s[&/]\s|,?\s(?:and|AND|with)\s|,\s)\s*")
_LONGEST = 240
_TO_AFFILIATION = re.compile(r"\s*[,|•]\s*|\s[–—-]{1,2}\s+|\s\((?=[^()]{2,200}\)$)")
_DEGREE = re.compile(r"(?i)(?:ph\.?\s?d|m\.?a|j\.?d|ll\.?m)\.?,\s*")
_ACRONYM = 5
_NAME_TOKENS = range(2, 7)


def folded(name: str) -> str:
    """Return a name without case and the shapes of its marks."""
    return name.casefold().replace("’", "'").replace("‑", "-")


def name_part(text: str) -> str:
    """Return what stands before the first affiliation, without "and" and what follows."""
    match = _TO_AFFILIATION.search(text)
    return _SPLIT.split(text[: match.start()] if match else text)[0]


def is_name(text: str) -> bool:
    """Say whether a text can be a person's name: two words or more, all capitalised."""
    tokens = _AFTERNAME.sub("", text.strip(" *†‡")).split()
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
        return is_name(name_part(rest))
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
        if is_name(name_part(line.text[match.end() :])) and is_name(
            name_part(line.text[place : match.start()])
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
    """Read NAME [SEP AFFILIATION]."""
    match = _TO_AFFILIATION.search(part.text)
    end = match.start() if match else len(part.text)
    if not is_name(part.text[:end]):
        return None
    name = _name(part.cut(0, end))
    start = match.end() if match else end
    if degree := _DEGREE.match(part.text, start):
        start = degree.end()
    stop = len(part.text) - (match is not None and "(" in match[0])
    if start >= stop or read_date(part.text[start:stop]) is not None:
        return Byline(name=name, affiliation=None)
    kept = None if is_upper(part.text) else part.text[start:stop]
    return Byline(name=name, affiliation=printed(part.cut(start, stop), kept=kept))


def _name(block: Block) -> Printed:
    """Return a name without what people are called before it, and without a note's mark behind it."""
    known = title_words()
    first = block.text.partition(" ")[0]
    called = first.rstrip(".") in known.honorifics | known.ranks and block.text.count(" ") > 1
    end = len(block.text.rstrip("*†‡ "))
    bare = block.cut(len(first) + 1 if called else 0, end)
    return Printed(value=title_case(bare.text, small=False), span=bare.whole())


def printed(block: Block, *, kept: str | None = None) -> Printed:
    """Return an affiliation in title case; an acronym stays one."""
    short = " " not in block.text and len(block.text) <= _ACRONYM
    return Printed(value=kept or (block.text if short else title_case(block.text)), span=block.whole())
