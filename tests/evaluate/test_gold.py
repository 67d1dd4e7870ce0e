"""The gold itself: it fits its sources and leaves no quotation mark and no chronology line out."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from gold_shard import FILES, GOLD, SECOND

from ccdata.evaluate import Gold, gold_schema, load_gold
from ccdata.evaluate.evaluation import source_of
from ccdata.records import Span

ALL = [*FILES, *SECOND]
_OPEN_OR_CLOSE = re.compile('["“”]')
_LABEL = re.compile(
    r"(?m)^(?:- )?(?:\*\*)?(?:Jan\.|Feb\.|March|April|May|June|July|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) \d"
)


def text_of(gold: Gold) -> str:
    return source_of(gold)[1].decode()


def ids(paths: list[Path]) -> list[str]:
    return [f"{path.parent.name}/{path.stem}" for path in paths]


@pytest.fixture(params=ALL, ids=ids(ALL))
def any_gold(request: pytest.FixtureRequest) -> Gold:
    return load_gold(request.param)


@pytest.fixture(params=FILES, ids=ids(FILES))
def gold(request: pytest.FixtureRequest) -> Gold:
    return load_gold(request.param)


def test_two_articles_and_a_second_reading_of_each() -> None:
    assert [path.name for path in FILES] == [path.name for path in SECOND]
    assert len(FILES) == 2


def test_committed_schema_is_the_generated_one() -> None:
    assert json.loads((GOLD / "schema.json").read_text()) == gold_schema()


@pytest.mark.parametrize("path", ALL, ids=ids(ALL))
def test_lines_fit_the_schema(path: Path) -> None:
    validator = jsonschema_rs.validator_for(json.loads((GOLD / "schema.json").read_text()))
    for line in path.read_text(encoding="utf-8").splitlines():
        validator.validate(json.loads(line))


def test_hash_is_that_of_the_source(any_gold: Gold) -> None:
    data = (any_gold.path.parent / any_gold.header.source).read_bytes()
    assert hashlib.sha256(data).hexdigest() == any_gold.header.sha256


def spans_in(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from spans_in(item)
    elif isinstance(value, dict):
        yield from spans_in(list(value.values()))
    elif hasattr(type(value), "model_fields"):
        yield from spans_in([getattr(value, name) for name in type(value).model_fields])


def test_every_span_slices_back(any_gold: Gold) -> None:
    text = text_of(any_gold)
    spans = list(spans_in(any_gold))
    assert len(spans) > 200
    assert [span for span in spans if not span.holds(text)] == []


def test_every_double_mark_belongs_to_one_quotation(gold: Gold) -> None:
    text = text_of(gold)
    marks = [match.start() for match in _OPEN_OR_CLOSE.finditer(text)]
    double = [quote.span for quote in gold.quotes if quote.marks == "double"]
    edges = [at for span in double for at in (span.start - 1, span.end)]
    assert sorted(edges) == marks


def test_single_marks_stand_as_pairs_and_the_rest_are_apostrophes(gold: Gold) -> None:
    text = text_of(gold)
    pairs = [quote.span for quote in gold.quotes if quote.marks == "single"]
    edges = {at for span in pairs for at in (span.start - 1, span.end)}
    assert {text[at] for at in edges} <= {"'"}
    left = [match.start() for match in re.finditer("['‘’]", text) if match.start() not in edges]
    assert [text[at - 12 : at + 3] for at in left if not re.match(r"\w|\*", text[at - 1])] == []


def test_block_quotations_have_no_marks(gold: Gold) -> None:
    for quote in gold.quotes:
        assert (quote.marks == "none") == (quote.kind == "block")


def test_quotations_are_numbered_in_text_order(gold: Gold) -> None:
    assert [quote.n for quote in gold.quotes] == list(range(1, len(gold.quotes) + 1))
    starts = [quote.span.start for quote in gold.quotes]
    assert starts == sorted(starts)


def test_every_chronology_line_is_an_event(gold: Gold) -> None:
    text = text_of(gold)
    assert gold.article is not None
    behind = gold.article.spans["period"].end
    lines = [behind + match.start() for match in re.finditer(r"(?m)^.*\S.*$", text[behind:])]
    assert [event.span.start for event in gold.events] == lines
    labels = [match.start() for match in _LABEL.finditer(text) if match.start() > behind]
    assert labels == lines
    assert [event.ordinal for event in gold.events] == list(range(1, len(lines) + 1))


def test_dates_are_printed_before_the_body(any_gold: Gold) -> None:
    for event in any_gold.events:
        assert event.date_span is not None
        assert event.span.covers(event.date_span)
        assert event.date_span.exact == event.date_text
        assert event.date_span.end < event.body_start < event.span.end


def test_what_belongs_to_an_entry_stands_in_it(any_gold: Gold) -> None:
    for event in any_gold.events:
        inside = [date.span for date in event.related_dates]
        inside += [happening.span for happening in event.happenings]
        inside += [actor.span for actor in event.actors if actor.span]
        assert all(event.span.covers(span) for span in inside)
        assert not any(event.span.covers(passage.span) for passage in event.passages)


def test_every_actor_that_is_used_is_described(gold: Gold) -> None:
    known = {actor.id for actor in gold.actors}
    assert len(known) == len(gold.actors)
    used = {actor.id for event in gold.events for actor in event.actors}
    used |= {who.id for q in gold.quotes for who in (*q.speakers, *q.addressees, *q.reported_via)}
    used |= {mention.actor_id for mention in gold.mentions}
    assert used - {None} - known == set()


def test_required_mentions_do_not_overlap(gold: Gold) -> None:
    starts = [mention.span.start for mention in gold.mentions]
    assert starts == sorted(starts)
    for one, other in pairwise(mention.span for mention in gold.mentions if not mention.optional):
        assert one.end <= other.start


def test_an_actor_is_required_where_a_mention_is(gold: Gold) -> None:
    required = {mention.actor_id for mention in gold.mentions if not mention.optional}
    assert {actor.id for actor in gold.actors if not actor.optional} == required


def test_references_between_quotations_hold(any_gold: Gold) -> None:
    numbers = {quote.n: quote for quote in any_gold.quotes}
    for quote in any_gold.quotes:
        assert quote.continues is None or numbers[quote.continues].span.end < quote.span.start
        assert quote.within is None or numbers[quote.within].span.covers(quote.span)


def test_quotations_name_the_entry_they_stand_in(any_gold: Gold) -> None:
    entries = {event.ordinal: event.span for event in any_gold.events}
    for quote in any_gold.quotes:
        if quote.event_ordinal in entries:
            assert entries[quote.event_ordinal].covers(quote.span)
        else:
            assert not any(span.covers(quote.span) for span in entries.values())


def test_an_answer_is_not_its_own_alternative(gold: Gold) -> None:
    for event in gold.events:
        assert event.event_type not in event.alt_event_types
        assert event.medium not in event.alt_media
        assert event.status not in event.alt_status
    for quote in gold.quotes:
        assert quote.kind not in quote.alt_kinds
        assert quote.cue not in quote.alt_cues
        assert quote.attribution not in quote.alt_attributions


def test_second_readings_are_large_enough() -> None:
    for path in SECOND:
        second = load_gold(path)
        assert second.header.annotation == "second"
        assert len(second.events) >= 12
        assert len(second.quotes) >= 30


def test_no_key_is_missing_or_doubled() -> None:
    for path in ALL:
        shapes: dict[str, Counter[tuple[str, ...]]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            shapes.setdefault(row["record_type"], Counter())[tuple(row)] += 1
        assert all(len(found) == 1 for found in shapes.values())
