"""The state that the words of a phrase tell: "Nigerian police", "Bank of Japan", "Taliban fighters".

phrase = STATE word* | word* GROUP word* ADJECTIVE word* | word+ "of" STATE | (TOWN | INSTITUTION) GROUP+
       | GROUP+ "of" TOWN

Of two states the first acts where a preposition leads to the second: "Chinese embassy in Japan". A
phrase that names an organisation of several states is no state's; look-alikes are passed over ("Indian
Ocean"). Words that people bear as names ("Jordan") count only beside a word for a group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ccdata.authority.gazetteer import Sense, gazetteer

_STRONG = ("state", "adjective")
_WITHIN = frozenset({"of", "in", "from", "for"})
_SHORTEST = 4
Senses = tuple[Sense, ...]


class _Piece(NamedTuple):
    """Words of a phrase that tell a state, at their place; `country` is null for several states' bodies."""

    start: int
    end: int
    basis: str
    countries: frozenset[str | None]


def phrase_senses(words: Sequence[str]) -> Senses:
    """Return the state that a phrase tells; two where it names two; nothing where it tells none."""
    pieces = [*_pieces(words)]
    strong = [piece for piece in pieces if piece.basis in _STRONG or None in piece.countries]
    if strong:
        return _of_states(words, strong)
    weak = next((piece for piece in pieces if _is_whose(words, piece)), None)
    return _senses(weak) if weak else ()


def _of_states(words: Sequence[str], pieces: Sequence[_Piece]) -> Senses:
    """Judge the states named: one, or the first that acts abroad; of "Iraqi Kurds" the one in common."""
    common = frozenset.intersection(*(piece.countries for piece in pieces))
    first = pieces[0]._replace(countries=common or pieces[0].countries)
    others = [piece for piece in pieces[1:] if not common and piece.countries != first.countries]
    if others:
        between = words[first.end : others[0].start]
        if not gazetteer().outward.intersection(between):
            return tuple(sense for piece in pieces for sense in _senses(piece))
    return _senses(first) if _is_licensed(words, first) else ()


def _senses(piece: _Piece) -> Senses:
    return tuple(Sense("grammar", country) for country in sorted(piece.countries, key=str))


def _is_licensed(words: Sequence[str], piece: _Piece) -> bool:
    """Say whether the words around a state make the whole its own."""
    known = gazetteer()
    rest = [*words[: piece.start], *words[piece.end :]]
    grouped = any(word in known.people for word in rest)
    if None in piece.countries:
        return True
    if piece.start == 0:
        return bool(rest) and (grouped or words[0] not in known.borne)
    if piece.basis == "adjective":
        return grouped
    if words[piece.start - 1] in _WITHIN:
        return piece.start > 1
    return grouped and words[piece.start] not in known.borne and words[piece.start - 1] not in known.outward


def _is_whose(words: Sequence[str], piece: _Piece) -> bool:
    """Say whether all words beside a town or an institution are words of groups and bodies."""
    known = gazetteer()
    rest = [*words[: piece.start], *words[piece.end :]]
    led = piece.start == 0 or words[piece.start - 1] == "of"
    return led and bool(rest) and all(word in known.people for word in rest)


def _pieces(words: Sequence[str]) -> Iterator[_Piece]:
    """Yield the words that tell a state, the longest at each place; look-alikes are passed over."""
    place = 0
    while place < len(words):
        piece, size = _piece(words, place)
        if piece is not None:
            yield piece
        place += size


def _piece(words: Sequence[str], place: int) -> tuple[_Piece | None, int]:
    """Return what begins at a place, and how many words are read."""
    known = gazetteer()
    if words[place] in known.several:
        return _Piece(place, place + 1, "actor", frozenset({None})), 1
    for size in range(min(known.longest, len(words) - place), 0, -1):
        key = " ".join(words[place : place + size])
        if key in known.lookalikes:
            return None, size
        senses = known.senses.get(key, ())
        if senses and senses[0].basis != "person" and (len(key) >= _SHORTEST or senses[0].basis in _STRONG):
            countries = frozenset(sense.country for sense in senses)
            return _Piece(place, place + size, senses[0].basis, countries), size
    return None, 1
