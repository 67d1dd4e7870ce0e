"""Every quotation of an article: paired, told apart, given to its speakers.

Works block by block, unit by unit; what one sentence leaves open, the one before decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from ccdata.authority.cues import Cues, Noun, load_cues
from ccdata.extract.quotes.attribution import Credit, credit_quotations
from ccdata.extract.quotes.carrying import (
    holding_subject,
    is_bare,
    is_said_of_it,
    is_somebodys,
    main_subject,
    may_be_carried,
)
from ccdata.extract.quotes.governors import find_governor
from ccdata.extract.quotes.kinds import glosses_foreign, names_work, nobodys_kind
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.native import find_native
from ccdata.extract.quotes.nested import read_nested
from ccdata.extract.quotes.pairing import Pair, Pairing
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.quotes.quotation import Cue, Quotation, Speaker
from ccdata.extract.quotes.tokens import QUOTE, Reader, Token
from ccdata.extract.quotes.units import join_units
from ccdata.extract.quotes.voices import Voices, nothing_before
from ccdata.extract.quotes.works import creator_of

_BACK = 3


class _Said(NamedTuple):
    """Who spoke last, where."""

    speakers: tuple[Speaker, ...]
    unit: int


class BlockReader:
    """Reads the quotations of one block."""

    def __init__(
        self,
        passage: Passage,
        pairing: Pairing,
        before: tuple[Speaker, ...] = (),
        earlier: Callable[[], tuple[int, list[Token]]] = nothing_before,
    ) -> None:
        self.passage = passage
        self.cues: Cues = load_cues()
        self.pairs = pairing.pairs
        self._ascii = passage.text.isascii()
        self.units = join_units(passage.text, passage.sentences, self.pairs)
        self.said: _Said | None = _Said(before, -1) if before else None
        self.found: list[Quotation] = []
        self._tokens: dict[int, list[Token]] = {}
        self._natures: dict[int, tuple[bool, bool]] = {}
        top = [(number, pair) for number, pair in enumerate(self.pairs) if pair.outer is None]
        self._reader = Reader(passage.text, top, passage.namings)
        self._top = top
        self._openings = [pair.mark_start for _, pair in top]
        self.voices = Voices(passage, self.tokens, earlier)

    def read(self) -> list[Quotation]:
        """Return the block's quotations in order of their start, nested ones included."""
        made: dict[int, Quotation] = {}
        place = 0
        for unit, (_, end) in enumerate(self.units):
            here = []
            while place < len(self._top) and self._top[place][1].mark_start < end:
                here.append(self._top[place])
                place += 1
            if here:
                self._read_unit(unit, here, made)
        read_nested(self.pairs, self.voices, made)
        return [made[number] for number in sorted(made)]

    def tokens(self, unit: int) -> list[Token]:
        """Return the tokens of a unit, read once."""
        if unit not in self._tokens:
            self._tokens[unit] = self._reader.read(*self.units[unit])
        return self._tokens[unit]

    def last_tokens(self) -> list[Token]:
        """Return the tokens of the block's last sentence."""
        return self.tokens(len(self.units) - 1) if self.units else []

    def opens_unit(self, quotation: Quotation) -> bool:
        """Say whether a quotation stands at the head of its unit."""
        return quotation.pair.mark_start <= self.units[quotation.unit][0]

    def announced(self) -> tuple[Link, tuple[Speaker, ...], list[Token]] | None:
        """Return who is announced by the colon that ends the block."""
        if not self.units:
            return None
        unit = len(self.units) - 1
        tokens = self.tokens(unit)
        length = len(self.passage.text)
        words = Token(length, length, "", QUOTE)
        search = find_governor([*tokens, words], len(tokens), self.cues)
        speakers = self.voices.speakers(search.link.speaker, unit, tokens) if search.link else ()
        return (search.link, speakers, tokens) if search.link and speakers else None

    def _read_unit(self, unit: int, here: list[tuple[int, Pair]], made: dict[int, Quotation]) -> None:
        tokens = self.tokens(unit)
        texts = {number: self.passage.text[pair.start : pair.end] for number, pair in here}
        credited = credit_quotations(tokens, texts, self.cues)
        places = {token.quote: at for at, token in enumerate(tokens) if token.flags & QUOTE}
        for number, pair in here:
            if number not in credited:
                continue
            quotation = self._quotation(unit, tokens, places[number], pair, credited[number])
            made[number] = quotation
            if quotation.speakers and quotation.kind != "title":
                self.said = _Said(quotation.speakers, unit)

    def _quotation(self, unit: int, tokens: list[Token], at: int, pair: Pair, credit: Credit) -> Quotation:
        words = self.passage.text[pair.start : pair.end]
        made = Quotation(block=self.passage.number, pair=pair, text=words, unit=unit, kind="scare")
        if not self._ascii:
            made.native = find_native(self.passage.text, pair.mark_end, self._tail(unit, pair))
        if self.passage.citation:
            return self._as_cited(made)
        if names_work(tokens, at, words, self.cues):
            return self._as_title(made, unit, tokens, at, credit)
        link = credit.link
        speakers = self.voices.speakers(link.speaker, unit, tokens) if link else ()
        if link is not None and speakers:
            if self.said is not None and unit - self.said.unit <= 1:
                speakers = self.voices.going_on(speakers, self.said.speakers)
            self.voices.give(made, unit, tokens, at, link, speakers)
            made.kind = "direct" if credit.clause else "fragment"
            return made
        carried = self._carried(unit, tokens, at, words, credit)
        if carried:
            made.speakers, made.attribution = carried, "implicit"
            made.kind = "direct" if credit.clause else "fragment"
            return made
        if made.native is None and self._is_open(unit, words, credit):
            made.speakers = self._held(unit, tokens, at)
            made.attribution = "implicit" if made.speakers else "none"
            made.kind = "direct" if credit.clause else "fragment"
            return made
        native = made.native is not None or glosses_foreign(tokens, at)
        linked = self._is_linked(pair)
        made.kind = nobodys_kind(words, native=native, linked=linked, lifted=credit.agentless)
        return made

    def _tail(self, unit: int, pair: Pair) -> int:
        """Return where the stretch behind a quotation ends: at the next one, or with the unit."""
        following = bisect_left(self._openings, pair.mark_end)
        end = max(self.units[unit][1], self.pairs[-1].mark_end)
        return min(end, self._openings[following]) if following < len(self._openings) else end

    def _as_cited(self, made: Quotation) -> Quotation:
        """Read the title in the preferred citation: its authors stand before it."""
        made.kind = "title"
        made.attribution = "explicit" if self.passage.authors else "none"
        made.speakers = tuple(
            Speaker(block=self.passage.number, start=start, end=end) for start, end in self.passage.authors
        )
        return made

    def _as_title(
        self, made: Quotation, unit: int, tokens: list[Token], at: int, credit: Credit
    ) -> Quotation:
        made.kind = "title"
        before = self.tokens(unit - 1) if unit else []
        found = creator_of(tokens, at, before)
        if found is None and credit.link is not None and credit.link.speaker.is_named:
            found = (credit.link.speaker, tokens, credit.link.cue)
        if found is not None:
            phrase, where, cue = found
            made.speakers = self.voices.speakers(phrase, unit, where)
            made.attribution = "explicit" if made.speakers else "none"
            if cue is not None and made.speakers:
                form = where[cue[0]].form
                lemma = form.lemma if form else where[cue[0]].word
                made.cue = Cue(
                    lemma=lemma, block=self.passage.number, start=where[cue[0]].start, end=where[cue[1]].end
                )
        return made

    def _carried(
        self, unit: int, tokens: list[Token], at: int, words: str, credit: Credit
    ) -> tuple[Speaker, ...]:
        """Return who goes on speaking, where the sentence itself does not say."""
        bare, proverb = self._nature(unit)
        if credit.so_called or credit.agentless or proverb:
            return ()
        near = self.said is not None and unit - self.said.unit <= 1
        if bare:
            return self.said.speakers if self.said is not None and near else self._told_of_before(unit)
        if self.said is None or not near:
            return ()
        if not may_be_carried(tokens, at, words, self.cues) and not is_said_of_it(tokens, at):
            return ()
        own = main_subject(tokens)
        actors = {speaker.actor_id for speaker in self.said.speakers}
        other = own is not None and {naming.actor_id for naming in own.namings} - actors
        return () if other else self.said.speakers

    def _is_open(self, unit: int, words: str, credit: Credit) -> bool:
        """Say whether words that nothing governs are somebody's all the same: no term, saying or name."""
        if credit.so_called or credit.agentless or self._nature(unit)[1]:
            return False
        return is_somebodys(words, clause=credit.clause)

    def _held(self, unit: int, tokens: list[Token], at: int) -> tuple[Speaker, ...]:
        """Return the subject of the clause around the words, else who spoke in the sentence before."""
        subject = holding_subject(tokens, at)
        if subject is not None:
            return self.voices.speakers(subject, unit, tokens)
        near = self.said is not None and unit - self.said.unit <= 1
        return self.said.speakers if self.said is not None and near else ()

    def _told_of_before(self, unit: int) -> tuple[Speaker, ...]:
        """Return the person whom the sentence before a bare quotation is about."""
        if not unit:
            return ()
        before = self.tokens(unit - 1)
        subject = main_subject(before)
        return self.voices.speakers(subject, unit, before) if subject is not None else ()

    def _nature(self, unit: int) -> tuple[bool, bool]:
        """Say of a unit whether it is nothing but quotations, and whether it tells a saying; once."""
        if unit not in self._natures:
            tokens = self.tokens(unit)
            self._natures[unit] = (is_bare(tokens), any(token.noun & Noun.SAYING for token in tokens))
        return self._natures[unit]

    def _is_linked(self, pair: Pair) -> bool:
        """Say whether the words, or some of them, carry a link."""
        return any(start < pair.end and end > pair.start for start, end in self.passage.links)
