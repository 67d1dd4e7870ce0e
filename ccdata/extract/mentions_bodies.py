"""Bodies that no list holds, by the way they are called.

ministry     = (ADJECTIVE | STATE) " " FORM | FORM " of " STATE      "Indian Foreign Ministry"
embassy      = ADJECTIVE " " "embassy" (" in " STATE)?
organisation = CAPITALISED+ LAST (" of " CAPITALISED+)?              "Waseda University"
medium       = the same, or so called in italics
vessel       = "USS" CAPITALISED+
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ccdata.authority import Authority
from ccdata.authority.patterns import pattern_words
from ccdata.authority.titles import title_words
from ccdata.extract.mentions_index import Hit
from ccdata.extract.mentions_words import Word, stop_words
from ccdata.records.terms import ActorKind
from ccdata.source.clean import Block

_OF_STATE = re.compile(r" of (?:the )?")
_MINISTRY = re.compile(
    r"(?:Ministry|Department) (?:of|for) (?:the )?[A-Z][a-z-]+(?:(?:, | and |, and | )[A-Z][a-z-]+){0,6}"
    r"|[A-Z][a-z-]+(?:(?:, | and |, and | )[A-Z][a-z-]+){0,4} (?:Ministry|Department)\b"
)
_EMBASSY = re.compile(r"[Ee]mbassy(?: in (?:the )?| to (?:the )?)?")
_RIGHT = re.compile(
    r" (?:of|for) (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,4}"
    r"(?: (?:and|&) [A-Z][\w-]*(?: [A-Z][\w-]*){0,3})?(?!['\w])"
)
_PREFIXES = sorted(pattern_words().organisations["vessel"])
_VESSEL = re.compile(rf"\b(?:{'|'.join(_PREFIXES)}) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){{0,3}}")
_AT = re.compile(r"(?:at|on|outside|near|inside|around|into|storm|stormed|bombing of|attack on) (?:the )?$")
_BUILDING = re.compile(
    r" (?:in [A-Z]\w+ )?(?:bombing|attack|attacks|building|compound|grounds|gate|premises)\b"
)
_CITY = re.compile(r" (?:municipal|city) (?:authorit(?:y|ies)|government)\b")
_OF_NAMES = frozenset(
    {
        "East",
        "West",
        "North",
        "South",
        "Asia",
        "Asian",
        "National",
        "International",
        "Pacific",
        "Foreign",
        "Central",
        "Korea",
        "Korean",
        "World",
        "Defense",
        "Security",
        "Nuclear",
        "Northern",
        "Southern",
        "Peace",
        "Global",
        "European",
        "Special",
    }
)
"""Words that begin sentences and names of bodies alike."""
_LEFT = 6
_ITALIC = 6


@cache
def _not_of_names() -> frozenset[str]:
    return stop_words() - _OF_NAMES


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at a place; `actor_id` where the authority knows it."""

    start: int
    end: int
    name: str
    kind: ActorKind
    country: str | None
    actor_id: str | None


