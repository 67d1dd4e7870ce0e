"""Nouns of speech that govern a quotation: "Kim's warning of 'x'", "his answer was 'x'"."""

from __future__ import annotations

from ccdata.authority.cues import Cues, Noun, Sense, Word
from ccdata.extract.quotes.governance import is_adjacent
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.owners import document_owner
from ccdata.extract.quotes.tokens import COLON, COMMA, DASH, NAME, OWNER, Token, noun_lemma
from ccdata.extract.quotes.verbs import is_finite, is_passive, verb_at

_SUBSTANCE = Noun.SPEECH | Noun.DOCUMENT
_NEAR = 12


def noun_link(tokens: list[Token], at: int, quote: int, cues: Cues) -> Link | None:
    """Read a noun of speech with its owner: "Kim's depiction of", "a statement by Kim that"."""
    token = tokens[at]
    if not token.noun & _SUBSTANCE or token.flags & (OWNER | NAME):
        return None
    owner = document_owner(tokens, at)
    if owner is None or not owner.may_speak:
        return None
    behind = owner.last + 1 if owner.first > at else at + 1
    between = tokens[behind:quote]
    first = min(owner.first, at)
    own = token.word in cues.own and first > 0 and tokens[first - 1].word == "in"
    uttered = any(token.word in cues.uttered for token in tokens[owner.last + 1 : at])
    if not _leads_to(between, token.noun) and not own and not (uttered and _are(between)):
        return None
    apart = first > 0 and bool(tokens[first - 1].flags & Word.PREPOSITION)
    direct = bool(between) and (between[0].word == "that" or bool(between[0].flags & (COLON | Word.BE)))
    named = not between and _is_named_object(tokens, first)
    framed = own and is_adjacent(between)
    weak = named or (apart and not framed and not (direct and not _has_verb_before(tokens, first)))
    lemma = noun_lemma(token)
    return Link(owner, lemma, (at, at), adjacent=is_adjacent(between), weak=weak, implicit=True)


def _is_named_object(tokens: list[Token], first: int) -> bool:
    """Say whether the noun is what a verb of naming names: "called Kim's plan 'x'"."""
    left = first - 1
    while left >= 0 and tokens[left].flags & Word.DETERMINER:
        left -= 1
    verb = verb_at(tokens, left) if left >= 0 else None
    return verb is not None and bool(verb.senses & Sense.NAME)


def _has_verb_before(tokens: list[Token], at: int) -> bool:
    return any(verb_at(tokens, place) is not None for place in range(max(0, at - _NEAR), at))


def _leads_to(between: list[Token], noun: int) -> bool:
    """Say whether a noun governs what follows: directly, by "that", "was", a colon, or "of/to/on ..."."""
    if not between:
        return True
    first = between[0]
    if between[-1].flags & COLON or first.word == "that":
        return True
    if first.flags & Word.BE:
        return bool(noun & Noun.CONTENT) and not (len(between) > 1 and is_passive(between, 1))
    if first.flags & (COMMA | DASH):
        return len(between) == 1
    return bool(first.flags & Word.PREPOSITION) and _is_phrase(between)


def _are(between: list[Token]) -> bool:
    """Read "(to NAME, in Lima,) were" behind "his last words": the words themselves follow."""
    if not between or not between[-1].flags & (Word.BE | COLON):
        return False
    first = between[0].flags & (Word.BE | Word.PREPOSITION | COLON)
    return bool(first) and not any(is_finite(between, at) for at in range(len(between) - 1))


def _is_phrase(between: list[Token]) -> bool:
    """Say whether no clause but one behind "that" begins; "as" belongs to a verb ("dismissed it as")."""
    that = next((at for at, token in enumerate(between) if token.word == "that"), len(between))
    return between[0].word != "as" and not any(is_finite(between, at) for at in range(1, that))
