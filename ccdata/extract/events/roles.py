"""Who takes part in an act, and as what.

Each naming of a sentence stands in a region of it; the frame of the act says what a region means:

    sentence = [LEAD ","] SUBJECT verb OBJECT (PREPOSITION phrase)* ["that" REPORT] | TAIL

    frame       subject            object       with, between   by           to, for, on, against ...
    reciprocal  participant        participant  participant     participant  mentioned
    joint       participant        participant  participant     participant  mentioned
    host        source             participant  participant     participant  mentioned
    attend      participant        mentioned    participant     participant  mentioned
    visit       source             target       participant     participant  target
    directed    source             target       target          source       target, the nearest kind only
    passive     target (passive)   target       mentioned       source       mentioned
    self        participant        mentioned    mentioned       mentioned    mentioned
    statement   source             target       target          mentioned    target

In the passive, subject and "by" change places. Several agents of one act are all participants. A state
named inside a title is no actor; a body named there is mentioned. What stands in marks is mentioned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ccdata.authority.triggers import Frame
from ccdata.extract.events.clause import Clause
from ccdata.extract.events.coding import Code
from ccdata.extract.events.regions import MARKS, regions
from ccdata.extract.events.words import Words
from ccdata.extract.naming import Naming
from ccdata.records.terms import Role

_RANK: Mapping[str, int] = {"source": 3, "target": 2, "participant": 2, "mentioned": 0}
_NEAR: Mapping[str, int] = {
    "object": 1, "to": 2, "with": 2, "against": 2, "toward": 2, "towards": 2, "on": 3, "upon": 3, "at": 3,
    "from": 3,
    "for": 3, "into": 3, "between": 2, "of": 4, "over": 4, "about": 4, "regarding": 4, "possessor": 5,
}  # fmt: skip
_PARTNER = frozenset({"with", "between", "among", "alongside", "including", "chair", "together"})
_JOINED: Mapping[Frame, frozenset[str]] = {
    "host": frozenset({"object", "subject", "chair"}) | _PARTNER,
    "attend": frozenset({"with", "chair", "including", "together"}),
    "visit": frozenset({"with", "chair"}),
}
"""The regions whose bearers join in, by frame."""
_CHAIRING = frozenset({"chairmanship", "presidency", "auspices"})
"""A state under whose chairmanship a meeting is held takes part in it."""
_FIXED = frozenset({"subject", "object", "post"})
_BEFORE_TITLE = 4
_LATER = {
    "report": frozenset({"REQUEST", "AGREE", "SANCTION", "THREATEN", "AID", "ACCUSE"}),
    "aim": frozenset({"AGREE", "SANCTION", "REJECT", "THREATEN", "AID"}),
}
_LAST = 6


class Casting(NamedTuple):
    """A naming in its role."""

    naming: Naming
    role: Role


class _Placed(NamedTuple):
    naming: Naming
    region: str
    possessive: bool


def cast_sentence(clause: Clause, code: Code, namings: Sequence[Naming]) -> list[Casting]:
    """Give every naming of a sentence its role."""
    if not namings:
        return []
    titles = [(n.title, n) for n in namings if n.title]
    titled = [n for n in namings if _in_title(n, titles)] if titles else []
    named = [n for n in namings if n not in titled] if titled else namings
    roles = _roles(code, _placed(clause, code, named))
    return [*roles, *(Casting(n, "mentioned") for n in titled if n.kind != "country")]


def _in_title(naming: Naming, titles: Sequence[tuple[tuple[int, int], Naming]]) -> bool:
    """Say whether the naming stands inside the title of another, or is the state before one ("Japan's")."""
    for (start, end), other in titles:
        before = naming.kind == "country" and 0 < start - naming.end < _BEFORE_TITLE
        if (before or start <= naming.start < end) and other is not naming:
            return True
    return False


def _placed(clause: Clause, code: Code, namings: Sequence[Naming]) -> list[_Placed]:
    """Return the namings with their regions; the state in "ambassador to Russia" has none."""
    words, found = clause.words, list[_Placed]()
    named = regions(clause, code, namings)
    for naming in namings:
        place = _place(words, naming)
        if place is None:
            continue
        after = max(place, words.begins(naming.end))
        possessive = clause.lowers[after] == "'s"
        region = "tail" if words.asides[place] in MARKS else named[place]
        if possessive and region not in _FIXED and clause.lowers[after + 1] in _CHAIRING:
            region = "chair"
        if region != "post":
            found.append(_Placed(naming, region, possessive and region != "chair"))
    return found


def _place(words: Words, naming: Naming) -> int | None:
    """Return the word that begins with the naming, or holds it (a half of "US-ROK")."""
    offset = naming.title[0] if naming.title else naming.start
    place = words.begins(offset)
    if place < words.size and words.starts[place] == offset:
        return place
    place = words.begins(naming.start + 1) - 1
    return place if place >= 0 and naming.start < words.ends[place] else None


def _roles(code: Code, placed: Sequence[_Placed]) -> list[Casting]:
    frame, passive = code.frame, bool(code.predicate and code.predicate.passive)
    by = passive and frame not in {"reciprocal", "joint", "occur", "self", "attend"}
    agents = _agents(placed, "by" if by else "subject")
    made = [Casting(p.naming, _role(frame, p, agents, passive=passive)) for p in placed]
    if frame in {"directed", "statement", "visit"}:
        made = _aimed(code, placed, made, passive=passive)
    return _alone(code, placed, made)


def _agents(placed: Sequence[_Placed], region: str) -> list[Naming]:
    """Return who acts: the namings of the agent's region; a possessor only where nobody else is there."""
    there = [p for p in placed if p.region == region]
    plain = [p.naming for p in there if not p.possessive]
    return plain or [p.naming for p in there]


