"""Pairing loses no character, crosses no pair, and takes linear time for any text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccdata.extract.naming import Naming
from ccdata.extract.quotes.find import BlockReader
from ccdata.extract.quotes.pairing import pair_marks
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.quotes.quotation import Quotation
from ccdata.extract.sentences import sentences

MARKS = "\"'“”‘’„‟′`«»"
TEXTS = st.text(alphabet=st.sampled_from(MARKS + "ab s.,—()[] \n1"), max_size=120)
PLAIN = st.text(alphabet="abcde fgh", min_size=3, max_size=20).filter(lambda t: t == t.strip() and len(t) > 2)


@given(TEXTS)
def test_pairs_are_ordered_nested_and_inside(text: str) -> None:
    pairs = pair_marks(text).pairs
    for number, pair in enumerate(pairs):
        assert 0 <= pair.mark_start < pair.start < pair.end < pair.mark_end <= len(text)
        assert text[pair.start : pair.end] == text[pair.start : pair.end].strip()
        if pair.outer is not None:
            outer = pairs[pair.outer]
            assert pair.outer < number
            assert outer.start <= pair.mark_start
            assert pair.mark_end <= outer.end
    top = [pair for pair in pairs if pair.outer is None]
    assert all(a.mark_end <= b.mark_start for a, b in itertools.pairwise(top))


@given(TEXTS)
def test_no_character_is_lost(text: str) -> None:
    pieces, place = [], 0
    for pair in pair_marks(text).pairs:
        if pair.outer is None:
            pieces += [text[place : pair.mark_start], text[pair.mark_start : pair.mark_end]]
            place = pair.mark_end
    assert "".join([*pieces, text[place:]]) == text


@given(TEXTS)
def test_every_double_mark_is_paired_or_named(text: str) -> None:
    text = text.replace("'", "a").replace("`", "b").replace("‘", "c").replace("’", "d")
    found = pair_marks(text)
    used = {p.mark_start for p in found.pairs} | {p.mark_end - 1 for p in found.pairs}
    named = used | set(found.unclosed) | set(found.unopened)
    alone = [place for place, c in enumerate(text) if c in '"“”„«»' and place not in named]
    empty = [
        place
        for place in alone
        if not text[place + 1 :].strip() or not text[:place].strip() or _in_empty(text, place)
    ]
    assert set(alone) <= set(empty)


def _in_empty(text: str, place: int) -> bool:
    """Say whether a mark's next or last sign but white space is a mark too: a pair around nothing."""
    before, after = text[:place].rstrip()[-1:], text[place + 1 :].lstrip()[:1]
    return bool({before, after} & set('"“”„«»'))


@given(st.lists(PLAIN, min_size=1, max_size=6), st.sampled_from(['""', "“”", "«»"]))
def test_what_is_quoted_comes_back(quoted: list[str], marks: str) -> None:
    text = "It was " + " and then ".join(f"{marks[0]}{words}{marks[1]}" for words in quoted) + "."
    assert [text[p.start : p.end] for p in pair_marks(text).pairs] == quoted


@pytest.mark.parametrize(
    "piece",
    ['"', "'", ' "a', "a' ", " 'as' b", "\"'“”‘’a ", "‘“", "`", "(‘a.", '"a." said ', '"a" and ', "“a\n"],
)
@pytest.mark.usefixtures("no_hang")
def test_marks_without_end_are_read_to_their_end(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    _read(text)
    assert all(0 < p.start <= p.end < len(text) for p in pair_marks(text).pairs)


@given(TEXTS)
def test_anything_is_read(text: str) -> None:
    for quotation in _read(text):
        assert text[quotation.pair.start : quotation.pair.end] == quotation.text


def _read(text: str) -> list[Quotation]:
    namings: list[Naming] = []
    passage = Passage(number=0, text=text, namings=namings, sentences=sentences(text))
    return BlockReader(passage, pair_marks(text)).read()
