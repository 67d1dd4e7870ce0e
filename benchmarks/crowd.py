"""An authority with thousands of persons more, none of whom there is."""

from __future__ import annotations

import csv
import io
import json
import random
from importlib.resources import files
from typing import Any

from ccdata.authority.loading import build_authority
from ccdata.authority.model import Authority

_OPENINGS = [
    "B",
    "Br",
    "D",
    "Dr",
    "F",
    "G",
    "Gr",
    "H",
    "K",
    "Kl",
    "L",
    "M",
    "N",
    "P",
    "Pr",
    "R",
    "S",
    "St",
    "T",
    "Tr",
    "V",
    "W",
    "Z",
]
_CORES = ["a", "e", "i", "o", "u", "ae", "ai", "ei", "ou"]
_CLOSINGS = ["b", "d", "g", "k", "l", "ld", "m", "n", "nd", "ng", "r", "rt", "s", "st", "th", "v", "x", "z"]


def crowded(aliases: int) -> Authority:
    """The package's authority, filled up to so many printed forms of full names."""
    people, bodies, states = _lines("people.jsonl"), _lines("bodies.jsonl"), _table("countries.csv")
    known = build_authority(people, bodies, states)
    rng = random.Random(aliases)  # noqa: S311
    forms = 1
    while len(known.aliases) < aliases:
        wanted = (aliases - len(known.aliases)) // forms + 1
        people += [_person(rng, len(people) + number) for number in range(wanted)]
        known = build_authority(people, bodies, states)
        forms = 2
    return known


def _person(rng: random.Random, number: int) -> dict[str, Any]:
    given, family = _word(rng), _word(rng) + _word(rng).lower()
    return {
        "id": f"nobody-{number}", "name": f"{given} {family}", "family_name": family, "given_name": given,
        "country": "USA", "native_name": None, "aliases": [], "called": None, "occupancies": [],
        "source": "made up",
    }  # fmt: skip


def _word(rng: random.Random) -> str:
    return "".join(map(rng.choice, (_OPENINGS, _CORES, _CLOSINGS, _CORES, _CLOSINGS)))


def _lines(name: str) -> list[dict[str, Any]]:
    lines = files("ccdata.authority").joinpath(name).read_bytes().split(b"\n")
    return [json.loads(line) for line in lines if line]


def _table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files("ccdata.authority").joinpath(name).read_text("utf-8"))))
