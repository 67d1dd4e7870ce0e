"""Dyad-years: how often two states are told to have dealt with each other in a year, and what was read.

A happening is counted once, however many articles tell it (`same_as`): the first of its events, by date and
id, gives the year; the type is the first that one of them has. Only what is told as done counts: nothing
future, denied, supposed or long past. Between whom:

    with a target      each state that acts, itself or through persons, and each state acted on
    without, no conflict    every two states that act together
    without, a conflict     none: who accuses together does not accuse each other

A row stands for every pair and year that an article on the pair covers, also where nothing was told, and
for every other pair that happenings name: there `articles` is 0, and a small number says nothing.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path
from typing import Any

from ccdata.link import Release
from ccdata.records import Article, Event

FILE = "dyads/dyad_years.csv"
COLUMNS = {
    "state1": ("string", "The first state, ISO 3166-1 alpha-3; the two are in alphabetical order."),
    "state2": ("string", "The second state."),
    "cow1": ("integer", "The first state's Correlates of War code, where it has one."),
    "cow2": ("integer", "The second state's."),
    "year": ("integer", "The year in which the happening began."),
    "happenings": ("integer", "Happenings told, each once."),
    "quad_1": ("integer", "Of these, verbal cooperation."),
    "quad_2": ("integer", "Material cooperation."),
    "quad_3": ("integer", "Verbal conflict."),
    "quad_4": ("integer", "Material conflict."),
    "uncoded": ("integer", "Of these, without a PLOVER type."),
    "articles": (
        "integer",
        "Articles on this pair whose period touches the year; 0: the pair was not followed.",
    ),
    "months": ("integer", "Months of the year that they cover."),
}

_CONFLICT = frozenset({3, 4})
_Dyad = tuple[str, str, int]


@dataclass(slots=True)
class _Told:
    """What is kept of an event."""

    first: dt.date
    event_id: str
    pairs: frozenset[tuple[str, str]]
    quad: int | None


@dataclass(slots=True)
class _Coverage:
    """What articles on a pair say of a year."""

    articles: set[str] = field(default_factory=set)
    months: set[int] = field(default_factory=set)


def derive(release: Release, folder: Path) -> None:
    """Write the release's dyad-years."""
    covered: defaultdict[_Dyad, _Coverage] = defaultdict(_Coverage)
    groups: dict[str, list[_Told]] = {}
    for part in release.parts():
        for record in part.records:
            if isinstance(record, Article):
                _cover(record, covered)
            elif isinstance(record, Event):
                _gather(record, groups)
    counts = _count(groups.values())
    (folder / FILE).parent.mkdir()
    with (folder / FILE).open("x", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_rows(counts, covered))


def schema() -> dict[str, Any]:
    """Return the Table Schema of the file."""
    return {
        "fields": [
            {"name": name, "type": kind, "description": said} for name, (kind, said) in COLUMNS.items()
        ],
        "missingValues": [""],
        "primaryKey": ["state1", "state2", "year"],
    }


def _cover(article: Article, covered: defaultdict[_Dyad, _Coverage]) -> None:
    """Note the months that an article covers for each two of its states."""
    if article.period_start is None or article.period_end is None:
        return
    states = sorted({party.country for party in article.parties if party.country is not None})
    for one, other in combinations(states, 2):
        for year, month in _months(article.period_start, article.period_end):
            coverage = covered[one, other, year]
            coverage.articles.add(article.id)
            coverage.months.add(month)


def _months(start: dt.date, end: dt.date) -> Iterator[tuple[int, int]]:
    """Yield each month that the days touch."""
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield number // 12, number % 12 + 1


def _gather(event: Event, groups: dict[str, list[_Told]]) -> None:
    """Put an event to those that tell the same; the group is named by the smallest id."""
    if event.date_start is not None and event.status == "asserted":
        told = _Told(event.date_start, event.id, frozenset(_pairs(event)), event.quad_code)
        groups.setdefault(min((event.id, *event.same_as)), []).append(told)


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the two states of each dealing that an event tells, in alphabetical order."""
    acting = _states(event, {"source", "participant"})
    acted_on = _states(event, {"target"})
    if acted_on:
        dealings: Iterable[tuple[str, str]] = product(acting, acted_on)
    else:
        dealings = combinations(acting, 2) if event.quad_code not in _CONFLICT else ()
    for one, other in dealings:
        if one != other:
            yield min(one, other), max(one, other)


def _states(event: Event, roles: set[str]) -> list[str]:
    """Return the states in these roles, themselves or through persons and bodies."""
    return sorted({party.country for party in event.actors if party.role in roles and party.country})


def _count(groups: Iterable[list[_Told]]) -> dict[_Dyad, Counter[str]]:
    """Count each group once for every two states that it names."""
    counts: defaultdict[_Dyad, Counter[str]] = defaultdict(Counter)
    for group in groups:
        group.sort(key=lambda told: (told.first, told.event_id))
        quad = next((told.quad for told in group if told.quad is not None), None)
        for one, other in frozenset().union(*(told.pairs for told in group)):
            counted = counts[one, other, group[0].first.year]
            counted.update(["happenings", "uncoded" if quad is None else f"quad_{quad}"])
    return counts


def _rows(
    counts: dict[_Dyad, Counter[str]], covered: defaultdict[_Dyad, _Coverage]
) -> Iterator[list[str | int]]:
    """Yield the file's rows, by pair and year."""
    told = ("happenings", "quad_1", "quad_2", "quad_3", "quad_4", "uncoded")
    for dyad in sorted(counts.keys() | covered.keys()):
        one, other, year = dyad
        counted, coverage = counts.get(dyad, Counter[str]()), covered.get(dyad, _Coverage())
        numbers = [counted[name] for name in told]
        yield [
            one,
            other,
            _cow(one),
            _cow(other),
            year,
            *numbers,
            len(coverage.articles),
            len(coverage.months),
        ]


def _cow(alpha3: str) -> str:
    """Return a state's Correlates of War code; nothing where it has none."""
    from ccdata.authority import load_authority

    country = load_authority().countries.get(alpha3)
    return (country.cow or "") if country else ""
