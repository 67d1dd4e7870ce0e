"""The chronology's entries, judged: found at all, then field by field."""

from __future__ import annotations

from collections.abc import Iterator

from ccdata.records import Event
from ccdata.testing.identity import Roster, same_text, same_words
from ccdata.testing.score import Verdict
from ccdata.testing.story import Entry, Part, Story


def judge_entries(story: Story, events: list[Event], roster: Roster) -> Iterator[Verdict]:
    """Judge every entry; an event that is no entry is spurious."""
    left = list(events)
    for entry in story.entries:
        event = _event_of(entry, left)
        yield _verdict("entries", entry.phenomenon, entry.body.text, event.text if event else "")
        if event is None:
            yield from _lost(entry)
            continue
        left.remove(event)
        yield from _judge(entry, event, roster)
    for event in left:
        yield Verdict(
            field="entries", phenomenon="spurious", right=False, expected="", found=event.text, spurious=True
        )


def _event_of(entry: Entry, events: list[Event]) -> Event | None:
    """Return the event with the entry's words, the one with its date first."""
    fitting = [event for event in events if same_words(event.text, entry.body.text)]
    start = entry.label.interval.start if entry.label else None
    return next((event for event in fitting if event.date_start == start), fitting[0] if fitting else None)


def _lost(entry: Entry) -> Iterator[Verdict]:
    """Count the fields of an entry that was not found."""
    style = entry.label.style if entry.label else "lost"
    yield _verdict("date", style, _date_of(entry), "entry not found")
    for part in entry.parts:
        yield _verdict("actors", entry.phenomenon, _part(part), "entry not found")


def _judge(entry: Entry, event: Event, roster: Roster) -> Iterator[Verdict]:
    name = entry.phenomenon
    yield Verdict(
        field="text", phenomenon=name, right=same_text(event.text, entry.body.text),
        expected=entry.body.text, found=event.text,
    )  # fmt: skip
    yield from _judge_date(entry, event)
    yield from _judge_coding(entry, event)
    yield from _judge_parts(entry, event, roster)
    for related in entry.related:
        hits = [found for found in event.related_dates if same_words(found.text, related.text)]
        read = hits[0].date_edtf if hits else ""
        yield _verdict("related_dates", related.phenomenon, related.edtf, read)


def _judge_date(entry: Entry, event: Event) -> Iterator[Verdict]:
    style = entry.label.style if entry.label else "lost"
    read = event.date_edtf or "none"
    yield _verdict("date", style, _date_of(entry), read, exact=True)
    precision = entry.label.interval.precision if entry.label else "unknown"
    yield _verdict("precision", style, precision, event.date_precision)
    if entry.label:
        yield _verdict("label", style, entry.label.text, event.date_text)


def _judge_coding(entry: Entry, event: Event) -> Iterator[Verdict]:
    name = entry.phenomenon
    if entry.types:
        read = event.event_type or "none"
        right = read in entry.types
        expected = " or ".join(entry.types)
        yield Verdict(field="event_type", phenomenon=name, right=right, expected=expected, found=read)
    if entry.medium:
        yield _verdict("medium", name, entry.medium, event.medium)
    if entry.location:
        yield _verdict("location", name, entry.location, event.location.name if event.location else "")
    if entry.countries:
        yield _verdict("countries", name, " ".join(entry.countries), " ".join(sorted(event.countries)))


def _judge_parts(entry: Entry, event: Event, roster: Roster) -> Iterator[Verdict]:
    for part in entry.parts:
        country = part.country if part.how in {"state", "metonym"} else None
        found = [actor for actor in event.actors if roster.is_named(actor.actor_id, part.name, country)]
        roles = [actor.role for actor in found]
        yield Verdict(
            field="actors", phenomenon=entry.phenomenon, right=any(role in part.roles for role in roles),
            expected=_part(part), found=", ".join(roles),
        )  # fmt: skip


def _part(part: Part) -> str:
    return f"{part.name} ({part.how}): {' or '.join(part.roles)}"


def _date_of(entry: Entry) -> str:
    return entry.label.interval.edtf if entry.label else "none"


def _verdict(
    field: str, phenomenon: str, expected: str, found: str | None, *, exact: bool = False
) -> Verdict:
    right = expected == found if exact else same_words(expected, found)
    return Verdict(field=field, phenomenon=phenomenon, right=right, expected=expected, found=found or "")
