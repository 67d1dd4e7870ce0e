"""A person of an article, and what tells whether two names or offices are one person's."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from ccdata.authority import Known
from ccdata.authority.folding import fold
from ccdata.authority.names import bare
from ccdata.authority.titles import Office, office_of


@dataclass(slots=True, kw_only=True)
class Person:
    """A person of the article: known to the authority, or known from here alone."""

    id: str
    name: str
    country: str | None
    family: str | None
    given: str | None
    called: set[str]
    known: Known | None = None
    offices: list[Office] = field(default_factory=list)
    titles: dict[str, str | None] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)


def held_office(known: Known, office: Office, period: tuple[str, str] | None = None) -> bool:
    """Say whether somebody held such an office, in the period if one is given."""
    for tenure in known.tenures:
        held = office_of(tenure.title)
        if held is None or not held.agrees(office):
            continue
        if period is None or tenure.may_cover(period[0]) or tenure.may_cover(period[1]):
            return True
        if tenure.start and period[0] <= tenure.start <= period[1]:
            return True
    return False


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """Return a name by which its forms meet: no initials, no Jr., no hyphens, words in any order."""
    every = bare(fold(name))
    words = [word for word in every if len(word.rstrip(".")) > 1] or every
    return " ".join(sorted(word.replace("-", "").lower() for word in words))
