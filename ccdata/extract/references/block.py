"""One block while its references are read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property

from ahocorasick_rs import AhoCorasick, Implementation

from ccdata.authority.titles import title_words
from ccdata.extract.names.candidates import Scan
from ccdata.extract.names.identity import Person
from ccdata.extract.names.titles import Title
from ccdata.extract.names.words import is_whole_word
from ccdata.extract.naming import Naming, Places
from ccdata.extract.sentences import sentences

_QUOTED = re.compile(r"[“\"][^“”\"]{0,3000}[”\"]")
_THE = re.compile(r"he (?<=\b[Tt]he )(?=([a-z-]{2,30})\b(?: ([a-z-]{2,30}))?)")
"""The search leaps from one "he " to the next."""
Days = Callable[[int], tuple[str, str] | None]
"""Tells first and last day of what a block tells, by its number."""
_BACK = 100
"""Nobody is referred back to over more namings than these."""


@cache
def _heads() -> AhoCorasick:
    return AhoCorasick(sorted(title_words().heads), implementation=Implementation.DFA)


class Block:
    """A block's text with its namings and the days it tells of."""

    def __init__(self, number: int, text: str, scan: Scan, namings: tuple[Naming, ...], days: Days) -> None:
        self.text = text
        self.reader = scan.reader
        self.namings = namings
        self._number = number
        self._days = days
        self._titles = Places([naming.title for naming in namings if naming.title])
        self._starts = [naming.start for naming in namings]
        self.heads = self._free_heads(scan.folded.text.lower())
        """The words for offices that stand in nobody's title, in order."""
        self.described = [*_THE.finditer(text)]
        """Where "the" stands, from its second letter; groups: one or two words in lower case behind it."""

    def _free_heads(self, lower: str) -> list[tuple[int, int]]:
        found = _heads().find_matches_as_indexes(lower, overlapping=True)
        meet = self._titles.meet
        free = [(s, e) for _, s, e in found if is_whole_word(lower, s, e) and not meet(s, e)]
        return sorted(free) if len(free) > 1 else free

    @property
    def day(self) -> tuple[str, str] | None:
        """The first and the last day of what is told."""
        return self._days(self._number)

    @cached_property
    def quoted(self) -> Places:
        """What stands inside quotation marks: somebody else's words."""
        return Places(match.span() for match in _QUOTED.finditer(self.text))

    @cached_property
    def bounds(self) -> tuple[tuple[int, int], ...]:
        """Where its sentences begin and end."""
        return sentences(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.bounds]

    def sentence(self, place: int) -> int:
        """Return the number of the sentence at a place; -1 before the first."""
        return bisect_right(self._sentence_starts, place) - 1

    def inside(self, start: int, end: int) -> tuple[Naming, ...]:
        """Return what is named between two places, in nobody's quoted words."""
        starts = self._starts
        some = self.namings[bisect_left(starts, start) : bisect_left(starts, end)]
        return tuple(one for one in some[:_BACK] if not self.quoted.meet(one.start, one.end))

    def is_named_behind(self, end: int) -> bool:
        """Say whether the name of the one described follows: "the delegate, NAME", "the envoy NAME"."""
        comma = 2 if self.text.startswith(", ", end) else 1
        place = end + comma
        at = bisect_left(self._starts, place)
        near = self.namings[at] if at < len(self.namings) else None
        if near is None or near.kind != "person":
            return False
        return near.start == place or (near.title is not None and near.title[0] == place)

    def has_head(self, start: int, end: int) -> bool:
        """Say whether one of them starts between two places."""
        at = bisect_left(self.heads, (start,))
        return at < len(self.heads) and self.heads[at][0] < end

    def is_taken(self, start: int, title: Title) -> bool:
        """Say whether a title is somebody's whose name stands beside it, or inside a quotation."""
        return self._titles.meet(title.start, title.end) or self.quoted.meet(start, title.end)

    def namings_from(self, start: int) -> Iterator[Naming]:
        """Yield the namings from a place on."""
        return map(self.namings.__getitem__, range(bisect_left(self._starts, start), len(self.namings)))

    def persons_before(self, start: int, people: Mapping[str, Person]) -> list[Person]:
        """Return the persons named before a place, the last first, each once."""
        last = bisect_left(self._starts, start)
        seen: dict[str, Person] = {}
        for naming in reversed(self.namings[max(0, last - _BACK) : last]):
            if naming.kind == "person" and naming.actor_id:
                seen.setdefault(naming.actor_id, people[naming.actor_id])
        return list(seen.values())
