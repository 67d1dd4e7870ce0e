"""Whose noun it is: "Kim's words", "his answer", "a statement by Kim", "the ASEAN statement"."""

from __future__ import annotations

from ccdata.authority.cues import Noun, Word
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.phrases_before import follows_preposition
from ccdata.extract.quotes.tokens import (
    BREAK,
    COMMA,
    NAME,
    OWNER,
    PRONOUN,
    QUOTE,
    SEMICOLON,
    STOP,
    WORD,
    Token,
)
from ccdata.extract.quotes.verbs import is_finite

_NEAR = 8
_SEGMENT = 12
_STOPS = QUOTE | Word.PREPOSITION | Word.CONJUNCTION | Word.DETERMINER | (BREAK & ~COMMA)


def document_owner(tokens: list[Token], at: int) -> Phrase | None:
    """Return who issued a document or uttered words: its owner, "by NAME", "from NAME", a name before it."""
    owner = owner_before(tokens, at)
    if owner is not None:
        return owner
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    of = behind == "of" and tokens[at].noun & Noun.OF
    if of or behind in {"by", "from"}:
        found = phrase_after(tokens, at + 2)
        if found is not None and found.is_named:
            return found
    if behind == "of":
        found = phrase_after(tokens, at + 2)
        last = found.last + 1 if found is not None else len(tokens)
        if found is not None and found.is_named and last < len(tokens) and tokens[last].word == "that":
            return found
    if at and tokens[at - 1].flags & NAME and not tokens[at - 1].flags & PRONOUN:
        return Phrase(at - 1, at, tokens[at - 1].namings, tokens[at].noun)
    return None


def owner_before(tokens: list[Token], noun: int) -> Phrase | None:
    """Return the owner of a noun: "Kim's (recent, much-noted) WORDS", "his WORDS"."""
    for place in range(noun - 1, max(-1, noun - 8), -1):
        token = tokens[place]
        if token.flags & NAME:
            if token.flags & OWNER:
                return _owners(tokens, place)
            return None
        if token.flags & Word.POSSESSIVE and not token.flags & Word.RELATIVE:
            return Phrase(place, place, (), Noun.PERSON)
        if token.flags & OWNER and token.noun & (Noun.PERSON | Noun.DOCUMENT):
            first = place
            while (
                first > 0
                and tokens[first - 1].flags & WORD
                and not tokens[first - 1].flags & Word.PREPOSITION
            ):
                first -= 1
                if tokens[first].flags & (Word.DETERMINER | Word.POSSESSIVE):
                    break
            return Phrase(first, place, (), token.noun)
        if token.flags & (BREAK | QUOTE | Word.PREPOSITION | Word.CONJUNCTION | Word.DETERMINER) and not (
            token.flags & COMMA
        ):
            return None
        if is_finite(tokens, place):
            return None
    return None


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
