"""Whose noun it is: "Kim's words", "his answer", "a statement by Kim", "the ASEAN statement"."""

from __future__ import annotations

from ccdata.authority.cues import Noun, Word, load_cues
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.phrases_before import follows_preposition
from ccdata.extract.quotes.tokens import (
    BREAK,
    COMMA,
    NAME,
    OWNER,
    PRONOUN,
    PROPER,
    QUOTE,
    SEMICOLON,
    STOP,
    WORD,
    Token,
)
from ccdata.extract.quotes.verbs import is_finite

_NEAR = 8
_SEGMENT = 12
_MODIFIED = 5
_MODIFIERS = frozenset({"press", "news", "white", "position", "policy", "fact"})
_STOPS = QUOTE | Word.PREPOSITION | Word.CONJUNCTION | Word.DETERMINER | (BREAK & ~COMMA)


def document_owner(tokens: list[Token], at: int) -> Phrase | None:
    """Return who issued a document or uttered words: its owner, "by NAME", "from NAME", a name before it.

    A capital makes the place part of its title: "the Lima Declaration" is nobody's in particular.
    """
    owner = owner_before(tokens, at)
    if owner is not None:
        return owner
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if behind in {"by", "from", "of"}:
        found = phrase_after(tokens, at + 2)
        if found is not None and found.is_named and _is_source(tokens, at, found):
            return found
    name = at - 1
    while name > 0 and tokens[name].word in _MODIFIERS:
        name -= 1
    if name < 0 or not tokens[name].flags & NAME or tokens[name].flags & PRONOUN:
        return None
    titled = tokens[at].is_capital and any(naming.kind == "country" for naming in tokens[name].namings)
    return None if titled else Phrase(name, at, tokens[name].namings, tokens[at].noun)


def printer_of(tokens: list[Token], at: int) -> Phrase | None:
    """Return the medium that prints a piece: "an editorial in the (daily) NAME"."""
    if at + 1 >= len(tokens) or tokens[at + 1].word != "in":
        return None
    return medium_after(tokens, at + 2)


def medium_after(tokens: list[Token], place: int) -> Phrase | None:
    """Read "(the weekly) NAME (and NAME)" of media."""
    for at in range(place, min(len(tokens), place + _MODIFIED)):
        if _is_medium(tokens, at):
            joined = at + 1 < len(tokens) and tokens[at + 1].word == "and"
            other = medium_after(tokens, at + 2) if joined else None
            namings = (*tokens[at].namings, *(other.namings if other else ()))
            return Phrase(at, other.last if other else at, namings, Noun.PERSON)
        if at > place and tokens[at].flags & PROPER and tokens[at - 1].word in load_cues().media:
            return Phrase(at, at, (), Noun.PERSON)
        if not tokens[at].flags & WORD or tokens[at].flags & (Word.PREPOSITION | Word.POSSESSIVE):
            return None
    return None


def _is_medium(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    own = token.flags & NAME and not token.flags & OWNER
    return bool(own) and all(naming.kind == "media" for naming in token.namings)


def _is_source(tokens: list[Token], at: int, found: Phrase) -> bool:
    """Say whether "of NAME" names the source: "the words of Kim", "the suggestion of Kim that"."""
    if tokens[at + 1].word != "of" or tokens[at].noun & Noun.OF:
        return True
    bodies = all(naming.kind not in {"country", "person"} for naming in found.namings)
    if tokens[at].noun & Noun.DOCUMENT and bodies:  # "a memorandum of the Research Service"
        return True
    return found.last + 1 < len(tokens) and tokens[found.last + 1].word == "that"


def owner_before(tokens: list[Token], noun: int) -> Phrase | None:
    """Return the owner of a noun: "Kim's (recent, much-noted) WORDS", "his WORDS"."""
    for place in range(noun - 1, max(-1, noun - _NEAR), -1):
        token = tokens[place]
        if token.flags & NAME:
            return _owners(tokens, place) if token.flags & OWNER else None
        if token.word == "whose":
            return _whose(tokens, place)
        if token.flags & Word.POSSESSIVE and not token.flags & Word.RELATIVE:
            return Phrase(place, place, (), Noun.PERSON)
        if token.flags & OWNER and (found := _described_owner(tokens, place, noun)) is not None:
            return found
        if token.flags & _STOPS or is_finite(tokens, place):
            return None
    return None


def _described_owner(tokens: list[Token], place: int, noun: int) -> Phrase | None:
    """Return an owner described or of no known name: "the envoy's", "Das's only comment"."""
    token = tokens[place]
    if token.noun & (Noun.PERSON | Noun.DOCUMENT):
        return Phrase(_first_of(tokens, place), place, (), token.noun)
    if not token.flags & PROPER or not _is_close(tokens, place, noun):
        return None
    first = place
    while first and tokens[first - 1].flags & PROPER:
        first -= 1
    return Phrase(first, place, (), Noun.PERSON)


def _is_close(tokens: list[Token], place: int, noun: int) -> bool:
    """Say whether an unknown owner stands right before the noun, or one adjective before it."""
    return place == noun - 1 or (place == noun - 2 and tokens[noun - 1].word != "own")


def _whose(tokens: list[Token], place: int) -> Phrase | None:
    """Return whom "whose" refers to: NAME "," "whose", or NAME "," description "," "whose"."""
    for at in range(place - 1, max(-1, place - _SEGMENT), -1):
        token = tokens[at]
        if token.flags & NAME and not token.flags & OWNER and (at == place - 2 or _ends_at(tokens, at)):
            return Phrase(at, at, token.namings, Noun.PERSON)
        if token.flags & (QUOTE | SEMICOLON | STOP):
            return None
    return None


def _ends_at(tokens: list[Token], at: int) -> bool:
    """Say whether a comma or "whose" follows the name."""
    return bool(tokens[at + 1].flags & COMMA) or tokens[at + 1].word == "whose"


def _first_of(tokens: list[Token], place: int) -> int:
    """Return where the description that ends at `place` begins."""
    while place > 0 and tokens[place - 1].flags & WORD and not tokens[place - 1].flags & Word.PREPOSITION:
        place -= 1
        if tokens[place].flags & (Word.DETERMINER | Word.POSSESSIVE):
            break
    return place


def _owners(tokens: list[Token], place: int) -> Phrase:
    """Return the owner and whoever owns with him: "Kim and Moon's"."""
    token = tokens[place]
    joined = place > 1 and tokens[place - 1].word == "and" and tokens[place - 2].flags & NAME
    if joined and not follows_preposition(tokens, place - 2):
        other = tokens[place - 2]
        return Phrase(place - 2, place, (*other.namings, *token.namings), Noun.PERSON)
    return Phrase(place, place, token.namings, Noun.PERSON)


def owner_of_segment(tokens: list[Token], comma: int) -> Phrase | None:
    """Return the owner of the work or statement that a participle behind a comma describes."""
    if not tokens[comma].flags & COMMA:
        return None
    for at in range(comma - 1, max(-1, comma - _SEGMENT), -1):
        if is_finite(tokens, at) or tokens[at].flags & (COMMA | SEMICOLON | QUOTE | STOP):
            return None
        if tokens[at].noun & (Noun.DOCUMENT | Noun.WORK) and not tokens[at].flags & NAME:
            return document_owner(tokens, at)
    return None
