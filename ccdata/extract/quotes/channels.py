"""Through whom the words came: what a medium reports, prints or quotes."""

from __future__ import annotations

from ccdata.authority.cues import Sense, Shape
from ccdata.extract.quotes.credits import credit_of_sentence
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.owners import medium_after
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.subjects import subject_of
from ccdata.extract.quotes.tokens import COMMA, SEMICOLON, Token
from ccdata.extract.quotes.verbs import is_finite, verb_at

_REPORTING = frozenset({"according to", "report"})


def with_channel(tokens: list[Token], at: int, link: Link, front: Link | None) -> Link:
    """Add through whom: "According to Xinhua, Kim said", "Xinhua quoted Kim as saying"."""
    heard = front is not None and front.lemma == "according to" and not _is_past(tokens, link)
    if front is not None and heard and front.speaker.first != link.speaker.first:
        return link._replace(via=front.speaker)
    through = _quoting(tokens, link) or _printed_in(tokens, link) or _telling(tokens, link)
    through = through or _quoted_by(tokens, link.speaker.last + 1)
    if through is not None:
        return link._replace(via=through)
    if link.cue is not None:
        tail = credit_of_sentence(tokens, max(link.cue[1], link.speaker.last))
        reporting = tail is not None and (tail.lemma in _REPORTING or _is_messenger(tail))
        other = tail is not None and tail.speaker.first != link.speaker.first
        if tail is not None and reporting and other and not _has_clause(tokens, max(at, link.cue[1]), tail):
            return link._replace(via=tail.speaker)
    return link


def _has_clause(tokens: list[Token], last: int, tail: Link) -> bool:
    """Say whether a clause of its own holds the tail: "'x,' language that was, according to Kim, ..."."""
    first = min(tail.speaker.first, tail.cue[0] if tail.cue else tail.speaker.first)
    return any(is_finite(tokens, place) for place in range(last + 1, first))


def _is_past(tokens: list[Token], link: Link) -> bool:
    """Say whether a semicolon parts a credit from the head of its sentence."""
    return any(token.flags & SEMICOLON for token in tokens[: link.speaker.first])


def _is_messenger(link: Link) -> bool:
    """Say whether a medium passes the words on: "..., said Yonhap", not "told Yonhap"."""
    told = link.verb is not None and link.verb.senses & Sense.TELL
    return _is_medium(link.speaker) and not told


def _is_medium(phrase: Phrase) -> bool:
    return phrase.is_named and all(naming.kind == "media" for naming in phrase.namings)


def _printed_in(tokens: list[Token], link: Link) -> Phrase | None:
    """Return the medium of "warned in the weekly NAME that", right behind the verb."""
    if link.verb is None or link.verb.end + 2 >= len(tokens):
        return None
    place = link.verb.end + 1
    return medium_after(tokens, place + 1) if tokens[place].word in {"in", "on"} else None


def _quoted_by(tokens: list[Token], place: int) -> Phrase | None:
    """Return the medium of "an official(,) quoted by NAME(,) said"."""
    place += place < len(tokens) and bool(tokens[place].flags & COMMA)
    if place + 2 >= len(tokens) or tokens[place].word not in {"quoted", "cited"}:
        return None
    return phrase_after(tokens, place + 2) if tokens[place + 1].word == "by" else None


def _telling(tokens: list[Token], link: Link) -> Phrase | None:
    """Return the medium or document of "NAME noted that Kim had called it": it tells of his words."""
    that = link.speaker.first - 1
    if that < 1 or tokens[that].word != "that":
        return None
    outer = verb_at(tokens, that - 1)
    if outer is None or not outer.senses & Sense.SAY or outer.passive:
        return None
    found = subject_of(tokens, outer)
    return found if found is not None and _is_medium(found) else None


def _quoting(tokens: list[Token], link: Link) -> Phrase | None:
    """Return who quotes: the subject of "quoted NAME as saying", the agent of "was quoted by NAME as"."""
    if link.verb is None or link.verb.shape != Shape.ING or link.verb.at < 1:
        return None
    if tokens[link.verb.at - 1].word != "as":
        return None
    for at in range(link.verb.at - 2, max(-1, link.verb.at - 14), -1):
        found = verb_at(tokens, at)
        if found is not None and found.lemma in {"quote", "cite", "report"}:
            if found.passive:
                behind = found.end + 1
                return phrase_after(tokens, behind + 1) if tokens[behind].word == "by" else None
            return subject_of(tokens, found)
    return None
