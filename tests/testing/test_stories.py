"""Generated articles: their truth hangs together, and the same seed tells the same story."""

from __future__ import annotations

import pytest
from hypothesis import given

from ccdata.records import dates
from ccdata.testing import Entry, Label, Story, articles, entries, labels, make_story
from ccdata.testing.fronts import issues_of, period_of
from ccdata.testing.world import pairs, patterns


@given(articles())
def test_every_quotation_stands_in_its_passage(story: Story) -> None:
    for passage in story.passages:
        for quotation in passage.quotations:
            assert quotation.text in passage.text
            assert "“" not in quotation.text


@given(articles())
def test_every_name_stands_in_its_passage(story: Story) -> None:
    for passage in story.passages:
        for named in passage.named:
            assert named.text in passage.text
            assert named.title is None or f"{named.title} {named.text}" in passage.text


@given(articles())
def test_speakers_are_people_of_the_article_or_unnamed(story: Story) -> None:
    named = {named.name for passage in story.passages for named in passage.named}
    for quotation in story.quotations:
        for speaker in quotation.speakers:
            assert speaker in named or quotation.phenomenon in {"anonymous", "anonymous-tail"}


@given(articles(max_entries=20))
def test_a_surname_fits_one_person(story: Story) -> None:
    people = {n.name for p in story.passages for n in p.named if n.kind == "person"}
    short = {(n.text, n.name) for p in story.passages for n in p.named if n.how == "surname"}
    for text, name in short:
        assert [other for other in people if f" {text} " in f" {other} "] == [name]


@given(articles(max_entries=20))
def test_a_surname_follows_the_full_name(story: Story) -> None:
    parts = (story.passages[: -len(story.entries)], [entry.body for entry in story.entries])
    for passages in parts:
        seen: set[str] = set()
        for named in (named for passage in passages for named in passage.named):
            assert named.how != "surname" or named.name in seen
            seen.add(named.name)


@given(entries())
def test_an_entry_of_known_type_says_who_acts(entry: Entry) -> None:
    assert entry.label is not None
    assert entry.body.text.count("“") == len(entry.body.quotations)
    assert all(related.text in entry.body.text for related in entry.related)
    assert entry.location is None or entry.location in entry.body.text


@given(labels())
def test_a_label_means_what_its_edtf_says(label: Label) -> None:
    start, end = dates.bounds(label.interval.edtf)
    assert (start, end) == (label.interval.start, label.interval.end)
    assert label.has_year == (str(label.interval.start.year) in label.text)


def test_the_same_seed_tells_the_same_story() -> None:
    assert make_story(11) == make_story(11)
    assert make_story(11) != make_story(12)


@pytest.mark.parametrize("pair", [pair.name for pair in pairs()])
def test_every_pair_has_articles_in_every_era(pair: str) -> None:
    for year in (1999, 2010, 2011, 2024):
        front = make_story(3, pair=pair, year=year).front
        assert front.volume == year - 1998
        assert front.period == period_of(year, front.issue)
        assert 1 <= front.issue <= issues_of(year)


def test_issues_appear_after_their_period() -> None:
    story = make_story(1, year=2020, issue=3)
    assert (story.front.period, story.front.published) == ((9, 12), "2021-01")
    assert make_story(1, year=2008, issue=2).front.published == "2008-07"
    assert make_story(1, year=1999, issue=1).front.period == (4, 6)


def test_every_pattern_is_told() -> None:
    told = {entry.phenomenon for seed in range(40) for entry in make_story(seed).entries}
    assert told == {pattern.phenomenon for pattern in patterns("deed")}
    said = {quotation.phenomenon for seed in range(60) for quotation in make_story(seed).quotations}
    assert said >= {pattern.phenomenon for pattern in patterns("saying")}


def test_native_letters_can_be_left_out() -> None:
    for seed in range(30):
        for passage in make_story(seed, native=False).passages:
            passage.text.encode("cp1252")
