"""Event records of a document: one for every entry of its chronology."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from operator import attrgetter

from ccdata.authority import load_authority
from ccdata.authority.plover import load_plover
from ccdata.document.model import Document, Entry, Placed
from ccdata.extract.article import links_of
from ccdata.extract.cast import Cast, known_record
from ccdata.extract.events.coding import Code
from ccdata.extract.events.contexts import contexts
from ccdata.extract.events.happenings import basis_of, happenings
from ccdata.extract.events.passages import Narrative, read_narrative
from ccdata.extract.events.places import Place, find_place, find_water, landmark_at, place_at
from ccdata.extract.events.related import related_dates
from ccdata.extract.events.roles import Casting, strongest
from ccdata.extract.events.telling import Telling, tell
from ccdata.extract.events.words import MOST, Words
from ccdata.extract.naming import Naming
from ccdata.records.dates import DateInterval
from ccdata.records.ids import Numberer
from ccdata.records.models import Event
from ccdata.records.remarks import Remark
from ccdata.records.shapes import (
    Anchor,
    Basis,
    EventActor,
    Gap,
    Location,
)
from ccdata.source.clean import Block

_REMOTE = {"phone", "video", "letter"}
_ABOUT = {"of", "over", "about", "regarding", "for", "from", "against", "on"}
_GOING = {"return", "return to", "arrive in", "arrive at", "dock in", "dock at", "land in", "sail to"}
_REACHING = {*_GOING, "visit", "tour", "transit"}
_PLACE = attrgetter("start", "end")
_FORUM = 3
"""So many states make a meeting multilateral."""


def event_ids(document: Document, numberer: Numberer) -> dict[int, str]:
    """Give every entry its event's id, by ordinal, from its own words."""
    return {
        entry.ordinal: numberer.name("event", entry.body.text)
        for entry in document.entries
        if entry.body.text
    }


def event_records(
    document: Document, placed: Sequence[Placed], cast: Cast, ids: Mapping[int, str]
) -> tuple[tuple[Event, ...], tuple[Remark, ...]]:
    """Return the events of a document's entries, and a remark for each entry without words."""
    narrative = read_narrative(placed, cast)
    make = partial(_event, document=document, cast=cast, ids=ids, narrative=narrative)
    events = tuple(make(number, item) for number, item in enumerate(placed) if item.entry is not None)
    return events, tuple(_empty(document.entries))


def _empty(entries: Sequence[Entry]) -> Iterator[Remark]:
    for entry in entries:
        if not entry.body.text:
            message = "an entry without words"
            yield Remark(code="line-unread", message=message, start=entry.span.start, end=entry.span.end)


def _event(
    number: int, item: Placed, *, document: Document, cast: Cast, ids: Mapping[int, str], narrative: Narrative
) -> Event:
    entry = item.entry
    assert entry is not None
    body, label = entry.body, _interval(entry)
    namings = sorted((*cast.namings(number), *cast.references(number)), key=_PLACE)
    told = tell(body.text, namings)
    code = told[0].code
    castings = strongest([casting for telling in told for casting in telling.castings])
    actors = tuple(_actor(number, c, cast, label.start if label else None) for c in castings)
    place = _location(told[0], body)
    countries = _countries(castings, told[0], place)
    code = _multilateral(told[0], countries)
    kind = load_plover().types.get(code.type or "")
    related = related_dates(body, label)
    basis = basis_of(told[0], code, body)
    return Event(
        record_type="event",
        id=ids[entry.ordinal],
        article_id=ids[entry.ordinal].split(":")[0],
        ordinal=entry.ordinal,
        date_text=document.clean.slice(entry.date_span.start, entry.date_span.end)
        if entry.date_span
        else None,
        date_span=entry.date_span,
        date_start=label.start if label else None,
        date_end=label.end if label else None,
        date_edtf=label.edtf if label else None,
        date_precision=label.precision if label else "unknown",
        text=body.text,
        span=entry.span,
        actors=actors,
        countries=countries,
        event_type=code.type,
        event_mode=code.mode,
        contexts=contexts(_words(told), code),
        quad_code=kind.quad if kind else None,
        magnitude=kind.magnitude(code.mode) if kind else None,
        cc_type=code.cc,
        status=code.status,
        basis=basis,
        codebook_version=load_plover().version,
        medium=code.medium,
        location=place,
        related_dates=related,
        happenings=tuple(happenings(told, body, label, related)),
        quote_ids=(),
        links=tuple(links_of(body)) if body.marks else (),
        passages=narrative.passages(entry.ordinal, label, actors, code, body.text),
        same_as=(),
        anchors=tuple(_anchors(code, basis)),
        gaps=tuple(_gaps(entry, code)),
        corrections=(),
    )


