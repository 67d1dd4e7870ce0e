from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any, get_origin, get_type_hints

import pytest

from ccdata.dataset import Dataset
from ccdata.errors import ReleaseError
from ccdata.export import write_release
from ccdata.records import Actor, Article, Event, Record

AID, OTHER = "cc-22-1-china-russia", "cc-22-1-us-china"
SPAN = {"start": 0, "end": 1, "exact": "x"}
SOURCE = {"name": "a", "media_type": "text/plain", "layout": "x", "sha256": "0" * 64, "length": 1}


def bare(model: type[Any], record_id: str, **given: Any) -> Any:
    hints = get_type_hints(model)
    facts = {name: () if get_origin(hints[name]) is tuple else None for name in model.model_fields}
    return model.model_validate(facts | {"record_type": model.TYPE, "id": record_id} | given)


def article(article_id: str, *states: str, **given: Any) -> Article:
    parties = tuple({"name": one, "kind": "country", "country": one} for one in states)
    made: Article = bare(
        Article,
        article_id,
        article_id=article_id,
        source=SOURCE,
        language="en",
        parties=parties,
        period_start=dt.date(2020, 1, 1),
        period_end=dt.date(2020, 4, 30),
        **given,
    )
    return made


def event(name: str, *states: str, article_id: str = AID, **given: Any) -> Event:
    known = {"date_start": dt.date(2020, 1, 4), "date_end": dt.date(2020, 1, 5), "date_precision": "range"}
    base = {"ordinal": 3, "text": "x", "span": SPAN, "status": "asserted", "medium": "phone"}
    acting = tuple(party(None, "participant", country=state) for state in states)
    where = {"article_id": article_id, "countries": states, "actors": acting}
    made: Event = bare(Event, f"{article_id}:e:{name:0>8}", **(known | base | where | given))
    return made


def party(actor_id: str | None, role: str, **given: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("country", "role_title", "role_span", "office"))
    return empty | {"actor_id": actor_id, "text": "x", "span": SPAN, "method": "alias", "role": role} | given


def dyads(tmp_path: Path, *records: Record) -> dict[tuple[str, str, str], dict[str, str]]:
    write_release(Dataset(records), tmp_path / "out", ["dyads"])
    with (tmp_path / "out/dyads/dyad_years.csv").open(newline="") as stream:
        return {(row["state1"], row["state2"], row["year"]): row for row in csv.DictReader(stream)}


def test_a_happening_told_twice_counts_once(tmp_path: Path) -> None:
    one = event("1", "CHN", "RUS", same_as=(f"{OTHER}:e:00000001",))
    again = event("1", "RUS", "CHN", article_id=OTHER, same_as=(one.id,), event_type="CONSULT", quad_code=1)
    rows = dyads(tmp_path, article(AID, "CHN", "RUS"), article(OTHER, "CHN", "USA"), one, again)
    row = rows["CHN", "RUS", "2020"]
    assert (row["happenings"], row["quad_1"], row["uncoded"]) == ("1", "1", "0")
    assert (row["cow1"], row["cow2"]) == ("710", "365")
    assert (row["articles"], row["months"]) == ("1", "4")


def test_a_pair_that_was_read_has_a_row_of_zeros_and_one_that_was_not_says_so(tmp_path: Path) -> None:
    rows = dyads(tmp_path, article(AID, "CHN", "RUS"), event("1", "CHN", "JPN", "KOR"))
    assert rows["CHN", "RUS", "2020"]["happenings"] == "0"
    assert rows["CHN", "RUS", "2020"]["months"] == "4"
    assert {key[:2] for key in rows} == {("CHN", "RUS"), ("CHN", "JPN"), ("CHN", "KOR"), ("JPN", "KOR")}
    assert (rows["JPN", "KOR", "2020"]["articles"], rows["JPN", "KOR", "2020"]["happenings"]) == ("0", "1")


def test_who_accuses_together_does_not_accuse_each_other(tmp_path: Path) -> None:
    together = event("1", "CHN", "CUB", event_type="ACCUSE", quad_code=3)
    at = (*together.actors, *event("2", "USA").actors)
    aimed = together.model_copy(
        update={"id": f"{AID}:e:00000003", "actors": (*at[:2], at[2].model_copy(update={"role": "target"}))}
    )
    rows = dyads(tmp_path, article(AID, "CHN", "RUS"), together, aimed)
    assert {key[:2]: row["quad_3"] for key, row in rows.items()} == {
        ("CHN", "RUS"): "0",
        ("CHN", "USA"): "1",
        ("CUB", "USA"): "1",
    }


