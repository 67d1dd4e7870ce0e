"""A noun phrase and its head: a name, a noun, a name that nobody resolved.

The head decides: in "Kan's spokesman" it is the spokesman, in "the director of the center" the director.
"""

from __future__ import annotations

from typing import NamedTuple

from ccdata.authority.cues import Noun, Word, load_cues
from ccdata.extract.naming import Naming
from ccdata.extract.quotes.tokens import COMMA, NAME, OWNER, PROPER, WORD, Token

_REACH = 40


class Phrase(NamedTuple):
    """A noun phrase: its tokens `[first, last]`, the names its head stands for, else its head noun's bits."""

    first: int
    last: int
    namings: tuple[Naming, ...]
    noun: int = 0

    @property
    def is_named(self) -> bool:
        """Say whether the head is a name or a reference that was resolved."""
        return bool(self.namings)

    @property
    def may_speak(self) -> bool:
        """Say whether it can have words of its own: a name, a person, a document."""
        return self.is_named or bool(self.noun & (Noun.PERSON | Noun.DOCUMENT))


def headed(tokens: list[Token], first: int, head: int) -> Phrase | None:
    """Return the phrase `[first, head]` by its head."""
    head = _before_adjective(tokens, first, head)
    states = _states_of(tokens, head) or _medium_of(tokens, first, head)
    if states:
        return Phrase(first, head, states, Noun.PERSON)
    token = tokens[head]
    if token.flags & NAME and not token.flags & OWNER:
        return Phrase(head, head, token.namings, Noun.PERSON)
    if token.flags & OWNER or not token.flags & WORD:
        return None
    if token.flags & PROPER:
        return unresolved(tokens, first, head)
    if token.flags & (Word.SUBJECT | Word.DETERMINER) and head == first:
        return Phrase(first, head, (), Noun.PERSON)
    return Phrase(first, head, (), token.noun)


def _before_adjective(tokens: list[Token], first: int, head: int) -> int:
    """Return the person of "a person familiar with": the head stands before its adjective."""
    token = tokens[head]
    behind = tokens[head + 1].flags if head + 1 < len(tokens) else 0
    if head > first and token.flags & WORD and not token.noun and behind & Word.PREPOSITION:
        left = tokens[head - 1]
        person = (
            left.noun & Noun.PERSON
            and left.word not in load_cues().attributive
            and not left.flags & (NAME | OWNER)
        )
        return head - 1 if person else head
    return head


def unresolved(tokens: list[Token], first: int, head: int) -> Phrase:
    """Return a name that nobody resolved: the capitalised words at the phrase's end."""
    start = head
    while start > first and _is_in_name(tokens, start - 1):
        start -= 1
    return Phrase(start, head, (), Noun.PERSON)


def _is_in_name(tokens: list[Token], at: int) -> bool:
    """Say whether a word is part of a name: no list knows it, or its capital says so ("Bill Haskins")."""
    token = tokens[at]
    if token.flags & OWNER:
        return False
    small = Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION
    named = token.is_capital and at > 0 and not token.noun & Noun.PERSON and not token.flags & (small | NAME)
    return bool(token.flags & PROPER) or named


def _medium_of(tokens: list[Token], first: int, head: int) -> tuple[Naming, ...]:
    """Return the medium of "the official NAME news agency", "the NAME daily"."""
    name = head - 1 - (tokens[head - 1].word == "news")
    if tokens[head].word not in load_cues().media or name < first:
        return ()
    own = tokens[name].flags & NAME and not tokens[name].flags & OWNER
    return tokens[name].namings if own and tokens[name].namings[0].kind == "media" else ()


def _states_of(tokens: list[Token], head: int) -> tuple[Naming, ...]:
    """Return the states of "foreign ministers of China, Japan, and Korea": they stand for their ministers."""
    if not tokens[head].noun & Noun.PERSON or not tokens[head].word.endswith("s") or head + 2 >= len(tokens):
        return ()
    if tokens[head + 1].word != "of":
        return ()
    found: list[Naming] = []
    for token in tokens[head + 2 : head + 2 + _REACH]:
        if token.flags & NAME and not token.flags & OWNER and token.namings[0].kind == "country":
            found.extend(token.namings)
        elif not token.flags & (COMMA | Word.DETERMINER | Word.CONJUNCTION):
            break
    return tuple(found) if len(found) > 1 else ()


def together(phrases: list[Phrase]) -> Phrase:
    """Join a group: all that are named; without a name the group as it is described."""
    if len(phrases) == 1:
        return phrases[0]
    namings = tuple(dict.fromkeys(naming for phrase in phrases for naming in phrase.namings))
    noun = 0
    for phrase in phrases:
        noun |= phrase.noun
    return Phrase(phrases[0].first, phrases[-1].last, namings, noun)
