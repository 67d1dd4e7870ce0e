"""What one record says twice must agree."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ccdata.checks import article_key, check_content, order_key, read_line
from ccdata.checks.gates import gates, published
from ccdata.checks.links import bonds_of, references_of, type_of

PLAIN = Path(__file__).parent.parent / "examples" / "valid" / "plain"
Change = Callable[[dict[str, Any]], Any]
MANY = "9" * 5000
"""More digits than Python makes a number of."""


def anchor(record: dict[str, Any], field: str) -> None:
    record["anchors"][0]["field"] = field


def record_in(name: str, number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PLAIN / f"{name}.jsonl").read_bytes().splitlines()[number])
    return found


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("events", lambda r: r.update(date_edtf=None), ("date-inconsistent", "date_edtf")),
        ("events", lambda r: r.update(date_edtf="2031-01"), ("date-inconsistent", "date_edtf")),
        ("events", lambda r: r.update(date_edtf="2031-01-05?"), ("date-inconsistent", "date_edtf")),
        ("events", lambda r: r.update(date_precision="month"), ("date-inconsistent", "date_precision")),
        ("events", lambda r: r.update(id=r["id"][:-1] + "x"), ("id-mismatch", "id")),
        ("events", lambda r: r.update(id=r["id"] + "-2x"), ("id-mismatch", "id")),
        ("events", lambda r: r.update(id=f"{r['id']}-{MANY}"), ("id-mismatch", "id")),
        (
            "events",
            lambda r: r["related_dates"][0].update(date_edtf="2031-13"),
            ("date-inconsistent", "related_dates[0].date_edtf"),
        ),
        ("articles", lambda r: r.update(volume=34), ("id-mismatch", "id")),
        ("articles", lambda r: anchor(r, "citation"), ("field-mismatch", "anchors[0].field")),
        ("articles", lambda r: anchor(r, "authors.7.name"), ("field-mismatch", "anchors[0].field")),
        ("articles", lambda r: anchor(r, "authors.².name"), ("field-mismatch", "anchors[0].field")),
        ("articles", lambda r: anchor(r, f"authors.{MANY}.name"), ("field-mismatch", "anchors[0].field")),
        ("articles", lambda r: r["gaps"][0].update(field="authors"), ("field-mismatch", "gaps[0].field")),
        ("quotes", lambda r: r.update(article_id="cc-1-1-x"), ("id-mismatch", "id")),
        ("quotes", lambda r: r.update(text="other words"), ("id-mismatch", "id")),
        ("mentions", lambda r: r.update(article_id="cc-1-1-x"), ("id-mismatch", "article_id")),
        ("findings", lambda r: r.update(severity="error"), ("field-mismatch", "severity")),
        ("findings", lambda r: r.update(code="no-such-code", span=None), ("reference-broken", "code")),
    ],
)  # fmt: skip
def test_a_contradiction_is_named(name: str, change: Change, expected: tuple[str, str]) -> None:
    record = record_in(name)
    assert list(check_content(record, None)) == []
    change(record)
    assert [(fault.code, fault.path) for fault in check_content(record, None)] == [expected]


def test_a_second_of_its_kind_is_no_contradiction_and_asks_for_the_first() -> None:
    second = record_in("events", 4)
    assert second["id"].endswith("-2")
    assert list(check_content(second, None)) == []
    assert ("id", second["id"].removesuffix("-2")) in references_of(second)


def test_articles_are_ordered_by_number_not_by_letter() -> None:
    names = ["cc-9-3-a-b", "cc-10-1-a-b", "cc-10-1-b-a", "cc-10-2-a-b", "cc-2020-05-a-b", "doc-0123456789ab"]
    mixed = names[3:] + names[:3]
    assert sorted(mixed, key=article_key) == names
    assert article_key(None) < article_key("cc-1-1-a") < article_key(f"cc-{MANY}-1-a")


def test_a_repeat_of_too_many_digits_has_none_before_it() -> None:
    record = record_in("events")
    record["id"] += f"-{MANY}"
    assert "id" not in dict(references_of(record))


def test_records_are_ordered_by_span_then_id() -> None:
    first, second = record_in("events"), record_in("events", 1)
    assert order_key(first) < order_key(second)
    assert order_key(record_in("findings"))[:4] == order_key(first)[:4]


def test_bonds_are_told_by_both_ends() -> None:
    event, quote = record_in("events"), record_in("quotes", 2)
    (told,) = bonds_of(event)
    (answered,) = bonds_of(quote)
    assert told.ends == answered.ends
    assert told.left
    assert not answered.left


@pytest.mark.parametrize(
    ("record_id", "name"),
    [
        ("cc-1-1-a", "article"),
        ("cc-1-1-a:e:00000000", "event"),
        ("cc-1-1-a:q:00000000-2", "quote"),
        ("actor:cc-1-1-a:x", "actor"),
        ("release:f:00000000", "finding"),
    ],
)
def test_an_id_says_of_what_type_it_is(record_id: str, name: str) -> None:
    assert type_of(record_id) == name


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "line-not-json"),
        (b"\n", "line-not-json"),
        (b"[]\n", "line-not-json"),
        (b"{}\n", "schema-violated"),
        (b'{"record_type": 3}\n', "schema-violated"),
        (b'{"record_type":"event"\n', "line-not-json"),
        (b"\xff\n", "bytes-encoding"),
        (b"\xef\xbb\xbf{}\n", "bytes-encoding"),
        (b"{}\r\n", "bytes-encoding"),
        (b'"\\ud800"\n', "line-not-json"),
        (b"[" * 100_000 + b"\n", "line-not-json"),
        (b"NaN\n", "line-not-json"),
    ],
)
def test_a_line_that_is_no_record_is_a_finding_not_an_error(raw: bytes, code: str) -> None:
    _, sound, faults = read_line(raw, gates())
    assert not sound
    assert {fault.code for fault in faults} == {code}


def test_a_line_in_another_order_says_where_it_differs() -> None:
    record = record_in("mentions")
    swapped = dict(reversed(record.items()))
    line = json.dumps(swapped, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    _, _, (fault,) = read_line(line, gates())
    assert fault.code == "line-not-canonical"
    assert "character 2" in fault.message


def test_an_unknown_version_has_no_schemas() -> None:
    assert published("99.0") is None
    assert published("../1.0") is None
