from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ccdata.dataset import Dataset
from ccdata.errors import CcdataError, RecordError, ReleaseError, UsageError
from ccdata.export import FORMATS, places, write_release
from ccdata.load import load, open_release
from ccdata.records import Actor, Redirect
from ccdata.records.models import SCHEMA_VERSION

RECORDS = [
    Actor(
        record_type="actor",
        id=f"actor:{name}",
        name=name,
        family_name=None,
        given_name=None,
        kind="person",
        country=None,
        native_name=None,
        aliases=("multi\nline", "b"),
        identifiers=(),
        occupancies=(),
        curated=True,
    )
    for name in ("a", "b")
] + [Redirect(record_type="redirect", id="x", article_id=None, old_id="x", new_id="actor:a", since="0")]
TEXTS = {"cc-1-1-a-b": "one\r\ntwo\n", "doc-0123456789ab": "\ufeffx"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write_release(Dataset(RECORDS, TEXTS), tmp_path / "out", FORMATS)
    return tmp_path / "out"


def edit(path: Path, old: str, new: str) -> None:
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), "utf-8")


def zipped(out: Path, top: str = "") -> Path:
    made = out.with_name("out.zip")
    with zipfile.ZipFile(made, "w") as archive:
        for path in out.rglob("*"):
            archive.write(path, top + path.relative_to(out).as_posix())
    return made


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("top", ["", "release-1/"])
def test_folder_and_zip_give_the_same_records_and_texts(out: Path, name: str, top: str) -> None:
    for dataset in (load(out, format=name), load(zipped(out, top), format=name)):
        assert list(dataset.records()) == RECORDS
        assert dataset.texts == TEXTS


def test_the_truth_is_preferred(out: Path) -> None:
    assert open_release(out).format.name == "jsonl"
    assert open_release(str(out), format="csv").format.name == "csv"


def test_a_format_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    write_release(Dataset(RECORDS), tmp_path / "out", ["csv"])
    assert list(load(tmp_path / "out").records()) == RECORDS
    with pytest.raises(UsageError, match="it has csv"):
        load(tmp_path / "out", format="parquet")


@pytest.mark.parametrize(
    ("name", "file", "change", "place", "path"),
    [
        ("jsonl", "actors.jsonl", ('"kind":"person"', '"kind":"ghost"'), "actors.jsonl:1", "kind"),
        ("jsonl", "actors.jsonl", ('"curated":true}\n', '"curated":tr\n'), "actors.jsonl:1", ""),
        ("csv", "csv/actors.csv", ("actor:b,b,,,person", "actor:b,b,,,ghost"), "actors.csv:3", "kind"),
        ("csv", "csv/actors.csv", ("true", "yes"), "actors.csv:2", "curated"),
        ("csv", "csv/actors.csv", ("record_type,", "type,"), "actors.csv:1", "actors"),
        ("csv", "csv/actors.csv", ("actor:b,b,", "actor:b,b"), "actors.csv:3", ""),
        ("csv", "csv/actors_aliases.csv", ("actor:b,1", "actor:c,0"), "actors_aliases.csv:7", "aliases"),
        ("csv", "csv/actors_aliases.csv", ("actor:b,1", "actor:b,2"), "actors_aliases.csv:7", "position"),
        ("csv", "csv/actors_aliases.csv", ("actor:b,1", "actor:b,"), "actors_aliases.csv:7", "position"),
        ("csv", "csv/actors.csv", ("true", "[" * 99), "actors.csv:2", "curated"),
        ("csv", "csv/actors_aliases.csv", ('"multi', '""multi'), "actors_aliases.csv:2", ""),
    ],
)
def test_a_broken_record_is_named_by_file_line_and_path(
    out: Path, *, name: str, file: str, change: tuple[str, str], place: str, path: str
) -> None:
    edit(out / file, *change)
    with pytest.raises(RecordError) as caught:
        load(out, format=name)
    assert caught.value.where.endswith(place)
    assert path in caught.value.path


def test_csv_that_a_spreadsheet_has_saved_is_read(out: Path) -> None:
    path = out / "csv/actors.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert list(load(out, format="csv").records()) == RECORDS


