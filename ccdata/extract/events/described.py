"""States that act through words without a name: "Chinese officials", "a Japanese destroyer", "US-ROK talks".

    described = ADJECTIVE (["and"] ADJECTIVE)* noun        outside titles and names
The state is the actor, by description; the words are the party's text. Another count or article begins
another noun: "Russian bombers and four ...". A state's own name is the names' affair: where they read none
("Sea of Japan"), none is described.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ccdata.authority import load_authority
from ccdata.extract.events.clause import Clause
from ccdata.extract.events.finite import is_finite
from ccdata.extract.events.states import plain_names, states_in
from ccdata.extract.naming import Naming

_HYPHENED = "-"
_MARKS = frozenset({'"', "“"})
_REACH = 4


def described(clause: Clause, namings: Sequence[Naming]) -> Iterator[Naming]:
    """Yield the states that a sentence's adjectives stand for."""
    words = clause.words
    for place, code in states_in(words.texts):
        offset = words.starts[place]
        if words.texts[place] in plain_names() or words.asides[place] in _MARKS or _is_taken(offset, namings):
            continue
        actor = load_authority().states.get(code)
        last = _noun(clause, place + 1) or _chair(clause, place)
        if actor is None or (last is None and _HYPHENED not in words.texts[place]):
            continue
        end = words.ends[last if last is not None and last - place <= _REACH else place]
        yield Naming(
            start=offset, end=end, actor_id=actor, kind="country", country=code, method="description"
        )


def _is_taken(offset: int, namings: Sequence[Naming]) -> bool:
    """Say whether a name or its title stands here."""
    for naming in namings:
        if naming.start <= offset < naming.end:
            return True
        if naming.title and naming.title[0] <= offset < naming.title[1]:
            return True
    return False


def _chair(clause: Clause, place: int) -> int | None:
    """Read `Russian BRICS Chairmanship`: the state that holds the chair acts."""
    there = (p for p in range(place + 1, place + 3) if clause.at(p) in {"chairmanship", "presidency"})
    return next(there, None)


def _noun(clause: Clause, place: int) -> int | None:
    """Return the noun that an adjective belongs to: lower-case words behind it, other adjectives between.

    A make stands for what it names: "Russian Tu-95s".
    """
    last = make = None
    for ahead in range(place, min(place + 6, clause.high)):
        word = clause.row[ahead]
        following = clause.row[ahead + 1]
        if word.lower in {"and", ","} and following.capital:
            continue
        if word.lower in {"and", ","} and "determiners" in following.classes:
            break
        if word.capital:
            if last is None:
                make = ahead if any(map(str.isdigit, word.text)) else make
                continue
            break
        if not word.text[0].isalpha() or "prepositions" in word.classes or is_finite(clause, ahead):
            break
        last = ahead
    return last if last is not None else make
