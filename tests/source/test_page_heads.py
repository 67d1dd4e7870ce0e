"""Heads and feet of pages inside running text, their pieces far apart; words that a page's end cuts."""

from __future__ import annotations

import pytest

from ccdata.source.clean import CleanText

FAR = " " * 30


def words(text: str) -> str:
    """Return the clean text of a canonical one, from its first to its last character."""
    return CleanText(text).block([(0, len(text))]).text


@pytest.mark.parametrize(
    "line",
    [
        f"Japan-Korea Relations{FAR}84{FAR}October 2010",
        f"October 2010{FAR}84{FAR}Japan-Korea Relations",
        f"84{FAR}Comparative Connections{FAR}October 2010",
        f"\fRegional Overview{FAR}|  7",
    ],
)
def test_the_pieces_of_a_page_head_stand_in_any_order(line: str) -> None:
    assert words(f"The ministers met in\n\n{line}\n\nSeoul again.") == "The ministers met in Seoul again."


def test_a_masthead_without_a_page_is_no_page_head() -> None:
    line = f"Comparative Connections{FAR}October 2010"
    assert "Connections" in words(f"First.\n\n{line}\n\nThen.")


@pytest.mark.parametrize("cut", ["1", f"US-China Relations{FAR}12{FAR}May 2011"])
def test_a_word_cut_by_a_page_is_made_whole(cut: str) -> None:
    text = f"Officials deplored the end of coopera-\n\n{cut}\n\ntion."
    assert words(text) == "Officials deplored the end of cooperation."
    assert CleanText(text).slice(0, len(text)) == words(text)


def test_a_word_cut_by_a_page_number_and_a_page_head() -> None:
    text = f"They deplore the coopera-\n\n12\n\n\fUS-China Relations{FAR}12{FAR}May 2011\n\ntion of both."
    assert words(text) == "They deplore the cooperation of both."


def test_a_compound_cut_by_a_page_keeps_its_hyphen() -> None:
    assert words("They test long-\n\n12\n\nrange missiles.") == "They test long-range missiles."


def test_words_that_head_three_pages_are_no_text() -> None:
    pages = "\n\n".join(
        f"Story number{n} goes on\n\nOld Quarrels Again{FAR}{n}\n\nand on." for n in (7, 8, 9)
    )
    assert "Quarrels" not in words(pages)


@pytest.mark.parametrize("figures", [(9, 8, 7), (7, 8)])
def test_figures_of_a_table_are_no_pages(figures: tuple[int, ...]) -> None:
    rows = "\n\n".join(f"Exports to Korea{FAR}{figure}" for figure in figures)
    assert words(rows).count("Exports") == len(figures)


@pytest.mark.parametrize(
    "line",
    [
        "p. 12",
        "[12]",
        "| 12",
        "-- 12 --",
        "US-CHINA RELATIONS | MAY 2017    12",
        "http://www.csis.org/pacfor/cc/0103Q.html (3 of 12) [10/23/2001 9:12:11 AM]",
        "https://cc.pacforum.org/2017/05/x/        3/12",
        "file:///C:/cc/0103Q.html",
        "10/23/2001 9:12 AM",
        "Downloaded from CIAO on May 3, 2004",
        "Copyright 2001 Pacific Forum CSIS",
        "© 2001 Pacific Forum",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_printers_and_archives_put_on_pages_is_no_text(line: str, gap: str) -> None:
    assert words(f"The ministers met in{gap}{line}{gap}Seoul again.") == "The ministers met in Seoul again."


@pytest.mark.parametrize(
    "line", ["https://cc.pacforum.org/2017/05/x/", "Copyright law was discussed", "10/23/2001"]
)
def test_such_lines_of_a_text_stay(line: str) -> None:
    assert line in words(f"The ministers met in\n{line}\nSeoul again.")


def test_a_head_with_its_month_counts_once_the_masthead_has_it() -> None:
    line = f"US-China Relations{FAR}May 2011"
    assert (
        words(f"US-China Relations\n\nThey met in\n\n{line}\n\nSeoul.")
        == "US-China Relations They met in Seoul."
    )


@pytest.mark.parametrize(
    "pages",
    [
        "One.\n\fOld Quarrels\nTwo\n\fOld Quarrels\nthree.",
        "One.\nOld Quarrels\n\fTwo\nOld Quarrels\n\fthree.",
    ],
)
def test_lines_alike_at_the_edges_of_pages_are_no_text(pages: str) -> None:
    assert words(pages) == "One. Two three."


def test_a_line_at_the_top_of_one_page_stays() -> None:
    assert "Old Quarrels" in words("One.\n\fOld Quarrels\nTwo\n\fNew ones\nthree.")
