"""The other formats: judged alone, and against the JSON Lines."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ccdata.errors import UsageError
from ccdata.validate import Report, validate

EXAMPLES = Path(__file__).parent.parent / "examples"
sys.path.insert(0, str(EXAMPLES))
from sample_records import write_sample  # noqa: E402  # the folder is no package

FORMATS = ("jsonl", "parquet", "csv", "sqlite")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("formats") / "release", formats=FORMATS)


@pytest.fixture
def release(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "release")
    return tmp_path / "release"


def change_parquet(folder: Path) -> None:
    table = pq.read_table(folder / "parquet" / "events.parquet")
    rows = table.to_pylist()
    rows[1]["medium"] = "phone"
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), folder / "parquet" / "events.parquet")


def change_csv(folder: Path) -> None:
    path = folder / "csv" / "events_actors.csv"
    path.write_bytes(path.read_bytes().replace(b"target", b"source"))


def change_sqlite(folder: Path) -> None:
    database = sqlite3.connect(folder / "ccdata.sqlite")
    database.execute("UPDATE actors SET name = 'Somebody' WHERE id = 'actor:japan'")
    database.commit()
    database.close()


def lose_rows(folder: Path) -> None:
    table = pq.read_table(folder / "parquet" / "mentions.parquet")
    pq.write_table(table.slice(0, 2), folder / "parquet" / "mentions.parquet")


def cut_file(folder: Path) -> None:
    path = folder / "parquet" / "quotes.parquet"
    path.write_bytes(path.read_bytes()[:200])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (change_parquet, 'the parquet has "phone"'),
        (change_csv, 'the csv has "source"'),
        (change_sqlite, 'the sqlite has "Somebody"'),
        (lose_rows, "the parquet has no such record"),
        (cut_file, "the parquet cannot be read"),
    ],
)
def test_one_format_changed_alone_is_caught(release: Path, change: object, said: str) -> None:
    change(release)  # type: ignore[operator]
    report = validate(release, ignore=["manifest-mismatch"])
    assert set(report.counts) == {"formats-disagree"}
    assert said in report.findings[0].message
    assert "manifest-mismatch" in validate(release).counts


def files_of(folder: Path, form: str) -> list[Path]:
    if form == "sqlite":
        return [folder / "ccdata.sqlite"]
    return sorted((folder if form == "jsonl" else folder / form).glob(f"*.{form}"))


def judged(folder: Path, form: str, **more: object) -> Report:
    return validate(*files_of(folder, form), texts=folder / "texts", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMATS)
def test_loose_files_of_a_format_are_judged_alone(made: Path, form: str) -> None:
    report = judged(made, form)
    assert report.findings == ()
    assert report.records == {"article": 2, "event": 5, "quote": 3, "actor": 4, "mention": 4, "finding": 1}
    assert not any("references" in line for line in report.unchecked)


def test_a_row_is_named_by_its_number(release: Path) -> None:
    table = pq.read_table(release / "parquet" / "events.parquet")
    rows = table.to_pylist()
    rows[2]["actors"] = [dict(rows[0]["actors"][0], actor_id="actor:nobody")]
    rows[1]["date_edtf"] = "2031-02"
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), release / "parquet" / "events.parquet")
    found = {(f.code, f.line, f.path): f.value for f in judged(release, "parquet").findings}
    assert found["reference-broken", 3, "actors.actor_id"] == "actor:nobody"
    assert found["date-inconsistent", 2, "date_edtf"] == "2031-02"
    assert ("span-outside", 3, "actors[0].span") in found


def test_a_cell_that_is_no_number_ends_a_table_and_is_said(release: Path) -> None:
    path = release / "csv" / "actors.csv"
    path.write_bytes(path.read_bytes().replace(b"true", b"maybe", 1))
    report = judged(release, "csv", ignore=["reference-broken"])
    assert [(f.code, f.path, f.line) for f in report.findings] == [("record-invalid", "curated", 2)]
    assert any("first unreadable row" in line for line in report.unchecked)


def test_a_text_column_of_a_database_may_hold_anything_and_is_judged(release: Path) -> None:
    database = sqlite3.connect(release / "ccdata.sqlite")
    database.execute("UPDATE events SET medium = 'drum' WHERE ordinal = 2")
    database.commit()
    database.close()
    report = judged(release, "sqlite")
    assert {f.code for f in report.findings} == {"schema-violated"}
    assert {f.value for f in report.findings} == {"drum"}


def test_a_file_whose_name_says_nothing_is_refused(made: Path, tmp_path: Path) -> None:
    shutil.copy(made / "parquet" / "events.parquet", tmp_path / "things.parquet")
    with pytest.raises(UsageError, match="which records"):
        validate(tmp_path / "things.parquet")


def test_one_file_alone_names_what_it_could_not_check(made: Path, tmp_path: Path) -> None:
    shutil.copy(made / "events.jsonl", tmp_path / "events.jsonl")
    report = validate(tmp_path / "events.jsonl")
    assert report.ok
    assert "references to articles: none were given" in report.unchecked
    assert "spans and texts of 5 records: no text of 2 articles" in report.unchecked


def test_mixed_lines_are_one_stream(made: Path, tmp_path: Path) -> None:
    lines = b"".join(path.read_bytes() for path in files_of(made, "jsonl"))
    (tmp_path / "all.jsonl").write_bytes(lines)
    report = validate(tmp_path / "all.jsonl", texts=made / "texts")
    assert report.ok, report.findings
    assert report.records["event"] == 5


def test_counts_of_the_manifest_are_checked(release: Path) -> None:
    path = release / "release.json"
    manifest = json.loads(path.read_bytes())
    manifest["counts"]["events"] = 6
    path.write_text(json.dumps(manifest))
    report = validate(release)
    assert {f.path for f in report.findings} >= {"counts.events"}
