"""Namings to Mention records: every place where an actor is named, in text order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ccdata.document.model import Placed
from ccdata.extract.cast import Cast, Naming
from ccdata.records.ids import Numberer, event_part
from ccdata.records.models import Mention
from ccdata.source.clean import Block


def mention_records(
    placed: Sequence[Placed], cast: Cast, event_ids: Mapping[int, str], numberer: Numberer
) -> tuple[Mention, ...]:
    """Return the mentions of an article; `event_ids` maps an entry's ordinal to its event."""
    made = []
    for index, place in enumerate(placed):
        entry = event_part(event_ids[place.entry.ordinal]) if place.entry else ""
        made += [_mention(place.block, naming, entry, numberer) for naming in cast.namings(index)]
    return tuple(made)


def _mention(block: Block, naming: Naming, entry: str, numberer: Numberer) -> Mention:
    """Make a record; its spans are validated with it, in one step."""
    text = block.text[naming.start : naming.end]
    title = naming.title
    return Mention.model_validate(
        {
            "record_type": "mention",
            "id": numberer.name("mention", text, entry),
            "article_id": numberer.article,
            "actor_id": naming.actor_id,
            "text": text,
            "span": _span(block, naming.start, naming.end),
            "role_title": block.text[title[0] : title[1]] if title else None,
            "role_span": _span(block, *title) if title else None,
            "method": naming.method,
        }
    )


def _span(block: Block, start: int, end: int) -> dict[str, int | str]:
    """Return the fields of a span."""
    first, last = block.range(start, end)
    return {"start": first, "end": last, "exact": block.canonical[first:last]}
