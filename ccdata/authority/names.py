"""How names are built: custom by state, the forms a name is printed in, the forms somebody is called by."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ccdata.authority.folding import fold

_INITIAL = re.compile(r"(?:[A-Z]\.?-?)+")
_GIVEN_FIRST = {"order": "given-first", "called": "family"}
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan"
    r"|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)|ang|eng|ai|ei|ao|ou|an|en|er|a|o|e)+"
)


_KANA_ONE = re.compile(
    r"(?:(?:ky|gy|sh|ch|ny|hy|my|ry|py|by|j|ts|[kgsztdnhbpmyrwf])?(?:[aiueo])|n(?![aiueoy]))"
)
_KANA = re.compile(
    r"(?:(?:ky|gy|ny|hy|my|ry|py|by)[auo]h?|(?:kk|ss|tt|pp|[kgsnhbpmr])?[aiueo]h?|(?:s|ss)h[aiuo]|(?:c|tc)h[aiuo]"
    r"|j[aiuo]|ts[u]|[zd][aeo]|zu|t[aeo]|fu|y[auo]|wa|n(?![aiueoy]))+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """The lists of `names.toml`."""

    customs: dict[str, dict[str, str]]
    particles: frozenset[str]
    suffixes: frozenset[str]
    unshort: frozenset[str]
    surnames: dict[str, frozenset[str]]
    nicknames: dict[str, tuple[str, ...]]
    first: frozenset[str]
    """Given names that stand first."""
    last: frozenset[str]
    """Given names that stand last where the family name comes first: Japanese ones."""

    vietnamese: frozenset[str]
    """Family names that only Vietnamese bear in front of two syllables."""
    northern: frozenset[str]
    """Korean family names as only the North spells them."""
    endings: tuple[str, ...]
    """Ends of Japanese given names."""
    letters: frozenset[frozenset[str]]
    """Pairs of letters that romanisations write for one sound."""

    def custom(self, country: str | None) -> dict[str, str]:
        """Return a state's custom; most put the given name first."""
        return self.customs.get(country or "", _GIVEN_FIRST)


@cache
def name_words() -> NameWords:
    """Read the file, once."""
    data = tomllib.loads(files("ccdata.authority").joinpath("names.toml").read_text("utf-8"))
    forms = {key: frozenset(value.split()) for key, value in data["forms"].items()}
    return NameWords(
        customs=data["customs"],
        surnames={key: frozenset(value.split()) for key, value in data["surnames"].items()},
        nicknames={key: tuple(value) for key, value in data["nicknames"].items()},
        **{key: frozenset(value.split()) for key, value in data["given"].items()},
        vietnamese=frozenset(data["shapes"]["vietnamese"].split()),
        northern=frozenset(data["shapes"]["northern"].split()),
        endings=tuple(data["shapes"]["japanese"].split()),
        letters=frozenset(frozenset(pair) for pair in data["spellings"]["letters"].split()),
        **forms,
    )


@cache
def eastern_surnames() -> frozenset[str]:
    """Return the Chinese, Korean and Vietnamese surnames."""
    known = name_words().surnames
    return known["chinese"] | known["korean"] | known["vietnamese"]


def is_pinyin(word: str) -> bool:
    """Say whether a word can be Chinese in today's romanisation."""
    return _SYLLABLES.fullmatch(word.lower().replace("'", "")) is not None


def is_japanese(words: Sequence[str]) -> bool:
    """Say whether two words can only be a Japanese name: all syllables, one of them a given name."""
    if len(words) != 2 or not all(_KANA.fullmatch(word.lower()) for word in words):  # noqa: PLR2004
        return False
    known = name_words()
    others = (known.first, *known.surnames.values())
    if any(word in names for word in words for names in others):
        return False
    return any(word in known.last or _is_given(word.lower()) for word in words)


