"""Chronologies whose labels end in a dash, under a masthead without the word Relations."""

from __future__ import annotations

import pytest

from ccdata.document.dates import read_label
from ccdata.engine.parsing import parse_string

HEAD = "Japan - Southeast Asia\n\nA Tour\n\nVol. 24, No. 2\n\nSome narrative text stands here.\n\n"
DAYS = ("May 1, 2022", "May 9-10, 2022", "July 3, 2022", "Early August 2022")


@pytest.mark.parametrize("dash", ["—", "–", " — ", " – ", " - "])
@pytest.mark.parametrize("period", ["", "May — Aug 2022\n\n"])
def test_entries_under_a_heading_need_no_colon(dash: str, period: str) -> None:
    entries = "\n\n".join(f"{day}{dash}Ministers of both states meet in Hanoi." for day in DAYS)
    shard = parse_string(f"{HEAD}Chronology of Japan - Southeast Asia Relations\n\n{period}{entries}\n")
    assert [event.date_text for event in shard.events] == list(DAYS)
    assert {event.text for event in shard.events} == {"Ministers of both states meet in Hanoi."}


def test_a_masthead_without_the_word_is_no_mismatch() -> None:
    shard = parse_string(f"{HEAD}Chronology of Japan - Southeast Asia Relations\n\nMay 1, 2022: They meet.\n")
    assert shard.article.relationship == "Japan-Southeast Asia Relations"
    assert not [finding for finding in shard.findings if finding.code == "text-mismatch"]


@pytest.mark.parametrize("text", ["Sept. 29—Oct. 2, 2020: They meet.", "Sept. 29–Oct. 2, 2020—They meet."])
def test_a_dash_before_a_month_joins_two_days(text: str) -> None:
    label = read_label(text, year=None)
    assert label is not None
    assert label.date.interval is not None
    assert label.date.interval.edtf == "2020-09-29/2020-10-02"


def test_a_dash_inside_a_word_ends_no_label() -> None:
    assert read_label("Sept. 11–style attacks are feared.", year=2001) is None
