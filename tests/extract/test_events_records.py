"""Event records: roles, countries, place, other dates, further happenings, passages."""

from __future__ import annotations

import datetime as dt

import pytest
from event_stage import article, event_of, events_of, roles_of

ROLES = [
    ("Prime Minister Koizumi Junichiro meets President Roh Moo-hyun in Busan.",
     {"junichiro-koizumi": "participant", "roh-moo-hyun": "participant"}),
    ("South Korea's Ambassador to Japan Ra Jong-yil protests Japan's approval of textbooks.",
     {"ra-jong-yil": "source", "japan": "target"}),
    ("Japan and South Korea jointly urge North Korea to return to the six-party talks.",
     {"japan": "participant", "south-korea": "participant", "north-korea": "target"}),
    ("Chinese Foreign Ministry spokesman Qin Gang says Japan should face up to history.",
     {"mfa-china": "mentioned", "qin-gang": "source", "japan": "target"}),
    ("Vietnam and the United States sign a trade agreement in Hanoi.",
     {"vietnam": "participant", "united-states": "participant"}),
    ("President George W. Bush visits India.", {"george-w-bush": "source", "india": "target"}),
    ("China hosts the fifth round of trade talks in Beijing.", {"china": "source"}),
    ("The fifth round of trade talks is chaired by China.", {"china": "source"}),
    ("Chinese President Hu Jintao receives Vietnamese Communist Party chief Nong Duc Manh in Beijing.",
     {"hu-jintao": "source", "nong-duc-manh": "participant", "communist-party-of-vietnam": "mentioned"}),
    ("The Philippines accuses China of building on Mischief Reef.",
     {"philippines": "source", "china": "target"}),
    ("US and South Korean officials hold talks with their Japanese counterparts in Hawaii.",
     {"united-states": "participant", "south-korea": "participant", "japan": "participant"}),
    ("An agreement on fisheries is signed by China and Japan.",
     {"china": "participant", "japan": "participant"}),
    ("The Japanese ambassador is summoned by the Chinese Foreign Ministry.",
     {"japan": "target", "mfa-china": "source"}),
    ("A Chinese submarine enters Japanese waters.", {"china": "source", "japan": "target"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), ROLES)
def test_roles(sentence: str, wanted: dict[str, str]) -> None:
    assert roles_of(event_of(sentence)) == wanted


def test_state_in_a_title_is_no_actor() -> None:
    event = event_of("US Ambassador to Japan Thomas Schieffer meets Foreign Minister Aso Taro.")
    assert "japan" not in roles_of(event)
    assert "united-states" not in roles_of(event)


def test_described_state_acts_by_its_adjective() -> None:
    event = event_of("Two Japanese destroyers conduct a joint exercise with an Indian frigate.")
    assert roles_of(event) == {"japan": "participant", "india": "participant"}
    assert {actor.method for actor in event.actors} == {"description"}
    assert event.countries == ("IND", "JPN")


def test_countries_are_those_of_who_acts_or_is_acted_on() -> None:
    event = event_of("President Roh Moo-hyun visits Vietnam.")
    assert event.countries == ("KOR", "VNM")


def test_a_newspaper_that_is_told_something_acts_for_nobody() -> None:
    event = event_of("President Roh Moo-hyun tells Asahi Shimbun that the talks went well.")
    assert event.countries == ("KOR",)


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("Finance ministers hold talks in Osaka.", "Osaka", "JPN"),
        ("In Kuala Lumpur, Foreign Minister Aso Taro meets his counterparts.", "Kuala Lumpur", "MYS"),
        ("The ministers meet in the Chinese city of Xiamen.", "Xiamen", "CHN"),
        ("US and Indian forces conduct a joint exercise in the Bay of Bengal.", "Bay of Bengal", None),
    ],
)
def test_location(sentence: str, name: str, country: str | None) -> None:
    place = event_of(sentence).location
    assert place is not None
    assert (place.name, place.country, place.span.exact) == (name, country, name)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Five Chinese Navy ships transit the Soya Strait for the first time.", "Soya Strait"),
        ("Chinese and Russian navies conduct an exercise in Peter the Great Bay.", "Peter the Great Bay"),
        ("Generals of the two Koreas meet at Mt. Sorak.", "Mt. Sorak"),
        ("President Roh Moo-hyun visits Meiji Shrine.", "Meiji Shrine"),
        ("A Russian submarine is detected off Amami Oshima.", "Amami Oshima"),
    ],
)
def test_a_place_is_known_by_a_word_of_its_name(sentence: str, name: str) -> None:
    place = event_of(sentence).location
    assert place is not None
    assert (place.name, place.country) == (name, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign ministers hold talks via videoconference in Osaka.",
        "The ministers talk by phone.",
        "Tokyo expresses concern over the US base in Okinawa.",
        "The US embassy in a statement condemns the attack.",
    ],
)
def test_no_location(sentence: str) -> None:
    assert event_of(sentence).location is None


