# ruff: noqa: E501  # the texts stand as they are found
"""Chronologies whose dates, or whose months and years, stand apart from the texts they date."""

from __future__ import annotations

import pytest

from ccdata.document import Document, read_document
from ccdata.source.formats import read_source

PROSE = (
    "Relations between the two capitals had their ups and downs this quarter, and officials on both sides "
    "insisted that they were looking for a way forward despite the quarrel over fish and the rain in Perth. "
)
TITLE = "Australia-Korea Relations\n\nComparative Connections\n\nThe Shape of a Table\n\n"
HEAD = f"{TITLE}{PROSE}\n\nChronology of Australia-Korea Relations\nOctober 2003-January 2004\n\n"
ENTRIES = (
    ("Oct. 3-5, 2003", "2003-10-03/2003-10-05", "Foreign Minister Lena Osterman visits Seoul for talks."),
    ("Oct. 29-Nov. 2, 2003", "2003-10-29/2003-11-02", "Both navies hold an exercise in the Tasman Sea."),
    ("November 2003", "2003-11", "Work begins on a bridge in Busan with Australian steel."),
    ("Jan. 7, 2004", "2004-01-07", "The defense ministers meet in Canberra and sign nothing."),
)
WANTED = [(day, text) for _, day, text in ENTRIES]


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


def page(chronology: str, *, head: str = "Chronology of Australia-Korea Relations") -> str:
    return (
        f"<html><body><h1>Australia - Korea</h1><p>Oct &mdash; Jan 2004</p><p>{PROSE}</p>"
        f"<h2>{head}</h2>{chronology}</body></html>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"{date}\n\n{text}" for date, _, text in ENTRIES),
        "\n\n".join(f"{date}\n{text}" for date, _, text in ENTRIES),
        "\n\n".join(f"### {date}\n\n{text}" for date, _, text in ENTRIES),
        "\n\n".join(f"**{date}:**\n\n- {text}" for date, _, text in ENTRIES),
        "\n".join(f"{date}\n{text}" for date, _, text in ENTRIES),
    ],
)
def test_a_date_on_a_line_of_its_own_opens_an_entry(text: str) -> None:
    document = read(HEAD + text)
    assert told(document) == WANTED
    assert [e.date_span.exact for e in document.entries if e.date_span] == [date for date, _, _ in ENTRIES]
    assert not [part for part in document.parts if part.heading and not part.chronology]


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ("<dt>", "</dt>\n<dd>", "</dd>"),
        ("<div class='panel'><h4>", "</h4><p>", "</p></div>"),
        ("<section><div><span>", "</span></div><div>", "</div></section>"),
        ("<details open><summary>", "</summary><p>", "</p></details>"),
        ("<tr><td>", "</td></tr><tr><td>", "</td></tr>"),
        ("<p><b>", "</b></p><blockquote>", "</blockquote>"),
    ],
)
def test_a_date_in_a_block_of_its_own_opens_an_entry(before: str, between: str, after: str) -> None:
    listed = "".join(f"{before}{date}{between}{text}{after}\n" for date, _, text in ENTRIES)
    whole = (
        f"<dl>{listed}</dl>" if before == "<dt>" else f"<table>{listed}</table>" if "tr" in before else listed
    )
    assert told(read(page(f"<div>{whole}</div>"))) == WANTED


