"""What ties quotations to one another: resumption after an interruption, the same words twice."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ccdata.document.model import Placed
from ccdata.extract.quotes.find import BlockReader
from ccdata.extract.quotes.quotation import Quotation

_WORD = re.compile(r"[^\W_]+")
_LEAST_WORDS = 2
_KEY_WORDS = 2


def link_continuations(reader: BlockReader, made: list[Quotation]) -> None:
    """Tie each quotation to the one it resumes: "A," said Kim, "B." | "A," said Kim. "B."."""
    top = [quotation for quotation in made if quotation.outer is None]
    for first, second in itertools.pairwise(top):
        if _same_speakers(first, second) and _resumes(reader, first, second):
            second.continues = first
            second.addressees = second.addressees or first.addressees


def _same_speakers(first: Quotation, second: Quotation) -> bool:
    """Say whether the two are credited alike; nobody in particular to the very same words."""
    if first.actors or second.actors:
        return first.actors == second.actors
    return bool(first.speakers) and first.speakers == second.speakers


def _resumes(reader: BlockReader, first: Quotation, second: Quotation) -> bool:
    """Say whether nothing but the credit of the first stands between the two."""
    if first.kind not in {"direct", "fragment"} or second.kind not in {"direct", "fragment"}:
        return False
    between = (first.pair.mark_end, second.pair.mark_start)
    interrupted = first.cue is not None and between[0] <= first.cue.start < between[1]
    if not interrupted:
        return False
    if first.unit == second.unit:
        return second.cue is not None and (second.cue == first.cue or second.cue.start >= between[1])
    return second.unit == first.unit + 1 and reader.opens_unit(second)


def link_repetitions(found: Sequence[Quotation], placed: Sequence[Placed]) -> None:
    """Tie the words of the narrative to the same words in the chronology, both ways."""
    recorded = [(q, words) for q in found if placed[q.block].entry is not None and (words := _words(q))]
    index: dict[tuple[str, ...], list[tuple[Quotation, list[str]]]] = {
        tuple(words[:_KEY_WORDS]): [] for _, words in recorded
    }
    for quotation in found if recorded else ():
        words = _words(quotation) if placed[quotation.block].entry is None else []
        for key in itertools.pairwise(words):
            if key in index:
                index[key].append((quotation, words))
    for quotation, words in recorded:
        for other, others in index[tuple(words[:_KEY_WORDS])][:_MOST]:
            if _same(quotation, words, other, others) and other not in quotation.same_as:
                quotation.same_as.append(other)
                other.same_as.append(quotation)


_MOST = 50


def _words(quotation: Quotation) -> list[str]:
    words = _WORD.findall(quotation.text.casefold())
    return words if len(words) >= _LEAST_WORDS and quotation.outer is None else []


def _same(one: Quotation, words: list[str], other: Quotation, others: list[str]) -> bool:
    """Say whether one holds the other's words in order, and their speakers do not disagree."""
    if one.actors and other.actors and not one.actors & other.actors:
        return False
    short, long = sorted((words, others), key=len)
    return _contains(long, short)


def _contains(long: list[str], short: list[str]) -> bool:
    joined, part = " ".join(long), " ".join(short)
    return f" {part} " in f" {joined} "
