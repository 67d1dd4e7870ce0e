# ruff: noqa: E501  # the texts stand as they are found
"""Texts as users hand them in: lines that no blank line parts, half pages, other people's pages."""

from __future__ import annotations

import textwrap

import pytest

from ccdata.document import Document, read_document
from ccdata.document.dates import read_date
from ccdata.source.formats import read_source

PROSE = (
    "Relations between the two capitals had their ups and downs this quarter, and officials on both sides "
    "insisted that they were looking for a way forward despite the quarrel over fish. "
)
ENTRIES = (
    ("Jan. 4", "2012-01-04", "Foreign Minister Lena Osterman arrives in Seoul for talks."),
    ("Jan. 9-11", "2012-01-09/2012-01-11", "The defense ministers meet in Canberra."),
    ("Early February", "2012-02-01/2012-02-10~", "Officials discuss beef."),
    ("March", "2012-03", "Both navies hold an exercise in the Tasman Sea."),
    ("March 30-April 2", "2012-03-30/2012-04-02", "A trade mission visits Busan."),
)
HEAD = "Chronology of Australia-Korea Relations\n\nJanuary - April 2012\n\n"


def read(text: str) -> Document:
    return read_document(read_source(text.encode(), name="x"))


def told(document: Document) -> list[tuple[str | None, str]]:
    days = [entry.label.date.interval if entry.label else None for entry in document.entries]
    return [
        (day.edtf if day else None, entry.body.text)
        for day, entry in zip(days, document.entries, strict=True)
    ]


def authors(document: Document) -> list[tuple[str, str | None]]:
    return [(a.name.value, a.affiliation.value if a.affiliation else None) for a in document.front.authors]


def value(document: Document, field: str) -> str | None:
    printed = getattr(document.front, field)
    return printed.value if printed else None


WANTED = [(day, text) for _, day, text in ENTRIES]


@pytest.mark.parametrize("sign", [": ", " -- ", " | "])
def test_a_label_ends_in_any_of_these(sign: str) -> None:
    entries = "\n\n".join(f"{label}, 2012{sign}{text}" for label, _, text in ENTRIES[:3])
    assert told(read(HEAD + entries)) == WANTED[:3]


def test_entries_set_bold_as_a_whole_in_a_page() -> None:
    entries = "".join(f"<p><b>{label}, 2012: {text}</b></p>" for label, _, text in ENTRIES)
    page = f"<html><body><h1>Australia - Korea</h1><p>{PROSE}</p><p>Chronology of Australia-Korea Relations</p>{entries}</body></html>"
    assert told(read(page)) == WANTED


def test_a_chronology_in_a_table_of_two_columns() -> None:
    rows = "".join(f"<tr><td>{label}, 2012</td><td>{text}</td></tr>" for label, _, text in ENTRIES)
    page = (
        "<html><body><table><tr><td><a href=/>Home</a></td><td><a href=/a>About</a></td><td><a href=/c>Contact</a></td></tr></table>"
        "<div>Australia-Korea Relations</div><div>The Beef War Ends</div><div>Peter Haldane</div><div>Macquarie University</div>"
        f"<div>{PROSE}</div><div>Chronology of Australia-Korea Relations</div><table>{rows}</table></body></html>"
    )
    document = read(page)
    assert told(document) == WANTED
    assert value(document, "title") == "The Beef War Ends"
    assert authors(document) == [("Peter Haldane", "Macquarie University")]


def test_an_entry_behind_debris_of_a_style_sheet_stays_in_a_listing() -> None:
    page = (
        "<html><body><h2>US - China</h2><h3>Chronology from Jan 2012 to May 2012</h3>"
        "<p>: A trade mission visits Busan.</p><p>: Both navies hold an exercise.</p><p>: Talks are held in Seoul.</p>"
        "<p><span>p.x{margin:0}</span>Jan. 2, 2012: A note is kept.</p><footer>Copyright</footer></body></html>"
    )
    assert told(read(page))[-1] == ("2012-01-02", "A note is kept.")


def test_header_lines_without_blank_ones() -> None:
    document = read(
        "Comparative Connections\nA Quarterly E-Journal on East Asian Bilateral Relations\n\n"
        "US-Vietnam Relations: Old Wounds and New Ships\nMarta Quill, University of Tacoma\n"
        f"Binh Truong, Hanoi Institute for Strategy, and\nOscar J. Penfold, Center for Pacific Studies\n\n{PROSE * 3}\n"
    )
    assert value(document, "title") == "Old Wounds and New Ships"
    assert value(document, "journal") == "Comparative Connections"
    assert authors(document) == [
        ("Marta Quill", "University of Tacoma"),
        ("Binh Truong", "Hanoi Institute for Strategy"),
        ("Oscar J. Penfold", "Center for Pacific Studies"),
    ]


