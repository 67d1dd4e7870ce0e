"""However a file is cut, and on however many processes, the findings are the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ccdata.checks import lines as checks_lines
from ccdata.validate import Report, chunks, validate, walk
from ccdata.validate import ledger as ledger_module
from ccdata.validate.chunks import chunks_of, lines_of
from ccdata.validate.ledger import Book, Ledger, hash_of

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.mark.parametrize("size", [1, 7, 100, 1 << 20])
def test_chunks_are_whole_lines_and_all_of_the_file(tmp_path: Path, size: int) -> None:
    data = b"a\nbb\n\nccc\xe2\x80\xa8c\n" + b"d" * 300 + b"\nlast without line feed"
    (tmp_path / "x.jsonl").write_bytes(data)
    made = list(chunks_of(tmp_path / "x.jsonl", expected=None, first=0, size=size))
    lines = [line for chunk in made for line in lines_of(chunk)]
    assert lines == data.splitlines(keepends=True)
    assert [chunk.number for chunk in made] == list(range(len(made)))


def test_an_empty_file_has_no_chunks(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b"")
    assert list(chunks_of(tmp_path / "x.jsonl", expected=None, first=0)) == []


def spoiled(folder: Path) -> Path:
    """A release with several things wrong, some of them across lines."""
    shutil.copytree(EXAMPLES / "valid" / "plain", folder)
    path = folder / "mentions.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    first = json.loads(lines[0]) | {"actor_id": "actor:nobody"}
    swapped = [lines[1], json.dumps(first, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"]
    path.write_bytes(b"".join([*swapped, lines[3], lines[2], lines[2], b"{\n", lines[3]]))
    events = folder / "events.jsonl"
    events.write_bytes(b"".join(events.read_bytes().splitlines(keepends=True)[1:]))
    return folder


def told(report: Report) -> set[tuple[str, str | None, int | None, str]]:
    return {(fault.code, fault.file, fault.line, fault.path) for fault in report.findings}


@pytest.mark.parametrize("size", [1, 900, 5000])
def test_the_cut_changes_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    folder = spoiled(tmp_path / "release")
    whole = validate(folder, most=None, jobs=1)
    assert {"order-broken", "reference-broken", "id-duplicate", "line-not-json"} <= whole.counts.keys()
    cut = lambda path, *, expected, first: chunks_of(path, expected=expected, first=first, size=size)  # noqa: E731
    monkeypatch.setattr(walk, "chunks_of", cut)
    pieces = validate(folder, most=None, jobs=1)
    assert told(pieces) == told(whole)
    assert pieces.counts == whole.counts


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    folder = spoiled(tmp_path / "release")
    assert told(validate(folder, jobs=2)) == told(validate(folder, jobs=1))


def test_small_files_start_no_processes() -> None:
    assert chunks.jobs_for(1000, None) == 1
    assert chunks.jobs_for(1000, 3) == 3


def test_a_line_without_end_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks_lines, "LONGEST_LINE", 10_000)
    monkeypatch.setattr(chunks, "LONGEST_LINE", 10_000)
    lines = (EXAMPLES / "valid" / "plain" / "events.jsonl").read_bytes().splitlines(keepends=True)
    long = lines[1].replace(b'"text":"', '"text":"é'.encode() + "é".encode() * 20_000)
    (tmp_path / "events.jsonl").write_bytes(b"".join([lines[0], long, b"{\n", *lines[2:]]))
    found = validate(tmp_path / "events.jsonl", select=["line-not-json", "bytes-encoding"]).findings
    assert [(fault.code, fault.line) for fault in found] == [("line-not-json", 2), ("line-not-json", 3)]
    assert "has more than" in found[0].message
    assert "has more than" not in found[1].message


def test_a_first_entry_that_is_gone_is_missed() -> None:
    report = validate(EXAMPLES / "valid" / "plain")
    assert report.ok


def test_a_missing_first_event_is_said(tmp_path: Path) -> None:
    report = validate(spoiled(tmp_path / "release"), most=None)
    assert ("order-broken", 1, "ordinal") in {(f.code, f.line, f.path) for f in report.findings}


def test_the_ledger_settles_on_disk_as_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "_IN_MEMORY", 10)
    ledger = Ledger()
    book = Book(0)
    for number in range(2000):
        book.enter_id(f"cc-1-1-a:e:{number:08x}", number)
    ledger.add(book.entries())
    book = Book(1)
    book.enter_id("cc-1-1-a:e:00000005", 1)
    ledger.add(book.entries())
    found = list(ledger.settle(("event",)))
    ledger.close()
    assert [(loose.code, loose.chunk, loose.target) for loose in found] == [
        ("id-duplicate", 1, hash_of("cc-1-1-a:e:00000005"))
    ]
