"""Patterns become passages: slots are filled, and what the filling means is noted as it happens.

    pattern = (WORDS | '{' SLOT ['.' FORM] '}' | '[' WORDS ']' | '“' | '”' | '‹' | '›' | '¶' ['>'])*

`[ ]` carries a link, `“ ”` a quotation, `‹ ›` an inner one, `¶` begins a paragraph, `¶>` a block
quotation. `[[` and `]]` print brackets.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ccdata.testing.filling import Filler, Filling
from ccdata.testing.story import Named, Passage, Quotation, Related, Run
from ccdata.testing.world import Pattern

_TOKEN = re.compile(r"\{[^{}]{1,40}\}|\[\[|\]\]|¶>?|[\[\]“”‹›]|[^\[\]{}“”‹›¶]+")
_INNER = {"‹": "‘", "›": "’"}


@dataclass(slots=True)
class _Draft:
    """A passage in the making."""

    runs: list[Run] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0
    url: str | None = None
    block: bool = False

    def add(self, text: str, *, italic: bool = False) -> None:
        """Append text in the style that is on."""
        self.length += len(text)
        last = self.runs[-1] if self.runs else None
        if last is not None and last.url == self.url and last.italic == italic:
            self.runs[-1] = Run(text=last.text + text, italic=italic, url=self.url)
        else:
            self.runs.append(Run(text=text, italic=italic, url=self.url))

    @property
    def text(self) -> str:
        """What stands so far."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Woven:
    """What a pattern became: its passages, the filling of its slots, and dates inside."""

    passages: tuple[Passage, ...]
    fillings: dict[str, Filling]
    related: tuple[Related, ...]


class Weaver:
    """Weaves the patterns of one article with one filler."""

    def __init__(self, rng: random.Random, filler: Filler) -> None:
        self.rng = rng
        self.filler = filler

    def weave(self, pattern: Pattern, *, keep: bool = False) -> Woven:
        """Fill a pattern; `keep` tells on about the same people."""
        self.filler.begin(keep=keep)
        drafts = [_Draft()]
        for piece in _TOKEN.findall(pattern.text):
            self._take(piece, drafts)
        _close(drafts[-1])
        passages = tuple(self._passages(pattern, drafts))
        return Woven(passages=passages, fillings=self.filler.filled, related=self.filler.related)

    def _take(self, piece: str, drafts: list[_Draft]) -> None:
        draft = drafts[-1]
        if piece.startswith("{"):
            self._fill(piece[1:-1], draft)
        elif piece in "“‹":
            draft.add(_INNER.get(piece, piece))
            draft.opened.append(draft.length)
        elif piece in "”›":
            draft.quoted.append((draft.opened.pop(), draft.length))
            draft.add(_INNER.get(piece, piece))
        elif piece in "[]":
            draft.url = self._address() if piece == "[" else None
        elif piece.startswith("¶"):
            _close(draft)
            drafts.append(_Draft(block=piece == "¶>"))
        else:
            draft.add(piece.replace("[[", "[").replace("]]", "]"))

    def _fill(self, slot: str, draft: _Draft) -> None:
        so_far = draft.text
        opens = not so_far or so_far.endswith((". ", ".“"))
        filling = self.filler.fill(slot, opens=opens)
        if filling.before:
            draft.add(filling.before)
        draft.add(filling.text, italic=filling.italic)
        draft.add(filling.after)
        if filling.named is not None:
            draft.named.append(filling.named)

    def _address(self) -> str:
        return f"https://news.example.org/{self.rng.randint(1999, 2024)}/{self.rng.randrange(10**6):06d}"

    def _passages(self, pattern: Pattern, drafts: list[_Draft]) -> Iterator[Passage]:
        facts = iter(pattern.quotes)
        for draft in drafts:
            places = [(0, draft.length)] if draft.block else sorted(draft.quoted)
            made = [self._quotation(pattern, draft, place, next(facts)) for place in places]
            yield Passage(
                runs=tuple(run for run in draft.runs if run.text),
                quotations=tuple(_nested(made)),
                named=tuple(draft.named),
                block=draft.block,
            )

    def _quotation(
        self, pattern: Pattern, draft: _Draft, place: tuple[int, int], fact: dict[str, Any]
    ) -> Quotation:
        speakers = tuple(self._speakers(fact))
        native, language = self.filler.native if fact.get("native") else (None, None)
        default = "explicit" if speakers else "none"
        return Quotation(
            text=draft.text[place[0] : place[1]],
            kind=fact["kind"],
            speakers=speakers,
            attribution=fact.get("attribution", default),
            cue=fact.get("cue"),
            stance=fact.get("stance", "asserted"),
            via=tuple(self.filler.filled[slot].name for slot in [fact["via"]]) if "via" in fact else (),
            native_text=native,
            native_language=language,
            within="outer" if fact.get("within") else None,
            continues=bool(fact.get("continues")),
            joined=bool(fact.get("joined")),
            phenomenon=pattern.phenomenon,
        )

    def _speakers(self, fact: dict[str, Any]) -> Iterator[str]:
        if "said" in fact:
            yield self.filler.filled[fact["said"]].text
        by = fact.get("by", "")
        slots = [by] if by in self.filler.filled else list(by)
        for slot in slots:
            yield self.filler.filled[slot].name


def _close(draft: _Draft) -> None:
    """A paragraph's end ends the quotation that is open: the next paragraph opens it anew."""
    while draft.opened:
        draft.quoted.append((draft.opened.pop(), draft.length))


def _nested(made: list[Quotation]) -> Iterator[Quotation]:
    """An inner quotation names the words of the one before it as the outer one."""
    outer: Quotation | None = None
    for quotation in made:
        if quotation.within is None:
            outer = quotation
            yield quotation
        elif outer is not None:
            facts = {name: getattr(quotation, name) for name in Quotation.__dataclass_fields__}
            yield Quotation(**{**facts, "within": outer.text})
