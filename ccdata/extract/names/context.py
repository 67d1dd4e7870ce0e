"""Which state a body without a state word belongs to: "the Foreign Ministry", "the National Assembly".

state = the only fitting state named before it in its sentence; else the only one of the sentence before;
        else, where its paragraph names no fitting one before, the only fitting party of the article's pair

A state fits where it can have such a body: the United States has no ministries.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ccdata.authority import Authority
from ccdata.authority.patterns import BodyForm, pattern_words
from ccdata.extract.names.index import Hit
from ccdata.extract.sentences import sentences
from ccdata.records.terms import ActorKind

_OF_STATE = re.compile(r" of (?:the )?")
_MANY = 60
"""No more of the states named before are looked at."""
Fits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at a place; `actor_id` where the authority knows it."""

    start: int
    end: int
    name: str
    kind: ActorKind
    country: str | None
    actor_id: str | None


class Context:
    """The states that one text names, and the states of the article's pair."""

    def __init__(self, text: str, hits: Sequence[Hit], authority: Authority, parties: Sequence[str]) -> None:
        self._text = text
        self._authority = authority
        self._parties = parties
        self._hits = hits
        self.by_end: dict[int, Hit] = {}
        self.by_start: dict[int, Hit] = {}
        self.lookalikes: set[int] = set()
        """Where words end that hold a name and are none: they are in no other list."""
        for hit in hits:
            if hit.sort == "lookalike":
                self.lookalikes.add(hit.end)
            else:
                self.by_end[hit.end] = self.by_start[hit.start] = hit

    def state_of(self, start: int, form: BodyForm, words: str) -> str | None:
        """Return the state of a form of body at a place.

        Where one state's is usually meant, another's would be told: it is that one's, unless the pair
        holds another that fits.
        """
        fits = fits_form(form, words)
        if form.usual is None:
            return self.state(start, fits)
        return None if any(fits(code) and code != form.usual for code in self._parties) else form.usual

    def state(self, start: int, fits: Fits) -> str | None:
        """Return the state of a body at a place; None where the text leaves it open."""
        number = bisect_right(self._bounds, start) - 1
        for low, high in ((self._bounds[number], start), (self._bounds[max(0, number - 1)], start)):
            named = {code for code in self._between(low, high, self._bounds[number]) if fits(code)}
            if named:
                return next(iter(named)) if len(named) == 1 else None
        if any(fits(code) for code, place in self._first.items() if place <= start):
            return None
        parties = [code for code in self._parties if fits(code)]
        return parties[0] if len(parties) == 1 else None

    def state_before(self, start: int) -> tuple[int, str | None, bool]:
        """Return where a state before this place begins, its code, and whether it is possessive."""
        hit = self.by_end.get(start - 1)
        if hit is not None and (code := self.code(hit)):
            return hit.start, code, False
        for ending in ("'s ", "' "):
            hit = self.by_end.get(start - len(ending)) if self._text.endswith(ending, 0, start) else None
            if hit is not None and (code := self.code(hit)):
                return start, code, True
        return start, None, False

    def code(self, hit: Hit) -> str | None:
        """Return the state that an adjective or a name means."""
        return hit.entry.country if hit.sort == "adjective" or hit.entry.is_state else None

    def state_after(self, end: int) -> tuple[int, str | None]:
        """Return where "of" a state behind this place ends, and its code."""
        match = _OF_STATE.match(self._text, end)
        hit = self.by_start.get(match.end()) if match else None
        if hit is not None and hit.sort == "actor" and (code := self.code(hit)):
            return hit.end, code
        return end, None

    def host(self, hit: Hit) -> str | None:
        """Return the state that an adjective, a name or a capital means."""
        return hit.entry.country if hit.sort == "capital" else self.code(hit)

    def name(self, code: str) -> str:
        """Return the name of a state as it stands inside another."""
        name = self._authority.countries[code].name
        return f"the {name}" if code in pattern_words().articled and not name.startswith("The ") else name

    def body(self, start: int, end: int, name: str, kind: ActorKind, code: str | None) -> Body:
        """Look the body up under its composed name, or as printed with its state."""
        for words in (name, self._text[start:end]):
            owners = self._authority.aliases.get(words, ())
            if len(owners) == 1:
                known = self._authority.actors[owners[0]]
                if known.kind != "person":
                    return Body(start, end, known.name, known.kind, known.country, known.id)
        return Body(start, end, name, kind, code, None)

    @cached_property
    def _bounds(self) -> list[int]:
        return [0, *(start for start, _ in sentences(self._text) if start)]

    @cached_property
    def _named(self) -> list[tuple[int, int, str, bool]]:
        """The states that the text names, by whatever word: ends, starts, codes, whether by a newspaper."""
        return [
            (hit.end, hit.start, code, hit.entry.is_medium) for hit in self._hits if (code := self._any(hit))
        ]

    @cached_property
    def _first(self) -> dict[str, int]:
        """Where each state has been named first."""
        return {code: end for end, _, code, medium in reversed(self._named) if not medium}

    def _between(self, low: int, high: int, sentence: int) -> Iterator[str]:
        """Yield the states of what is named between two places, the last of them if there are many.

        A newspaper tells a state only from where the sentence begins: who reads it quotes all sorts.
        """
        last = bisect_right(self._named, (high + 1,))
        for _, start, code, medium in reversed(self._named[max(0, last - _MANY) : last]):
            if start < low:
                return
            if not medium or start >= sentence:
                yield code

    def within(self, start: int, end: int) -> Iterator[Hit]:
        """Yield the patterns that lie between two places."""
        for number in range(bisect_left(self._starts, start), len(self._hits)):
            hit = self._hits[number]
            if hit.start >= end:
                return
            if hit.end <= end:
                yield hit

    @cached_property
    def _starts(self) -> list[int]:
        return [hit.start for hit in self._hits]

    def _any(self, hit: Hit) -> str | None:
        return hit.entry.country if hit.sort != "short" and len(hit.entry.values) == 1 else None


def fits_form(form: BodyForm, words: str) -> Fits:
    """Return what tells whether a state can have a body of this form under these words."""
    if form.states:
        return form.states.__contains__
    return fits_head(words) or (lambda _: False)


def fits_head(words: str) -> Fits | None:
    """Return what tells the states with ministries from those with departments; None for other bodies."""
    departments = pattern_words().departments
    if "Ministry" in words:
        return lambda code: code not in departments
    return departments.__contains__ if "Department" in words else None
