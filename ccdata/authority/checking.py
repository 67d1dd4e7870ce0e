"""What must hold of the authority's data; each fault is a line for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ccdata.authority.folding import fold
from ccdata.authority.model import Authority, Known, Tenure
from ccdata.authority.names import name_words
from ccdata.authority.patterns import pattern_words
from ccdata.authority.titles import title_words
from ccdata.errors import AuthorityError

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_VOWELS = frozenset("aeiou")
_QID = re.compile(r"Q[1-9]\d*")


def check_authority(authority: Authority) -> None:
    """Raise AuthorityError with every fault found."""
    faults = [*find_faults(authority)]
    if faults:
        raise AuthorityError("; ".join(faults))


def find_faults(authority: Authority) -> Iterator[str]:
    """Yield what contradicts itself: identifiers given twice, unknown states, dates, doubled aliases."""
    for known in authority.actors.values():
        yield from _actor_faults(authority, known)
    yield from _shared_identifiers(authority)
    yield from _shared_aliases(authority)


def _actor_faults(authority: Authority, known: Known) -> Iterator[str]:
    if not known.source:
        yield f"{known.id}: no source"
    for country in (known.country, *(tenure.country for tenure in known.tenures)):
        if country is not None and country not in authority.countries:
            yield f"{known.id}: no state {country}"
    for scheme, identifier in known.identifiers:
        if scheme == "wikidata" and not _QID.fullmatch(identifier):
            yield f"{known.id}: {identifier} is no Wikidata id"
    if known.kind == "person":
        yield from _person_faults(known)


def _person_faults(known: Known) -> Iterator[str]:
    honorifics = title_words().honorifics
    for alias in (known.name, *known.aliases):
        if alias.split()[0] in honorifics or "," in alias.removesuffix(", Jr."):
            yield f"{known.id}: the alias {alias!r} holds a title or is turned round"
        if is_misprint(fold(alias), fold(known.name)):
            yield f"{known.id}: the alias {alias!r} looks like a misprint"
    for tenure in known.tenures:
        dates = [d for d in (tenure.start, tenure.end, tenure.as_of) if d]
        if not tenure.source:
            yield f"{known.id}: {tenure.title} has no source"
        if not all(_DATE.fullmatch(d) for d in dates):
            yield f"{known.id}: {tenure.title} has an unreadable date"
        elif tenure.start and tenure.end and tenure.start[: len(tenure.end)] > tenure.end:
            yield f"{known.id}: {tenure.title} ends before it starts"
    yield from _overlaps(known)


def is_misprint(alias: str, name: str) -> bool:
    """Say whether an alias is the name with one letter replaced by one that no romanisation writes for it."""
    if len(alias) != len(name):
        return False
    pairs = [{a, b} for a, b in zip(alias.lower(), name.lower(), strict=True) if a != b]
    if len(pairs) != 1 or not "".join(pairs[0]).isalpha():
        return False
    return not (pairs[0] <= _VOWELS or pairs[0] in name_words().letters)


def _overlaps(known: Known) -> Iterator[str]:
    """Yield offices told twice: the same title for the same state at the same time."""
    for number, tenure in enumerate(known.tenures):
        for other in known.tenures[number + 1 :]:
            if _same_seat(tenure, other) and _overlap(tenure, other):
                yield f"{known.id}: {tenure.title} is held twice at once"


def _same_seat(tenure: Tenure, other: Tenure) -> bool:
    return tenure.title == other.title and tenure.country == other.country


def _overlap(tenure: Tenure, other: Tenure) -> bool:
    if not (tenure.start and other.start and tenure.end and other.end):
        return False
    return tenure.start < other.end and other.start < tenure.end


def _shared_identifiers(authority: Authority) -> Iterator[str]:
    owners = Counter(
        identifier
        for known in authority.actors.values()
        for scheme, identifier in known.identifiers
        if scheme == "wikidata"
    )
    for identifier, count in owners.items():
        if count > 1:
            yield f"{identifier} is given to {count} actors"


def _shared_aliases(authority: Authority) -> Iterator[str]:
    """Yield aliases of two actors for which no rule says how to choose.

    Persons are told apart by state and time; anything else needs a line in `patterns.toml`.
    """
    for alias, owners in authority.aliases.items():
        kinds = {authority.actors[owner].kind for owner in owners}
        if len(owners) > 1 and kinds != {"person"} and alias not in pattern_words().shared:
            yield f"{alias!r} is an alias of {', '.join(owners)}"