class BodyReader:
    """Finds bodies in one folded text, with the patterns found in it."""

    def __init__(
        self, text: str, words: Sequence[Word], block: Block, hits: Sequence[Hit], authority: Authority
    ) -> None:
        self.text = text
        self._words = words
        self.block = block
        self._authority = authority
        self._hits = hits
        self._ends = {hit.end: hit for hit in hits}
        self._starts = {hit.start: hit for hit in hits}

    def read(self) -> list[Body]:
        """Return the bodies in order, the longer where two meet."""
        found = [
            *self._cities(),
            *self._forms(),
            *self._ministries(),
            *self._embassies(),
            *self._vessels(),
            *self._organisations(),
        ]
        found += self._italics() if len(self.text) == len(self.block.text) else []
        found.sort(key=lambda body: (body.start, -body.end))
        kept: list[Body] = []
        for body in found:
            if not kept or body.start >= kept[-1].end:
                kept.append(body)
        return kept

    def _state_before(self, start: int) -> tuple[int, str | None, bool]:
        """Return where a state before this place begins, its code, and whether it is possessive."""
        hit = self._ends.get(start - 1)
        if hit is not None and (code := self._code(hit)):
            return hit.start, code, False
        for ending in ("'s ", "' "):
            hit = self._ends.get(start - len(ending)) if self.text.endswith(ending, 0, start) else None
            if hit is not None and (code := self._code(hit)):
                return start, code, True
        return start, None, False

    def _code(self, hit: Hit) -> str | None:
        if hit.sort == "adjective":
            return hit.entry.values[0]
        if hit.sort == "actor":
            actor = self._authority.actors[hit.entry.values[0]]
            return actor.country if actor.kind == "country" else None
        return None

    def _state_after(self, end: int) -> tuple[int, str | None]:
        match = _OF_STATE.match(self.text, end)
        hit = self._starts.get(match.end()) if match else None
        if hit is not None and hit.sort == "actor" and (code := self._code(hit)):
            return hit.end, code
        return end, None

    def _forms(self) -> Iterator[Body]:
        for hit in self._hits:
            form = hit.entry.form
            if form is None:
                continue
            start, code, _ = self._state_before(hit.start)
            end = hit.end
            if code is None:
                end, code = self._state_after(hit.end)
            if form.only and code in (None, form.only):
                yield self._body(start, end, form.name, form.kind, form.only)
            elif code and not form.only:
                yield self._body(start, end, form.name.format(state=self._state(code)), form.kind, code)

    def _state(self, code: str) -> str:
        return self._authority.countries[code].name

    def _body(self, start: int, end: int, name: str, kind: ActorKind, code: str | None) -> Body:
        """Look the body up under its composed name, or as printed with its state."""
        for words in (name, self.text[start:end]):
            owners = self._authority.aliases.get(words, ())
            if len(owners) == 1:
                known = self._authority.actors[owners[0]]
                if known.kind != "person":
                    return Body(start, end, known.name, known.kind, known.country, known.id)
        return Body(start, end, name, kind, code, None)

    def _ministries(self) -> Iterator[Body]:
        """Any other ministry whose state stands beside it; its field must be one of government."""
        if "Ministry" not in self.text and "Department" not in self.text:
            return
        for match in _MINISTRY.finditer(self.text):
            first = match.start()
            words = re.findall(r"[A-Z][a-z-]+", match[0])
            while (
                words
                and words[0] not in ("Ministry", "Department")
                and words[0].lower() not in title_words().fields
            ):
                first = self.text.index(words[0], first) + len(words[0])
                first += len(self.text[first:]) - len(self.text[first:].lstrip(" ,"))
                words = words[1:]
            field = [word for word in words if word not in ("Ministry", "Department")]
            if not field or any(word.lower() not in title_words().fields for word in field):
                continue
            start, code, _ = self._state_before(first)
            end = match.end()
            if code is None:
                end, code = self._state_after(end)
            if code:
                head = "Ministry" if "Ministry" in words else "Department"
                name = f"{head} of {self._joined(match[0])} of {self._state(code)}"
                yield self._body(start, end, name, "government", code)

    def _joined(self, words: str) -> str:
        return re.sub(r"^(?:Ministry|Department) (?:of|for) (?:the )?| (?:Ministry|Department)$", "", words)

    def _embassies(self) -> Iterator[Body]:
        for match in _EMBASSY.finditer(self.text) if "mbassy" in self.text else ():
            start, code, _ = self._state_before(match.start())
            if code is None:
                continue
            short = match.start() + len("embassy")
            if self._is_site(start, short):
                continue
            hit = self._starts.get(match.end()) if match.end() > short else None
            host = self._host(hit) if hit else None
            if host and hit:
                name = f"Embassy of {self._state(code)} in {self._state(host)}"
                yield self._body(start, hit.end, name, "government", code)
            else:
                yield self._body(start, short, f"Embassy of {self._state(code)}", "government", code)

    def _is_site(self, start: int, end: int) -> bool:
        """Say whether an embassy is a building here: attacked, bombed, stood before."""
        return bool(_AT.search(self.text, max(0, start - 30), start) or _BUILDING.match(self.text, end))

    def _host(self, hit: Hit) -> str | None:
        return hit.entry.values[0] if hit.sort == "capital" else self._code(hit)

    def _cities(self) -> Iterator[Body]:
        """The government of a city that is also a capital: "Seoul city government"."""
        for hit in self._hits:
            match = _CITY.match(self.text, hit.end) if hit.sort == "capital" else None
            if match:
                name = f"Government of {self.text[hit.start : hit.end]}"
                yield self._body(hit.start, match.end(), name, "government", hit.entry.values[0])

    def _vessels(self) -> Iterator[Body]:
        if not any(ship in self.text for ship in _PREFIXES):
            return
        for match in _VESSEL.finditer(self.text):
            name = match[0].removesuffix("'s")
            yield self._body(match.start(), match.start() + len(name), name, "vessel", None)

    def _organisations(self) -> Iterator[Body]:
        last = pattern_words().organisations
        words = self._words
        looks = {hit.end for hit in self._hits if hit.sort == "lookalike"}
        for place, word in enumerate(words):
            kind: ActorKind | None = None
            if word.end in looks:
                continue
            if word.text in last["organisation"]:
                kind = "organisation"
            elif word.text in last["media"]:
                kind = "media"
            if kind:
                yield from self._organisation(words, place, kind)

    def _organisation(self, words: Sequence[Word], place: int, kind: ActorKind) -> Iterator[Body]:
        """Take the capitalised words before the last word, and what follows "of" or "for"."""
        first = place
        while place - first < _LEFT and first and self._extends(words[first - 1], words[first]):
            first -= 1
        end = words[place].end
        right = _RIGHT.match(self.text, end) if kind == "organisation" else None
        if first == place and right is None:
            return
        stop = right.end() if right else end
        name = self.text[words[first].start : stop]
        yield self._body(words[first].start, stop, name, kind, self._country_in(words[first].start, stop))

    def _extends(self, left: Word, right: Word) -> bool:
        if left.possessive or self.text[left.end : right.start] != " " or left.text in _not_of_names():
            return False
        lower = left.text.lower()
        known = title_words()
        return lower not in known.heads and left.text not in known.ranks and left.text not in known.honorifics

    def _country_in(self, start: int, end: int) -> str | None:
        for hit in self._hits:
            if start <= hit.start and hit.end <= end and (code := self._code(hit)):
                return code
        return None

    def _italics(self) -> Iterator[Body]:
        for mark in self.block.marks:
            words = self.text[mark.start : mark.end].removesuffix("'s").split()
            if mark.kind != "italic" or not 0 < len(words) < _ITALIC:
                continue
            named = pattern_words().organisations["italic"] & {*words}
            if named and all(word[0].isupper() or word in ("of", "the") for word in words):
                end = mark.start + len(self.text[mark.start : mark.end].removesuffix("'s").rstrip())
                yield self._body(mark.start, end, self.text[mark.start : end], "media", None)
