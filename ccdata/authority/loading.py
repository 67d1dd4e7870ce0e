"""Reads the authority's files, once, into one immutable value."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from ccdata.authority.folding import fold
from ccdata.authority.model import Authority, Country, Known, Tenure, Term, terms_of
from ccdata.authority.names import akin, print_forms, short_forms, split_name
from ccdata.errors import AuthorityError
from ccdata.records.ids import slug
from ccdata.records.terms import IdentifierScheme

_DOTTED = ("US ", "UN ")
"""What is also printed with full stops: "U.S. Forces Korea"."""
_CODES: tuple[tuple[str, IdentifierScheme], ...] = (
    ("wikidata", "wikidata"),
    ("iso2", "iso3166-1-alpha-2"),
    ("iso3", "iso3166-1-alpha-3"),
    ("cow", "cow"),
    ("cameo", "cameo"),
)


@cache
def load_authority() -> Authority:
    """Return the authority of the package."""
    return build_authority(_rows("people.jsonl"), _rows("bodies.jsonl"), _table("countries.csv"))


def _rows(name: str) -> list[dict[str, Any]]:
    lines = files("ccdata.authority").joinpath(name).read_bytes().split(b"\n")
    return [json.loads(line) for line in lines if line]


def _table(name: str) -> list[dict[str, str]]:
    text = files("ccdata.authority").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def build_authority(
    people: Iterable[dict[str, Any]], bodies: Iterable[dict[str, Any]], states: Iterable[dict[str, str]]
) -> Authority:
    """Make an authority of the rows of its three files; the order of rows does not matter."""
    countries = [(_country(row), _state(row)) for row in states]
    persons = [_person(row) for row in people]
    others = [_body(row) for row in bodies]
    _require_unique([*persons, *others, *(state for _, state in countries)])
    actors = sorted([*persons, *others, *(state for _, state in countries)], key=lambda known: known.id)
    return Authority(
        countries={country.alpha3: country for country, _ in countries},
        actors={known.id: known for known in actors},
        aliases=_gather((form, known.id) for known in actors for form in _forms(known)),
        shorts=_gather((fold(form), known.id) for known in actors for form in known.called),
        states={country.alpha3: state.id for country, state in countries},
        persons_of=_gather(
            (known.country, known.id) for known in actors if known.kind == "person" and known.country
        ),
        terms=_terms(actors),
    )


def _terms(actors: Iterable[Known]) -> dict[str, tuple[Term, ...]]:
    """Gather the dated offices of persons by their states."""
    terms: dict[str, list[Term]] = {}
    for known in actors:
        if known.kind == "person" and known.country:
            terms.setdefault(known.country, []).extend(terms_of(known))
    return {country: tuple(row) for country, row in terms.items()}


def _require_unique(actors: Iterable[Known]) -> None:
    """Raise AuthorityError for an id that is given twice."""
    twice = [actor_id for actor_id, count in Counter(known.id for known in actors).items() if count > 1]
    if twice:
        raise AuthorityError(f"ids given twice: {', '.join(sorted(twice))}")


def _gather(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    gathered: dict[str, dict[str, None]] = {}
    for key, value in pairs:
        gathered.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in gathered.items()}


def _forms(known: Known) -> Iterator[str]:
    """Yield the full names of an actor as the press prints them, folded."""
    if known.kind != "person":
        for name in (known.name, *known.aliases):
            yield fold(name)
            if name.startswith(_DOTTED):
                yield fold(f"{name[0]}.{name[1]}.{name[2:]}")
        return
    forms = {*print_forms(known.name, known.country, known.family_name, known.given_name)}
    for alias in known.aliases:
        forms.update(print_forms(alias, known.country, None, None))
    yield from sorted(form for form in forms if " " in form)


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _country(row: dict[str, str]) -> Country:
    return Country(
        alpha3=row["iso3"],
        alpha2=row["iso2"] or None,
        cow=row["cow"] or None,
        cameo=row["cameo"] or None,
        wikidata=row["wikidata"] or None,
        name=row["name"],
        also=_list(row["also"]),
        adjectives=_list(row["adjective"]),
        demonyms=_list(row["demonym"]),
        capitals=_list(row["capital"]),
        metonyms=_list(row["metonyms"]),
        source=row["source"],
    )


def _state(row: dict[str, str]) -> Known:
    return Known(
        id=f"actor:{slug(row['name'])}",
        name=row["name"],
        family_name=None,
        given_name=None,
        kind="country",
        country=row["iso3"],
        native_name=None,
        aliases=_list(row["also"]),
        called=(),
        identifiers=tuple((scheme, row[key]) for key, scheme in _CODES if row[key]),
        tenures=(),
        source=row["source"],
    )


def _body(row: dict[str, Any]) -> Known:
    return Known(
        id=f"actor:{row['id']}",
        name=row["name"],
        family_name=None,
        given_name=None,
        kind=row["kind"],
        country=row["country"],
        native_name=row["native_name"],
        aliases=tuple(row["aliases"]),
        called=(),
        identifiers=tuple((scheme, row[key]) for key, scheme in _CODES if row.get(key)),
        tenures=(),
        source=row["source"],
    )


def _called(row: dict[str, Any]) -> Iterator[str]:
    """Yield the short forms of a name, and the family name as its variants spell it: Shoygu, Shoigu."""
    yield from short_forms(row["name"], row["family_name"], row["country"])
    size = len(row["name"].split())
    for alias in row["aliases"] if row["family_name"] else ():
        family = split_name(alias, row["country"])[0]
        if family and len(alias.split()) == size and akin(family, row["family_name"]):
            yield family


def _person(row: dict[str, Any]) -> Known:
    called = _called(row) if row["called"] is None else row["called"]
    return Known(
        id=f"actor:{row['id']}",
        name=row["name"],
        family_name=row["family_name"],
        given_name=row["given_name"],
        kind="person",
        country=row["country"],
        native_name=row["native_name"],
        aliases=tuple(row["aliases"]),
        called=tuple(dict.fromkeys(called)),
        identifiers=tuple((scheme, row[key]) for key, scheme in _CODES if row.get(key)),
        tenures=tuple(Tenure(**tenure) for tenure in row["occupancies"]),
        source=row["source"],
    )
