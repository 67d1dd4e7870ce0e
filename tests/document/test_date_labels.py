"""Labels of entries: what is read, what is refused, what is left to the heading's year."""

from __future__ import annotations

import pytest

from ccdata.document.dates import find_dates, read_date, read_label

LABELS = {
    "Sept. 4–5, 2020": "2020-09-04/2020-09-05",
    "Sept. 29-Oct. 2": "2000-09-29/2000-10-02",
    "Dec. 30, 2011-Jan. 2, 2012": "2011-12-30/2012-01-02",
    "Dec. 28–Jan. 3": "2000-12-28/2001-01-03",
    "Jan. 7- 8": "2000-01-07/2000-01-08",
    "Nov.8": "2000-11-08",
    "Feb. 23 2008": "2008-02-23",
    "Oct 1": "2000-10-01",
    "14th to 16th May": "2000-05-14/2000-05-16",
    "12-14 Sept 2008": "2008-09-12/2008-09-14",
    "March 2011": "2011-03",
    "Early April": "2000-04-01/2000-04-10~",
    "mid-November": "2000-11-11~/2000-11-20~",
    "Mid-Nov. 2011": "2011-11-11~/2011-11-20~",
    "Early to mid-April": "2000-04-01/2000-04-20~",
    "late 2019": "2019-09~/2019-12",
    "Late October-early November 2010": "2010-10-21~/2010-11-10~",
    "winter 2019-20": "2019-24",
    "Monday, June 5": "2000-06-05",
    "Tuesday May 4, 1999": "1999-05-04",
    "June 26-July 1, 2014": "2014-06-26/2014-07-01",
    "Oct. 31 – 1 Nov. 2009": "2009-10-31/2009-11-01",
    "Oct. 8-10, 2001": "2001-10-08/2001-10-10",
    "Oct. 8 — 10, 2001": "2001-10-08/2001-10-10",
    "Sept 3/4": "2000-09-03/2000-09-04",
    "Nov. 3 & 5": "2000-11-03/2000-11-05",
    "May 3 and 5": "2000-05-03/2000-05-05",
    "Sept. 9, 12, and 14, 2003": "2003-09-09/2003-09-14",
    "Dec 2-4,2009": "2009-12-02/2009-12-04",
    "Jan.-March 2005": "2005-01/2005-03",
    "2010-05-03": "2010-05-03",
    "May 3rd, 2010": "2010-05-03",
}


@pytest.mark.parametrize(("text", "edtf"), LABELS.items())
def test_a_label_is_read_with_any_separator(text: str, edtf: str) -> None:
    for separator in (": ", ":", ". "):
        label = read_label(f"{text}{separator}China says", year=2000)
        assert label is not None
        assert label.date.interval is not None
        assert label.date.interval.edtf == edtf
        assert f"{text}{separator}China says"[label.body_start :] == "China says"


@pytest.mark.parametrize("text", ["Oct 1 China says", "Feb. 23 2008 China says", "March 2011 “No”"])
def test_a_label_needs_no_separator_before_a_capital(text: str) -> None:
    label = read_label(text, year=2000)
    assert label is not None
    assert label.separator == "none"


@pytest.mark.parametrize(
    "text", ["May the force", "March on Rome", "In May 2010, China", "Oct 1 was a day", "5: x"]
)
def test_what_is_no_label_is_refused(text: str) -> None:
    assert read_label(text, year=2000) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Feb. 30, 2011: x", "date-impossible"),
        ("Nov. 31: x", "date-impossible"),
        ("May 9-3, 2011: x", "date-backward"),
        ("June 2, 2012-June 1, 2011: x", "date-backward"),
    ],
)
def test_impossible_and_backward_dates_are_named(text: str, problem: str) -> None:
    label = read_label(text, year=2000)
    assert label is not None
    assert label.date.interval is None
    assert label.date.problem == problem


def test_a_label_without_a_year_waits_for_one() -> None:
    label = read_label("Oct. 4: x", year=None)
    assert label is not None
    assert label.date.interval is None
    assert label.date.months == (10, 10)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("JANUARY – APRIL 2020", "2020-01/2020-04"),
        ("Apr — Jun 2007", "2007-04/2007-06"),
        ("Jan 2012 to May 2012", "2012-01/2012-05"),
        ("September 2019 – January 2020", "2019-09/2020-01"),
    ],
)
def test_periods_of_headings(text: str, edtf: str) -> None:
    interval = read_date(text)
    assert interval is not None
    assert interval.edtf == edtf


def test_dates_of_running_text() -> None:
    text = "On July 23, 2019, and again in early May they met; 2,000 may march on 12.5 percent of it in 2021."
    found = [text[match.start : match.end] for match in find_dates(text, year=2020)]
    assert found == ["July 23, 2019", "early May", "2021"]