def _role(frame: Frame, item: _Placed, agents: list[Naming], *, passive: bool) -> Role:
    if item.naming in agents:
        return _agent_role(frame, agents, passive=passive)
    if item.possessive and item.region != "object":
        return "mentioned"
    if frame in {"reciprocal", "joint", "occur"}:
        return _mutual(item)
    if frame == "passive":
        return "target" if item.region == ("subject" if passive else "object") else "mentioned"
    return "participant" if item.region in _JOINED.get(frame, ()) else "mentioned"


def _mutual(item: _Placed) -> Role:
    partner = item.region in _PARTNER | {"by", "chair"} or (item.region == "lead-with")
    if (
        item.region == "object"
        and item.naming.kind in {"person", "country", "government"}
        and not item.possessive
    ):
        partner = True
    return "participant" if partner or (item.region == "subject" and not item.possessive) else "mentioned"


def _agent_role(frame: Frame, agents: list[Naming], *, passive: bool) -> Role:
    if frame in {"reciprocal", "joint", "attend", "self", "occur"}:
        return "participant"
    if frame == "passive" and not passive:
        return "source"
    return "participant" if len({n.actor_id for n in agents}) > 1 else "source"


def _aimed(code: Code, placed: Sequence[_Placed], made: list[Casting], *, passive: bool) -> list[Casting]:
    """Give the nearest kind of aim the role of target."""
    own = {cast.naming.country for cast in made if cast.role in {"source", "participant"}}
    together = sum(cast.role == "participant" for cast in made) > 1
    if together and code.frame == "directed":
        made = [
            c._replace(role="participant") if p.region == "with" and not p.possessive else c
            for p, c in zip(placed, made, strict=True)
        ]
    aims = [(_distance(code, p, own, passive=passive), number) for number, p in enumerate(placed)]
    open_aims = [(d, n) for d, n in aims if d is not None and made[n].role == "mentioned"]
    if not open_aims:
        return made
    nearest = min(d for d, _ in open_aims)
    chosen = {n for d, n in open_aims if d == nearest}
    return [cast._replace(role="target") if n in chosen else cast for n, cast in enumerate(made)]


def _distance(code: Code, item: _Placed, own: set[str | None], *, passive: bool) -> int | None:
    """Return how near an aim is, 1 the nearest; None for what is no aim of this act."""
    region = item.region
    if passive and region == "subject":
        return 1
    if region in _LATER:
        return _LAST if code.type in _LATER[region] and item.naming.country not in own else None
    if code.frame == "visit":
        return 1 if region in {"object", "to"} else None
    spoken_to = code.frame != "statement" or region in {"object", "to", "with"}
    faced = code.type != "MOBILIZE" or region in {"object", "against", "at"}
    return _NEAR.get(region) if spoken_to and faced else None


def _alone(code: Code, placed: Sequence[_Placed], made: list[Casting]) -> list[Casting]:
    """A body that holds its own meeting, or anybody who holds one without a partner, is its source."""
    if code.frame not in {"reciprocal", "joint"}:
        return made
    subjects = {p.naming.actor_id: p.naming for p in placed if p.region == "subject"}
    if len(subjects) != 1:
        return made
    pairs = list(zip(placed, made, strict=True))
    partners = [c for p, c in pairs if c.role == "participant" and p.region != "subject"]
    active = any(c.naming.kind in {"person", "country", "government", "military"} for c in partners)
    own = next(iter(subjects.values()))
    if active and own.kind not in {"igo", "organisation"}:
        return made
    return [
        c._replace(role="source") if p.region == "subject" and c.role == "participant" else c
        for p, c in pairs
    ]


def strongest(casts: Sequence[Casting]) -> list[Casting]:
    """Return one role for each actor: the first that is more than a mention."""
    best: dict[str, Casting] = {}
    for cast in casts:
        key = cast.naming.actor_id or f"{cast.naming.start}"
        held = best.get(key)
        if held is None or (_RANK[held.role] == 0 and _RANK[cast.role] > 0):
            best[key] = cast
    return sorted(best.values(), key=lambda cast: (cast.naming.start, cast.naming.actor_id or ""))
