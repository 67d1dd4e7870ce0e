"""The command line as a user meets it: exit codes, clear words, data on stdout and noise on stderr."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ccdata.cli import VERBS, run

SEEDS = Path(__file__).parent.parent.parent / "seeds"
ONE = SEEDS / "003_5a8d455800fa78d8.txt"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([verb, "--help"]) == 0
    assert f"ccdata {verb}" in capsys.readouterr().out.replace("Usage:", "").partition("\n")[2]


def test_help_lists_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(verb in out for verb in VERBS)


def test_parse_prints_records_and_nothing_else(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["parse", str(ONE)]) == 0
    captured = capfdbinary.readouterr()
    records = [json.loads(line) for line in captured.out.splitlines()]
    assert sum(record["record_type"] == "event" for record in records) == 31
    assert captured.err == b""


def test_parse_reads_standard_input() -> None:
    command = [sys.executable, "-m", "ccdata", "parse", "-"]
    made = subprocess.run(command, input=ONE.read_bytes(), capture_output=True, check=True)
    assert made.stdout.count(b'{"record_type":"event"') == 31


def test_build_then_validate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert run(["build", str(SEEDS), "-o", str(out)]) == 0
    assert run(["validate", str(out)]) == 0
    capsys.readouterr()


def test_a_shifted_span_is_found_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    run(["build", str(SEEDS), "-o", str(out), "--format", "jsonl"])
    file = out / "events.jsonl"
    lines = file.read_text("utf-8").split("\n")
    record = json.loads(lines[6])
    record["span"]["start"] += 1
    record["span"]["end"] += 1
    lines[6] = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    file.write_text("\n".join(lines), "utf-8", newline="")
    capsys.readouterr()
    assert run(["validate", str(out), "--select", "span-mismatch"]) == 1
    report = capsys.readouterr().out
    assert "events.jsonl:7" in report
    assert "span" in report


def test_build_with_a_bad_source_is_written_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ONE, tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "out")]) == 1
    assert "b.txt: this is a PNG picture" in capsys.readouterr().err
    assert (tmp_path / "out" / "events.jsonl").stat().st_size > 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "the source is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00", "a PNG picture"),
    ],
)
def test_nothing_to_read_writes_nothing(
    tmp_path: Path, name: str, data: bytes, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert run(["build", str(tmp_path / name), "-o", str(tmp_path / "out")]) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_somebodys_files_are_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    assert run(["build", str(SEEDS), "-o", str(tmp_path)]) == 2
    assert "thesis.doc" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_folder_without_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "out")]) == 2
    assert "no source in this folder" in capsys.readouterr().err


def test_an_unknown_verb_and_an_unknown_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bild"]) == 2
    assert run(["build", "--frmat", "x"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_windows_1252_is_read_and_said_to_be_a_guess(tmp_path: Path) -> None:
    text = ONE.read_text("utf-8").replace("—", "-")
    (tmp_path / "old.txt").write_bytes(text.encode("windows-1252", "ignore"))
    out = tmp_path / "out"
    assert run(["build", str(tmp_path / "old.txt"), "-o", str(out)]) == 0
    assert "encoding-guessed" in (out / "findings.jsonl").read_text("utf-8")


def test_show_lights_up_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    run(["build", str(ONE), "-o", str(out), "--format", "jsonl"])
    event = json.loads((out / "events.jsonl").read_text("utf-8").split("\n")[0])
    capsys.readouterr()
    assert run(["show", event["id"], str(out)]) == 0
    assert event["date_text"] in capsys.readouterr().out


def test_export_writes_another_format(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(["build", str(ONE), "-o", str(out), "--format", "jsonl"])
    assert run(["export", str(out), "--format", "csv", "-o", str(tmp_path / "csv")]) == 0
    assert (tmp_path / "csv" / "csv" / "events.csv").read_text("utf-8").count("\n") >= 31


def test_export_for_a_spreadsheet_and_of_the_packaged_release(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--excel", "-o", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "excel" / "events.csv").read_bytes().startswith(b"\xef\xbb\xbfrecord_type,")
    assert run(["export", "-o", str(tmp_path / "none")]) == 2
    assert "--excel" in capsys.readouterr().err


def test_a_pipe_that_closes_early_is_no_error() -> None:
    command = f"{sys.executable} -m ccdata parse {SEEDS} | head -c 100"
    made = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert made.stderr == ""