def test_only_what_happened_on_a_day_counts(tmp_path: Path) -> None:
    undated: dict[str, Any] = {"date_start": None, "date_end": None, "date_precision": "unknown"}
    left_out = [
        event("1", "CHN", "RUS", status="future"),
        event("2", "CHN", "RUS", status="negated"),
        event("3", "CHN", "RUS", **undated),
        event("4", "CHN"),
    ]
    assert dyads(tmp_path, article(AID, "CHN", "RUS"), *left_out)["CHN", "RUS", "2020"]["happenings"] == "0"


def test_a_period_over_new_year_covers_both_years(tmp_path: Path) -> None:
    over = article(AID, "CHN", "RUS").model_copy(update={"period_start": dt.date(2019, 12, 1)})
    rows = dyads(tmp_path, over)
    assert {key[2]: row["months"] for key, row in rows.items()} == {"2019": "1", "2020": "4"}


def test_an_event_of_no_article_is_no_plover_record(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=f"no article {AID}"):
        write_release(Dataset([event("1")]), tmp_path / "out", ["plover"])


@pytest.mark.parametrize("form", ["parquet", "sqlite"])
def test_a_number_too_large_for_a_format_is_told_with_its_record(tmp_path: Path, form: str) -> None:
    large = event("1").model_copy(update={"ordinal": 2**63})
    with pytest.raises(ReleaseError, match=rf"{form}.*{large.id}"):
        write_release(Dataset([article(AID, title="T"), large]), tmp_path / "out", [form])
    assert not (tmp_path / "out").exists()


def test_a_plover_record_has_the_fields_of_the_manual(tmp_path: Path) -> None:
    wang: Actor = bare(
        Actor,
        "actor:wang-yi",
        name="Wang Yi",
        kind="person",
        curated=True,
        identifiers=({"scheme": "wikidata", "identifier": "Q1"},),
    )
    made = event(
        "1",
        event_type="CONSULT",
        event_mode="phone",
        status="future",
        contexts=("diplomatic",),
        quad_code=1,
        magnitude=1.5,
        basis={"rule": "r", "trigger": SPAN},
        location={"name": "Sochi", "country": "RUS", "span": SPAN},
        actors=(
            party(wang.id, "source", country="CHN", office="Foreign Minister"),
            party(None, "target"),
            party(None, "mentioned"),
        ),
    )
    undated = event("2", date_start=None, date_end=None, date_precision="unknown")
    write_release(
        Dataset([article(AID, title="T"), made, event("3"), undated, wang]), tmp_path / "out", ["plover"]
    )
    first, second = map(json.loads, (tmp_path / "out/plover/events.jsonl").read_text("utf-8").splitlines())
    assert (first["date"], first["enddate"], first["has_event"]) == ("2020-01-04", "2020-01-05", True)
    assert (first["event"], first["mode"], first["context"]) == (
        ["CONSULT"],
        ["phone", "future"],
        ["diplomatic"],
    )
    assert first["actor"] == [
        {
            "code": "CHN",
            "entity_text": "x",
            "identifier_id": "Q1",
            "identifier_text": "Wang Yi",
            "office": "Foreign Minister",
        }
    ]
    assert [entity["identifier_text"] for entity in first["recipient"]] == [None]
    assert first["event_loc"] == {"extracted_place": "Sochi", "country_code": "RUS"}
    assert (first["event_text"], first["quad_code"], first["event_scale"]) == ("x", 1, 1.5)
    assert (first["cite_info"]["title"], first["text_info"]["sequence"]) == ("T", 3)
    assert (second["has_event"], second["event"], second["mode"]) == (False, [], [])
    assert first.keys() == second.keys()


def test_the_spreadsheet_edition_begins_with_a_byte_order_mark(tmp_path: Path) -> None:
    write_release(Dataset([event("1")]), tmp_path / "out", ["csv", "excel"])
    plain = (tmp_path / "out/csv/events.csv").read_bytes()
    assert (tmp_path / "out/excel/events.csv").read_bytes() == b"\xef\xbb\xbf" + plain
