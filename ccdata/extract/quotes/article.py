"""The quotations of a whole article: blocks in reading order, and what crosses from one to the next.

A quotation of several paragraphs opens in each and closes in the last: one record a paragraph.
A paragraph set off by its markup, or one behind a colon with a speaker and a first person in it,
is a quotation without marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from ccdata.authority.cues import load_cues
from ccdata.document.model import Placed
from ccdata.extract.cast import Cast
from ccdata.extract.naming import Naming
from ccdata.extract.quotes.blocks import Introduction, introduced, is_set_off, read_set_off
from ccdata.extract.quotes.dates import date_quotations, period_of
from ccdata.extract.quotes.find import BlockReader
from ccdata.extract.quotes.marks import double_marks, has_double
from ccdata.extract.quotes.pairing import Pairing, pair_marks
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.quotes.quotation import Quotation, Speaker
from ccdata.extract.quotes.threads import link_continuations, link_repetitions
from ccdata.extract.quotes.tokens import Token
from ccdata.extract.quotes.unmarked import is_unmarked, with_unmarked
from ccdata.extract.sentences import sentences
from ccdata.records.remarks import Remark

_RUNNING = frozenset({"body", "abstract"})
_OPENS = re.compile(r"\s*[\"“„«]")


class ArticleReader:
    """Walks the blocks of an article; `remarks` are what it noticed."""

    def __init__(self, placed: Sequence[Placed], cast: Cast, authors: Sequence[str] = ()) -> None:
        self.placed = placed
        self.authors = authors
        self.period = period_of(placed)
        self.cast = cast
        self.found: list[Quotation] = []
        self.remarks: list[Remark] = []
        self._before: tuple[int, BlockReader | None] | None = None
        self._open: Quotation | None = None
        self._turns: list[tuple[int, tuple[Speaker, ...], bool]] = []

    def read(self) -> list[Quotation]:
        """Return every quotation in order of block and start, tied to one another."""
        for number, placed in enumerate(self.placed):
            self.found.extend(self._block(number, placed))
        link_repetitions(self.found, self.placed)
        return self.found

    def _block(self, number: int, placed: Placed) -> list[Quotation]:
        running = placed.place in _RUNNING
        text = placed.block.text
        pairing = pair_marks(text, goes_on=running and has_double(text) and self._goes_on(number))
        if pairing.unclosed or pairing.unopened:
            self._note(placed, pairing)
        intro = self._introduction(placed) if running else None
        if intro is not None or is_set_off(placed, pairing):
            made = read_set_off(self._passage(number, placed), pairing, intro, self._last_speakers())
            self._before = None
            return made
        if running and ": " in text:
            pairing = with_unmarked(self._passage(number, placed), pairing, load_cues())
        if not pairing.pairs:
            if running:
                self._before, self._open = (number, None), None
            return []
        return self._marked(number, placed, pairing)

    def _marked(self, number: int, placed: Placed, pairing: Pairing) -> list[Quotation]:
        """Read a block that has quotations in marks."""
        reader = BlockReader(self._passage(number, placed), pairing, self._carried(placed), self._earlier)
        made = reader.read()
        for quotation in made:
            if is_unmarked(quotation.pair) and not quotation.pair.open_end:
                quotation.kind = "block"
        link_continuations(reader, made)
        date_quotations(made, placed, reader.units, reader.passage.namings, self.period)
        if placed.place in _RUNNING:
            self._join_paragraphs(made)
            self._take_turn(number, made)
            self._before = (number, reader)
        return made

    def _passage(self, number: int, placed: Placed) -> Passage:
        text = placed.block.text
        return Passage(
            number=number,
            text=text,
            namings=merged(self.cast.namings(number), self.cast.references(number)),
            sentences=sentences(text),
            links=[(mark.start, mark.end) for mark in placed.block.marks if mark.kind in _LINKED],
            citation=placed.place == "citation",
            authors=self._authors(placed),
        )

    def _authors(self, placed: Placed) -> tuple[tuple[int, int], ...]:
        """Return where the preferred citation names the article's authors."""
        if placed.place != "citation":
            return ()
        text = placed.block.text
        places = [(text.rfind(name), len(name)) for name in self.authors]
        return tuple(sorted((place, place + length) for place, length in places if place >= 0))

    def _goes_on(self, number: int) -> bool:
        """Say whether the next running paragraph begins with an opening mark."""
        for following in self.placed[number + 1 : number + 1 + _LOOK]:
            if following.place in _RUNNING:
                return _OPENS.match(following.block.text) is not None
        return False

    def _introduction(self, placed: Placed) -> Introduction | None:
        """Return the introduction in the paragraph before, if it ends in a colon."""
        if self._before is None:
            return None
        number, reader = self._before
        before = self.placed[number]
        if not before.block.text.rstrip().endswith(":"):
            return None
        return introduced(reader or self._plain(number), placed)

    def _carried(self, placed: Placed) -> tuple[Speaker, ...]:
        """Return who spoke last, for a paragraph that begins with a quotation."""
        if placed.place not in _RUNNING or not _OPENS.match(placed.block.text):
            return ()
        if self._before is not None and self.placed[self._before[0]].block.text.rstrip().endswith(":"):
            return self._announced()
        return self._asking(placed) or self._last_speakers()

    def _plain(self, number: int) -> BlockReader:
        """Return the reader of a paragraph that quotes nobody."""
        return BlockReader(self._passage(number, self.placed[number]), Pairing((), (), ()))

    def _earlier(self) -> tuple[int, list[Token]]:
        """Return the last sentence of the paragraph before: a pronoun may take up its subject."""
        if self._before is None:
            return 0, []
        number, reader = self._before
        return number, (reader or self._plain(number)).last_tokens()

    def _announced(self) -> tuple[Speaker, ...]:
        """Return whom the paragraph before announces with its colon."""
        if self._before is None:
            return ()
        number, reader = self._before
        found = (reader or self._plain(number)).announced()
        return found[1] if found is not None else self._last_speakers()

    def _asking(self, placed: Placed) -> tuple[Speaker, ...]:
        """Return who asked before the answer: a paragraph of words alone is his turn again."""
        bare = placed.block.text.rstrip()[-1:] in '"”»' and len(self._turns) == _TURNS
        if not bare or len(double_marks(placed.block.text)) != _MARKS:
            return ()
        question, answer = self._turns
        between = self._before is not None and answer[0] == self._before[0] and question[0] == answer[0] - 1
        return question[1] if between and question[2] and question[1] != answer[1] else ()

    def _last_speakers(self) -> tuple[Speaker, ...]:
        """Return who spoke in the last sentence of the paragraph before."""
        reader = self._before[1] if self._before is not None else None
        if reader is None or reader.said is None:
            return ()
        return reader.said.speakers if reader.said.unit >= len(reader.units) - 1 else ()

    def _join_paragraphs(self, made: list[Quotation]) -> None:
        """Tie the paragraphs of one quotation: what stayed open goes on at the head of the next."""
        top = [quotation for quotation in made if quotation.outer is None]
        if self._open is not None and top and top[0].pair.mark_start == 0:
            top[0].continues = self._open
            if not top[0].speakers:
                _credit(top[0], self._open.speakers)
            earlier: Quotation | None = self._open
            while earlier is not None and not earlier.speakers:
                _credit(earlier, top[0].speakers)
                earlier = earlier.continues
        self._open = top[-1] if top and top[-1].pair.open_end else None

    def _take_turn(self, number: int, made: list[Quotation]) -> None:
        """Keep who spoke in this paragraph, if one did, and whether he asked."""
        top = [quotation for quotation in made if quotation.outer is None]
        alone = top and top[0].speakers and all(q.speakers == top[0].speakers for q in top)
        turn = [(number, top[0].speakers, top[-1].text.endswith("?"))] if alone else []
        self._turns = [*self._turns, *turn][-_TURNS:]

    def _note(self, placed: Placed, pairing: Pairing) -> None:
        for code, places in (("quote-unclosed", pairing.unclosed), ("quote-unopened", pairing.unopened)):
            for place in places:
                start, end = placed.block.range(place, place + 1)
                message = f"No partner for the mark before {placed.block.text[place : place + 40]!r}"
                self.remarks.append(Remark(code=code, message=message, start=start, end=end))


_LOOK = 4
_TURNS = 2
_MARKS = 2
_place = attrgetter("start", "end")
_LINKED = frozenset({"link", "underline"})


def _credit(quotation: Quotation, speakers: tuple[Speaker, ...]) -> None:
    """Give a paragraph of a quotation the speakers of another."""
    if speakers:
        quotation.speakers, quotation.attribution = speakers, "implicit"
        quotation.kind = "direct"


def merged(namings: Sequence[Naming], references: Sequence[Naming]) -> Sequence[Naming]:
    """Join namings and references in order of their start."""
    return sorted((*namings, *references), key=_place) if references else namings
