"""Line-end hyphens, undone only where the document's own words say so.

"coopera-" "tion"   one word, if it stands elsewhere, or if "tion" is no word of the document
"long-" "range"     a compound, if it stands elsewhere, or if both halves are words of it
"US-" "China"       before a capital or a figure the hyphen is the author's
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ccdata.authority.journal import journal_words
from ccdata.source.markup import Edit

HYPHENS = ("\ufffe", "-", "‐")
_WORD = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*")
_HEAD = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*$")
_LONGEST = 60
_LINE_END = re.compile(r"[-‐]\n(?<=[^\W_][-‐]\n)[ \t]{0,40}(?=[^\W_])(?!(?:and|or|to)\b)")
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
    cuts = list(_LINE_END.finditer(text))
    if not cuts:
        return []
    vocabulary = Vocabulary(text.split("\n"))
    return [_joined(text, cut, vocabulary) for cut in cuts]


def _joined(text: str, cut: re.Match[str], vocabulary: Vocabulary) -> Edit:
    before, after = (
        text[max(0, cut.start() - _LONGEST) : cut.start() + 1],
        text[cut.end() : cut.end() + _LONGEST],
    )
    kept = vocabulary.keeps_hyphen(before, after)
    return Edit(cut.start() + kept, cut.end(), "")