def _words(told: Sequence[Telling]) -> tuple[str, ...]:
    """Return the words of an entry, lower case, as many as are read of a sentence."""
    if len(told) == 1:
        return told[0].clause.words.lowers
    return tuple(islice(chain.from_iterable(telling.clause.words.lowers for telling in told), MOST))


def _interval(entry: Entry) -> DateInterval | None:
    return entry.label.date.interval if entry.label else None


def _multilateral(telling: Telling, countries: Sequence[str]) -> Code:
    """A meeting of a body of states, or of three states and more, is multilateral."""
    code = telling.code
    if code.type != "CONSULT" or code.mode == "visit" or code.medium == "phone":
        return code
    acting = [c for c in telling.castings if c.role != "mentioned" or code.frame == "attend"]
    states = {c.naming.country for c in acting if c.role != "mentioned"} & set(countries)
    forum = any(_is_forum(c.naming.actor_id or "") for c in acting)
    return code._replace(mode="multilateral") if forum or len(states) >= _FORUM else code


def _is_forum(actor_id: str) -> bool:
    known = load_authority().actors.get(actor_id)
    return known is not None and known.kind == "igo"


def _actor(number: int, casting: Casting, cast: Cast, on: dt.date | None) -> EventActor:
    naming = casting.naming
    if naming.actor_id is not None and naming.actor_id not in cast.actors:
        _enlist(naming, cast)
    return EventActor(**cast.party_fields(number, naming, on), role=casting.role)


def _enlist(naming: Naming, cast: Cast) -> None:
    """Add the record of a state that acts by an adjective only."""
    actor_id = naming.actor_id or ""
    cast.actors[actor_id] = known_record(load_authority(), actor_id)


def _countries(castings: Sequence[Casting], told: Telling, place: Location | None) -> tuple[str, ...]:
    """Return the states that act or are acted on: hosts and goals by their place too."""
    found = {
        c.naming.country for c in castings if c.role != "mentioned" and c.naming.country and not _hears(c)
    }
    if (
        place
        and place.country
        and told.code.type in {"AID", "CONSULT"}
        and told.code.frame in {"visit", "directed"}
    ):
        found.add(place.country)
    return tuple(sorted(found))


def _hears(cast: Casting) -> bool:
    """Say whether a medium is only told something."""
    return cast.role == "target" and cast.naming.kind == "media"


def _location(telling: Telling, body: Block) -> Location | None:
    """Return the place of the act; a remote one has none."""
    code = telling.code
    if code.medium in _REMOTE or code.predicate is None:
        return None
    clause = telling.clause
    behind = clause.row[code.predicate.end : clause.high]
    breaks = (place for place, word in enumerate(behind, code.predicate.end) if "breaks" in word.classes)
    end = code.rest or next(breaks, clause.high)
    towards = code.frame == "visit" or code.type == "AID" or code.predicate.lemma in _GOING
    if code.medium in {"statement", "military"}:
        topic = _ABOUT if code.medium != "military" else {"from"}
        end = next((p for p in range(code.predicate.end, end) if clause.at(p) in topic), end)
    reached = code.rule == "consult.visit" or code.type == "ASSAULT" or code.predicate.lemma in _REACHING
    direct = _goal(clause.words, code.predicate.end) if reached else None
    found = direct or find_place(clause.words, clause.low, end, towards=towards)
    if found is None and code.medium == "military":
        found = find_water(clause.words, code.predicate.verb, end)
    if found is None:
        return None
    start, stop = clause.words.starts[found.first], clause.words.ends[found.last]
    return Location(name=body.text[start:stop], country=found.country, span=body.span(start, stop))


def _goal(words: Words, start: int) -> Place | None:
    """Return the place that the verb takes: "visits TOKYO", "transits the SOYA STRAIT"."""
    start += start < words.size and words.lowers[start] == "the"
    return place_at(words, start) or landmark_at(words, start)


def _anchors(code: Code, basis: Basis | None) -> Iterator[Anchor]:
    """The trigger is where the code was read, PLOVER's or ours."""
    if basis is None:
        return
    if code.type:
        yield Anchor(field="event_type", span=basis.trigger)
    if code.cc:
        yield Anchor(field="cc_type", span=basis.trigger)


def _gaps(entry: Entry, code: Code) -> Iterator[Gap]:
    if entry.label is None:
        yield Gap(field="date_start", reason="lost_in_source")
    elif entry.label.date.interval is None:
        yield Gap(field="date_start", reason="contradictory")
    if code.type is None:
        yield Gap(field="event_type", reason=code.gap or "no_rule")
