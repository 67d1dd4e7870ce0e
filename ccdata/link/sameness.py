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
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ccdata.link.groups import Groups
from ccdata.link.outline import EventKey, QuoteKey
from ccdata.records import Actor

Score = tuple[int, ...]
_CROWD = 100


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two events that may be one, and how well they fit."""

    one: EventKey
    other: EventKey
    score: Score


def same_events(keys: Iterable[EventKey], actors: Mapping[str, Actor]) -> dict[str, tuple[str, ...]]:
    """Return, for each event that others tell too, the ids of the others."""
    kinds = {actor_id: actor.kind for actor_id, actor in actors.items()}
    pairs = [
        _Pair(one, other, score)
        for one, other in _candidates(keys, kinds)
        if (score := _score(one, other, kinds)) is not None
    ]
    return _answer(_join(_mutual(pairs)))


def same_quotes(keys: Iterable[QuoteKey]) -> dict[str, tuple[str, ...]]:
    """Return, for each quotation whose words stand elsewhere too, the ids of the others."""
    by_words: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_words[key.words].append(key.quote_id)
    return _answer(ids for ids in by_words.values() if len(ids) <= _CROWD)


def _candidates(keys: Iterable[EventKey], kinds: Mapping[str, str]) -> Iterator[tuple[EventKey, EventKey]]:
    """Yield each two events of different articles that share an actor or place and a day, once."""
    shared: defaultdict[tuple[str, int], list[EventKey]] = defaultdict(list)
    for key in keys:
        handles = {party for party in key.parties if kinds.get(party) != "country"}
        if key.place:
            handles.add(key.place)
        for handle in handles:
            for day in range(key.first, key.last + 1):
                shared[handle, day].append(key)
    seen: set[tuple[str, str]] = set()
    for bucket in shared.values():
        if len(bucket) <= _CROWD:
            yield from _fresh(bucket, seen)


def _fresh(bucket: list[EventKey], seen: set[tuple[str, str]]) -> Iterator[tuple[EventKey, EventKey]]:
    """Yield the pairs of one bucket that no other bucket has given."""
    for place, one in enumerate(bucket):
        for other in bucket[place + 1 :]:
            first, second = sorted((one, other), key=lambda key: key.event_id)
            pair = (first.event_id, second.event_id)
            if one.article_id != other.article_id and pair not in seen:
                seen.add(pair)
                yield first, second


def _score(one: EventKey, other: EventKey, kinds: Mapping[str, str]) -> Score | None:
    """Return how well two events fit, the more the better; None where they are not one."""
    if one.status != other.status or not _same_act(one, other):
        return None
    mine, theirs = _bodies(one, kinds), _bodies(other, kinds)
    shared = mine & theirs
    same_place = one.place is not None and one.place == other.place
    if any(kinds.get(party) == "person" for party in shared):
        fits = _among(one.countries, other.countries) and (_among(mine, theirs) or len(shared) > 1)
    else:
        fits = _same_states(one, other) and (mine == theirs or not (mine and theirs))
        fits = fits and (bool(shared) or same_place)
    if not fits:
        return None
    same_days = (one.first, one.last) == (other.first, other.last)
    return (same_days, len(shared), same_place, one.type == other.type, one.countries == other.countries)


def _same_act(one: EventKey, other: EventKey) -> bool:
    """Say whether type or medium agree and no known medium contradicts."""
    same_type = one.type is not None and one.type == other.type
    same_medium = one.medium is not None and one.medium == other.medium
    contradicts = None not in (one.medium, other.medium) and not same_medium
    return not contradicts and (same_type or same_medium)


def _bodies(key: EventKey, kinds: Mapping[str, str]) -> frozenset[str]:
    """Return who acts, states left out."""
    return frozenset(party for party in key.parties if kinds.get(party) != "country")


def _among(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether one's members are all among the other's."""
    return one <= other or other <= one


def _same_states(one: EventKey, other: EventKey) -> bool:
    """Say whether both concern the same states, and some."""
    return bool(one.countries) and one.countries == other.countries


def _mutual(pairs: list[_Pair]) -> list[_Pair]:
    """Keep the pairs of which each side is the only best answer of the other's article."""
    best: dict[tuple[str, str], Score] = {}
    ties: dict[tuple[str, str], int] = {}
    for pair in pairs:
        for asking, answering in ((pair.one, pair.other), (pair.other, pair.one)):
            question = (asking.event_id, answering.article_id)
            if pair.score > best.get(question, ()):
                best[question], ties[question] = pair.score, 1
            elif pair.score == best[question]:
                ties[question] += 1

    def only(asking: EventKey, answering: EventKey, score: Score) -> bool:
        question = (asking.event_id, answering.article_id)
        return best[question] == score and ties[question] == 1

    return [p for p in pairs if only(p.one, p.other, p.score) and only(p.other, p.one, p.score)]


def _join(pairs: list[_Pair]) -> Iterable[list[str]]:
    """Return the groups: the best pairs first, and never two events of one article in a group."""
    groups: Groups[str] = Groups()
    articles: dict[str, set[str]] = {}
    members: dict[str, list[str]] = {}
    for key in {key.event_id: key for pair in pairs for key in (pair.one, pair.other)}.values():
        articles[key.event_id], members[key.event_id] = {key.article_id}, [key.event_id]
    by_fit = sorted(
        pairs, key=lambda p: (*(-int(part) for part in p.score), p.one.event_id, p.other.event_id)
    )
    for pair in by_fit:
        one, other = groups.find(pair.one.event_id), groups.find(pair.other.event_id)
        if one != other and articles[one].isdisjoint(articles[other]):
            groups.join(one, other)
            articles[one] |= articles.pop(other)
            members[one] += members.pop(other)
    return members.values()


def _answer(groups: Iterable[list[str]]) -> dict[str, tuple[str, ...]]:
    """Return for each member of a group the others, in order."""
    return {
        member: tuple(sorted(set(group) - {member})) for group in groups if len(group) > 1 for member in group
    }
