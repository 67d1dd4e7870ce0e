"""The measure on generated articles: pages in turn, the same twice, counts that follow the parser."""

from __future__ import annotations

import json

import pytest

import ccdata.testing.measure as room
from ccdata.errors import UnreadableSource
from ccdata.records.shard import Shard
from ccdata.testing import Score, Verdict

LAYOUTS = ["markdown:plain", "text:flattened"]


def test_pages_take_the_layouts_in_turn_and_are_the_same_twice() -> None:
    once = list(room.pages(4, seed=3, layouts=LAYOUTS))
    assert [layout for layout, _ in once] == LAYOUTS * 2
    again = room.pages(4, seed=3, layouts=LAYOUTS)
    assert [page.data for _, page in once] == [page.data for _, page in again]
    assert len({page.data for _, page in once}) == 4


def test_every_available_layout_renders() -> None:
    text = [name for name in room.available_layouts() if not name.startswith("pdf")]
    rendered = dict(room.pages(len(text), seed=1, layouts=text))
    assert set(rendered) == set(text)
    assert all(page.data for page in rendered.values())


def refuse(_data: bytes, name: str) -> Shard:
    raise UnreadableSource(name, "no")


def test_what_cannot_be_read_is_said() -> None:
    score = room.measure(2, layouts=LAYOUTS, parse=refuse)
    assert [(row.field, row.expected, row.right) for row in score.rows("field")] == [("readable", 2, 0)]


def verdict(field: str, phenomenon: str, *, right: bool) -> tuple[str, Verdict]:
    return "markdown:plain", Verdict(
        field=field, phenomenon=phenomenon, right=right, expected="this", found="that"
    )


SCORE = Score(
    verdicts=(
        verdict("speakers", "pronoun", right=False),
        verdict("speakers", "plain", right=True),
        verdict("date", "range", right=True),
    )
)


def test_tables_put_the_worst_first() -> None:
    lines = list(room.tables(SCORE, misses=5))
    rows = lines[lines.index(next(line for line in lines if line.startswith("phenomenon"))) + 1 :]
    assert rows[0].split() == ["speakers", "pronoun", "1", "0", "0", "0.000"]
    assert lines[-3:] == ["markdown:plain speakers (pronoun)", "    expected 'this'", "    found    'that'"]


def test_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(room, "measure", lambda *_args, **_options: SCORE)
    assert room.main(["3", "--field", "date", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "layout": "markdown:plain", "field": "date", "phenomenon": "range",
            "expected": 1, "right": 1, "spurious": 0,
        }
    ]  # fmt: skip
    assert room.main(["3", "--seed", "2"]) == 0
    assert "speakers" in capsys.readouterr().out
