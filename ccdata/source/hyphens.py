"""Line-end hyphens, undone only where the document's own words say so.

"coopera-" "tion"   one word, if it stands elsewhere, or if "tion" is no word of the document
"long-" "range"     a compound, if it stands elsewhere, or if both halves are words of it
"US-" "China"       before a capital or a figure the hyphen is the author's

An aside may stand between the halves: a page's end cuts a word as a line's end does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ccdata.authority.journal import journal_words
from ccdata.source.markup import Edit

HYPHENS = ("\ufffe", "-", "‐")
_WORD = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*")
_HEAD = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*$")
_LONGEST = 60
_LINE_END = re.compile(r"[-‐]\n(?<=[^\W_][-‐]\n)[ \t]{0,40}(?=[^\W_])(?!(?:and|or|to)\b)")
_CUT_END = re.compile(r"(?<=[^\W\d_])[-‐]\s{1,40}\Z")
_CUT_GOES_ON = re.compile(r"\s{0,40}(?=[^\W\d_])(?!(?:and|or|to)\b)")
_TAIL = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*")


@cache
def _halves() -> tuple[frozenset[str], frozenset[str]]:
    words = journal_words()["hyphens"]
    return frozenset(words["firsts"]), frozenset(words["seconds"])


class Vocabulary:
    """The words of a document that no line cuts."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._compounds: set[str] = set()
        for line in lines:
            self._take(line)

    def _take(self, line: str) -> None:
        cut = line.endswith(HYPHENS)
        words = [match[0].casefold() for match in _WORD.finditer(line)]
        inner = words[1 : -1 if cut else None]
        self._words.update(inner)
        for word in inner:
            if "-" in word or "‐" in word:
                self._words.update(re.split(r"[-‐]", word))
                (self._compounds if "-" in word else self._words).add(word)

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Say whether the hyphen between two lines belongs to the word."""
        head, tail = _HEAD.search(before.rstrip("".join(HYPHENS))), _TAIL.match(after)
        if head is None or tail is None or not tail[0][0].islower():
            return True
        first, second = head[0].casefold(), tail[0].casefold()
        if f"{first}-{second}" in self._compounds:
            return True
        if first + second in self._words:
            return False
        firsts, seconds = _halves()
        if first.rpartition("-")[2] in firsts or second.partition("-")[0] in seconds:
            return True
        return first.rpartition("-")[2] in self._words and second.partition("-")[0] in self._words


def line_hyphens(text: str) -> list[Edit]:
    """Return the edits that join the words which hyphens cut at line ends, in order."""
    cuts = list(_LINE_END.finditer(text)) if "-\n" in text or "‐\n" in text else []
    if not cuts:
        return []
    vocabulary = Vocabulary(text.split("\n"))
    return [
        Edit(cut.start() + _kept(text, cut.start(), cut.end(), vocabulary), cut.end(), "") for cut in cuts
    ]


def page_hyphens(text: str, asides: Sequence[tuple[int, int]]) -> list[list[Edit]]:
    """Return, for each word that asides cut, the edits before, between and behind the asides, in order."""
    cuts = list(_page_cuts(text, asides))
    if not cuts:
        return []
    vocabulary = Vocabulary(text.split("\n"))
    return [list(_edits(text, cut, vocabulary)) for cut in cuts]


class _PageCut(NamedTuple):
    """A hyphen, the asides behind it one after the other, and the second half of the word."""

    hyphen: int
    asides: tuple[tuple[int, int], ...]
    word: int


def _page_cuts(text: str, asides: Sequence[tuple[int, int]]) -> Iterator[_PageCut]:
    place = 0
    while place < len(asides):
        first = place
        while place + 1 < len(asides) and not text[asides[place][1] : asides[place + 1][0]].strip():
            place += 1
        between = tuple(asides[first : place + 1])
        place += 1
        start, end = between[0][0], between[-1][1]
        before = _CUT_END.search(text, max(0, start - _LONGEST), start)
        after = _CUT_GOES_ON.match(text, end) if before else None
        if before and after and text[after.end()].islower():
            yield _PageCut(before.start(), between, after.end())


def _edits(text: str, cut: _PageCut, vocabulary: Vocabulary) -> Iterator[Edit]:
    place = cut.hyphen + _kept(text, cut.hyphen, cut.word, vocabulary)
    for start, end in cut.asides:
        yield Edit(place, start, "")
        place = end
    yield Edit(place, cut.word, "")


def _kept(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Say whether the hyphen at `start` belongs to the word that goes on at `end`."""
    return vocabulary.keeps_hyphen(text[max(0, start - _LONGEST) : start + 1], text[end : end + _LONGEST])
