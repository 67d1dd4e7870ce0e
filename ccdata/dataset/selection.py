"""Questions to a dataset: when, who, between whom, what.

when   a day, month or year, `2020-04-03`, `2020-04`, `2020`, or a date; an interval fits that overlaps
who    an actor's id, or the end of it: `wang-yi`
pair   as in an article's id, `china-russia`, in either order
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ccdata.errors import UsageError
from ccdata.records import Article, Event, Party, Quote, slug
from ccdata.records.dates import bounds

When = str | dt.date | None


@dataclass(frozen=True, slots=True)
class Days:
    """The days asked for, both ends included; an open end is null."""

    first: dt.date | None
    last: dt.date | None

    @classmethod
    def between(cls, start: When, end: When) -> Days:
        """Return the days from the first of `start` to the last of `end`."""
        return cls(_bound(start, last=False), _bound(end, last=True))

    def meet(self, start: dt.date | None, end: dt.date | None) -> bool:
        """Say whether an interval overlaps; one without dates fits only where none was asked for."""
        if start is None or end is None:
            return self.first is None and self.last is None
        return (self.first is None or end >= self.first) and (self.last is None or start <= self.last)


def _bound(when: When, *, last: bool) -> dt.date | None:
    """Return the first or last day of what is asked. Raises UsageError where it is no date."""
    if when is None or isinstance(when, dt.date):
        return when
    try:
        return bounds(when)[last]
    except ValueError as error:
        raise UsageError(f"no date: {when!r}; write 2020-04-03, 2020-04 or 2020") from error


def require_known(what: str, asked: str | None, *lists: tuple[str, ...]) -> None:
    """Raise UsageError where a word is asked for that stands in none of the closed lists: a slip."""
    known = [name for names in lists for name in names]
    if asked and asked not in known:
        raise UsageError(f"no {what} {asked!r}; there are {', '.join(known)}")


def fits_pair(article: Article, pair: str) -> bool:
    """Say whether the article is about this pair of states, in either order."""
    names = [slug(party.name) for party in article.parties]
    return article.id.endswith(f"-{pair}") or pair in {"-".join(names), "-".join(reversed(names))}


def names_actor(parties: Iterable[Party], actor_id: str) -> bool:
    """Say whether one of the parties is this actor."""
    return any(party.actor_id == actor_id for party in parties)


def days_of_quote(quote: Quote, event: Event | None) -> tuple[dt.date | None, dt.date | None]:
    """Return when the words were spoken, or else the days of the entry that quotes them."""
    if quote.date_edtf is not None:
        return bounds(quote.date_edtf)
    return (event.date_start, event.date_end) if event else (None, None)
