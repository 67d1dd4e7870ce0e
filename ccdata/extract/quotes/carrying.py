"""Sentences that go on with what was said in the one before."""

from __future__ import annotations

from ccdata.authority.cues import Cues, Noun, Word
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.subjects import subject_of
from ccdata.extract.quotes.tokens import CLOSE, NAME, OPEN, SEMICOLON, STOP, WORD, Token
from ccdata.extract.quotes.verbs import is_adverb, is_finite, open_verb, plain_verb, verb_at

_SPELLED = 5
_CLAUSAL = 5
_LONG = 7
_HELD = 40
_END = 2
_OPENING = 6


def is_bare(tokens: list[Token]) -> bool:
    """Say whether a unit is nothing but quotations: no words of the author's beside "and", "but"."""
    depth = 0
    for token in tokens:
        if token.flags & OPEN:
            depth += 1
        elif token.flags & CLOSE:
            depth -= 1
        elif depth <= 0 and _is_of_author(token):
            return False
    return True


def _is_of_author(token: Token) -> bool:
    return bool(token.flags & (WORD | NAME)) and not token.flags & Word.CONJUNCTION and not is_adverb(token)


def main_subject(tokens: list[Token]) -> Phrase | None:
    """Return the person who is the subject of a sentence's first finite verb."""
    found = opening_subject(tokens)
    return found if found is not None and _is_person(found) else None


def opening_subject(tokens: list[Token]) -> Phrase | None:
    """Return who is named as the subject of a sentence's first finite verb."""
    for at in range(min(len(tokens), _HELD)):
        if is_finite(tokens, at):
            verb = verb_at(tokens, at) or open_verb(tokens, at) or plain_verb(tokens, at)
            found = subject_of(tokens, verb)
            return found if found is not None and found.is_named else None
    return None


def _is_person(found: Phrase) -> bool:
    return all(naming.kind == "person" for naming in found.namings)


def holding_subject(tokens: list[Token], at: int) -> Phrase | None:
    """Return who is the subject of the clause that holds the words: nobody's cue, yet he acts."""
    for place in range(at - 1, max(-1, at - _HELD), -1):
        if tokens[place].flags & (SEMICOLON | STOP):
            return None
        if is_finite(tokens, place):
            verb = verb_at(tokens, place) or open_verb(tokens, place) or plain_verb(tokens, place)
            found = subject_of(tokens, verb) if not verb.passive else None
            if found is not None and (found.is_named or found.noun & Noun.DOCUMENT):
                return found
    return None


def is_somebodys(words: str, *, clause: bool) -> bool:
    """Say whether words are too long for a term in marks: a clause, or more than a phrase."""
    return len(words.split()) >= (_CLAUSAL if clause else _LONG)


def is_said_of_it(tokens: list[Token], at: int) -> bool:
    """Read "It was 'x.'": the sentence goes on with what somebody said of it."""
    short = 1 < at <= _OPENING and at + _END >= len(tokens) and tokens[at].word == "."
    plain = all(t.flags & (Word.BE | Word.MODAL | Word.BE_INFINITE) or is_adverb(t) for t in tokens[1:at])
    return bool(short and plain) and tokens[0].word in {"it", "they", "this", "that"}


def may_be_carried(tokens: list[Token], at: int, words: str, cues: Cues) -> bool:
    """Say whether words without a link in their sentence go on what was said in the one before.

    They do where they are long or begin with a verb or "not": a term in marks is short.
    """
    if at and tokens[at - 1].word in cues.so_called:
        return False
    found = words.split()
    first = found[0].lower().strip("[](“\"'…") if found else ""
    verbal = cues.words.get(first, 0) & (Word.MODAL | Word.BE | Word.HAVE | Word.DO) or first == "not"
    return bool(verbal and len(found) > 1) or len(found) >= _SPELLED
