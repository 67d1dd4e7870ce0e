"""Promises 1 and 2, for events: any words give records, in linear time, whose spans and texts hold."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccdata.authority.plover import load_plover
from ccdata.authority.triggers import load_triggers
from ccdata.extract.events.telling import parts, tell
from ccdata.source.clean import CleanText

sys.path.insert(0, str(Path(__file__).parents[1] / "extract"))
from event_stage import article, events_of

_MARKS = [
    "Japan",
    "US-ROK",
    "Beijing",
    "(",
    ")",
    '"',
    ",",
    ".",
    ";",
    "and",
    "that",
    "to",
    "with",
    "who",
    "not",
    "will",
    "may",
    "is",
    "been",
    "’s",
    "[x](#)",
    "**",
]
_WORDS = [*sorted(load_triggers().forms)[::7], *_MARKS]
_ENTRY = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40).map(" ".join)


@given(st.one_of(_ENTRY, st.text(min_size=1, max_size=200)))
@settings(max_examples=150)
def test_any_words_are_told(text: str) -> None:
    for telling in tell(text, ()):
        for told in (telling, *parts(telling)):
            assert 0 <= told.start < told.end <= len(text)
            kind = load_plover().types.get(told.code.type or "")
            assert (told.code.type is None) == (kind is None)
            assert told.code.mode is None or (kind is not None and told.code.mode in kind.modes)
            assert (told.code.gap is None) == (told.code.type is not None)


@given(st.lists(_ENTRY, min_size=1, max_size=4))
@settings(max_examples=40)
def test_spans_hold_and_texts_derive(entries: list[str]) -> None:
    text = article(*(f"March {day}, 2006: Japan {entry}." for day, entry in enumerate(entries, 1)))
    clean = CleanText(text)
    for event in events_of(text):
        held = [(item.span, item.text) for item in event.actors]
        held += [(item.span, item.text) for item in event.related_dates]
        held += [(item.span, item.text) for item in event.happenings]
        held += [(item.span, item.text) for item in event.links]
        for span, words in held:
            assert span.holds(text)
            assert clean.slice(span.start, span.end) == words
            assert event.span.covers(span)
        if event.location:
            assert clean.slice(event.location.span.start, event.location.span.end) == event.location.name
        assert event.basis is None or event.span.covers(event.basis.trigger)


@pytest.mark.parametrize(
    "unit",
    [
        "who, ",
        "and says ",
        "that ",
        "Japan, ",
        "(",
        '"',
        "to meet ",
        "Japan says that ",
        "talks. ",
        "a day before ",
        "x",
    ],
)
@pytest.mark.usefixtures("no_hang")
def test_hostile_text_is_told_to_its_end(unit: str) -> None:
    text = "Japan meets " + unit * (30_000 // len(unit))
    tellings = tell(text, ())
    assert tellings
    assert all(0 <= part.start <= part.end <= len(text) for telling in tellings for part in parts(telling))
