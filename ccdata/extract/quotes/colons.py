"""A sentence that tells what somebody says behind a colon, and the subject of the clause before it."""

from __future__ import annotations

from ccdata.authority.cues import Noun
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.subjects import subject_of
from ccdata.extract.quotes.tokens import COLON, QUOTE, SEMICOLON, STOP, Token
from ccdata.extract.quotes.verbs import is_finite, is_passive, open_verb, plain_verb, verb_at

_REACH = 90
_CLAUSE = 14


def told_behind_colon(tokens: list[Token], quote: int, *, plainly: bool) -> Link | None:
    """Read "Kim drew a line: the fleet would stay 'as long as it takes'": he is being reported.

    `plainly`: a word or two may be the author's; only "gave a warning: ..." announces them.
    """
    for colon in range(quote - 2, max(0, quote - _CLAUSE), -1):
        if tokens[colon].flags & (STOP | SEMICOLON | QUOTE):
            return None
        if tokens[colon].flags & COLON:
            if plainly and not tokens[colon - 1].noun & Noun.CONTENT:
                return None
            subject = main_subject_of(tokens, colon)
            person = subject is not None and all(naming.kind == "person" for naming in subject.namings)
            told = subject is not None and subject.is_named and person
            return Link(subject, None, None, implicit=True) if told and subject else None
    return None


def main_subject_of(tokens: list[Token], stop: int) -> Phrase | None:
    """Return the subject of the nearest finite verb left of `stop`."""
    for at in range(stop - 1, max(-1, stop - _REACH), -1):
        if tokens[at].flags & STOP:
            return None
        if is_finite(tokens, at) and not is_passive(tokens, at):
            verb = verb_at(tokens, at) or open_verb(tokens, at) or plain_verb(tokens, at)
            found = subject_of(tokens, verb)
            if found is not None and found.may_speak:
                return found
    return None
