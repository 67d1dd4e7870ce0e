"""One block while its references are read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice

from ccdata.extract.mentions_identity import Person
from ccdata.extract.naming import Naming, Places
from ccdata.extract.titles import Title, TitleReader

_QUOTED = re.compile(r"[“\"][^“”\"]{0,3000}[”\"]")
Days = Callable[[int], tuple[str, str] | None]
"""Tells first and last day of what a block tells, by its number."""
_BACK = 100
"""Nobody is referred back to over more namings than these."""


class Block:
    """A block's text with its namings and the days it tells of."""

    def __init__(
        self, number: int, text: str, reader: TitleReader, namings: tuple[Naming, ...], days: Days
    ) -> None:
        self.text = text
        self.reader = reader
        self.namings = namings
        self._number = number
        self._days = days

    @cached_property
    def day(self) -> tuple[str, str] | None:
        """The first and the last day of what is told."""
        return self._days(self._number)

    @cached_property
    def quoted(self) -> Places:
        """What stands inside quotation marks: somebody else's words."""
        return Places(match.span() for match in _QUOTED.finditer(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [naming.start for naming in self.namings]

    @cached_property
    def _titles(self) -> Places:
        return Places(naming.title for naming in self.namings if naming.title)

    def is_taken(self, start: int, title: Title) -> bool:
        """Say whether a title is somebody's whose name stands beside it, or inside a quotation."""
        return self._titles.meet(title.start, title.end) or self.quoted.meet(start, title.end)

    def namings_from(self, start: int) -> Iterator[Naming]:
        """Yield the namings from a place on."""
        return islice(self.namings, bisect_left(self._starts, start), None)

    def persons_before(self, start: int, people: Mapping[str, Person]) -> list[Person]:
        """Return the persons named before a place, the last first, each once."""
        last = bisect_left(self._starts, start)
        seen: dict[str, Person] = {}
        for naming in reversed(self.namings[max(0, last - _BACK) : last]):
            if naming.kind == "person" and naming.actor_id:
                seen.setdefault(naming.actor_id, people[naming.actor_id])
        return list(seen.values())
