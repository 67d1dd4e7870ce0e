"""Schema versions: older releases are read by listed steps; the published schemas keep their policy."""

from __future__ import annotations

import copy
import csv
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ccdata.checks.gates import gates, published
from ccdata.diff import breaking_changes, diff
from ccdata.errors import RecordError, ReleaseError
from ccdata.export.sums import MANIFEST, is_release
from ccdata.load import load
from ccdata.records import PLURALS, SCHEMA_VERSION, upgrades
from ccdata.records.schema import schemas
from ccdata.records.upgrades import UPGRADES, Upgrade, upgrades_from
from ccdata.validate import validate

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "tests" / "examples"
sys.path.insert(0, str(EXAMPLES))
from sample_records import write_sample  # noqa: E402  # the folder is no package

FORMATS = ("jsonl", "parquet", "csv", "sqlite")
OLD = "0.9"
"""A version that never was: its events know no magnitude, no passages and no offices."""
VERSIONS = sorted(
    (path.name for path in (ROOT / "schemas").glob("[0-9]*")), key=lambda v: [*map(int, v.split("."))]
)
LAST = [folder for folder in (EXAMPLES / "valid" / "whole", ROOT / "exports") if is_release(folder)]


def newer(record: dict[str, Any]) -> dict[str, Any]:
    """The step from the version that never was."""
    if record["record_type"] != "event":
        return record
    actors = [actor | {"office": None} for actor in record["actors"]]
    return record | {"magnitude": None, "passages": [], "actors": actors}


def older(event: dict[str, Any]) -> dict[str, Any]:
    made = {key: value for key, value in event.items() if key not in {"magnitude", "passages"}}
    made["actors"] = [{k: v for k, v in actor.items() if k != "office"} for actor in event["actors"]]
    return made


def older_schemas(folder: Path) -> None:
    made = copy.deepcopy(schemas())
    shapes = (made["event"], ("magnitude", "passages")), (made["event"]["$defs"]["EventActor"], ("office",))
    for shape, names in shapes:
        for name in names:
            del shape["properties"][name]
            shape["required"].remove(name)
    (folder / OLD).mkdir(parents=True)
    for name, schema in made.items():
        (folder / OLD / f"{name}.json").write_text(json.dumps(schema))


def older_lines(path: Path) -> None:
    events = [older(json.loads(line)) for line in path.read_text("utf-8").splitlines()]
    lines = (json.dumps(event, ensure_ascii=False, separators=(",", ":")) + "\n" for event in events)
    path.write_text("".join(lines), "utf-8")


def without_column(path: Path, name: str) -> None:
    with path.open(newline="", encoding="utf-8") as stream:
        header, *rows = csv.reader(stream)
    place = header.index(name)
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([cell for i, cell in enumerate(row) if i != place] for row in (header, *rows))


def older_parquet(path: Path) -> None:
    table = pq.read_table(path)
    rows = [older(event) for event in table.to_pylist()]
    actor = table.schema.field("actors").type.value_type
    shorter = pa.list_(pa.struct([field for field in actor if field.name != "office"]))
    schema = table.schema.set(table.schema.get_field_index("actors"), pa.field("actors", shorter))
    for name in ("magnitude", "passages"):
        schema = schema.remove(schema.get_field_index(name))
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)


def older_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE events DROP COLUMN magnitude")
        database.execute("ALTER TABLE events_actors DROP COLUMN office")
        database.execute("DROP TABLE events_passages")
        database.commit()


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """The sample, and the sample as the version that never was would have written it."""
    folder = tmp_path_factory.mktemp("versions")
    whole = write_sample(folder / "new", formats=FORMATS)
    old = write_sample(folder / "old", formats=FORMATS)
    older_lines(old / "events.jsonl")
    older_parquet(old / "parquet" / "events.parquet")
    without_column(old / "csv" / "events.csv", "magnitude")
    without_column(old / "csv" / "events_actors.csv", "office")
    (old / "csv" / "events_passages.csv").unlink()
    older_database(old / "ccdata.sqlite")
    manifest = json.loads((old / MANIFEST).read_bytes()) | {"schema_version": OLD}
    (old / MANIFEST).write_text(json.dumps(manifest))
    older_schemas(folder / "schemas")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[gates.__module__], "_PUBLISHED", (folder / "schemas",))
        patch.setattr(upgrades, "UPGRADES", (Upgrade(old=OLD, new=SCHEMA_VERSION, change=newer),))
        yield whole, old
    gates.cache_clear()


@pytest.mark.parametrize("form", FORMATS)
def test_an_older_release_is_read_as_the_newest(releases: tuple[Path, Path], form: str) -> None:
    new, old = (load(folder, format=form) for folder in releases)
    assert [event.model_dump(mode="json") for event in old.events] == [
        newer(event.model_dump(mode="json")) for event in new.events
    ]
    assert (old.articles, old.quotes, old.mentions) == (new.articles, new.quotes, new.mentions)


