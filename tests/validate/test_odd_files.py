"""What a folder can hold beside good records: what others wait for, fall over, or print unreadably."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import ccdata
from ccdata.errors import ReleaseError, UsageError
from ccdata.reports import REPORTERS
from ccdata.validate import Report, validate

RELEASE = Path(__file__).parent.parent / "examples" / "valid" / "whole"
Change = Callable[[Path], object]


def changed(tmp_path: Path, change: Change) -> Path:
    folder = tmp_path / "release"
    shutil.copytree(RELEASE, folder)
    change(folder)
    return folder


def in_place(path: Path, make: Callable[[Path], object]) -> None:
    path.unlink()
    make(path)


def first_text(folder: Path) -> Path:
    return min((folder / "texts").glob("cc-*.txt"))


def said_of(report: Report, name: str) -> set[str]:
    return {fault.code for fault in report.findings if fault.file and Path(fault.file).name == name}


@pytest.mark.usefixtures("no_hang")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to(path)])
def test_what_is_no_file_stands_for_nothing_and_is_not_waited_for(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    folder = changed(tmp_path, lambda r: in_place(r / "events.jsonl", make))
    assert said_of(validate(folder), "events.jsonl") == {"manifest-mismatch", "release-broken"}
    with pytest.raises(ReleaseError, match=r"events\.jsonl"):
        ccdata.load(folder, format="jsonl")


@pytest.mark.usefixtures("no_hang")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to(path)])
def test_a_text_that_is_no_file_is_missing(tmp_path: Path, make: Callable[[Path], object]) -> None:
    folder = changed(tmp_path, lambda r: in_place(first_text(r), make))
    assert said_of(validate(folder), first_text(RELEASE).name) == {"manifest-mismatch", "release-broken"}


def test_a_file_name_of_any_bytes_can_be_reported(tmp_path: Path) -> None:
    folder = changed(tmp_path, lambda release: release)
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/odd-\xff.txt")).touch()
    except OSError:
        pytest.skip("this file system has no such names")
    report = validate(folder)
    for form, write in REPORTERS.items():
        assert "odd-" in write(report).encode("utf-8").decode(), form


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("release.json", '{"name": "ccdata-release", "texts": 1e999}'),
        ("release.json", "[" * 100_000),
        ("datapackage.json", "[" * 100_000),
        ("datapackage.json", '{"resources": [{"path": 5}]}'),
        ("datapackage.json", '{"resources": [{"path": "\\ud800", "hash": "\\udc00"}]}'),
        ("datapackage.json", '{"resources": [7]}'),
    ],
)
def test_a_description_of_any_kind_is_a_finding(tmp_path: Path, name: str, content: str) -> None:
    folder = changed(tmp_path, lambda r: (r / name).write_text(content))
    report = validate(folder)
    assert said_of(report, name) & {"release-broken", "manifest-mismatch"}
    assert all(write(report).encode("utf-8") for write in REPORTERS.values())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("x = " + "[" * 100_000, "recursion"),
        ('[[assert]]\nrecords = "events"', "assert"),
        ("[[assertion]]", "records"),
    ],
)
def test_assertions_of_another_kind_are_refused(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "assertions.toml"
    file.write_text(content)
    with pytest.raises(UsageError, match=rf"assertions\.toml: not a file of assertions: (?s:.*){said}"):
        validate(RELEASE, assertions=file)


@pytest.mark.parametrize(
    ("written", "code", "value"), [("NaN", "line-not-json", None), ("1e999", "schema-violated", "Infinity")]
)
def test_a_number_that_json_does_not_know_is_written_as_a_text(
    tmp_path: Path, written: str, code: str, value: str | None
) -> None:
    line = (RELEASE / "events.jsonl").read_bytes().splitlines(keepends=True)[0]
    file = tmp_path / "events.jsonl"
    file.write_bytes(re.sub(rb'"magnitude":[^,]+', b'"magnitude":' + written.encode(), line))

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    made = json.loads(REPORTERS["json"](validate(file)), parse_constant=refuse)
    (finding,) = [each for each in made["findings"] if each["code"] == code]
    assert value in {None, finding["value"]}
