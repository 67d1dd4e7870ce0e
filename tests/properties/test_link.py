"""Promise 5, the part that link holds: the same shards in any order, the same release."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any, get_origin, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ccdata.checks.order import order_key
from ccdata.link import link
from ccdata.records import Actor, Article, Event, Finding, Quote, Record, Redirect
from ccdata.records.shard import Shard

ARTICLES = [
    f"cc-{volume}-{issue}-{pair}" for volume in (2, 10) for issue in (1, 3) for pair in ("a-b", "c-d")
]
KNOWN = ("actor:wang-yi", "actor:lavrov", "actor:china")
COUNTRIES = ("CHN", "RUS")
SPAN = {"start": 0, "end": 1, "exact": "x"}
PARTY = dict.fromkeys(("country", "role_title", "role_span", "office")) | {
    "text": "x",
    "span": SPAN,
    "method": "alias",
}


def actor(actor_id: str, name: str, country: str | None, title: str | None) -> Actor:
    occupancy = {"title": title, "source": "x"} | dict.fromkeys(
        ("organisation", "country", "start", "end", "as_of")
    )
    lists: dict[str, Any] = {"aliases": (), "identifiers": (), "occupancies": (occupancy,) if title else ()}
    kind = "country" if actor_id == "actor:china" else "person"
    given = {"record_type": "actor", "id": actor_id, "name": name, "kind": kind, "country": country}
    return Actor.model_validate(dict.fromkeys(Actor.model_fields) | lists | given | {"curated": False})


@st.composite
def shards(draw: st.DrawFn) -> Shard:
    article_id = draw(st.sampled_from(ARTICLES))
    people = [
        actor(
            f"actor:{article_id}:{name.casefold()}",
            name,
            draw(st.sampled_from([None, *COUNTRIES])),
            draw(st.sampled_from([None, "Mayor", "Consul"])),
        )
        for name in draw(st.sets(st.sampled_from(["Li", "LI", "Ivanov"])).map(sorted))
    ]
    actors = {one.id: one for one in [*people, *(actor(one, one, "CHN", None) for one in KNOWN)]}
    numbers = st.sets(st.integers(0, 3), max_size=4)
    events = [draw(event(f"{article_id}:e:0000000{number}", sorted(actors))) for number in draw(numbers)]
    quotes = [draw(quote(f"{article_id}:q:0000000{number}")) for number in draw(numbers)]
    return Shard(
        article=article(article_id, draw(st.sampled_from("ab"))),
        events=tuple(events),
        quotes=tuple(quotes),
        actors=tuple(actors.values()),
        mentions=(),
        findings=(),
        text="text",
    )


def bare(model: type[Any], record_id: str, **given: Any) -> Any:
    """Return a record of which only what is given is known."""
    hints = get_type_hints(model)
    facts = {name: () if get_origin(hints[name]) is tuple else None for name in model.model_fields}
    own = {"record_type": model.TYPE, "id": record_id}
    return model.model_validate(facts | own | given)


def article(article_id: str, name: str) -> Article:
    source = {"name": name, "media_type": "text/plain", "layout": "x", "sha256": 64 * name, "length": 4}
    made: Article = bare(Article, article_id, article_id=article_id, source=source, language="en")
    return made


def event(event_id: str, actors: list[str]) -> SearchStrategy[Event]:
    """Return one of few events: coincidences are what link is about."""
    return st.builds(
        lambda day, more, who, countries, medium, place: bare(
            Event,
            event_id,
            article_id=event_id.split(":", maxsplit=1)[0],
            ordinal=1,
            date_start=day,
            date_end=day + dt.timedelta(days=more),
            date_precision="range" if more else "day",
            text="x",
            span=SPAN,
            status="asserted",
            medium=medium,
            countries=tuple(sorted(countries)),
            actors=tuple(PARTY | {"actor_id": one, "role": "participant"} for one in sorted(who)),
            location={"name": place, "country": None, "span": SPAN} if place else None,
        ),
        st.integers(1, 2).map(lambda day: dt.date(2020, 1, day)),
        st.sampled_from([0, 0, 1, 2]),
        st.sets(st.sampled_from(actors), max_size=3),
        st.sets(st.sampled_from(COUNTRIES)),
        st.sampled_from(["in_person", "phone"]),
        st.sampled_from([None, None, "Sochi"]),
    )


def quote(quote_id: str) -> SearchStrategy[Quote]:
    """Return a quotation of one of few texts."""
    facts = {"kind": "direct", "span": SPAN, "attribution": "none", "stance": "asserted"}
    words = st.sampled_from(["short", "these are words enough to know", "and these are enough too, surely"])
    return words.map(
        lambda text: bare(Quote, quote_id, article_id=quote_id.split(":", maxsplit=1)[0], text=text, **facts)
    )


def linked(given: list[Shard]) -> list[Record]:
    return [record for part in link(given).parts() for record in part.records]


def once(given: list[Shard]) -> list[Shard]:
    """Drop what no build hands over: shards of the same bytes that differ."""
    return [*{(one.article.id, one.article.source.sha256): one for one in given}.values()]


ORDERS = st.lists(shards(), max_size=5).map(once)


@settings(max_examples=40)
@given(ORDERS.flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
def test_any_order_of_shards_gives_the_same_release(orders: tuple[list[Shard], list[Shard]]) -> None:
    one, other = map(linked, orders)
    assert one == other


@settings(max_examples=40)
@given(st.lists(shards(), max_size=5))
def test_a_release_is_in_order_its_ids_unique_its_actors_known(given: list[Shard]) -> None:
    release = linked(given)
    for model in (Article, Event, Quote, Actor, Finding, Redirect):
        keys = [order_key(record.model_dump(mode="json")) for record in release if isinstance(record, model)]
        assert keys == sorted(set(keys))
    known = {record.id for record in release if isinstance(record, Actor)}
    for record in release:
        if isinstance(record, Event):
            assert {party.actor_id for party in record.actors} <= known | {None}
        if isinstance(record, Redirect):
            assert record.old_id not in known
            assert record.new_id in known


@settings(max_examples=40)
@given(st.lists(shards(), max_size=5))
def test_same_as_is_mutual_and_never_joins_two_events_of_one_article(given: list[Shard]) -> None:
    events = {record.id: record for record in linked(given) if isinstance(record, Event)}
    for one in events.values():
        group = [one, *(events[other] for other in one.same_as)]
        assert all(set(other.same_as) == {each.id for each in group} - {other.id} for other in group)
        assert max(Counter(each.article_id for each in group).values()) == 1
