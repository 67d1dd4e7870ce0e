"""The phrase that stands behind a verb or a preposition: "said Defence Minister Kim and his counterpart"."""

from __future__ import annotations

from ccdata.authority.cues import Noun, Word
from ccdata.extract.quotes.lists import joins_list
from ccdata.extract.quotes.phrase import Phrase, headed, together
from ccdata.extract.quotes.tokens import (
    ADVERB,
    BREAK,
    COMMA,
    NAME,
    OWNER,
    PRONOUN,
    PROPER,
    QUOTE,
    STOP,
    WORD,
    Token,
)
from ccdata.extract.quotes.verbs import is_finite, verb_at

_WIDE = 14
_CLAUSE = Word.RELATIVE | Word.CONTRAST
_CLOSED = Word.DETERMINER | Word.ADVERB | Word.PREPOSITION | Word.CONJUNCTION
_FULL_NAME = 4


def phrase_after(tokens: list[Token], first: int) -> Phrase | None:
    """Return the phrase or group that begins at `first`: "Defence Minister Kim and his counterpart"."""
    found = _one_after(tokens, first)
    if found is None:
        return None
    group = [found]
    while (following := _next_member(tokens, group[-1])) is not None:
        group.append(following)
    return together(group)


def _one_after(tokens: list[Token], first: int) -> Phrase | None:
    place = first
    while place < len(tokens) and place - first < _WIDE:
        token = tokens[place]
        if place > first and token.flags & PRONOUN:
            break
        if token.flags & NAME and not token.flags & OWNER and not _qualifies(tokens, place):
            return Phrase(place, place, token.namings, Noun.PERSON)
        if token.flags & (BREAK | QUOTE | Word.PREPOSITION | Word.CONJUNCTION | _CLAUSE | Word.SUBORDINATOR):
            break
        if place > first and (token.flags & ADVERB or is_finite(tokens, place)):
            break
        place += 1
    return _described_after(tokens, first, place - 1)


def _qualifies(tokens: list[Token], place: int) -> bool:
    """Say whether a state's or body's name only qualifies the noun behind it: "US officials"."""
    if place + 1 >= len(tokens):
        return False
    if tokens[place].namings[0].kind in {"person", "igo"}:
        return _is_his(tokens, place + 1)
    heads = (token.noun for token in tokens[place + 1 : place + 4] if token.flags & WORD)
    behind = tokens[place + 1]
    noun = (
        behind.flags & WORD
        and not behind.flags & (Word.PREPOSITION | Word.CONJUNCTION | Word.DETERMINER)
        and not behind.flags & ADVERB
    )
    return bool(noun) and verb_at(tokens, place + 1) is None and any(n & Noun.PERSON for n in heads)


def _is_his(tokens: list[Token], place: int) -> bool:
    """Say whether a noun of persons follows a name: "the Kim campaign", "Kim aides"."""
    token = tokens[place]
    own = token.noun & Noun.PERSON and token.flags & WORD and not token.flags & (_CLOSED | NAME)
    return bool(own) and not token.is_capital and verb_at(tokens, place) is None


def _described_after(tokens: list[Token], first: int, head: int) -> Phrase | None:
    """Return a description, or the name that stands beside it between commas."""
    if head < first:
        return None
    unknown = _name_beside(tokens, head)
    if unknown is not None and tokens[head].noun & Noun.PERSON:
        return unknown
    name = head + 2
    beside = name < len(tokens) and tokens[head + 1].flags & COMMA and tokens[name].flags & NAME
    behind = tokens[name + 1].flags if name + 1 < len(tokens) else STOP
    beside = beside and bool(behind & (BREAK | Word.CONJUNCTION | Word.PREPOSITION))
    if beside and not tokens[name].flags & OWNER and tokens[head].noun & Noun.PERSON:
        return Phrase(first, name, tokens[name].namings, Noun.PERSON)
    return headed(tokens, first, head)


def _name_beside(tokens: list[Token], head: int) -> Phrase | None:
    """Return a name that nobody resolved, between commas behind a description: "a guard, Ann Lee, said"."""
    if head + 2 >= len(tokens) or not tokens[head + 1].flags & COMMA:
        return None
    last = head + 1
    while last + 1 < len(tokens) and tokens[last + 1].flags & PROPER and last - head <= _FULL_NAME:
        last += 1
    closed = last > head + 1 and (last + 1 >= len(tokens) or tokens[last + 1].flags & (COMMA | STOP))
    return Phrase(head + 2, last, (), Noun.PERSON) if closed else None


def _next_member(tokens: list[Token], last: Phrase) -> Phrase | None:
    """Return the next member of a group; a name that has a verb of its own is none."""
    place = last.last + 1
    if place + 1 >= len(tokens) or not last.is_named:
        return None
    if tokens[place].flags & COMMA and not joins_list(tokens, place):
        return None
    if tokens[place].flags & COMMA and tokens[place + 1].word == "and":
        place += 1
    if not tokens[place].flags & COMMA and tokens[place].word != "and":
        return None
    found = _one_after(tokens, place + 1)
    if found is None or not found.is_named:
        return None
    behind = found.last + 1
    if behind < len(tokens) and (is_finite(tokens, behind) or verb_at(tokens, behind) is not None):
        return None
    return found
