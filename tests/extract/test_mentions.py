"""Who is named: sentences of many pairs and years, then the single rules."""

from __future__ import annotations

import datetime as dt

import pytest
from name_cases import Case, cases, cast_of, named, persons

FLOOR = 0.97


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text[:40])
def test_every_person_of_a_sentence_is_found_and_nobody_else(case: Case) -> None:
    cast = cast_of(case.text, article=case.article, period=case.period)
    assert sorted(map(str, persons(cast, case.text))) == sorted(map(str, case.names))


def test_states_are_named_and_adjectives_are_not() -> None:
    text = "Chinese and Russian officials say that China's trade with the U.S. and the ROK grew."
    assert named(cast_of(text), text) == [
        ("China", "actor:china"),
        ("U.S.", "actor:united-states"),
        ("ROK", "actor:south-korea"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ships cross the Sea of Japan and the South China Sea.",
        "He teaches at a school in New York and on the West Bank.",
        "The USSR fell; prices rose by US$5.",
        "The mausoleum stands in Xi'an.",
    ],
)
def test_look_alikes_name_nobody_else(text: str) -> None:
    ids = {actor for _, actor in named(cast_of(text), text)}
    assert ids <= {"actor:soviet-union"}


def test_the_longest_name_wins() -> None:
    text = "Papua New Guinea and the People's Republic of China sign; the Bank of China pays."
    assert [words for words, _ in named(cast_of(text), text)] == [
        "Papua New Guinea",
        "People's Republic of China",
        "Bank of China",
    ]


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Tokyo agrees to talks.", True),
        ("Talks between Tokyo and Seoul resume.", True),
        ("Relations with Tokyo improve.", True),
        ("Tokyo's response is cool.", True),
        ("The Tokyo-Seoul axis holds.", True),
        ("The decision was shocking to Tokyo.", True),
        ("For Tokyo, the matter is closed.", True),
        ("They meet in Tokyo.", False),
        ("She flies to Tokyo.", False),
        ("The Tokyo summit ends.", False),
        ("The Tokyo Declaration is signed.", False),
        ("They meet at a hotel in Chiba, Tokyo, and talk.", False),
        ("A Tokyo-based analyst doubts it.", False),
        ("The mayor of Tokyo resigns.", False),
        ("Students left from Tokyo.", False),
    ],
)
def test_a_capital_is_its_state_only_where_it_acts(text: str, acting: bool) -> None:
    found = [actor for words, actor in named(cast_of(text), text) if words == "Tokyo"]
    assert found == (["actor:japan"] if acting else [])


def test_a_list_of_capitals_is_of_one_kind() -> None:
    text = "Officials met in Tokyo, Seoul, and Washington before Tokyo and Seoul agreed."
    acting = [(one.start, one.country) for one in cast_of(text).namings(0)]
    assert acting == [(text.rindex("Tokyo"), "JPN"), (text.rindex("Seoul"), "KOR")]


def test_a_state_inside_a_title_is_no_mention_but_its_body_is() -> None:
    text = "Japanese Ambassador to China Abe Koreshige and Chinese Foreign Ministry spokesman Lu Kang spoke."
    assert [words for words, _ in named(cast_of(text), text)] == [
        "Abe Koreshige",
        "Chinese Foreign Ministry",
        "Lu Kang",
    ]


def test_bodies_called_after_their_state() -> None:
    text = (
        "The Indian Foreign Ministry, the Ministry of Health of Japan, the US Embassy in Seoul "
        "and Meisei University agree."
    )
    cast = cast_of(text)
    names = [cast.actors[actor].name for _, actor in named(cast, text) if actor]
    assert names == [
        "Ministry of Foreign Affairs of India",
        "Ministry of Health of Japan",
        "Embassy of the United States in South Korea",
        "Meisei University",
    ]
    assert not any(cast.actors[actor].curated for _, actor in named(cast, text) if actor)


def test_a_medium_in_italics() -> None:
    text = "According to the *Manila Bulletin Times*, talks go on."
    cast = cast_of(text)
    assert [(actor.name, actor.kind) for actor in cast.actors.values()] == [
        ("Manila Bulletin Times", "media")
    ]


def test_an_administration_is_a_body_and_its_head_no_mention() -> None:
    text = "The Trump administration warns China."
    cast = cast_of(text)
    assert [cast.actors[actor or ""].kind for _, actor in named(cast, text)] == ["government", "country"]


def test_a_surname_needs_an_introduction() -> None:
    text = "Takebe travels first. LDP lawmaker Takebe Tsutomu follows. Takebe speaks."
    found = [
        one.start for one in cast_of(text, article="cc-1-1-japan-china").namings(0) if one.kind == "person"
    ]
    assert found == [text.index("Takebe Tsutomu"), text.rindex("Takebe")]


