"""Reports inside reports: whose words they are when one clause of saying holds another.

said that Kim had called it "x"               Kim's: the inner verb is one of speaking
denied that Kim had agreed to "x"             the denier's
disclosed that the sides agreed to "x"        the discloser's: nobody in particular promised
told NAME, in a speech, that they shared "x"  the teller's: sharing is no speaking
said officers felt "x"                        the sayer's: he tells what others feel
said that y and that Kim took it for "x"      the sayer's: the second "that" is his, too
said that the two had agreed on "x"           the sayer's: nobody in particular agreed
"""

from __future__ import annotations

from ccdata.authority.cues import Sense, Word
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.main_verbs import saying_verb
from ccdata.extract.quotes.tokens import QUOTE, SEMICOLON, STOP, Token
from ccdata.extract.quotes.verbs import Verb, verb_at

_REACH = 18
_FAR = 90
_SHORT = 7
"""Words between a verb and its "that": "found in May that"."""


def outer_verb(tokens: list[Token], link: Link) -> Verb | None:
    """Return the verb outside whose words they are rather than the inner subject's."""
    before = link.speaker.first - 1
    if link.verb is None or before < 0 or link.speaker.last >= link.verb.at:
        return None
    that = tokens[before].word == "that"
    outer = _told_over(tokens, before) if that else verb_at(tokens, before)
    if outer is None or not outer.senses & (Sense.SAY | Sense.DENY):
        return None
    if that and outer.senses & Sense.DENY:
        return outer
    return outer if _is_told(tokens, link, link.verb, outer, that=that) else None


def _is_told(tokens: list[Token], link: Link, verb: Verb, outer: Verb, *, that: bool) -> bool:
    """Say whether the inner verb only tells of its subject: no speaking, a promise or feeling of many."""
    together = len(tokens[link.speaker.last].namings) > 1  # "the two sides"
    named = link.speaker.is_named and not together
    promised = tokens[verb.end + 1].word
    if that and not named and (promised == "to" or (verb.lemma == "agree" and promised != "that")):
        return True
    if verb.senses & Sense.THINK and (not named or outer.lemma != "report"):
        return True
    if that and not named and verb.senses & Sense.STRICT_NAME:
        return True
    return that and bool(verb.senses & Sense.STRICT) and not verb.senses & Sense.NAME


def _before_first_that(tokens: list[Token], conjunction: int) -> Verb | None:
    """Return the verb of the first "that" of a series: "found last year that y and that z"."""
    first = next(
        (at for at in range(conjunction - 1, max(-1, conjunction - _FAR), -1) if tokens[at].word == "that"), 0
    )
    for at in range(first - 1, max(-1, first - _SHORT), -1):
        if tokens[at].flags & (STOP | SEMICOLON | QUOTE):
            return None
        verb = verb_at(tokens, at)
        if verb is not None:
            return verb if verb.senses & Sense.SAY and not verb.embedded else None
    return None


def _told_over(tokens: list[Token], that: int) -> Verb | None:
    """Return the verb that "that" belongs to: right before it, or over the one told and an insertion."""
    near = verb_at(tokens, that - 1) if that else None
    if near is not None:
        return near
    if that and tokens[that - 1].flags & Word.CONJUNCTION:
        return _before_first_that(tokens, that - 1) or saying_verb(tokens, that - 1)
    for at in range(that - 2, max(-1, that - _REACH), -1):
        if tokens[at].flags & (STOP | SEMICOLON | QUOTE):
            return None
        verb = verb_at(tokens, at)
        if verb is not None and verb.senses & Sense.TELL:
            return verb
    return None
