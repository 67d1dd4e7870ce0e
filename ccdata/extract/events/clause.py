"""A clause: words of a sentence, read with the lexicon."""

from __future__ import annotations

from collections.abc import Sequence

from ccdata.authority.triggers import Tense, Triggers, load_triggers
from ccdata.extract.events.words import NO_WORD, Lexeme, Words
from ccdata.extract.naming import Naming

_BEYOND, _SILENT = (NO_WORD,) * 8, ("",) * 8
"""A look some words ahead meets no edge; a look one back from the first place meets the last of these."""
_TIMES = frozenset({"times", "time_units"})


class Clause:
    """Words `[low, high)` of a sentence."""

    __slots__ = ("high", "low", "lowers", "namings", "row", "triggers", "words")

    words: Words
    low: int
    high: int
    namings: Sequence[Naming]
    """The names in the sentence."""
    triggers: Triggers
    row: tuple[Lexeme, ...]
    """The words by their place in the sentence; empty ones outside the clause."""
    lowers: tuple[str, ...]
    """The same, as strings of lower case."""

    def __init__(self, words: Words, low: int, high: int, namings: Sequence[Naming] = ()) -> None:
        self.words, self.low, self.high, self.namings = words, low, high, namings
        self.triggers = load_triggers()
        self.row = (NO_WORD,) * low + words.lexemes[low:high] + _BEYOND
        self.lowers = ("",) * low + words.lowers[low:high] + _SILENT

    def behind(self, low: int) -> Clause:
        """Return the clause from a place on."""
        return self.part(low, self.high)

    def part(self, low: int, high: int) -> Clause:
        """Return the clause of words `[low, high)`."""
        return Clause(self.words, low, high, self.namings)

    def names_person(self, place: int) -> bool:
        """Say whether the word at a place is of the name of a person: "Rice" is none then."""
        offset = self.words.starts[place]
        return any(n.start <= offset < n.end for n in self.namings if n.kind == "person")

    def at(self, place: int) -> str:
        """Return the word at a place, lower case; "" outside the clause."""
        return self.lowers[place] if place < self.high else ""

    def text(self, start: int, end: int) -> str:
        """Return words `[start, end)` of the sentence, lower case, with blanks between them."""
        return " ".join(self.words.lowers[start:end])

    def begins(self, offset: int) -> int:
        """Return the place of the first word of the sentence that begins at a clean offset or behind it."""
        return self.words.begins(offset)

    def capital(self, place: int) -> bool:
        """Say whether the word at a place has a capital letter."""
        return place < self.high and self.row[place].capital

    def is_in(self, place: int, *kinds: str) -> bool:
        """Say whether the word at a place belongs to one of some classes of words."""
        return place < self.high and not self.row[place].classes.isdisjoint(kinds)

    def tenses(self, place: int) -> frozenset[Tense]:
        """Return what the word at a place can be, as a verb."""
        return self.row[place].tenses if place < self.high else NO_WORD.tenses

    def is_infinitive(self, place: int) -> bool:
        """Say whether the plain form of a verb stands at a place, an adverb or "not" before it."""
        word = self.at(place)
        place += word in {"jointly", "further", "not"} or word.endswith("ly")
        return self.at(place) in {"be", "have"} or "base" in self.tenses(place)

    def is_gerund(self, place: int) -> bool:
        """Say whether an "-ing" form stands at a place that is no noun."""
        if "ing" not in self.row[place].tenses:
            return False
        return self.at(place) not in self.triggers.nouns and "determiners" not in self.row[place - 1].classes


def is_time(clause: Clause, place: int) -> bool:
    """Say whether words for a time begin here: Monday | early Monday | last week."""
    if "times" in clause.row[place].classes:
        return True
    return "time_openers" in clause.row[place].classes and not clause.row[place + 1].classes.isdisjoint(
        _TIMES
    )
