"""Ten records shown against the text they were read from, chosen by rule and not by how well they came out.

The first record of each kind below, in the order of the release; the text is shown around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from dictionary import WRITTEN, table

from ccdata.dataset import Dataset
from ccdata.records import Event, Finding, Quote, Record, Span

AROUND = 160


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of record: what is asked for, and the test that the first one passes."""

    title: str
    fits: Callable[[Any], bool]
    model: type[Record] = Event


CHOICES = (
    Choice("An event of one day", lambda e: e.date_precision == "day"),
    Choice("An event of several days", lambda e: e.date_precision == "range"),
    Choice("An event that the narrative tells too", lambda e: bool(e.passages) and e.date_precision == "day"),
    Choice(
        "An event with somebody who acts and somebody acted on",
        lambda e: {"source", "target"} <= {a.role for a in e.actors},
    ),
    Choice("An event that no type was given", lambda e: e.event_type is None),
    Choice("A quotation of one speaker", lambda q: q.kind == "direct" and len(q.speakers) == 1, Quote),
    Choice(
        "A quotation whose speaker is a pronoun",
        lambda q: any(p.method == "pronoun" for p in q.speakers),
        Quote,
    ),
    Choice("A quotation of a few words", lambda q: q.kind == "fragment" and bool(q.speakers), Quote),
    Choice("Words in marks that nobody said", lambda q: q.attribution == "none", Quote),
    Choice("A finding about the source", lambda f: f.severity == "warning" and f.span is not None, Finding),
)


def ten_records_page(dataset: Dataset) -> str:
    """Return the page."""
    parts = (_shown(dataset, choice) for choice in CHOICES)
    head = [
        "# Ten records in their texts",
        WRITTEN,
        (__doc__ or "").strip(),
        "The record's own characters stand in **bold**.",
    ]
    return "\n\n".join(chain(head, chain.from_iterable(parts))) + "\n"


def _shown(dataset: Dataset, choice: Choice) -> Iterator[str]:
    record = next((one for one in dataset.of_type(choice.model) if choice.fits(one)), None)
    yield f"## {choice.title}"
    if record is None:
        yield "This release has none."
        return
    yield _in_text(dataset, record)
    yield table(["field", "value"], ([f"`{name}`", value] for name, value in _values(record)))
    yield f"Id `{getattr(record, 'id', '')}`. Cite as: {_plain(dataset.cite(record))}"


def _in_text(dataset: Dataset, record: Any) -> str:
    """Quote the text around the record, its characters in bold, cut at white space."""
    text, span = dataset.texts[record.article_id], record.span
    before = text[max(0, span.start - AROUND) : span.start].partition(" ")[2]
    after = text[span.end : span.end + AROUND].rpartition(" ")[0]
    lit = " ".join(f"**{_plain(part.strip())}**" for part in span.exact.split("\n") if part.strip())
    return f"> … {_plain(before)} {lit} {_plain(after)} …"


def _plain(text: str) -> str:
    """Return the text on one line, with nothing in it that Markdown would read."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in " ".join(text.split()))


def _values(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the fields that say something, in short."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in {"record_type", "id", "article_id", "span", "anchors", "links"} or value in (None, ()):
            continue
        if isinstance(value, Span):
            continue
        said = "; ".join(map(_short, value)) if isinstance(value, tuple) else _short(value)
        if said:
            yield name, said


def _party(value: Any) -> str:
    role = f"{value.role}: " if hasattr(value, "role") else ""
    office = f", {value.office}" if value.office else ""
    return f"{role}“{value.text}” = {value.actor_id or 'nobody by name'}{office} ({value.method})"


_WORDS: dict[str, Callable[[Any], str]] = {
    "method": _party,
    "reason": lambda gap: f"{gap.field}: {gap.reason}",
    "trigger": lambda basis: f"rule {basis.rule}, by the words “{basis.trigger.exact}”",
    "evidence": lambda passage: f"“{passage.span.exact[:80]} …” ({passage.evidence})",
    "printed": lambda one: f"{one.field}: printed “{one.printed}”, meant “{one.meant}”",
    "anchor_date": lambda date: f"“{date.text}” = {date.date_edtf}",
    "medium": lambda act: f"“{act.text}” ({act.event_type or 'no type'})",
    "name": lambda place: place.name,
}
"""How a nested value is said, by a field that only its shape has."""


def _short(value: Any) -> str:
    """Return a value as a reader needs it: a party by its words and its actor, a gap by its reason."""
    say = next((words for field, words in _WORDS.items() if hasattr(value, field)), str)
    return _plain(say(value))
