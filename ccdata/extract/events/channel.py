"""The channel of an act and the modes that words around the verb decide.

remote   = "by phone" | "via videoconference" | "virtually" ...     in the entry's first sentence
letter   = "in" ["a" | "an" | HIS] [ADJECTIVE] "letter"             what is said, urged, promised in it
meeting  = ("at" | "during" | "in" | "on the margins of") MEETING   what is told or agreed there, face to face
mode     = multilateral (a forum of several states) | phone (any remote channel) | visit
"""

from __future__ import annotations

from ccdata.extract.events.clause import Clause
from ccdata.extract.events.coding import Code
from ccdata.extract.events.places import is_place
from ccdata.records.terms import Medium

_MODES = {
    "REQUEST": ("yield", "meet", "assist"),
    "REJECT": ("meet", "assist"),
    "THREATEN": ("relations", "violence"),
}
"""The modes that words decide, the first that fits."""
_REACH = 18
_NEAR = 4
_PHRASE = 9
_TELLING = frozenset({"tell", "tells", "told", "assure", "assures", "assured", "urge", "urges", "urged"})
_NOT_LATER = frozenset({"before", "after", "following"})
_REPORTING = frozenset({";", "that"})
_BY = frozenset({"by", "via"})
_MARGINS = frozenset({"sidelines", "margins"})
_DURING = frozenset({"at", "during", "in"})
_NO_TALK = frozenset({",", "press", "news"})
_CLOSING = frozenset({"prepositions", "breaks"})


def with_channel(clause: Clause, code: Code) -> Code:
    """Return the code with the channel and the mode that the clause's words give."""
    code = _with_mode(clause, code)
    if code.medium in {"statement", "unknown"} and code.rule is not None and _by_letter(clause, code):
        return code._replace(medium="letter")
    if _face_to_face(clause, code):
        code = code._replace(medium="in_person")
    if code.medium == "statement" and (wire := _by_wire(clause, code)) is not None:
        return code._replace(medium=wire)
    if code.type != "CONSULT" and code.medium not in {"in_person", "unknown"}:
        return code
    channel = remote(clause, code)
    if channel is None:
        return _located(clause, code)
    if code.type == "CONSULT":
        return code._replace(medium=channel, mode="phone")
    staged = code.type is None and code.cc in {"ceremony", "statement"}
    return code._replace(medium=channel) if staged else code


def _by_letter(clause: Clause, code: Code) -> bool:
    """Say whether the act is done in a letter."""
    if clause.triggers.words["by_letter"].isdisjoint(clause.lowers):
        return False
    return any(
        clause.at(place) in {"in", "by"} and _opens_letter(clause, place + 1)
        for place in range(clause.low, _own_end(clause, code))
    )


def _opens_letter(clause: Clause, start: int) -> bool:
    there = range(start, min(start + _NEAR, clause.high))
    letter = next((p for p in there if clause.at(p) in clause.triggers.words["by_letter"]), None)
    return letter is not None and not any(
        clause.is_in(p, "prepositions") or clause.at(p) == "response" for p in range(start, letter)
    )


def _face_to_face(clause: Clause, code: Code) -> bool:
    """Say whether something is told to somebody, or agreed, at a meeting."""
    if code.predicate is None:
        return False
    told = code.medium == "statement" and clause.at(code.predicate.verb) in _TELLING
    if not told and (code.type != "AGREE" or code.medium != "unknown"):
        return False
    end = _own_end(clause, code)
    heard = range(code.predicate.end, min(code.predicate.end + _NEAR, end))
    if told and (code.predicate.passive or any(clause.is_in(p, "hearers") for p in heard)):
        return False
    opened = clause.at(clause.low) == "meeting" and clause.at(clause.low + 1) in {"in", "at", "on", "with"}
    if opened or not _MARGINS.isdisjoint(clause.lowers[clause.low : end]):
        return True
    return any(clause.lowers[p] in _DURING and _is_meeting(clause, p + 1) for p in range(clause.low, end))


def _is_meeting(clause: Clause, start: int) -> bool:
    """Read `[the] ... MEETING` behind at, during, in."""
    for ahead in range(start, min(start + _PHRASE - 1, clause.high)):
        word = clause.row[ahead]
        if not word.classes.isdisjoint(_CLOSING) or word.lower in _NO_TALK:
            return False
        if "meeting" in clause.triggers.nouns.get(word.lower, ()) and not clause.is_in(ahead + 1, "forces"):
            return True
    return False


def remote(clause: Clause, code: Code) -> Medium | None:
    """Return the remote channel that the clause names."""
    phone, video = clause.triggers.words["remote_phone"], clause.triggers.words["remote_video"]
    if phone.isdisjoint(clause.lowers) and video.isdisjoint(clause.lowers):
        return None
    for place in range(clause.low, _own_end(clause, code)):
        word = clause.at(place)
        if word in phone and not _is_aside(clause, place):
            return "phone"
        if word in video:
            return "video"
    return None


def _by_wire(clause: Clause, code: Code) -> Medium | None:
    """Return the channel of what is said "by telephone", "via video link"."""
    phone, video = clause.triggers.words["remote_phone"], clause.triggers.words["remote_video"]
    if code.predicate is None or (phone.isdisjoint(clause.lowers) and video.isdisjoint(clause.lowers)):
        return None
    for place in range(code.predicate.end + 1, _own_end(clause, code)):
        if clause.lowers[place - 1] in _BY and not _is_aside(clause, place):
            word = clause.lowers[place]
            if word in phone or word in video:
                return "phone" if word in phone else "video"
    return None


def _own_end(clause: Clause, code: Code) -> int:
    """Return where the words of the main act end: before a report, or what came before or after it."""
    start = code.predicate.end if code.predicate else clause.low
    for place in range(start, clause.high):
        word = clause.lowers[place]
        if word in _REPORTING or (word in _NOT_LATER and place > start):
            return place
    return clause.high


def _is_aside(clause: Clause, place: int) -> bool:
    return clause.at(place + 1) in {"company", "maker", "giant", "lines", "line", "booth", "number"}


def _located(clause: Clause, code: Code) -> Code:
    """A talk of unknown channel at a place or on the sidelines of a meeting is in person."""
    if code.type != "CONSULT" or code.medium != "unknown" or code.predicate is None:
        return code
    for place in range(clause.low, min(code.predicate.end + 25, clause.high)):
        word = clause.lowers[place]
        if word in _MARGINS:
            return code._replace(medium="in_person")
        if word in {"in", "at"} and place + 1 < clause.high and _is_place(clause, place + 1):
            return code._replace(medium="in_person")
    return code


def _is_place(clause: Clause, place: int) -> bool:
    return clause.row[place].capital and is_place(clause.words, place)


def _with_mode(clause: Clause, code: Code) -> Code:
    """Give a request, a refusal or a threat the mode that the words behind its verb show."""
    if code.type not in _MODES or code.mode is not None or code.predicate is None:
        return code
    end = min(code.predicate.end + _REACH, clause.high)
    tail, words = clause.lowers[code.predicate.verb : end], clause.triggers.words
    shown = (mode for mode in _MODES[code.type] if not words[f"modes.{mode}"].isdisjoint(tail))
    return code._replace(mode=next(shown, "change" if code.type == "REQUEST" else None))
