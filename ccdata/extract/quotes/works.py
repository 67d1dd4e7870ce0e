"""Works: who made what carries a title, who issued a document.

a People's Daily editorial titled "x"        the name before the noun
an article by Kim titled "x"                 "by NAME"
Kim published an article titled "x"          the subject of the verb that makes or carries it
Its title was "x"                            the work of the sentence before
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Sense, Word
from ccdata.extract.quotes.owners import document_owner, printer_of
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.subjects import subject_of
from ccdata.extract.quotes.tokens import CLOSE, COMMA, NAME, OPEN, OWNER, STOP, WORD, Token
from ccdata.extract.quotes.verbs import is_finite, open_verb, verb_at

Creator = tuple[Phrase, list[Token], tuple[int, int] | None]
_REACH = 40
_SPELLED = 6
_SHORT = 4
_TITLES = frozenset({"title", "headline"})
_TITLING = frozenset({"titled", "entitled", "headlined"})


def creator_of(
    tokens: list[Token], at: int, before: list[Token], *, document: bool = False
) -> Creator | None:
    """Return who made the work whose title (or, with `document`, whose noun) stands at `at`."""
    titling = _titling(tokens, at)
    noun = at if document else _work_noun(tokens, at)
    if noun is not None and tokens[noun].word in _TITLES and before:
        earlier = _work_noun(before, len(before))
        if earlier is not None:
            owner = document_owner(before, earlier) or _maker(before, earlier)
            return (owner, before, None) if owner is not None and owner.is_named else None
    if noun is not None:
        owner = document_owner(tokens, noun)
        if owner is not None and owner.is_named:
            return owner, tokens, titling
        maker = _maker(tokens, noun) or (None if document else _writer_behind(tokens, at))
        maker = maker or printer_of(tokens, noun)
        if maker is not None:
            return maker, tokens, titling
    return None


def _writer_behind(tokens: list[Token], at: int) -> Phrase | None:
    """Return the subject behind an opening "In an article titled 'x', "."""
    if not tokens[0].flags & Word.PREPOSITION or tokens[at].word != ",":
        return None
    found = phrase_after(tokens, at + 1)
    return found if found is not None and found.is_named else None


def _titling(tokens: list[Token], at: int) -> tuple[int, int] | None:
    for place in range(at - 1, max(-1, at - 4), -1):
        if tokens[place].word in _TITLING:
            return place, place
    return None


def _work_noun(tokens: list[Token], at: int) -> int | None:
    """Return the noun of the work, left of `at` in the same sentence."""
    for place in range(at - 1, max(-1, at - _REACH), -1):
        token = tokens[place]
        if token.flags & STOP and at < len(tokens):
            return None
        work = token.flags & WORD and token.noun & (Noun.WORK | Noun.DOCUMENT)
        if work and verb_at(tokens, place) is None:
            return place
    return None


def _maker(tokens: list[Token], noun: int) -> Phrase | None:
    """Return the subject of the verb that makes, runs, signs or issues the work."""
    for place in range(noun - 1, max(-1, noun - _REACH), -1):
        verb = verb_at(tokens, place) or (open_verb(tokens, place) if is_finite(tokens, place) else None)
        if (
            verb is None
            or verb.passive
            or (verb.senses & (Sense.DENY | Sense.NAME) and not verb.senses & Sense.WORK)
        ):
            continue
        subject = subject_of(tokens, verb)
        if subject is not None and subject.is_named:
            return subject
    return _printing(tokens, noun)


def _printing(tokens: list[Token], noun: int) -> Phrase | None:
    """Return NAME of "NAME, in a long editorial titled": what it prints stands behind it."""
    for at in range(noun - 1, max(0, noun - _SPELLED), -1):
        if tokens[at].word == "in":
            left = at - 1 - bool(tokens[at - 1].flags & COMMA)
            left = _over_short_name(tokens, left)
            named = left >= 0 and tokens[left].flags & NAME and not tokens[left].flags & OWNER
            return Phrase(left, left, tokens[left].namings, Noun.PERSON) if named else None
        if not tokens[at].flags & WORD:
            return None
    return None


def _over_short_name(tokens: list[Token], last: int) -> int:
    """Step left over "(KCNA)"."""
    if last < _SHORT or not tokens[last].flags & CLOSE:
        return last
    return next((at - 1 for at in range(last - 1, last - _SHORT, -1) if tokens[at].flags & OPEN), last)