def test_each_item_of_a_list_below_a_date_is_an_entry() -> None:
    listed = "<h4>Oct. 3, 2003</h4><ul><li>Ministers meet in Seoul.</li><li>A fair opens in Perth.</li></ul>"
    listed += "<h4>Nov. 8, 2003</h4><ul><li>Seoul bans imports of beef.</li></ul>"
    assert told(read(page(listed))) == [
        ("2003-10-03", "Ministers meet in Seoul."),
        ("2003-10-03", "A fair opens in Perth."),
        ("2003-11-08", "Seoul bans imports of beef."),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>{0}</td><td>{1}</td></tr><tr><td></td><td>{2}</td></tr><tr><td>{3}</td><td>{4}</td></tr>",
        "<tr><td rowspan=2>{0}</td><td>{1}</td></tr><tr><td>{2}</td></tr><tr><td>{3}</td><td>{4}</td></tr>",
        (
            "<tr><td>{0}</td><td>{1}</td></tr><tr><td>&nbsp;</td><td>{2}</td></tr>"
            "<tr><td colspan=2>November 2003</td></tr><tr><td>{3}</td><td>{4}</td></tr>"
        ),
        "<ul><li><b>{0}</b> {1}</li><li>{2}</li><li><b>{3}</b> {4}</li></ul>",
    ],
)
def test_a_row_without_a_date_has_the_date_above_it(rows: str) -> None:
    texts = ("Ministers meet in Seoul.", "A fair opens in Perth.", "Seoul bans imports of beef.")
    filled = rows.format("Oct. 3", texts[0], texts[1], "Nov. 8", texts[2])
    whole = filled if filled.startswith("<ul>") else f"<table>{filled}</table>"
    document = read(page(whole, head="Chronology of Australia-Korea Relations, Oct. 2003-Jan. 2004"))
    assert told(document) == list(zip(("2003-10-03", "2003-10-03", "2003-11-08"), texts, strict=True))
    assert [entry.date_span is None for entry in document.entries] == [False, True, False]


MONTHS = (
    "{0}\n3-5: Foreign Minister Lena Osterman visits Seoul for talks about the fish in\nthe strait.\n"
    "29-Nov. 2: Both navies hold an exercise.\n\n{1}\n8: Seoul bans imports of beef\n"
    "and of 25 kinds of cheese.\n\n{2}\n7: The defense ministers meet.\n"
)
DATED = [
    (
        "2003-10-03/2003-10-05",
        "Foreign Minister Lena Osterman visits Seoul for talks about the fish in the strait.",
    ),
    ("2003-10-29/2003-11-02", "Both navies hold an exercise."),
    ("2003-11-08", "Seoul bans imports of beef and of 25 kinds of cheese."),
    ("2004-01-07", "The defense ministers meet."),
]


@pytest.mark.parametrize(
    "months",
    [
        ("OCTOBER 2003", "NOVEMBER 2003", "JANUARY 2004"),
        ("**October**", "**November**", "**January**"),
        ("2003\n\nOctober", "November", "2004\n\nJanuary"),
        ("## October 2003\n", "## November 2003\n", "## January 2004\n"),
    ],
)
def test_a_day_alone_takes_month_and_year_from_the_heading_above_it(months: tuple[str, ...]) -> None:
    document = read(HEAD + MONTHS.format(*months))
    assert told(document) == DATED
    assert [entry.date_span.exact for entry in document.entries if entry.date_span] == [
        "3-5",
        "29-Nov. 2",
        "8",
        "7",
    ]


def test_a_label_without_a_year_takes_the_year_of_the_heading_above_it() -> None:
    text = "APRIL 2004\n\nApril 3: Ministers meet in Seoul.\n\nMAY 2004\n\nMay 8: A fair opens in Perth.\n"
    head = f"{TITLE}{PROSE}\n\nChronology of Australia-Korea Relations\n\n"
    assert told(read(head + text)) == [
        ("2004-04-03", "Ministers meet in Seoul."),
        ("2004-05-08", "A fair opens in Perth."),
    ]


def test_days_in_a_table_below_rows_of_months() -> None:
    rows = "".join(
        f"<tr><td colspan=2>{month}</td></tr><tr><td>{day}</td><td>{text}</td></tr>"
        for month, day, text in (
            ("October 2003", "3-5", "Ministers meet in Seoul for talks."),
            ("November 2003", "8", "A fair of many wares opens in Perth."),
        )
    )
    assert told(read(page(f"<table>{rows}</table>"))) == [
        ("2003-10-03/2003-10-05", "Ministers meet in Seoul for talks."),
        ("2003-11-08", "A fair of many wares opens in Perth."),
    ]


def test_figures_at_the_head_of_a_sentence_are_no_days() -> None:
    text = "OCTOBER 2003\n\n3: Ministers meet in Seoul.\n\n25 states take part in the fair that follows.\n\n9: It ends.\n"
    assert told(read(HEAD + text)) == [
        ("2003-10-03", "Ministers meet in Seoul. 25 states take part in the fair that follows."),
        ("2003-10-09", "It ends."),
    ]


