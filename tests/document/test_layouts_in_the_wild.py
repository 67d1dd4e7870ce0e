# ruff: noqa: E501  # the texts stand as they are found
"""Articles as they are found: each case shows one layout, or one of its difficulties."""

from __future__ import annotations

import pytest

from ccdata.document import Document, read_document
from ccdata.source.text import reading_of

PROSE = (
    "Relations between the two sides had their ups and downs in this quarter, and officials on both sides "
    "said that they were looking for a way forward despite it all. "
)


def read(text: str) -> Document:
    return read_document(reading_of(text, text.encode(), name="x"))


def dates(document: Document) -> list[str | None]:
    intervals = [entry.label.date.interval if entry.label else None for entry in document.entries]
    return [interval.edtf if interval else None for interval in intervals]


def bodies(document: Document) -> list[str]:
    return [entry.body.text for entry in document.entries]


def authors(document: Document) -> list[tuple[str, str | None]]:
    return [(a.name.value, a.affiliation.value if a.affiliation else None) for a in document.front.authors]


def front(document: Document, field: str) -> str | None:
    printed = getattr(document.front, field)
    return printed.value if printed else None


def codes(document: Document) -> set[str]:
    return {remark.code for remark in document.remarks}


def headings(document: Document) -> list[str]:
    return [part.heading.text for part in document.parts if part.heading and not part.chronology]


def test_a_journal_page_as_text() -> None:
    document = read(
        "Articles\n\nUS - Korea\n\nApr — Jun 2007\n\nA Peninsula in Flux\n\nConnect with the Author\n\n"
        f"Donald G. Gross\nAtlantic Council\n\nHannah Oh\nHandong Global University\n\n{PROSE}\n\n"
        f"The FTA Takes Center Stage\n\n{PROSE * 3}\n\nChronology of US - Korea Relations\n\nApril - June 2007\n\n"
        "April 2, 2007: US and South Korea conclude negotiations.\n\nApril 8-11, 2007: Gov. Bill visits (see April 2).\n\n"
        "May 3: No year here.\n\nJune 26-July 1, 2007. South Korea sends aid.\n"
    )
    assert front(document, "title") == "A Peninsula in Flux"
    assert front(document, "relationship") == "US-Korea Relations"
    assert front(document, "volume") is None
    assert authors(document) == [
        ("Donald G. Gross", "Atlantic Council"),
        ("Hannah Oh", "Handong Global University"),
    ]
    assert headings(document) == ["The FTA Takes Center Stage"]
    assert dates(document) == ["2007-04-02", "2007-04-08/2007-04-11", "2007-05-03", "2007-06-26/2007-07-01"]


def test_a_page_of_the_later_years_cites_itself() -> None:
    document = read(
        "# Tense Times\n\nBy Jane Doe, Pacific Forum\n\nPublished May 2019 in Comparative Connections · Volume 21, "
        "Issue 1 (This article is extracted from Comparative Connections: A Triannual E-Journal of Bilateral "
        "Relations in the Indo-Pacific, Vol. 21, No. 1, May 2019. Preferred citation: Jane Doe and Wang Li, "
        "“Japan-Korea Relations: Tense Times,” Comparative Connections, Vol. 21, No. 1, pp 93-102.)\n\n"
        f"{PROSE}\n\n## Radar Lock-on\n\n{PROSE * 2}\n\n### Chronology of Japan - Korea Relations\n\n"
        "January — April 2019\n\n**Jan. 1, 2019:** A speech.\n\n**Jan. 7- 8:** A visit.\n**Late January:** Talks."
    )
    assert [front(document, f) for f in ("volume", "issue", "published", "pages")] == [
        "21",
        "1",
        "May 2019",
        "pp 93-102",
    ]
    assert authors(document) == [("Jane Doe", "Pacific Forum"), ("Wang Li", None)]
    assert dates(document) == ["2019-01-01", "2019-01-07/2019-01-08", "2019-01-21~/2019-01-31"]


def test_an_archives_full_text_runs_on() -> None:
    document = read(
        "Columbia International Affairs Online\n\nCIAO DATE: 12/2010\n\nJapan-Korea Relations: Small Signs\n\n"
        "A publication of: Center for Strategic and International Studies\n\nVolume: 12, Issue: 3 (October 2010)\n\n"
        "No abstract is available.\n\nFull Text\n\n"
        "July 1, 2010: Japanese Coast Guard seizes boat July 5, 2010: Prime Minister Kan Japan-Korea Relations 84 "
        "October 2010 Japan-Korea Relations 85 October 2010 Naoto meets Lee in Toronto. July 12: Experts (see Oct. 1) "
        "meet. Aug. 10, 2010: Kan apologizes, as was agreed by Sept. 3, 2010: a first. Aug. 12, 2010 Lee replies."
    )
    assert bodies(document) == [
        "Japanese Coast Guard seizes boat",
        "Prime Minister Kan Naoto meets Lee in Toronto.",
        "Experts (see Oct. 1) meet.",
        "Kan apologizes, as was agreed by Sept. 3, 2010: a first.",
        "Lee replies.",
    ]
    assert dates(document)[2] == "2010-07-12"
    assert [front(document, f) for f in ("title", "volume", "issue", "published")] == [
        "Small Signs", "12", "3", "October 2010",
    ]  # fmt: skip
    assert document.layout == "text/run-on"


