"""Strategies of arbitrary valid records, made from the models themselves: whatever a release may hold.

records(Event)        any event that the model accepts, nasty strings and all
releases()            records of every type, ids unique, in order
"""

from __future__ import annotations

import datetime as dt
import types
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ccdata.link import id_of
from ccdata.records import RECORD_TYPES, Article, Event, Record, Redirect, Shape, Span

R = TypeVar("R", bound=Record)

_NASTY = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "\ttab", "\rreturn", "a\r\nb", "a\nb", "\n", " ", ",", ";"),
    *(
        '"',
        '""',
        'a "b", c',
        "\u2028",
        "\u2029",
        "\x85",
        "\ufeff",
        "\x1c",
        "\x0b",
        "a\x1fb",
        "\\N",
        "\\",
        "#",
    ),
    *("null", "NULL", "true", "0", "1e5", "NaN", "é", "e\u0301", "普京", "Шойгу", "\U0001f600", "\u202e"),
)
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
_MOST = 2**53
_LISTS = 3


def texts() -> SearchStrategy[str]:
    """Return strings as records may hold them: not empty, no NUL, no lone surrogates."""
    return st.sampled_from(_NASTY) | st.text(_CHARACTERS, min_size=1, max_size=12)


def spans() -> SearchStrategy[Span]:
    """Return spans of any place and characters."""
    return st.builds(
        lambda start, exact: Span(start=start, end=start + len(exact), exact=exact),
        st.integers(min_value=0, max_value=_MOST),
        texts(),
    )


@cache
def records(model: type[R]) -> SearchStrategy[R]:
    """Return any valid record of a type."""
    return _facts(model).map(_settled(model))


def releases(most: int = 3) -> SearchStrategy[list[Record]]:
    """Return records of every type, each id once in its type, up to `most` of each."""
    tables = [st.lists(records(model), max_size=most, unique_by=id_of) for model in RECORD_TYPES.values()]
    return st.tuples(*tables).map(lambda found: [record for table in found for record in table])


@cache
def _facts(model: type[Shape]) -> SearchStrategy[dict[str, Any]]:
    hints = get_type_hints(model, include_extras=True)
    return st.fixed_dictionaries({name: _values(hints[name]) for name in model.model_fields})


def _values(annotation: Any) -> SearchStrategy[Any]:
    """Return values of an annotation, as the model takes them."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _constrained(parts[0], parts[1:])
    if origin in {Union, types.UnionType}:
        return st.one_of(*map(_values, parts))
    if origin is tuple:
        return st.lists(_values(parts[0]), max_size=_LISTS).map(tuple)
    return st.sampled_from(parts) if origin is Literal else _plain(annotation)


def _plain(annotation: type) -> SearchStrategy[Any]:
    """Return values of a class."""
    if annotation is Span:
        return spans()
    if issubclass(annotation, Shape):
        return _facts(annotation).map(annotation.model_validate)
    return {types.NoneType: st.none(), bool: st.booleans(), dt.date: st.dates()}[annotation]


def _constrained(kind: Any, constraints: tuple[Any, ...]) -> SearchStrategy[Any]:
    """Return values within the constraints of an annotated scalar."""
    facts = {name: value for part in constraints for name, value in _constraint(part)}
    if kind is dt.date:
        return st.dates()
    if "pattern" in facts:
        return _matching(facts["pattern"])
    if kind is str:
        return texts()
    least, most = facts.get("ge"), facts.get("le")
    if kind is int:
        return st.integers(min_value=least, max_value=_MOST if most is None else most)
    return st.floats(min_value=least, max_value=most, allow_nan=False)


def _constraint(part: Any) -> list[tuple[str, Any]]:
    """Return what one piece of metadata demands."""
    pieces = [part, *getattr(part, "metadata", ())]
    names = ("pattern", "ge", "le")
    return [
        (name, value) for one in pieces for name in names if (value := getattr(one, name, None)) is not None
    ]


@cache
def _matching(pattern: str) -> SearchStrategy[str]:
    """Return strings of a pattern; ids with their repeat numbers too."""
    return st.from_regex(pattern.removesuffix("$") + r"\Z", alphabet=st.characters(max_codepoint=127))


def _settled(model: type[R]) -> Any:
    """Return a function that makes facts obey the rules only models know, then the record."""

    def settle(facts: dict[str, Any]) -> R:
        if issubclass(model, Article):
            facts |= {"article_id": facts["id"], **_ordered(facts, "period_start", "period_end")}
            facts |= _ordered(facts, "first_page", "last_page", both=False)
        if issubclass(model, Event):
            facts |= _ordered(facts, "date_start", "date_end")
            unknown = facts["date_start"] is None
            known = "day" if facts["date_precision"] == "unknown" else facts["date_precision"]
            facts["date_precision"] = "unknown" if unknown else known
        if issubclass(model, Redirect):
            facts["old_id"] = facts["id"]
        return model.model_validate(facts)

    return settle


def _ordered(facts: dict[str, Any], first: str, last: str, *, both: bool = True) -> dict[str, Any]:
    """Put two ends in order; where one lacks and both are needed, neither stays."""
    ends = [facts[first], facts[last]]
    if None in ends:
        return {first: None, last: None} if both else {}
    return dict(zip((first, last), sorted(ends), strict=True))
