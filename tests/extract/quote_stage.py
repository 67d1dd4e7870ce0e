"""A small stage for quotation tests: names are marked in the sentence itself.

{abe:Prime Minister |Abe Shinzo}    a person with a title
{abe:he}                            a pronoun that was resolved
{JPN:Tokyo}                         a state (three capitals)
{@xinhua:Xinhua} {#asean:ASEAN}     a medium, an organisation of states
{abe+roh:the two leaders}           a description of two
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import cast

from ccdata.document.dates import read_label
from ccdata.document.model import Entry, Place, Placed
from ccdata.extract.cast import Cast
from ccdata.extract.naming import Naming
from ccdata.extract.quotes.article import ArticleReader
from ccdata.extract.quotes.find import BlockReader
from ccdata.extract.quotes.pairing import pair_marks
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.quotes.quotation import Quotation
from ccdata.extract.sentences import sentences
from ccdata.records.shapes import Party
from ccdata.records.terms import ActorKind, Method
from ccdata.source.clean import CleanText

_MARK = re.compile(r"\{([@#]?[\w+-]+):([^{}|]*?)(?:\|([^{}]*))?\}")
_PRONOUNS = frozenset(["he", "she", "it", "they", "his", "her", "its", "their", "him", "them"])


def stage(marked: str) -> tuple[str, list[Naming]]:
    """Return the plain text and its namings."""
    text, namings, place = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[place : found.start()]
        title, name = (found[2], found[3]) if found[3] is not None else ("", found[2])
        begin = len(text)
        text += title + name
        actors = found[1].split("+")
        namings += [_naming(actor, name, begin, begin + len(title), len(text)) for actor in actors]
        place = found.end()
    return text + marked[place:], namings


def _naming(actor: str, name: str, begin: int, start: int, end: int) -> Naming:
    kinds: dict[str, ActorKind] = {"@": "media", "#": "igo"}
    kind: ActorKind = kinds.get(actor[0], "country" if actor.isupper() else "person")
    method: Method = "pronoun" if name.lower() in _PRONOUNS else "alias"
    title = (begin, start - 1) if start > begin else None
    return Naming(
        start=start,
        end=end,
        actor_id=actor.strip("@#").lower(),
        kind=kind,
        country=None,
        method=method,
        title=title,
    )


def find(marked: str) -> list[Quotation]:
    """Return the quotations of one marked block."""
    text, namings = stage(marked)
    passage = Passage(number=0, text=text, namings=namings, sentences=sentences(text))
    return BlockReader(passage, pair_marks(text)).read()


def summary(marked: str) -> list[str]:
    """Return `kind speakers cue` for every quotation, in order."""
    text, _ = stage(marked)
    made = []
    for quotation in find(marked):
        speakers = (
            "+".join(s.actor_id or text[s.start : s.end].replace(" ", "_") for s in quotation.speakers) or "-"
        )
        cue = quotation.cue.lemma.replace(" ", "_") if quotation.cue else "-"
        made.append(f"{quotation.kind} {speakers} {cue}")
    return made


class Stage:
    """An article of marked paragraphs, with a cast that knows the names marked in them."""

    def __init__(self, *paragraphs: str, entries: Sequence[tuple[str, str]] = ()) -> None:
        self.placed: list[Placed] = []
        self._namings: list[tuple[Naming, ...]] = []
        for marked in paragraphs:
            self._add(marked, "body", None)
        for ordinal, (label, marked) in enumerate(entries, start=1):
            self._add(marked, "chronology", (ordinal, label))

    def _add(self, marked: str, place: Place, dated: tuple[int, str] | None) -> None:
        text, namings = stage(marked)
        block = CleanText(text).block([(0, len(text))])
        entry = None
        if dated is not None:
            label = read_label(dated[1] + ": X", year=None)
            entry = Entry(ordinal=dated[0], span=block.whole(), label=label, date_span=None, body=block)
        self.placed.append(Placed(block=block, place=place, section="Talks", entry=entry))
        self._namings.append(tuple(namings))

    def namings(self, number: int) -> tuple[Naming, ...]:
        return self._namings[number]

    def references(self, number: int) -> tuple[Naming, ...]:
        del number
        return ()

    def party(self, number: int, naming: Naming, on: dt.date | None) -> Party:
        del on
        block = self.placed[number].block
        return Party(
            actor_id=f"actor:{naming.actor_id}",
            text=block.text[naming.start : naming.end],
            span=block.span(naming.start, naming.end),
            country=None,
            role_title=None,
            role_span=None,
            office=None,
            method=naming.method,
        )

    def read(self) -> list[Quotation]:
        """Return the quotations of the whole article."""
        return ArticleReader(self.placed, cast("Cast", self)).read()
