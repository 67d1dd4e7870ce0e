# ruff: noqa: E501  # the texts stand as they are found
"""Texts that programs have broken: heads of pages, lines set apart, rules under headings, parts out of order."""

from __future__ import annotations

from textwrap import fill, wrap

import pytest

from ccdata.document import Document, read_document
from ccdata.source.text import reading_of

PROSE = (
    "Relations between the two sides had their ups and downs in this quarter, and officials on both sides said "
    "that they were looking for a way forward despite it all. "
)
HEADER = "Comparative Connections\n\nU.S.-China Relations: Great Divides\n\nby Jane B. Doe, Pacific Forum\n\n"
CHRONOLOGY = "Chronology of U.S.-China Relations\n\nJuly-September 2001\n\n"
ENTRIES = (
    "July 1: A visit to Beijing ends.",
    "July 5-6: A delegation comes to Shanghai.",
    "July 28: Talks go on.",
)
DATES = ["2001-07-01", "2001-07-05/2001-07-06", "2001-07-28"]


def read(text: str) -> Document:
    return read_document(reading_of(text, text.encode(), name="x"))


def headings(document: Document) -> list[str]:
    return [part.heading.text for part in document.parts if part.heading and not part.chronology]


def dates(document: Document) -> list[str | None]:
    intervals = [entry.label.date.interval if entry.label else None for entry in document.entries]
    return [interval.edtf if interval else None for interval in intervals]


@pytest.mark.parametrize("head", ["U.S.-China Relations", "Great Divides", "Comparative Connections"])
def test_a_head_of_a_page_without_its_number_parts_no_paragraph(head: str) -> None:
    cut = PROSE.index("said that")
    document = read(
        f"{HEADER}{PROSE * 2}{PROSE[:cut]}\n\n{head}\n\n{PROSE[cut:]}\n\nTaiwan Looms Large\n\n{PROSE}\n\n"
        f"{head}\n\n{PROSE}\n\n{CHRONOLOGY}" + "\n\n".join(ENTRIES)
    )
    assert headings(document) == ["Taiwan Looms Large"]
    assert [paragraph.block.text for paragraph in document.abstract] == [(PROSE * 3).strip()]
    assert [paragraph.block.text for paragraph in document.parts[0].paragraphs] == [PROSE.strip()] * 2
    assert sum(remark.code == "furniture-dropped" for remark in document.remarks) == 2


def test_a_blank_line_behind_every_line_parts_no_paragraph() -> None:
    blocks = [
        PROSE * 6,
        "Taiwan Looms Large",
        PROSE * 6,
        "Chronology of U.S.-China Relations",
        "July-September 2001",
        *ENTRIES,
    ]
    text = "\n\n\n".join("\n\n".join(wrap(block, 70)) for block in (*HEADER.strip().split("\n\n"), *blocks))
    document = read(text)
    assert headings(document) == ["Taiwan Looms Large"]
    assert [paragraph.block.text for paragraph in document.abstract] == [(PROSE * 6).strip()]
    assert dates(document) == DATES


def test_blank_lines_of_any_number_part_paragraphs_of_one_line() -> None:
    document = read(
        f"{HEADER}{PROSE}\n\n\n\nTaiwan\n\n{PROSE}\n\n\n{PROSE}\n\n\n{CHRONOLOGY}" + "\n\n".join(ENTRIES)
    )
    assert [len(part.paragraphs) for part in document.parts if not part.chronology] == [2]


@pytest.mark.parametrize("sign", ["=", "-"])
def test_a_rule_below_a_heading_is_no_part_of_it(sign: str) -> None:
    document = read(
        f"Great Divides\n{sign * 13}\n\nU.S.-China Relations\n\nby Jane B. Doe, Pacific Forum\n\n{PROSE}\n\n"
        f"Taiwan Looms Large\n{sign * 18}\n\n{PROSE}\n\nChronology of U.S.-China Relations\n{sign * 34}\nJuly-September 2001\n\n"
        + "\n\n".join(ENTRIES)
    )
    assert document.front.title is not None
    assert document.front.title.value == "Great Divides"
    assert headings(document) == ["Taiwan Looms Large"]
    assert dates(document) == DATES


