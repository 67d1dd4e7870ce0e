"""`ccdata evaluate`: tables and misses for people, JSON for machines, a former run to compare with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gold_shard import FILES, GOLD, perfect

import ccdata.evaluate.evaluation as room
from ccdata.cli import run
from ccdata.records.shard import Shard


def without_cues(data: bytes, name: str) -> Shard:
    shard = perfect(data, name)
    quotes = tuple(quote.model_copy(update={"cue": None}) for quote in shard.quotes)
    return Shard(**{**{key: getattr(shard, key) for key in Shard.__slots__}, "quotes": quotes})


@pytest.fixture(autouse=True)
def parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_own_parser", lambda: perfect)


def test_tables_for_all_articles_and_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", str(GOLD)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "All 2 articles"
    assert [line for line in lines if line in {path.stem for path in FILES}] == [p.stem for p in FILES]
    assert sum(line.startswith("event.type ") for line in lines) == 3
    assert lines[-1] == "0 misses"


def test_json_is_a_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", str(FILES[0]), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["gold", "scores", "articles", "types", "misses"]
    assert {score["f1"] for score in found["scores"]} == {1.0}


def test_against_a_former_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["evaluate", str(GOLD), "--json"]) == 0
    former = tmp_path / "former.json"
    former.write_text(capsys.readouterr().out, encoding="utf-8")
    monkeypatch.setattr(room, "_own_parser", lambda: without_cues)
    assert run(["evaluate", str(GOLD), "--against", str(former), "--misses", "2"]) == 0
    text = capsys.readouterr().out
    assert sum(line.startswith("    expected") for line in text.splitlines()) == 2
    assert "quote.cue: F1 1.000 -> 0.000" in text
    assert run(["evaluate", str(GOLD), "--against", str(former), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    lost = found["against"]["lost"]
    assert {miss["field"] for miss in lost} == {"cue"}
    assert len(lost) == len(found["misses"]) > 90
    assert f"this change: +0, -{len(lost)}" in text
    assert f"{len(lost)} misses, the first 2:" in text


@pytest.mark.parametrize("arguments", [["nothing.jsonl"], [str(GOLD), "--against", str(FILES[0])]])
def test_what_cannot_be_run_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", *arguments]) == 2
    captured = capsys.readouterr()
    assert not captured.out
    assert "Traceback" not in captured.err
