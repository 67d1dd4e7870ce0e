"""Linking as it reads in the rules: everything in memory, every two events compared, in no hurry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from ccdata.link import article_key, id_of, ruled
from ccdata.link.outline import EventKey, QuoteKey, outline
from ccdata.link.ruling import Ruling
from ccdata.records import Actor, Record
from ccdata.records.shard import Shard

Same = dict[str, tuple[str, ...]]
Scores = dict[tuple[str, str], tuple[int, ...]]


def plain_release(shards: list[Shard], crowd: int) -> list[tuple[str, str]]:
    """Return (type and id, what was decided) of each event, quotation, mention and actor of the release."""
    kept = chosen(shards)
    actors, given_up = people(kept)
    keys = [outline(number, shard) for number, shard in enumerate(kept)]
    events = [key.renamed(given_up) for one in keys for key in one.events]
    kinds = {one.id: one.kind for one in actors}
    same = same_events(events, kinds, crowd)
    same |= same_quotes((key for one in keys for key in one.quotes), crowd)
    records: list[Record] = []
    for number, shard in enumerate(kept):
        ruling = Ruling(index=number, article_id=shard.article.id, renamed=given_up, same=same, findings=())
        records += ruled(shard, ruling).records
    return [(id_of(record), record.to_json()) for record in [*records, *actors]]


def chosen(shards: list[Shard]) -> list[Shard]:
    """Return the richest rendering of each article, in order."""
    best: dict[str, Shard] = {}
    for shard in sorted(shards, key=_poverty):
        best.setdefault(shard.article.id, shard)
    return sorted(best.values(), key=lambda shard: article_key(shard.article.id))


def _poverty(shard: Shard) -> tuple[int, str, str]:
    tables = (shard.events, shard.quotes, shard.actors, shard.mentions)
    return (-sum(map(len, tables)), shard.article.source.sha256, shard.article.source.name)


def people(kept: list[Shard]) -> tuple[list[Actor], dict[str, str]]:
    """Return the actors by id and the ids given up: whoever shares a sign with one of a group is of it."""
    groups: list[tuple[set[object], list[str]]] = []
    forms: dict[str, list[Actor]] = defaultdict(list)
    for shard in kept:
        keys = {key.id: key for key in outline(0, shard).actors}
        for actor in shard.actors:
            key = keys[actor.id]
            offices = key.offices.split("\n") if key.offices is not None else [None]
            signs: set[object] = {actor.id} | ({(key.sign, one) for one in offices} if key.sign else set())
            met = [group for group in groups if group[0] & signs]
            groups = [group for group in groups if group not in met]
            ids = [one for group in met for one in group[1]]
            groups.append((signs.union(*(group[0] for group in met)), [*dict.fromkeys([*ids, actor.id])]))
            if actor not in forms[actor.id]:
                forms[actor.id].append(actor)
    found = {actor_id: place for place, actor_id in enumerate(forms)}
    actors: list[Actor] = []
    given_up: dict[str, str] = {}
    for _, ids in groups:
        first, *others = sorted(ids, key=found.__getitem__)
        given_up |= dict.fromkeys(others, first)
        actors.append(_merged([form for one in (first, *others) for form in forms[one]]))
    return sorted(actors, key=lambda actor: actor.id), given_up


def _merged(forms: list[Actor]) -> Actor:
    first, *others = forms
    if not others:
        return first
    names = [*first.aliases, *(name for form in others for name in (form.name, *form.aliases))]
    scalars = ("family_name", "given_name", "native_name")
    lists = ("identifiers", "occupancies")
    known = {field: [getattr(form, field) for form in forms] for field in (*scalars, *lists)}
    return first.model_copy(
        update={
            field: next((value for value in known[field] if value is not None), None) for field in scalars
        }
        | {field: tuple(dict.fromkeys(one for items in known[field] for one in items)) for field in lists}
        | {"aliases": tuple(name for name in dict.fromkeys(names) if name != first.name)}
    )


def same_events(keys: list[EventKey], kinds: Mapping[str, str], crowd: int) -> Same:
    """Join the mutual only best answers, the best first, never two events of one article."""
    crowds = Counter((handle, day) for key in keys for handle in key.handles() for day in _days(key))
    scores: Scores = {}
    for one, other in combinations(sorted(keys, key=lambda key: key.event_id), 2):
        shared = {
            (handle, day) for handle in one.handles() & other.handles() for day in _days(one) & _days(other)
        }
        if one.article_id != other.article_id and any(crowds[place] <= crowd for place in shared):
            score = _score(one, other, kinds)
            if score is not None:
                scores[one.event_id, other.event_id] = scores[other.event_id, one.event_id] = score
    mutual = [pair for pair in scores if pair < pair[::-1] and all(map(_only(scores), (pair, pair[::-1])))]
    groups = {key.event_id: {key.event_id} for key in keys}
    for one_id, other_id in sorted(mutual, key=lambda pair: ([-part for part in scores[pair]], pair)):
        both = groups[one_id] | groups[other_id]
        if len({_article(event_id) for event_id in both}) == len(both):
            groups |= dict.fromkeys(both, both)
    return {one: tuple(sorted(group - {one})) for one, group in groups.items() if len(group) > 1}


def _days(key: EventKey) -> set[int]:
    return {*range(key.first, key.last + 1)}


def _article(event_id: str) -> str:
    return event_id.split(":", maxsplit=1)[0]


def _only(scores: Scores) -> Callable[[tuple[str, str]], bool]:
    """Return what says whether an answer is better than every other of its article."""

    def only(pair: tuple[str, str]) -> bool:
        asking, answering = pair
        rivals = [
            score
            for (one, other), score in scores.items()
            if one == asking and other != answering and _article(other) == _article(answering)
        ]
        return all(score < scores[pair] for score in rivals)

    return only


def _score(one: EventKey, other: EventKey, kinds: Mapping[str, str]) -> tuple[int, ...] | None:
    acts = (
        one.type is not None and one.type == other.type,
        one.medium is not None and one.medium == other.medium,
    )
    contradicts = None not in (one.medium, other.medium) and one.medium != other.medium
    if one.status != other.status or contradicts or not any(acts):
        return None
    shared, place = one.bodies & other.bodies, one.place is not None and one.place == other.place
    states = one.countries == other.countries
    among = one.bodies <= other.bodies or other.bodies <= one.bodies
    if any(kinds[body] == "person" for body in shared):
        nested = one.countries <= other.countries or other.countries <= one.countries
        fits = nested and (among or len(shared) > 1)
    else:
        silent = not one.bodies or not other.bodies
        fits = (
            states
            and bool(one.countries)
            and (one.bodies == other.bodies or silent)
            and (place or bool(shared))
        )
    days = (one.first, one.last) == (other.first, other.last)
    return (days, len(shared), place, one.type == other.type, states) if fits else None


def same_quotes(keys: Iterable[QuoteKey], crowd: int) -> Same:
    """Join the quotations of the same words, if they are not a crowd."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key in keys:
        found[key.words].add(key.quote_id)
    groups = [group for group in found.values() if 1 < len(group) <= crowd]
    return {one: tuple(sorted(group - {one})) for group in groups for one in group}
