"""The state of those whom the authority does not know and no title gives one.

own      = ("his" | NAME "'s") OFFICE name      the state of the persons named before it, if it is one
chamber  = "Sen." name                  the only state of those with senators that the article names
style    = Kim Tae-young, Kim Kye Gwan  Koreas apart, where the article prints known persons so throughout
shape    = Funabashi Yoichi, Phan Thuy Thanh, Wang Dahui    names that one custom alone makes, of a state
                                                            that is named
public   = Min Aung Hlaing           a name of public life (`leaders.toml`), of a state that is named

Each is left out where it is not the only answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ccdata.authority import resolve
from ccdata.authority.names import is_japanese, is_pinyin, name_words
from ccdata.authority.titles import title_words
from ccdata.extract.names.candidates import Candidate, Scan
from ccdata.extract.names.identity import Person
from ccdata.extract.names.roster import Roster
from ccdata.extract.sentences import sentences

_OWN = re.compile(r"\b(?:[Hh]is|[Hh]er)$")
_HYPHENED = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
_OPEN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]{1,6}){2}")
_KOREAS = ("KOR", "PRK")
_LIKE = {"TWN": "HKG", "KOR": "PRK"}
"""The states that print names so, too."""
_PAIR = 2
_THREE = 3
_TWO_SYLLABLES = 5
"""So many letters of a given name are two syllables."""
_LONGEST = 6
_LONG = 20_000
"""Longer texts, in characters, are one sentence here."""
_MANY = 60
"""No more of the names before are looked at."""


def settle_states(scans: Sequence[Scan | None], roster: Roster, parties: Sequence[str]) -> None:
    """Give the unknown persons of an article their states, where only one is possible."""
    styles = _styles(scans, roster) if set(_KOREAS) <= set(parties) else {}
    for scan in (scan for scan in scans if scan):
        for place, one in enumerate(scan.candidates):
            person = None if one.single else roster.of_name(one.name)
            if person is None or person.known is not None or person.country is not None:
                continue
            own = _of_own(scan, place, roster)
            state = own or _of_chamber(one, roster) or styles.get(_style(one)) or _of_shape(one, roster)
            state = state or _of_lists(one, roster)
            if state is not None:
                roster.settle(person, state)


def _of_own(scan: Scan, place: int, roster: Roster) -> str | None:
    """Return the state of whoever "his" or "her" can mean."""
    one, text = scan.candidates[place], scan.folded.text
    title = one.title
    if title is None or title.office is None or title.counterpart:
        return None
    owner = scan.candidates[place - 1] if place else None
    if owner and owner.end + 3 == title.start and text.startswith("'s ", owner.end):
        return _country(owner, roster)
    if not _OWN.search(text, max(0, title.start - 5), max(0, title.start - 1)):
        return None
    bounds = [start for start, _ in sentences(text)] if len(text) < _LONG else [0]
    number = max(0, bisect_right(bounds, one.start) - 1)
    before = scan.candidates[max(0, place - _MANY) : place]
    for low in (bounds[number], bounds[max(0, number - 1)]):
        states = {_country(found, roster) for found in before if found.start >= low}
        if states - {None}:
            return next(iter(states)) if len(states) == 1 else None
    return None


def _country(one: Candidate, roster: Roster) -> str | None:
    """Return the state of a name; None for one that names nobody sure."""
    if not one.single:
        person = roster.of_name(one.name)
        return person.country if person else None
    bearers: list[Person] = [*roster.bearers(one.name).values()]
    return bearers[0].country if len(bearers) == 1 else None


def _of_chamber(one: Candidate, roster: Roster) -> str | None:
    """Return the only state named whose members of parliament bear the title."""
    title = one.title
    words = title.text.split() if title else []
    states = next((title_words().chambers[w] for w in (*words[-1:], *(w.lower() for w in words[-1:]))
                   if w in title_words().chambers), frozenset())  # fmt: skip
    fit = [code for code in states if code in roster.states]
    return fit[0] if len(fit) == 1 else None


def _styles(scans: Sequence[Scan | None], roster: Roster) -> dict[str | None, str]:
    """Return which Korea a way of printing names stands for: the article prints all known ones so."""
    seen: dict[str, set[str]] = {code: set() for code in _KOREAS}
    for one, country in _known_koreans(scans, roster):
        style = _style(one)
        if style is not None:
            seen[country].add(style)
    south, north = (seen[code] for code in _KOREAS)
    if len(south) != 1 or len(north) != 1 or south == north:
        return {}
    return {next(iter(south)): "KOR", next(iter(north)): "PRK"}


def _known_koreans(scans: Sequence[Scan | None], roster: Roster) -> Iterator[tuple[Candidate, str]]:
    for one in (one for scan in scans if scan for one in scan.candidates if len(one.ids) == 1):
        country = roster.authority.actors[one.ids[0]].country
        if country in _KOREAS:
            yield one, country


def _style(one: Candidate) -> str | None:
    """Return how a Korean name of two syllables behind the family name is printed."""
    if one.words[0] not in name_words().surnames["korean"]:
        return None
    if _HYPHENED.fullmatch(one.name):
        return "hyphen"
    return "open" if _OPEN.fullmatch(one.name) else None


def _of_shape(one: Candidate, roster: Roster) -> str | None:
    """Return the state whose custom alone makes such a name, where the article names that state."""
    state = _by_custom(one, roster)
    return state if state in roster.states and _LIKE.get(state or "") not in roster.states else None


def _by_custom(one: Candidate, roster: Roster) -> str | None:
    """Return the state whose custom alone makes such a name."""
    words = one.words
    if is_japanese(words):
        return "JPN"
    if len(words) == _THREE and words[0] in name_words().vietnamese and _OPEN.fullmatch(one.name):
        return "VNM"
    if words[0] in name_words().northern and len(words) > 1:
        return "PRK"
    if _is_mainland(words, roster):
        return "CHN"
    if _is_taiwanese(one):
        return "TWN"
    return "KOR" if _style(one) == "hyphen" else None


def _is_mainland(words: Sequence[str], roster: Roster) -> bool:
    """Say whether a name is Chinese and spelt as on the mainland: "Wang Dahui", "Yuan Peng".

    Where the article is on Taiwan it can be of either side; a given name of one syllable can be another
    custom's, too, where its state is named.
    """
    known = name_words().surnames
    if (
        "TWN" in roster.parties
        or len(words) != _PAIR
        or words[0] not in known["chinese"]
        or not all(map(is_pinyin, words))
    ):
        return False
    if len(words[1]) >= _TWO_SYLLABLES:
        return True
    others = (("korean", ("KOR", "PRK")), ("vietnamese", ("VNM",)))
    return not any(
        words[0] in known[custom] and any(code in roster.states for code in codes) for custom, codes in others
    )


def _is_taiwanese(one: Candidate) -> bool:
    """Say whether a name is Chinese and printed with a hyphen, as on Taiwan and in Hong Kong alone."""
    known = name_words().surnames
    chinese = one.words[0] in known["chinese"] and one.words[0] not in known["korean"]
    return chinese and _HYPHENED.fullmatch(one.name) is not None


def _of_lists(one: Candidate, roster: Roster) -> str | None:
    """Return the state of somebody of public life, where the article names that state."""
    if len(one.words) > _LONGEST:
        return None
    found = resolve(one.name)
    return found.country if found.reason == "person" and found.country in roster.states else None
