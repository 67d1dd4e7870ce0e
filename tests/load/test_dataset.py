from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ccdata.dataset import Dataset
from ccdata.errors import DecodingError, UsageError
from ccdata.records import Actor, Article, Event, Finding, Mention, Quote, Record, Redirect

AID = "cc-22-1-china-russia"
TEXT = "Before. Jan. 4, 2020: Wang Yi calls Lavrov. He says \u201cgood\u201d. After."
SOURCE = {"name": "a", "media_type": "text/plain", "layout": "x", "sha256": "0" * 64, "length": len(TEXT)}


def span(exact: str) -> dict[str, Any]:
    start = TEXT.index(exact)
    return {"start": start, "end": start + len(exact), "exact": exact}


def make(model: type[Any], lists: str = "", **given: Any) -> Any:
    empty = dict.fromkeys(
        (*lists.split(), *({"anchors", "gaps", "corrections"} & set(model.model_fields))), ()
    )
    return model.model_validate(
        dict.fromkeys(model.model_fields) | {"record_type": model.TYPE} | empty | given
    )


ARTICLE: Article = make(
    Article,
    "sections figures links",
    id=AID,
    article_id=AID,
    authors=({"name": "Yu Bin", "affiliation": None}, {"name": "A B", "affiliation": None}),
    parties=tuple({"name": n, "kind": "country", "country": None} for n in ("China", "Russia")),
    relationship="China-Russia Relations",
    title="Ending Distance?",
    journal="Comparative Connections",
    volume=22,
    issue=1,
    published="2020-05",
    first_page=127,
    last_page=136,
    language="en",
    source=SOURCE,
)
PARTY = {
    "actor_id": "actor:wang-yi",
    "text": "Wang Yi",
    "span": span("Wang Yi"),
    "method": "alias",
} | dict.fromkeys(("country", "role_title", "role_span", "office"))
EVENT: Event = make(
    Event,
    "countries contexts related_dates happenings links passages same_as",
    id=f"{AID}:e:00000000",
    article_id=AID,
    ordinal=1,
    date_text="Jan. 4, 2020",
    date_start=dt.date(2020, 1, 4),
    date_end=dt.date(2020, 1, 4),
    date_precision="day",
    text="Wang Yi calls Lavrov.",
    span=span("Jan. 4, 2020: Wang Yi calls Lavrov."),
    actors=(PARTY | {"role": "source"},),
    quote_ids=(f"{AID}:q:00000000",),
    event_type="CONSULT",
    status="asserted",
    medium="phone",
)
QUOTE: Quote = make(
    Quote,
    "addressees reported_via same_as",
    id=f"{AID}:q:00000000",
    article_id=AID,
    kind="fragment",
    text="good",
    span=span("good"),
    speakers=(PARTY,),
    attribution="implicit",
    stance="asserted",
    event_id=EVENT.id,
)
ACTOR: Actor = make(
    Actor, "aliases identifiers occupancies", id="actor:wang-yi", name="Wang Yi", kind="person", curated=True
)
MENTION: Mention = make(
    Mention,
    id=f"{AID}:m:00000000",
    article_id=AID,
    actor_id=ACTOR.id,
    text="Wang Yi",
    span=span("Wang Yi"),
    method="alias",
)
REDIRECT: Redirect = make(Redirect, id="actor:old", old_id="actor:old", new_id=ACTOR.id, since="0")
FINDING: Finding = make(
    Finding, id=f"{AID}:f:00000000", article_id=AID, code="line-unread", severity="note", message="m"
)
RECORDS: list[Record] = [ARTICLE, EVENT, QUOTE, ACTOR, MENTION, FINDING, REDIRECT]


@pytest.fixture
def dataset() -> Dataset:
    return Dataset(RECORDS, {AID: TEXT})


