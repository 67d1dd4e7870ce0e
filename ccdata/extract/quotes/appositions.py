"""The phrase before an insertion that ends at a comma: "Kim, who had just landed, said".

NAME "," description "," VERB                  the name
description "," NAME "," VERB                  the name inside
NAME "," description "," "which ..." "," VERB  the name that the description stands beside
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Word
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_before import phrase_before
from ccdata.extract.quotes.tokens import COMMA, DASH, NAME, OWNER, PROPER, SEMICOLON, STOP, Token

_REACH = 45
_INSERTIONS = 6
_ALONE = 2
_FULL_NAME = 4


def over_insertion_before(tokens: list[Token], comma: int, *, sure: bool) -> Phrase | None:
    """Return the phrase before an insertion that ends at this comma, or the bare name inside it.

    Before a `sure` verb of saying any described one counts: "The center, which advises nobody, noted".
    """
    seen = 0
    for place in range(comma - 1, max(0, comma - _REACH), -1):
        if tokens[place].flags & (SEMICOLON | STOP):
            return None
        if not tokens[place].flags & (COMMA | DASH):
            continue
        seen += 1
        found = phrase_before(tokens, place - 1, subject=True)
        if found is not None and (found.may_speak or (sure and _is_described(tokens, found))):
            return _described_by(tokens, found) or _beside(tokens, found, place, comma)
        if seen >= _INSERTIONS:
            return None
    return None


def _described_by(tokens: list[Token], found: Phrase) -> Phrase | None:
    """Return the name that a description stands beside: "NAME, chairman of the bank, who ..., said"."""
    if found.is_named or found.first < _ALONE or not tokens[found.first - 1].flags & COMMA:
        return None
    named = tokens[found.first - _ALONE]
    if not named.flags & NAME or named.flags & OWNER or named.namings[0].kind != "person":
        return None
    return Phrase(found.first - _ALONE, found.first - _ALONE, named.namings, Noun.PERSON)


def _is_described(tokens: list[Token], found: Phrase) -> bool:
    opening = tokens[found.first].flags & (Word.DETERMINER | Word.POSSESSIVE)
    return bool(opening) and found.last > found.first


def _beside(tokens: list[Token], found: Phrase, opening: int, closing: int) -> Phrase:
    """Prefer a bare name between the commas to the description before them."""
    name = tokens[opening + 1]
    inside = tokens[opening + 1 : closing]
    if not found.is_named and 1 < len(inside) <= _FULL_NAME and all(t.flags & PROPER for t in inside):
        return Phrase(opening + 1, closing - 1, (), Noun.PERSON)
    if not name.flags & NAME or name.flags & OWNER:
        return found
    if not found.is_named and tokens[opening + _ALONE].flags & Word.PREPOSITION:
        return Phrase(found.first, opening + 1, name.namings, Noun.PERSON)  # "One expert, NAME of the bank,"
    if closing != opening + _ALONE:
        return found
    described = tokens[opening - 1]
    if not found.is_named or (described.noun & Noun.PERSON and not described.flags & NAME):
        return Phrase(found.first, opening + 1, (*found.namings, *name.namings), Noun.PERSON)
    return found
