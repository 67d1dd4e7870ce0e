"""What sentences of chronologies and news are read as: each line of the table is a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdata.extract.events.coding import Code
from ccdata.extract.events.telling import tell

_TABLE = Path(__file__).with_name("event_sentences.txt")


def _rows() -> list[tuple[str, str, str]]:
    lines = [line for line in _TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(w.strip(), m.strip(), s.strip()) for w, m, s in (line.split("|") for line in lines)]


def _names(code: Code) -> set[str]:
    if code.type is not None:
        return {code.type, f"{code.type}-{code.mode}"}
    return {"none", f"cc:{code.cc}"} if code.cc else {"none"}


@pytest.mark.parametrize(("wanted", "medium", "sentence"), _rows())
def test_sentence(wanted: str, medium: str, sentence: str) -> None:
    code = tell(sentence, ())[0].code
    assert _names(code) & set(wanted.split("/")), f"{code.type}-{code.mode} cc:{code.cc} by {code.rule}"
    assert medium == "any" or code.medium in medium.split("/")


def test_table_covers_all_types() -> None:
    from ccdata.authority.plover import load_plover

    printed = {answer.split("-")[0] for wanted, _, _ in _rows() for answer in wanted.split("/")}
    assert printed >= set(load_plover().types)


@pytest.mark.parametrize(
    ("sentence", "status", "kind"),
    [
        ("Japan does not attend the meeting.", "negated", "CONSULT"),
        ("Tokyo will impose sanctions on Pyongyang next week.", "future", "SANCTION"),
        ("Tokyo will host a summit in May.", "asserted", "AGREE"),
        ("Japan could deploy troops to the islands.", "hypothetical", None),
        ("The two sides failed to sign a treaty.", "asserted", None),
    ],
)
def test_status(sentence: str, status: str, kind: str | None) -> None:
    code = tell(sentence, ())[0].code
    assert (code.status, code.type) == (status, kind)


@pytest.mark.parametrize(
    ("sentence", "gap"),
    [
        ("The won weakens against the dollar.", "no_rule"),
        ("The minister tells reporters that the weather is fine.", "out_of_codebook"),
        ("The visit is postponed.", "ambiguous"),
    ],
)
def test_gap_says_why_there_is_no_type(sentence: str, gap: str) -> None:
    code = tell(sentence, ())[0].code
    assert (code.type, code.gap) == (None, gap)
