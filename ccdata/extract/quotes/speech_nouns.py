"""Nouns of speech that govern a quotation: "Kim's warning of 'x'", "his answer was 'x'"."""

from __future__ import annotations

from ccdata.authority.cues import Cues, Noun, Sense, Word, load_cues
from ccdata.extract.quotes.governance import is_adjacent
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.main_verbs import main_verb
from ccdata.extract.quotes.owners import document_owner
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.subjects import subject_of
from ccdata.extract.quotes.tokens import COLON, COMMA, DASH, NAME, OWNER, QUOTE, WORD, Token, noun_lemma
from ccdata.extract.quotes.verbs import is_finite, is_passive, verb_at

_SUBSTANCE = Noun.SPEECH | Noun.DOCUMENT
_ANNOUNCING = Noun.CONTENT | Noun.SAYING
_NEAR = 12
_MODIFIED = 4
_OBJECT = 5


def noun_link(tokens: list[Token], at: int, quote: int, cues: Cues) -> Link | None:
    """Read a noun of speech with its owner: "Kim's depiction of", "a statement by Kim that"."""
    token = tokens[at]
    if token.flags & (OWNER | NAME):
        return None
    if not token.noun & _SUBSTANCE:
        told = token.noun & (Noun.CONTENT | Noun.CLAIM) and tokens[at + 1].word == "that"
        return _given(tokens, at, quote) if told else None
    owner = document_owner(tokens, at)
    if owner is None:
        return _given(tokens, at, quote)
    if not owner.may_speak:
        return None
    behind = owner.last + 1 if owner.first > at else at + 1
    between = tokens[behind:quote]
    first = min(owner.first, at)
    own = token.word in cues.own and _is_in(tokens, first, at)
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


def _given(tokens: list[Token], at: int, quote: int) -> Link | None:
    """Read a noun that its clause gives an owner: "Kim put out a note that", "drew from Kim the reply"."""
    between = tokens[at + 1 : quote]
    announced = tokens[at].noun & _ANNOUNCING and between and between[-1].flags & COLON
    if not between or not (between[0].word == "that" or announced or _to_the_effect(between)):
        return None
    first = at
    while first > 0 and at - first < _MODIFIED and tokens[first - 1].flags & WORD:
        if _begins_noun(tokens, first):
            break
        first -= 1
    if not tokens[first].flags & Word.DETERMINER and tokens[at].word.endswith("s"):
        first = at  # "had to withdraw remarks that"
    elif not tokens[first].flags & Word.DETERMINER:
        return None
    if not first:
        return None
    if tokens[at].noun & Noun.CLAIM and tokens[first - 1].flags & Word.PREPOSITION:
        return None  # "took issue with the claim that"
    owner = _source_before(tokens, first) or _subject_before(tokens, first)
    if owner is None or not owner.may_speak:
        return None
    return Link(owner, noun_lemma(tokens[at]), (at, at), weak=True, implicit=True)


def _begins_noun(tokens: list[Token], first: int) -> bool:
    """Say whether the noun's phrase begins: with its determiner, or behind a verb."""
    return bool(tokens[first].flags & Word.DETERMINER) or is_finite(tokens, first - 1)


def _to_the_effect(between: list[Token]) -> bool:
    return [token.word for token in between[:4]] == ["to", "the", "effect", "that"]


def _source_before(tokens: list[Token], first: int) -> Phrase | None:
    """Return NAME of "drew from NAME (of the ministry) the reply"."""
    for at in range(first - 2, max(-1, first - _NEAR), -1):
        if tokens[at].flags & (COMMA | QUOTE) or is_finite(tokens, at):
            return None
        if tokens[at].word == "from":
            return phrase_after(tokens, at + 1)
    return None


def _subject_before(tokens: list[Token], first: int) -> Phrase | None:
    """Return the subject of the verb that takes the noun: "put out a note", "took refuge in an adage"."""
    verb = main_verb(tokens, first)
    if (
        verb is None
        or verb.passive
        or first - verb.at > _OBJECT
        or tokens[verb.at].word in load_cues().receiving
    ):
        return None
    if any(token.flags & COMMA for token in tokens[verb.at : first]):
        return None
    return subject_of(tokens, verb)


def _is_in(tokens: list[Token], first: int, at: int) -> bool:
    """Say whether "in" opens the frame: "in Kim's words", "Kim, in whose words"."""
    if tokens[at - 1].word == "whose":
        return tokens[at - 2].word == "in"
    return first > 0 and tokens[first - 1].word == "in"


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
    while len(between) > 1 and between[0].flags & Word.ADVERB:  # "his pledge never to 'x'"
        between = between[1:]
    first = between[0]
    if between[-1].flags & COLON or first.word == "that":
        return True
    if first.flags & Word.BE:
        if between[1:] and (between[1].word == "that" or [t.word for t in between[1:3]] == ["one", "of"]):
            return True
        return bool(noun & Noun.CONTENT) and not (len(between) > 1 and is_passive(between, 1))
    if first.flags & (COMMA | DASH):
        return (
            len(between) == 1
            or bool(noun & Noun.CONTENT and _is_told_behind(between))
            or _has_that_behind(between)
        )
    return bool(first.flags & Word.PREPOSITION) and _is_phrase(between)


def _is_told_behind(between: list[Token]) -> bool:
    """Read ", delivered by the embassy, was (that)" behind "Kim's reply"."""
    comma = next((at for at in range(1, len(between) - 1) if between[at].flags & COMMA), None)
    return comma is not None and bool(between[comma + 1].flags & Word.BE)


def _has_that_behind(between: list[Token]) -> bool:
    """Read ", made in passing, that" behind "Kim's remark": an insertion without a verb of its own."""
    comma = next((at for at in range(1, len(between) - 1) if between[at].flags & COMMA), None)
    if comma is None or between[comma + 1].word != "that":
        return False
    return not any(is_finite(between, at) for at in range(2, comma))


def _are(between: list[Token]) -> bool:
    """Read "(to NAME, in Lima,) were" behind "his last words": the words themselves follow."""
    if not between or not between[-1].flags & (Word.BE | COLON):
        return False
    first = between[0].flags & (Word.BE | Word.PREPOSITION | COLON)
    return bool(first) and not any(is_finite(between, at) for at in range(len(between) - 1))


def _is_phrase(between: list[Token]) -> bool:
    """Say whether no clause but one behind "that" begins; "as" belongs to a verb ("dismissed it as")."""
    if between[0].word == "to" and len(between) > 1 and between[1].flags & Word.BE_INFINITE:
        return False  # "understood his remarks to be 'x'"
    that = next((at for at, token in enumerate(between) if token.word == "that"), len(between))
    return between[0].word != "as" and not any(is_finite(between, at) for at in range(1, that))