@pytest.mark.parametrize(
    ("tail", "edtf", "anchor"),
    [
        ("The next day, they sign a pact.", "2006-03-15", "2006-03-14"),
        ("They had met a week earlier.", "2006-03-07", "2006-03-14"),
        ("A joint exercise follows two days later.", "2006-03-16", "2006-03-14"),
        ("They had last met on Feb. 2, 2004.", "2004-02-02", None),
        ("A day after the storm, aid arrives.", None, None),
    ],
)
def test_related_dates(tail: str, edtf: str | None, anchor: str | None) -> None:
    dates = event_of(f"The foreign ministers of Japan and Vietnam meet. {tail}").related_dates
    found = [(d.date_edtf, d.anchor_date.isoformat() if d.anchor_date else None) for d in dates]
    assert found == ([(edtf, anchor)] if edtf else [])


def test_happenings_have_their_own_date_medium_and_type() -> None:
    event = event_of(
        "Foreign Minister Aso Taro meets Vietnamese counterpart Nguyen Dy Nien in Tokyo, promising "
        "$50 million in aid. The next day, Nien holds a phone call with the Korean foreign minister."
    )
    told = [(h.event_type, h.medium, h.date_edtf) for h in event.happenings]
    assert ("AGREE", "statement", "2006-03-14") in told
    assert ("CONSULT", "phone", "2006-03-15") in told
    assert event.event_type == "CONSULT"


def test_multilateral_and_remote_modes() -> None:
    assert event_of("Japan, Vietnam, and India hold talks in Tokyo.").event_mode == "multilateral"
    assert event_of("Aso Taro and Ban Ki-moon hold talks by telephone.").event_mode == "phone"


def test_basis_names_rule_and_trigger() -> None:
    event = event_of("Australia imposes sanctions on North Korea.")
    assert event.basis is not None
    assert (event.basis.rule, event.basis.trigger.exact) == ("sanction.impose", "imposes")
    assert (event.event_type, event.quad_code, event.magnitude) == ("SANCTION", 4, -6)


def test_contexts() -> None:
    event = event_of("Foreign ministers discuss the Yasukuni Shrine and the nuclear program of North Korea.")
    assert event.contexts == ("diplomatic", "cbrn", "cc:history")


def test_passage_shares_day_actor_and_act() -> None:
    body = (
        "Relations were calm. On March 14, Prime Minister Koizumi Junichiro and President Roh Moo-hyun held "
        "a summit in Busan. They agreed on fishing. "
        "On March 20, Koizumi met President Roh again. On March 14, the yen fell."
    )
    entry = "March 14, 2006: Prime Minister Koizumi Junichiro meets President Roh Moo-hyun in Busan."
    (event,) = events_of(article(entry, body=body))
    assert [p.span.exact[:12] for p in event.passages] == ["On March 14,", "They agreed "]
    assert "2006-03-14" in event.passages[0].evidence


def test_lost_date_and_missing_type_have_gaps() -> None:
    (event,) = events_of(article("March 14, 2006: The won weakens against the dollar."))
    assert [(gap.field, gap.reason) for gap in event.gaps] == [("event_type", "no_rule")]
    assert event.date_start == dt.date(2006, 3, 14)


def test_links_lie_in_their_entry() -> None:
    (event,) = events_of(article("March 14, 2006: Japan and India [sign](http://a.b/c) a pact."))
    assert [(link.text, link.url) for link in event.links] == [("sign", "http://a.b/c")]


def test_same_words_twice_have_two_ids() -> None:
    entry = "Japan and India sign a pact."
    first, second = events_of(article(f"March 14, 2006: {entry}", f"March 15, 2006: {entry}"))
    assert second.id == f"{first.id}-2"


_CALM = "Relations were calm, and nobody expected the spring to bring anything new to either side. " * 2


def _passages(body: str, entry: str) -> list[str]:
    (event,) = events_of(article(entry, body=_CALM + body))
    return [passage.span.exact for passage in event.passages]


def test_passage_may_share_words_in_place_of_the_act() -> None:
    told = "On March 14, Prime Minister Koizumi Junichiro blamed poachers for the shrinking salmon catch."
    entry = "March 14, 2006: Prime Minister Koizumi Junichiro says poachers shrink the salmon catch."
    assert _passages(told, entry) == [told]
    assert _passages(told.replace("Koizumi Junichiro", "Abe Shinzo"), entry) == []
    assert _passages(told.replace("March 14", "March 15"), entry) == []


