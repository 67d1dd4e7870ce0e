"""One pass over a text for everything that has a fixed form: names, adjectives, capitals, bodies.

Aho-Corasick finds all matches, overlapping; those that cut a word are left out; of the rest the
leftmost and longest stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick

from ccdata.authority import Authority, Country
from ccdata.authority.folding import fold
from ccdata.authority.names import eastern_surnames, name_words
from ccdata.authority.patterns import BodyForm, pattern_words
from ccdata.extract.names.damage import Nearest
from ccdata.records.terms import ActorKind

Sort = Literal["person", "short", "actor", "adjective", "capital", "seat", "form", "lookalike"]
_HALF = re.compile(r"(?<=[Tt]he )(North|South)(?='s |[,.;:)]| (?!of |and )[a-z]|$)")
_SHORT = re.compile(r"(?:[A-Z]\.?){2,4}")
_BODY_WORDS = 3
_RANK = {
    sort: rank
    for rank, sort in enumerate(
        ("lookalike", "person", "actor", "form", "adjective", "capital", "seat", "short")
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a pattern stands for: actors (by id), a state (by alpha-3 code), or a form of body."""

    sort: Sort
    values: tuple[str, ...]
    form: BodyForm | None
    country: str | None
    """The state that the words stand for, or that the actor belongs to."""
    is_state: bool
    """Whether it is the name of a state."""
    is_body: bool
    """Whether it is an actor, and neither a state nor surely a person."""
    is_town: bool
    """Whether it is the name of a state that is also a town, in which others meet: Singapore."""
    is_medium: bool
    """Whether it is a newspaper, an agency, a channel."""
    is_short: bool
    """Whether it is an abbreviation: "U.S."."""
    is_guarded: bool
    """Whether it counts only behind "the": "the West"."""


class Hit(NamedTuple):
    """A pattern at a place of a folded text."""

    start: int
    end: int
    entry: Entry
    sort: Sort
    """What kind of pattern it is."""


class Index:
    """All patterns of an authority in one automaton."""

    def __init__(self, authority: Authority) -> None:
        entries = _entries(authority)
        self._entries = [entries[name] for name in sorted(entries)]
        self._automaton = AhoCorasick(sorted(entries))
        self._halves = {
            code: _entry("", "actor", (authority.states[code],), kind="country", country=code)
            for code in ("PRK", "KOR")
            if code in authority.states
        }
        self.persons = Nearest(name for name, entry in entries.items() if entry.sort == "person")
        """Full names, for damaged ones."""
        self.states = Nearest(fold(name) for c in authority.countries.values() for name in c.names)
        """Names of states, for damaged ones."""
        self.bodies = Nearest(name for name, entry in entries.items() if _is_long_body(name, entry))
        """Long names of bodies, for damaged ones."""
        self.given = frozenset(_given_names(authority)) | name_words().first
        """Given names that stand first, as far as the authority has them."""
        families = frozenset(fold(k.family_name) for k in authority.actors.values() if k.family_name)
        self.family_first = families | eastern_surnames()
        """Family names that may stand first: those of the authority, and those of states where they do."""

    def find(self, text: str, parties: Sequence[str] = ()) -> list[Hit]:
        """Return the matches in order, none of them inside a word or inside another.

        In an article on both Koreas "the North" and "the South" are theirs.
        """
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        if not found:
            hits: list[Hit] = []
        else:
            hits = self._longest(sorted([(s, -e, n) for n, s, e in found if _whole(text, s, e)]))
        return self._with_halves(text, hits) if self._halves.keys() <= {*parties} else hits

    def _longest(self, matches: Iterable[tuple[int, int, int]]) -> list[Hit]:
        """Keep the first and longest where matches meet; they come as (start, -end, number), in order."""
        hits, last = [], 0
        for start, end, number in matches:
            if start >= last:
                entry, last = self._entries[number], -end
                hits.append(Hit(start, last, entry, entry.sort))
        return hits

    def _with_halves(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Add "the North" and "the South" where nothing else stands."""
        taken = {place for hit in hits for place in (hit.start, hit.end)}
        added = []
        for match in _HALF.finditer(text) if self._halves else ():
            if match.end() not in taken and match.start(1) not in taken:
                entry = self._halves["PRK" if match[1] == "North" else "KOR"]
                added.append(Hit(match.start(1), match.end(), entry, "actor"))
        return sorted([*hits, *added])


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether a match cuts no word: "US" not in "USS", "US$", "Xi" not in "Xi'an"."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before != " " and (before.isalnum() or before == "_"):
        return False
    if behind in ("", " ", ","):
        return True
    if behind == "'":
        return not (end + 2 < len(text) and text[end + 1].isalnum() and text[end + 2].isalnum())
    return not behind.isalnum() and behind not in "_$"


def _is_long_body(name: str, entry: Entry) -> bool:
    return entry.sort == "actor" and name.count(" ") >= _BODY_WORDS - 1


def _given_names(authority: Authority) -> Iterator[str]:
    for known in authority.actors.values():
        words = fold(known.name).split()
        if known.family_name and words[-1] == fold(known.family_name).split()[-1] and len(words[0]) > 2:  # noqa: PLR2004
            yield words[0]
            yield from name_words().nicknames.get(words[0], ())


@lru_cache(maxsize=4)
def index_of(authority: Authority) -> Index:
    """Return the index of an authority, made once."""
    return Index(authority)


def _entries(authority: Authority) -> dict[str, Entry]:
    """Gather the patterns; where two claim the same words, the first in rank keeps them."""
    entries: dict[str, Entry] = {}
    for words, entry in _all(authority):
        held = entries.get(words)
        if held is None or _RANK[entry.sort] < _RANK[held.sort]:
            entries[words] = entry
    return entries


def _all(authority: Authority) -> Iterator[tuple[str, Entry]]:
    for words, owners in authority.aliases.items():
        person, first = all(authority.actors[o].kind == "person" for o in owners), authority.actors[owners[0]]
        sort: Sort = "person" if person else "actor"
        yield words, _entry(words, sort, owners, kind=first.kind, country=first.country)
    for words, owners in authority.shorts.items():
        if " " in words:
            yield words, _entry(words, "short", owners)
    for country in authority.countries.values():
        yield from _of_country(country)
    for form in pattern_words().bodies:
        for words in form.forms:
            yield words, _entry(words, "form", form=form)
    for words in pattern_words().lookalikes:
        yield words, _entry(words, "lookalike")


def _of_country(country: Country) -> Iterator[tuple[str, Entry]]:
    code = country.alpha3
    for words in map(fold, (*country.adjectives, *country.demonyms)):
        yield words, _entry(words, "adjective", (code,), country=code)
    for words in map(fold, country.capitals if country.cow else ()):
        yield words, _entry(words, "capital", (code,), country=code)
    for words in map(fold, country.metonyms):
        yield words, _entry(words, "seat", (code,), country=code)


def _entry(
    words: str,
    sort: Sort,
    values: tuple[str, ...] = (),
    *,
    form: BodyForm | None = None,
    kind: ActorKind | None = None,
    country: str | None = None,
) -> Entry:
    """Say all of a pattern that its words and its first owner tell."""
    is_state = sort == "actor" and kind == "country"
    return Entry(
        sort=sort,
        values=values,
        form=form,
        country=country,
        is_state=is_state,
        is_body=sort == "actor" and not is_state,
        is_town=is_state and country in pattern_words().cities,
        is_medium=kind == "media",
        is_short=_SHORT.fullmatch(words) is not None,
        is_guarded=words in pattern_words().guarded,
    )
