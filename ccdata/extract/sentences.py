"""Sentences of a block, as clean offsets.

A full stop behind a whole word that abbreviates nothing, before a word with a capital, ends a sentence:
most do, and nobody needs to be asked. Between two of them

sentence = what nupunkt cuts, joined again where the full stop belongs to an abbreviation:
    NEVER "." ...            Gen. | Li, vs. | Lu
    MONTH "." FIGURE         Sept. | 4, No. | 4
    EITHER "." not STARTER   U.S. | Navy, but: the U.S. || The fleet ...
    INITIAL "." NAME         John F. | Kennedy
and where what follows cannot begin one: a lower-case letter ("Who?" | asked Li).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ccdata.authority.abbreviations import Abbreviations, load_abbreviations

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

_RUN = re.compile(r"""[.?!)\]}"'”’»…]{9,}""")
_UNBROKEN = re.compile(r"\S{200,}")
_LAST = re.compile(r"([\w.]{1,12})\.$")
_NEXT = re.compile(r"""["'“‘(\[«]{0,3}(\w+)""")
_GLUED = re.compile(r"[a-z)\]][.?!](?=[\"“][A-Z\[])")
_END = re.compile(r"""[.?!…](?=[\s)";:}\]*@({\[?!'’”“»])(?!["'’”»)\]]*$)""")
"""A mark that may end a sentence inside a stretch; behind the last word it need not be asked about."""
_BEFORE_CAPITAL = re.compile(
    r"""[.?!](?<=[A-Za-z]{2}.)["”'’)\]]{0,2}(?P<next>\s+)(?=["“‘(\[]{0,2}[A-Z][A-Za-z]{0,20}[ ,'’])"""
)
_WHOLE = re.compile(r"""(?:^|\s["“‘(\[]?|[—–-])([A-Za-z]{2,20})$""")
_WORD_BACK = 22
_FIGURES = frozenset("ivxlc")
"""Letters that number the items of a list."""
_LOOK_BACK = 14
_LONG = 20_000
"""Longer texts, in characters, are not remembered."""


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    """Return a tokenizer of our own: nobody else's abbreviations reach it, ours reach nobody else.

    The model that comes with nupunkt takes many whole words for abbreviations ("ago", "answer",
    "century"); of its list only those with a full stop inside are kept.
    """
    from nupunkt import load_default_model

    made = load_default_model()
    ours = load_abbreviations()
    for word in made.abbreviations:
        if word.isalpha() and len(word) > 1:
            made.remove_abbreviation(word)
    made.add_abbreviations(sorted(ours.never | ours.months | ours.either))
    return made


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences' clean offsets `[start, end)`, white space between them left out."""
    return _read(text) if len(text) > _LONG else _remembered(text)


def _read(text: str) -> tuple[tuple[int, int], ...]:
    if not text or text.isspace():
        return ()
    made: list[tuple[int, int]] = []
    for start, end in _stretches(text):
        if _is_one(text, start, end):
            made.append((start, end))
        else:
            made += [(start + first, start + last) for first, last in _cut(text[start:end])]
    return tuple(made)


_remembered = lru_cache(maxsize=512)(_read)
"""Several readers ask for the sentences of a block."""


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between the ends of sentences that are sure."""
    place = 0
    for found in _BEFORE_CAPITAL.finditer(text):
        word = _WHOLE.search(text, max(0, found.start() - _WORD_BACK), found.start())
        if word is not None and _ends(word[1].lower()):
            yield place, found.start("next")
            place = found.end()
    yield place, len(text)


def _ends(word: str) -> bool:
    """Say whether a full stop behind a word can only end a sentence."""
    return word not in _shortened() and not _FIGURES.issuperset(word)


@cache
def _shortened() -> frozenset[str]:
    """Return every word of the lists that a full stop can belong to."""
    known = load_abbreviations()
    return known.never | known.months | known.words | known.either


def _is_one(text: str, start: int, end: int) -> bool:
    """Say whether a stretch can only be one sentence: no mark ends one but before its last character."""
    inner = _END.search(text, start, end - 1)
    return inner is None and not text[start].isspace() and not text[end - 1].isspace()


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch whose full stops may be those of abbreviations."""
    return _joined(text, _pieces(text))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield nupunkt's sentences, cut also where an opening mark is glued to the full stop before it.

    Long runs of closing characters and endless words are masked, letter for letter: the tokenizer is
    quadratic in them.
    """
    masked = _UNBROKEN.sub(_masked, _RUN.sub(_masked, text))
    for start, end in _tokenizer().span_tokenize(masked):
        place = start
        for glued in _GLUED.finditer(masked, start, end):
            yield place, glued.end()
            place = glued.end()
        if place < end:
            yield place, end


def _masked(run: re.Match[str]) -> str:
    return "x" * (len(run[0]) - 2) + run[0][-2:]


def _joined(text: str, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for next_start, next_end in pieces:
        if end >= 0 and _goes_on(text, end, next_start, load_abbreviations()):
            end = next_end
            continue
        if end >= 0:
            yield start, end
        start, end = next_start, next_end
    if end >= 0:
        yield start, end


def _goes_on(text: str, end: int, following: int, words: Abbreviations) -> bool:
    """Say whether the boundary between `end` and `following` is none."""
    after = _NEXT.match(text, following)
    if after is None:
        return False
    word = after[1]
    last = _LAST.search(text[max(0, end - _LOOK_BACK) : end])
    if last is None:
        return text[following].islower() and text[end - 1] != "."
    return _abbreviates(last[1], word, words) or text[following].islower()


def _abbreviates(last: str, word: str, words: Abbreviations) -> bool:
    """Say whether the full stop behind `last` belongs to an abbreviation that `word` follows."""
    key = last.casefold()
    if key in words.never:
        return True
    if key in words.months or key in words.words:
        return word[0].isdigit()
    if len(last) == 1 and last.isupper():
        return word.casefold() not in words.starters
    return key in words.either and word.casefold() not in words.starters
