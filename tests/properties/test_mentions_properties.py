"""Properties of names: whole words, the authority's order, an unrelated actor, any text at all."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files
from json import loads
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ccdata.authority import Authority, load_authority
from ccdata.authority.loading import _rows, _table, build_authority
from ccdata.document.model import Placed
from ccdata.extract.cast import Cast, build_cast
from ccdata.source.clean import CleanText

PERIOD = (dt.date(2019, 1, 1), dt.date(2019, 4, 30))
PIECES = (
    "Chinese Foreign Minister Wang Yi", "Wang", "President Trump", "Abe Shinzo", "Li Wei, an analyst,",
    "Prime Ministers Abe and Modi", "Tokyo", "in Seoul", "the two ministers", "he", "They", "said", "met",
    "“", "”", '"', "Russia's", "US-Japan", "and", "of the", "his Indian counterpart", ".", ",", "Kim", "Moon",
    "Deputy", "Secretary", "Jr.", "Nguyễn Xuân Phúc", "e\u0301", "— ", "Ministry of Defense of Japan", "’s",
    "Institute of Far Eastern Studies", "USS Ross", "王毅", "U.S.", "-", "the West",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=25).map(" ".join)


def cast_of(text: str, authority: Authority) -> tuple[str, Cast]:
    blocks = tuple(
        b for b in (CleanText(part).block([(0, len(part))]) for part in text.split("\n")) if b.text
    )
    placed = tuple(Placed(block=block, place="body", section=None, entry=None) for block in blocks)
    return "\n".join(b.text for b in blocks), build_cast(
        placed, authority, article_id="cc-1-1-us-japan", period=PERIOD
    )


@cache
def shuffled() -> Authority:
    return build_authority(
        _rows("people.jsonl")[::-1], _rows("bodies.jsonl")[::-1], _table("countries.csv")[::-1]
    )


@cache
def enlarged() -> Authority:
    """Return the authority with one more actor, whose name is in no text here."""
    line = files("ccdata.authority").joinpath("people.jsonl").read_text("utf-8").partition("\n")[0]
    stranger: dict[str, Any] = loads(line) | {
        "id": "zebulon-quux", "name": "Zebulon Quux", "family_name": "Quux", "given_name": "Zebulon",
        "aliases": ["Z. Quux"], "called": None, "wikidata": None, "country": "ISL",
    }  # fmt: skip
    return build_authority([stranger, *_rows("people.jsonl")], _rows("bodies.jsonl"), _table("countries.csv"))


def everything(text: str, authority: Authority) -> list[object]:
    joined, cast = cast_of(text, authority)
    numbers = range(len([part for part in joined.split("\n") if part]))
    return [(cast.namings(i), cast.references(i)) for i in numbers]


@given(TEXTS)
@settings(max_examples=150)
def test_a_naming_crosses_no_word_and_no_other_naming(text: str) -> None:
    joined, cast = cast_of(text, load_authority())
    for number, block in enumerate(part for part in joined.split("\n") if part):
        end = 0
        for one in cast.namings(number):
            assert end <= one.start < one.end <= len(block)
            assert (
                not (block[one.start - 1 : one.start] + block[one.start])[-2:].isalnum()
                or one.start == 0
                or not block[one.start - 1].isalnum()
            )
            assert one.end == len(block) or not block[one.end].isalnum()
            assert not {"“", "”", '"'} & {*block[one.start : one.end]}
            assert one.actor_id is None or one.actor_id in cast.actors
            end = one.end


@given(TEXTS)
@settings(max_examples=60)
def test_a_party_slices_back(text: str) -> None:
    joined, cast = cast_of(text, load_authority())
    for number in range(len([part for part in joined.split("\n") if part])):
        for one in (*cast.namings(number), *cast.references(number)):
            party = cast.party(number, one, dt.date(2019, 2, 1))
            assert party.span.end - party.span.start == len(party.span.exact)
            assert party.actor_id is None or party.actor_id in cast.actors


@given(TEXTS)
@settings(max_examples=60)
def test_the_order_of_the_authority_does_not_matter(text: str) -> None:
    assert everything(text, load_authority()) == everything(text, shuffled())


@given(TEXTS)
@settings(max_examples=60)
def test_an_unrelated_actor_changes_no_mention(text: str) -> None:
    assert everything(text, load_authority()) == everything(text, enlarged())
