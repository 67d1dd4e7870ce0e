"""The state of those whom nobody knows, short forms, halves of Korea, and surnames that stay open."""

from __future__ import annotations

import datetime as dt

import pytest
from name_cases import cast_of, named, persons

PERIOD = (dt.date(2006, 1, 1), dt.date(2006, 3, 31))


def states(*texts: str, pair: str = "us-japan") -> dict[str, str]:
    """Return the state of everybody named with more than a surname."""
    cast = cast_of(*texts, article=f"cc-1-1-{pair}", period=PERIOD)
    rows = [row for number, text in enumerate(texts) for row in persons(cast, text, number)]
    return {words: country for words, _, country, _ in rows if " " in words}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Assistant Secretary of State Boyd Larkin spoke.", "USA"),
        ("Chief Cabinet Secretary Boyd Larkin spoke.", "JPN"),
        ("External Affairs Minister Boyd Larkin spoke.", "IND"),
        ("Secretary of State for Wales Boyd Larkin spoke.", "-"),
        ("Miyako Mayor Boyd Larkin spoke.", "-"),
        ("Niigata Gov. Boyd Larkin spoke.", "JPN"),
        ("Shanghai Mayor Boyd Larkin spoke.", "CHN"),
        ("Peru's Edward Larkin spoke.", "PER"),
        ("They heard Kamil Larkin of the Czech Republic.", "-"),
        ("Edward Larkin of Peru agreed.", "PER"),
    ],
)
def test_a_state_is_told_by_an_office_a_town_an_owner(text: str, state: str) -> None:
    assert next((found for words, found in states(text).items() if words.endswith("Larkin")), "-") == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Peru's Edward Orlan left; his deputy, Boyd Larkin, stayed.", "PER"),
        ("Chilean President Kamil Orlan left. Her foreign minister, Boyd Larkin, stayed.", "CHL"),
        ("Peru's Edward Orlan told Chile's Petra Novak that her deputy, Boyd Larkin, would stay.", "-"),
        ("Peru's Edward Orlan left with his counterpart, Boyd Larkin, for home.", "-"),
    ],
)
def test_whose_minister_somebody_is(text: str, state: str) -> None:
    assert states(text).get("Boyd Larkin", "-") == state


def test_a_senator_is_of_the_only_state_named_that_has_any() -> None:
    assert states("The United States waits. Sen. Boyd Larkin spoke.") == {"Boyd Larkin": "USA"}
    both = "The United States and the Philippines wait. Sen. Boyd Larkin spoke."
    assert states(both) == {"Boyd Larkin": "-"}


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Japan waits. Critic Morisawa Nobuhiko spoke.", "Morisawa Nobuhiko", "JPN"),
        ("Peru waits. Critic Phung Van Lich spoke.", "Phung Van Lich", "-"),
        ("Vietnam waits. Critic Phung Van Lich spoke.", "Phung Van Lich", "VNM"),
        ("North Korea waits. Critic Ri Sung Pil spoke.", "Ri Sung Pil", "PRK"),
        ("Japan waits. Critic Mario Benitaki spoke.", "Mario Benitaki", "-"),
    ],
)
def test_a_name_that_one_custom_alone_makes(text: str, name: str, state: str) -> None:
    assert states(text)[name] == state


def test_two_ways_of_printing_tell_the_koreas_apart() -> None:
    known = "Ban Ki-moon and Kim Jong Il never met, nor did Roh Moo-hyun and Kim Jong Il."
    new = "Negotiators Song Bae-jin and Paek Dol Su met."
    found = states(known, new, pair="us-korea")
    assert (found["Song Bae-jin"], found["Paek Dol Su"]) == ("KOR", "PRK")
    mixed = states(known.replace("Jong Il", "Jong-il"), new, pair="us-korea")
    assert (mixed["Song Bae-jin"], mixed["Paek Dol Su"]) == ("-", "-")
    assert states(known, new, pair="us-japan")["Song Bae-jin"] == "-"


@pytest.mark.parametrize(
    "text",
    [
        "Kathleen Orlan was sworn in.",
        "Edward Orlan is named envoy.",
        "In May Victor Orlan was arrested.",
        "Ebele Orlan is appointed.",
    ],
)
def test_what_is_done_to_somebody_tells_a_person(text: str) -> None:
    assert len(states(text)) == 1


def test_a_short_form_is_explained_once_and_holds_everywhere() -> None:
    first, second = (
        "The Cheju Peace Front (CPFX) was founded.",
        "Later the CPFX fell apart; the CPFY did not.",
    )
    cast = cast_of(first, second)
    ids = {actor for n, text in enumerate((first, second)) for _, actor in named(cast, text, n)}
    assert [words for words, _ in named(cast, second, 1)] == ["CPFX"]
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("text", "pair", "found"),
    [
        ("The North's envoy left, and the South agreed.", "us-korea", ["North", "South"]),
        ("The North's envoy left, and the South agreed.", "us-china", []),
        ("He went to the South China Sea, the North Pacific and the north.", "us-korea", []),
        ("The South of France and the North and South Gates are far.", "us-korea", ["France"]),
    ],
)
def test_the_halves_of_korea(text: str, pair: str, found: list[str]) -> None:
    cast = cast_of(text, article=f"cc-1-1-{pair}")
    assert [words for words, actor in named(cast, text) if actor] == found


def test_a_surname_that_was_open_in_a_paragraph_stays_open() -> None:
    first = "Scholars Zhou Dahui and Zhou Minwei differ."
    second = "Zhou left. His aide Zhou Minwei stayed. Reporters saw Zhou."
    cast = cast_of(first, second)
    alone = [actor for words, actor in named(cast, second, 1) if words == "Zhou"]
    assert alone == [None, None]


@pytest.mark.parametrize(
    ("name", "pair", "state"),
    [
        ("Wang Dahui", "us-china", "CHN"),
        ("Yuan Peng", "us-china", "CHN"),
        ("Wang Dahui", "china-taiwan", "-"),
        ("Yang Min", "china-korea", "-"),
        ("Wang Tollen", "us-china", "-"),
    ],
)
def test_a_name_spelt_as_on_the_mainland(name: str, pair: str, state: str) -> None:
    text = f"China and South Korea met. {name}, a scholar, was there."
    assert states(text, pair=pair) == {name: state}


def test_what_a_relative_clause_names_is_no_state_of_the_bearer() -> None:
    text = "Edward Larkin, the new leader and son of a man whose name Pyongyang does mention, spoke."
    assert states(text, pair="us-japan") == {"Edward Larkin": "-"}


@pytest.mark.parametrize(
    "text", ["The North Korean ambassador Sin Son Ho spoke.", "Sin Son Ho, an ambassador, spoke."]
)
def test_a_korean_syllable_can_be_a_word_of_titles(text: str) -> None:
    assert [*states(text)] == ["Sin Son Ho"]


def test_what_is_called_after_somebody_is_nobody() -> None:
    assert states("Clinton gives the Edward C. Larkin Lecture and signs Executive Order 13551.") == {}
