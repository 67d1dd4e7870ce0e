"""Descriptions of speakers: where they end, and whose words "his account" tells."""

from __future__ import annotations

from ccdata.authority.cues import Noun, Word
from ccdata.extract.quotes.insertions import is_adjective
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.tokens import BREAK, NAME, OWNER, PROPER, QUOTE, Token
from ccdata.extract.quotes.verbs import is_adverb, is_finite, verb_at

_WIDE = 14
_OF = frozenset(
    {"on", "about", "over", "of", "in", "at", "from", "for", "to", "with", "within", "behind", "near", "by"}
)
_CLAUSE = Word.RELATIVE | Word.CONTRAST | Word.CONJUNCTION


def owner_of(phrase: Phrase, tokens: list[Token]) -> Phrase:
    """Return "his" of "his account": what one tells is his own."""
    tells = phrase.noun & (Noun.SPEECH | Noun.DOCUMENT) and not phrase.noun & Noun.PERSON
    own = phrase.last > phrase.first and tokens[phrase.first].word in {"his", "her"}
    return Phrase(phrase.first, phrase.first, ()) if own and tells else phrase


def end_of(token: Token) -> int:
    """Return where a word ends, its possessive ending left out."""
    if token.flags & OWNER and not token.flags & NAME:
        return token.end - (2 if token.word.endswith("'s") else 1)
    return token.end


def _is_participle(tokens: list[Token], place: int) -> bool:
    """Read "briefed" in "a person briefed on the talks"."""
    if place + 1 >= len(tokens) or not tokens[place].word.endswith(("ed", "ing")):
        return False
    if tokens[place].flags & Word.PREPOSITION or verb_at(tokens, place) is not None:
        return False
    following = tokens[place + 1]
    return bool(following.flags & Word.PREPOSITION) and following.word != "to"


def described_to(tokens: list[Token], head: int) -> int:
    """Return where a description ends: "an official | close to the talks", "a clerk | in the embassy"."""
    if tokens[head].flags & PROPER:
        return head
    place = head + 1 + (is_adjective(tokens, head + 1) or _is_participle(tokens, head + 1))
    if place >= len(tokens) or tokens[place].word not in _OF:
        return head
    last = head
    for at in range(place, min(len(tokens), place + _WIDE)):
        behind = tokens[at + 1].flags if at + 1 < len(tokens) else 0
        joins = tokens[at].word == "and" and tokens[at - 1].flags & NAME and behind & NAME
        if joins:
            continue
        if tokens[at].flags & (BREAK | QUOTE | _CLAUSE) or is_finite(tokens, at) or verb_at(tokens, at):
            return last
        if not is_adverb(tokens[at]):
            last = at
    return head
