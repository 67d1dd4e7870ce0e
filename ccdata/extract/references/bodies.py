"""Bodies that are spoken of by what they are, once they were named.

body = "the" "same"? NOUN        the only body whose name holds the noun, in the block or just before
its  = "Its"                     at the start of a sentence: the body that the sentence before begins with
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ccdata.authority.references import reference_words
from ccdata.extract.naming import Naming
from ccdata.extract.references.block import Block
from ccdata.extract.references.epithets import stands_alone

_WORD = re.compile(r"[a-z]+")
_BLOCKS = 3
_MANY = 100
"""So many of those named last are looked at."""
_ITS = re.compile(r"Its\b(?<=\bIts)")
_NOT_BODIES = ("person", "country")


class Bodies:
    """The bodies of one article as it is read; `name_of` tells an actor's full name."""

    def __init__(self, name_of: Callable[[str], str]) -> None:
        self._name_of = name_of
        self._named: dict[str, list[tuple[int, Naming]]] = {}
        """The bodies by the nouns of their names, with the blocks they stand in."""

    def read(self, number: int, block: Block) -> Iterator[Naming]:
        """Yield the bodies described in a block; blocks come in reading order."""
        self._note(number, block)
        for match in block.described if self._named else ():
            which = 2 if match[1] == "same" else 1
            if match[which] in self._named:
                start, end = match.start() - 1, match.end(which)
                if not block.quoted.meet(start, end) and stands_alone(block, end):
                    meant = self._meant(number, block, match[which], start)
                    if meant is not None:
                        yield _referring(meant, start, end)
        if "Its" in block.text:
            yield from _its(block)

    def _note(self, number: int, block: Block) -> None:
        for naming in block.namings:
            if naming.actor_id and naming.kind not in _NOT_BODIES:
                for noun in self._nouns(naming, block.text):
                    self._named.setdefault(noun, []).append((number, naming))

    def _nouns(self, naming: Naming, text: str) -> set[str]:
        """Return what a body can be called, by the words of its name and its kind."""
        name = f"{self._name_of(naming.actor_id or '')} {text[naming.start : naming.end]}".lower()
        nouns = reference_words().bodies & {*_WORD.findall(name)}
        return {*nouns, *reference_words().media} if naming.kind == "media" and not nouns else {*nouns}

    def _meant(self, number: int, block: Block, noun: str, start: int) -> Naming | None:
        fit = self._named[noun][-_MANY:]
        here = [one for at, one in fit if at == number and one.end <= start]
        near = here or [one for at, one in fit if number - _BLOCKS <= at < number]
        if len({one.actor_id for one in near}) > 1:
            first = block.bounds[max(0, block.sentence(start) - 1)][0]
            near = [one for one in here if one.start >= first]
        return near[-1] if len({one.actor_id for one in near}) == 1 else None


def _its(block: Block) -> Iterator[Naming]:
    for match in _ITS.finditer(block.text):
        number = block.sentence(match.start())
        if number < 1 or block.bounds[number][0] != match.start() or block.quoted.meet(*match.span()):
            continue
        first, last = block.bounds[number - 1]
        namings = block.inside(first, last)
        if namings and namings[0].kind not in _NOT_BODIES and namings[0].actor_id:
            lead = block.text[first : namings[0].start]
            if lead in ("", "The "):
                yield _referring(namings[0], *match.span())


def _referring(naming: Naming, start: int, end: int) -> Naming:
    return naming._replace(start=start, end=end, method="description", title=None)
