"""The words of titles, and how two offices compare: `titles.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_DEPUTY = frozenset({"deputy", "vice", "assistant", "under", "associate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """The lists of `titles.toml`, lower case but for honorifics and ranks."""

    heads: dict[str, str]
    """Word, singular or plural, to its singular."""
    plurals: frozenset[str]
    occupations: frozenset[str]
    counterparts: frozenset[str]
    honorifics: frozenset[str]
    """Before a name they are a title, but no office."""
    ranks: frozenset[str]
    abbreviated: dict[str, str]
    modifiers: frozenset[str]
    fields: frozenset[str]
    connectors: frozenset[str]
    learned: frozenset[str]
    """Who knows a state that stands before the word: a China expert."""
    subjects: frozenset[str]
    """What of a state is known: American studies."""
    synonyms: dict[str, str]
    joined: dict[str, str]
    """Titles of two words to the one word they are compared by."""
    secretaries: dict[str, str]
    """States whose ministers are secretaries, and the word for foreign affairs."""
    national: dict[str, str]
    """Offices that only one state has, in lower case, to the state."""
    not_national: tuple[str, ...]
    """Words that make such an office another state's."""
    chambers: dict[str, frozenset[str]]
    """Titles of members of parliament to the states that have them."""
    idle: frozenset[str]
    single: frozenset[str]


@cache
def title_words() -> TitleWords:
    """Read the file, once."""
    data = tomllib.loads(files("ccdata.authority").joinpath("titles.toml").read_text("utf-8"))
    heads = data["heads"]
    singular = [*heads["office"].split(), *heads["occupation"].split(), *heads["counterpart"].split()]
    plurals = {plural(word): word for word in singular}
    return TitleWords(
        heads={word: word for word in singular} | plurals,
        plurals=frozenset(plurals),
        occupations=frozenset(heads["occupation"].split()),
        counterparts=frozenset(heads["counterpart"].split()),
        honorifics=frozenset(heads["honorific"].split()),
        ranks=frozenset(heads["rank"].split()),
        abbreviated=data["abbreviated"],
        modifiers=frozenset(data["modifiers"]["words"].split()),
        fields=frozenset(data["fields"]["words"].split()),
        connectors=frozenset(data["connectors"]["words"].split()),
        learned=frozenset(data["topics"]["learned"].split()),
        subjects=frozenset(data["topics"]["subjects"].split()),
        synonyms=data["synonyms"],
        joined={phrase: word for word, phrases in data["joined"].items() for phrase in phrases},
        secretaries=data["secretaries"],
        national={
            title: code for code, titles in data["national"].items() for title in titles if code != "not"
        },
        not_national=tuple(data["national"]["not"]),
        chambers={title: frozenset(states.split()) for title, states in data["chambers"].items()},
        idle=frozenset(data["compare"]["idle"].split()),
        single=frozenset(data["compare"]["single"].split()),
    )


def plural(word: str) -> str:
    """Return the plural: ministers, secretaries, spokesmen."""
    if word.endswith(("man", "wife")):
        return word[:-3] + "men" if word.endswith("man") else word[:-2] + "ves"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch")) else "s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office as far as two can be compared: its rank and what it is about."""

    rank: str
    field: frozenset[str]

    def agrees(self, other: Office) -> bool:
        """Say whether two titles can mean one office: same rank, and no word against it."""
        if self.rank != other.rank:
            return False
        small, large = sorted((self.field, other.field), key=len)
        return small <= large or (bool(small & large) and self.rank not in title_words().single)

    def contradicts(self, other: Office) -> bool:
        """Say whether two titles are rival offices: one field, another rank; or the other way round."""
        pair = {self.rank, other.rank}
        if pair == {"minister", "deputy-minister"}:
            return bool(self.field & other.field)
        return (
            pair == {"minister"} and bool(self.field) and bool(other.field) and not self.field & other.field
        )


def as_minister(office: Office, country: str | None) -> Office:
    """Return the office as other states call it: a US secretary of state is a foreign minister."""
    foreign = title_words().secretaries.get(country or "")
    if foreign is None or not office.rank.endswith("secretary") or office.rank.startswith("under-"):
        return office
    field = frozenset("foreign" if word == foreign else word for word in office.field)
    return Office(rank=office.rank.replace("secretary", "minister"), field=field)


@lru_cache(maxsize=20_000)
def national_state(title: str) -> str | None:
    """Return the state whose people alone hold an office: "Chief Cabinet Secretary"."""
    known, lower = title_words(), title.lower()
    if any(words in lower for words in known.not_national):
        return None
    found = {code for words, code in known.national.items() if _national()[words].search(lower)}
    return next(iter(found)) if len(found) == 1 else None


@cache
def _national() -> dict[str, re.Pattern[str]]:
    return {words: re.compile(rf"\b{re.escape(words)}\b") for words in title_words().national}


@lru_cache(maxsize=20_000)
def office_of(title: str) -> Office | None:
    """Read a title as an office; None where it names none ("Dr.", "two days")."""
    words = _normal(title)
    place = _head(words)
    if place is None:
        return None
    rank, used = _rank(words, place)
    rest = {word for i, word in enumerate(words) if i not in used and word not in title_words().idle}
    if rank == "ambassador":
        rest = {*words[words.index("to", place) + 1 :]} if "to" in words[place:] else set()
    return Office(rank=rank, field=frozenset(rest & _telling() if rank != "ambassador" else rest))


@cache
def _telling() -> frozenset[str]:
    """Return the words that tell one office from another."""
    known = title_words()
    spoken = {known.synonyms.get(word, word) for word in known.fields | frozenset(known.heads.values())}
    return frozenset(spoken) - known.idle - _DEPUTY


def _head(words: list[str]) -> int | None:
    """Return the place of the first head; a deputy or assistant is one only of himself."""
    heads = title_words().heads
    for place, word in enumerate(words):
        if word not in heads:
            continue
        behind = words[place + 1 : place + 2]
        if word in _DEPUTY and behind and behind[0] not in title_words().connectors:
            continue
        return place
    return None


def _normal(title: str) -> list[str]:
    """Return the title's words in lower case, singular, short forms written out, synonyms taken apart."""
    known = title_words()
    full = " ".join(known.abbreviated.get(word, word) for word in title.split())
    words: list[str] = []
    for match in _WORD.finditer(_joined().sub(lambda m: known.joined[m[0].lower()], full)):
        word = match[0].lower().removesuffix("'s").removesuffix("’s")
        word = known.heads.get(word, word)
        words.extend(_parts(known.synonyms.get(word, word)))
    return words


@cache
def _joined() -> re.Pattern[str]:
    """Return the pattern of the titles of two words."""
    phrases = sorted(title_words().joined, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


def _parts(word: str) -> list[str]:
    """Take apart what stands for several words: deputy-prime-minister."""
    if word.startswith("deputy-"):
        return ["deputy", *_parts(word.removeprefix("deputy-"))]
    return ["prime", "minister"] if word == "prime-minister" else [word]


def _rank(words: list[str], place: int) -> tuple[str, frozenset[int]]:
    """Return the rank of the head at a place, and the places of the words it is made of."""
    head, used = words[place], {place}
    if place and head == "minister" and words[place - 1] == "prime":
        head, used = "prime-minister", {place, place - 1}
    if head == "secretary" and "under" in words[:place]:
        head = "under-secretary"
    elif any(word in _DEPUTY for word in words[:place]):
        head = f"deputy-{head}"
    return head, frozenset(used)
