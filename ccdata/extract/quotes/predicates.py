"""Words that are the predicate of those who used them.

The resolution "calls upon all parties to disarm"      a document, and any finite verb
Tokyo "deplored" the sale                              a person or state, and a verb of speaking

One verb in marks with any other subject is irony: Kim "won" the vote.
"""

from __future__ import annotations

import re

from ccdata.authority.cues import Cues, Noun, Shape, Word, load_cues
from ccdata.extract.quotes.appositions import over_insertion_before
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_before import phrase_before
from ccdata.extract.quotes.tokens import BREAK, COMMA, NAME, OWNER, QUOTE, Token, noun_lemma

_WORD = re.compile(r"[\w'’-]+")
_OPENS = BREAK | Word.CONJUNCTION | Word.SUBORDINATOR


def own_predicate(tokens: list[Token], at: int, words: str, cues: Cues) -> Link | None:
    """Return the link of words whose subject stands right before them."""
    inserted = at > 1 and tokens[at - 1].flags & COMMA
    if not at or (tokens[at - 1].flags & (BREAK | QUOTE) and not inserted):
        return None
    speaks = _speech(words, cues)
    subject = _before(tokens, at, inserted=bool(inserted)) if speaks is not None else None
    if subject is None or not _is_subject(tokens, subject):
        return None
    issues = bool(subject.noun & Noun.DOCUMENT) and not subject.is_named
    return Link(subject, None, None, adjacent=True) if issues or (speaks and subject.is_named) else None


def owned_speech(tokens: list[Token], at: int) -> Link | None:
    """Read "Bush's 'axis of evil' speech": the words are named after, and said by, its owner."""
    if not at or at + 1 >= len(tokens) or not tokens[at - 1].flags & NAME or not tokens[at - 1].flags & OWNER:
        return None
    noun, owner = tokens[at + 1], tokens[at - 1]
    if noun.word not in load_cues().speeches or not noun.noun & Noun.SPEECH:
        return None
    return Link(
        Phrase(at - 1, at - 1, owner.namings, Noun.PERSON),
        noun_lemma(noun),
        (at + 1, at + 1),
        adjacent=True,
        implicit=True,
    )


def _before(tokens: list[Token], at: int, *, inserted: bool) -> Phrase | None:
    """Return the phrase right before the words, or before the insertion that ends there."""
    if inserted:
        found = over_insertion_before(tokens, at - 1, sure=False)
        return found if found is not None and not found.first else None
    found = phrase_before(tokens, at - 1, subject=True)
    return found if found is not None and found.last == at - 1 else None


def _is_subject(tokens: list[Token], subject: Phrase) -> bool:
    """Say whether a clause begins with the phrase: with the sentence, behind a sign or "and", "that"."""
    first = subject.first
    while first and tokens[first - 1].flags & Word.DETERMINER and tokens[first - 1].word != "that":
        first -= 1
    return not first or (bool(tokens[first - 1].flags & _OPENS) and not tokens[first - 1].flags & NAME)


def _speech(words: str, cues: Cues) -> bool | None:
    """Say whether the words begin with a verb of the lists; None where they begin with no finite verb."""
    found = _WORD.match(words)
    if found is None:
        return None
    word = found[0].lower()
    form = cues.verbs.get(word)
    if form is not None and form.shape & (Shape.PAST | Shape.THIRD):
        return word not in cues.nouns and bool(form.senses or form.particles)
    finite = cues.words.get(word, 0) & (Word.MODAL | Word.BE | Word.HAVE | Word.FINITE)
    return False if finite or word.endswith("ed") else None
