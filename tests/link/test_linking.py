from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from ccdata.link import article_key, link
from ccdata.records import Actor, Article, Event, Finding, Mention, Quote, Record, Redirect, Span
from ccdata.records.ids import digest
from ccdata.records.shard import Shard

PLACE = {"start": 0, "end": 4, "exact": "text"}
MARGINS: dict[str, Any] = {"anchors": (), "gaps": (), "corrections": ()}


def span(start: int = 0) -> Span:
    return Span(start=start, end=start + 4, exact="text")


def article(article_id: str, name: str = "a.txt", sha256: str = "0" * 64) -> Article:
    source = {"name": name, "media_type": "text/plain", "layout": "x", "sha256": sha256, "length": 10}
    known = dict.fromkeys(Article.model_fields) | dict.fromkeys(
        ("parties", "authors", "sections", "figures", "links"), ()
    )
    given = {"record_type": "article", "id": article_id, "article_id": article_id, "language": "en"}
    return Article.model_validate(known | MARGINS | given | {"source": source})


def party(actor_id: str, role: str) -> dict[str, Any]:
    empty = dict.fromkeys(("country", "role_title", "role_span", "office"))
    return empty | {"actor_id": actor_id, "text": "x", "span": PLACE, "method": "alias", "role": role}


def event(article_id: str, words: str, **given: Any) -> Event:
    lists = ("actors", "countries", "contexts", "related_dates", "happenings", "quote_ids", "links")
    base = dict.fromkeys(Event.model_fields) | dict.fromkeys((*lists, "passages", "same_as"), ())
    day = given.pop("day", dt.date(2020, 1, 4))
    acting = tuple(party(one, "participant") for one in given.pop("who", ()))
    made = {
        "record_type": "event",
        "id": f"{article_id}:e:{digest(words)}",
        "article_id": article_id,
        "ordinal": 1,
        "date_start": day,
        "date_end": given.pop("last", day),
        "date_precision": "day",
        "text": words,
        "span": PLACE,
        "status": "asserted",
        "medium": "in_person",
        "event_type": "CONSULT",
        "actors": acting,
    }
    return Event.model_validate(base | MARGINS | made | given)


def quote(article_id: str, words: str, **given: Any) -> Quote:
    base = dict.fromkeys(Quote.model_fields) | dict.fromkeys(
        ("speakers", "addressees", "reported_via", "same_as"), ()
    )
    made = {
        "record_type": "quote",
        "id": f"{article_id}:q:{digest(words)}",
        "article_id": article_id,
        "kind": "direct",
        "text": words,
        "span": PLACE,
        "attribution": "none",
        "stance": "asserted",
    }
    return Quote.model_validate(base | MARGINS | made | given)


def actor(actor_id: str, name: str, kind: str = "person", **given: Any) -> Actor:
    base = dict.fromkeys(Actor.model_fields) | dict.fromkeys(("aliases", "identifiers", "occupancies"), ())
    made = {"record_type": "actor", "id": actor_id, "name": name, "kind": kind, "curated": False}
    return Actor.model_validate(base | made | given)


def mention(article_id: str, actor_id: str, title: str | None = None, start: int = 0) -> Mention:
    return Mention(
        record_type="mention",
        id=f"{article_id}:m:{digest(actor_id, str(start))}",
        article_id=article_id,
        actor_id=actor_id,
        text="x",
        span=span(start),
        role_title=title,
        role_span=span() if title else None,
        method="title",
    )


def shard(one: Article | str, **records: Any) -> Shard:
    empty: dict[str, Any] = dict.fromkeys(("events", "quotes", "actors", "mentions", "findings"), ())
    made = article(one) if isinstance(one, str) else one
    return Shard(article=made, text=f"text of {made.source.name}", **(empty | records))


def linked(*shards: Shard) -> list[Record]:
    return [record for part in link(shards).parts() for record in part.records]


def of(records: list[Record], model: type[Any]) -> list[Any]:
    return [record for record in records if isinstance(record, model)]


CR, UC = "cc-22-1-china-russia", "cc-22-1-us-china"
RUS = {"country": "RUS"}
KNOWN = (
    actor("actor:lavrov", "Sergey Lavrov", **RUS),
    actor("actor:wang-yi", "Wang Yi", country="CHN"),
    actor("actor:kono", "Kono Taro", country="JPN"),
    actor("actor:kang", "Kang Kyung-wha", country="KOR"),
    actor("actor:china", "China", kind="country", country="CHN"),
    actor("actor:sco", "SCO", kind="igo"),
)


def same(one: Event, other: Event) -> bool:
    records = linked(
        shard(one.article_id, events=(one,), actors=KNOWN),
        shard(other.article_id, events=(other,), actors=KNOWN),
    )
    first, second = of(records, Event)
    assert bool(first.same_as) == bool(second.same_as)
    return bool(first.same_as == (second.id,))


