"""Whose a name is: states of political actors by name alone. Names of people and bodies of public life."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccdata.authority import load_authority, resolve
from ccdata.authority.gazetteer import gazetteer, key_of

TOLD = {
    "HOSNI MUBARAK": "EGY",
    "Mubarak, Hosni": "EGY",
    "MUHAMMAD_HOSNI_MUBARAK": "EGY",
    "PRESIDENT MUBARAK": "EGY",
    "former Egyptian President Hosni Mubarak": "EGY",
    "XI, JINPING": "CHN",
    "Shinzo Abe": "JPN",
    "ABE SHINZO": "JPN",
    "Joseph F. Dunford, Jr.": "USA",
    "NIGERIAN_POLICE_": "NGA",
    "ROYAL THAI POLICE": "THA",
    "Bank of Japan": "JPN",
    "Ministry of Defense (France)": "FRA",
    "MINISTRY OF FOREIGN AFFAIRS, CHINA": "CHN",
    "Korea, Republic of": "KOR",
    "CHINESE EMBASSY IN JAPAN": "CHN",
    "US AMBASSADOR TO THE UNITED NATIONS": "USA",
    "DEMOCRATIC REPUBLIC OF CONGO": "COD",
    "Guinea-Bissau army": "GNB",
    "SUDAN PEOPLE'S LIBERATION ARMY": "SSD",
    "Knesset": "ISR",
    "BUNDESWEHR": "DEU",
    "TAMIL TIGER REBELS": "LKA",
    "SHANGHAI MUNICIPAL GOVERNMENT": "CHN",
    "MAYOR OF LONDON": "GBR",
    "Côte d'Ivoire": "CIV",
    "KING OF JORDAN": "JOR",
    "IRAQI KURDS": "IRQ",
    "Rwandan Hutu rebels": "RWA",
}
OPEN = {
    "UNITED NATIONS": "no-state",
    "UNITED NATIONS MISSION IN LIBERIA": "no-state",
    "US-CHINA BUSINESS COUNCIL": "several-states",
    "KOREAN OFFICIALS": "several-states",
    "DOMINICAN ARMY": "several-states",
    "KASHMIRI MILITANTS": "several-states",
    "MICHAEL JORDAN": "unknown",
    "AMBASSADOR TO CHINA": "unknown",
    "INDIAN OCEAN": "unknown",
    "LATIN AMERICAN STATES": "unknown",
    "POLICE": "unknown",
    "Tarkwin Ollerby": "unknown",
    "": "unknown",
}


@pytest.mark.parametrize(("name", "state"), TOLD.items())
def test_a_name_tells_its_state(name: str, state: str) -> None:
    assert resolve(name).country == state


@pytest.mark.parametrize(("name", "reason"), OPEN.items())
def test_what_tells_no_state_says_why(name: str, reason: str) -> None:
    found = resolve(name)
    assert (found.country, found.reason) == (None, reason)


def test_the_actor_is_told_where_the_authority_knows_it() -> None:
    assert resolve("VLADIMIR PUTIN").actor_id == "actor:vladimir-putin"
    assert resolve("FRANCE").actor_id == "actor:france"
    assert resolve("United Nations").actor_id == "actor:united-nations"
    assert resolve("FRENCH POLICE").actor_id is None


def test_every_state_is_known_by_its_name_its_adjective_and_in_a_phrase() -> None:
    shared = {"Congolese", "Congo", "Dominican"}
    for country in load_authority().countries.values():
        forms = [country.name, f"Government of {country.name}", f"Police ({country.name})"]
        forms += [f"{word} foreign minister" for word in country.adjectives if word not in shared]
        for form in forms if country.cow else ():
            assert resolve(form.upper()).country == country.alpha3, form


def test_every_person_of_the_authority_is_known_in_either_order() -> None:
    people = [k for k in load_authority().actors.values() if k.kind == "person" and " " in k.name]
    for known in people:
        given_name, _, family = known.name.rpartition(" ")
        for form in (known.name.upper(), f"{family}, {given_name}"):
            assert resolve(form).country in (known.country, None), form


def test_the_lists_hold_only_states_and_no_name_twice() -> None:
    rows = csv.DictReader(files("ccdata.authority").joinpath("countries.csv").read_text("utf-8").splitlines())
    codes = {row["iso3"] for row in rows}
    for key, senses in gazetteer().senses.items():
        assert key == key_of(key)
        assert {sense.country for sense in senses} <= codes | {None}
        people = [sense for sense in senses if sense.basis == "person" and sense.actor_id is None]
        assert len(people) < 2, key


@given(st.text(max_size=60))
def test_any_text_has_an_answer(name: str) -> None:
    found = resolve(name)
    assert found.name == name
    assert (found.country is None) == (found.reason in ("unknown", "several-states", "no-state"))


@given(st.sampled_from(sorted(TOLD)), st.sampled_from([str.upper, str.lower, str]))
def test_case_and_accents_change_nothing(name: str, write: type[str]) -> None:
    assert resolve(write(name)).country == TOLD[name]
