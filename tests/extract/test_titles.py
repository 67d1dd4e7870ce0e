"""Titles before and behind names: where they begin, whose they are, of which state."""

# ruff: noqa: E501 - tables are read by their rows
from __future__ import annotations

import pytest
from name_cases import cast_of, persons

from ccdata.authority.titles import office_of, plural


def title_of(text: str) -> list[tuple[str, str, str | None]]:
    """Return name, state and title of everybody in a sentence."""
    return [(name, country, title) for name, _, country, title in persons(cast_of(text), text)]


@pytest.mark.parametrize(
    ("text", "name", "country", "title"),
    [
        ("US Deputy Under Secretary of Defense Peter Lavoy spoke.", "Peter Lavoy", "USA", "US Deputy Under Secretary of Defense"),
        ("Japan's new Defense Minister Tanaka Ichiro spoke.", "Tanaka Ichiro", "JPN", "new Defense Minister"),
        ("Minister of Foreign Affairs of India Arun Rao spoke.", "Arun Rao", "IND", "Minister of Foreign Affairs of India"),
        ("Mayor of Seoul Oh Se-il spoke.", "Oh Se-il", "KOR", "Mayor of Seoul"),
        ("Chinese DM Li Weimin spoke.", "Li Weimin", "CHN", "Chinese DM"),
        ("Director of the Federal Security Service (FSB) Pavel Orlov spoke.", "Pavel Orlov", "RUS", "Director of the Federal Security Service (FSB)"),
        ("Press secretary of the Indonesian president Budi Hartono spoke.", "Budi Hartono", "IDN", "Press secretary of the Indonesian president"),
        ("An adviser to Indonesian President Budi Hartono spoke.", "Budi Hartono", "IDN", "Indonesian President"),
        ("Saha Institute Director Ivan Petrov spoke.", "Ivan Petrov", "-", "Saha Institute Director"),
        ("Mongolian State Secretary D. Davaa spoke.", "D. Davaa", "MNG", "Mongolian State Secretary"),
        ("Prof. Anwar Ibrahimov spoke.", "Anwar Ibrahimov", "-", "Prof."),
        ("Talks between China and Foreign Minister Petra Novak ended.", "Petra Novak", "-", "Foreign Minister"),
        ("She left Beijing. Deputy Minister Petra Novak stayed.", "Petra Novak", "-", "Deputy Minister"),
    ],
)  # fmt: skip
def test_a_title_before_a_name(text: str, name: str, country: str, title: str) -> None:
    assert title_of(text) == [(name, country, title)]


@pytest.mark.parametrize(
    ("text", "country", "title"),
    [
        ("Ivan Petrov, deputy director of the Institute, spoke.", "-", "deputy director of the Institute"),
        ("Ivan Petrov, a young Russian scholar, spoke.", "RUS", "young Russian scholar"),
        ("Ivan Petrov, Russia's envoy to Seoul, spoke.", "RUS", "envoy to Seoul"),
        ("Ivan Petrov, the Izvestia editor, spoke.", "RUS", "Izvestia editor"),
        ("Ivan Petrov, perhaps the most prominent historian in Russia, spoke.", "-", "perhaps the most prominent historian in Russia"),
    ],
)  # fmt: skip
def test_a_title_behind_a_name(text: str, country: str, title: str) -> None:
    assert title_of(text) == [("Ivan Petrov", country, title)]


def test_words_behind_a_comma_that_tell_a_deed_are_no_title() -> None:
    text = "Foreign Minister Petra Novak, having met the president of the bank, left."
    assert title_of(text) == [("Petra Novak", "-", "Foreign Minister")]


def test_a_plural_title_is_everybodys_and_each_has_his_state() -> None:
    text = "Korean War veterans aside, Chinese and Indian ambassadors Li Weimin and Arun Rao spoke."
    assert title_of(text) == [
        ("Li Weimin", "CHN", "Chinese and Indian ambassadors"),
        ("Arun Rao", "IND", None),
    ]


def test_two_titles_of_one_person_stay_together() -> None:
    text = "Deputy Prime Minister and Finance Minister Petra Novak spoke."
    assert title_of(text) == [("Petra Novak", "-", "Deputy Prime Minister and Finance Minister")]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs", True),
        ("Chinese FM", "Minister for Foreign Affairs", True),
        ("External Affairs Minister", "Minister of Foreign Affairs", True),
        ("Chinese Premier", "Premier of the State Council", True),
        ("Defence Minister", "Minister of National Defense", True),
        ("UN Secretary General", "Secretary-General of the United Nations", True),
        ("spokeswoman", "Foreign Ministry Spokesperson", True),
        ("ambassadors", "Ambassador to Japan", True),
        ("Vice President", "President", False),
        ("Vice Foreign Minister", "Minister of Foreign Affairs", False),
        ("Ambassador to China", "Ambassador to Japan", False),
        ("Under Secretary of State", "Secretary of State", False),
        ("Prime Minister", "Foreign Minister", False),
    ],
)
def test_two_titles_of_one_office_agree(one: str, other: str, agree: bool) -> None:
    left, right = office_of(one), office_of(other)
    assert left is not None
    assert right is not None
    assert left.agrees(right) is right.agrees(left) is agree


@pytest.mark.parametrize("title", ["Mr.", "two days", "", "Dr."])
def test_what_is_no_office_has_none(title: str) -> None:
    assert office_of(title) is None


def test_plurals() -> None:
    assert [plural(word) for word in ("minister", "secretary", "spokesman", "wife", "envoy", "whip")] == [
        "ministers", "secretaries", "spokesmen", "wives", "envoys", "whips",
    ]  # fmt: skip
