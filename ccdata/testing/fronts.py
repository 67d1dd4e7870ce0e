"""Front matter of generated articles: volumes, issues, periods and mastheads of the journal's eras.

1999-2010   four issues a year (three in 1999), out in the month after the quarter
from 2011   three issues a year: May, September, January
"""

from __future__ import annotations

import random

from ccdata.testing.labels import FULL
from ccdata.testing.story import Front, Side, Writer
from ccdata.testing.world import Pair, words

FIRST_YEAR = 1999
TRIANNUAL = 2011
PACIFIC = 2018
DOTTED = 2012
TAGLINES = (
    (PACIFIC, "A Triannual E-Journal of Bilateral Relations in the Indo-Pacific"),
    (TRIANNUAL, "A Triannual E-Journal on East Asian Bilateral Relations"),
    (FIRST_YEAR, "A Quarterly E-Journal on East Asian Bilateral Relations"),
)


def front_matter(rng: random.Random, pair: Pair, *, year: int, issue: int | None = None) -> Front:
    """Return front matter for an article of the year; the issue is drawn where none is given."""
    number = issue or rng.randint(1, issues_of(year))
    period = period_of(year, number)
    out_year, out_month = appeared(year, period)
    first = rng.randint(11, 160)
    dotted = year < DOTTED and pair.name.startswith("US-")
    return Front(
        relationship=pair.name.replace("US", "U.S.", 1) if dotted else pair.name,
        sides=tuple(_side(name, kind) for name, kind in pair.parties),
        title=rng.choice(words()["title"]),
        authors=tuple(_authors(rng)),
        volume=year - FIRST_YEAR + 1,
        issue=number,
        year=year,
        period=period,
        published=f"{out_year:04d}-{out_month:02d}",
        published_as_printed=f"{FULL[out_month - 1]} {out_year}",
        first_page=first,
        last_page=first + rng.randint(6, 14),
        tagline=next(line for start, line in TAGLINES if year >= start),
    )


def issues_of(year: int) -> int:
    """Return how many issues the year has."""
    if year >= TRIANNUAL:
        return 3
    return 3 if year == FIRST_YEAR else 4


def period_of(year: int, issue: int) -> tuple[int, int]:
    """Return the first and last month that the issue covers."""
    if year >= TRIANNUAL:
        return 4 * issue - 3, 4 * issue
    quarter = issue + 1 if year == FIRST_YEAR else issue
    return 3 * quarter - 2, 3 * quarter


def appeared(year: int, period: tuple[int, int]) -> tuple[int, int]:
    """Return year and month in which the issue came out: the month after its period."""
    return (year + 1, 1) if period[1] == 12 else (year, period[1] + 1)  # noqa: PLR2004 - December


def _side(name: str, kind: str) -> Side:
    if kind == "region":
        return Side(name=name, kind="region", country=None)
    return Side(name=name, kind="country", country=kind or None)


def _authors(rng: random.Random) -> list[Writer]:
    names = rng.sample(words()["author"], rng.choice([1, 1, 1, 2, 2, 3]))
    places = rng.sample(words()["affiliation"], len(names))
    return [Writer(name=name, affiliation=place) for name, place in zip(names, places, strict=True)]
