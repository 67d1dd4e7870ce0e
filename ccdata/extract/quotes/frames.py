"""Frames: what a sentence begins with, or sets between commas, to say whose view it gives.

According to Kim, ... | For Kim, ... | In Kim's words, ... | in the words of Kim | Under the treaty, ...
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Word, load_cues
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.owners import owner_before
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.tokens import COMMA, OWNER, QUOTE, STOP, Token, noun_lemma

_LEAST = 4
_NEAR = 8


def credit_in_front(tokens: list[Token]) -> Link | None:
    """Read what a sentence begins with: "According to NAME," | "For NAME," | "In NAME's view,"."""
    if len(tokens) < _LEAST:
        return None
    if tokens[0].word == "according" and tokens[1].word == "to":
        return with_lemma(phrase_after(tokens, 2), "according to", (0, 1))
    if tokens[0].word in {"for", "to"}:
        return _opinion(tokens)
    if tokens[0].word in {"in", "from", "by"}:
        return own_words(tokens, 0)
    return _rule(tokens) if tokens[0].word == "under" else None


def _rule(tokens: list[Token]) -> Link | None:
    """Read "Under the ordinance, ...": the wording is the document's."""
    found = phrase_after(tokens, 1)
    if found is None or found.is_named or not found.noun & Noun.DOCUMENT or found.last + 1 >= len(tokens):
        return None
    return Link(found, "under", (0, 0)) if tokens[found.last + 1].flags & COMMA else None


def _opinion(tokens: list[Token]) -> Link | None:
    """Read "For NAME, ...": a person's view."""
    found = phrase_after(tokens, 1)
    if found is None or not found.is_named or found.last + 1 >= len(tokens):
        return None
    person = all(naming.kind == "person" for naming in found.namings)
    place = found.last + 1
    if tokens[place].flags & Word.PREPOSITION:
        place = next(
            (at for at in range(place, min(len(tokens), place + _NEAR)) if tokens[at].flags & COMMA), place
        )
    return Link(found, None, None) if person and tokens[place].flags & COMMA else None


def own_words(tokens: list[Token], place: int) -> Link | None:
    """Read "in NAME's words" or "in the words of NAME" that begins at `place`."""
    own = load_cues().own
    for at in range(place + 1, min(place + _NEAR, len(tokens))):
        token = tokens[at]
        if token.flags & (COMMA | STOP | QUOTE):
            return None
        if token.word not in own:
            continue
        if at + 1 < len(tokens) and tokens[at + 1].word == "of":
            return with_lemma(phrase_after(tokens, at + 2), noun_lemma(token), (at, at))
        owner = owner_before(tokens, at) or _unknown_owner(tokens, at - 1)
        if owner is not None and owner.may_speak:
            return Link(owner, noun_lemma(token), (at, at), implicit=True, adjacent=True)
    return None


def _unknown_owner(tokens: list[Token], at: int) -> Phrase | None:
    """Return an owner whom nobody resolved: "in Vail's view"."""
    return Phrase(at, at, (), Noun.PERSON) if tokens[at].flags & OWNER and tokens[at].is_capital else None


def with_lemma(found: Phrase | None, lemma: str, cue: tuple[int, int]) -> Link | None:
    """Return the link that a phrase and a fixed cue make; "according to" takes any source."""
    if found is None or not (found.may_speak or (lemma == "according to" and found.last > found.first)):
        return None
    return Link(found, lemma, cue, adjacent=True)
