"""Quotations without marks: a paragraph set off by markup, or introduced by a colon.

... Kim told the assembly:          the introduction: a sentence with a cue that ends in a colon
We have waited for too long. ...    the words: a paragraph that speaks in the first person
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccdata.document.model import Placed
from ccdata.extract.quotes.find import BlockReader
from ccdata.extract.quotes.pairing import Pair, Pairing
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.quotes.quotation import Cue, Quotation, Speaker
from ccdata.extract.quotes.unmarked import introduces

_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y|me|[Yy]ou|[Yy]our)\b|^\s*(?:\.\.\.|…)")
_ITEM = re.compile(r"^\s*(?:[-*•·]|\(?\d{1,2}[.)])\s")
_MARK = re.compile(r"^\s*[\"“„«]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Who is introduced by a colon, and by which word."""

    speakers: tuple[Speaker, ...]
    cue: Cue | None
    addressees: tuple[Speaker, ...] = ()


def introduced(before: BlockReader, placed: Placed) -> Introduction | None:
    """Return the introduction in the paragraph before, where this one is the words it announces."""
    text = placed.block.text
    if not before.passage.text.rstrip().endswith(":") or _MARK.match(text) or _ITEM.match(text):
        return None
    return _introduction(before, sure=placed.quoted or _FIRST_PERSON.search(text) is not None)


def _introduction(before: BlockReader, *, sure: bool) -> Introduction | None:
    """Read who speaks; unless the paragraph shows it (`sure`), a verb of speaking must announce it."""
    found = before.announced()
    if found is None:
        return None
    link, speakers, tokens = found
    if not sure and not introduces(tokens, link, len(tokens) - 1):
        return None
    cue = None
    if link.cue is not None and link.lemma is not None:
        cue = Cue(
            lemma=link.lemma,
            block=before.passage.number,
            start=tokens[link.cue[0]].start,
            end=tokens[link.cue[1]].end,
        )
    return Introduction(speakers=speakers, cue=cue)


def is_set_off(placed: Placed, pairing: Pairing) -> bool:
    """Say whether markup sets the paragraph off as a quotation and no marks enclose it."""
    if not placed.quoted or placed.place not in {"body", "abstract"}:
        return False
    text = placed.block.text
    whole = any(p.mark_start == 0 and p.mark_end >= len(text.rstrip()) for p in pairing.pairs)
    return not whole and not _ITEM.match(text)


def read_set_off(
    passage: Passage, pairing: Pairing, intro: Introduction | None, last: tuple[Speaker, ...]
) -> list[Quotation]:
    """Return the paragraph as one quotation, with those nested in it."""
    text = passage.text
    whole = Pair(0, len(text), "double", None, 0, len(text))
    nested = [p._replace(outer=0 if p.outer is None else p.outer + 1) for p in pairing.pairs]
    reader = BlockReader(passage, Pairing((whole, *nested), (), ()))
    made = reader.read()
    block = made[0]
    block.kind = "block"
    if intro is not None:
        block.speakers, block.cue, block.attribution = intro.speakers, intro.cue, "explicit"
    elif last:
        block.speakers, block.attribution = last, "implicit"
    return made
