"""Names that hold names: the office of a title is no speaker."""

from __future__ import annotations

import pytest
from quote_stage import stage

from ccdata.extract.naming import Naming
from ccdata.extract.quotes.find import BlockReader
from ccdata.extract.quotes.pairing import pair_marks
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.sentences import sentences


def speakers(marked: str, inside: str) -> list[str | None]:
    """Return the first quotation's speakers; `inside` is a body named within a title."""
    text, namings = stage(marked)
    place = text.index(inside)
    body = Naming(
        start=place,
        end=place + len(inside),
        actor_id="body",
        kind="government",
        country=None,
        method="alias",
        title=None,
    )
    named = sorted((body, *namings), key=lambda one: (one.start, one.end))
    passage = Passage(number=0, text=text, namings=named, sentences=sentences(text))
    return [one.actor_id for one in BlockReader(passage, pair_marks(text)).read()[0].speakers]


@pytest.mark.parametrize(
    ("marked", "inside"),
    [
        ('"We wait," said {doe:Defense Ministry spokesman |Jan Doe}.', "Defense Ministry"),
        ('{doe:Foreign Office official |Jan Doe} said that the offer was "late."', "Foreign Office"),
        ('{doe:Central Bank governor |Jan Doe} called it "a gamble."', "Central Bank"),
        ('The trip, said {doe:White House aide |Jan Doe}, was "no success."', "White House"),
    ],
)
def test_a_body_named_inside_a_title_is_part_of_the_name(marked: str, inside: str) -> None:
    assert speakers(marked, inside) == ["doe"]
