from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pytest
from pydantic import ValidationError

from ccdata.dataset import Dataset
from ccdata.errors import ReleaseError
from ccdata.export import FORMATS, parquet, write_release
from ccdata.export.csv_tables import cell_of, value_of
from ccdata.export.shape import ListOf, node_of
from ccdata.export.tables import all_tables, main_table
from ccdata.link import Part
from ccdata.records import Actor, Finding, Record, Shape

PROFILE = Path(__file__).parent / "datapackage-rules.json"


def actor(**given: Any) -> Actor:
    base: dict[str, Any] = dict.fromkeys(Actor.model_fields)
    lists: dict[str, Any] = dict.fromkeys(("aliases", "identifiers", "occupancies"), ())
    made = {"record_type": "actor", "id": "actor:x", "name": "X", "kind": "person", "curated": True}
    return Actor.model_validate(base | lists | made | given)


def finding(message: str, span: dict[str, Any] | None = None) -> Finding:
    return Finding.model_validate(
        {
            "record_type": "finding",
            "id": "release:f:00000000",
            "article_id": None,
            "code": "line-unread",
            "severity": "note",
            "message": message,
            "record_id": None,
            "field": None,
            "span": span,
        }
    )


class Texts:
    """A release of two texts with line ends that must stay as they are."""

    def parts(self) -> Iterator[Part]:
        yield Part(records=(finding("x"),), texts={"cc-1-1-a-b": "a\nb\u2028c\r\n\ufeffé"})


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'x", "''x"),
        ("x=1", "x=1"),
        ("\nx", "\nx"),
    ],
)
def test_a_string_that_a_spreadsheet_would_run_is_disarmed_and_read_back(value: str, cell: str) -> None:
    assert cell_of(value) == cell
    assert value_of(cell, "string") == value


def test_other_cells_are_written_so_that_they_read_back_exactly() -> None:
    assert (cell_of(-7.5), value_of("-7.5", "number")) == ("-7.5", -7.5)
    assert value_of(cell_of(0.1 + 0.2), "number") == 0.1 + 0.2
    assert (cell_of(True), value_of("false", "boolean")) == ("true", False)
    assert (cell_of(None), value_of("", "integer")) == ("", None)
    for cell, kind in (("1", "number"), ("1.0", "integer"), ("1", "boolean"), ("x", "integer")):
        with pytest.raises(ValueError, match=cell):
            value_of(cell, kind)  # type: ignore[arg-type]


def test_csv_is_rfc_4180_with_lf_and_a_side_table_per_list(tmp_path: Path) -> None:
    names = ('a "b", c', "d\r\ne")
    write_release(Dataset([actor(aliases=names)]), tmp_path / "out", ["csv"])
    raw = (tmp_path / "out/csv/actors_aliases.csv").read_bytes()
    assert raw == b'actor_id,position,value\nactor:x,0,"a ""b"", c"\nactor:x,1,"d\r\ne"\n'


def test_a_struct_is_flattened_and_an_absent_one_is_empty(tmp_path: Path) -> None:
    span = {"start": 3, "end": 6, "exact": "abc"}
    write_release(Dataset([finding("m", span)]), tmp_path / "out", ["csv"])
    with (tmp_path / "out/csv/findings.csv").open(newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["span_start"], row["span_end"], row["span_exact"], row["field"]) == ("3", "6", "abc", "")


def test_every_list_is_a_table_and_no_two_columns_share_a_name() -> None:
    names = [table.name for table in all_tables()]
    assert len(set(names)) == len(names)
    assert {"events", "events_actors", "quotes_speakers", "articles_authors", "actors_aliases"} <= set(names)
    for table in all_tables():
        columns = [column.name for column in table.all_columns]
        assert len(set(columns)) == len(columns)


class Leaf(Shape):
    words: tuple[str, ...]
    name: str


class Twig(Shape):
    leaves: tuple[Leaf, ...]


def test_a_list_inside_an_item_is_a_table_keyed_by_both_places() -> None:
    from ccdata.export.tables import _child_keys, _table

    table = _table("trees", node_of(Twig), (), (), "tree")
    leaves = table.children[0]
    assert [column.name for column in leaves.all_columns] == ["tree_id", "position", "name"]
    words = leaves.children[0]
    assert words.name == "trees_leaves_words"
    assert [column.name for column in words.all_columns] == [
        "tree_id",
        "leaves_position",
        "position",
        "value",
    ]
    assert len(_child_keys(words.keys, "tree", ("deeper",))) == 4


def test_what_no_format_could_hold_is_refused() -> None:
    for annotation in (dict[str, int], set[int], int | str, tuple[int, ...] | None, bytes, tuple[int, int]):
        with pytest.raises(TypeError, match="no shape"):
            node_of(annotation)
    assert node_of(tuple[int, ...]) == ListOf(item=node_of(int))


def test_sqlite_has_keys_and_a_full_text_index(tmp_path: Path) -> None:
    write_release(Dataset([actor(aliases=("Y",))]), tmp_path / "out", ["sqlite"])
    with closing(sqlite3.connect(tmp_path / "out/ccdata.sqlite")) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("INSERT INTO actors_aliases VALUES ('actor:x', 1, 'Z')")
        database.commit()
        with pytest.raises(sqlite3.IntegrityError):
            database.execute("INSERT INTO actors_aliases VALUES ('actor:x', 1, 'Z')")
        database.execute("INSERT INTO actors_aliases VALUES ('actor:nobody', 0, 'Z')")
        with pytest.raises(sqlite3.IntegrityError):
            database.commit()
        database.rollback()
        indexes = database.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%fts5%'").fetchall()
        assert {name for (name,) in indexes} == {"events_fts", "quotes_fts", "mentions_fts"}


