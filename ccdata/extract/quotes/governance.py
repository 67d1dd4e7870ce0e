"""Does a verb take the quotation as its words?

say    any clause behind it: "said that the plan was 'x'"
name   object (as) "x": "called the plan 'x'", no clause between
act    an infinitive or object: "urged Seoul to 'x'"
strict, work: what follows at once
"""

from __future__ import annotations

import itertools

from ccdata.authority.cues import Noun, Sense, Word
from ccdata.extract.quotes.tokens import ADVERB, COLON, COMMA, NAME, QUOTE, WORD, Token
from ccdata.extract.quotes.verbs import Verb, is_adverb, is_finite, verb_at

_AS = 4
_CLAUSE = 14
_CURTLY = 3
"""Words of "with a curt" before "no"."""
_OBJECT = 8
_SEEN_IN = 5
_PERCEIVING = frozenset({"see", "perceive", "discern", "detect", "sense"})
"""Their object can be the words: "Kim saw a 'reset'", "saw in his absence 'a trick'"."""
_HOLDING = frozenset({"hold", "run", "carry", "hear"})
_INFINITE = frozenset({"learn", "begin", "continue", "know", "hear", "run", "read"})
"""Verbs that say nothing before an infinitive: "learned to live with 'x'"."""


def governs(tokens: list[Token], verb: Verb, quote: int) -> bool:
    """Say whether the verb governs the quotation token at `quote`."""
    if _yields(tokens, verb, quote) or _is_closed(tokens, verb, quote) or _is_held(tokens, verb, quote):
        return False
    return _takes(verb, tokens[verb.end + 1 : quote], tokens[quote])


def _is_held(tokens: list[Token], verb: Verb, quote: int) -> bool:
    """Read 'held "frank" talks': the object is the noun, the words are about it."""
    if verb.end + 1 != quote or quote + 1 >= len(tokens) or tokens[quote].word:
        return False
    small = Word.PREPOSITION | Word.CONJUNCTION | Word.SUBORDINATOR | Word.CONTRAST | ADVERB | Word.RELATIVE
    noun = tokens[quote + 1]
    return verb.lemma in _HOLDING and bool(noun.flags & WORD) and not noun.flags & small


def is_adjacent(between: list[Token]) -> bool:
    """Say whether nothing but "that" or a comma stands between cue and words."""
    return all(token.flags & (COMMA | COLON) or token.word == "that" for token in between)


def _is_closed(tokens: list[Token], verb: Verb, quote: int) -> bool:
    """Say whether the verb's clause ended before the words: "While he disagrees with it, she is ..."."""
    comma = next((at for at in range(quote - 1, verb.end, -1) if tokens[at].word == ","), None)
    if comma is None or not any(is_finite(tokens, at) for at in range(comma + 1, quote)):
        return False
    for at in range(verb.at - 1, max(-1, verb.at - _CLAUSE), -1):
        token = tokens[at]
        if token.flags & (COMMA | QUOTE):
            return False
        opens = token.flags & (Word.CONTRAST | Word.SUBORDINATOR) and token.word not in {
            "that",
            "how",
            "why",
            "whether",
        }
        if opens and token.word != "as":
            return (
                at == 0
                or bool(tokens[at - 1].flags & (COMMA | Word.CONJUNCTION))
                or tokens[at - 1].word == "that"
            )
    return False


def _yields(tokens: list[Token], verb: Verb, quote: int) -> bool:
    """Say whether the next verb is the better cue: "went on to say", not "refused to give more 'for x'"."""
    place = verb.end + 1
    if place + 1 >= quote or tokens[place].word != "to":
        return False
    following = verb_at(tokens, place + 1)
    if following is None:
        return False
    takes = _takes(following, tokens[following.end + 1 : quote], tokens[quote])
    return takes or not verb.senses & (Sense.ACT | Sense.SAY) or bool(verb.senses & Sense.STRICT)


def _takes(verb: Verb, between: list[Token], quoted: Token) -> bool:
    """Say whether the verb takes what follows as its words."""
    if verb.senses & Sense.STRICT and not verb.senses & Sense.NAME:
        object_ = bool(verb.senses & Sense.COMPLEMENT) and _is_object(between) and not _has_that(between)
        return object_ or _follows_at_once(verb, between) or _orders(verb, between)
    if verb.senses & (Sense.SAY | Sense.DENY) or not verb.senses:
        return True
    if verb.lemma in {"use", "employ"}:
        return not between or any(token.noun & Noun.WORD for token in between)
    if verb.senses & Sense.NAME and _names(verb, between):
        return True
    if verb.senses & Sense.ACT:
        apart = between and between[0].flags & COMMA
        return not apart and not any(_is_new_clause(between, at) for at in range(len(between)))
    return bool(verb.senses & Sense.WORK and quoted.flags & QUOTE) and _names_work(between)


