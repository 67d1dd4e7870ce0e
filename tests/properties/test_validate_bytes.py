"""Promise 1, for the validator: whatever a file holds, there is a report, and it is never called whole."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ccdata.validate import Report, validate

PLAIN = Path(__file__).parent.parent / "examples" / "valid" / "plain"
LINES = [
    line for path in sorted(PLAIN.glob("*.jsonl")) for line in path.read_bytes().splitlines(keepends=True)
]
ODD = st.sampled_from(
    [
        b"",
        b"\n",
        b"{}",
        b"null",
        b"\xff",
        b"\x00",
        b'{"record_type":"event"}\n',
        b'{"id":[1]}\n',
        b"1e999\n",
        b'"\\ud800"',
    ]
)


def report_on(data: bytes) -> Report:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "all.jsonl"
        path.write_bytes(data)
        return validate(path, texts=PLAIN / "texts")


@given(st.binary(max_size=200) | st.lists(ODD | st.sampled_from(LINES), max_size=6).map(b"".join))
def test_any_bytes_give_a_report_on_every_line(data: bytes) -> None:
    report = report_on(data)
    lines = data.count(b"\n") + (not data.endswith(b"\n") and data != b"")
    assert sum(report.records.values()) == lines


@settings(max_examples=80)
@given(st.sampled_from(LINES), st.data())
def test_a_byte_changed_in_a_line_is_never_a_crash(line: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(line) - 1))
    new = data.draw(st.binary(max_size=3))
    report = report_on(line[:place] + new + line[place + 1 :])
    assert isinstance(report.ok, bool)
    assert all(fault.file and fault.line for fault in report.findings)


@settings(max_examples=40)
@given(st.sampled_from(LINES), st.data())
def test_a_line_that_is_cut_is_never_whole(line: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(line) - 1))
    assert not report_on(line[:place]).ok
    assert not report_on(line[:place] + b"\n").ok or place == len(line) - 1
