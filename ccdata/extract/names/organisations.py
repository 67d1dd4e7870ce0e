"""Bodies by the last word of their name.

body = CAPITALISED+ LAST (" of " CAPITALISED+)?      "Waseda University", "Council of Ulemas"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ccdata.authority.calendar import calendar_words
from ccdata.authority.patterns import pattern_words
from ccdata.authority.titles import title_words
from ccdata.extract.names.context import Body, Context
from ccdata.extract.names.words import Word, is_vocabulary, stop_words
from ccdata.records.terms import ActorKind

_RIGHT = re.compile(
    r" (?:of|for|on) (?:the )?([A-Z][\w-]*)(?: [A-Z][\w-]*){0,4}"
    r"(?: (?:and|&) [A-Z][\w-]*(?: [A-Z][\w-]*){0,3})?(?!['\w])"
)
_OF_NAMES = frozenset(
    {
        "East",
        "West",
        "North",
        "South",
        "Asia",
        "Asian",
        "National",
        "International",
        "Pacific",
        "Foreign",
        "Central",
        "Korea",
        "Korean",
        "World",
        "Defense",
        "Security",
        "Nuclear",
        "Northern",
        "Southern",
        "Peace",
        "Global",
        "European",
        "Special",
        "New",
        "United",
        "Free",
        "High",
        "Supreme",
        "Islamic",
        "Muslim",
        "Christian",
        "Buddhist",
        "Human",
        "Rights",
        "Economic",
        "Trade",
        "Communist",
    }
)
"""Words that begin sentences and names of bodies alike."""
_LINKS = ((" ",), ("'s ", "' "))
"""What stands between two words of a name, the second behind a possessive ("Correspondents' Club")."""
_KINDS: tuple[ActorKind, ...] = ("organisation", "government", "military", "media")
_OF_STATES = ("government", "military")
_LEFT = 6


@cache
def last_words() -> dict[str, ActorKind]:
    """Return the words with which names of bodies end, and the kind of body of each."""
    last = pattern_words().organisations
    return {word: kind for kind in reversed(_KINDS) for word in last[kind]}


@cache
def _not_of_names() -> frozenset[str]:
    return stop_words() - _OF_NAMES


@cache
def _times() -> frozenset[str]:
    calendar = calendar_words()
    return frozenset(word.lower() for word in (*calendar.months, *calendar.weekdays))


def _is_time(word: str) -> bool:
    """Say whether a day is named, not what a body is for: "at the University on March 3"."""
    return word.lower() in _times()


class OrganisationReader:
    """Finds in one folded text the bodies whose last word tells what they are."""

    def __init__(self, text: str, words: Sequence[Word], context: Context) -> None:
        self._text = text
        self._words = words
        self._context = context

    def read(self) -> Iterator[Body]:
        """Yield the bodies, longer and shorter ones."""
        kinds, words = last_words(), self._words
        for place, word in enumerate(words):
            kind = kinds.get(word.text)
            if kind and word.end not in self._context.lookalikes:
                yield from self._organisation(words, place, kind)

    def _organisation(self, words: Sequence[Word], place: int, kind: ActorKind) -> Iterator[Body]:
        """Take the capitalised words before the last word, and what follows "of" or "for"."""
        first = place
        while place - first < _LEFT and first and self._extends(words[first - 1], words[first]):
            first -= 1
        end = words[place].end
        right = _RIGHT.match(self._text, end) if kind != "media" else None
        if right and _is_time(right[1]):
            right = None
        if right is None and not self._is_own(words[first:place]):
            return
        start, stop = words[first].start, right.end() if right else end
        if right and kind in _OF_STATES:
            stop = self._cut(right)
        if kind in _OF_STATES and self._holds_known(start, stop):
            return
        name = self._text[start:stop]
        code = self._country_in(start, stop) or self._beside(start, stop)
        yield self._context.body(start, stop, name, kind, code)

    def _cut(self, right: re.Match[str]) -> int:
        """Where words of titles follow "of", one that is none begins a name ("for Foreign Affairs Yang")."""
        words = [*re.finditer(r"[A-Z][\w-]*", right[0])]
        for place, word in enumerate(words):
            if not is_vocabulary(word[0]):
                return right.start() + words[place - 1].end() if place else right.end()
        return right.end()

    def _holds_known(self, start: int, stop: int) -> bool:
        """Say whether a body of the authority stands inside: "SCO Interbank Consortium Board"."""
        hits = (hit for hit in self._context.within(start, stop) if hit.sort == "actor")
        return any(hit.end < stop and " " in self._text[hit.start : hit.end] for hit in hits)

    def _is_own(self, words: Sequence[Word]) -> bool:
        """Say whether the words before the last make a name: not all of them such as many bodies bear."""
        common = pattern_words().organisations["common"]
        return any(word.text not in common for word in words)

    def _beside(self, start: int, stop: int) -> str | None:
        """Return the state of "Thailand's ... Court", "... University in Tokyo"."""
        _, code, _ = self._context.state_before(start)
        behind = self._context.by_start.get(stop + 4) if self._text.startswith(" in ", stop) else None
        return code or (self._context.host(behind) if behind else None)

    def _extends(self, left: Word, right: Word) -> bool:
        if self._text[left.end : right.start] not in _LINKS[left.possessive] or left.text in _not_of_names():
            return False
        if left.possessive:
            taken = left.end in self._context.by_end or left.end in self._context.lookalikes
            return not taken and left.text.endswith(("s", "People", "Women"))
        lower = left.text.lower()
        known = title_words()
        return lower not in known.heads and left.text not in known.ranks and left.text not in known.honorifics

    def _country_in(self, start: int, end: int) -> str | None:
        codes = (self._context.host(hit) for hit in self._context.within(start, end))
        return next((code for code in codes if code), None)
