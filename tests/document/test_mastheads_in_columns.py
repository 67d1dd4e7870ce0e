"""Mastheads of text dumps: lines in two columns, rules of dots, the pair above its title."""

from __future__ import annotations

import pytest

from ccdata.document import Document, read_document
from ccdata.source.formats import read_source

FAR = " " * 34
DOTS = ". " * 38
BODY = """

Talks about talks filled the quarter, and at its end the two governments had agreed upon the shape of a table
at which nobody had yet sat down, a result that both of them described as progress.

A First Heading

The delegations met twice in Vientiane and once in Canberra, where it rained for three days.

Chronology of Australia-Korea Relations
April-June 2001

April 3, 2001: The foreign ministers meet in Canberra.

May 8, 2001: Officials sign an accord on fish in Seoul.

June 30, 2001: The trade ministers open a fair in Perth.
"""
NAME = "Comparative Connections\nA Quarterly E-Journal on East Asian Bilateral Relations\n"
TITLE = (
    "Australia-Korea Relations:\nThe Shape of a Table\n\nEdna Marlow\nWattle Institute for Asian Studies\n"
)


def read(head: str) -> Document:
    return read_document(read_source((head + BODY).encode(), name="x"))


def front(document: Document) -> dict[str, str | None]:
    found = {name: getattr(document.front, name) for name in ("relationship", "title", "volume", "issue")}
    return {name: printed.value if printed else None for name, printed in found.items()}


WANTED = {
    "relationship": "Australia-Korea Relations",
    "title": "The Shape of a Table",
    "volume": "3",
    "issue": "2",
}


@pytest.mark.parametrize(
    "lines",
    [
        f"2nd Quarter 2001{FAR}Vol. 3, No. 2\nApril-June 2001{FAR}July 2001\n",
        f"Vol. 3, No. 2{FAR}Second Quarter 2001\n\n{DOTS}\n",
        f"{DOTS}\nVolume 3, Number 2\t\t\tJuly 2001\n{'_' * 60}\n",
        f"{FAR}Vol. 3, No. 2 (July 2001)\n\n{'- ' * 40}\n",
    ],
)
def test_the_columns_of_a_masthead_are_read_one_by_one(lines: str) -> None:
    document = read(f"{NAME}{lines}\n{TITLE}")
    assert front(document) == WANTED
    assert [author.name.value for author in document.front.authors] == ["Edna Marlow"]
    assert [part.heading.text for part in document.parts if part.heading and not part.chronology] == [
        "A First Heading"
    ]


def test_a_title_in_the_middle_of_its_line_below_the_pair() -> None:
    lines = ["Australia-Korea Relations:", "The Shape of a Table", "", "Edna Marlow and Luis Ortega", "CSIS"]
    head = "\n".join(line.center(78) for line in lines)
    document = read(f"{NAME.rstrip().center(70)}\n\n{DOTS}\n\nVol. 3, No. 2\n\n{head}\n")
    assert front(document) == WANTED
    assert [author.name.value for author in document.front.authors] == ["Edna Marlow", "Luis Ortega"]


def test_wide_gaps_inside_a_title_part_no_title() -> None:
    document = read("U.S.-Korea Relations\n\nThe Shape   of a Table\n\nBy Edna Marlow, Wattle Institute\n")
    assert front(document)["title"] == "The Shape of a Table"


@pytest.mark.parametrize("names", ["Edna Marlow and Luis Ortega", "Edna Marlow & Luis Ortega"])
def test_a_line_of_two_names_below_the_title_names_the_authors(names: str) -> None:
    document = read(
        f"Comparative Connections\n\nAustralia-Korea Relations: The Shape of a Table\n\n{names}\n"
    )
    assert [author.name.value for author in document.front.authors] == ["Edna Marlow", "Luis Ortega"]


def test_a_month_in_the_masthead_is_the_month_of_the_issue() -> None:
    published = read(f"{NAME}Vol. 3, No. 2{FAR}July 2001\n\n{TITLE}").front.published
    assert published
    assert published.value == "July 2001"
