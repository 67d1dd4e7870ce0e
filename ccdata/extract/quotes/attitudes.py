"""Attitudes: what somebody is worried, confident or convinced of, in words of his own."""

from __future__ import annotations

from ccdata.authority.cues import Word
from ccdata.extract.quotes.colons import main_subject_of
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.subjects import subject_of
from ccdata.extract.quotes.tokens import COMMA, NAME, PROPER, QUOTE, Token
from ccdata.extract.quotes.verbs import before_adverbs, plain_verb

_OBJECT_OF_ATTITUDE = frozenset({"that", ",", "about"})
_ACTING = NAME | PROPER | Word.SUBJECT | Word.RELATIVE | Word.HAVE | Word.CONJUNCTION | COMMA | QUOTE


def attitude_link(tokens: list[Token], at: int, quote: int) -> Link | None:
    """Return the link of "was worried that": the subject of "be"."""
    before = before_adverbs(tokens, at)
    governed = before >= 0 and tokens[before].flags & (Word.BE | Word.BE_INFINITE)
    subject = subject_of(tokens, plain_verb(tokens, at)) if governed else main_subject_of(tokens, at)
    if subject is None or not subject.may_speak:
        return None
    form = tokens[at].form
    return Link(subject, form.lemma if form else tokens[at].word, (at, at), adjacent=at + 2 == quote)


def is_convinced(tokens: list[Token], at: int) -> bool:
    """Read "was worried that", "is confident that", "came away convinced that"."""
    if at + 1 >= len(tokens) or tokens[at + 1].word not in _OBJECT_OF_ATTITUDE:
        return False
    before = before_adverbs(tokens, at)
    if before < 0 or tokens[before].flags & (Word.BE | Word.BE_INFINITE):
        return before >= 0
    return tokens[at + 1].word == "that" and not tokens[before].flags & _ACTING