def test_articles_go_by_volume_issue_and_pair_as_numbers() -> None:
    ids = ["doc-0123456789ab", "cc-2005-01-a-b", "cc-10-1-a-b", "cc-9-4-z", "cc-9-4-a-b", "cc-9-10-a"]
    assert sorted(ids, key=article_key) == [
        "cc-9-4-a-b",
        "cc-9-4-z",
        "cc-9-10-a",
        "cc-10-1-a-b",
        "cc-2005-01-a-b",
        "doc-0123456789ab",
    ]


def test_records_go_by_span_then_id_and_actors_come_last_by_id() -> None:
    mentions = (mention(CR, "actor:wang-yi", start=9), mention(CR, "actor:lavrov", start=2))
    records = linked(shard(UC), shard(CR, mentions=mentions, actors=KNOWN))
    assert [m.span.start for m in of(records, Mention)] == [2, 9]
    assert [a.id for a in of(records, Actor)] == sorted(a.id for a in KNOWN)
    assert [a.id for a in of(records, Article)] == [CR, UC]


def test_any_order_of_shards_gives_the_same_release() -> None:
    shards = [
        shard(UC, actors=(actor(f"actor:{UC}:li", "Li", country="CHN"),), mentions=titled(UC)),
        shard(CR, actors=(actor(f"actor:{CR}:li", "Li", country="CHN"),), mentions=titled(CR)),
        shard(article(CR, "b.txt", "1" * 64)),
    ]
    releases = [linked(*order) for order in itertools.permutations(shards)]
    assert all(one == releases[0] for one in releases)


def titled(article_id: str, title: str = "Consul General") -> tuple[Mention, ...]:
    return (mention(article_id, f"actor:{article_id}:li", title),)


def test_unknown_persons_of_one_name_state_and_office_are_one() -> None:
    records = linked(
        shard(UC, actors=(actor(f"actor:{UC}:li", "LI", country="CHN"),), mentions=titled(UC)),
        shard(CR, actors=(actor(f"actor:{CR}:li", "Li", country="CHN"),), mentions=titled(CR)),
    )
    assert [a.id for a in of(records, Actor)] == [f"actor:{CR}:li"]
    assert of(records, Actor)[0].aliases == ("LI",)
    assert {m.actor_id for m in of(records, Mention)} == {f"actor:{CR}:li"}
    assert [(r.old_id, r.new_id) for r in of(records, Redirect)] == [(f"actor:{UC}:li", f"actor:{CR}:li")]


def test_unknown_persons_stay_two_where_state_or_office_differ_or_lack() -> None:
    def people(country: str | None, title: str | None) -> int:
        mine = (actor(f"actor:{CR}:li", "Li", country="CHN"),)
        theirs = (actor(f"actor:{UC}:li", "Li", country=country),)
        mentions = titled(UC, title) if title else ()
        records = linked(
            shard(CR, actors=mine, mentions=titled(CR)), shard(UC, actors=theirs, mentions=mentions)
        )
        return len(of(records, Actor))

    assert people("CHN", "consul general") == 1
    assert people("SGP", "Consul General") == people(None, "Consul General") == 2
    assert people("CHN", "Mayor") == people("CHN", None) == 2


def test_ids_given_up_are_rewritten_in_events_and_quotes_too() -> None:
    who = f"actor:{UC}:li"
    speaker = {k: v for k, v in party(who, "source").items() if k != "role"}
    records = linked(
        shard(CR, actors=(actor(f"actor:{CR}:li", "Li", country="CHN"),), mentions=titled(CR)),
        shard(
            UC,
            actors=(actor(who, "Li", country="CHN"),),
            mentions=titled(UC),
            events=(event(UC, "Li speaks.", who=(who,)),),
            quotes=(quote(UC, "Good.", speakers=(speaker,)),),
        ),
    )
    assert of(records, Event)[0].actors[0].actor_id == f"actor:{CR}:li"
    assert of(records, Quote)[0].speakers[0].actor_id == f"actor:{CR}:li"


def test_the_rendering_with_most_records_stands_for_its_article() -> None:
    best = shard(article(CR, "best.txt", "f" * 64), events=(event(CR, "One."),))
    release = link(
        [shard(article(CR, "poor.pdf", "0" * 64)), best, shard(article(CR, "poor.html", "1" * 64))]
    )
    records = [record for part in release.parts() for record in part.records]
    assert [a.source.name for a in of(records, Article)] == ["best.txt"]
    found: list[Finding] = of(records, Finding)
    assert {f.code for f in found} == {"article-duplicate"}
    assert sorted(f.message.split()[0] for f in found) == ["poor.html", "poor.pdf"]
    assert [dict(part.texts) for part in release.parts() if part.texts] == [{CR: "text of best.txt"}]
    assert release.tally["duplicates"] == 2


