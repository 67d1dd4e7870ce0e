"""The verb that a coordinated verb, an infinitive or a participle goes on from."""

from __future__ import annotations

from ccdata.authority.cues import Noun, Sense, Shape, Word, load_cues
from ccdata.extract.quotes.tokens import ADVERB, COMMA, NAME, OWNER, QUOTE, SEMICOLON, STOP, Token
from ccdata.extract.quotes.verbs import AUXILIARY, Verb, is_finite, open_verb, plain_verb, verb_at

_REACH = 45
_SHORTEST = 4
_SECOND = 2
_INSERTION = 30
_NO_OBJECT = Word.PREPOSITION | Word.CONJUNCTION | COMMA | STOP


def main_verb(tokens: list[Token], place: int, *, relative: bool = False) -> Verb | None:
    """Return the nearest finite verb left of `place`; one of a relative clause only with `relative`."""
    for at in range(place - 1, max(-1, place - _REACH), -1):
        if tokens[at].flags & (SEMICOLON | STOP):
            return None
        found = _finite_at(tokens, at)
        if found is not None and (relative or not _in_relative(tokens, at)):
            return found
    return None


def saying_verb(tokens: list[Token], comma: int) -> Verb | None:
    """Return the verb of speaking that ", adding" goes on from: "says the fleet leaves, adding"."""
    for at in range(comma - 1, max(-1, comma - _REACH), -1):
        if tokens[at].flags & (SEMICOLON | STOP | Word.CONTRAST):
            return None
        found = verb_at(tokens, at)
        if (
            found is None
            or found.embedded
            or found.shape == Shape.ING
            or found.passive
            or _in_relative(tokens, at)
        ):
            continue
        if found.senses & Sense.SAY and not found.senses & Sense.STRICT:
            return found
    return None


def _finite_at(tokens: list[Token], at: int) -> Verb | None:
    found = verb_at(tokens, at)
    if found is not None:
        return None if found.embedded or found.shape == Shape.ING or _is_reduced(tokens, found) else found
    if is_finite(tokens, at) or _closes_insertion(tokens, at):
        return open_verb(tokens, at) or plain_verb(tokens, at)
    return None


def _closes_insertion(tokens: list[Token], at: int) -> bool:
    """Say whether a past of no list follows an insertion: "NAME, who was ill, joined the march"."""
    if at + 1 >= len(tokens) or at < _SHORTEST or not tokens[at - 1].flags & COMMA:
        return False
    if tokens[at + 1].flags & ~Word.DETERMINER & _NO_OBJECT:
        return False
    verb = open_verb(tokens, at)
    if verb is None or verb.shape != Shape.PAST:
        return False
    for place in range(at - 2, max(0, at - _INSERTION), -1):
        if tokens[place].flags & (SEMICOLON | STOP | QUOTE):
            return False
        if tokens[place].flags & COMMA:
            named = tokens[place + 1].flags & NAME and tokens[place - 1].noun & Noun.PERSON
            inserted = tokens[place + 1].flags & (Word.RELATIVE | Word.DETERMINER)
            return bool(named or (inserted and tokens[place - 1].flags & NAME))
    return False


def _is_reduced(tokens: list[Token], verb: Verb) -> bool:
    """Say whether a participle without auxiliary describes the noun before it: "a plan called"."""
    if verb.passive or not verb.shape & Shape.PARTICIPLE or not verb.at:
        return False
    behind = tokens[verb.end + 1] if verb.end + 1 < len(tokens) else tokens[verb.at]
    titled = verb.senses & Sense.WORK and not verb.senses & ~Sense.WORK
    return behind.word == "by" or bool(behind.flags & QUOTE and (titled or verb.senses & Sense.GLOSS))


def _in_relative(tokens: list[Token], at: int) -> bool:
    """Say whether a verb belongs to "who met him" or to "the address that NAME could not give"."""
    left = at - 1
    while left >= 0 and tokens[left].flags & (AUXILIARY | ADVERB):
        left -= 1
    if left < 0:
        return False
    if tokens[left].flags & (NAME | Word.SUBJECT) and left > 1 and not tokens[left].flags & OWNER:
        that, noun = tokens[left - 1], tokens[left - _SECOND]
        return that.word in {"that", "which"} and noun.word in load_cues().pieces
    return bool(tokens[left].flags & Word.RELATIVE) and tokens[left].word != "what"
