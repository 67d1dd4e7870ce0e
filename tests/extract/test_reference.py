"""Pronouns and descriptions: resolved where there is no doubt, and open where there is."""

# ruff: noqa: E501 - tables are read by their rows
from __future__ import annotations

import datetime as dt

import pytest
from name_cases import cast_of, referred


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("Foreign Minister Petra Novak met envoys. She left.", "She", ["petra-novak"]),
        ("Petra Novak said that she would stay.", "she", ["petra-novak"]),
        ("“We agree,” said Foreign Minister Petra Novak in Seoul. She left.", "She", ["petra-novak"]),
        ("Presidents Petra Novak and Arun Rao met. They agreed.", "They", ["petra-novak", "arun-rao"]),
        ("Petra Novak, a Czech minister, told Arun Rao, an Indian envoy, that he erred. She left.", "She", ["petra-novak"]),
        ("Arun Rao of India, the host, spoke. He left.", "He", ["arun-rao"]),
        ("The host was Arun Rao. “Petra Novak,” he said, “is late.”", "he", ["arun-rao"]),
        ("Arun Rao, an Indian envoy, told Petra Novak: Novak, he said, is late.", "he", ["arun-rao"]),
        ("A note came from Petra Novak, a Czech minister, in a talk in which she erred.", "she", ["petra-novak"]),
        ("Mr. Arun Rao met Ms. Petra Novak. She left.", "She", ["petra-novak"]),
        ("A retired surgeon, Petra Novak, spoke. “It is late,” the surgeon wrote.", "the surgeon", ["petra-novak"]),
        ("Mrs. Petra Novak, a young filmmaker, met Arun Rao, an envoy. The young filmmaker left.", "The young filmmaker", ["petra-novak"]),
        ("Mrs. Petra Novak spoke. By the end of the day the same official had left.", "the same official", ["petra-novak"]),
        ("Adm. Petra Novak spoke. “It is late,” the admiral said.", "the admiral", ["petra-novak"]),
        ("Rear Adm. Petra Novak received another officer, Adm. Arun Rao. The admiral left.", "The admiral", ["petra-novak"]),
        ("Gen. Petra Novak met reporters. The general left.", "The general", ["petra-novak"]),
        ("Petra Novak and Arun Rao met, a step in the latter’s words.", "the latter", ["arun-rao"]),
        ("Petra Novak and Arun Rao met. The former was late.", "The former", ["petra-novak"]),
        ("The Xinhua News Agency agreed. The agency said so.", "The agency", ["xinhua-news-agency"]),
        ("The Yomiuri Shimbun was calm. Its editorial said so.", "Its", ["yomiuri-shimbun"]),
        ("Czech Foreign Minister Petra Novak spoke. The Czech foreign minister left.", "The Czech foreign minister", ["petra-novak"]),
        ("Foreign Minister Petra Novak spoke. Reporters asked the minister to stay.", "the minister", ["petra-novak"]),
        ("Foreign Ministers Petra Novak and Arun Rao met. The two ministers agreed.", "The two ministers", ["petra-novak", "arun-rao"]),
        ("Foreign Ministers Petra Novak and Arun Rao met. The two diplomats agreed.", "The two diplomats", ["petra-novak", "arun-rao"]),
        ("China and India disagree. The two sides will talk.", "The two sides", ["china", "india"]),
    ],
)  # fmt: skip
def test_what_is_plain_is_resolved(text: str, words: str, ids: list[str]) -> None:
    found = [actor for said, actor in referred(cast_of(text), text) if said == words]
    assert found == ids


@pytest.mark.parametrize(
    "text",
    [
        "He left.",
        "The minister left.",
        "“She left,” said the Czech envoy.",
        "Foreign Minister Petra Novak spoke. “He is right,” was the answer.",
        "China, India, and Japan disagree. The two sides will talk.",
        "Mr. Arun Rao spoke. She left.",
        "Asked by Arun Rao, an Indian envoy, he left.",
        "A retired surgeon, Petra Novak, met another surgeon, Mr. Arun Rao. The surgeon left.",
        "A retired surgeon, Petra Novak, spoke. The surgeon general left.",
        "Petra Novak, Arun Rao, and Ivan Petrov met. The latter left.",
        "Adm. Petra Novak and Adm. Arun Rao met. The admiral left.",
        "Gen. Petra Novak spoke. The General Assembly left.",
        "Petra Novak and Arun Rao met. The former president left.",
        "Petra Novak and Arun Rao met. The same official left.",
        "The Xinhua News Agency agreed. The agency chief left.",
        "The Xinhua News Agency and the Yonhap News Agency agreed. The agency said so.",
        "The trip of Arun Rao, an Indian envoy, to Petra Novak, a Czech minister, was long. He left.",
        "The president of the bank and the director left.",
    ],
)
def test_what_is_not_plain_stays_open(text: str) -> None:
    assert referred(cast_of(text), text) == []


