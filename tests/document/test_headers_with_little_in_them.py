# ruff: noqa: E501  # the texts stand as they are found
"""Lines above the text that only their neighbours explain: titles with commas, lone names, first headings."""

from __future__ import annotations

import pytest

from ccdata.document import Document, read_document
from ccdata.source.text import reading_of

PROSE = (
    "Relations between the two sides had their ups and downs in this quarter, and officials on both sides said "
    "that Taiwan and the tensions over it would not stand in the way of trade. "
)
CHRONOLOGY = (
    "Chronology of US-China Relations\nJuly-September 2001\n\nJuly 1: A visit.\n\nJuly 3: A call.\n\n"
    "July 5: A trip.\n"
)


def read(text: str) -> Document:
    return read_document(reading_of(text, text.encode(), name="x"))


def title(document: Document) -> str | None:
    return document.front.title.value if document.front.title else None


def authors(document: Document) -> list[tuple[str, str | None]]:
    return [(a.name.value, a.affiliation.value if a.affiliation else None) for a in document.front.authors]


def headings(document: Document) -> list[str]:
    return [part.heading.text for part in document.parts if part.heading and not part.chronology]


def body(document: Document) -> list[str]:
    return [paragraph.block.text for part in document.parts for paragraph in part.paragraphs]


def article(header: str, text: str = f"{PROSE}\n\nTrade Troubles\n\n{PROSE * 2}\n\n") -> Document:
    return read(f"{header}\n\n{text}{CHRONOLOGY}")


@pytest.mark.parametrize(
    "named", ["by Satu Limaye", "Satu Limaye\nAsia-Pacific Center for Security Studies", "Satu Limaye, CNA"]
)
def test_a_title_with_a_comma_is_no_name_with_an_affiliation(named: str) -> None:
    document = article(
        f"Comparative Connections\n\nIndia-East Asia Relations\n\nLook East, Slowly\n\n{named}"
    )
    assert title(document) == "Look East, Slowly"
    assert [name for name, _ in authors(document)] == ["Satu Limaye"]


@pytest.mark.parametrize(
    "name", ["Jane P. Doe", "Robert Doe", "Chin-Hao Huang", "Ji-Young Lee", "JANE P. DOE", "Satu Limaye"]
)
def test_a_lone_name_below_the_title_names_the_author(name: str) -> None:
    document = article(f"US-China Relations\n\nMore of the Same\n\n{name}")
    assert title(document) == "More of the Same"
    assert [one.casefold() for one, _ in authors(document)] == [name.casefold()]


@pytest.mark.parametrize("line", ["Olympic Blues", "Trade Troubles", "Beyond the Summit"])
def test_capitals_below_the_title_name_nobody(line: str) -> None:
    assert authors(article(f"US-China Relations: More of the Same\n\n{line}")) == []


def test_by_opens_the_authors_in_a_block_with_the_title() -> None:
    document = article("US-Indonesia\nOctober-December 2000\nTrouble Brewing\nby Jane B. Doe")
    assert title(document) == "Trouble Brewing"
    assert authors(document) == [("Jane B. Doe", None)]


@pytest.mark.parametrize("line", ["Taiwan Tensions", "Introduction"])
@pytest.mark.parametrize("by", ["by Jane B. Doe, Pacific Forum", "by Jane B. Doe"])
def test_the_first_heading_stands_right_below_the_authors(by: str, line: str) -> None:
    document = article(f"US-China Relations:\nMore of the Same\n\n{by}\n\n{line}")
    assert headings(document) == [line, "Trade Troubles"]
    assert document.abstract == ()
    assert authors(document)[0][1] in (None, "Pacific Forum")


def test_buttons_of_a_page_are_no_heading() -> None:
    document = article("US-China Relations: More of the Same\n\nby Jane B. Doe\n\nTweet Mail Print")
    assert headings(document) == ["Trade Troubles"]
    assert [paragraph.place for paragraph in document.abstract] == ["abstract"]


def test_short_sentences_above_the_text_are_read() -> None:
    document = article("US-China Relations: More of the Same\n\nby Jane B. Doe\n\nIt was a quiet quarter.")
    assert body(document)[0] == "It was a quiet quarter."


def test_a_short_paragraph_keeps_its_heading() -> None:
    text = f"Hainan Again\n\nThe ministers met over Hainan again.\n\n{PROSE}\n\n"
    document = article("US-China Relations: More of the Same\n\nby Jane B. Doe", text)
    assert headings(document) == ["Hainan Again"]
    assert body(document)[0] == "The ministers met over Hainan again."


def test_a_page_that_cuts_the_first_paragraph_leaves_it_whole() -> None:
    cut = PROSE.index("said that")
    text = f"{PROSE[:cut]}\n\nUS-China Relations          41          July 2001\n\n{PROSE[cut:]}{PROSE}\n\nTrade Troubles\n\n{PROSE}\n\n"
    document = article("US-China Relations: More of the Same\n\nby Jane B. Doe", text)
    assert [paragraph.block.text for paragraph in document.abstract] == [(PROSE * 2).strip()]


def test_a_records_title_may_be_the_pair() -> None:
    document = article(
        "---\ntitle: Japan-Russia\n---\n\n### Frozen Islands, Warm Words\n\n*Jane B. Doe, Hokkaido University*"
    )
    assert title(document) == "Frozen Islands, Warm Words"
    assert document.front.relationship is not None
    assert document.front.relationship.value == "Japan-Russia Relations"


@pytest.mark.parametrize("dash", ["–", "—", "--", "-"])
def test_a_month_alone_opens_an_entry_before_a_dash(dash: str) -> None:
    document = read(
        "Chronology of US-China Relations\nOctober-December 2001\n\n"
        f"Oct. 3 {dash} An envoy visits Washington.\n\nNov. 5 {dash} The leaders speak.\n\n"
        f"December {dash} China's exports rise.\n\nDec. 11 {dash} China joins the WTO.\n"
    )
    intervals = [entry.label.date.interval for entry in document.entries if entry.label]
    assert [i.edtf for i in intervals if i] == ["2001-10-03", "2001-11-05", "2001-12", "2001-12-11"]


def test_a_foot_inside_a_line_is_known_by_its_gap() -> None:
    document = article(
        "US-China Relations: More of the Same\n\nby Jane B. Doe",
        f"{PROSE}\n\nTrade Troubles\n\nOfficials on both sides US-China Relations   July 2001 said that they agree. {PROSE}\n\n",
    )
    assert body(document)[0].startswith("Officials on both sides said that they agree.")
