"""Agreement of two readers: kappa as Cohen defined it, figures over the committed readings, the page."""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path
from types import ModuleType

import pytest
from gold_shard import FILES, SECOND

from ccdata.errors import UsageError
from ccdata.evaluate import Figure, agreement, agreement_of, kappa, load_gold

DOCS = Path(__file__).parents[2] / "docs"


def figures() -> dict[str, Figure]:
    pairs = [(load_gold(one), load_gold(two)) for one, two in zip(FILES, SECOND, strict=True)]
    return {figure.name: figure for figure in agreement_of(pairs)}


def test_kappa_takes_chance_out() -> None:
    # Cohen's table: 20 + 15 of 50 agree, chance 0.5
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert math.isclose(kappa(pairs), 0.4)
    assert kappa([("y", "y")] * 3) == 1
    assert kappa([("y", "n"), ("n", "y")]) == -1


def test_a_reading_agrees_with_itself() -> None:
    for path in SECOND:
        assert {figure.observed for figure in agreement(path, path)} == {1.0}


def test_both_readings_agree_well_but_not_wholly() -> None:
    found = figures()
    assert found["quote span"].count >= 60
    assert found["event type"].count >= 24
    for name in ("quote kind", "event type", "medium", "roles", "attribution"):
        figure = found[name]
        assert figure.kappa is not None
        assert 0.7 < figure.kappa < 1
    assert found["speakers"].observed > 0.9
    assert found["quote date"].observed < 0.9


def test_readings_of_different_texts_are_not_compared() -> None:
    with pytest.raises(UsageError, match="another text"):
        agreement(FILES[0], SECOND[1])


def page_maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy_tables", DOCS / "accuracy_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_shows_the_agreement_measured() -> None:
    page = (DOCS / "accuracy.md").read_text(encoding="utf-8")
    maker = page_maker()
    assert maker.put(page, "agreement", maker.agreement_table()) == page
