"""The codebook: PLOVER's types, modes, contexts and scores, with our additions, as data.

`plover.toml` holds structure and definitions, `plover_scores.json` the manual's scores (CC BY-SA 4.0).
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast, get_args

from ccdata.errors import AuthorityError
from ccdata.records.terms import CcType, EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """One event type: what it means, its place in the quad scheme, its modes and scores."""

    name: EventType
    quad: int
    recipient_required: bool
    definition: str
    score: float
    modes: Mapping[str, str]
    mode_scores: Mapping[str, float]

    def magnitude(self, mode: str | None) -> float:
        """Return the score of the type in this mode."""
        return self.score if mode is None else self.mode_scores[mode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """A slip of the manual and what this codebook has instead."""

    place: str
    printed: str
    meant: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """PLOVER as ccdata uses it."""

    version: str
    types: Mapping[str, PloverType]
    quad: Mapping[int, str]
    contexts: Mapping[str, str]
    cc_contexts: Mapping[str, str]
    cc_types: Mapping[str, str]
    cameo_roots: Mapping[str, tuple[str, ...]]
    defects: tuple[Defect, ...]
    score_source: str
    score_license: str
    score_attribution: str


@cache
def load_plover() -> Codebook:
    """Read the codebook. Raises AuthorityError where it contradicts itself or the records' terms."""
    folder = files("ccdata.authority")
    raw = tomllib.loads((folder / "plover.toml").read_text("utf-8"))
    scores = json.loads((folder / "plover_scores.json").read_text("utf-8"))
    book = Codebook(
        version=raw["codebook_version"],
        types={name: _type(name, row, scores["scores"]) for name, row in raw["types"].items()},
        quad={int(code): words for code, words in raw["quad"].items()},
        contexts=raw["contexts"],
        cc_contexts=raw["cc_contexts"],
        cc_types=raw["cc_types"],
        cameo_roots={root: tuple(names) for root, names in raw["cameo_roots"].items()},
        defects=tuple(Defect(**row) for row in raw["defects"]),
        score_source=scores["source"],
        score_license=scores["license"],
        score_attribution=scores["attribution"],
    )
    _check(book)
    return book


def _type(name: str, row: dict[str, Any], scores: dict[str, Any]) -> PloverType:
    scored = scores.get(name, {})
    if scored.get("modes", {}).keys() != row["modes"].keys():
        raise AuthorityError(f"plover: the modes of {name} and their scores disagree")
    return PloverType(
        name=cast("EventType", name),
        quad=row["quad"],
        recipient_required=row["recipient_required"],
        definition=row["definition"],
        score=scored["score"],
        modes=row["modes"],
        mode_scores=scored["modes"],
    )


def _check(book: Codebook) -> None:
    """Hold the data against the closed lists of the records."""
    if tuple(book.types) != get_args(EventType):
        raise AuthorityError("plover: the types are not those of the records")
    if tuple(book.cc_types) != get_args(CcType):
        raise AuthorityError("plover: the cc types are not those of the records")
    if any(kind.quad not in book.quad for kind in book.types.values()):
        raise AuthorityError("plover: a quad code is not explained")
    if any(name not in book.types for names in book.cameo_roots.values() for name in names):
        raise AuthorityError("plover: the crosswalk names a type that is not there")
