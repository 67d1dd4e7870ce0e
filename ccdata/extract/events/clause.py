"""A clause: words of a sentence, read with the lexicon."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ccdata.authority.triggers import Tense, Triggers
from ccdata.extract.events.words import Word

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

    def capital(self, place: int) -> bool:
        """Say whether the word at a place has a capital letter."""
        return self.low <= place < self.high and self.words[place].capital

    def is_in(self, place: int, *kinds: str) -> bool:
        """Say whether the word at a place belongs to one of some classes of words."""
        word = self.at(place)
        return any(word in self.triggers.words[kind] for kind in kinds)

    def tenses(self, place: int) -> Collection[Tense]:
        """Return what the word at a place can be, as a verb."""
        return {form.tense for form in self.triggers.forms.get(self.at(place), ())}

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
        if self.at(place) in self.triggers.nouns or self.is_in(place - 1, "determiners"):
            return False
        return "ing" in self.tenses(place)
