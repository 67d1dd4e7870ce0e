"""The words of one sentence as attribution sees them: quotations and names are one token each.

    Putin ’s depiction of [quotation 0] , said [Feng Shaolei] .

A sentence here is a unit: full stops inside quotation marks do not end it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from ccdata.authority.cues import Cues, Noun, VerbForm, Word, load_cues
from ccdata.extract.cast import Naming
from ccdata.extract.quotes.pairing import Pair

_WORD = re.compile(r"\w+(?:[.'’&-]\w+)*|\.{2,}|[^\w\s]")
_OWNER = re.compile(r"['’](?:s\b)?(?!\w)")
_APOSTROPHES = frozenset("'’")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
_END = 2
_NO_NAME = ("ing", "ed", "ly")
_MONTH = "May"
_DASHES = frozenset("—–-")
_SIGNS = {",": 1 << 16, ":": 1 << 17, ";": 1 << 18, "(": 1 << 19, "[": 1 << 19, ")": 1 << 20, "]": 1 << 20}

COMMA, COLON, SEMICOLON, OPEN, CLOSE = (1 << n for n in range(16, 21))
DASH, STOP, SIGN = 1 << 21, 1 << 22, 1 << 23
QUOTE, NAME, OWNER, PRONOUN, WORD = (1 << n for n in range(24, 29))
BREAK = COMMA | COLON | SEMICOLON | OPEN | CLOSE | DASH | STOP | SIGN
"""Bits of a token's flags beyond those of `Word`."""


@dataclass(slots=True)
class Token:
    """One token: its place, its lower-case word, what it can be."""

    start: int
    end: int
    word: str
    flags: int
    form: VerbForm | None = None
    noun: int = 0
    quote: int = -1
    namings: tuple[Naming, ...] = ()

    @property
    def is_capital(self) -> bool:
        """Say whether the word is printed with a capital."""
        return bool(self.flags & _CAPITAL)


_CAPITAL = 1 << 29
PROPER = 1 << 30
"""A capitalised word that no list knows: a name that nobody resolved, perhaps."""
CUE = 1 << 32
"""A word that may tie a quotation to somebody: a verb or noun of the lists, "worried", "according"."""
LY = 1 << 33
"""A word in -ly: an adverb, as a rule."""
ADVERB = Word.ADVERB | LY


