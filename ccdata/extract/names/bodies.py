"""Bodies that no list holds, by the way they are called.

ministry     = (ADJECTIVE | STATE) " " FORM | FORM " of " STATE      "Indian Foreign Ministry"
             | FORM alone, where the text before or the article's pair tells the state
embassy      = ADJECTIVE " " "embassy" (" in " STATE)?
organisation = CAPITALISED+ LAST (" of " CAPITALISED+)?              "Waseda University"
medium       = the same, or so called in italics
vessel       = see `vessels`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile

from ccdata.authority.patterns import BodyForm, pattern_words
from ccdata.authority.titles import title_words
from ccdata.authority.towns import towns
from ccdata.extract.names.context import Body, Context, fits_head
from ccdata.extract.names.explained import explained
from ccdata.extract.names.index import Hit
from ccdata.extract.names.organisations import OrganisationReader, last_words
from ccdata.extract.names.vessels import classed, prefixed
from ccdata.extract.names.words import Words
from ccdata.source.clean import Block

_OF_STATE = re.compile(r" of (?:the )?")
_MINISTRY = re.compile(
    r"(?:Ministry|Department) (?:of|for) (?:the )?[A-Z][a-z-]+(?:(?:, | and |, and | )[A-Z][a-z-]+){0,6}"
    r"|[A-Z][a-z-]+(?:(?:, | and |, and | )[A-Z][a-z-]+){0,4} (?:Ministry|Department)\b(?! (?:of|for) )"
)
_CAPITALISED = re.compile(r"[A-Z][a-z-]+")
_EMBASSY = re.compile(r"[Ee]mbassy(?: in (?:the )?| to (?:the )?)?")
_AT = re.compile(r"\b(?:at|on|outside|near|inside|around|into|storm|stormed|bombing of|attack on) (?:the )?$")
_BUILDING = re.compile(
    r" (?:in [A-Z]\w+ )?(?:bombing|attack|attacks|building|compound|grounds|gate|premises)\b"
)
_KIND = "(?:[Mm]unicipal|[Cc]ity|[Mm]etropolitan|[Pp]refectural|[Pp]rovincial)"
_CITY = re.compile(rf" {_KIND} (?:authorit(?:y|ies)|[Gg]overnment|([Aa]ssembly|[Cc]ouncil))\b")
_TOWN = re.compile(
    rf"\b([A-Z][\w'-]{{1,30}}(?: [A-Z][\w'-]{{1,30}})?)(?= {_KIND} (?:auth|[Gg]overn|[Aa]ssem|[Cc]ouncil))"
)
_HEADS = ("Ministry", "Department")
_HEAD_AROUND = re.compile(r"^(?:Ministry|Department) (?:of|for) (?:the )?| (?:Ministry|Department)$")
_ITALIC = 6


@cache
def _telling() -> frozenset[str]:
    """Return the words without which there is no body but those of fixed forms, and embassies."""
    return frozenset((*last_words(), *_HEADS, *pattern_words().vessels))


def _is_field(word: str) -> bool:
    """Say whether a word is a field of government."""
    return word.lower() in title_words().fields


def _may_name_city(text: str) -> bool:
    return "overnment" in text or "ssembly" in text or "ouncil" in text or "uthorit" in text


def _longest(found: list[Body]) -> list[Body]:
    """Return the bodies in order, the longer where two meet."""
    kept: list[Body] = []
    for body in sorted(found, key=lambda body: (body.start, -body.end)):
        if not kept or body.start >= kept[-1].end:
            kept.append(body)
    return kept


class BodyReader:
    """Finds bodies in one folded text, with the patterns found in it."""

    def __init__(
        self,
        text: str,
        words: Words,
        block: Block,
        hits: Sequence[Hit],
        context: Context,
    ) -> None:
        self.text = text
        self._words = words
        self.block = block
        self._hits = hits
        self._context = context

    def read(self) -> list[Body]:
        """Return the bodies in order, the longer where two meet."""
        found = [body for hit in self._hits if hit.entry.form for body in self._form(hit, hit.entry.form)]
        printed = _telling().intersection(self._words.printed)
        if printed:
            found += OrganisationReader(self.text, [*self._words], self._context).read()
            if not printed.isdisjoint(_HEADS):
                found += self._ministries()
        if not printed.isdisjoint(pattern_words().vessels):
            found += prefixed(self.text, self._context)
        found += classed(self.text, self._context)
        if "mbassy" in self.text:
            found += self._embassies()
        if " (" in self.text:
            found += explained(self.text, self._context)
        if _may_name_city(self.text) and _CITY.search(self.text):
            found += self._cities()
        if self.block.marks and len(self.text) == len(self.block.text):
            found += self._italics()
        return _longest(found) if len(found) > 1 else found

    def _form(self, hit: Hit, form: BodyForm) -> Iterator[Body]:
        """A body of a form that its state stands beside, or that the text gives a state."""
        start, code, _ = self._context.state_before(hit.start)
        end = hit.end
        if code is None:
            end, code = self._context.state_after(hit.end)
        if code is None and not form.only and self.text[start].isupper():
            code = self._context.state_of(start, form, self.text[start:end])
        if form.only and code in (None, form.only):
            yield self._context.body(start, end, form.name, form.kind, form.only)
        elif code and not form.only:
            name = form.name.format(state=self._context.name(code))
            yield self._context.body(start, end, name, form.kind, code)

    def _cities(self) -> Iterator[Body]:
        """The governments and assemblies of cities, prefectures, provinces: "Seoul city government"."""
        for match in _TOWN.finditer(self.text):
            town = match[1] if self._town(match.end(), match[1]) else match[1].rpartition(" ")[2]
            state = self._town(match.end(), town)
            behind = _CITY.match(self.text, match.end()) if state else None
            if behind:
                start = match.end() - len(town)
                name = self.text[start : behind.end()] if behind[1] else f"Government of {town}"
                yield self._context.body(start, behind.end(), name, "government", state)

    def _town(self, end: int, town: str) -> str | None:
        """Return the state of a town, be it a capital or another."""
        hit = self._context.by_end.get(end)
        capital = hit if hit and hit.sort == "capital" and hit.start == end - len(town) else None
        return capital.entry.country if capital else towns().get(town)

    def _ministries(self) -> Iterator[Body]:
        """Any other ministry whose state stands beside it; its field must be one of government."""
        for match in _MINISTRY.finditer(self.text):
            found = [*_CAPITALISED.finditer(self.text, match.start(), match.end())]
            own = [*dropwhile(lambda word: word[0] not in _HEADS and not _is_field(word[0]), found)]
            words = [word[0] for word in own]
            field = [word for word in words if word not in _HEADS]
            if field and all(map(_is_field, field)):
                head = "Ministry" if "Ministry" in words else "Department"
                yield from self._ministry(own[0].start(), match.end(), head)

    def _ministry(self, first: int, end: int, head: str) -> Iterator[Body]:
        """The ministry that these words name, where a state stands beside it or the text gives one."""
        words = _HEAD_AROUND.sub("", self.text[first:end])
        start, code, _ = self._context.state_before(first)
        if code is None:
            end, code = self._context.state_after(end)
        fits = fits_head(head)
        code = code or (self._context.state(first, fits) if fits else None)
        if code:
            name = f"{head} of {words} of {self._context.name(code)}"
            yield self._context.body(start, end, name, "government", code)

    def _embassies(self) -> Iterator[Body]:
        for match in _EMBASSY.finditer(self.text):
            start, code, _ = self._context.state_before(match.start())
            if code is None:
                continue
            short = match.start() + len("embassy")
            if self._is_site(start, short):
                continue
            hit = self._context.by_start.get(match.end()) if match.end() > short else None
            host = self._context.host(hit) if hit else None
            if host and hit:
                name = f"Embassy of {self._context.name(code)} in {self._context.name(host)}"
                yield self._context.body(start, hit.end, name, "government", code)
            else:
                name = f"Embassy of {self._context.name(code)}"
                yield self._context.body(start, short, name, "government", code)

    def _is_site(self, start: int, end: int) -> bool:
        """Say whether an embassy is a building here: attacked, bombed, stood before."""
        return bool(_AT.search(self.text, max(0, start - 30), start) or _BUILDING.match(self.text, end))

    def _italics(self) -> Iterator[Body]:
        for mark in self.block.marks:
            if mark.kind != "italic":
                continue
            words = self.text[mark.start : mark.end].removesuffix("'s").split()
            if not 0 < len(words) < _ITALIC:
                continue
            named = pattern_words().organisations["italic"] & {*words}
            if named and all(word[0].isupper() or word in ("of", "the") for word in words):
                end = mark.start + len(self.text[mark.start : mark.end].removesuffix("'s").rstrip())
                yield self._context.body(mark.start, end, self.text[mark.start : end], "media", None)
