"""The same happening told by two articles, and the same words quoted twice.

Two events of different articles are one happening where

    the days overlap, the status is the same, and neither is longer than a month,
    the type or the medium is the same, and no known medium contradicts,
    one's states are among the other's, and
    a person who acts is shared, and one's actors are among the other's or two are shared;
    or, where no person is shared: a body or the place is, and the states are equal and not none,
        and the acting bodies and persons are equal or only one event names any,
    and each is the only best answer that the other has in that article.

An actor or place that more than 100 entries of one day share tells nothing apart and is not asked. Words
that more than 100 quotations share are a formula, not one utterance told again: they are left apart.

Precision before recall: of two equally good answers neither is taken, and no group ever holds two events
of one article (three meetings on one day are three).

All of it goes through the ledger, an article, a day's crowd or a pair at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, groupby, islice
from operator import itemgetter

from ccdata.link.ledger import Ledger
from ccdata.link.outline import EventKey
from ccdata.link.people import given_up

_CROWD = 100
_KEYS_HELD = 1024
_BITS = 20

Pair = tuple[EventKey, EventKey]

_MUTUAL = """
    WITH best AS (
        SELECT asking, answering, score FROM fits AS this WHERE NOT EXISTS (
            SELECT 1 FROM fits AS that
            WHERE that.asking = this.asking AND that.article = this.article
                AND that.score >= this.score AND that.answering <> this.answering
        )
    )
    SELECT one.asking, one.answering FROM best AS one
    JOIN best AS other ON other.asking = one.answering AND other.answering = one.asking
    WHERE one.asking < one.answering
    ORDER BY one.score DESC, one.asking, one.answering
"""
"""The pairs of which each is the only best answer that the other has in its article; the best pairs first."""
_ALONE = "DELETE FROM told WHERE company IN (SELECT company FROM told GROUP BY company HAVING count(*) = 1)"
_SAME_WORDS = """
    INSERT INTO told SELECT id, article, words FROM quotes JOIN kept USING (shard)
    WHERE words IN (
        SELECT words FROM quotes JOIN kept USING (shard)
        GROUP BY words HAVING count(*) BETWEEN 2 AND ?
    )
"""


def same_events(ledger: Ledger) -> int:
    """Find the events that others tell too; return how many."""
    _put_events(ledger)
    statement = "INSERT OR IGNORE INTO fits VALUES (?, ?, ?, ?)"
    ledger.note(statement, (row for pair in _candidates(ledger) for row in _fits(*pair)))
    _join(ledger)
    return ledger.count("told")


def same_quotes(ledger: Ledger) -> int:
    """Find the quotations whose words stand elsewhere too; return how many."""
    before = ledger.count("told")
    ledger.note(_SAME_WORDS, [(_CROWD,)])
    return ledger.count("told") - before


def _put_events(ledger: Ledger) -> None:
    """Write down the events of the articles that are kept, with the ids that hold, and their handles."""
    number = 0
    shards = ledger.ask("SELECT events, kept.article FROM kept JOIN shards USING (shard) ORDER BY rank")
    for lines, article_id in shards:
        ids = given_up(ledger, article_id)
        for key in map(EventKey.of_row, json.loads(lines)):
            number += 1
            _put_event(ledger, number, key.renamed(ids))


def _put_event(ledger: Ledger, number: int, key: EventKey) -> None:
    ledger.note("INSERT INTO events VALUES (?, ?)", [(number, json.dumps(key.row()))])
    days = range(key.first, key.last + 1)
    rows = [(handle, day, number) for handle in key.handles() for day in days]
    ledger.note("INSERT INTO handles VALUES (?, ?, ?)", rows)


def _candidates(ledger: Ledger) -> Iterator[Pair]:
    """Yield each two events of different articles that share an actor or place and a day.

    They do so on days in a row: the first of them gives the pair, or the first behind a crowd's.
    """

    @lru_cache(_KEYS_HELD)
    def key_of(number: int) -> EventKey:
        return EventKey.of_row(json.loads(ledger.one("SELECT line FROM events WHERE event = ?", number)))

    handles = ledger.ask("SELECT handle, day, event FROM handles ORDER BY handle, day, event")
    crowd = None
    for (handle, day), rows in groupby(handles, key=itemgetter(0, 1)):
        bucket = [event for _, _, event in islice(rows, _CROWD + 1)]
        if len(bucket) > _CROWD:
            crowd = (handle, day)
            continue
        fresh = crowd == (handle, day - 1)
        for one, other in combinations(map(key_of, bucket) if len(bucket) > 1 else (), 2):
            if one.article_id != other.article_id and (fresh or max(one.first, other.first) == day):
                yield one, other


def _fits(one: EventKey, other: EventKey) -> Iterator[tuple[str, str, int, str]]:
    """Yield of two events that may be one: (who asks, article of the answer, how well it fits, answer)."""
    score = _score(one, other)
    if score is not None:
        yield one.event_id, other.article_id, score, other.event_id
        yield other.event_id, one.article_id, score, one.event_id


def _score(one: EventKey, other: EventKey) -> int | None:
    """Return how well two events fit, the more the better; None where they are not one.

    Bits of the number, the highest first: the same days, bodies shared, place, type, states.
    """
    if one.status != other.status or not _same_act(one, other):
        return None
    shared = one.bodies & other.bodies
    same_place = one.place is not None and one.place == other.place
    if shared & one.persons:
        fits = _among(one.countries, other.countries)
        fits = fits and (_among(one.bodies, other.bodies) or len(shared) > 1)
    else:
        fits = bool(one.countries) and one.countries == other.countries
        fits = fits and (one.bodies == other.bodies or not (one.bodies and other.bodies))
        fits = fits and (bool(shared) or same_place)
    if not fits:
        return None
    same_days = (one.first, one.last) == (other.first, other.last)
    score = (same_days << _BITS) + len(shared)
    for alike in (same_place, one.type == other.type, one.countries == other.countries):
        score = (score << 1) + alike
    return score


def _same_act(one: EventKey, other: EventKey) -> bool:
    """Say whether type or medium agree and no known medium contradicts."""
    same_type = one.type is not None and one.type == other.type
    same_medium = one.medium is not None and one.medium == other.medium
    contradicts = None not in (one.medium, other.medium) and not same_medium
    return not contradicts and (same_type or same_medium)


def _among(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether one's members are all among the other's."""
    return one <= other or other <= one


def _join(ledger: Ledger) -> None:
    """Put events that are one into one company: the best pairs first, never two events of one article."""
    for pair in ledger.ask(_MUTUAL):
        rows = [(event_id, event_id.split(":", 1)[0], event_id) for event_id in pair]
        ledger.note("INSERT OR IGNORE INTO told VALUES (?, ?, ?)", rows)
        one, other = (_company(ledger, event_id) for event_id in pair)
        if one != other and _apart(ledger, one, other):
            ledger.note("UPDATE told SET company = ? WHERE company = ?", [(one, other)])
    ledger.note(_ALONE)


def _company(ledger: Ledger, event_id: str) -> str:
    return str(ledger.one("SELECT company FROM told WHERE id = ?", event_id))


def _apart(ledger: Ledger, one: str, other: str) -> bool:
    """Say whether no article has an event in both companies."""
    shared = """
        SELECT 1 FROM told AS this JOIN told AS that USING (article)
        WHERE this.company = ? AND that.company = ? LIMIT 1
    """
    return next(ledger.ask(shared, one, other), None) is None
