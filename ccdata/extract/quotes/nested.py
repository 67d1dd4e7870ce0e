"""Quotations inside quotations: their speakers stand in the words around them.

"The so-called 'thaw' is over"      nobody's
"Lee said, 'Wait'"                  Lee's
"I said, 'Wait'"                    his who is quoted
"""

from __future__ import annotations

from collections.abc import Sequence

from ccdata.authority.cues import load_cues
from ccdata.extract.quotes.attribution import Credit, credit_quotations
from ccdata.extract.quotes.kinds import names_work
from ccdata.extract.quotes.pairing import Pair
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.quotation import Quotation
from ccdata.extract.quotes.tokens import QUOTE, Reader, Token
from ccdata.extract.quotes.voices import Voices

_FIRST = frozenset({"i", "we"})


def read_nested(pairs: Sequence[Pair], voices: Voices, made: dict[int, Quotation]) -> None:
    """Add the quotations inside those that were made, by their pairs' numbers."""
    passage = voices.passage
    for number, inner in _children(pairs).items():
        if number not in made:
            continue
        around, outer = pairs[number], made[number]
        tokens = Reader(passage.text, inner, passage.namings).read(around.start, around.end)
        texts = {child: passage.text[pair.start : pair.end] for child, pair in inner}
        credited = credit_quotations(tokens, texts, load_cues())
        for at, token in enumerate(tokens):
            if token.flags & QUOTE:
                child = pairs[token.quote]
                made[token.quote] = _nested(voices, tokens, at, child, credited[token.quote], outer)


def _children(pairs: Sequence[Pair]) -> dict[int, list[tuple[int, Pair]]]:
    """Return the pairs inside each pair that holds some, outer ones first."""
    inside: dict[int, list[tuple[int, Pair]]] = {}
    for number, pair in enumerate(pairs):
        if pair.outer is not None:
            inside.setdefault(pair.outer, []).append((number, pair))
    return dict(sorted(inside.items()))


def _nested(  # noqa: PLR0917 - the parts of one sentence
    voices: Voices, tokens: list[Token], at: int, pair: Pair, credit: Credit, outer: Quotation
) -> Quotation:
    words = voices.passage.text[pair.start : pair.end]
    made = Quotation(block=outer.block, pair=pair, text=words, unit=outer.unit, kind="scare", outer=outer)
    if names_work(tokens, at, words, load_cues()):
        made.kind = "title"
    elif credit.link is not None and _may_be_told(tokens, credit.link.speaker):
        third = _is_third(tokens, credit.link.speaker)
        speakers = voices.speakers(credit.link.speaker, 0, tokens) if third else outer.speakers
        if speakers:
            voices.give(made, 0, tokens, at, credit.link, speakers)
            made.kind = "direct" if credit.clause else "fragment"
    return made


def _may_be_told(tokens: list[Token], phrase: Phrase) -> bool:
    """Say whether a phrase can be credited inside somebody's words: no "you"."""
    return phrase.may_speak and tokens[phrase.first].word != "you"


def _is_third(tokens: list[Token], phrase: Phrase) -> bool:
    """Say whether a phrase inside somebody's words is another than he: no "I", "we"."""
    return phrase.is_named or tokens[phrase.first].word not in _FIRST
