"""Promise 6: on canonical lines schema and models accept the same; what only models know is named."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ccdata.checks import gates
from ccdata.records.models import MODEL_ONLY_RULES, RECORD_TYPES
from ccdata.records.schema import schemas
from ccdata.testing.records import records

ANY_RECORD = st.one_of([records(model) for model in RECORD_TYPES.values()])
ODD_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from([10**12, 2**70, 0.5, -11.5]),
    st.sampled_from(
        ["", "x", "\n", "2021-02-29", "2021-02-28", "2021-02-28\n", "2021-13", "٢٠٢١-٠١-٠١", "٢٠٢١-٠١"]
    ),
    st.sampled_from(
        ["CHN", "CHN\n", "chn", "cc-1-1-a", "cc-1-1-a\n", "actor:a", "actor:A", "cc-٣-1-a", "2021~"]
    ),
    st.sampled_from(["day", "person", "note", "asserted", "event"]),
    st.lists(st.sampled_from(["CHN", "", 1]), max_size=2),
    st.just({}),
    st.sampled_from([{"start": 0, "end": 1, "exact": "x"}, {"start": 0, "end": 9, "exact": "x"}]),
)
MODEL_ERRORS = {"value_error", "date_from_datetime_parsing", "date_parsing", "date_from_datetime_inexact"}
"""How pydantic names a breach of the rules in MODEL_ONLY_RULES: validators of ours, and days."""


@given(ANY_RECORD)
def test_what_a_model_writes_every_layer_accepts(record: Any) -> None:
    instance = json.loads(record.to_json())
    gate = gates()[record.TYPE]
    assert gate.passes(instance)
    assert gate.holds(instance)
    assert list(gate.faults(instance)) == []


@given(ANY_RECORD, st.data())
def test_both_validators_and_the_model_judge_alike(record: Any, data: st.DataObject) -> None:
    instance = json.loads(record.to_json())
    mutate(instance, data)
    name = record.TYPE
    gate = gates()[name]
    assert gate.passes(instance) == gate.holds(instance)
    errors = model_errors(name, instance)
    if gate.passes(instance):
        assert errors <= MODEL_ERRORS, (errors, instance)
    else:
        assert errors, instance
        assert list(gate.faults(instance))


def test_the_rules_of_models_are_named_in_the_schemas() -> None:
    assert all(schema["x-model-rules"] == MODEL_ONLY_RULES for schema in schemas().values())


def model_errors(name: str, instance: Any) -> set[str]:
    """Return the kinds of errors that the model finds in a canonical line."""
    line = json.dumps(instance, ensure_ascii=False, separators=(",", ":"))
    try:
        RECORD_TYPES[name].model_validate_json(line, strict=True)
    except ValidationError as error:
        return {each["type"] for each in error.errors()}
    return set()


def mutate(instance: Any, data: st.DataObject) -> None:
    """Change one place: another value, a key away, a key more."""
    places = list(containers(instance))
    node = data.draw(st.sampled_from(places))
    keys = list(node) if isinstance(node, dict) else list(range(len(node)))
    what = data.draw(st.sampled_from(["replace", "remove", "add", "copy"]))
    if what == "add" or not keys:
        extra = data.draw(ODD_VALUES)
        node.update(extra_key=extra) if isinstance(node, dict) else node.append(extra)
        return
    key = data.draw(st.sampled_from(keys))
    if what == "remove":
        del node[key]
    elif what == "replace":
        node[key] = data.draw(ODD_VALUES)
    else:
        node[key] = copy.deepcopy(node[data.draw(st.sampled_from(keys))])


def containers(node: Any) -> Iterator[Any]:
    """Yield every object and list of a record."""
    if isinstance(node, dict | list):
        yield node
        for value in node.values() if isinstance(node, dict) else node:
            yield from containers(value)
