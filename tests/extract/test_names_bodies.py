"""Bodies without a state word beside them, and the words in which the name of a state is none."""

from __future__ import annotations

import datetime as dt

import pytest
from name_cases import cast_of, named


def bodies(text: str, pair: str) -> list[tuple[str, str, str | None]]:
    """Return the bodies named: the words, the name of the actor, its state."""
    cast = cast_of(text, article=f"cc-1-1-{pair}", period=(dt.date(2004, 1, 1), dt.date(2004, 3, 31)))
    found = [one for one in cast.namings(0) if one.kind not in ("person", "country")]
    return [(text[n.start : n.end], cast.actors[n.actor_id].name, n.country) for n in found if n.actor_id]


@pytest.mark.parametrize(
    ("text", "pair", "name"),
    [
        ("The Foreign Ministry lodges a protest.", "us-china", "mfa-china"),
        ("Beijing is angry. The Foreign Ministry lodges a protest.", "japan-korea", "mfa-china"),
        ("Hanoi objects; the Foreign Ministry summons the envoy.", "china-southeast-asia", "Vietnam"),
        ("India waits, and the Ministry of Defense says so.", "india-us", "India"),
        ("The National Assembly votes on the bill.", "japan-korea", "South Korea"),
        ("Thai judges met. The Constitutional Court rules on Friday.", "us-southeast-asia", "Thailand"),
        ("The Ministry of Education changes the textbooks.", "us-japan", "Japan"),
    ],
)
def test_the_state_of_a_body_is_the_only_one_that_fits(text: str, pair: str, name: str) -> None:
    known = {"mfa-china": "China"}
    (found,) = bodies(text, pair)
    state = {
        "China": "CHN",
        "Vietnam": "VNM",
        "India": "IND",
        "South Korea": "KOR",
        "Thailand": "THA",
        "Japan": "JPN",
    }
    assert found[2] == state[known.get(name, name)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("China told Japan that the Foreign Ministry would answer.", "china-japan"),
        ("The Foreign Ministry denies it.", "china-japan"),
        ("The Foreign Ministry denies it.", "us-southeast-asia"),
        ("The Joint Chiefs of Staff confer.", "us-korea"),
    ],
)
def test_a_body_that_two_states_may_have_stays_out(text: str, pair: str) -> None:
    assert bodies(text, pair) == []


def test_a_body_that_is_usually_one_states() -> None:
    text = "He left the Joint Chiefs of Staff for the National Security Council before the Senate voted."
    assert [(words, state) for words, _, state in bodies(text, "us-china")] == [
        ("Joint Chiefs of Staff", "USA"),
        ("National Security Council", "USA"),
        ("Senate", "USA"),
    ]
    other = "The South Korean National Security Council met; the Philippine Senate did not."
    assert [state for _, _, state in bodies(other, "us-china")] == ["KOR", "PHL"]


@pytest.mark.parametrize(
    ("text", "words", "kind", "state"),
    [
        ("Cambodia's Royal Khmer Court ruled.", "Royal Khmer Court", "government", "KHM"),
        ("The Japanese Farmers' Board met.", "Japanese Farmers' Board", "government", "JPN"),
        ("The Mindanao Workers' Front denied it.", "Mindanao Workers' Front", "organisation", None),
        ("He is at Ritsumei University in Tokyo.", "Ritsumei University", "organisation", "JPN"),
        ("The New Manila Post printed it.", "New Manila Post", "media", "PHL"),
        ("HMAS Anzac visits Qingdao.", "HMAS Anzac", "vessel", "AUS"),
        ("JS Kirishima sails with USS Cowpens.", "JS Kirishima", "vessel", "JPN"),
    ],
)  # fmt: skip
def test_bodies_by_their_last_word(text: str, words: str, kind: str, state: str | None) -> None:
    cast = cast_of(text, article="cc-1-1-us-china")
    one = next(n for n in cast.namings(0) if text[n.start : n.end] == words)
    assert (one.kind, one.country) == (kind, state)


@pytest.mark.parametrize(
    "text",
    [
        "The Standing Committee met, and a Working Group drafted the text.",
        "The First Committee and the Joint Command disagreed.",
        "A Steering Group was set up; the Central Committee approved.",
    ],
)
def test_a_common_name_of_committees_names_nobody(text: str) -> None:
    assert bodies(text, "us-china") == []