def test_files_that_are_missing_or_no_such_thing_are_named(out: Path) -> None:
    (out / "parquet/actors.parquet").write_bytes(b"PAR1 not")
    (out / "ccdata.sqlite").write_bytes(b"SQLite format 3\0 not" * 99)
    (out / "actors.jsonl").unlink()
    for name, said in (("parquet", "actors.parquet"), ("sqlite", "ccdata.sqlite"), ("jsonl", "actors.jsonl")):
        with pytest.raises(ReleaseError, match=said):
            load(out, format=name)


def test_a_database_with_bytes_where_words_should_be_is_refused(out: Path) -> None:
    with closing(sqlite3.connect(out / "ccdata.sqlite")) as database:
        database.execute("UPDATE actors SET name = x'00ff' WHERE id = 'actor:b'")
        database.commit()
    with pytest.raises(RecordError, match=r"ccdata\.sqlite:actors:2: name"):
        load(out, format="sqlite")


def test_a_release_of_derived_files_alone_holds_no_records(tmp_path: Path) -> None:
    write_release(Dataset(RECORDS), tmp_path / "out", ["plover", "dyads"])
    with pytest.raises(ReleaseError, match="no format of this release holds records"):
        load(tmp_path / "out")


def test_parquet_of_other_columns_is_refused(out: Path) -> None:
    shutil.copy(out / "parquet/redirects.parquet", out / "parquet/actors.parquet")
    with pytest.raises(ReleaseError, match="columns are not those of actors"):
        load(out, format="parquet")


def test_no_release_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("no zip")
    for name, said in (("empty", "no release.json"), ("file", "not a zip"), ("nowhere", "no such folder")):
        with pytest.raises(ReleaseError, match=said):
            load(tmp_path / name)


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "{}", '{"name": "other"}', "[" * 100_000, '{"name": "ccdata-release", "formats": 3}', "\x00"],
)
def test_a_manifest_that_is_none_is_refused(out: Path, manifest: str) -> None:
    (out / "release.json").write_text(manifest)
    with pytest.raises(ReleaseError, match=r"release\.json"):
        load(out)


def test_a_schema_version_that_is_not_known_is_refused(out: Path) -> None:
    edit(out / "release.json", f'"schema_version": "{SCHEMA_VERSION}"', '"schema_version": "9.0"')
    with pytest.raises(ReleaseError, match=r"9\.0"):
        load(out)


@pytest.mark.parametrize("name", ["../escape", "/etc/passwd", "a/../../b", "C:/x", "a\\..\\b"])
def test_a_zip_with_a_name_that_leads_out_is_refused(out: Path, name: str) -> None:
    made = zipped(out)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(name, "x")
    with pytest.raises(ReleaseError, match="leads out"):
        load(made)


def test_a_zip_that_unpacks_to_too_much_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = zipped(out)
    monkeypatch.setattr(places, "MOST_BYTES", 100)
    with pytest.raises(ReleaseError, match="unpacks to more"):
        load(made)


def test_a_zip_that_unpacks_to_many_times_its_size_is_refused(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = zipped(out)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("texts/bomb.txt", b"\0" * (40 << 20))
    assert "bomb" in load(made).texts  # small as a whole
    monkeypatch.setattr(places, "MOST_FOLD", 10)
    monkeypatch.setattr(places, "FREE_BYTES", 1 << 20)
    with pytest.raises(ReleaseError, match="unpacks to more"):
        load(made)


def test_any_damage_to_a_zip_is_our_error_or_harmless(out: Path) -> None:
    made = zipped(out)
    whole = made.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        made.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            load(made)
        except CcdataError:
            continue


def test_a_release_set_aside_by_a_build_that_died_is_put_back(out: Path) -> None:
    out.rename(out.with_name(".out.ccdata-old"))
    assert list(load(out).records()) == RECORDS
    assert out.exists()


TIMED = """
import json, sys
import ccdata
dataset = ccdata.load(sys.argv[1])
names = ("pyarrow", "pandas", "polars", "duckdb", "jsonschema")
print(json.dumps([name for name in names if name in sys.modules]))
"""


def test_loading_json_lines_brings_nothing_heavy_in(out: Path) -> None:
    run = subprocess.run([sys.executable, "-c", TIMED, str(out)], check=True, capture_output=True, text=True)
    loaded: list[Any] = json.loads(run.stdout)
    assert loaded == []
