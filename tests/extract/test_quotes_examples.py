"""How this genre quotes, in sentences of our own: each file in `quotes/` is a group, each case

SENTENCE (names marked, see `quote_stage`)
    KIND SPEAKERS CUE        one line for each quotation
"""

from __future__ import annotations

from pathlib import Path

import pytest
import quotations_handled
from quote_stage import find, summary

FOLDER = Path(__file__).parent / "quotes"


def cases() -> list[tuple[str, list[str]]]:
    made: list[tuple[str, list[str]]] = []
    for file in sorted(FOLDER.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line.startswith(" "):
                made[-1][1].append(line.strip())
            else:
                made.append((line, []))
    return made


@pytest.mark.parametrize(("sentence", "expected"), cases())
def test_the_genres_shapes(sentence: str, expected: list[str]) -> None:
    assert summary(sentence) == expected


def test_the_groups_are_there() -> None:
    assert len(cases()) > 250


@pytest.mark.parametrize(
    ("sentence", "addressees"),
    [
        ('{roh:Roh} told {bush:Bush} that "time is short."', ["bush"]),
        ('{obama:Obama} urged {PRK:Pyongyang} to "choose."', ["prk"]),
        ('In a letter to {modi:Modi}, {abe:Abe} wrote that "ties are good."', ["modi"]),
        ('{abe:Abe} said in a message to {modi:Modi} that "ties are good."', ["modi"]),
        (
            'In response to a question from {smith:Smith}, {rice:Rice} said, "I will not speculate."',
            ["smith"],
        ),
        ('{abe:Abe} said that "ties with {modi:Modi} are good."', []),
        ('"Ties are good," {abe:Abe} told {modi:Modi}.', ["modi"]),
        ('{oh:Oh} reminded a {AUS:Canberra} audience that "ties are good."', [None]),
    ],
)
def test_who_is_spoken_to(sentence: str, addressees: list[str]) -> None:
    assert [speaker.actor_id for speaker in find(sentence)[-1].addressees] == addressees


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ('According to {@kcna:KCNA}, {kim:Kim} called it "a rehearsal."', ["kcna"]),
        ('{@kyodo:Kyodo} quoted {aso:Aso} as saying that "it is over."', ["kyodo"]),
        ('{aso:Aso} was quoted by {@kyodo:Kyodo} as saying that "it is over."', ["kyodo"]),
        ('{kim:Kim} called it "a rehearsal," {@kcna:KCNA} reported.', ["kcna"]),
        ('{kim:Kim} called it "a rehearsal."', []),
        ('{oh:Oh} warned in the daily {@nation:Nation} that it was "too late."', ["nation"]),
        ('{oh:Oh} wrote in {@age:The Age} that it was "too late."', ["age"]),
        ('It was "too late," {oh:Oh} conceded, said {@age:The Age}.', ["age"]),
        (
            '{oh:Oh} thought it "too late," whereas {sen:Sen}, once a minister, told {@age:The Age} to wait.',
            [],
        ),
        ('According to {@age:The Age}, it rained; {oh:Oh} called it "a flood."', []),
    ],
)
def test_through_whom_the_words_came(sentence: str, via: list[str]) -> None:
    assert [speaker.actor_id for speaker in find(sentence)[0].reported_via] == via


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ('{najib:Najib} disputed the claim that {MYS:Malaysia} "has sold its soul."', "disputed"),
        ('{najib:Najib} denied "selling out" the country.', "disputed"),
        ('{najib:Najib} dismissed the report as "absurd."', "asserted"),
        ('{najib:Najib} rejected as "baseless" the charge.', "asserted"),
        ('{najib:Najib} said it was "absurd."', "asserted"),
    ],
)
def test_words_used_to_deny_them(sentence: str, stance: str) -> None:
    assert find(sentence)[0].stance == stance


@pytest.mark.parametrize(
    ("sentence", "native", "language"),
    [
        ('{abe:Abe} called it "a normal country" (普通の国).', "普通の国", "ja"),
        ('"The well is deep," said {moon:Moon} (우물이 깊다).', "우물이 깊다", "ko"),
        ('{putin:Putin} spoke of "soft power" (мягкая сила).', "мягкая сила", "ru"),
        ('"Peace comes first," commented {li:Li Wei} (和平第一, 发展第二).', "和平第一, 发展第二", "zh"),
        ('"Peace comes first," commented {li:Li Wei} (李伟).', None, None),
        ('{abe:Abe} called it "a normal country" (in 2006).', None, None),
    ],
)
def test_the_original_in_parentheses(sentence: str, native: str | None, language: str | None) -> None:
    quotation = find(sentence)[0]
    if native is None:
        assert quotation.native is None
    else:
        assert quotation.native is not None
        assert quotation.native.language == language
        assert quotation.native.end - quotation.native.start == len(native)


def test_the_table_of_the_docs_is_what_is_read() -> None:
    page = quotations_handled.PAGE.read_text("utf-8")
    assert quotations_handled.replaced(page) == page, "run python tests/extract/quotations_handled.py"


@pytest.mark.parametrize(("shape", "marked"), list(quotations_handled.cases()))
def test_a_shape_of_the_table_gives_a_quotation(shape: str, marked: str) -> None:
    assert quotations_handled.read(marked), shape