def test_the_tables_are_typed_and_whole(dataset: Dataset) -> None:
    assert (dataset.articles, dataset.events, dataset.quotes) == ((ARTICLE,), (EVENT,), (QUOTE,))
    assert (dataset.actors, dataset.mentions) == ((ACTOR,), (MENTION,))
    assert (dataset.findings, dataset.redirects) == ((FINDING,), (REDIRECT,))
    assert list(dataset.records()) == RECORDS
    assert "1 articles, 1 events" in repr(dataset)


def test_a_dataset_is_a_release_and_back(dataset: Dataset) -> None:
    error = DecodingError("a.txt", "cut")
    again = Dataset.from_release(dataset, failed=[error])
    assert list(again.records()) == RECORDS
    assert again.texts == {AID: TEXT}
    assert again.failed == (error,)


def test_records_lead_to_their_neighbours(dataset: Dataset) -> None:
    wang = dataset.actor("wang-yi")
    assert wang.name == "Wang Yi"
    assert [m.record for m in wang.mentions] == [MENTION]
    assert [q.record for q in wang.quotes] == [QUOTE]
    assert [e.record for e in wang.events] == [EVENT]
    quote = dataset.quote(QUOTE.id)
    assert quote.speakers == QUOTE.speakers
    assert [person.id for person in quote.people] == [ACTOR.id]
    assert quote.event is not None
    assert quote.event.record == EVENT
    event = dataset.event(EVENT.id)
    assert (event.article.record, event.quotes[0].record) == (ARTICLE, QUOTE)
    assert event.told_again == ()
    assert [person.id for person in event.people] == [ACTOR.id]
    assert wang.mentions[0].actor == wang
    article = dataset.article(AID)
    assert (article.events[0].record, article.quotes[0].record) == (EVENT, QUOTE)
    assert (article.mentions[0].record, article.findings, article.text) == (MENTION, (FINDING,), TEXT)


def test_an_actor_is_found_by_id_its_end_its_name_and_an_id_given_up(dataset: Dataset) -> None:
    for name in ("actor:wang-yi", "wang-yi", "Wang Yi", "actor:old", "old"):
        assert dataset.actor(name).record == ACTOR
    assert dataset.record("actor:old") == ACTOR


def test_what_is_not_there_is_said(dataset: Dataset) -> None:
    with pytest.raises(UsageError, match="no record 'actor:nobody'"):
        dataset.actor("nobody")
    with pytest.raises(UsageError, match="not the id of an event but of quote"):
        dataset.event(QUOTE.id)
    with pytest.raises(UsageError, match="stands in no single article"):
        dataset.cite(ACTOR)
    with pytest.raises(UsageError, match="there are articles, events"):
        dataset.table("evenst")


def test_a_view_has_the_fields_of_its_record(dataset: Dataset) -> None:
    view = dataset.view(EVENT)
    assert view.ordinal == 1
    assert view.cite() == dataset.cite(EVENT)
    assert view.show() == dataset.show(EVENT)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = view.nonsense


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, True),
        ({"start": "2020-01", "end": "2020-01"}, True),
        ({"start": "2020"}, True),
        ({"start": dt.date(2020, 1, 5)}, False),
        ({"end": "2020-01-03"}, False),
        ({"actor": "wang-yi"}, True),
        ({"actor": "old"}, True),
        ({"actor": "lavrov"}, False),
        ({"pair": "china-russia"}, True),
        ({"pair": "russia-china"}, True),
        ({"pair": "us-china"}, False),
        ({"type": "CONSULT"}, True),
        ({"type": "AID"}, False),
    ],
)
def test_events_are_found_by_date_actor_pair_and_type(
    dataset: Dataset, asked: dict[str, Any], *, found: bool
) -> None:
    assert dataset.find_events(**asked) == ((EVENT,) if found else ())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"start": "2020-01-04", "end": "2020-01-04"}, True),
        ({"start": "2021"}, False),
        ({"speaker": "Wang Yi", "pair": "china-russia", "kind": "fragment"}, True),
        ({"speaker": "lavrov"}, False),
        ({"kind": "direct"}, False),
        ({"pair": "us-china"}, False),
    ],
)
def test_quotes_are_found_by_date_speaker_pair_and_kind(
    dataset: Dataset, asked: dict[str, Any], *, found: bool
) -> None:
    assert dataset.find_quotes(**asked) == ((QUOTE,) if found else ())


