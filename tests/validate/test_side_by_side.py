"""Two streams side by side; a release against its sources, read again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ccdata.engine.building import build
from ccdata.validate import validate
from ccdata.validate.comparison import differing_fields, side_by_side

TEXT = Path(__file__).parent.parent / "examples" / "valid" / "plain" / "texts" / "cc-33-1-australia-japan.txt"


def actor(number: int, name: str = "x") -> dict[str, Any]:
    return {"record_type": "actor", "id": f"actor:{number:03d}", "name": name}


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_records_meet_their_likes_and_others_stand_alone(left: set[int], right: set[int]) -> None:
    pairs = list(side_by_side(map(actor, sorted(left)), map(actor, sorted(right))))
    met = [a["id"] for a, b in pairs if a is not None and b is not None and a == b]
    assert met == [actor(number)["id"] for number in sorted(left & right)]
    assert [a["id"] for a, b in pairs if b is None and a] == [actor(n)["id"] for n in sorted(left - right)]
    assert [b["id"] for a, b in pairs if a is None and b] == [actor(n)["id"] for n in sorted(right - left)]


def test_records_without_a_place_meet_where_they_stand() -> None:
    broken: list[dict[str, Any]] = [{"id": 1}, {"id": "b"}]
    assert list(side_by_side(iter(broken), iter([actor(1), actor(2)]))) == [
        (broken[0], actor(1)),
        (broken[1], actor(2)),
    ]


def test_a_field_only_one_record_has_differs() -> None:
    found = list(differing_fields({"a": [{"b": 1}], "c": 2}, {"a": [{"b": 3}]}))
    assert found == [(("a", 0, "b"), 1, 3), (("c",), 2, None)]


def test_a_release_is_compared_with_its_sources_read_again(tmp_path: Path) -> None:
    build([TEXT], tmp_path / "release", formats=["jsonl"])
    report = validate(tmp_path / "release", sources=TEXT)
    assert "reparse-differs" not in report.counts
    assert any("read again" in line for line in report.checked)
    path = tmp_path / "release" / "events.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    event = json.loads(lines[1])
    event["links"], event["status"] = [], "future" if event["status"] != "future" else "asserted"
    changed = json.dumps(event, ensure_ascii=False, separators=(",", ":")) + "\n"
    path.write_text("".join([lines[0], changed, *lines[2:]]), "utf-8", newline="\n")
    found = [f for f in validate(tmp_path / "release", sources=TEXT).findings if f.code == "reparse-differs"]
    assert [(f.line, f.path, f.value) for f in found] == [(2, "status", event["status"])]
    path.write_text("".join(lines[1:]), "utf-8", newline="\n")
    gone = [f for f in validate(tmp_path / "release", sources=TEXT).findings if f.code == "reparse-differs"]
    assert [f.message for f in gone] == ["the release has no such record"]