def test_an_older_release_is_judged_by_its_own_schema(releases: tuple[Path, Path]) -> None:
    report = validate(releases[1], ignore=["manifest-mismatch"])
    assert report.findings == ()
    assert any(f"(schema {OLD})" in line for line in report.checked)
    assert any("agreement of parquet, csv, sqlite" in line for line in report.checked)


def broken(old: Path, folder: Path, before: str, after: str) -> Path:
    """A copy of the older release's lines with one change."""
    folder.mkdir()
    for path in (*old.glob("*.jsonl"), old / MANIFEST):
        (folder / path.name).write_bytes(path.read_bytes())
    text = (folder / "events.jsonl").read_text("utf-8")
    assert before in text
    (folder / "events.jsonl").write_text(text.replace(before, after, 1), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('"countries"', '"passages":[],"countries"', "schema-violated"),
        ('"date_precision":"day"', '"date_precision":"unknown"', "record-invalid"),
        ('"same_as":[],"anchors":', '"same_as": [],"anchors":', "line-not-canonical"),
    ],
)
def test_a_fault_of_an_older_line_is_found(
    releases: tuple[Path, Path], tmp_path: Path, *, before: str, after: str, code: str
) -> None:
    folder = broken(releases[1], tmp_path / "broken", before, after)
    report = validate(folder, ignore=["release-broken", "manifest-mismatch"])
    assert set(report.counts) == {code}
    if code != "line-not-canonical":
        with pytest.raises(RecordError, match=r"events\.jsonl:1"):
            load(folder)


def test_keys_of_an_older_line_stand_in_the_order_of_the_newest(
    releases: tuple[Path, Path], tmp_path: Path
) -> None:
    line = (releases[1] / "events.jsonl").read_text("utf-8").splitlines()[0]
    event = json.loads(line)
    turned = json.dumps({"id": event.pop("id")} | event, ensure_ascii=False, separators=(",", ":"))
    folder = broken(releases[1], tmp_path / "broken", line, turned)
    report = validate(folder, ignore=["release-broken", "manifest-mismatch"])
    assert set(report.counts) == {"line-not-canonical"}


def test_an_older_release_differs_in_nothing_but_what_it_did_not_know(releases: tuple[Path, Path]) -> None:
    difference = diff(releases[1], releases[0])
    changed = difference.types["event"].changed
    assert {field.path.rpartition(".")[2] for one in changed for field in one.fields} <= {
        "magnitude",
        "office",
        "passages",
    }
    assert not difference.breaking
    assert not difference.removes


def test_a_version_that_no_step_leads_from_is_refused(releases: tuple[Path, Path], tmp_path: Path) -> None:
    folder = broken(releases[1], tmp_path / "unknown", '"day"', '"day"')
    manifest = (folder / MANIFEST).read_text().replace(OLD, "0.8")
    (folder / MANIFEST).write_text(manifest)
    with pytest.raises(ReleaseError, match=r"schema version 0\.8 is not known"):
        load(folder)
    assert "schema-unknown" in validate(folder).counts


def major(version: str) -> str:
    return version.partition(".")[0]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_published_version_of_the_major_is_read(version: str) -> None:
    if major(version) == major(SCHEMA_VERSION):
        steps = upgrades_from(version)
        assert [version, *(step.new for step in steps)][-1] == SCHEMA_VERSION


def test_the_steps_are_a_chain_within_one_major() -> None:
    assert all(first.new == second.old for first, second in pairwise(UPGRADES))
    assert all(major(step.old) == major(step.new) for step in UPGRADES)
    with pytest.raises(KeyError):
        upgrades_from("99.0")


@pytest.mark.parametrize(("old", "new"), list(pairwise(VERSIONS)))
def test_a_minor_version_breaks_no_reader(old: str, new: str) -> None:
    if major(old) == major(new):
        before, after = published(old), published(new)
        assert before is not None
        assert after is not None
        assert list(breaking_changes(before, after)) == []


@pytest.mark.parametrize("folder", LAST, ids=lambda folder: folder.name)
def test_the_last_release_upgraded_is_sound_under_the_newest_schema_and_keeps_its_ids(folder: Path) -> None:
    dataset = load(folder, format="jsonl")
    for record in dataset.records():
        assert gates()[record.TYPE].passes(json.loads(record.to_json()))
    for name, plural in PLURALS.items():
        lines = (folder / f"{plural}.jsonl").read_text("utf-8").splitlines()
        ids = [json.loads(line)["id"] for line in lines]
        assert [record.id for record in dataset.records() if name == record.TYPE] == ids  # type: ignore[attr-defined]
