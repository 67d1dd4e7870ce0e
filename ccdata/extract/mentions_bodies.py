"""Bodies that no list holds, by the way they are called.

ministry     = (ADJECTIVE | STATE) " " FORM | FORM " of " STATE      "Indian Foreign Ministry"
             | FORM alone, where the text before or the article's pair tells the state
embassy      = ADJECTIVE " " "embassy" (" in " STATE)?
organisation = CAPITALISED+ LAST (" of " CAPITALISED+)?              "Waseda University"
medium       = the same, or so called in italics
vessel       = "USS" CAPITALISED+
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ccdata.authority.patterns import pattern_words
from ccdata.authority.titles import title_words
from ccdata.extract.mentions_context import Body, Context, fits_head
from ccdata.extract.mentions_index import Hit
from ccdata.extract.mentions_organisations import OrganisationReader
from ccdata.extract.mentions_words import Word
from ccdata.source.clean import Block

_OF_STATE = re.compile(r" of (?:the )?")
_MINISTRY = re.compile(
    r"(?:Ministry|Department) (?:of|for) (?:the )?[A-Z][a-z-]+(?:(?:, | and |, and | )[A-Z][a-z-]+){0,6}"
    r"|[A-Z][a-z-]+(?:(?:, | and |, and | )[A-Z][a-z-]+){0,4} (?:Ministry|Department)\b(?! (?:of|for) )"
)
_EMBASSY = re.compile(r"[Ee]mbassy(?: in (?:the )?| to (?:the )?)?")
_PREFIXES = sorted(pattern_words().vessels)
_VESSEL = re.compile(rf"\b(?:{'|'.join(_PREFIXES)}) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){{0,3}}")
_AT = re.compile(r"(?:at|on|outside|near|inside|around|into|storm|stormed|bombing of|attack on) (?:the )?$")
_BUILDING = re.compile(
    r" (?:in [A-Z]\w+ )?(?:bombing|attack|attacks|building|compound|grounds|gate|premises)\b"
)
_CITY = re.compile(r" (?:municipal|city) (?:authorit(?:y|ies)|government)\b")
_ITALIC = 6


class BodyReader:
    """Finds bodies in one folded text, with the patterns found in it."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
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
        found = [
            *self._cities(),
            *self._forms(),
            *self._ministries(),
            *self._embassies(),
            *self._vessels(),
            *OrganisationReader(self.text, self._words, self._context).read(),
        ]
        found += self._italics() if len(self.text) == len(self.block.text) else []
        found.sort(key=lambda body: (body.start, -body.end))
        kept: list[Body] = []
        for body in found:
            if not kept or body.start >= kept[-1].end:
                kept.append(body)
        return kept

    def _forms(self) -> Iterator[Body]:
        for hit in self._hits:
            form = hit.entry.form
            if form is None:
                continue
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
            start, code, _ = self._context.state_before(first)
            end = match.end()
            if code is None:
                end, code = self._context.state_after(end)
            head = "Ministry" if "Ministry" in words else "Department"
            fits = fits_head(head)
            code = code or (self._context.state(first, fits) if fits else None)
            if code:
                name = f"{head} of {self._joined(match[0])} of {self._context.name(code)}"
                yield self._context.body(start, end, name, "government", code)

    def _joined(self, words: str) -> str:
        return re.sub(r"^(?:Ministry|Department) (?:of|for) (?:the )?| (?:Ministry|Department)$", "", words)

    def _embassies(self) -> Iterator[Body]:
        for match in _EMBASSY.finditer(self.text) if "mbassy" in self.text else ():
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

    def _cities(self) -> Iterator[Body]:
        """The government of a city that is also a capital: "Seoul city government"."""
        for hit in self._hits:
            match = _CITY.match(self.text, hit.end) if hit.sort == "capital" else None
            if match:
                name = f"Government of {self.text[hit.start : hit.end]}"
                yield self._context.body(hit.start, match.end(), name, "government", hit.entry.values[0])

    def _vessels(self) -> Iterator[Body]:
        if not any(ship in self.text for ship in _PREFIXES):
            return
        for match in _VESSEL.finditer(self.text):
            name = match[0].removesuffix("'s")
            state = pattern_words().vessels[name.partition(" ")[0]]
            yield self._context.body(match.start(), match.start() + len(name), name, "vessel", state)

    def _italics(self) -> Iterator[Body]:
        for mark in self.block.marks:
            words = self.text[mark.start : mark.end].removesuffix("'s").split()
            if mark.kind != "italic" or not 0 < len(words) < _ITALIC:
                continue
            named = pattern_words().organisations["italic"] & {*words}
            if named and all(word[0].isupper() or word in ("of", "the") for word in words):
                end = mark.start + len(self.text[mark.start : mark.end].removesuffix("'s").rstrip())
                yield self._context.body(mark.start, end, self.text[mark.start : end], "media", None)
