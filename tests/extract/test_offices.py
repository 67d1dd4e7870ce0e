"""Of several offices of one day, the one in which somebody acts."""

from __future__ import annotations

import datetime as dt

import pytest
from name_cases import cast_of

from ccdata.authority.titles import office_of
from ccdata.extract.offices import offices_in

PERIOD = (dt.date(2019, 1, 1), dt.date(2019, 4, 30))
DAY = dt.date(2019, 2, 3)


def offices(*texts: str, name: str = "Wang") -> list[str | None]:
    """Return the offices of those named so in the last of some paragraphs."""
    cast = cast_of(*texts, period=PERIOD)
    last = len(texts) - 1
    parties = [cast.party(last, naming, DAY) for naming in (*cast.namings(last), *cast.references(last))]
    return [party.office for party in parties if name in party.text]


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("State Councilor", "State Councilor"),
        ("State Councilor and Foreign Minister", "State Councilor"),
    ],
)
def test_the_printed_title_tells(title: str, office: str) -> None:
    assert offices(f"Chinese {title} Wang Yi speaks in Geneva.") == [office]


def test_he_acts_in_the_office_of_whom_he_meets() -> None:
    told = (
        "Chinese State Councilor and Foreign Minister Wang Yi meets Russian Foreign Minister Sergey Lavrov."
    )
    assert offices(told) == ["Minister of Foreign Affairs"]
    assert offices(told, "Wang and Lavrov meet again.") == ["Minister of Foreign Affairs"]


def test_nobody_of_his_own_state_tells() -> None:
    told = "Chinese State Councilor Wang Yi and Vice President Wang Qishan meet."
    assert offices(told, name="Wang Yi") == ["State Councilor"]


def test_the_article_has_called_him_so() -> None:
    assert offices("Chinese Foreign Minister Wang Yi speaks.", "Wang leaves Geneva.") == [
        "Minister of Foreign Affairs"
    ]


def test_a_description_tells() -> None:
    told = "State Councilor Wang Yi was there. The Chinese foreign minister left Geneva."
    assert offices(told, name="foreign minister") == ["Minister of Foreign Affairs"]


def test_nothing_tells() -> None:
    assert offices("Wang Yi speaks in Geneva.") == ["State Councilor"]


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("State Councilor and Foreign Minister", ["State Councilor", "Foreign Minister"]),
        ("Minister of Trade and Industry", ["Minister of Trade and Industry"]),
        ("Deputy Prime Minister, Finance Minister", ["Deputy Prime Minister", "Finance Minister"]),
        ("Mr.", []),
    ],
)
def test_a_title_of_two_offices(title: str, parts: list[str]) -> None:
    assert offices_in(title) == [office_of(part) for part in parts]