def test_equal_renderings_are_decided_by_hash() -> None:
    records = linked(shard(article(CR, "b.txt", "1" * 64)), shard(article(CR, "a.txt", "2" * 64)))
    assert of(records, Article)[0].source.name == "b.txt"


def test_one_meeting_told_by_two_articles_is_joined() -> None:
    both = ("actor:wang-yi", "actor:lavrov")
    one = event(CR, "Wang and Lavrov meet.", who=both, countries=("CHN", "RUS"))
    assert same(one, event(UC, "Lavrov sees Wang.", who=both, countries=("CHN", "RUS")))
    assert same(one, event(UC, "Wang meets.", who=both[:1], countries=("CHN",)))


def test_events_with_other_days_acts_or_counterparts_are_two() -> None:
    both = ("actor:wang-yi", "actor:kono")
    one = event(CR, "Wang meets Kono.", who=both, countries=("CHN", "JPN"))
    other = ("actor:wang-yi", "actor:kang")
    assert not same(one, event(UC, "Wang meets Kang.", who=other, countries=("CHN", "KOR")))
    assert not same(one, event(UC, "x", who=both, countries=("CHN", "JPN"), day=dt.date(2020, 1, 5)))
    assert not same(one, event(UC, "x", who=both, countries=("CHN", "JPN"), medium="phone"))
    assert not same(one, event(UC, "x", who=both, countries=("CHN", "JPN"), status="negated"))


def test_a_shared_state_alone_joins_nothing_and_a_shared_body_asks_for_equal_states() -> None:
    assert not same(
        event(CR, "x", who=("actor:china",), countries=("CHN",)),
        event(UC, "y", who=("actor:china",), countries=("CHN",)),
    )
    one = event(CR, "The SCO meets.", who=("actor:sco",), countries=("CHN", "RUS"))
    assert same(one, event(UC, "SCO session.", who=("actor:sco",), countries=("CHN", "RUS")))
    assert not same(one, event(UC, "SCO session.", who=("actor:sco",), countries=("CHN",)))


def test_a_shared_place_joins_events_of_equal_states() -> None:
    place = {"name": "Sochi", "country": "RUS", "span": PLACE}
    one = event(CR, "x", location=place, countries=("CHN", "RUS"))
    assert same(one, event(UC, "y", location=place, countries=("CHN", "RUS")))
    assert not same(one, event(UC, "y", location=place, countries=("USA", "RUS")))
    assert not same(one, event(UC, "y", location=place | {"name": "Kazan"}, countries=("CHN", "RUS")))


def test_three_meetings_on_one_day_are_three() -> None:
    both = {"who": ("actor:wang-yi", "actor:lavrov"), "countries": ("CHN", "RUS")}
    twice = (event(UC, "They meet.", **both), event(UC, "They meet again.", **both))
    records = linked(
        shard(CR, events=(event(CR, "Wang and Lavrov meet.", **both),), actors=KNOWN),
        shard(UC, events=twice, actors=KNOWN),
    )
    assert all(not one.same_as for one in of(records, Event))


def test_a_group_of_three_articles_knows_all_its_members() -> None:
    both = {"who": ("actor:wang-yi", "actor:lavrov"), "countries": ("CHN", "RUS")}
    ids = (CR, UC, "cc-22-1-japan-china")
    records = linked(*(shard(one, events=(event(one, "They meet.", **both),), actors=KNOWN) for one in ids))
    events = of(records, Event)
    assert all(set(one.same_as) == {e.id for e in events} - {one.id} for one in events)


def test_the_same_words_quoted_elsewhere_are_joined_if_there_are_enough() -> None:
    words = "we stand shoulder to shoulder in this"
    records = linked(
        shard(CR, quotes=(quote(CR, words), quote(CR, "well done"))),
        shard(UC, quotes=(quote(UC, words.title() + "."), quote(UC, "well done"))),
    )
    assert {one.text: len(one.same_as) for one in of(records, Quote)} == {
        words: 1,
        words.title() + ".": 1,
        "well done": 0,
    }


def test_a_crowd_that_shares_an_actor_and_a_day_is_left_alone_in_linear_time() -> None:
    ids = [f"cc-{volume}-1-a-b" for volume in range(1, 1500)]
    crowd = {"who": ("actor:wang-yi",), "countries": ("CHN",)}
    shards = [shard(one, events=(event(one, "Wang speaks.", **crowd),), actors=KNOWN) for one in ids]
    assert link(shards).tally["events_told_again"] == 0


def test_no_shards_give_an_empty_release() -> None:
    assert linked() == []


def test_words_that_everybody_quotes_are_a_formula_and_time_stays_linear() -> None:
    ids = [f"cc-{volume}-1-a-b" for volume in range(1, 1500)]
    words = "adherence to the one and only principle of old"
    records = linked(*(shard(one, quotes=(quote(one, words),)) for one in ids))
    assert not any(one.same_as for one in of(records, Quote))