def test_an_archives_record_has_labels_and_empty_values() -> None:
    document = read(
        "Title: Slips and Slides\nAuthor: Bonnie Smith and Wang Li\nVolume: 3\nIssue Number:\n"
        "Publication Date: October 2001\nInstitution: Pacific Forum\nAbstract: July 1, 2001: A call. July 5, 2001: A trip. "
        "July 6, 2001: A return.\n\nFull Text\n\nJuly 1, 2001: A call. July 5, 2001: A trip. July 6, 2001: A return.\n"
    )
    assert bodies(document) == ["A call.", "A trip.", "A return."]
    assert [front(document, f) for f in ("title", "volume", "issue", "published")] == [
        "Slips and Slides", "3", None, "October 2001",
    ]  # fmt: skip
    assert authors(document) == [("Bonnie Smith", None), ("Wang Li", None)]


def test_a_quarterly_has_its_authors_on_lines() -> None:
    document = read(
        "Comparative Connections\nA Quarterly E-Journal on East Asian Bilateral Relations\n\nUS-China Relations:\n"
        f"Slips and Slides\n\nby Bonnie S. Smith\nConsultant on Asian Affairs\n\n{PROSE}\n\nHainan Again\n\n{PROSE * 2}\n\n"
        "Chronology of U.S.-China Relations\nJuly-September 2001\n\nJuly 1: President congratulates Beijing.\n"
        "July 5-6: Delegation visits.\nDec. 30, 2001-Jan. 2, 2002: Out of period.\n"
    )
    assert front(document, "title") == "Slips and Slides"
    assert front(document, "journal") == "Comparative Connections"
    assert authors(document) == [("Bonnie S. Smith", "Consultant on Asian Affairs")]
    assert dates(document) == ["2001-07-01", "2001-07-05/2001-07-06", "2001-12-30/2002-01-02"]
    assert "date-outside-period" in codes(document)


def test_an_overview_has_no_pair() -> None:
    document = read(
        f"Regional Overview:\nSunshine and Shadows\n\nby Ralph A. Smith, Pacific Forum CSIS\nand Brad Jones, "
        f"Pacific Forum CSIS\n\n{PROSE}\n\nRegional Chronology\nJanuary-March 2003\n\nJan. 3, 2003: A thing.\n\n"
        "Mid-February: Another.\n"
    )
    assert front(document, "relationship") == "Regional Overview"
    assert authors(document) == [
        ("Ralph A. Smith", "Pacific Forum CSIS"),
        ("Brad Jones", "Pacific Forum CSIS"),
    ]
    assert dates(document) == ["2003-01-03", "2003-02-11~/2003-02-20~"]


def test_a_listing_has_lost_its_dates_but_one() -> None:
    document = read(
        "Chronologies\n\nUS - China\n\nChronology from Jan 2012 to May 2012\n\n: President meets Xi.\n\n"
        ":  Vice Premier visits.\n\np.p1 {margin: 0.0px; font: 12.0px Helvetica} Jan. 3, 2012: A thing happens.\n"
    )
    assert bodies(document) == ["President meets Xi.", "Vice Premier visits.", "A thing happens."]
    assert dates(document) == [None, None, "2012-01-03"]
    assert front(document, "title") is None
    assert authors(document) == []


def test_a_flattened_article_is_cut_into_its_parts() -> None:
    body = PROSE * 9
    document = read(
        "Total Page:16 Japan-Korea Relations: Tense Times C o m p a r a t i v e Connections A Triannual E-Journal on "
        "East Asian Bilateral Relations Japan-Korea Relations: Tense Times Jane Doe University of Hawaii Ji-woo Kim "
        f"Asan Institute for Policy Studies {body}Chronology of Japan-Korea Relations January – April 2012 "
        "Jan. 3, 2012: A thing happens. Jan. 5: Another. Feb. 1-3: A third."
    )
    assert front(document, "title") == "Tense Times"
    assert authors(document) == [
        ("Jane Doe", "University of Hawaii"),
        ("Ji-woo Kim", "Asan Institute for Policy Studies"),
    ]
    assert front(document, "period") == "January – April 2012"
    assert dates(document) == ["2012-01-03", "2012-01-05", "2012-02-01/2012-02-03"]
    assert bodies(document) == ["A thing happens.", "Another.", "A third."]


