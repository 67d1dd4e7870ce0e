"""What may stand between a speaker and his verb: "(title)", ", who ...,", "of the bank", "close to it"."""

from __future__ import annotations

from ccdata.authority.cues import Word
from ccdata.extract.quotes.tokens import ADVERB, CLOSE, COMMA, LY, OPEN, QUOTE, SEMICOLON, STOP, WORD, Token
from ccdata.extract.quotes.verbs import AUXILIARY, FINITE_AUXILIARY, before_adverbs, verb_at

_HOP = 16


def skip_parenthesis(tokens: list[Token], place: int) -> int:
    """Return the index behind a parenthesis that opens at `place`."""
    if place < len(tokens) and tokens[place].flags & OPEN:
        for at in range(place + 1, min(len(tokens), place + 40)):
            if tokens[at].flags & CLOSE:
                return at + 1
    return place


def over_insertion(tokens: list[Token], place: int) -> int:
    """Step over "(title)", ", who ...,", "of the ministry", adverbs and "has", "would"."""
    place = skip_parenthesis(tokens, place)
    if is_adjective(tokens, place):
        place += 1
    if place + 1 < len(tokens) and tokens[place].flags & COMMA:
        if verb_at(tokens, place + 1) is not None:
            return place + 1
        for at in range(place + 1, min(len(tokens), place + 1 + _HOP)):
            if tokens[at].flags & (STOP | QUOTE | SEMICOLON):
                return place
            if tokens[at].flags & COMMA:
                place = at + 1
                break
    elif place < len(tokens) and tokens[place].flags & (Word.PREPOSITION | Word.RELATIVE):
        place = _over_clause(tokens, place)
    helping = Word.HAVE | Word.MODAL | ADVERB
    while place < len(tokens) and tokens[place].flags & helping:
        place += 1
    return place


def _over_clause(tokens: list[Token], place: int) -> int:
    """Step over "in the embassy", "who asked not to be named": to the first verb that is not of "who"."""
    owed = 0
    for at in range(place, min(len(tokens), place + _HOP)):
        if tokens[at].flags & (STOP | QUOTE | COMMA | SEMICOLON):
            return place
        owed += tokens[at].word == "who"
        if _is_finite_cue(tokens, at):
            if not owed:
                return at
            owed -= 1
    return place


def _is_finite_cue(tokens: list[Token], at: int) -> bool:
    """Say whether a finite verb of the lists or an auxiliary stands at `at`, no participle behind one."""
    before = before_adverbs(tokens, at)
    if before >= 0 and (tokens[before].flags & AUXILIARY or tokens[before].word == "to"):
        return False
    return verb_at(tokens, at) is not None or bool(tokens[at].flags & FINITE_AUXILIARY)


def is_adjective(tokens: list[Token], place: int) -> bool:
    """Read the adjective of "an official close to": a word that no list knows before a preposition."""
    if place + 1 >= len(tokens) or not tokens[place + 1].flags & Word.PREPOSITION:
        return False
    token = tokens[place]
    plain = token.flags & WORD and not token.flags & ~(WORD | LY)
    return bool(plain) and not token.noun and not token.word.endswith("ed") and token.form is None
