"""The authority: its own data are sound, and what is unsound is told."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ccdata.authority import check_authority, load_authority
from ccdata.authority.checking import find_faults
from ccdata.authority.loading import build_authority
from ccdata.errors import AuthorityError

STATES: list[dict[str, str]] = [
    {
        "iso2": "JP", "iso3": "JPN", "cow": "740", "cameo": "JPN", "wikidata": "Q17", "name": "Japan",
        "also": "", "adjective": "Japanese", "demonym": "Japanese", "capital": "Tokyo",
        "metonyms": "Kantei", "source": "a table",
    },
]  # fmt: skip
BODY: dict[str, Any] = {
    "id": "kyodo", "name": "Kyodo", "kind": "media", "country": "JPN", "native_name": None,
    "aliases": [], "wikidata": None, "cameo": None, "source": "a list", "note": None,
}  # fmt: skip


def tenure(**changes: Any) -> dict[str, Any]:
    return {
        "title": "Prime Minister", "organisation": None, "country": "JPN", "start": "2001-04-26",
        "end": "2006-09-26", "as_of": None, "source": "a list", **changes,
    }  # fmt: skip


def person(**changes: Any) -> dict[str, Any]:
    return {
        "id": "taro-yamada", "name": "Taro Yamada", "family_name": "Yamada", "given_name": "Taro",
        "country": "JPN", "native_name": None, "aliases": [], "called": None, "wikidata": "Q1",
        "occupancies": [], "source": "a list", "native_source": None, "note": None, **changes,
    }  # fmt: skip


def test_our_own_authority_is_sound() -> None:
    check_authority(load_authority())


@pytest.mark.parametrize(
    ("people", "bodies", "fault"),
    [
        ([person(source="")], [], "no source"),
        ([person(country="XXX")], [], "no state XXX"),
        ([person(occupancies=[tenure(country="XXX")])], [], "no state XXX"),
        ([person(wikidata="1")], [], "no Wikidata id"),
        ([person(aliases=["Dr. Taro Yamada"])], [], "holds a title"),
        ([person(aliases=["Yamada, Taro"])], [], "holds a title"),
        ([person(aliases=["Taro Yamaba"])], [], "looks like a misprint"),
        ([person(aliases=["Taro Yrmada"])], [], "looks like a misprint"),
        ([person(occupancies=[tenure(start="April 2001")])], [], "unreadable date"),
        ([person(occupancies=[tenure(end="1999")])], [], "ends before it starts"),
        ([person(occupancies=[tenure(), tenure(start="2005-01-01", end="2007-01-01")])], [], "held twice"),
        ([person(occupancies=[tenure(source="")])], [], "has no source"),
        ([person(), person(id="other", name="Ichiro Yamada")], [], "given to 2 actors"),
        ([], [BODY, {**BODY, "id": "other"}], "is an alias of"),
    ],
)
def test_a_fault_is_told(people: list[dict[str, Any]], bodies: list[dict[str, Any]], fault: str) -> None:
    made = build_authority(people, bodies, STATES)
    assert any(fault in line for line in find_faults(made))
    with pytest.raises(AuthorityError, match=re.escape(fault)):
        check_authority(made)


def test_an_id_given_twice_is_told() -> None:
    with pytest.raises(AuthorityError, match="actor:kyodo"):
        build_authority([], [BODY, BODY], STATES)


def test_sound_rows_have_no_fault() -> None:
    assert [*find_faults(build_authority([person(occupancies=[tenure()])], [BODY], STATES))] == []


def test_an_office_is_known_from_its_first_day_to_its_last() -> None:
    made = build_authority([person(occupancies=[tenure()])], [], STATES)
    held = [
        bool(made.offices_on("actor:taro-yamada", day))
        for day in ("2001-04-25", "2001-04-26", "2006-09-26", "2006-09-27")
    ]
    assert held == [False, True, True, False]


def test_an_open_office_is_known_as_far_as_its_source_saw() -> None:
    made = build_authority([person(occupancies=[tenure(end=None, as_of="2022-07")])], [], STATES)
    (one,) = made.actors["actor:taro-yamada"].tenures
    assert one.covers("2022-07-31")
    assert not one.covers("2022-08-01")
    assert one.may_cover("2023-01-01")
    assert not one.may_cover("2001-04-25")


def test_every_state_has_its_codes_and_every_person_a_source() -> None:
    authority = load_authority()
    schemes = {scheme for scheme, _ in authority.actors["actor:japan"].identifiers}
    assert schemes == {"wikidata", "iso3166-1-alpha-2", "iso3166-1-alpha-3", "cow", "cameo"}
    assert all(known.source for known in authority.actors.values())


@pytest.mark.parametrize(
    ("actor_id", "family", "given"),
    [
        ("xi-jinping", "Xi", "Jinping"),
        ("shinzo-abe", "Abe", "Shinzō"),
        ("joseph-wu", "Wu", "Joseph"),
        ("chen-shui-bian", "Chen", "Shui-bian"),
        ("carrie-lam", "Lam", "Carrie"),
        ("s-jaishankar", None, "S. Jaishankar"),
        ("joko-widodo", None, "Joko Widodo"),
        ("nguyen-tan-dung", "Nguyễn", "Tấn Dũng"),
        ("dominique-de-villepin", "de Villepin", "Dominique"),
        ("jon-huntsman-jr", "Huntsman", "Jon"),
    ],
)
def test_names_are_split_by_the_custom_of_the_state(actor_id: str, family: str | None, given: str) -> None:
    known = load_authority().actors[f"actor:{actor_id}"]
    assert (known.family_name, known.given_name) == (family, given)
