"""Headings of chronologies and labels of entries, as compilers of other texts write them."""

from __future__ import annotations

import pytest

from ccdata.document import Document, read_document
from ccdata.source.text import reading_of

PROSE = (
    "Relations between the two sides had their ups and downs this quarter, and officials on both sides said "
    "that they were looking for a way forward despite it all. "
)
HEADING = "Chronology of US-China Relations\nJuly-September 2001"
DAYS = ("July 1", "July 5-6", "Aug. 9")
DATES = ["2001-07-01", "2001-07-05/2001-07-06", "2001-08-09"]


def read(heading: str, entries: list[str]) -> Document:
    text = f"US-China Relations: Slips\n\nby Jane Doe\n\n{PROSE}\n\n{heading}\n\n" + "\n\n".join(entries)
    return read_document(reading_of(text, text.encode(), name="x"))


def dates(document: Document) -> list[str | None]:
    intervals = [entry.label.date.interval if entry.label else None for entry in document.entries]
    return [interval.edtf if interval else None for interval in intervals]


@pytest.mark.parametrize(
    "heading",
    [
        "Chronology of US-China Relations\nThird Quarter 2001",
        "Appendix: Chronology, July-September 2001",
        "Appendix: Chronology\n\nJuly-September 2001",
    ],
)
def test_a_heading_tells_the_year(heading: str) -> None:
    document = read(heading, [f"{day}: A visit." for day in DAYS])
    assert dates(document) == DATES
    assert [part.heading is not None for part in document.parts if part.chronology] == [True]


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("{} (Sunday): The minister visits.", "The minister visits."),
        ("{} [Sun.] – The minister visits.", "The minister visits."),
        ("On {}, the minister visits.", "the minister visits."),
        ("{}, Beijing: The minister visits.", "Beijing: The minister visits."),
    ],
)
def test_a_label_in_other_clothes(form: str, body: str) -> None:
    document = read(HEADING, [form.format(day) for day in DAYS])
    assert dates(document) == DATES
    assert {entry.body.text for entry in document.entries} == {body}


def test_some_sentences_that_open_with_a_date_stay_in_their_entries() -> None:
    document = read(HEADING, ["July 1: A visit.", "On July 3, the visit ends well.", "Aug. 9: A call."])
    assert [entry.body.text for entry in document.entries] == [
        "A visit. On July 3, the visit ends well.",
        "A call.",
    ]
