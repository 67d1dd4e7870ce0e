"""Dates as English prints them anywhere: alone, at the head of a line, in a sentence; and what is none."""

from __future__ import annotations

import pytest

from ccdata.document.dates import find_dates, read_date, read_label

EVERYWHERE = {
    "2nd August": "2010-08-02",
    "August 2nd 2011": "2011-08-02",
    "3rd - 8th Feb": "2010-02-03/2010-02-08",
    "Thu 7 Mar - Sun 10 March 2013": "2013-03-07/2013-03-10",
    "Thursday, 7 March 2013 to Sunday, 10 March 2013": "2013-03-07/2013-03-10",
    "Thursday, August 5th 2010 to Friday, August 6th 2010": "2010-08-05/2010-08-06",
    "Monday 1st to Friday 5th March 2010": "2010-03-01/2010-03-05",
    "from 11th to 13th June 1998": "1998-06-11/1998-06-13",
    "from 3 May until 5 June 2001": "2001-05-03/2001-06-05",
    "3 May till 5 June 2001": "2001-05-03/2001-06-05",
    "3 May through 5 June 2001": "2001-05-03/2001-06-05",
    "between 3 and 5 May 2001": "2001-05-03/2001-05-05",
    "between May 3 and June 5, 2001": "2001-05-03/2001-06-05",
    "11 March -> 2 April 2012": "2012-03-11/2012-04-02",
    "11 March → 2 April 2012": "2012-03-11/2012-04-02",
    "11–13 March 2012": "2012-03-11/2012-03-13",
    "11—13 March 2012": "2012-03-11/2012-03-13",
    "11th-13th March 2012": "2012-03-11/2012-03-13",
    "28 March to 9th Apr": "2010-03-28/2010-04-09",
    "4th Feb 1981 - 3rd Feb 2014": "1981-02-04/2014-02-03",
    "28th December to 4th January": "2010-12-28/2011-01-04",
    "Feb to April 2012": "2012-02/2012-04",
    "November 2009 - January 2010": "2009-11/2010-01",
    "in 2006": "2006",
    "1980 - 1985": "1980/1985",
    "from 1980 to 1985": "1980/1985",
    "the 5th of June": "2010-06-05",
    "June 5th, 1997": "1997-06-05",
    "June the 5th": "2010-06-05",
    "5 June '97": "1997-06-05",
    "5 June ’08": "2008-06-05",
    "19:30, 2nd August 2010": "2010-08-02",
    "2nd August 2010, 19:30": "2010-08-02",
    "8:30 p.m. on June 5, 1997": "1997-06-05",
    "19:30 2nd August 2010 - 21:00 4th August 2010": "2010-08-02/2010-08-04",
    "2010-08-02": "2010-08-02",
    "2010-08-02 - 2010-08-06": "2010-08-02/2010-08-06",
    "2010-08-02/2010-08-06": "2010-08-02/2010-08-06",
    "from 2010-08-02 to 2010-08-06": "2010-08-02/2010-08-06",
}
ALONE = {
    "2nd august 2010": "2010-08-02",
    "AUGUST 2010": "2010-08",
    "August": "2010-08",
    "May": "2010-05",
    "5th August - 9th": "2010-08-05/2010-08-09",
    "7pm, 2 August": "2010-08-02",
}
NONE = [
    "31st February",
    "32 May",
    "7-2 May",
    "July 45",
    "30 February 2011",
    "29 February 2011",
    "10 June - 5 June 2011",
    "2010-13-01",
    "2010-07-05 - 2010-07-01",
    "2009-2005",
]


@pytest.mark.parametrize(("text", "edtf"), EVERYWHERE.items())
def test_a_date_is_read_alone_as_a_label_and_in_a_sentence(text: str, edtf: str) -> None:
    alone, label = read_date(text, year=2010), read_label(f"{text}: Xi visits", year=2010)
    running = find_dates(f"They met {text} in Rome.", year=2010)
    assert alone is not None
    assert alone.edtf == edtf
    assert label is not None
    assert label.date.interval == alone
    assert [match.interval for match in running] == [alone]


@pytest.mark.parametrize(("text", "edtf"), ALONE.items())
def test_some_forms_are_sure_only_alone(text: str, edtf: str) -> None:
    interval = read_date(text, year=2010)
    assert interval is not None
    assert interval.edtf == edtf


@pytest.mark.parametrize("text", NONE)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    assert read_date(text, year=2010) is None
    assert all(match.interval is None for match in find_dates(f"They met {text} in Rome.", year=2010))


@pytest.mark.parametrize(("text", "problem"), [("31st February", "impossible"), ("7-2 May", "backward")])
def test_the_label_says_why(text: str, problem: str) -> None:
    label = read_label(f"{text}: Xi visits", year=2010)
    assert label is not None
    assert label.date.problem == f"date-{problem}"


@pytest.mark.parametrize("text", ["Foo 2010", "the Foo of July", "2010 Foo", "1st", "17th - 19th", "noon"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text, year=2010) is None


@pytest.mark.parametrize(
    ("text", "edtf"), [("17th - 19th", "2010-05-17/2010-05-19"), ("17th", "2010-05-17"), ("40th", None)]
)
def test_days_without_a_month_take_the_callers(text: str, edtf: str | None) -> None:
    interval = read_date(text, year=2010, month=5)
    assert (interval.edtf if interval else None) == edtf