def test_a_name_behind_a_body_is_a_person() -> None:
    text = "Secretary of the Kiribati Committee for Foreign Affairs Tebuai Uaai spoke."
    cast = cast_of(text)
    assert "Tebuai Uaai" in [words for words, _ in named(cast, text)]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("She serves as U.S. ambassador and meets the chief ROK negotiator.", []),
        ("The U.S. Pacific Command, U.S. Forces Korea and the UK embassy answer.", []),
        ("The Taiwan Security Enhancement Act passed; the Hong Kong Human Rights Bill did not.", []),
        ("The Japan-U.S. Mutual Security Treaty stands.", []),
        ("They met in Singapore and flew to Singapore.", []),
        ("President Nguyen Van Thieu led South Vietnam.", []),
        ("Ships left for Sydney and Washington, New York and the Pentagon.", []),
        ("At the White House on Monday he was silent.", []),
        ("The Manila press and a Tokyo audience laughed.", []),
        ("The U.S. agrees, and U.S. warships sail off ROK waters.", ["U.S."]),
        ("Japan acts. India's Act East is old.", ["Japan", "India"]),
        ("Singapore's minister says Singapore agrees with Singapore.", ["Singapore"] * 3),
    ],
)
def test_the_name_of_a_state_inside_other_words_is_none(text: str, states: list[str]) -> None:
    cast = cast_of(text, article="cc-1-1-us-japan")
    found = [text[n.start : n.end] for n in cast.namings(0) if n.kind == "country"]
    assert found == states


def test_what_stands_before_the_field_of_a_ministry_is_no_part_of_it() -> None:
    text = "Peru waited. On Monday, Forestry Ministry staff left."
    assert bodies(text, "us-china") == [("Forestry Ministry", "Ministry of Forestry of Peru", "PER")]


@pytest.mark.parametrize("when", ["on March 3", "on Feb. 18", "on Monday"])
def test_a_day_is_no_part_of_a_body(when: str) -> None:
    text = f"He spoke at Harborview University {when} in the rain."
    assert [words for words, _, _ in bodies(text, "us-china")] == ["Harborview University"]


def test_a_newspaper_quoted_before_does_not_tell_whose_ministry_it_is() -> None:
    text = "“A performance,” scoffed the People's Daily. The Defense Ministry issued its white paper."
    assert [words for words, _, _ in bodies(text, "japan-china")] == ["People's Daily"]
    text = "The People's Daily said that the Defense Ministry issued its white paper."
    assert [state for _, _, state in bodies(text, "japan-china")] == ["CHN", "CHN"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left the Heron Conservation Committee (HCC).", [("Heron Conservation Committee", None)]),
        ("He left the Thai Heron Guard (THG).", [("Thai Heron Guard", "THA")]),
        ("Peru's Office of Heron Affairs (OHA) said so.", [("Office of Heron Affairs", "PER")]),
        ("The Ministry of Herons (MOH) said so.", [("Ministry of Herons", None)]),
        ("Heron Rescue Network (HRN) staff left.", [("Heron Rescue Network", None)]),
        ("They signed the Heron Trade Agreement (HTA).", []),
    ],
)
def test_a_body_that_the_text_abbreviates(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(words, state) for words, _, state in bodies(text, "us-china")][:1] == found


def test_the_abbreviation_names_the_body_from_then_on() -> None:
    text = "He left the Thai Heron Guard (THG). Later the THG denied it."
    assert [words for words, _, _ in bodies(text, "us-china")] == ["Thai Heron Guard", "THG", "THG"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The USS Larkspur. The crew rests.", [("USS Larkspur", "USA")]),
        ("Peru's boats met the Korean fishing boat Larkboat 55 at sea.", [("Larkboat 55", None)]),
        ("They met the Thai patrol boat Larkboat at sea.", [("Larkboat", "THA")]),
        ("They met the Thai-built patrol boat Larkboat at sea.", [("Larkboat", None)]),
        ("They mourn the sinking of the Larkboat in May.", [("Larkboat", None)]),
        ("The aircraft carrier Ronald Reagan arrived.", [("Ronald Reagan", None)]),
        ("The submarine Thai sailors saw was gone by Monday.", []),
        ("The flag carrier Larkair lands; a Kilo-class boat sails.", []),
    ],
)
def test_a_ship_by_its_prefix_its_class_its_sinking(text: str, found: list[tuple[str, str | None]]) -> None:
    ships = [(words, state) for words, _, state in bodies(text, "us-china") if words[0] in "LUR"]
    assert ships == found


def test_a_ship_is_named_again_behind_its_article() -> None:
    text = "They mourn the sinking of the Larkboat. The report on the Larkboat is out. Larkboat is silent."
    assert [words for words, _, _ in bodies(text, "us-china")] == ["Larkboat", "Larkboat"]
