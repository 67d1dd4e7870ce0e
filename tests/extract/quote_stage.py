"""A small stage for quotation tests: names are marked in the sentence itself.

{abe:Prime Minister |Abe Shinzo}    a person with a title
{abe:he}                            a pronoun that was resolved
{JPN:Tokyo}                         a state (three capitals)
{@xinhua:Xinhua} {#asean:ASEAN}     a medium, an organisation of states
{abe+roh:the two leaders}           a description of two
"""

from __future__ import annotations

import re

from ccdata.extract.naming import Naming
from ccdata.extract.quotes.find import BlockReader
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.quotes.pairing import pair_marks
from ccdata.extract.quotes.quotation import Quotation
from ccdata.extract.sentences import sentences

_MARK = re.compile(r"\{([@#]?[\w+-]+):([^{}|]*?)(?:\|([^{}]*))?\}")
_PRONOUNS = frozenset("he she it they his her its their him them".split())


def stage(marked: str) -> tuple[str, list[Naming]]:
    """Return the plain text and its namings."""
    text, namings, place = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[place : found.start()]
        title, name = (found[2], found[3]) if found[3] is not None else ("", found[2])
        begin = len(text)
        text += title + name
        for actor in found[1].split("+"):
            namings.append(_naming(actor, name, begin, begin + len(title), len(text)))
        place = found.end()
    return text + marked[place:], namings


def _naming(actor: str, name: str, begin: int, start: int, end: int) -> Naming:
    kinds = {"@": "media", "#": "igo"}
    kind = kinds.get(actor[0], "country" if actor.isupper() else "person")
    method = "pronoun" if name.lower() in _PRONOUNS else "alias"
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
