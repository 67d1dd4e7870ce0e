"""What "who", "which" and a relative "that" refer to."""

from __future__ import annotations

from ccdata.authority.cues import Noun, Sense, Shape, Word
from ccdata.extract.quotes.owners import document_owner
from ccdata.extract.quotes.phrase import Phrase, unresolved
from ccdata.extract.quotes.phrases_before import phrase_before
from ccdata.extract.quotes.tokens import COMMA, NAME, OWNER, PROPER, QUOTE, SEMICOLON, STOP, WORD, Token
from ccdata.extract.quotes.verbs import is_finite, open_verb, verb_at

_REACH = 45
_SPELLED = 12
_SHORT = 7
_WHO = frozenset({"who", "which"})


def is_relative(tokens: list[Token], place: int) -> bool:
    """Say whether "who", "which" or a relative "that" stands at `place`."""
    token = tokens[place]
    if token.flags & Word.RELATIVE:
        return True
    if token.word != "that" or not place:
        return False
    left = tokens[place - 1]
    return bool(left.flags & (WORD | NAME)) and (not left.form or bool(left.noun))


def antecedent_of(tokens: list[Token], place: int) -> Phrase | None:
    """Return what the relative word at `place` refers to: NAME ["," description] "," "who"."""
    left = place - 1
    if left > 0 and tokens[left].flags & Word.CONJUNCTION:
        earlier = (at for at in range(left, max(-1, left - _REACH), -1) if tokens[at].word in _WHO)
        left = next(earlier, 0) - 1
    if left >= 0 and tokens[left].flags & COMMA:
        left -= 1
    if left > 1 and tokens[left].word.isdigit() and tokens[left - 1].flags & COMMA:
        left -= 2  # "NAME, 26, who"
    if tokens[place].word == "which" and (document := _document_before(tokens, left)) is not None:
        return document
    if left >= 0 and tokens[left].flags & NAME and not tokens[left].flags & OWNER:
        return Phrase(left, left, tokens[left].namings, Noun.PERSON)
    if left >= 0 and tokens[left].flags & PROPER and not tokens[left].flags & OWNER:
        return unresolved(tokens, 0, left)
    found = behind_verb(tokens, phrase_before(tokens, left)) if left >= 0 else None
    return found or _piece_before(tokens, left)


def _piece_before(tokens: list[Token], last: int) -> Phrase | None:
    """Return the document of "in a dispatch of April 18 that": its phrase goes on behind its noun."""
    for at in range(last, max(0, last - _SHORT), -1):
        if tokens[at].flags & (STOP | SEMICOLON | QUOTE | COMMA):
            return None
        if tokens[at].noun & Noun.DOCUMENT and tokens[at].flags & WORD:
            return Phrase(at, at, (), tokens[at].noun)
    return None


def before_modifier(tokens: list[Token], place: int) -> Phrase | None:
    """Return the head before a clause that ends at `place`: "one | who asked not to be named | said".

    "an official | quoted by the agency | said" has a participle with its agent in that place.
    """
    acts = False
    for at in range(place, max(-1, place - _REACH), -1):
        token = tokens[at]
        if token.word == "as" and at and tokens[at - 1].word in _WHO:  # "who as a candidate promised"
            return antecedent_of(tokens, at - 1)
        if token.flags & (STOP | SEMICOLON | QUOTE | COMMA | Word.SUBORDINATOR):
            return None
        if token.word in _WHO:  # "who in 2003 called"
            inserted = at < place and tokens[at + 1].flags & Word.PREPOSITION
            return antecedent_of(tokens, at) if acts or inserted else None
        if at < place and tokens[at + 1].word == "by" and _is_participle(token):
            return phrase_before(tokens, at - 1)
        if token.form is None:
            acts = acts or is_finite(tokens, at)
            continue
        if verb_at(tokens, at) is not None and token.form.senses & Sense.SAY and _takes_clause(tokens, at):
            return None
        acts = acts or is_finite(tokens, at)
    return None


def _takes_clause(tokens: list[Token], at: int) -> bool:
    """Say whether a verb of saying has a clause of its own: not "asked not to be named", "spoke of"."""
    following = tokens[at + 1]
    return not following.flags & (Word.PREPOSITION | Word.ADVERB) and following.word != "to"


def before_participle(tokens: list[Token], place: int) -> Phrase | None:
    """Return the head before a participle with a place or time: "a report | issued in 2015 | found"."""
    for at in range(place - 1, max(0, place - _SPELLED), -1):
        if tokens[at].flags & (STOP | SEMICOLON | QUOTE | COMMA | Word.SUBORDINATOR | Word.CONJUNCTION):
            return None
        if _is_participle(tokens[at]) and tokens[at].flags & WORD and tokens[at + 1].flags & Word.PREPOSITION:
            heads = Noun.DOCUMENT | Noun.PERSON | Noun.WORK | Noun.SPEECH
            return phrase_before(tokens, at - 1) if tokens[at - 1].noun & heads else None
    return None


def _is_participle(token: Token) -> bool:
    """Read "quoted" or "signed" before "by"."""
    return bool(token.form.shape & Shape.PARTICIPLE) if token.form else token.word.endswith("ed")


def opening_antecedent(tokens: list[Token], comma: int) -> Phrase | None:
    """Return what the first "who" of a sentence refers to: "An aide who ..., and who ..., | said"."""
    first = -1
    for at in range(comma - 1, max(-1, comma - _REACH), -1):
        if tokens[at].flags & (STOP | SEMICOLON | QUOTE):
            break
        if tokens[at].word in _WHO:
            first = at
    found = antecedent_of(tokens, first) if first > 0 else None
    return found if found is not None and not found.first and found.may_speak else None


def behind_verb(tokens: list[Token], found: Phrase | None) -> Phrase | None:
    """Return the object alone of a verb no list holds: "they | signed | a declaration" that ..."""
    if found is None or found.is_named:
        return found
    for at in range(found.last - 1, found.first, -1):
        if tokens[at].flags & Word.DETERMINER and open_verb(tokens, at - 1) is not None:
            return Phrase(at, found.last, (), found.noun)
    return found


def _document_before(tokens: list[Token], last: int) -> Phrase | None:
    """Return the document of "sent a letter to NAME, which said": a person is no "which"."""
    if last < 0 or not tokens[last].flags & NAME or tokens[last].namings[0].kind != "person":
        return None
    for at in range(last - 1, max(-1, last - _REACH), -1):
        if tokens[at].flags & (STOP | SEMICOLON | QUOTE):
            return None
        if tokens[at].noun & Noun.DOCUMENT and tokens[at].flags & WORD:
            return document_owner(tokens, at) or Phrase(at, at, (), tokens[at].noun)
    return None
