"""Two releases compared."""

from __future__ import annotations

import copy
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ccdata.cli.diff import command
from ccdata.diff import breaking_changes, diff, differences
from ccdata.records.schema import schemas

sys.path.insert(0, str(Path(__file__).parent.parent / "examples"))
from sample_records import write_sample

Lines = list[dict[str, Any]]


@pytest.fixture
def releases(tmp_path: Path) -> tuple[Path, Path]:
    old = write_sample(tmp_path / "old")
    shutil.copytree(old, tmp_path / "new")
    return old, tmp_path / "new"


def edit(folder: Path, name: str, change: Callable[[Lines], Any]) -> None:
    path = folder / name
    records = [json.loads(line) for line in path.read_bytes().splitlines()]
    change(records)
    lines = (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)
    path.write_text("".join(lines), "utf-8")


def test_a_release_is_the_same_as_itself_in_another_format(tmp_path: Path) -> None:
    old = write_sample(tmp_path / "old", formats=("jsonl",))
    new = write_sample(tmp_path / "new", formats=("parquet",))
    assert diff(old, new).same


def test_changes_are_told_field_by_field(releases: tuple[Path, Path]) -> None:
    old, new = releases
    edit(
        new,
        "events.jsonl",
        lambda r: r[0].update(medium="phone") or r[0]["actors"][1].update(role="participant"),
    )
    changes = diff(old, new).types["event"]
    (change,) = changes.changed
    assert [(f.path, f.old, f.new) for f in change.fields] == [
        ("actors[1].role", "target", "participant"),
        ("medium", "in_person", "phone"),
    ]
    assert not changes.added
    assert not changes.removed


def test_what_came_and_what_went(releases: tuple[Path, Path]) -> None:
    old, new = releases
    edit(new, "mentions.jsonl", lambda r: r.pop(0))
    there = diff(old, new).types["mention"]
    back = diff(new, old).types["mention"]
    assert len(there.removed) == 1
    assert there.removed == back.added
    assert not diff(old, new).same
    assert diff(old, new).removes


def test_an_id_that_is_redirected_is_not_lost(releases: tuple[Path, Path]) -> None:
    old, new = releases
    gone = json.loads((new / "mentions.jsonl").read_bytes().splitlines()[0])["id"]
    edit(new, "mentions.jsonl", lambda r: r.pop(0))
    redirect = {
        "record_type": "redirect", "id": gone, "article_id": None, "old_id": gone, "new_id": "actor:japan",
        "since": "2.0",
    }  # fmt: skip
    edit(new, "redirects.jsonl", lambda r: r.append(redirect))
    found = diff(old, new)
    assert found.types["mention"].redirected == (gone,)
    assert not found.removes


def test_lists_of_one_length_are_compared_item_by_item_others_whole() -> None:
    assert [f.path for f in differences({"a": [1, 2]}, {"a": [1, 3]})] == ["a[1]"]
    assert [f.path for f in differences({"a": [1, 2]}, {"a": [1]})] == ["a"]
    assert [(f.path, f.old, f.new) for f in differences({"a": 1}, {"b": 1})] == [
        ("a", 1, None),
        ("b", None, 1),
    ]


def require(schema: dict[str, Any], field: str, shape: dict[str, Any]) -> None:
    schema["properties"][field] = shape
    schema["required"].append(field)


def unlist(schema: dict[str, Any], field: str, value: str) -> None:
    schema["properties"][field]["enum"].remove(value)


def changed_schemas(change: Callable[[dict[str, Any]], Any]) -> list[str]:
    old = schemas()
    new = copy.deepcopy(old)
    change(new)
    return list(breaking_changes(old, new))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda s: s.pop("mention"), "mention: the record type is gone"),
        (lambda s: s["event"]["properties"].pop("medium"), "event.medium: the field is gone"),
        (lambda s: unlist(s["event"], "medium", "phone"), "event.medium: it may no longer be 'phone'"),
        (lambda s: require(s["event"], "title", {"type": "string"}),
         "event.title: a new field that may be neither null nor an empty list"),
        (lambda s: s["event"]["properties"]["date_text"].update(anyOf=[{"type": "string"}]),
         "event.date_text: it may no longer be null"),
        (lambda s: s["quote"]["$defs"]["Span"]["properties"]["start"].update(type="string"),
         "quote: Span.start: it may no longer be integer"),
        (lambda s: s["actor"]["properties"]["id"].update(pattern="^x$"), "actor.id: another pattern"),
    ],
)  # fmt: skip
def test_what_breaks_readers_is_named(change: Callable[[dict[str, Any]], Any], said: str) -> None:
    assert changed_schemas(change) == [said]


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None,
        lambda s: s["event"]["properties"]["medium"]["enum"].append("drum"),
        lambda s: s["event"]["properties"].update(mood={"anyOf": [{"type": "string"}, {"type": "null"}]}),
        lambda s: require(s["event"], "moods", {"type": "array"}),
        lambda s: s.update(place=s["actor"]),
    ],
)  # fmt: skip
def test_what_a_minor_version_may_do_breaks_nothing(change: Callable[[dict[str, Any]], Any]) -> None:
    assert changed_schemas(change) == []


def test_the_command_exits_by_what_it_is_asked_to_fail_on(releases: tuple[Path, Path]) -> None:
    old, new = map(str, releases)
    run = CliRunner().invoke
    assert run(command, [old, new]).exit_code == 0
    edit(releases[1], "events.jsonl", lambda r: r[0].update(medium="phone"))
    result = run(command, [old, new])
    assert result.exit_code == 1
    assert 'medium: "in_person" -> "phone"' in result.stdout
    assert run(command, [old, new, "--fail-on", "removed"]).exit_code == 0
    assert json.loads(run(command, [old, new, "--format", "json"]).stdout)["types"]["event"]["changed"]
    edit(releases[1], "mentions.jsonl", list.clear)
    assert run(command, [old, new, "--fail-on", "removed"]).exit_code == 1
    assert "... and 2 more" in run(command, [old, new, "--max", "2"]).stdout
