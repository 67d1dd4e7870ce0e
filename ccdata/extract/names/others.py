"""The second walk, everything but persons: bodies, states, capitals that act, administrations, damage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ccdata.extract.names.candidates import Candidate, Scan
from ccdata.extract.names.context import Body
from ccdata.extract.names.damage import is_state_slip
from ccdata.extract.names.entry import Entered
from ccdata.extract.names.index import Hit, index_of
from ccdata.extract.names.persons import GOVERNMENT
from ccdata.extract.names.roster import Roster
from ccdata.extract.names.states import is_part
from ccdata.extract.names.vessels import bare_name
from ccdata.extract.naming import Naming, Places
from ccdata.records.ids import slug
from ccdata.records.models import Actor
from ccdata.records.terms import Method

_LONG_NAME = re.compile(
    r"[A-Z][\w-]+(?: (?:of|for|and|the|on)){0,3}(?: [A-Z][\w-]+(?: (?:of|for|and|the|on)){0,3}){1,6}"
    r"(?<! of)(?<! and)(?<! the)(?<! for)(?<! on)"
)
_POST = re.compile(r"(?:[Aa]mbassador|[Ee]nvoy|[Cc]onsul|[Rr]epresentative)s? to (?:the )?$")
_SHORT = re.compile(r" \(([A-Z][A-Za-z&-]{0,8}[A-Z])\)")
_NAMED = ("actor", "capital", "seat")
_REACH = 30


class OtherReader:
    """Finds the bodies and states named in the blocks of one article."""

    def __init__(
        self, scans: Iterable[Scan | None], roster: Roster, entered: Entered, article_id: str
    ) -> None:
        self.bodies: dict[str, Actor] = {}
        self.slips: dict[tuple[int, int, int], str] = {}
        self._roster = roster
        self._authority = roster.authority
        self._index = index_of(roster.authority)
        self._entered = entered
        self._article = article_id
        read = [scan for scan in scans if scan]
        self._embassies = self._full_embassies(read)
        self._short = self._short_forms(read)

    def read(self, number: int, scan: Scan, titles: Places) -> Iterator[Naming]:
        """Yield what is named in a block; `titles` are the titles before its persons."""
        for body in scan.bodies:
            yield self._body(body)
        for hit in scan.hits:
            naming = self._hit(hit, scan, titles) if hit.sort in _NAMED else None
            if naming is not None:
                yield naming
        yield from self._shortened(scan) if self._short else ()
        for one in scan.candidates:
            if one.title is None:
                naming = self._government(one, scan) or self._damaged(number, one, scan)
                if naming is not None:
                    yield naming

    def _short_forms(self, scans: Iterable[Scan]) -> dict[str, Body]:
        """Return the bodies that the article gives a short form: "... Front (XYZ)", "USS Chafee"."""
        found: dict[str, set[Body]] = {}
        for scan in scans:
            text = scan.folded.text
            named: list[Body | Hit] = [*scan.bodies, *scan.hits] if " (" in text else []
            for one in named:
                match = _SHORT.match(text, one.end)
                body = self._as_body(one) if match else None
                if match and body and match[1] not in self._authority.aliases:
                    found.setdefault(match[1], set()).add(replace(body, start=0, end=0))
            for body in scan.bodies:
                if body.kind == "vessel":
                    found.setdefault(bare_name(body), set()).add(replace(body, start=0, end=0))
        return {short: next(iter(bodies)) for short, bodies in found.items() if len(bodies) == 1}

    def _as_body(self, one: Body | Hit) -> Body | None:
        """Return a body, or what a pattern names, as a body; None for other patterns."""
        if isinstance(one, Body):
            return one
        return self._known(one.start, one.end, self._owner(one)) if one.entry.is_body else None

    def _known(self, start: int, end: int, actor_id: str) -> Body:
        known = self._authority.actors[actor_id]
        return Body(start, end, known.name, known.kind, known.country, known.id)

    def _shortened(self, scan: Scan) -> Iterator[Naming]:
        """Yield the short forms that this article has explained, and its ships by name ("the Izumo")."""
        known = not self._short.keys().isdisjoint(scan.words.printed)
        for word in scan.words if known else ():
            body = self._short.get(word.text)
            led = body is not None and scan.folded.text.endswith(("the ", "The "), 0, word.start)
            if body is not None and (led or body.kind != "vessel"):
                yield self._body(replace(body, start=word.start, end=word.end))

    def _full_embassies(self, scans: Iterable[Scan]) -> dict[str, set[str]]:
        """Return the embassies named with their host, by the name without it."""
        full: dict[str, set[str]] = {}
        for name, actor_id in self._named_bodies(scans):
            short, host, _ = name.partition(" in ")
            if host and short.startswith("Embassy of "):
                full.setdefault(short, set()).add(actor_id)
        return full

    def _named_bodies(self, scans: Iterable[Scan]) -> Iterator[tuple[str, str]]:
        for scan in scans:
            for hit in scan.hits:
                if hit.entry.is_body:
                    yield self._authority.actors[hit.entry.values[0]].name, hit.entry.values[0]
            for body in scan.bodies:
                yield body.name, body.actor_id or self._id_of(body)

    def _body(self, body: Body) -> Naming:
        full = self._embassies.get(body.name, set())
        only = next(iter(full)) if len(full) == 1 else None
        actor_id = body.actor_id or only or self._provisional(body)
        return _naming(body, actor_id, body.country)

    def _id_of(self, body: Body) -> str:
        return f"actor:{self._article}:{slug(body.name)}"

    def _provisional(self, body: Body) -> str:
        """Return the id of a body that only this article names."""
        actor_id = self._id_of(body)
        if actor_id not in self.bodies:
            self.bodies[actor_id] = _record(actor_id, body)
        return actor_id

    def _hit(self, hit: Hit, scan: Scan, titles: Places) -> Naming | None:
        """A state or body of the authority; a state inside a title is part of it."""
        text, entry = scan.folded.text, hit.entry
        if entry.is_guarded and not text.endswith(("the ", "The "), 0, hit.start):
            return None
        if entry.is_body:
            known = self._authority.actors[self._owner(hit)]
            return Naming(hit.start, hit.end, known.id, known.kind, known.country, "alias")
        if (entry.is_town or not entry.is_state) and hit.start not in scan.acting:
            return None
        if titles.hold(hit.start, hit.end) and not (entry.is_state and text.startswith("'", hit.end)):
            return None
        if entry.is_state and (_is_post(text, hit.start) or is_part(text, hit, scan)):
            return None
        return self._state(hit)

    def _owner(self, hit: Hit) -> str:
        """Of the owners of a shared alias, the one whose state the article names most."""
        owners = hit.entry.values
        if len(owners) == 1:
            return owners[0]
        return max(owners, key=lambda owner: self._roster.states[self._country(owner)])

    def _country(self, actor_id: str) -> str:
        return self._authority.actors[actor_id].country or ""

    def _state(self, hit: Hit) -> Naming:
        code = hit.entry.country or ""
        method: Method = "alias" if hit.entry.is_state else "metonym"
        return Naming(hit.start, hit.end, self._authority.states[code], "country", code, method)

    def _government(self, one: Candidate, scan: Scan) -> Naming | None:
        """A surname's administration ("the Clinton administration") is a body of its own."""
        if not one.single or one.possessive:
            return None
        match = GOVERNMENT.match(scan.folded.text, one.end)
        if match is None:
            return None
        bearers = self._roster.bearers(one.name)
        person = next(iter(bearers.values())) if len(bearers) == 1 else self._roster.prominent(one.name)
        if person is None or person.country is None:
            return None
        name = f"{one.name}{match[0].lower()}"
        return self._body(Body(one.start, match.end(), name, "government", person.country, None))

    def _damaged(self, number: int, one: Candidate, scan: Scan) -> Naming | None:
        """The long name of a body, or the name of a state, with a slip in it."""
        if one.ids:
            return None
        match = _LONG_NAME.match(scan.folded.text, one.start)
        end, near = one.end, self._index.bodies.find(match[0]) if match else None
        if near and match:
            end = match.end()
        elif self._may_be_state(one):
            near = self._index.states.find(one.name)
            near = near if near and is_state_slip(one.name, near) else None
        if near is None:
            return None
        body = self._known(one.start, end, self._authority.aliases[near][0])
        self.slips[number, one.start, end] = body.name
        return _naming(body, body.actor_id, body.country)

    def _may_be_state(self, one: Candidate) -> bool:
        free = not self._roster.bearers(one.name)
        return one.single and free and one.name.lower() not in self._entered.lower


def _record(actor_id: str, body: Body) -> Actor:
    """Return the record of a body that the authority does not know."""
    return Actor(
        record_type="actor",
        id=actor_id,
        name=body.name,
        family_name=None,
        given_name=None,
        kind=body.kind,
        country=body.country,
        native_name=None,
        aliases=(),
        identifiers=(),
        occupancies=(),
        curated=False,
    )


def _naming(body: Body, actor_id: str | None, country: str | None) -> Naming:
    return Naming(
        start=body.start, end=body.end, actor_id=actor_id, kind=body.kind, country=country, method="alias"
    )


def _is_post(text: str, start: int) -> bool:
    """Say whether a post leads to a state: "ambassador to"."""
    if not text.endswith(("to ", "to the "), 0, start):
        return False
    return _POST.search(text, max(0, start - _REACH), start) is not None
