"""The codebook: closed lists agree, defects are repaired, the published schema is the data."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from ccdata.authority.plover import load_plover
from ccdata.authority.plover_schema import plover_schema, plover_schema_text
from ccdata.authority.triggers import load_triggers

_ROOT = Path(__file__).parents[2]


def test_sixteen_types_and_thirty_seven_contexts() -> None:
    book = load_plover()
    assert (len(book.types), len(book.contexts)) == (16, 37)
    assert sum(len(kind.modes) for kind in book.types.values()) == 67


def test_defects_are_repaired() -> None:
    book = load_plover()
    assert book.types["SANCTION"].quad == 4
    assert book.types["ACCUSE"].score == -3
    assert book.types["PROTEST"].magnitude("vandalize") == -5
    assert {name for name, kind in book.types.items() if kind.recipient_required} == {
        "COOPERATE",
        "AID",
        "SANCTION",
    }
    assert len(book.defects) >= 12


def test_quad_code_and_sign_of_the_score_agree() -> None:
    for kind in load_plover().types.values():
        assert kind.score * (1 if kind.quad <= 2 else -1) >= 0, kind.name


def test_crosswalk_reaches_every_type() -> None:
    book = load_plover()
    assert {name for names in book.cameo_roots.values() for name in names} == set(book.types)
    assert len(book.cameo_roots) == 20


def test_scores_are_attributed() -> None:
    book = load_plover()
    assert book.score_license == "CC BY-SA 4.0"
    assert "PLOVER" in book.score_attribution


def test_rules_name_types_and_modes_of_the_codebook() -> None:
    book = load_plover()
    for rule in load_triggers().all_rules:
        assert rule.cc is None or rule.cc in book.cc_types, rule.id
        assert rule.type is None or rule.type in book.types, rule.id
        assert rule.mode is None or rule.mode in book.types[rule.type or ""].modes, rule.id


def test_rule_ids_are_unique() -> None:
    ids = [rule.id for rule in load_triggers().all_rules]
    assert len(ids) == len(set(ids))


def test_committed_schema_is_the_generated_one() -> None:
    assert (_ROOT / "schemas/plover/event.json").read_text("utf-8") == plover_schema_text()


def test_schema_is_a_schema_and_ties_modes_to_types() -> None:
    schema = plover_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    record = {"id": "a", "date": "2006-03-14", "actor": ["JPN"], "event": ["CONSULT"], "mode": ["phone"]}
    jsonschema.validate(record, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**record, "mode": ["arrest"]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**record, "context": ["kittens"]}, schema)
    assert json.loads(plover_schema_text()) == schema
