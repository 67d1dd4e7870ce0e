"""Capitalised words: where a name may stand that no list holds.

name = WORD (" " (PARTICLE " ")? WORD)*       WORD = Capitalised | INITIAL "." | Hyphen-ated
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from ccdata.authority.calendar import calendar_words
from ccdata.authority.names import name_words
from ccdata.authority.patterns import pattern_words
from ccdata.authority.titles import title_words

_WORD = re.compile(
    r"[A-Z](?<![^\W_][A-Z])(?<![A-Za-z]'[A-Z])"
    r"(?:\.-?(?:[A-Z]\.-?)*(?![a-z])|[^\W\d_]{0,40}(?:['-][^\W\d_]{1,40}){0,5}(?:(?<=Jr)\.|(?<=Sr)\.)?)"
)
"""The letter stands first, what may not stand before it behind it: so the search leaps to capitals."""
_ROMAN = re.compile(r"[IVX]+")
_HYPHEN_GIVEN = re.compile(r" [A-Z][a-z]+-[a-z]")
_NAME, _SUFFIX, _STOP, _TITLE, _HONORIFIC = (1 << bit for bit in range(5))
"""What a word can be: part of a name; only behind others; a surname that mostly begins sentences; a word of
titles; an honorific. Flags of one number: each word is asked for all."""
_NEVER = (sys.maxsize, sys.maxsize)
_BEFORE = re.compile(r"([\w.-]+) $")


class Word(NamedTuple):
    """A capitalised word, without a possessive ending."""

    start: int
    end: int
    text: str
    possessive: bool


class Run(NamedTuple):
    """Capitalised words in a row that may be a name."""

    start: int
    end: int
    words: tuple[Word, ...]


@cache
def stop_words() -> frozenset[str]:
    """Return the capitalised words that belong to no name, months and weekdays among them."""
    calendar = calendar_words()
    times = [*calendar.months, *calendar.weekdays, *calendar.seasons]
    return pattern_words().stop | {word.capitalize() for word in times}


@lru_cache(maxsize=50_000)
def is_vocabulary(word: str) -> bool:
    """Say whether a capitalised word belongs to titles and bodies rather than to a person."""
    known, lower = title_words(), word.lower().removesuffix("-designate").removesuffix("-elect")
    if word in known.honorifics or word in known.ranks or word in known.abbreviated:
        return True
    return lower in known.heads or lower in known.fields or lower in known.modifiers


def words_of(text: str) -> list[Word]:
    """Return the capitalised words of a folded text."""
    words = [Word(*match.span(), match[0], False) for match in _WORD.finditer(text)]
    if "'" not in text:
        return words
    return [_without_ending(text, w) if "'" in text[w.start : w.end + 1] else w for w in words]


def _without_ending(text: str, word: Word) -> Word:
    """Leave out a possessive ending."""
    plain = word.text.removesuffix("'s")
    end = word.start + len(plain)
    return Word(word.start, end, plain, text.startswith("'", end))


def words_before(text: str, place: int, *, blanks: int, reach: int) -> int:
    """Return where to look for what ends at a place and holds so many blanks at the most."""
    first = max(0, place - reach)
    for _ in range(blanks + 1):
        place = text.rfind(" ", first, place)
        if place < 0:
            return first
    return place + 1


class Covered(Protocol):
    """Something that stands at a place."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""


def runs_of(text: str, words: Iterable[Word], given: frozenset[str], *covers: Sequence[Covered]) -> list[Run]:
    """Return the words in a row that nothing covers and that are no vocabulary.

    Behind a known given name a word of titles is a family name ("Robert King"), an honorific the last
    word of one ("Khin Maung Tun").
    """
    runs: list[Run] = []
    row: list[Word] = []
    for word in _uncovered(words, covers):
        use = _use_of(word.text)
        good = use & _NAME or (row and use & _SUFFIX) or (use & _STOP and _surname_behind_head(text, word))
        if not good and row and row[0].text in given:
            good = use & (_TITLE if len(row) == 1 else _HONORIFIC) and not _goes_on(text, word.end)
        if row and not (good and _joined(text, row[-1], word)):
            runs.append(_run(row))
            row = []
        if good:
            row.append(word)
    if row:
        runs.append(_run(row))
    return runs


def _run(words: Sequence[Word]) -> Run:
    return Run(words[0].start, words[-1].end, tuple(words))


def _uncovered(words: Iterable[Word], covers: Iterable[Iterable[Covered]]) -> Iterator[Word]:
    """Yield the words that nothing covers; of one with a hyphen the half that is free."""
    taken = iter(sorted([(one.start, one.end) for row in covers for one in row]))
    now = next(taken, _NEVER)
    for word in words:
        while now[1] <= word.start:
            now = next(taken, _NEVER)
        if word.end <= now[0]:
            yield word
        elif "-" in word.text:
            half = _half(word, now)
            if half.end <= now[0] or half.start >= now[1]:
                yield half


def _half(word: Word, taken: tuple[int, int]) -> Word:
    """Of a word with a hyphen, one half of which is taken, return the other."""
    left, right = taken[0] - word.start, taken[1] - word.start
    if left > 1 and word.text[left - 1] == "-":
        return Word(word.start, taken[0] - 1, word.text[: left - 1], possessive=False)
    if 0 < right < len(word.text) and word.text[right] == "-" and word.text[right + 1 : right + 2].isupper():
        return Word(taken[1] + 1, word.end, word.text[right + 1 :], word.possessive)
    return word


def _goes_on(text: str, end: int) -> bool:
    """Say whether another capitalised word follows."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _surname_behind_head(text: str, word: Word) -> bool:
    """A word that mostly begins sentences is a surname behind a title, and before a name like Young-su."""
    if _HYPHEN_GIVEN.match(text, word.end):
        return True
    before = _BEFORE.search(text, words_before(text, word.start, blanks=1, reach=30), word.start)
    known = title_words()
    return before is not None and (before[1].lower() in known.heads or before[1] in known.ranks)


@lru_cache(maxsize=50_000)
def _use_of(word: str) -> int:
    """Return what a word can be in a person's name: all its flags."""
    use = _NAME * _may_name(word) | _SUFFIX * (word in name_words().suffixes)
    if word in stop_words() and any(word in names for names in name_words().surnames.values()):
        use |= _STOP
    return use | _TITLE * is_vocabulary(word) | _HONORIFIC * (word in title_words().honorifics)


def _may_name(word: str) -> bool:
    """Say whether a word can be part of a person's name, wherever it stands."""
    if word in stop_words() or is_vocabulary(word):
        return False
    return not (len(word) > 2 and word.isupper() and "." not in word) or bool(_ROMAN.fullmatch(word))  # noqa: PLR2004


def _joined(text: str, left: Word, right: Word) -> bool:
    """Say whether two words stand in one name: a space, a comma before Jr., or a particle between them."""
    if left.possessive:
        return False
    if left.end + 1 == right.start:
        return text[left.end] == " "
    between = text[left.end : right.start]
    if between == ", ":
        return right.text in name_words().suffixes
    return len(between) < 10 and between.strip() in name_words().particles and between != between.strip()  # noqa: PLR2004
