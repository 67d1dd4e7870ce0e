"""The channel of an act and the modes that words around the verb decide.

remote   = "by phone" | "via videoconference" | "virtually" ...     in the entry's first sentence
mode     = multilateral (a forum of several states) | phone (any remote channel) | visit
"""

from __future__ import annotations

from dataclasses import replace

from ccdata.extract.events.clause import Clause
from ccdata.extract.events.coding import Code
from ccdata.records.terms import Medium

_MODES = {
    "REQUEST": ("yield", "meet", "assist"),
    "REJECT": ("meet", "assist"),
    "THREATEN": ("relations", "violence"),
}
"""The modes that words decide, the first that fits."""
_REACH = 18
_NOT_LATER = {"before", "after", "following"}


def with_channel(clause: Clause, code: Code) -> Code:
    """Return the code with the channel and the mode that the clause's words give."""
    code = _with_mode(clause, code)
    if code.type != "CONSULT" and code.medium not in {"in_person", "unknown"}:
        return code
    channel = remote(clause, code)
    if channel is None:
        return _located(clause, code)
    if code.type == "CONSULT":
        return replace(code, medium=channel, mode="phone")
    return replace(code, medium=channel) if code.type is None and code.cc == "ceremony" else code


def remote(clause: Clause, code: Code) -> Medium | None:
    """Return the remote channel that the clause names."""
    end = _own_end(clause, code)
    phone, video = clause.triggers.words["remote_phone"], clause.triggers.words["remote_video"]
    for place in range(clause.low, end):
        word = clause.at(place)
        if word in phone and not _is_aside(clause, place):
            return "phone"
        if word in video:
            return "video"
    return None


def _own_end(clause: Clause, code: Code) -> int:
    """Return where the words of the main act end: before the next "and VERB" or report."""
    start = code.predicate.end if code.predicate else clause.low
    for place in range(start, clause.high):
        if clause.at(place) in {";", "that"} or (clause.at(place) in _NOT_LATER and place > start):
            return place
    return clause.high


def _is_aside(clause: Clause, place: int) -> bool:
    return clause.at(place + 1) in {"company", "maker", "giant", "lines", "line", "booth", "number"}


def _located(clause: Clause, code: Code) -> Code:
    """A talk of unknown channel at a place or on the sidelines of a meeting is in person."""
    if code.type != "CONSULT" or code.medium != "unknown" or code.predicate is None:
        return code
    for place in range(clause.low, min(code.predicate.end + 25, clause.high)):
        word = clause.at(place)
        if word in {"sidelines", "margins"}:
            return replace(code, medium="in_person")
        if word in {"in", "at"} and place + 1 < clause.high and _is_place(clause, place + 1):
            return replace(code, medium="in_person")
    return code


def _is_place(clause: Clause, place: int) -> bool:
    from ccdata.extract.events.places import is_place

    return clause.words[place].capital and is_place(clause.words, place)


def _with_mode(clause: Clause, code: Code) -> Code:
    """Give a request, a refusal or a threat the mode that the words behind its verb show."""
    if code.type is None or code.mode is not None or code.predicate is None:
        return code
    end = min(code.predicate.end + _REACH, clause.high)
    tail = {clause.at(place) for place in range(code.predicate.verb, end)}
    shown = (mode for mode in _MODES.get(code.type, ()) if tail & clause.triggers.words[f"modes.{mode}"])
    return replace(code, mode=next(shown, "change" if code.type == "REQUEST" else None))
