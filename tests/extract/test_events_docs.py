"""The codebook in the docs is true: every example is coded as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ccdata.authority.plover import load_plover
from ccdata.extract.events.coding import Code
from ccdata.extract.events.telling import tell

_PAGE = Path(__file__).parents[2] / "docs/method/events.md"
_ANSWER = re.compile(r"(?:[A-Z]{3,}(?:-[a-z-]+)?|cc:[a-z]+|none)")


def _examples() -> list[tuple[str, str]]:
    rows = [
        [cell.strip() for cell in line.strip("|\n").split("|")]
        for line in _PAGE.read_text("utf-8").splitlines()
    ]
    return [(row[-2], row[-1]) for row in rows if len(row) in {2, 3} and _ANSWER.fullmatch(row[-2])]


def _answers(code: Code) -> set[str]:
    if code.type is None:
        return {f"cc:{code.cc}"} if code.cc else {"none"}
    return {code.type, f"{code.type}-{code.mode}"}


@pytest.mark.parametrize(("answer", "sentence"), _examples())
def test_example(answer: str, sentence: str) -> None:
    code = tell(sentence, ())[0].code
    assert answer in _answers(code), f"{code.type}-{code.mode} cc:{code.cc} by {code.rule}"


def test_every_type_has_an_example() -> None:
    assert {answer.split("-")[0] for answer, _ in _examples()} >= set(load_plover().types)
