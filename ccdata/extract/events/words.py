"""Words of a sentence, read once: what is printed, where, what the lexicon knows of it, and what stands in
marks or parentheses. Parallel arrays, one place per word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from ccdata.authority.triggers import Form, Tense, load_triggers

_WORD = re.compile(
    r"((?:[A-Z]\.){2,4}"
    r"|(?>[^\W\d_][^\W_]*(?:[-–][^\W_]+)*)(?!['’]t\b)"
    r"|[^\W\d_]+n['’]t\b"
    r"|['’](?:s|ll|re|ve|d)\b"
    r"|\$?\d[\d,.:]*(?:st|nd|rd|th)?(?<![,.:])"
    r"|[^\W_]+(?:[-–][^\W_]+)*"
    r"|\S)"
)
_OPENING = {"(": ")", "“": "”", "[": "]", '"': '"'}
_LOWER = attrgetter("lower")
MOST = 300
"""A sentence is read so far: none of this genre is longer, and time stays linear."""
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ful", "ese", "ish", "ary", "ian", "can")
_AUXILIARIES = frozenset({"be", "have", "do", "future", "obliged", "possible"})
_NOT_FINITE = frozenset({"been", "being", "be", "having"})
_TURNING = frozenset({"relatives", "breaks", "prepositions"})
_LED = frozenset(
    {"chaired", "headed", "led", "hosted", "accompanied", "joined", "sponsored", "attended", "co-chaired"}
)
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


NO_WORD = Lexeme(
    "",
    "",
    False,
    frozenset(),
    (),
    frozenset(),
    False,
    False,
    False,
    False,
    False,
    True,
    False,
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
        turning=bool(classes & _TURNING) or lower in _JOINTS | _LED or "ing" in tenses,
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


def read_words(text: str, start: int, end: int) -> Words:
    """Return the words of `text[start:end]`."""
    pieces = _WORD.split(text[start:end], maxsplit=MOST)
    offsets = tuple(accumulate(map(len, pieces), initial=start))
    texts = tuple(pieces[1::2])
    lexemes = tuple(map(lexeme, texts))
    lowers = tuple(map(_LOWER, lexemes))
    return Words(lexemes, texts, lowers, offsets[1:-1:2], offsets[2::2], _asides(texts), len(texts))


def _asides(texts: tuple[str, ...]) -> Sequence[str]:
    """Return for each word the mark that opened what it stands in; one that nothing closes opens nothing."""
    found = [""] * len(texts)
    if _OPENING.keys().isdisjoint(texts):
        return found
    opened = closing = ""
    for place, text in enumerate(texts):
        found[place] = opened
        if closing and text == closing:
            opened = closing = ""
        elif not closing and text in _OPENING:
            found[place] = opened = text
            closing = _OPENING[text]
    return found if not closing else [""] * len(texts)