def test_a_text_behind_its_chronology_is_read() -> None:
    document = read(
        f"{HEADER}{CHRONOLOGY}"
        + "\n\n".join(ENTRIES)
        + f"\n\nTaiwan Looms Large\n\n{PROSE}\n\nTrade\n\n{PROSE}\n\nNotes\n\n1. A note."
    )
    assert headings(document) == ["Taiwan Looms Large", "Trade"]
    assert dates(document) == DATES
    assert [len(part.paragraphs) for part in document.parts if not part.chronology] == [1, 1]


def test_paragraphs_behind_a_chronology_stay_out_where_a_text_stands_above() -> None:
    document = read(
        f"{HEADER}{PROSE}\n\n{CHRONOLOGY}" + "\n\n".join(ENTRIES) + f"\n\nOther News\n\n{PROSE}\n\n{PROSE}"
    )
    assert headings(document) == []


def test_a_mark_of_a_note_ends_no_paragraph_early() -> None:
    document = read(
        f"{HEADER}{fill(PROSE.strip())} [^1]\n\nTaiwan Looms Large\n\n{PROSE}\n\n{CHRONOLOGY}"
        + "\n\n".join(ENTRIES)
    )
    assert len(document.abstract) == 1
    assert headings(document) == ["Taiwan Looms Large"]


@pytest.mark.parametrize(
    "above", ["Beijing took offense at the paper.", f"{PROSE}", "> It is a long road, and nobody walks it."]
)
@pytest.mark.parametrize("below", [PROSE, PROSE * 2])
def test_a_heading_in_small_letters_stands_behind_any_sentence(above: str, below: str) -> None:
    document = read(
        f"{HEADER}{PROSE}\n\nTaiwan Looms Large\n\n{PROSE}\n\n{above}\n\nTo shelve or not to shelve\n\n{below}\n\n{CHRONOLOGY}"
        + "\n\n".join(ENTRIES)
    )
    assert headings(document) == ["Taiwan Looms Large", "To shelve or not to shelve"]


@pytest.mark.parametrize("sign", ["\t", "     ", "> "])
def test_a_sign_before_every_line_says_nothing(sign: str) -> None:
    text = (
        f"{HEADER}{fill(PROSE * 2)}\n\nTaiwan Looms Large\n\n{fill(PROSE)}\n\n{fill(PROSE)}\n\n"
        f"{CHRONOLOGY}" + "\n\n".join(ENTRIES)
    )
    document = read("\n".join(f"{sign}{line}" if line or sign == "> " else "" for line in text.split("\n")))
    assert headings(document) == ["Taiwan Looms Large"]
    assert [len(part.paragraphs) for part in document.parts if not part.chronology] == [2]
    assert not any(paragraph.quoted for paragraph in document.parts[0].paragraphs)
    assert dates(document) == DATES


def test_a_short_line_that_breaks_off_is_no_heading() -> None:
    document = read(
        f"{HEADER}{PROSE}\n\nTaiwan Looms Large\n\n{PROSE}\n\nThey got what they had been denied in 2006: a\n\n12\n\n"
        f"21-gun salute. {PROSE}\n\n{CHRONOLOGY}" + "\n\n".join(ENTRIES)
    )
    assert headings(document) == ["Taiwan Looms Large"]
    assert "in 2006: a 21-gun salute." in document.parts[0].paragraphs[-1].block.text


def test_a_line_that_ends_in_a_semicolon_ends_no_paragraph() -> None:
    lines = fill(PROSE * 2, 60).replace("despite it all. Relations", 'despite "it all";\nRelations', 1)
    document = read(
        f"{HEADER}{lines}\n\nTaiwan Looms Large\n\n{PROSE}\n\n{CHRONOLOGY}" + "\n\n".join(ENTRIES)
    )
    assert len(document.abstract) == 1
