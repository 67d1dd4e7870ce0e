"""A clause: words of a sentence, read with the lexicon."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from ccdata.authority.triggers import Tense, Triggers
from ccdata.extract.events.words import Word

_START = attrgetter("start")
_NO_VERB: frozenset[Tense] = frozenset()
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ful", "ese", "ish", "ary", "ian", "can")


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `[low, high)` of a sentence."""

    words: tuple[Word, ...]
    low: int
    high: int
    triggers: Triggers
    states: tuple[tuple[int, str], ...] = ()
    """The states of the names in the sentence, by the clean offset of the name."""

    def at(self, place: int) -> str:
        """Return the word at a place, lower case; "" outside the clause."""
        return self.words[place].lower if self.low <= place < self.high else ""

    def text(self, start: int, end: int) -> str:
        """Return words `[start, end)` of the sentence, lower case, with blanks between them."""
        return " ".join([word.lower for word in self.words[start:end]])

    def begins(self, offset: int) -> int:
        """Return the place of the first word of the sentence that begins at a clean offset or behind it."""
        return bisect_left(self.words, offset, key=_START)

    def capital(self, place: int) -> bool:
        """Say whether the word at a place has a capital letter."""
        return self.low <= place < self.high and self.words[place].capital

    def is_in(self, place: int, *kinds: str) -> bool:
        """Say whether the word at a place belongs to one of some classes of words."""
        classes = self.triggers.classes.get(self.at(place))
        return classes is not None and not classes.isdisjoint(kinds)

    def tenses(self, place: int) -> frozenset[Tense]:
        """Return what the word at a place can be, as a verb."""
        return self.triggers.tenses.get(self.at(place), _NO_VERB)

    def is_adverb(self, place: int) -> bool:
        """Say whether an adverb stands at a place."""
        return self.at(place).endswith("ly") or self.is_in(place, "adverbs")

    def is_adjective(self, place: int) -> bool:
        """Guess an adjective by its ending; words for people are none."""
        if self.is_in(place, "adjective_nouns") or self.capital(place):
            return False
        return self.at(place).endswith(_ADJECTIVE_ENDINGS)

    def is_auxiliary(self, place: int) -> bool:
        """Say whether a finite auxiliary stands at a place."""
        word = self.at(place)
        if word in {"been", "being", "be", "having"}:
            return False
        kinds = ("be", "have", "do", "future", "obliged", "possible")
        return self.is_in(place, *kinds) or word.endswith(("n't", "nnot"))

    def is_infinitive(self, place: int) -> bool:
        """Say whether the plain form of a verb stands at a place, an adverb or "not" before it."""
        place += self.at(place) in {"jointly", "further", "not"} or self.at(place).endswith("ly")
        return self.at(place) in {"be", "have"} or "base" in self.tenses(place)

    def is_gerund(self, place: int) -> bool:
        """Say whether an "-ing" form stands at a place that is no noun."""
        if "ing" not in self.tenses(place):
            return False
        return self.at(place) not in self.triggers.nouns and not self.is_in(place - 1, "determiners")
