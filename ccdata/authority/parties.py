"""The sides that the journal pairs in its titles, from `parties.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ccdata.records.terms import PartyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyName:
    """One side: its canonical name, what it is, and its alpha-3 code where it is one state."""

    name: str
    kind: PartyKind
    country: str | None


@cache
def party_names() -> dict[str, PartyName]:
    """Return every form, casefolded, with its side."""
    data = tomllib.loads(files("ccdata.authority").joinpath("parties.toml").read_text("utf-8"))
    kinds: tuple[PartyKind, ...] = ("country", "region")
    return {
        form.casefold(): PartyName(name=name, kind=kind, country=row.get("code"))
        for kind in kinds
        for name, row in data[kind].items()
        for form in row["forms"]
    }


def party_pattern() -> str:
    """Return a pattern of all forms, longest first, without a group."""
    forms = sorted(party_names(), key=len, reverse=True)
    return "(?i:" + "|".join(re.escape(form).replace(r"\ ", r"\s") for form in forms) + ")"
