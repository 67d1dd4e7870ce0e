"""Passives: whose words they are stands behind "by", or nowhere.

was called "x" by Kim | described by Kim as "x" | words used by Kim: "x"
is defined as "x" | a plan called "x"                  nobody's
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Sense, Shape, Word
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.tokens import COMMA, NAME, OWNER, QUOTE, STOP, Token
from ccdata.extract.quotes.verbs import Verb

_CLOSE = 4


def is_agentless_form(tokens: list[Token], verb: Verb) -> bool:
    """Say whether the verb is passive, also without auxiliary: "a plan called 'x'", "words used by Kim"."""
    if verb.passive:
        return True
    if verb.embedded or not verb.shape & Shape.PARTICIPLE or not verb.at:
        return False
    if verb.end + 1 < len(tokens) and tokens[verb.end + 1].word == "by":
        return True
    if not verb.senses & Sense.GLOSS:
        return False
    following = tokens[verb.end + 1]
    direct = following.flags & (QUOTE | Word.DETERMINER) or following.word == "as"
    left = tokens[verb.at - 1]
    if (
        left.flags & (NAME | Word.SUBJECT | Word.RELATIVE | Word.HAVE | Word.ADVERB)
        and not left.flags & OWNER
    ):
        return False
    return bool(direct and not left.noun & Noun.PERSON and not following.flags & Word.DETERMINER)


def agent_of(tokens: list[Token], verb: Verb, quote: int) -> Phrase | None:
    """Return the agent of a passive: "by NAME" after the verb, or after the quotation."""
    for start in (verb.end + 1, quote + 1):
        stop = quote if start <= quote else min(len(tokens), quote + _CLOSE)
        places = range(stop - 1, start - 1, -1) if start <= quote else range(start, stop)
        for at in places:
            if start > quote and tokens[at].flags & (COMMA | STOP):
                break
            if tokens[at].word == "by":
                found = phrase_after(tokens, at + 1)
                if found is not None and found.may_speak and _reaches(tokens, found.last + 1, quote):
                    return found
    return None


def _reaches(tokens: list[Token], place: int, quote: int) -> bool:
    """Say whether nothing but "as (a)", "that ..." stands between an agent and the words."""
    if place > quote:
        return True
    if tokens[place].word in {"as", "that", "to"}:
        return True
    small = Word.DETERMINER | Word.CONJUNCTION | Word.ADVERB | QUOTE
    return all(token.flags & small for token in tokens[place:quote])
