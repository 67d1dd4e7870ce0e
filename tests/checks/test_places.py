"""What stands at a span, and which text a span gives."""

from __future__ import annotations

from typing import Any

import pytest

from ccdata.checks import Canonical
from ccdata.checks.deriving import derives, gives
from ccdata.checks.places import check_containment, check_places, spans_of
from ccdata.records.derivation import ANCHORED, CONTAINED, DERIVATIONS, Derivation
from ccdata.records.models import RECORD_TYPES
from ccdata.records.schema import schemas

TEXT = '- **May 7, 2031:** Ren Ito <u>meets</u> Joan  Doe &amp; others.\n\nHe said "第 一" and left.\n'


def span_at(exact: str) -> dict[str, Any]:
    start = TEXT.index(exact)
    return {"start": start, "end": start + len(exact), "exact": exact}


@pytest.mark.parametrize(
    ("rule", "exact", "text", "holds"),
    [
        ("slice", "<u>meets</u> Joan  Doe &amp;", "meets Joan Doe &", True),
        ("slice", "<u>meets</u>", "<u>meets</u>", False),
        ("slice", "Ren Ito", "Ren", False),
        ("body", ":** Ren Ito <u>meets</u>", "Ren Ito meets", True),
        ("body", ":** Ren Ito <u>meets</u>", "Ito meets", False),
        ("body", "** Ren Ito", ": Ren Ito", False),
        ("inside", "Ren Ito <u>meets</u> Joan", "Ito meets", True),
        ("inside", "Ren Ito", "Joan", False),
        ("letters", "May 7, 2031", "MAY 7 2031", True),
        ("letters", "May 7, 2031", "May 7, 2032", False),
        ("native", "第 一", "第一", True),
        ("native", "第 一", "第二", False),
    ],
)
def test_each_rule_of_derivation(rule: Any, exact: str, text: str, holds: bool) -> None:
    span = span_at(exact)
    assert derives(rule, text, span["start"], span["end"], Canonical(TEXT)) is holds


def mention(exact: str, text: str, **span: int) -> dict[str, Any]:
    return {
        "record_type": "mention", "id": "x", "article_id": "a", "actor_id": None, "text": text,
        "span": span_at(exact) | span, "role_title": None, "role_span": None, "method": "alias",
    }  # fmt: skip


def test_a_span_that_quotes_something_else_is_named_with_what_stands_there() -> None:
    (fault,) = check_places(mention("Ren Ito", "Ren Ito", start=20, end=27), Canonical(TEXT))
    assert (fault.code, fault.path, fault.value) == ("span-mismatch", "span", "Ren Ito")
    assert '"en Ito "' in fault.message


def test_a_span_behind_the_text_is_outside() -> None:
    (fault,) = check_places(mention("Ren Ito", "Ren Ito", start=1000, end=1007), Canonical(TEXT))
    assert fault.code == "span-outside"


def test_a_text_without_its_span_is_a_fault() -> None:
    record = mention("Ren Ito", "Ren Ito") | {"role_title": "Minister"}
    (fault,) = check_places(record, Canonical(TEXT))
    assert (fault.code, fault.path) == ("text-mismatch", "role_title")


@pytest.mark.parametrize(
    ("credit", "span", "good"),
    [
        (None, "Joan  Doe", True),
        ("Doe", "Joan  Doe", True),
        ("Ito", "Joan  Doe", False),
        ("Doe", None, False),
    ],
)
def test_a_caption_need_not_name_a_credit(credit: str | None, span: str | None, good: bool) -> None:
    rule = Derivation("figures", "credit", "span", "inside")
    shape = {"credit": credit, "span": span_at(span) if span else None}
    assert gives(shape, rule, Canonical(TEXT)) is good


def test_a_span_outside_its_record_is_named() -> None:
    inner = span_at("He said")
    record = {"record_type": "event", "span": span_at("Ren Ito"), "actors": [{"span": inner}], "basis": None}
    record |= dict.fromkeys(("date_span", "location"), None) | {
        "related_dates": [],
        "happenings": [],
        "links": [],
    }
    (fault,) = check_containment(record)
    assert (fault.code, fault.path) == ("span-outside", "actors[0].span")


def test_every_row_of_the_tables_names_fields_that_exist() -> None:
    made = schemas()
    for name, derivations in DERIVATIONS.items():
        shapes = made[name].get("$defs", {})
        for each in derivations:
            fields = made[name]["properties"]
            if each.within:
                fields = shapes[_shape(fields[each.within])]["properties"]
            assert {each.text, each.span} <= fields.keys()
    assert set(DERIVATIONS) == set(RECORD_TYPES)
    assert {path.split(".")[0] for path in ANCHORED} <= made["article"]["properties"].keys()
    assert {path.split(".")[0] for path in CONTAINED["event"]} <= made["event"]["properties"].keys()


def _shape(schema: dict[str, Any]) -> str:
    branches = schema.get("anyOf", [schema])
    found = next(branch for branch in branches if branch.get("type") != "null")
    return str(found.get("items", found)["$ref"]).rpartition("/")[2]


def test_spans_are_found_wherever_they_stand() -> None:
    found = dict(spans_of({"a": [{"span": {"exact": "x"}}], "b": {"c": {"exact": "y"}}, "d": None, "e": []}))
    assert found == {("a", 0, "span"): {"exact": "x"}, ("b", "c"): {"exact": "y"}}