def test_sqlite_refuses_an_id_used_twice(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="UNIQUE"):
        write_release(Dataset([actor(), actor()]), tmp_path / "out", ["sqlite"])
    assert list(tmp_path.iterdir()) == []


def test_parquet_has_the_nested_types_of_the_models(tmp_path: Path) -> None:
    write_release(Dataset([]), tmp_path / "out", ["parquet"])
    schema = pq.read_schema(tmp_path / "out/parquet/events.parquet")
    assert str(schema.field("date_start").type) == "date32[day]"
    assert str(schema.field("magnitude").type) == "double"
    assert not schema.field("actors").nullable
    assert schema.field("actors").type.value_type.field("span").type.field("start").type == "int64"


def test_texts_are_written_exactly_with_their_rights_beside_them(tmp_path: Path) -> None:
    write_release(Texts(), tmp_path / "out", ["jsonl"])
    text = (tmp_path / "out/texts/cc-1-1-a-b.txt").read_bytes()
    assert text.decode() == "a\nb\u2028c\r\n\ufeffé"
    assert "Pacific Forum" in (tmp_path / "out/texts/NOTICE").read_text("utf-8")


def test_without_texts_there_is_no_folder_for_them(tmp_path: Path) -> None:
    manifest = write_release(Texts(), tmp_path / "out", ["jsonl"], texts=False)
    assert not (tmp_path / "out/texts").exists()
    assert manifest.texts == 0


def test_sums_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    write_release(Texts(), tmp_path / "out", FORMATS)
    lines = (tmp_path / "out/SHA256SUMS").read_text().splitlines()
    assert lines == sorted(lines, key=lambda line: line[66:])
    for line in lines:
        assert hashlib.sha256((tmp_path / "out" / line[66:]).read_bytes()).hexdigest() == line[:64]


def rules() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(PROFILE.read_text()))


def test_datapackage_keeps_the_rules_of_the_profile(tmp_path: Path) -> None:
    write_release(Texts(), tmp_path / "out", FORMATS)
    package = json.loads((tmp_path / "out/datapackage.json").read_text())
    rules().validate(package)
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        content = (tmp_path / "out" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        for key in resource.get("schema", {}).get("foreignKeys", ()):
            assert key["reference"].get("resource", names[0]) in names


def test_the_rules_of_the_profile_can_be_broken() -> None:
    whole: dict[str, Any] = {"resources": [{"name": "a", "path": "a.csv"}]}
    rules().validate(whole)
    breaks: list[dict[str, Any]] = [{}, {"resources": []}, {"resources": [{"name": "a"}]}]
    for broken in (*breaks, whole | {"created": "today"}):
        assert not rules().is_valid(broken)
    assert not rules().is_valid({"resources": [{"name": "a", "path": "../a.csv"}]})


def test_a_csv_schema_describes_its_header(tmp_path: Path) -> None:
    write_release(Dataset([actor()]), tmp_path / "out", ["csv"])
    package = json.loads((tmp_path / "out/datapackage.json").read_text())
    tables = {one["path"]: one["schema"] for one in package["resources"] if one.get("type") == "table"}
    assert len(tables) == len(list(all_tables()))
    for path, schema in tables.items():
        header = (tmp_path / "out" / path).read_text().splitlines()[0].split(",")
        assert header == [field["name"] for field in schema["fields"]]
        assert set(schema["primaryKey"]) <= set(header)
        assert all(field["description"] for field in schema["fields"])


WRITE = """
import sys
from ccdata.dataset import Dataset
from ccdata.export import write_release
write_release(Dataset([]), sys.argv[1])
"""


def test_the_same_bytes_in_another_process_and_a_day_only_where_one_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name, seed in (("one", "1"), ("other", "2")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        subprocess.run([sys.executable, "-c", WRITE, str(tmp_path / name)], check=True)
    first = {p.relative_to(tmp_path / "one"): p.read_bytes() for p in (tmp_path / "one").rglob("*.*")}
    assert first == {
        p.relative_to(tmp_path / "other"): p.read_bytes() for p in (tmp_path / "other").rglob("*.*")
    }
    assert b"created" not in first[Path("datapackage.json")]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")
    write_release(Dataset([]), tmp_path / "dated", ["jsonl"])
    assert '"created": "2020-01-01T00:00:00Z"' in (tmp_path / "dated/datapackage.json").read_text()


def test_large_types_are_written_in_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_GROUP", 2)
    monkeypatch.setattr(parquet, "_AS_RECORDS", 1)
    records: list[Record] = [actor(id=f"actor:x{number}") for number in range(5)]
    write_release(Dataset(records), tmp_path / "out", ["parquet"])
    file = pq.ParquetFile(tmp_path / "out/parquet/actors.parquet")
    assert [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)] == [2, 2, 1]


def test_references_are_known_by_their_type() -> None:
    columns = {column.name: column.refers for column in main_table("quote").columns}
    assert columns["article_id"] == "article"
    assert columns["within"] == columns["continues"] == "quote"
    assert columns["event_id"] == "event"
    assert columns["cue"] is None


def test_records_hold_no_empty_strings_so_that_an_empty_cell_is_null() -> None:
    with pytest.raises(ValidationError):
        actor(native_name="")
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell_of(dt.date(2020, 1, 4)))