def test_sections_of_a_narrative_that_are_headed_by_dates_are_no_entries() -> None:
    sections = "\n\n".join(f"### {date}\n\n{PROSE}\n\n{PROSE}" for date, _, _ in ENTRIES)
    document = read(
        f"{TITLE}{PROSE}\n\n{sections}\n\nChronology of Australia-Korea Relations\n\nJan. 3, 2004: A fair opens.\n"
    )
    assert told(document) == [("2004-01-03", "A fair opens.")]
    assert [part.heading.text for part in document.parts if part.heading][:4] == [
        date for date, _, _ in ENTRIES
    ]


def test_dates_of_a_table_of_figures_are_no_entries() -> None:
    rows = "".join(
        f"<tr><td>{month} 2003</td><td>{n}.5</td><td>{n}8</td></tr>"
        for n, month in enumerate(("May", "June", "July"), 2)
    )
    assert told(read(page(f"<p>Nov. 3, 2003: A fair opens.</p><table>{rows}</table>"))) == [
        ("2003-11-03", "A fair opens.")
    ]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_days_that_head_most_texts_below_months_need_no_sign(gap: str) -> None:
    lines = (
        "OCTOBER 2003",
        "3-5  Ministers meet in Seoul and see",
        "25 kinds of fish.",
        "16  A fair opens.",
        "NOVEMBER 2003",
    )
    text = gap.join((*lines, "8  Seoul bans beef.")).replace(f"see{gap}", "see\n")
    assert told(read(HEAD + text)) == [
        ("2003-10-03/2003-10-05", "Ministers meet in Seoul and see 25 kinds of fish."),
        ("2003-10-16", "A fair opens."),
        ("2003-11-08", "Seoul bans beef."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2003-10-03: Ministers meet in Seoul.\n\n2003-11-08: Seoul bans beef.\n",
        "| Date | Event |\n|---|---|\n| Oct. 3 | Ministers meet in Seoul. |\n| Nov. 8 | Seoul bans beef. |\n",
        "October 2003\n- 3: Ministers meet in Seoul.\nNovember 2003\n- 8: Seoul bans beef.\n",
        "October 2003\n\n3rd: Ministers meet in Seoul.\n\nNovember 2003\n\n8th: Seoul bans beef.\n",
    ],
)
def test_other_ways_to_set_the_days(text: str) -> None:
    assert told(read(HEAD + text)) == [
        ("2003-10-03", "Ministers meet in Seoul."),
        ("2003-11-08", "Seoul bans beef."),
    ]


def test_a_row_with_an_empty_cell_in_a_plain_table_has_the_date_above_it() -> None:
    table = "| Date | Event |\n|---|---|\n| Oct. 3 | Ministers meet in Seoul. |\n| | A fair opens. |\n| Nov. 8 | Seoul bans beef. |\n"
    assert told(read(HEAD + table))[1] == ("2003-10-03", "A fair opens.")


@pytest.mark.parametrize(
    "listed",
    [
        "<div><h3>October</h3><h4>3</h4><p>Ministers meet in Seoul.</p><h3>November</h3><h4>8</h4><p>Seoul bans beef.</p></div>",
        "<div><span>Oct. 3, 2003</span><span> Ministers meet in Seoul.</span></div><div><span>Nov. 8, 2003</span> Seoul bans beef.</div>",
    ],
)
def test_short_days_and_dates_of_a_page_are_kept(listed: str) -> None:
    text = page(f"<p>October &mdash; December 2003</p>{listed}")
    assert told(read(text)) == [
        ("2003-10-03", "Ministers meet in Seoul."),
        ("2003-11-08", "Seoul bans beef."),
    ]


@pytest.mark.parametrize("form", ["({}) {}", "[{}] {}", "[{}]: {}", "• {} • {}"])
def test_dates_in_brackets_open_entries(form: str) -> None:
    text = "\n\n".join(form.format(date, text) for date, _, text in ENTRIES if date[-6] == ",")
    assert told(read(HEAD + text)) == [WANTED[0], WANTED[1], WANTED[3]]


def test_points_below_a_colon_belong_to_their_entry() -> None:
    text = "- Oct. 3, 2003: They agree on:\n- More fish.\n- Less rain.\n\n- Nov. 8, 2003: Seoul bans beef.\n"
    assert told(read(HEAD + text)) == [
        ("2003-10-03", "They agree on: More fish. Less rain."),
        ("2003-11-08", "Seoul bans beef."),
    ]
