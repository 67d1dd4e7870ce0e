"""Clauses of an entry: semicolons, verbs joined by "and", whom a visitor meets, places acted on."""

from __future__ import annotations

import pytest
from event_stage import event_of, roles_of


@pytest.mark.parametrize(
    ("sentence", "kind", "told"),
    [
        ("India tests a missile; Pakistan protests.", "MOBILIZE", "ACCUSE"),
        ("Japan imposes sanctions on North Korea; Seoul voices regret.", "SANCTION", None),
        ("Prime Minister Koizumi visits Hanoi; he meets President Tran Duc Luong.", "CONSULT", "CONSULT"),
        ("Thai police arrest two activists; the US expresses concern.", "COERCE", "ACCUSE"),
        ("Foreign Minister Aso Taro visits Hanoi; Vietnam promises aid.", "CONSULT", "AGREE"),
    ],
)
def test_clause_behind_semicolon_is_a_happening(sentence: str, kind: str, told: str | None) -> None:
    event = event_of(sentence)
    assert event.event_type == kind
    assert len(event.happenings) == 1
    assert told is None or event.happenings[0].event_type == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers discuss trade; investment; and energy.",
        "Japan and India hold talks in Tokyo; Delhi; and Osaka.",
        "Foreign Minister Aso Taro says that “trade grows; prices fall.”",
    ],
)
def test_semicolon_in_a_list_or_a_quotation_cuts_nothing(sentence: str) -> None:
    assert event_of(sentence).happenings == ()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Presidents Roh and Bush meet in Seoul and issue a joint statement.", "SUPPORT"),
        ("Japan and Vietnam hold talks in Hanoi and sign a treaty.", "SUPPORT"),
        ("The ministers meet in Tokyo and condemn the test.", "ACCUSE"),
        ("India and Japan hold talks and launch a joint exercise.", "COOPERATE"),
        ("Envoys of both sides meet in Busan and sign the protocol.", "SUPPORT"),
    ],
)
def test_plain_form_behind_and_is_a_happening(sentence: str, told: str) -> None:
    assert told in [happening.event_type for happening in event_of(sentence).happenings]


@pytest.mark.parametrize(
    "tail",
    [
        "and meets Foreign Minister Ban Ki-moon",
        "and holds talks with Foreign Minister Ban Ki-moon",
        "and confers with Foreign Minister Ban Ki-moon in Busan",
        ", where he meets Foreign Minister Ban Ki-moon",
        ", meeting Foreign Minister Ban Ki-moon",
    ],
)
def test_whom_a_visitor_meets_is_a_target(tail: str) -> None:
    roles = roles_of(event_of(f"Foreign Minister Aso Taro visits Seoul {tail}.".replace(" ,", ",")))
    assert roles["ban-ki-moon"] == "target"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("North Korea fires two missiles into the Sea of Japan.", "Sea of Japan"),
        ("A US destroyer sails through the Taiwan Strait.", "Taiwan Strait"),
        ("Chinese bombers fly over the Miyako Strait.", "Miyako Strait"),
        ("The ministers meet in Singapore but reach no agreement.", "Singapore"),
        ("Gunmen attack Mumbai.", "Mumbai"),
        ("USS Blue Ridge returns to Yokosuka.", "Yokosuka"),
    ],
)
def test_place_acted_on(sentence: str, name: str) -> None:
    place = event_of(sentence).location
    assert place is not None
    assert place.name == name