def test_a_counterpart_is_named_in_the_article_or_holds_the_office_that_day() -> None:
    first = "Japanese Foreign Minister Kono Taro spoke."
    second = "Chinese Foreign Minister Wang Yi meets his Japanese counterpart."
    third = "Chinese Premier Li Keqiang calls his Indian and Russian counterparts."
    cast = cast_of(first, second, third)
    assert referred(cast, second, 1) == [("his Japanese counterpart", "taro-kono")]
    assert referred(cast, third, 2) == [
        ("his Indian and Russian counterparts", "narendra-modi"),
        ("his Indian and Russian counterparts", "dmitry-medvedev"),
    ]
    assert "actor:narendra-modi" in cast.actors


def test_a_counterpart_without_a_state_is_the_only_peer_just_named() -> None:
    met = "Japanese Foreign Minister Petra Novak met Chinese Foreign Minister Wang Yi in Hanoi. "
    text = met + "The Japanese foreign minister was late, and his counterpart left."
    assert referred(cast_of(text), text)[-1] == ("his counterpart", "wang-yi")
    text = met + "An envoy was late, and his counterpart left."
    assert referred(cast_of(text), text) == []
    text = "Japanese Foreign Minister Petra Novak spoke. Novak met his counterpart."
    assert referred(cast_of(text), text) == []


def test_the_holder_of_an_office_is_he_who_holds_it_throughout() -> None:
    text = "The Japanese prime minister will travel to China."
    assert referred(cast_of(text), text) == [("The Japanese prime minister", "shinzo-abe")]
    changing = (dt.date(2020, 7, 1), dt.date(2020, 12, 31))
    assert referred(cast_of(text, period=changing), text) == []
    assert referred(cast_of(text, period=None), text) == []


def test_several_who_bear_an_office_are_told_apart_by_what_the_sentence_tells() -> None:
    talk = "President George W. Bush told President Hu Jintao by phone that it was late. The president left."
    assert referred(cast_of(talk), talk) == [("The president", "george-w-bush")]
    third = "Chinese Foreign Minister Wang Yi met Japanese Foreign Minister Petra Novak. The minister left."
    assert referred(cast_of(third, article="cc-1-1-japan-korea"), third) == [("The minister", "petra-novak")]
    both = "A note of President Petra Novak and of President Arun Rao was late. The president left."
    assert referred(cast_of(both), both) == []


def test_the_president_alone_is_the_only_one_or_the_one_of_the_journals_state() -> None:
    first = "President George W. Bush and President Hu Jintao met."
    later = "The United States agreed. The president left."
    period = (dt.date(2003, 4, 1), dt.date(2003, 6, 30))
    cast = cast_of(first, later, "China agreed. The president left.", period=period)
    assert referred(cast, later, 1) == [("The president", "george-w-bush")]
    assert cast.references(2) == ()


def test_a_description_that_a_name_explains_is_nobody_before() -> None:
    text = "Foreign Minister Petra Novak praised the new minister, Foreign Minister Arun Rao."
    assert referred(cast_of(text), text) == []


def test_the_offices_of_several_states_are_their_holders() -> None:
    text = "Chinese and Russian presidents and prime ministers send greetings."
    assert [actor for _, actor in referred(cast_of(text), text)] == [
        "xi-jinping", "vladimir-putin", "li-keqiang", "dmitry-medvedev",
    ]  # fmt: skip
    text = "Foreign ministers of China and the United States talk."
    assert [actor for _, actor in referred(cast_of(text), text)] == ["wang-yi", "mike-pompeo"]


def test_where_one_holder_is_unknown_all_stay_open() -> None:
    text = "Foreign ministers of China and Bhutan talk."
    assert referred(cast_of(text), text) == []
