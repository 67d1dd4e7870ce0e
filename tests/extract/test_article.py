"""Front matter settled: what is printed, what is derived, what contradicts what."""

from __future__ import annotations

import ccdata

ENTRIES = """
Jan. 5, 2012: Japanese Foreign Minister Gemba Koichiro meets his South Korean counterpart in Tokyo.

Feb. 3, 2012: Japan protests.

April 20, 2012: Korea protests.
"""


def codes(text: str) -> set[str]:
    return {finding.code for finding in ccdata.parse_text(text).findings}


def test_a_volume_that_is_not_printed_is_derived_and_said_to_be() -> None:
    text = f"Japan-Korea Relations\n\nChronology from Jan 2012 to Apr 2012\n{ENTRIES}"
    (article,) = ccdata.parse_text(text).articles
    assert (article.id, article.volume, article.issue, article.published) == (
        "cc-14-1-japan-korea",
        14,
        1,
        "2012-05",
    )
    assert "volume-derived" in codes(text)


def test_a_listing_whose_last_month_is_one_too_late_is_of_the_issue_it_covers() -> None:
    text = f"Japan-Korea Relations\n\nChronology from Jan 2012 to May 2012\n{ENTRIES}"
    (article,) = ccdata.parse_text(text).articles
    assert (article.volume, article.issue) == (14, 1)


def test_a_printed_volume_stands_where_the_issue_is_not_printed() -> None:
    text = f"Comparative Connections\n\nVol. 14, No. 1\n\nJapan-Korea Relations\n\nChronology\n{ENTRIES}"
    (article,) = ccdata.parse_text(text).articles
    assert (article.volume, article.issue) == (14, 1)
    assert "volume-derived" not in codes(text)


def test_a_stranger_gets_no_volume_pair_or_date() -> None:
    text = (
        'A press release. The minister said: "We agree." On Jan. 5, 2012, it rained all day in the capital, '
        "and many more words follow here so that this is plainly running text of some length."
    )
    dataset = ccdata.parse_text(text)
    (article,) = dataset.articles
    assert article.id.startswith("doc-")
    assert (article.title, article.volume, article.published, article.parties) == (None, None, None, ())
    assert [quote.text for quote in dataset.quotes] == ["We agree."]
    assert "not-an-article" in codes(text)


def test_a_period_that_is_plainly_wrong_is_a_finding_and_no_period() -> None:
    text = f"Japan-Korea Relations\n\nChronology of Japan-Korea Relations\n\nApr 1999 — Jun 2018\n{ENTRIES}"
    (article,) = ccdata.parse_text(text).articles
    assert article.period_start is None
    assert "period-contradicts" in codes(text)


def test_the_month_of_the_issue_stands_before_the_print() -> None:
    text = (
        "Comparative Connections\n\nJapan-Korea Relations\n\nA Title of Its Own\n\n"
        "This article is extracted from Comparative Connections, Vol. 14, No. 1, May 2015.\n\n"
        f"Chronology of Japan-Korea Relations\n\nJanuary - April 2012\n{ENTRIES}"
    )
    (article,) = ccdata.parse_text(text).articles
    assert (article.published, article.published_as_printed) == ("2012-05", "May 2015")
    assert "published-contradicts" in codes(text)