def _follows_at_once(verb: Verb, between: list[Token]) -> bool:
    while between and is_adverb(between[0]):  # "answered only, 'x'"
        between = between[1:]
    if not between:
        return True
    first = between[0]
    alone = bool(verb.senses & Sense.OWN) and len(between) == 1
    if between[-1].flags & COLON or (alone and first.flags & Word.POSSESSIVE):
        return True
    if first.word == "to" and verb.lemma in _INFINITE:
        return False
    if first.flags & (COMMA | QUOTE) or first.word in {"that", "it", "to"}:
        return True
    if first.word == "with" and verb.senses & Sense.SAY and len(between) <= _CURTLY:
        return all(token.flags & WORD and not token.noun for token in between)
    return bool(first.flags & Word.PREPOSITION) and first.word != "of" and _has_that(between)


def _orders(verb: Verb, between: list[Token]) -> bool:
    """Read "requires agencies to act 'without delay'": an order's own wording."""
    if not verb.senses & Sense.TELL and verb.lemma != "require":
        return False
    to = next((at for at, token in enumerate(between) if token.word == "to"), len(between))
    return to + 1 < len(between) and not any(t.flags & (COMMA | QUOTE) for t in between)


def _has_that(between: list[Token]) -> bool:
    """Say whether nothing but a place or date parts the verb from "that": "found in May that"."""
    for at in range(1, min(len(between), _CLAUSE)):
        if between[at].word == "that":
            return True
        if between[at].flags & (COMMA | QUOTE) or is_finite(between, at):
            return False
    return False


def _names(verb: Verb, between: list[Token]) -> bool:
    """Say whether a verb of naming has the words as predicate: object (as) "x", no clause between."""
    if verb.senses & Sense.STRICT_NAME:
        if verb.lemma in _PERCEIVING and _is_seen(between):
            return True
        return _has_as(between) or bool(verb.senses & Sense.COMPLEMENT and _is_object(between))
    if any(_is_new_clause(between, at) for at in range(len(between))):
        return False
    if not between or between[-1].flags & (NAME | QUOTE | COMMA | Word.CONJUNCTION):
        return True
    if len(between) > 1 and between[-2].word == "to" and between[-1].form is not None:
        return False
    infinitive = any(a.word == "to" and b.flags & WORD for a, b in itertools.pairwise(between))
    return not (infinitive and between[-1].flags & Word.DETERMINER and between[-2].word != "as")


def _is_seen(between: list[Token]) -> bool:
    """Read "a" or "in his absence (a)" between a verb of perceiving and what is seen."""
    bare = between[:-1] if between and between[-1].word in {"a", "an"} else between
    if not bare:
        return True
    inner = bare[0].word == "in" and 1 < len(bare) <= _SEEN_IN
    return inner and all(token.flags & (WORD | NAME) and not token.flags & Word.BE for token in bare)


def _has_as(between: list[Token]) -> bool:
    """Say whether "as" leads to the words: "see it as 'x'", "render it as a declaration that Seoul 'x'"."""
    place = next((at for at in range(len(between) - 1, -1, -1) if between[at].word == "as"), None)
    if place is None:
        return False
    noun = next((at for at in range(place + 1, len(between)) if between[at].noun & Noun.SPEECH), len(between))
    told = noun + 1 < len(between) and between[noun + 1].word in {"that", "of"}
    return len(between) - place <= _AS or told


def _is_object(between: list[Token]) -> bool:
    """Say whether nothing but a short object stands between: "found the report 'puzzling'"."""
    if not 0 < len(between) <= _OBJECT or any(token.flags & Word.PREPOSITION for token in between):
        return False
    last = between[-1]
    return bool(last.flags & (WORD | NAME)) and not last.flags & (Word.DETERMINER | Word.POSSESSIVE | Word.BE)


def _is_new_clause(between: list[Token], at: int) -> bool:
    """Say whether a finite clause that is no relative one begins in the words between."""
    token = between[at]
    if not token.flags & (Word.BE | Word.MODAL):
        return False
    return not any(left.flags & Word.RELATIVE or left.word == "that" for left in between[max(0, at - 8) : at])


def _names_work(between: list[Token]) -> bool:
    return not between or bool(between[-1].noun & Noun.WORK)