def test_every_line_a_paragraph_and_no_blank_line_at_all() -> None:
    document = read(
        "Comparative Connections, Vol. 5, No. 2\nSecond Quarter 2003\nUS-China Relations: Dancing\nby Bonnie Glosser\n"
        f"{PROSE * 3}\nChronology of U.S.-China Relations\nJuly 1, 2003: Fifty thousand march in Hong Kong.\n"
        "July 3, 2003: The EP-3 is discussed in\nBeijing again by experts.\n"
    )
    assert (value(document, "volume"), value(document, "issue")) == ("5", "2")
    assert value(document, "title") == "Dancing"
    assert value(document, "period") == "Second Quarter 2003"
    assert [text for _, text in told(document)] == [
        "Fifty thousand march in Hong Kong.",
        "The EP-3 is discussed in Beijing again by experts.",
    ]


def test_a_title_goes_on_below_its_relationship() -> None:
    document = read(
        "U.S.-Japan Relations:\nHistory Starts Here, and Will Not Go Away\n\n"
        f"Peter Hallam\nSenior Associate, Maritime Policy Project\n\n{PROSE * 3}\n\nJan. 3, 2005: Talks are held.\n"
    )
    assert value(document, "title") == "History Starts Here, and Will Not Go Away"
    assert authors(document) == [("Peter Hallam", "Senior Associate, Maritime Policy Project")]


def test_a_title_of_two_capitals_above_an_author_block_is_no_name() -> None:
    document = read(
        "India - East Asia\n\nSept — Dec 2014\n\nActing East\n\nConnect with the Author\n\n"
        f"Vinay Morse\nObserver Foundation\n\n{PROSE * 3}\n\n{HEAD}Sept. 1, 2014: Modi visits Kyoto.\n"
    )
    assert value(document, "title") == "Acting East"
    assert authors(document) == [("Vinay Morse", "Observer Foundation")]


def test_a_quarter_is_three_months() -> None:
    interval = read_date("Third Quarter 2003")
    assert interval is not None
    assert interval.edtf == "2003-07/2003-09"
    assert read_date("Fifth Quarter 2003") is None


def test_the_head_of_a_page_repeats_the_chronologys_heading() -> None:
    document = read(
        f"China-Taiwan Relations\n\nQuiet\n\n{PROSE}\n\nChronology of China-Taiwan Relations\n\nSept. 9, 2010: Chen arrives.\n\n"
        "Oct. 12, 2010: Talks are held.\n\nChronology of China-Taiwan Relations 47\n\nDec. 21, 2010: A pact is signed.\n"
    )
    assert [text for _, text in told(document)] == ["Chen arrives.", "Talks are held.", "A pact is signed."]


def test_half_a_page_keeps_its_first_sentence() -> None:
    document = read(
        'talks would resume "when conditions allow," a spokesman said.\n\nAug. 12, 2011: Officials meet in Leh.\n\n'
        "Aug. 14, 2011: The Indian Navy says that a ship was hailed.\n\nSept. 1-3, 2011: The working group meets and\n"
    )
    assert value(document, "title") is None
    assert len(document.entries) == 3
    assert [p.block.text for part in document.parts for p in part.paragraphs] == [
        'talks would resume "when conditions allow," a spokesman said.'
    ]


def test_a_page_of_news_with_a_timeline_is_no_article() -> None:
    document = read(
        f"<html><body><h1>Leaders meet in Singapore</h1><p>By Rob Stone, June 3, 2018</p><p>{PROSE * 2}</p>"
        f"<p>June 1, 2018: Kim arrives.</p><p>{PROSE}</p><h2>Timeline</h2><ul><li>May 1: Tariffs are raised.</li>"
        "<li>May 9: More tariffs are raised.</li></ul></body></html>"
    )
    assert "not-an-article" in {remark.code for remark in document.remarks}
    assert document.entries == ()
    assert authors(document) == []


def test_a_title_printed_once_in_one_paragraph_stays_null_and_all_else_is_read() -> None:
    entries = " ".join(f"{label}, 2012: {text}" for label, _, text in ENTRIES if label != "March")
    document = read(
        "Comparative Connections A Quarterly E-Journal on East Asian Bilateral Relations Australia-Korea Relations: "
        f"Spring in the Steppe Yu Binder Wittenborn University {PROSE * 9}Chronology of Australia-Korea Relations "
        f"January-April 2012 {entries}"
    )
    assert value(document, "title") is None
    assert value(document, "journal") == "Comparative Connections"
    assert value(document, "relationship") == "Australia-Korea Relations"
    assert told(document) == [row for row in WANTED if row[0] != "2012-03"]
    assert document.parts[0].paragraphs[0].block.text.startswith("Spring in the Steppe Yu Binder Wittenborn")


def test_a_comma_behind_a_day_ends_a_label_among_labels_without_a_colon() -> None:
    document = read(
        f"{HEAD}Jan. 3 The Vandegrift calls at Busan.\n\nJan. 15 Trade officials meet in Seoul\n\n"
        "Feb. 1, A new air service begins.\n"
    )
    assert [text for _, text in told(document)] == [
        "The Vandegrift calls at Busan.",
        "Trade officials meet in Seoul",
        "A new air service begins.",
    ]