def test_a_date_that_is_none_is_refused(dataset: Dataset) -> None:
    with pytest.raises(UsageError, match="no date"):
        dataset.find_events(start="last spring")


def test_what_has_no_date_is_found_only_where_none_is_asked_for() -> None:
    undated = EVENT.model_copy(update={"date_start": None, "date_end": None, "date_precision": "unknown"})
    dataset = Dataset([ARTICLE, undated])
    assert dataset.find_events() == (undated,)
    assert dataset.find_events(start="1900") == ()


def test_a_citation_says_what_is_known() -> None:
    def cite(**given: Any) -> str:
        article = ARTICLE.model_copy(update=given)
        return Dataset([article]).cite(article)

    assert cite() == (
        'Yu Bin and A B, "China-Russia Relations: Ending Distance?" '
        "Comparative Connections, Vol. 22, No. 1, May 2020, pp. 127-136."
    )
    assert Dataset(RECORDS).cite(EVENT).endswith("pp. 127-136, chronology: Jan. 4, 2020.")
    bare = dict.fromkeys(("journal", "title", "relationship", "volume", "issue", "published", "last_page"))
    assert cite(**bare, authors=()) == f"{AID}, p. 127."
    assert cite(**bare, authors=(*ARTICLE.authors, ARTICLE.authors[0])).startswith("Yu Bin, A B, and Yu Bin,")


def test_a_record_is_shown_inside_its_text(dataset: Dataset) -> None:
    assert "calls Lavrov. He says \u201c⟦good⟧\u201d. After." in dataset.show(QUOTE)
    assert dataset.show(EVENT).startswith(f"{EVENT.id}\nYu Bin and A B")
    assert "⟦Wang Yi⟧" in dataset.show(ACTOR)
    assert "⟦good⟧" in Dataset(RECORDS).show(QUOTE)
    assert "not in this release" in Dataset(RECORDS).show(QUOTE)
    assert '"line-unread"' in dataset.show(FINDING)


def test_a_view_says_what_it_is_and_completes_its_names(dataset: Dataset) -> None:
    wang = dataset.actor("wang-yi")
    assert repr(wang).startswith("<ActorView: Actor(record_type='actor', id='actor:wang-yi'")
    assert {"name", "mentions", "cite"} <= set(dir(wang))


def test_a_type_or_kind_that_is_none_is_refused_with_the_known_ones(dataset: Dataset) -> None:
    assert dataset.find_events(type="SANCTION") == ()
    with pytest.raises(UsageError, match="no event type 'consult'; there are AGREE"):
        dataset.find_events(type="consult")
    with pytest.raises(UsageError, match="no kind of quotation 'spoken'; there are direct"):
        dataset.find_quotes(kind="spoken")


def test_long_surroundings_are_cut_at_white_space() -> None:
    text = "word " * 200 + "HERE" + " word" * 200
    mention = MENTION.model_copy(update={"span": MENTION.span.of(text, 1000, 1004)})
    shown = Dataset([mention], {AID: text}).show(mention)
    assert "… word " in shown
    assert shown.endswith(" word …")
    assert len(shown) < 560


def test_other_tools_take_the_records_in_a_call(dataset: Dataset) -> None:
    assert dataset.table("events").num_rows == dataset.table("event").num_rows == 1
    assert dataset.to_pandas("quotes")["text"].tolist() == ["good"]
    assert dataset.to_pandas("events")["date_start"].dt.year.tolist() == [2020]
    assert dataset.to_polars("events")["countries"].to_list() == [[]]
    found = dataset.to_duckdb().sql("SELECT span.exact FROM quotes").fetchall()
    assert found == [("good",)]


def test_a_tool_that_is_not_installed_is_named(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(UsageError, match="pip install polars"):
        dataset.to_polars("events")