def test_a_head_of_government_in_office_needs_none() -> None:
    text = "Abe and Xi will meet; Biegun will not."
    cast = cast_of(text, article="cc-1-1-japan-china")
    assert [words for words, _ in named(cast, text)] == ["Abe", "Xi"]


def test_a_common_word_is_no_prime_minister() -> None:
    text = "Key issues remain. The key problem is trade with New Zealand and Australia."
    period = (dt.date(2010, 1, 1), dt.date(2010, 4, 30))
    assert "Key" not in [w for w, _ in named(cast_of(text, period=period), text)]


def test_a_surname_of_two_people_stays_open() -> None:
    first = "Scholars Zhou Dahui and Zhou Minwei differ."
    second = "Zhou is right."
    cast = cast_of(first, second)
    assert named(cast, second, 1) == [("Zhou", None)]
    assert [remark.code for remark in cast.remarks] == ["name-ambiguous"]


def test_a_surname_of_two_people_is_the_one_named_in_the_paragraph() -> None:
    texts = (
        "Scholar Zhou Dahui and analyst Zhou Minwei differ.",
        "Scholar Zhou Minwei explains. Zhou is right.",
    )
    assert named(cast_of(*texts), texts[1], 1)[-1][1] == "actor:cc-1-1-us-china:zhou-minwei"


def test_a_name_of_another_state_is_another_person() -> None:
    text = "South Korean scholar Wang Yi, a professor in Seoul, speaks."
    assert named(cast_of(text), text)[0][1] == "actor:cc-1-1-us-china:wang-yi"


def test_a_damaged_name_is_read_and_told() -> None:
    text = "Russian Foreign Minister Sergei Lavrcv meets Secretary of State Mike Pompoe."
    cast = cast_of(text)
    assert [actor for _, actor in named(cast, text)] == ["actor:sergey-lavrov", "actor:mike-pompeo"]
    assert [remark.code for remark in cast.remarks] == ["name-damaged", "name-damaged"]


def test_a_well_formed_name_is_not_damaged() -> None:
    text = "Chinese scholar Wang Yu speaks with analyst Li Keqing."
    ids = [actor for _, actor in named(cast_of(text), text)]
    assert ids == ["actor:cc-1-1-us-china:wang-yu", "actor:cc-1-1-us-china:li-keqing"]


def test_the_word_used_alone_is_the_family_name() -> None:
    text = (
        "Japanese scholar Tanaka Ichiro speaks. Tanaka leaves. Japanese critic Jiro Sato speaks. Sato leaves."
    )
    cast = cast_of(text)
    assert [(a.family_name, a.given_name) for _, a in sorted(cast.actors.items()) if a.kind == "person"] == [
        ("Sato", "Jiro"),
        ("Tanaka", "Ichiro"),
    ]


def test_a_title_against_the_authority_is_a_finding() -> None:
    text = "Chinese Vice Foreign Minister Wang Yi speaks."
    cast = cast_of(text)
    assert [remark.code for remark in cast.remarks] == ["office-contradicts"]
    party = cast.party(0, cast.namings(0)[0], dt.date(2019, 2, 1))
    assert (party.role_title, party.office) == ("Chinese Vice Foreign Minister", "State Councilor")


def test_the_office_is_the_one_held_that_day() -> None:
    text = "Prime Minister Abe Shinzo speaks."
    cast = cast_of(text, article="cc-1-1-japan-china")
    one = cast.namings(0)[0]
    assert cast.party(0, one, dt.date(2019, 2, 1)).office == "Prime Minister"
    assert cast.party(0, one, dt.date(2010, 2, 1)).office is None


def test_without_a_day_the_office_is_one_held_all_through_the_period() -> None:
    text = "Prime Minister Abe Shinzo speaks."
    through = cast_of(text, article="cc-1-1-japan-china")
    assert through.party(0, through.namings(0)[0]).office == "Prime Minister"
    last = (dt.date(2020, 9, 1), dt.date(2020, 12, 31))
    left = cast_of(text, article="cc-1-1-japan-china", period=last)
    assert left.party(0, left.namings(0)[0]).office is None
    never = cast_of(text, article="cc-1-1-japan-china", period=None)
    assert never.party(0, never.namings(0)[0]).office is None


def test_decomposed_letters_keep_their_place() -> None:
    text = "Prime Minister Nguyễn Xuân Phúc speaks in Vietnam."
    assert named(cast_of(text), text)[0] == ("Nguyễn Xuân Phúc", "actor:nguyen-xuan-phuc")


@pytest.mark.parametrize(
    "text",
    [
        "President " * 20_000,
        "Li Wei, " * 20_000,
        "Kim " * 40_000,
        "of the " * 30_000,
        "Smith John Smith. " * 10_000,
    ],
    ids=["title", "list", "name", "connector", "sentence"],
)
@pytest.mark.usefixtures("no_hang")
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    namings = cast_of(text).namings(0)
    assert all(0 <= one.start < one.end <= len(text) for one in namings)
