"""A stage for event tests: entries of a chronology in, events out."""

from __future__ import annotations

import datetime as dt

from ccdata.authority import load_authority
from ccdata.document.reader import read_document
from ccdata.extract.cast import build_cast
from ccdata.extract.events import event_ids, event_records
from ccdata.records.ids import Numberer
from ccdata.records.models import Event
from ccdata.source.text import reading_of

_HEAD = """Comparative Connections

US-JAPAN RELATIONS

A TITLE

SOME AUTHOR, SOME UNIVERSITY

{body}

CHRONOLOGY OF US-JAPAN RELATIONS

JANUARY – APRIL {year}

"""


def article(*entries: str, body: str = "Nothing happened.", year: int = 2006) -> str:
    """Return an article with these entries, labels included."""
    return _HEAD.format(body=body, year=year) + "\n\n".join(entries) + "\n"


def events_of(text: str, year: int = 2006) -> tuple[Event, ...]:
    """Return the events of an article."""
    document = read_document(reading_of(text, text.encode(), name="test.txt"))
    placed = tuple(document.placed())
    period = (dt.date(year, 1, 1), dt.date(year, 4, 30))
    cast = build_cast(placed, load_authority(), article_id="cc-8-1-us-japan", period=period)
    numberer = Numberer("cc-8-1-us-japan")
    events, remarks = event_records(document, placed, cast, event_ids(document, numberer))
    assert not remarks
    assert all(a.actor_id is None or a.actor_id in cast.actors for e in events for a in e.actors)
    return events


def event_of(sentence: str, *, year: int = 2006, label: str = "March 14") -> Event:
    """Return the event of one entry."""
    (event,) = events_of(article(f"{label}, {year}: {sentence}", year=year), year)
    return event


def roles_of(event: Event) -> dict[str, str]:
    """Return the roles of an event's actors by the last part of their id."""
    return {(a.actor_id or a.text).removeprefix("actor:").split(":")[-1]: a.role for a in event.actors}
