"""What a sentence leaves out: a verb said once for two, a subject told by a pronoun, a view set in."""

from __future__ import annotations

from ccdata.authority.cues import Noun, Word
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.main_verbs import main_verb
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.subjects import subject_of
from ccdata.extract.quotes.tokens import COMMA, NAME, OWNER, PROPER, QUOTE, Token

_SPELLED = 5
_STRUCK = 9
_CHAIN = 3
_GAP = 3
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


def inserted_view(tokens: list[Token], at: int) -> Link | None:
    """Read "was, for Kim, 'x'"."""
    for place in range(at - 2, max(0, at - _SPELLED), -1):
        if tokens[place].word == "for" and tokens[place - 1].flags & COMMA and tokens[at - 1].flags & COMMA:
            found = phrase_after(tokens, place + 1)
            return Link(found, None, None) if found is not None and found.may_speak else None
    return _struck(tokens, at)


def _struck(tokens: list[Token], at: int) -> Link | None:
    """Read "struck Kim as 'x'": the view of the one who is struck."""
    for place in range(at - 3, max(-1, at - _STRUCK), -1):
        if tokens[place].word in {"struck", "strikes", "strike"}:
            found = phrase_after(tokens, place + 1)
            if found is None or not found.may_speak or tokens[found.last + 1].word != "as":
                return None
            small = Word.DETERMINER | Word.ADVERB
            plain = all(token.flags & small for token in tokens[found.last + 2 : at])
            return Link(found, "strike", (place, place)) if plain else None
    return None


def gapped(tokens: list[Token], at: int, link: Link) -> Phrase | None:
    """Return whose words follow without a verb: 'Kim promised "aid," Lee "trade"', 'and Lee of "trade"'."""
    name = at - 1
    if name > 1 and tokens[name].flags & Word.PREPOSITION:
        name -= 1
    if name < _GAP or not tokens[name].flags & (NAME | PROPER) or tokens[name].flags & OWNER:
        return None
    left = name - 1
    while tokens[left].word == "the":
        left -= 1
    ended = tokens[left].flags & QUOTE and tokens[left].word == ","
    joined = tokens[left].word in {"and", "but"} and tokens[left - 1].flags & QUOTE
    if link.cue is None or link.cue[1] >= left or not (ended or joined):
        return None
    leading = {tokens[link.cue[1]].word, tokens[link.cue[1] + 1].word}
    same = name == at - 1 or tokens[at - 1].word in leading
    return Phrase(name, name, tokens[name].namings, Noun.PERSON) if same else None


def meant(tokens: list[Token], phrase: Phrase) -> Phrase | None:
    """Return the subject that a pronoun nobody resolved takes up in the same sentence."""
    word = _OWNERS.get(tokens[phrase.first].word, tokens[phrase.first].word)
    if phrase.is_named or phrase.first != phrase.last or word not in _PRONOUNS:
        return None
    found = phrase
    for _ in range(_CHAIN):
        main = main_verb(tokens, found.first)
        subject = subject_of(tokens, main) if main is not None else None
        if subject is None:
            return None
        if subject.is_named:
            return subject if _fits(word, subject) else None
        found = subject
    return None


def _fits(word: str, found: Phrase) -> bool:
    """Say whether a pronoun can take up a named phrase."""
    if not found.is_named:
        return False
    person = all(naming.kind == "person" for naming in found.namings)
    if word in {"he", "she"}:
        return person and len(found.namings) == 1
    return not person if word == "it" else len(found.namings) > 1