@pytest.mark.parametrize("damaged", ["â€œChangeâ€\ufffd wins", "â€œChangeâ€ wins"])
def test_a_closing_mark_whose_last_byte_is_lost(damaged: str) -> None:
    assert told(
        read(f"{HEAD}Jan. 4, 2012: {damaged}.\n\nJan. 5, 2012: Talks.\n\nJan. 6, 2012: Talks end.\n")
    )[0] == (
        "2012-01-04",
        "“Change” wins.",
    )


def _in_two_columns(text: str, gap: str) -> str:
    """Set a text in two columns and write their lines side by side."""
    lines = textwrap.wrap(text, 46)
    half = len(lines) // 2
    return "\n".join(left + gap + right for left, right in zip(lines[:half], lines[half:], strict=False))


NARRATIVE = (
    "The ministers of both states met in the capital at the end of a long and quarrelsome autumn. They spoke of the "
    "trade in beef, of the border that neither side has ever drawn, and of the students who cross it in both directions. "
    "What had been a friendship of the first rank was by the winter a matter of lists and of lawyers. The opposition had "
    "the better of the debate, and the newspapers of the north were not kind to a government that would have been content "
    "to wait. In the view of the embassy, the season was one of small steps. A treaty was signed in the spring and was to "
    "be ratified by the summer; the parliament has since asked for the text to be translated into a language that its "
    "members can read. None of this is likely to be settled before the elections, which are to be held in the last week "
    "of May. The fishermen of the island, who had the most to lose, were the first to be told of it and the last to be "
    "asked. For the moment the two navies keep their distance, and the talks on the hotline will be held at the end of "
    "the month in a city that has yet to be named by either of the two. "
)


@pytest.mark.parametrize("gap", ["      ", " "])
def test_lines_of_two_columns_side_by_side_are_named_and_left_out(gap: str) -> None:
    mixed = _in_two_columns(NARRATIVE * 3, gap)
    document = read(
        f"US-Korea Relations\n\nSplit\n\n{PROSE}\n\n{mixed}\n\n{HEAD}Jan. 4, 2012: Talks are held.\n"
    )
    assert "columns-interleaved" in {remark.code for remark in document.remarks}
    text = " ".join(placed.block.text for placed in document.placed())
    assert "ministers of both states" not in text
    assert PROSE.strip() in text
    assert told(document) == [("2012-01-04", "Talks are held.")]


def test_one_column_is_no_mixture() -> None:
    text = "\n".join(textwrap.wrap(NARRATIVE * 3, 60))
    document = read(f"US-Korea Relations\n\nSplit\n\n{text}\n\n{HEAD}Jan. 4, 2012: Talks are held.\n")
    assert "columns-interleaved" not in {remark.code for remark in document.remarks}


def test_a_table_in_markdown_has_an_entry_in_every_row() -> None:
    rows = "\n".join(f"| {label}, 2012 | {text} |" for label, _, text in ENTRIES)
    assert told(read(f"{PROSE}\n\n{HEAD}| Date | Event |\n|:-----|-------|\n{rows}\n")) == WANTED


def test_entries_may_be_numbered() -> None:
    days = [row for row in ENTRIES if row[0][-1].isdigit()]
    entries = "\n".join(f"{n}. {label}, 2012: {text}" for n, (label, _, text) in enumerate(days, start=1))
    assert told(read(f"{PROSE}\n\n{HEAD}{entries}\n")) == [(day, text) for _, day, text in days]


def test_entries_as_terms_and_what_explains_them() -> None:
    terms = "".join(f"<dt>{label}, 2012</dt><dd>{text}</dd>" for label, _, text in ENTRIES)
    page = f"<html><body><h1>Australia-Korea Relations: Beef</h1><p>{PROSE * 2}</p><h2>Chronology</h2><dl>{terms}</dl></body></html>"
    assert told(read(page)) == WANTED


def test_a_page_of_contents_is_no_article() -> None:
    rows = "".join(
        f"<li>{pair} Relations: {title}</li>"
        for pair, title in (
            ("US-Japan", "Noda"),
            ("US-China", "Xi"),
            ("US-Korea", "Beef"),
            ("China-Russia", "Gas"),
        )
    )
    document = read(
        f"<html><body><h1>Comparative Connections Volume 14, Issue 1</h1><ul>{rows}</ul><p>{PROSE}</p></body></html>"
    )
    assert "not-an-article" in {remark.code for remark in document.remarks}
    assert value(document, "title") is None


def test_a_title_of_two_pairs_of_capitals_is_no_line_of_authors() -> None:
    document = read(
        "CIAO DATE: 12/2025\n\nTesting Times, Tested Friends\n\nVolume: 26, Issue: 3 (January 2025)\n\nFull Text\n\n"
        "Sept. 9, 2024. An ambassador is named. Sept. 14, 2024. Ministers meet. Sept. 20, 2024. Talks end.\n"
    )
    assert value(document, "title") == "Testing Times, Tested Friends"
    assert authors(document) == []