def test_wrapped_lines_without_blank_ones_are_parted() -> None:
    document = read(
        "Old Quarrels, New\nQuiet progress on trade was overshadowed by a\nnew round of tension at sea. The two\n"
        "governments traded protests, recalled patrol\nboats, and then agreed to talk on another day.\nA New Start\n"
        "Seen in this light, the quarrel looks less\nlike a crisis than like a test of nerves for\nthe two of them.\n"
        "Chronology of India-East Asia/US Relations\nMay – August 2018\nMay 1, 2018: Indian Defense Minister meets\n"
        "his counterpart in the US.\nIndia-East Asia/US Relations 2\nMay 17: Minister sends a message on a short-\n"
        "range missile.\n"
    )
    assert front(document, "relationship") == "India-East Asia/US Relations"
    assert headings(document) == ["A New Start"]
    assert bodies(document) == [
        "Indian Defense Minister meets his counterpart in the US.",
        "Minister sends a message on a short-range missile.",
    ]


def test_interleaved_columns_are_named_and_not_guessed() -> None:
    left = ["Quiet progress on trade was overshadowed", "new round of tension at sea grew so fast"] * 6
    right = ["had followed the talks of the last year", "Hindu warned that fishermen on both sides"] * 6
    lines = [f"{one:<46}{two}" for one, two in zip(left, right, strict=True)]
    document = read("\n".join(lines))
    assert "columns-interleaved" in codes(document)
    assert not document.entries
    assert front(document, "title") is None


@pytest.mark.parametrize(
    "text",
    [
        'FOR IMMEDIATE RELEASE\n\nTokyo, May 3, 2012 -- "We are happy," said Jones. See Vol. 5, No. 2.\n\nx@y.org',
        f"Jane Doe\n\nPhoto of Jane Doe\n\nJane Doe writes on US-China relations.\n\n{PROSE}\n\nTense Times\n\n{PROSE}",
        "To whom it may concern,\n\nthe invoice of June 2011 is still open.",
    ],
)
def test_anything_else_is_said_to_be_none_and_nothing_is_invented(text: str) -> None:
    document = read(text)
    assert "not-an-article" in codes(document)
    assert document.front == type(document.front)()
    words = " ".join(p.block.text for part in document.parts for p in part.paragraphs)
    assert text.rsplit(maxsplit=1)[-1] in words


def test_newest_first_and_over_the_turn_of_a_year() -> None:
    document = read(
        "Chronology of US-Japan Relations\nSeptember 2011 – January 2012\n\nJan. 3: One.\n\nDec. 30-Jan. 1: Two.\n\n"
        "Dec. 5: Three.\n\nSept. 9: Four.\n"
    )
    assert dates(document) == ["2012-01-03", "2011-12-30/2012-01-01", "2011-12-05", "2011-09-09"]


def test_three_separators_on_one_page() -> None:
    document = read(
        "Chronology of US-Taiwan Relations\n\nJan. 3, 2008: Bush says a thing.\n\nJan. 7, 2008. Powell says a thing.\n\n"
        "Feb. 23 2008 Third thing happens.\n\nMarch 2008: Fourth. On July 23, 2007, planes flew.\n\nThis goes on too, and ends.\n"
    )
    assert dates(document) == ["2008-01-03", "2008-01-07", "2008-02-23", "2008-03"]
    assert bodies(document)[-1] == "Fourth. On July 23, 2007, planes flew. This goes on too, and ends."


def test_another_volume_cited_in_the_body_is_not_this_ones() -> None:
    document = read(
        f"US-Japan Relations\n\nApr — Jun 2007\n\nA Calm Spring\n\nBy Jane Doe, CSIS\n\n{PROSE}\n\nThe Base\n\n{PROSE} As we "
        f"wrote in Comparative Connections, Vol. 5, No. 2, pp 3-9, it was calm. {PROSE}\n\nChronology of US-Japan Relations\n\n"
        "April 3, 2007: A thing.\n\nMay 4, 2007: Two.\n"
    )
    assert front(document, "volume") is None
    assert front(document, "pages") is None
    assert front(document, "title") == "A Calm Spring"


def test_doubled_headers_are_read_once() -> None:
    head = "US-Japan Relations\n\nA Calm Spring\n\nJane Doe\n\nPacific Forum CSIS\n\n"
    document = read(
        f"{head}{head}{PROSE}\n\nThe Base\n\n{PROSE * 2}\n\nChronology of US-Japan Relations\n\nMay 1, 2007: A. B.\n"
    )
    assert authors(document) == [("Jane Doe", "Pacific Forum CSIS")]
    assert front(document, "title") == "A Calm Spring"
    assert "line-unread" not in codes(document)


def test_an_empty_author_block_names_nobody() -> None:
    document = read(
        f"US - Japan\n\nA Calm Spring\n\nConnect with the Author\n\n{PROSE}\n\nThe Base\n\n{PROSE}\n\n"
        "Chronology of US - Japan Relations\n\nMay 1, 2007: A thing.\n"
    )
    assert authors(document) == []
    assert front(document, "title") == "A Calm Spring"
