"""Words of a sentence, read once: what is printed, where, what the lexicon knows of it, and what stands in
marks or parentheses. Parallel arrays, one place per word.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ccdata.authority.triggers import Form, Tense, load_triggers

_WORD = re.compile(
    r"(?:[A-Z]\.){2,4}"
    r"|(?>[^\W\d_][^\W_]*(?:[-–][^\W_]+)*)(?!['’]t\b)"
    r"|[^\W\d_]+n['’]t\b"
    r"|['’](?:s|ll|re|ve|d)\b"
    r"|\$?\d[\d,.:]*(?:st|nd|rd|th)?(?<![,.:])"
    r"|[^\W_]+(?:[-–][^\W_]+)*"
    r"|\S"
)
_OPENING = {"(": ")", "“": "”", "[": "]", '"': '"'}
MOST = 300
"""A sentence is read so far: none of this genre is longer, and time stays linear."""
_OPEN_TEXT = ("",) * MOST
_LONG = 40
"""Longer pieces, in characters, are not remembered."""
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ful", "ese", "ish", "ary", "ian", "can")
_AUXILIARIES = frozenset({"be", "have", "do", "future", "obliged", "possible"})
_NOT_FINITE = frozenset({"been", "being", "be", "having"})
_CLOSING = frozenset({"breaks", "prepositions"})
_EDGES = frozenset({",", ";", ".", ":", "—", "–", "(", ")", "to", "and"})
_TURNING = frozenset({"relatives", "breaks", "prepositions"})
LED = frozenset(
    {"chaired", "headed", "led", "hosted", "accompanied", "joined", "sponsored", "attended", "co-chaired"}
)
"""What leads to those who chair an act, or come along."""
_JOINTS = frozenset({";", ".", ",", "and", "to", "(", ")", "together", "involving"})


class Lexeme(NamedTuple):
    """A printed word and what the lexicon knows of it, wherever it stands."""

    text: str
    lower: str
    capital: bool
    """Whether it begins with a capital letter."""
    classes: frozenset[str]
    """The lists of words it stands in (triggers_grammar.toml)."""
    forms: tuple[Form, ...]
    tenses: frozenset[Tense]
    """What it can be, as a verb."""
    ambiguous: bool
    """Whether it is a noun as often as a verb."""
    adverb: bool
    adjective: bool
    """By its ending; words for people are none."""
    auxiliary: bool
    """Whether it is a finite auxiliary."""
    verbal: bool
    """Whether a verb group can begin with it."""
    idle: bool
    """Whether it begins neither a verb group nor a clause inside the subject."""
    turning: bool
    """Whether a phrase may begin or end with it."""
    inner: bool
    """Whether a noun phrase goes on over it, wherever it stands."""


NO_WORD = Lexeme(
    text="",
    lower="",
    capital=False,
    classes=frozenset(),
    forms=(),
    tenses=frozenset(),
    ambiguous=False,
    adverb=False,
    adjective=False,
    auxiliary=False,
    verbal=False,
    idle=True,
    turning=False,
    inner=True,
)
"""What stands outside a clause."""


@lru_cache(maxsize=65_536)
def lexeme(text: str) -> Lexeme:
    """Look a printed word up."""
    lower, capital = text.lower().replace("’", "'"), text[:1].isupper()
    triggers = load_triggers()
    if text.isupper() and lower in triggers.words["relatives"]:
        lower = text  # the WHO is no "who"
    classes = triggers.classes.get(lower, frozenset())
    closed = "prepositions" in classes and lower != "like"
    forms = () if closed else triggers.forms.get(lower, ())
    tenses = frozenset() if closed else triggers.tenses.get(lower, frozenset())
    finite = bool(classes & _AUXILIARIES) or lower.endswith(("n't", "nnot"))
    auxiliary = finite and lower not in _NOT_FINITE
    verbal = not capital and (auxiliary or bool(forms))
    return Lexeme(
        text=text,
        lower=lower,
        capital=capital,
        classes=classes,
        forms=forms,
        tenses=tenses,
        ambiguous=lower in triggers.ambiguous,
        adverb="adverbs" in classes or (lower.endswith("ly") and not forms),
        adjective=not capital and "adjective_nouns" not in classes and lower.endswith(_ADJECTIVE_ENDINGS),
        auxiliary=auxiliary,
        verbal=verbal,
        idle=not verbal and "relatives" not in classes and lower != "that",
        turning=bool(classes & _TURNING) or lower in _JOINTS | LED or "ing" in tenses,
        inner=lower not in _EDGES and classes.isdisjoint(_CLOSING) and not verbal and "ing" not in tenses,
    )


class Words(NamedTuple):
    """The words and marks of a sentence, place by place."""

    lexemes: tuple[Lexeme, ...]
    texts: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    """Clean offsets."""
    ends: tuple[int, ...]
    asides: Sequence[str]
    """The mark that opened the parenthesis or quotation a word stands in; "" in the open text."""
    size: int
    """How many they are."""

    def begins(self, offset: int) -> int:
        """Return the place of the first word that begins at a clean offset or behind it."""
        return bisect_left(self.starts, offset)


def _read_piece(text: str) -> tuple[tuple[Lexeme, int, int], ...]:
    """Return the words and marks of what stands between two blanks, with their places in it."""
    found = itertools.islice(_WORD.finditer(text), MOST)
    return tuple((lexeme(word[0]), *word.span()) for word in found)


_remembered = lru_cache(maxsize=65_536)(_read_piece)


def read_words(text: str, start: int, end: int) -> Words:
    """Return the words of `text[start:end]`; none goes over a blank, so it is read piece by piece."""
    lexemes: list[Lexeme] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in text[start:end].split(" ", MOST):
        for word, first, last in _remembered(piece) if len(piece) <= _LONG else _read_piece(piece):
            lexemes.append(word)
            starts.append(start + first)
            ends.append(start + last)
        start += len(piece) + 1
    return _words(tuple(lexemes[:MOST]), tuple(starts[:MOST]), tuple(ends[:MOST]))


def _words(lexemes: tuple[Lexeme, ...], starts: tuple[int, ...], ends: tuple[int, ...]) -> Words:
    texts = tuple([word.text for word in lexemes])
    lowers = tuple([word.lower for word in lexemes])
    return Words(lexemes, texts, lowers, starts, ends, _asides(texts), len(texts))


def _asides(texts: tuple[str, ...]) -> Sequence[str]:
    """Return for each word the mark that opened what it stands in; one that nothing closes opens nothing."""
    if _OPENING.keys().isdisjoint(texts):
        return _OPEN_TEXT
    found = [""] * len(texts)
    opened = closing = ""
    for place, text in enumerate(texts):
        found[place] = opened
        if closing and text == closing:
            opened = closing = ""
        elif not closing and text in _OPENING:
            found[place] = opened = text
            closing = _OPENING[text]
    return found if not closing else _OPEN_TEXT
