"""Promise 1, from outside: whatever is harmed, nothing but an error of ours escapes, and nothing hangs.

The corpus is played again, then some hundreds of harmed seeds, the same ones every time. `make fuzz` goes on.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from mutation import variants  # the folder is no package
from run import harm, keep
from targets import CORPUS, TARGETS, Target
from watch import watched

SLOWEST = 10
MANY = {"text": 60, "html": 30, "clean": 30, "pdf": 8, "document": 12, "parse-text": 6, "parse-html": 3}
USUAL = 12
"""How many harmed seeds the fast wing tries; parsing a whole article takes longest."""


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_an_error_of_ours_escapes(name: str) -> None:
    target = TARGETS[name]
    seeds = target.seeds()
    assert seeds
    for data in [*seeds, *variants(seeds, target.mutate, MANY.get(name, USUAL))]:
        watched(target.knock, data, seconds=SLOWEST)


def test_the_same_seed_does_the_same_harm() -> None:
    for target in (TARGETS["text"], TARGETS["validate-lines"], TARGETS["load-csv"]):
        first, second = (variants(target.seeds(), target.mutate, 5, seed=3) for _ in range(2))
        assert first == second


def test_every_folder_of_the_corpus_is_played() -> None:
    assert {path.name for path in CORPUS.iterdir()} <= {target.corpus for target in TARGETS.values()}


def endless(_data: bytes) -> None:
    while True:
        pass


def broken(_data: bytes) -> None:
    raise ValueError("not one of ours")


@pytest.mark.parametrize("run", [endless, broken])
def test_what_hangs_or_escapes_is_found_and_kept(
    run: Callable[[bytes], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys.modules[keep.__module__], "HERE", tmp_path)
    monkeypatch.setattr(sys.modules[keep.__module__], "SLOWEST", 0.05)
    target = Target(name="x", run=run, mutate=TARGETS["text"].mutate, corpus="x", made=lambda: [b"abc"])
    begin = time.monotonic()
    assert not harm(target, 20, Random(1))  # noqa: S311 (no secret)
    assert time.monotonic() - begin < SLOWEST
    assert len(list((tmp_path / "corpus" / "x").iterdir())) == 1
    assert "kept as" in capsys.readouterr().out
