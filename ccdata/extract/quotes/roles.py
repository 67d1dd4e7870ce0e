"""What else a sentence says of a quotation: to whom the words go, and whether they are denied.

addressee = VERB of telling NAME | "to" NAME behind a verb of saying | "in a letter/message/speech to NAME"
disputed  = a verb of denying, with the words as what is denied: directly, or "the claim that 'x'"
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Sense, Word
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.tokens import BREAK, COMMA, QUOTE, STOP, Token

_SENT = frozenset(
    {
        "letter",
        "message",
        "speech",
        "address",
        "remarks",
        "telegram",
        "note",
        "reply",
        "response",
        "toast",
        "email",
        "cable",
    }
)
_NEAR = 12
_FRONT = 16
_DIRECT = 2
_OBJECTS = frozenset({"him", "them", "me", "us"})
_ABOUT = frozenset({"about", "around", "over", "nearly", "roughly"})
_ASKED = frozenset({"question", "questions", "query", "inquiry"})


def addressees_of(tokens: list[Token], at: int, link: Link) -> Phrase | None:
    """Return who is spoken to, named in the quotation's own clause."""
    if link.cue is None:
        return None
    asked = _asked_by(tokens, link.cue[0])
    if asked is not None:
        return asked
    if link.verb is None:
        return _to(tokens, link.cue[1] + 1, at)
    place = link.cue[1] + 1
    if link.speaker.first > link.cue[1]:
        place = link.speaker.last + 1
    if link.verb.senses & Sense.TELL and link.speaker.first < link.cue[0]:
        found = _told(tokens, place, at)
        if found is not None:
            return found
    return _to(tokens, place, at)


def _asked_by(tokens: list[Token], cue: int) -> Phrase | None:
    """Read "In a speech to NAME, ...", "In response to a question from NAME, ..." before the cue."""
    for at in range(1, min(cue, _FRONT)):
        token = tokens[at]
        asked = token.word == "from" and tokens[at - 1].word in _ASKED
        asked = asked or (token.word == "by" and at == 1 and tokens[0].word == "asked")
        spoken = token.word == "to" and tokens[at - 1].word in _SENT and tokens[0].flags & Word.PREPOSITION
        if asked or spoken:
            found = phrase_after(tokens, at + 1)
            if found is not None and (found.is_named or found.noun & Noun.PERSON):
                return found
    return None


def _told(tokens: list[Token], place: int, at: int) -> Phrase | None:
    if place >= len(tokens) or tokens[place].flags & (QUOTE | COMMA | STOP) or tokens[place].word == "that":
        return None
    if _is_object_pronoun(tokens, place):
        return Phrase(place, place, tokens[place].namings, Noun.PERSON)
    if tokens[place].word in _ABOUT and place + 1 < len(tokens):
        place += 1
    if tokens[place].flags & Word.PREPOSITION or tokens[place].word == "to":
        return None
    found = phrase_after(tokens, place)
    if found is None or not (found.is_named or found.noun & Noun.PERSON):
        return None
    alone = found.first == found.last and tokens[found.first].flags & Word.DETERMINER and not found.is_named
    return found if not place <= at <= found.last and not alone else None


def _is_object_pronoun(tokens: list[Token], place: int) -> bool:
    """Read "told them", "assured her that", "promised her 'x'": no "told her boss"."""
    word, following = tokens[place].word, tokens[place + 1] if place + 1 < len(tokens) else None
    if word in _OBJECTS:
        return True
    ends = following is None or bool(following.flags & (QUOTE | BREAK | Word.PREPOSITION | Word.SUBORDINATOR))
    return word == "her" and ends


def _to(tokens: list[Token], place: int, at: int) -> Phrase | None:
    """Read "said to NAME", "wrote in a letter to NAME"."""
    for start in range(place, min(len(tokens) - 1, place + _NEAR)):
        token = tokens[start]
        if token.flags & (QUOTE | COMMA | STOP) or token.word == "that" or start == at:
            return None
        if token.word == "to" and (start == place or tokens[start - 1].word in _SENT):
            found = phrase_after(tokens, start + 1)
            return found if found is not None and found.is_named else None
    return None


def is_disputed(tokens: list[Token], at: int, link: Link) -> bool:
    """Say whether the speaker uses the words to deny them."""
    if link.verb is None or not link.verb.senses & Sense.DENY or link.verb.end >= at:
        return False
    between = tokens[link.verb.end + 1 : at]
    if any(token.word == "as" for token in between[-3:]):
        return False
    claimed = any(token.noun & Noun.CLAIM or token.word == "that" for token in between)
    return claimed or len(between) <= _DIRECT
