"""A quotation as the subject of "was": whose verdict it is stands behind.

verdict = BE owner SPEECH-NOUN             "A wasted year," was Kim's verdict
        | BE "the" SPEECH-NOUN "of" phrase "A wasted year" was the verdict of Kim
        | BE ("how" | "what") phrase VERB  "A relic" is what Kim called the pact
        | BE "the" WORD-noun ["that"] phrase VERB   "Panicked" is the word Kim used
        | BE "all" ["that"] phrase VERB    "We shall see" was all that Kim would say
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Sense
from ccdata.extract.quotes.insertions import over_insertion
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.owners import owner_before
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.tokens import BREAK, NAME, QUOTE, WORD, Token, noun_lemma
from ccdata.extract.quotes.verbs import verb_at

_NEAR = 8
_ASKING = frozenset({"how", "what", "all"})


def verdict_behind(tokens: list[Token], be: int) -> Link | None:
    """Return the credit that "was" begins."""
    if be + 1 >= len(tokens):
        return None
    if tokens[be + 1].word in _ASKING:
        return _told(tokens, be + 2)
    for at in range(be + 1, min(len(tokens), be + _NEAR)):
        token = tokens[at]
        if token.flags & (BREAK | QUOTE):
            return None
        if token.noun & Noun.WORD and token.flags & WORD and (used := _told(tokens, at + 1)) is not None:
            return used
        if token.noun & (Noun.CONTENT | Noun.SPEECH) and token.flags & WORD and not token.flags & NAME:
            owner = owner_before(tokens, at) or _owner_behind(tokens, at)
            return Link(owner, noun_lemma(token), (at, at), adjacent=True, implicit=True) if owner else None
    return None


def _owner_behind(tokens: list[Token], noun: int) -> Phrase | None:
    """Read "the verdict of NAME"."""
    if noun + 1 >= len(tokens) or tokens[noun + 1].word != "of":
        return None
    found = phrase_after(tokens, noun + 2)
    return found if found is not None and found.may_speak else None


def _told(tokens: list[Token], place: int) -> Link | None:
    """Read "how Kim described it", "all that Kim would say"."""
    place += place < len(tokens) and tokens[place].word == "that"
    found = phrase_after(tokens, place) if place < len(tokens) else None
    if found is None or not found.may_speak:
        return None
    place = over_insertion(tokens, found.last + 1)
    for at in range(place, min(len(tokens), place + _NEAR)):
        verb = verb_at(tokens, at)
        if verb is not None and not verb.passive and verb.senses & (Sense.SAY | Sense.NAME | Sense.ACT):
            return Link(found, verb.lemma, (verb.at, verb.end), verb, adjacent=True)
        if tokens[at].flags & (BREAK | QUOTE):
            return None
    return None
