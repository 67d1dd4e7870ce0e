from __future__ import annotations

import pytest

from ccdata.extract.quotes.pairing import pair_marks


def words(text: str, *, goes_on: bool = False) -> list[str]:
    return [text[pair.start : pair.end] for pair in pair_marks(text, goes_on=goes_on).pairs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "never."', ["no", "never."]),
        ("He said “no” and “never.”", ["no", "never."]),
        ('He said “no" and "never.”', ["no", "never."]),
        ('They met."The talks went well," said Roh.', ["The talks went well,"]),
        ('both "yes" and "no." "It is possible," he said', ["yes", "no.", "It is possible,"]),
        ("``We agree,'' he said.", ["We agree,"]),
        ("„Nein,“ said the envoy, «da,» said the other.", ["Nein,", "da,"]),
        ("”Wrong,” he said, and ”again.”", ["Wrong,", "again."]),
        ("“[W]e have—” he said, “…no.”", ["[W]e have—", "…no."]),
        ('the ""core"" issue', ["core"]),
        ('("a," "b") ["c"]', ["a,", "b", "c"]),
    ],
)
def test_double_marks_of_any_style(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tokyo's 'Asian Moment' came.", ["Asian Moment"]),
        ("the ministers' meeting on 'core interests' and the '90s' end", ["core interests"]),
        ("'American allies' worry about Japan's 'rearmament'", ["American allies", "rearmament"]),
        (
            "‘We won’t,’ said Abe. ‘It’s the ministers’ choice,’ he added.",
            ["We won’t,", "It’s the ministers’ choice,"],
        ),
        ("the workers’ pay and Laos’ vote, rock ’n’ roll in the ‘80s", []),
        ("Koreaʼs, China‟s and Japan′s votes", []),
        ("the allies' aims and Ross' statement that", []),
    ],
)
def test_single_marks_and_apostrophes(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A ‘b c’ d,” he said", [("A ‘b c’ d,", None), ("b c", 0)]),
        ("\"'A' is b,\" he said", [("'A' is b,", None), ("A", 0)]),
        ("“First “inner” more,” he said", [("First “inner” more,", None), ("inner", 0)]),
        ("‘He said “no” to me,’ she said", [("He said “no” to me,", None), ("no", 0)]),
        ('"The so-called "Quad" is here," he said', [('The so-called "Quad" is here,', None), ("Quad", 0)]),
    ],
)
def test_nesting(text: str, expected: list[tuple[str, int | None]]) -> None:
    pairs = pair_marks(text).pairs
    assert [(text[p.start : p.end], p.outer) for p in pairs] == expected


def test_an_unclosed_mark_costs_one_quotation() -> None:
    text = '"We agree. He said "yes" and "no."'
    found = pair_marks(text)
    assert [text[p.start : p.end] for p in found.pairs] == ["yes", "no."]
    assert found.unclosed == (0,)


def test_a_closing_mark_alone_costs_none() -> None:
    text = 'We agree," said Roh. "We do."'
    found = pair_marks(text)
    assert [text[p.start : p.end] for p in found.pairs] == ["We do."]
    assert found.unopened == (9,)


def test_a_quotation_of_several_paragraphs_stays_open() -> None:
    found = pair_marks("“We agree.", goes_on=True)
    assert [(p.start, p.end, p.open_end) for p in found.pairs] == [(1, 10, True)]
    assert not found.unclosed


def test_nothing_between_marks_is_nothing() -> None:
    assert words('a "" b “ ” c') == []
