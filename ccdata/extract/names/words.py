"""Capitalised words: where a name may stand that no list holds.

name = WORD (" " (PARTICLE " ")? WORD)*       WORD = Capitalised | INITIAL "." | Hyphen-ated
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple, Protocol

from ccdata.authority.calendar import calendar_words
from ccdata.authority.names import name_words
from ccdata.authority.patterns import pattern_words
from ccdata.authority.titles import title_words

_WORD = re.compile(
    r"([A-Z](?<![^\W_][A-Z])(?<![A-Za-z]'[A-Z])"
    r"(?:\.-?(?:[A-Z]\.-?)*(?![a-z])|[^\W\d_]{0,40}(?:['-][^\W\d_]{1,40}){0,5}(?:(?<=Jr)\.|(?<=Sr)\.)?))"
)
"""The letter stands first, what may not stand before it behind it: so the search leaps to capitals."""
_ROMAN = re.compile(r"[IVX]+")
_HYPHEN_GIVEN = re.compile(r" [A-Z][a-z]+-[a-z]")
_NAME, _SUFFIX, _STOP, _TITLE, _HONORIFIC, _SYLLABLE = (1 << bit for bit in range(6))
"""What a word can be: part of a name; only behind others; a surname that mostly begins sentences; a word of
titles; an honorific; a word of titles that is a Korean syllable. Flags: each word is asked for all."""
_NEVER = (sys.maxsize, sys.maxsize)
_BEFORE = re.compile(r"([\w.-]+) $")


class Word(NamedTuple):
    """A capitalised word, without a possessive ending."""

    start: int
    end: int
    text: str
    possessive: bool


class Words:
    """The capitalised words of a folded text: few of them are ever looked at but for what they are."""

    def __init__(self, text: str) -> None:
        pieces = _WORD.split(text)
        bounds = [*accumulate(map(len, pieces))]
        self.text = text
        self.printed = pieces[1::2]
        """The words, in order."""
        self._starts, self._ends = bounds[:-1:2], bounds[1::2]
        if "'s" in text:
            self.printed = [word.removesuffix("'s") for word in self.printed]
            self._ends = [start + len(word) for start, word in zip(self._starts, self.printed, strict=True)]

    def __iter__(self) -> Iterator[Word]:
        return (self.word(start, printed) for start, _, printed in self.placed())

    def placed(self) -> Iterator[tuple[int, int, str]]:
        """Return where each word starts and ends, and the word."""
        return zip(self._starts, self._ends, self.printed, strict=True)

    def word(self, start: int, printed: str) -> Word:
        """Return one of the words, or a part of one, with its place."""
        end = start + len(printed)
        return Word(start, end, printed, self.text.startswith("'", end))


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


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Say whether letters at a place are a word, and no part of one or of a compound."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before not in ("", " ") and (before.isalnum() or before in "-_"):
        return False
    return behind in ("", " ", ",") or not (behind.isalnum() or behind in "-_")


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


def runs_of(words: Words, given: frozenset[str], *covers: Sequence[Covered]) -> list[Run]:
    """Return the words in a row that nothing covers and that are no vocabulary.

    Behind a known given name a word of titles is a family name ("Robert King"), an honorific the last
    word of one ("Khin Maung Tun"); between a Korean family name and a further word it can be a syllable
    ("Sin Son Ho").
    """
    runs: list[Run] = []
    row: list[Word] = []
    for start, end, printed in _uncovered(words, covers):
        use = _use_of(printed)
        good = use & _NAME or (row and use & _SUFFIX)
        if not good and use & _STOP:
            good = _surname_behind_head(words.text, start, end)
        if not good and len(row) == 1 and use & _SYLLABLE and row[0].text in name_words().surnames["korean"]:
            good = _goes_on(words.text, end)
        if not good and row and row[0].text in given:
            good = use & (_TITLE if len(row) == 1 else _HONORIFIC) and not _goes_on(words.text, end)
        word = words.word(start, printed) if good else None
        if row and not (word and _joined(words.text, row[-1], word)):
            runs.append(_run(row))
            row = []
        if word:
            row.append(word)
    if row:
        runs.append(_run(row))
    return runs


def _run(words: Sequence[Word]) -> Run:
    return Run(words[0].start, words[-1].end, tuple(words))


def _uncovered(words: Words, covers: Iterable[Iterable[Covered]]) -> Iterator[tuple[int, int, str]]:
    """Yield the words that nothing covers, with their places; of one with a hyphen the half that is free."""
    taken = iter(sorted([(one.start, one.end) for row in covers for one in row]))
    low, high = now = next(taken, _NEVER)
    for one in words.placed():
        start, end, printed = one
        while high <= start:
            low, high = now = next(taken, _NEVER)
        if end <= low:
            yield one
        elif "-" in printed:
            place, half = _half(start, printed, now)
            if place + len(half) <= low or place >= high:
                yield place, place + len(half), half


def _half(start: int, word: str, taken: tuple[int, int]) -> tuple[int, str]:
    """Of a word with a hyphen, one half of which is taken, return the other and its place."""
    left, right = taken[0] - start, taken[1] - start
    if left > 1 and word[left - 1] == "-":
        return start, word[: left - 1]
    if 0 < right < len(word) and word[right] == "-" and word[right + 1 : right + 2].isupper():
        return taken[1] + 1, word[right + 1 :]
    return start, word


def _goes_on(text: str, end: int) -> bool:
    """Say whether another capitalised word follows."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _surname_behind_head(text: str, start: int, end: int) -> bool:
    """A word that mostly begins sentences is a surname behind a title, and before a name like Young-su."""
    if _HYPHEN_GIVEN.match(text, end):
        return True
    before = _BEFORE.search(text, words_before(text, start, blanks=1, reach=30), start)
    known = title_words()
    return before is not None and (before[1].lower() in known.heads or before[1] in known.ranks)


@lru_cache(maxsize=50_000)
def _use_of(word: str) -> int:
    """Return what a word can be in a person's name: all its flags."""
    use = _NAME * _may_name(word) | _SUFFIX * (word in name_words().suffixes)
    if word in stop_words() and any(word in names for names in name_words().surnames.values()):
        use |= _STOP
    if is_vocabulary(word):
        use |= _TITLE | _SYLLABLE * (word in name_words().surnames["korean"])
    return use | _HONORIFIC * (word in title_words().honorifics)


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