class Reader:
    """Makes the tokens of units of one block; pairs and namings come in order of their start."""

    def __init__(self, text: str, pairs: Sequence[tuple[int, Pair]], namings: Sequence[Naming]) -> None:
        self.text = text
        self._pairs = pairs
        self._openings = [pair.mark_start for _, pair in pairs]
        self._namings = namings
        self._starts = [naming.start for naming in namings]
        self._adverbials = load_cues().adverbials

    def read(self, start: int, end: int) -> list[Token]:
        """Return the tokens of `[start, end)`."""
        made: list[Token] = []
        place = start
        for piece in self._pieces(start, end):
            if place < piece.start:
                self._words(made, place, piece.start)
            made.append(piece)
            place = piece.end
            if piece.flags & NAME:
                place = self._owner(piece, place, end)
        self._words(made, place, end)
        if made and made[0].word.endswith(_NO_NAME):
            made[0].flags &= ~PROPER
        if self.text.find(".", start, end - 1) >= 0:
            return _without_inner_stops(made)
        return made

    def _pieces(self, start: int, end: int) -> list[Token]:
        """Return the quotation and name tokens of a stretch in order."""
        pairs = self._pairs[bisect_left(self._openings, start) : bisect_left(self._openings, end)]
        namings = self._namings[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return _pieces(self.text, pairs, namings)

    def _owner(self, name: Token, place: int, end: int) -> int:
        """Mark a name as possessive and step over its ending."""
        found = _OWNER.match(self.text, place, end) if self.text[place : place + 1] in _APOSTROPHES else None
        if found is None:
            return place
        name.flags |= OWNER
        return found.end()

    def _words(self, made: list[Token], start: int, end: int) -> None:
        for found in _WORD.finditer(self.text, start, end):
            word, flags, form, noun = _known(found[0])
            first, last = found.span()
            made.append(Token(first, last, word, flags, form, noun))
            if word in self._adverbials:
                _join_adverbial(made, self._adverbials[word])


def _join_adverbial(made: list[Token], known: frozenset[str]) -> None:
    """Make one adverb of the last two to four words: "at first", "for his part"."""
    for size in (2, 3, 4):
        words = " ".join(token.word for token in made[-size:])
        if words in known:
            made[-size:] = [Token(made[-size].start, made[-1].end, words, WORD | Word.ADVERB)]
            return


def _without_inner_stops(tokens: list[Token]) -> list[Token]:
    """Leave out full stops before the end of a unit: they belong to abbreviations ("D-Vt.")."""
    last = len(tokens) - _END
    return [
        token for at, token in enumerate(tokens) if token.word != "." or token.flags & QUOTE or at >= last
    ]


@lru_cache(maxsize=1 << 16)
def _known(printed: str) -> tuple[str, int, VerbForm | None, int]:
    """Return what the lists say of a printed word: its lower-case form, flags, verb form, noun bits."""
    if not (printed[0].isalnum() or printed[0] == "_"):
        return printed, _sign(printed), None, 0
    cues = load_cues()
    word = printed.lower().replace("’", "'")
    flags = WORD | (cues.words.get(word, 0) if printed != _MONTH else 0)
    if printed[0].isupper():
        flags |= _CAPITAL
    if _POSSESSIVE.search(printed) and not flags & (Word.MODAL | Word.BE | Word.HAVE | Word.DO):
        flags |= OWNER
    noun = _noun(word.removesuffix("'s"), cues)
    form = cues.verbs.get(word)
    if flags & _CAPITAL and flags & ~(WORD | _CAPITAL | OWNER) == 0 and not noun and form is None:
        flags |= PROPER
    if form is not None or noun or word == "according" or word in cues.attitude:
        flags |= CUE
    if word.endswith("ly") and not noun:
        flags |= LY
    return word, flags, form, noun


def _noun(word: str, cues: Cues) -> int:
    """Return the bits of a noun; a compound is a person if one side is: "ex-minister", "envoy-designate"."""
    known = cues.nouns.get(word)
    if known is not None or "-" not in word:
        return known[1] if known else 0
    sides = (word[word.rfind("-") + 1 :], word[: word.find("-")])
    return max(cues.nouns.get(side, ("", 0))[1] & Noun.PERSON for side in sides)


def _sign(printed: str) -> int:
    if printed in _SIGNS:
        return _SIGNS[printed]
    if printed in _DASHES:
        return DASH
    return STOP if printed in ".?!" else SIGN


def _pieces(text: str, pairs: Sequence[tuple[int, Pair]], namings: Sequence[Naming]) -> list[Token]:
    """Return quotation and name tokens in order; names inside quotations are left out."""
    made = [
        Token(pair.mark_start, pair.mark_end, _ending(text, pair), QUOTE, quote=number)
        for number, pair in pairs
    ]
    inside = [(pair.mark_start, pair.mark_end) for _, pair in pairs]
    groups: dict[tuple[int, int], list[Naming]] = {}
    for naming in namings:
        groups.setdefault(whole(naming), []).append(naming)
    place = 0
    end = 0
    for start, stop in sorted(groups, key=_outermost) if len(groups) > 1 else groups:
        while place < len(inside) and inside[place][1] <= start:
            place += 1
        covered = place < len(inside) and inside[place][0] < stop
        if not covered and start >= end:
            made.append(_name(text, start, stop, tuple(groups[start, stop])))
            end = stop
    made.sort(key=_begin)
    return made


_begin = attrgetter("start")


def _outermost(place: tuple[int, int]) -> tuple[int, int]:
    """Order by start, the longest first: a body inside somebody's title is part of his name."""
    start, stop = place
    return start, -stop


def _ending(text: str, pair: Pair) -> str:
    """Return the sign that ends the words of a quotation: it punctuates the sentence around it."""
    last = text[pair.start : pair.end].rstrip("'’”\"")[-1:]
    return last if last in ",.?!;:—–-…" else ""


def _name(text: str, start: int, end: int, group: tuple[Naming, ...]) -> Token:
    """Return the token of a name; a possessive pronoun owns what follows."""
    if group[0].method != "pronoun":
        return Token(start, end, "", NAME, noun=Noun.PERSON, namings=group)
    word = text[start:end].lower()
    owner = OWNER if load_cues().words.get(word, 0) & Word.POSSESSIVE else 0
    return Token(start, end, word, NAME | PRONOUN | owner, noun=Noun.PERSON, namings=group)


def whole(naming: Naming) -> tuple[int, int]:
    """Return the naming's place with its title, where the two touch."""
    if naming.title is None:
        return naming.start, naming.end
    start, end = min(naming.start, naming.title[0]), max(naming.end, naming.title[1])
    touching = naming.start - naming.title[1] <= _TOUCH and naming.title[0] <= naming.start
    return (start, end) if touching else (naming.start, naming.end)


_TOUCH = 1
"""A title and its name are one word apart; behind a comma the name stands in apposition."""


def noun_lemma(token: Token) -> str:
    """Return the singular of a noun of the lists; a word of no list as it stands ("in the eyes of")."""
    word = token.word.removesuffix("'s")
    known = load_cues().nouns.get(word)
    return known[0] if known is not None else word
