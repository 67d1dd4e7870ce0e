"""Passives: whose words they are stands behind "by", or nowhere.

was called "x" by Kim | described by Kim as "x" | words used by Kim: "x"
is defined as "x" | a plan called "x"                  nobody's
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Sense, Shape, Word
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.tokens import (
    BREAK,
    CLOSE,
    COMMA,
    NAME,
    OWNER,
    PROPER,
    QUOTE,
    SEMICOLON,
    STOP,
    Token,
)
from ccdata.extract.quotes.verbs import Verb, is_finite

_NEAR = 4
_INSERTED = 30
_SUBJECT = 12
_HEARERS = frozenset({"tell", "inform", "remind", "assure", "notify"})
_OBJECTS = frozenset({"what", "which", "that"})
_BEGINS = Word.DETERMINER | Word.POSSESSIVE | Word.SUBJECT


def is_agentless_form(tokens: list[Token], verb: Verb) -> bool:
    """Say whether the verb is passive, also without auxiliary: "a plan called 'x'", "words used by Kim"."""
    if verb.passive or (not verb.at and verb.shape & Shape.PARTICIPLE and verb.senses & Sense.NAME):
        return True
    if verb.embedded or not verb.shape & Shape.PARTICIPLE or not verb.at:
        return False
    if verb.end + 1 < len(tokens) and tokens[verb.end + 1].word == "by":
        return True
    if verb.end + 1 < len(tokens) and (_is_told(tokens, verb) or _is_accused(tokens, verb)):
        return True
    return bool(verb.senses & Sense.GLOSS) and _describes(tokens, verb)


def _is_told(tokens: list[Token], verb: Verb) -> bool:
    """Read "was summoned and told that": nobody is told by him."""
    joined = tokens[verb.at - 1].flags & Word.CONJUNCTION and tokens[verb.end + 1].word == "that"
    return bool(joined) and verb.lemma in _HEARERS


def _is_accused(tokens: list[Token], verb: Verb) -> bool:
    """Read "Kim, accused of": a verb that needs an object has none."""
    apart = tokens[verb.at - 1].flags & COMMA and verb.end == verb.at
    if not apart or not verb.senses & Sense.NAME or tokens[verb.end + 1].word not in {"of", "for", "as"}:
        return False
    return not _has_late_object(tokens, verb.end + 2)


def _has_late_object(tokens: list[Token], place: int) -> bool:
    """Read 'dismissed as "folly" the notion that': the object stands behind the words."""
    if place + 1 >= len(tokens) or not tokens[place].flags & QUOTE or tokens[place].word:
        return False
    return bool(tokens[place + 1].flags & _BEGINS)


def _describes(tokens: list[Token], verb: Verb) -> bool:
    """Say whether a participle describes the thing before it: "a plan called 'x'", "known as 'x'".

    "a draft referred to 'x'" is none: the words are the particle's object.
    """
    following, left = tokens[verb.end + 1], tokens[verb.at - 1]
    acting = NAME | Word.SUBJECT | Word.RELATIVE | Word.HAVE | Word.ADVERB
    if left.flags & acting and not left.flags & OWNER:
        return False
    if following.flags & QUOTE and _acts_behind(tokens, verb.end + 2):
        return True
    if left.noun & Noun.PERSON or following.flags & Word.DETERMINER:
        return False
    if _is_in_what(tokens, verb.at) or _is_of_what(tokens, verb.at):
        return False
    return following.word == "as" or (verb.end == verb.at and bool(following.flags & QUOTE))


def _acts_behind(tokens: list[Token], place: int) -> bool:
    """Say whether the verb of the sentence stands behind the words: "a group called 'x' paid for it"."""
    if place >= len(tokens) or tokens[place - 1].word == ",":
        return False
    return bool(tokens[place].flags & (Word.FINITE | Word.PAST | Word.BE | Word.HAVE | Word.MODAL))


def _is_of_what(tokens: list[Token], at: int) -> bool:
    """Say whether "what" opens the verb's clause: "what the report | termed"."""
    for place in range(at - 1, max(-1, at - _SUBJECT), -1):
        token = tokens[place]
        if token.word in _OBJECTS:
            return place < at - 1
        if token.flags & (BREAK | QUOTE) or is_finite(tokens, place):
            return False
    return False


def _is_in_what(tokens: list[Token], at: int) -> bool:
    """Say whether an insertion parts the verb from its subject: "what NAME, then a minister, called"."""
    if not tokens[at - 1].flags & (COMMA | CLOSE):
        return False
    for place in range(at - 2, max(-1, at - _INSERTED), -1):
        token = tokens[place]
        if token.flags & (QUOTE | STOP | SEMICOLON):
            return False
        if token.word in _OBJECTS:
            return bool(tokens[place + 1].flags & (NAME | PROPER | _BEGINS))
    return False


def agent_of(tokens: list[Token], verb: Verb, quote: int) -> Phrase | None:
    """Return the agent of a passive: "by NAME" after the verb, or after the quotation."""
    for start in (verb.end + 1, quote + 1):
        stop = quote if start <= quote else min(len(tokens), quote + _NEAR)
        places = range(stop - 1, start - 1, -1) if start <= quote else range(start, stop)
        for at in places:
            if start > quote and tokens[at].flags & (COMMA | STOP):
                break
            if tokens[at].word == "by":
                found = phrase_after(tokens, at + 1)
                if found is not None and found.may_speak and _reaches(tokens, found.last + 1, quote):
                    return found
    return None


def is_infinitive(tokens: list[Token], to: int) -> bool:
    """Read "to have said"; "was ascribed by NAME to the need" has no infinitive."""
    return tokens[to].word == "to" and not tokens[to + 1].flags & (Word.DETERMINER | Word.POSSESSIVE | NAME)


def _reaches(tokens: list[Token], place: int, quote: int) -> bool:
    """Say whether nothing but "as (a)", "that ..." stands between an agent and the words."""
    if place > quote:
        return True
    if tokens[place].word in {"as", "that", "to", "of", "for"}:
        return True
    small = Word.DETERMINER | Word.CONJUNCTION | Word.ADVERB | QUOTE
    return all(token.flags & small for token in tokens[place:quote])
