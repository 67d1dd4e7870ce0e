"""Reads `name_sentences.toml`, and makes a cast of one sentence."""

from __future__ import annotations

import calendar
import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ccdata.authority import Authority, load_authority
from ccdata.document.model import Placed
from ccdata.extract.cast import Cast, build_cast
from ccdata.source.clean import CleanText

Row = tuple[str, str, str, str | None]
"""A mention: its words, whom it means, the state, the title."""
PERIOD = (dt.date(2019, 1, 1), dt.date(2019, 4, 30))


@dataclass(frozen=True)
class Case:
    text: str
    period: tuple[dt.date, dt.date]
    article: str
    names: tuple[Row, ...]


@cache
def cases() -> tuple[Case, ...]:
    rows = tomllib.loads(Path(__file__).with_name("name_sentences.toml").read_text("utf-8"))["sentence"]
    return tuple(
        Case(
            row["text"],
            _period(row["months"]),
            f"cc-1-1-{row.get('pair', 'x-y')}",
            tuple(map(_row, row["names"])),
        )
        for row in rows
    )


def _period(months: str) -> tuple[dt.date, dt.date]:
    (year, first), (last_year, last) = (map(int, half.split("-")) for half in months.split("/"))
    return dt.date(year, first, 1), dt.date(last_year, last, calendar.monthrange(last_year, last)[1])


def _row(line: str) -> Row:
    words, slug, country, *title = (part.strip() for part in line.split("|"))
    return words, slug, country, title[0] if title else None


def placed(*texts: str) -> tuple[Placed, ...]:
    """Return paragraphs of running text as blocks."""
    return tuple(
        Placed(block=CleanText(text).block([(0, len(text))]), place="body", section=None, entry=None)
        for text in texts
    )


def cast_of(
    *texts: str,
    article: str = "cc-1-1-us-china",
    period: tuple[dt.date, dt.date] | None = PERIOD,
    authority: Authority | None = None,
) -> Cast:
    return build_cast(placed(*texts), authority or load_authority(), article_id=article, period=period)


def persons(cast: Cast, text: str, number: int = 0) -> list[Row]:
    """Return the persons named in a block, as the cases write them."""
    return [
        (
            text[one.start : one.end],
            (one.actor_id or "?").rpartition(":")[2],
            one.country or "-",
            text[slice(*one.title)] if one.title else None,
        )
        for one in cast.namings(number)
        if one.kind == "person"
    ]


def named(cast: Cast, text: str, number: int = 0) -> list[tuple[str, str | None]]:
    """Return everything named in a block: the words and the actor."""
    return [(text[one.start : one.end], one.actor_id) for one in cast.namings(number)]


def referred(cast: Cast, text: str, number: int = 0) -> list[tuple[str, str]]:
    """Return what a block refers to: the words and the last part of the actor's id."""
    return [
        (text[one.start : one.end], (one.actor_id or "?").rpartition(":")[2])
        for one in cast.references(number)
    ]