def _is_given(word: str) -> bool:
    """Say whether a word ends as Japanese given names do, and has three syllables."""
    return word.endswith(name_words().endings) and len(_KANA_ONE.findall(word)) > 2  # noqa: PLR2004


def split_name(name: str, country: str | None) -> tuple[str | None, str | None]:
    """Return family name and given name by the state's custom; no family name where it has none."""
    words = bare(name)
    if len(words) == 1:
        return None, words[0]
    order = name_words().custom(country)["order"]
    if order == "none" or _only_initials(words[:-1]):
        return None, " ".join(words)
    if order == "family-first" and not _western(words):
        return words[0], " ".join(words[1:])
    first = _family_start(words)
    return " ".join(words[first:]), " ".join(words[:first])


def akin(one: str, other: str) -> bool:
    """Say whether two names can be spellings of one: they begin alike."""
    return fold(one[:3]).lower() == fold(other[:3]).lower()


def bare(name: str) -> list[str]:
    """Return the words of a name without Jr. and the like."""
    words = name.replace(",", "").split()
    while len(words) > 1 and words[-1] in name_words().suffixes:
        words.pop()
    return words


def _only_initials(words: list[str]) -> bool:
    """Initials for the father's name and the village, as in South India: no family name."""
    return all(_INITIAL.fullmatch(word) and word.upper() == word for word in words)


def _western(words: list[str]) -> bool:
    """A Western given name before an East Asian family name ("Joseph Wu")."""
    east = eastern_surnames()
    return fold(words[0]) not in east and fold(words[-1]) in east


def _family_start(words: list[str]) -> int:
    first = len(words) - 1
    while first > 1 and words[first - 1] in name_words().particles:
        first -= 1
    return first


def short_forms(name: str, family: str | None, country: str | None) -> tuple[str, ...]:
    """Return what somebody is called once introduced, by the state's custom."""
    words = bare(name)
    called = name_words().custom(country)["called"]
    if called == "family" and family:
        return (family,)
    if "of" in words or len(words) == 1:
        return ()
    chosen = (words[0], words[-1]) if called == "both" else (words[-1],)
    return tuple(
        w for w in chosen if fold(w).lower() not in name_words().unshort and not _INITIAL.fullmatch(w)
    )


def print_forms(name: str, country: str | None, family: str | None, given: str | None) -> Iterator[str]:
    """Yield the forms in which the press prints a full name, itself first, all folded."""
    plain = fold(name)
    yield plain
    without = " ".join(bare(plain))
    yield without
    if "-" in plain:
        yield from _hyphenated(plain)
    if family and given:
        yield from _rearranged(fold(family), fold(given), country)
    if "." in without:
        yield re.sub(r"\. (?=[A-Z]\.)", ".", without)
        yield without.replace(".", "")


def _hyphenated(name: str) -> Iterator[str]:
    """Jong-un, Jong Un, Jong-Un, Jongun."""
    head, _, tail = name.rpartition("-")
    yield f"{head} {tail.capitalize()}" if tail.islower() else f"{head} {tail}"
    yield f"{head}-{tail.capitalize()}"
    if tail.islower():
        yield f"{head}{tail}"


def _rearranged(family: str, given: str, country: str | None) -> Iterator[str]:
    """Both orders for Japan; without middle names and initials, and with the short given name, elsewhere."""
    order = name_words().custom(country)["order"]
    if country == "JPN":
        yield f"{family} {given}"
        yield f"{given} {family}"
    if order != "given-first" or country == "JPN":
        return
    words = given.split()
    kept = [w for w in words if not _INITIAL.fullmatch(w) or not w.endswith(".")]
    if kept and kept != words:
        yield " ".join([*kept, family])
    if len(kept) > 1:
        yield f"{kept[0]} {family}"
    for short in name_words().nicknames.get(words[0], ()):
        yield f"{short} {family}"
    for full, shorts in name_words().nicknames.items():
        if words[0] in shorts:
            yield f"{full} {family}"
