"""The comparison: a perfect reader misses nothing, and every fault is counted where it belongs."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from perfect_reader import perfect_records

from ccdata.records import Actor, Article, Event, Mention, Quote, Record
from ccdata.testing import EVERYTHING, Score, Story, articles, compare, make_story, render
from ccdata.testing.comparison import compare_rendering

STORY = make_story(14, year=2014, entries=20, chapters=4, yearless=False)


def changed(altered: type[Record], **values: Any) -> list[Record]:
    """Return perfect records, all of one kind changed."""
    return [
        record.model_copy(update=values) if isinstance(record, altered) else record
        for record in perfect_records(STORY)
    ]


def wrong_fields(records: list[Record]) -> set[str]:
    """Return the fields in which something was missed."""
    return {verdict.field for verdict in compare(STORY, records, EVERYTHING).misses}


@given(articles())
def test_a_perfect_reader_misses_nothing(story: Story) -> None:
    score = compare(story, perfect_records(story), EVERYTHING, layout="plain")
    assert score.misses == ()
    assert score.recall == 1.0


def test_a_wrong_kind_is_a_wrong_kind_alone() -> None:
    assert wrong_fields(changed(Quote, kind="block")) == {"kind"}


def test_a_wrong_medium_is_a_wrong_medium_alone() -> None:
    assert wrong_fields(changed(Event, medium="video")) == {"medium"}


def test_a_wrong_date_is_counted_by_the_label_style() -> None:
    score = compare(STORY, changed(Event, date_edtf="1990-01-01"), EVERYTHING)
    assert {row.phenomenon for row in score.rows("field", "phenomenon") if row.recall == 0.0} >= {
        entry.label.style for entry in STORY.entries if entry.label
    }


def test_a_wrong_speaker_is_not_a_wrong_quotation() -> None:
    assert wrong_fields(changed(Quote, speakers=())) == {"speakers"}


def test_a_wrong_actor_costs_actors_mentions_and_speakers() -> None:
    assert wrong_fields(changed(Actor, name="Somebody Else", country=None)) == {
        "actors",
        "mentions",
        "speakers",
        "via",
    }


def test_a_wrong_volume_is_a_wrong_volume_alone() -> None:
    assert wrong_fields(changed(Article, volume=1)) == {"volume"}


def test_lost_mentions_are_counted_by_how_they_name() -> None:
    records = [record for record in perfect_records(STORY) if not isinstance(record, Mention)]
    rows = list(compare(STORY, records, EVERYTHING).only(field="mentions").rows("phenomenon"))
    assert {row.phenomenon for row in rows} >= {"titled", "surname", "state"}
    assert all(row.right == 0 for row in rows)


def test_a_lost_entry_costs_its_date_too() -> None:
    records = [r for r in perfect_records(STORY) if not isinstance(r, Event) or r.ordinal != 1]
    score = compare(STORY, records, EVERYTHING)
    entries = [row for row in score.rows("field") if row.field in {"entries", "date"}]
    assert [(row.expected, row.right) for row in entries] == [(20, 19), (20, 19)]


def test_what_is_not_there_is_spurious() -> None:
    event = next(record for record in perfect_records(STORY) if isinstance(record, Event))
    invented = event.model_copy(update={"text": "Nothing of the kind happens."})
    score = compare(STORY, [*perfect_records(STORY), invented], EVERYTHING)
    assert [row.spurious for row in score.only(field="entries").rows("field")] == [1]
    assert score.recall == 1.0


def test_only_the_fields_asked_for_are_judged() -> None:
    page = render(STORY, "archive:stripped")
    score = compare_rendering(page, perfect_records(page.story))
    assert {verdict.field for _, verdict in score.verdicts} <= page.fields
    assert {layout for layout, _ in score.verdicts} == {"archive-stripped"}


def test_scores_add_up() -> None:
    one = compare(STORY, perfect_records(STORY), EVERYTHING, layout="a")
    both = one + Score.of("b", (verdict for _, verdict in one.verdicts))
    assert [row.expected for row in both.rows("layout")] == [len(one.verdicts)] * 2