def test_the_day_of_a_passage_may_count_from_the_one_before() -> None:
    body = (
        "On March 13, the yen fell. The next day, Prime Minister Koizumi Junichiro and President Roh "
        "Moo-hyun held a summit in Busan. A week later, Koizumi met Roh again."
    )
    entry = "March 14, 2006: Prime Minister Koizumi Junichiro meets President Roh Moo-hyun in Busan."
    assert [text[:13] for text in _passages(body, entry)] == ["The next day,"]


def test_what_callers_say_goes_on() -> None:
    body = (
        "On March 14, Prime Minister Koizumi Junichiro and President Roh Moo-hyun spoke by phone. "
        "Koizumi thanked Roh for the rescue. The yen fell. Roh smiled."
    )
    entry = "March 14, 2006: Prime Minister Koizumi Junichiro and President Roh Moo-hyun talk by phone."
    assert [text[:12] for text in _passages(body, entry)] == ["On March 14,", "Koizumi than"]


def test_a_passage_goes_to_the_entry_it_fits_best() -> None:
    told = (
        "On March 14, while receiving letters, President Roh Moo-hyun told the ambassador that he was glad."
    )
    aid = "March 14, 2006: South Korea sends Japan its first shipment of blankets."
    letters = (
        "March 14, 2006: President Roh Moo-hyun receives letters of credence from the ambassador of Japan."
    )
    one, two = events_of(article(aid, letters, body=_CALM + told))
    assert one.passages == ()
    assert [passage.span.exact for passage in two.passages] == [told]


def test_a_person_whom_one_entry_of_the_day_names_is_enough() -> None:
    told = "On March 14, in Busan, Prime Minister Koizumi Junichiro gave the speech of his year."
    entry = "March 14, 2006: Prime Minister Koizumi Junichiro delivers the keynote address at a forum."
    other = "March 14, 2006: Koizumi Junichiro dissolves a council."
    assert _passages(told, entry) == [told]
    assert [e.passages for e in events_of(article(entry, other, body=_CALM + told))] == [(), ()]


def test_a_passage_may_name_nobody() -> None:
    told = "The trucks got their way on March 14, when twenty of them, bearing flour, were waved across."
    entry = "March 14, 2006: Twenty trucks with flour and cement cross the border."
    assert _passages(told, entry) == [told]


@pytest.mark.parametrize(
    ("sentence", "contexts"),
    [
        ("President Roh Moo-hyun visits Tokyo.", ("diplomatic",)),
        ("The finance ministers of Japan and Vietnam meet in Hue.", ("economic",)),
        ("Japan scrambles jets.", ("military",)),
        ("Protesters throw paint at the Japanese embassy in Seoul.", ()),
    ],
)
def test_contexts_of_the_act(sentence: str, contexts: tuple[str, ...]) -> None:
    assert event_of(sentence).contexts == contexts


def test_what_was_past_before_the_rest_is_historical() -> None:
    event = event_of("Japan and Vietnam had signed the treaty in 1999.")
    assert (event.event_type, event.status) == ("SUPPORT", "historical")


def test_who_speaks_behind_a_clause_is_the_source() -> None:
    event = event_of("The boats came from North Korea, Tokyo charged on Monday.")
    assert event.event_type == "ACCUSE"
    assert roles_of(event) == {"north-korea": "target", "japan": "source"}


def test_a_surname_is_no_rice() -> None:
    assert event_of("Secretary of State Condoleezza Rice arrives in Tokyo for talks.").event_type == "CONSULT"


def test_a_body_that_is_printed_like_a_pronoun_acts() -> None:
    event = event_of("WHO lifts its advisory against travel to Beijing.")
    assert roles_of(event)["world-health-organization"] == "source"


def test_an_insertion_hides_no_actor() -> None:
    event = event_of("Chinese and Indian officials, led by Wu Yi and Pranab Mukherjee, hold talks in Oslo.")
    assert event.event_type == "CONSULT"
    assert set(roles_of(event).values()) == {"participant"}


def test_further_happenings_without_a_rule_stand_behind_a_semicolon_or_have_a_date() -> None:
    event = event_of(
        "Japan deports eight sailors; the others wait in Osaka. On March 20, the letter is returned. "
        "The cook stays in Osaka."
    )
    assert [(h.text[:12], h.date_edtf) for h in event.happenings] == [
        ("the others w", "2006-03-14"),
        ("On March 20,", "2006-03-20"),
    ]


def test_whom_a_visitor_meets_is_no_further_happening() -> None:
    event = event_of(
        "Prime Minister Koizumi Junichiro visits Seoul, meets President Roh Moo-hyun, and resigns."
    )
    assert [h.text for h in event.happenings] == ["resigns"]
