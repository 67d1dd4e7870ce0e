"""The relationship an article is about: "CHINA- RUSSIA RELATIONS", "US - China", "US-China Relations: Title".

    relationship = party JOIN party [JOIN party] ["Relations"]
                 | "Regional Overview"             it has no sides
    JOIN         = a dash with or without spaces | "/"

Parties are the journal's own (`authority/parties.toml`): anything else is no relationship.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ccdata.authority.journal import journal_words
from ccdata.authority.parties import PartyName, party_names, party_pattern
from ccdata.records.ids import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A relationship found in a text: its sides in printed order, and where it stands."""

    sides: tuple[PartyName, ...]
    printed: tuple[str, ...]
    joins: tuple[str, ...]
    start: int
    end: int
    with_word: bool

    @property
    def name(self) -> str:
        """The name in title case: "China-Russia Relations", "India-East Asia/US Relations"."""
        if not self.sides:
            return self.printed[0]
        pairs = zip(("", *self.joins), self.printed, strict=True)
        return "".join(join + name for join, name in pairs) + " Relations"

    @property
    def slug(self) -> str:
        """The pair as ids write it: `china-russia`."""
        return slug("-".join(side.name for side in self.sides) or self.name)


@cache
def _pattern() -> re.Pattern[str]:
    party = party_pattern()
    return re.compile(
        rf"(?<![\w-])(?P<first>{party}){_join(1)}(?P<second>{party})(?:{_join(2)}(?P<third>{party}))?(?![\w-])"
        rf"(?P<word>\s{{1,2}}(?i:Relations))?"
    )


def _join(number: int) -> str:
    return rf"\s{{0,2}}(?P<join{number}>[-‐‑–—/])\s{{0,2}}"


def read_relationship(text: str, *, whole: bool) -> Relationship | None:
    """Read the first relationship of a text; `whole`: only if the text is nothing else."""
    match = _pattern().fullmatch(text.strip().rstrip(":")) if whole else _pattern().search(text)
    if match is None:
        return _read_overview(text, whole=whole)
    forms = [match[name] for name in ("first", "second", "third") if match[name]]
    sides = tuple(map(_side, forms))
    joins = tuple("/" if match[name] == "/" else "-" for name in ("join1", "join2") if match[name])
    offset = len(text) - len(text.lstrip()) if whole else 0
    return Relationship(
        sides=sides,
        printed=tuple(map(_in_title_case, forms, sides)),
        joins=joins,
        start=match.start() + offset,
        end=match.end() + offset,
        with_word=bool(match["word"]),
    )


def _side(form: str) -> PartyName:
    return party_names()[re.sub(r"\s+", " ", form).casefold()]


def _read_overview(text: str, *, whole: bool) -> Relationship | None:
    """Read the name of an article about the whole region."""
    folded = text.casefold().rstrip(" :")
    for name in journal_words()["journal"]["overviews"]:
        start = folded.find(name.casefold())
        if start >= 0 and (not whole or folded.strip() == name.casefold()):
            return Relationship(
                sides=(), printed=(name,), joins=(), start=start, end=start + len(name), with_word=False
            )
    return None


def _in_title_case(form: str, side: PartyName) -> str:
    """Keep the print ("U.S.", "SE Asia"); what is in capitals for the line's sake gets its name."""
    return side.name if form.isupper() and "." not in form else re.sub(r"\s+", " ", form)
