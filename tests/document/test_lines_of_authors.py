"""Lines of authors in any print: what parts a name from an institution, what belongs to no name."""

from __future__ import annotations

import pytest

from ccdata.document import Document, read_document
from ccdata.source.text import reading_of

PROSE = (
    "Relations between the two sides had their ups and downs this quarter, and officials on both sides said "
    "that they were looking for a way forward despite it all. "
)
CHRONOLOGY = "Chronology of US-China Relations\n\nJuly 1, 2001: A visit.\n\nJuly 3, 2001: A call.\n"


def authors(line: str) -> list[tuple[str, str | None]]:
    text = f"US-China Relations\n\nSlips and Slides\n\n{line}\n\n{PROSE}\n\n{CHRONOLOGY}"
    document: Document = read_document(reading_of(text, text.encode(), name="x"))
    return [(a.name.value, a.affiliation.value if a.affiliation else None) for a in document.front.authors]


@pytest.mark.parametrize(
    ("line", "affiliation"),
    [
        ("JANE DOE | PACIFIC FORUM", "Pacific Forum"),
        ("Jane Doe (Pacific Forum)", "Pacific Forum"),
        ("Jane Doe — Pacific Forum", "Pacific Forum"),
        ("Jane Doe - University of Hawaii", "University of Hawaii"),
        ("Written by Jane Doe", None),
        ("By Dr. Jane Doe", None),
        ("Dr. Jane Doe, Pacific Forum", "Pacific Forum"),
        ("by Jane Doe, Ph.D., Pacific Forum", "Pacific Forum"),
        ("by Jane Doe*", None),
        ("by Jane Doe, ANU", "ANU"),
        ("by Jane Doe\nANU", "ANU"),
        ("by Jane Doe, Freelance Journalist, Yangon", "Freelance Journalist, Yangon"),
        (
            "Jane Doe\nSenior Fellow\nNational Defense University",
            "Senior Fellow, National Defense University",
        ),
        ("by Jane Doe\njane@doe.org\nPacific Forum", "Pacific Forum"),
        ("by Jane Doe\n\nJane Doe is a fellow at Pacific Forum.", None),
    ],
)
def test_one_author(line: str, affiliation: str | None) -> None:
    assert authors(line) == [("Jane Doe", affiliation)]


@pytest.mark.parametrize("line", ["Jane Doe & John Roe", "Jane Doe / John Roe", "By JANE DOE AND JOHN ROE"])
def test_two_authors(line: str) -> None:
    assert authors(line) == [("Jane Doe", None), ("John Roe", None)]


@pytest.mark.parametrize("line", ["Open Asia Archive -- Journals Collection", "Old Quarrels (New Hopes)"])
def test_what_no_institution_stands_behind_is_no_author(line: str) -> None:
    assert authors(line) == []
