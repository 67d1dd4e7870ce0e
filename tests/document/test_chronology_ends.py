# ruff: noqa: E501  # the texts stand as they are found
"""What stands behind a chronology's last entry and is none of it."""

from __future__ import annotations

import pytest

from ccdata.document import Document, read_document
from ccdata.source.formats import read_source

PROSE = (
    "Relations between the two capitals had their ups and downs this quarter, and officials on both sides "
    "insisted that they were looking for a way forward despite the quarrel over fish and the rain in Perth. "
)
HEAD = f"Australia-Korea Relations\n\nThe Shape of a Table\n\n{PROSE}\n\nChronology of Australia-Korea Relations\n\n"
ENTRIES = (
    ("May 3, 2012", "2012-05-03", "The foreign ministers meet in Seoul."),
    ("June 8-9, 2012", "2012-06-08/2012-06-09", "A fair opens in Perth."),
    ("Aug. 30, 2012", "2012-08-30", "Both navies hold an exercise in the Tasman Sea."),
)
WANTED = [(day, text) for _, day, text in ENTRIES]
LISTED = "\n\n".join(f"{label}: {text}" for label, _, text in ENTRIES)
NOTICE = (
    "This article is extracted from Comparative Connections: A Triannual E-Journal on East Asian Bilateral "
    "Relations, Vol. 14, No. 2, September 2012."
)


def read(text: str) -> Document:
    return read_document(read_source(text.encode(), name="x"))


def told(document: Document) -> list[tuple[str | None, str]]:
    return [
        (
            entry.label.date.interval.edtf if entry.label and entry.label.date.interval else None,
            entry.body.text,
        )
        for entry in document.entries
    ]


@pytest.mark.parametrize(
    "tail",
    [
        f"---\n\n*{NOTICE}*",
        NOTICE,
        f"* * *\n\n{PROSE}",
        f"## About the Author\n\n{PROSE}",
        f"Notes\n\n1. June 12, 2012: text released at noon.\n\n2. {PROSE}",
        "[1] Reuters, July 18, 2012. The text was released later.\n\n[2] Yonhap reports otherwise.",
        "1. See the text released in Seoul.\n\n2. Yonhap reports otherwise.",
        "* See the text released in Seoul on the same day.",
        "- June 12, 2012, text released at noon.\n- See the record of the debates, July 1, 2012.",
        f"Edna Marlow\n\n{PROSE}",
        f"### Newsletter\n\nMarch 1, 2019: Our newsletter has moved. {PROSE}",
        f"### More of us\n\nMarch 1, 2019: We have moved to another house. {PROSE}",
        "March 1, 2019: Our newsletter has moved. Sign up here.",
        "1. Text released in Seoul.\n\n2. June 12, 2012: see the record of the meeting.",
        "- May 3, 2012: text released in Seoul.\n- June 1, 2012: text released in Perth.",
        "### Latest posts\n\n- September 5, 2012 The Big Fish of Our Sea\n- October 5, 2012 Old Quarrels",
        "Edna Marlow is a fellow of the Wattle Institute. She has written on fish since May 2001.",
        "The views expressed here are those of the author and of nobody else.",
        "Sources: Yonhap; The Age; The Straits Times.",
    ],
)
def test_what_stands_behind_the_last_entry_is_no_entry(tail: str) -> None:
    document = read(f"{HEAD}{LISTED}\n\n{tail}\n")
    assert told(document) == WANTED
    assert any(remark.code in ("line-unread", "furniture-dropped") for remark in document.remarks) or (
        document.front.volume is not None
    )


@pytest.mark.parametrize("rule", ["---\n\n", "", "_______\n\n"])
def test_a_notice_at_the_end_is_read(rule: str) -> None:
    front = read(f"{HEAD}{LISTED}\n\n{rule}{NOTICE}\n").front
    assert front.volume
    assert (front.volume.value, front.title and front.title.value) == ("14", "The Shape of a Table")


@pytest.mark.parametrize(
    "more",
    [
        "The ministers also spoke about fish, and said nothing about cheese.",
        "25 states took part in it, more than ever before.",
        '"We are pleased," said the admirals when it was over.',
    ],
)
def test_a_second_paragraph_of_the_last_entry_stays(more: str) -> None:
    document = read(f"{HEAD}{LISTED}\n\n{more}\n")
    assert told(document) == [*WANTED[:-1], (WANTED[-1][0], f"{WANTED[-1][1]} {more}")]


@pytest.mark.parametrize("between", ["---\n\n", "## Australia-New Zealand\n\n", "Multilateral\n\n", "\f"])
def test_rules_and_headings_between_entries_end_nothing(between: str) -> None:
    entries = f"\n\n{between}".join(f"{label}: {text}" for label, _, text in ENTRIES)
    assert told(read(HEAD + entries)) == WANTED


def test_an_entry_whose_year_is_a_slip_stays() -> None:
    document = read(f"{HEAD}{LISTED}\n\nAug. 31, 2021: Seoul bans imports of beef.\n")
    assert told(document) == [*WANTED, ("2021-08-31", "Seoul bans imports of beef.")]


@pytest.mark.parametrize(
    "box", ["<aside>{}</aside>", "<section><h3>Newsletter</h3>{}</section>", "<div><h4>Get it</h4>{}</div>"]
)
def test_a_dated_box_of_the_page_is_no_entry(box: str) -> None:
    listed = "".join(f"<p><b>{label}:</b> {text}</p>" for label, _, text in ENTRIES)
    framed = box.format("<p>June 30, 2019: Our newsletter has moved. Sign up here.</p>")
    page = f"<html><body><article><h1>Australia - Korea</h1><p>May &mdash; Aug 2012</p><p>{PROSE}</p><h2>Chronology of Australia-Korea Relations</h2>{listed}</article>{framed}</body></html>"
    assert told(read(page)) == WANTED


def test_footnotes_of_a_page_are_no_entries() -> None:
    listed = "".join(f"<p><b>{label}:</b> {text}</p>" for label, _, text in ENTRIES)
    notes = "<ol><li>June 12, 2012, text released at noon.</li><li>See 83 Federal Register 28710, June 20, 2012.</li></ol>"
    page = f"<html><body><h1>Australia - Korea</h1><p>{PROSE}</p><h2>Chronology of Australia-Korea Relations</h2>{listed}{notes}</body></html>"
    assert told(read(page)) == WANTED
