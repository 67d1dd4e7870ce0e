"""The front door: what `import ccdata` offers, and what it does not load."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import ccdata
from ccdata.errors import BinarySource, CcdataError, DecodingError, EmptySource, UsageError

SEEDS = Path(__file__).parent.parent / "seeds"


def test_every_public_name_is_there_and_sorted() -> None:
    assert ccdata.__all__ == sorted(ccdata.__all__)
    for name in ccdata.__all__:
        assert getattr(ccdata, name) is not None


def test_a_function_keeps_its_name_beside_the_module_of_that_name() -> None:
    code = (
        "import ccdata, ccdata.export.writing, ccdata.load, ccdata.validate\n"
        "print(*map(callable, (ccdata.export, ccdata.load, ccdata.validate)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["True"] * 3


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'parsee'"):
        ccdata.parsee  # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    heavy = ("pydantic", "pyarrow", "jsonschema", "rich")
    code = f"import sys, ccdata; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_seeds_have_their_events() -> None:
    dataset = ccdata.parse(SEEDS)
    assert [len([e for e in dataset.events if e.article_id == a.id]) for a in dataset.articles] == [31, 37]
    assert dataset.failed == ()


def test_the_wrong_printed_year_is_a_finding_and_the_issue_decides() -> None:
    dataset = ccdata.parse(SEEDS)
    article = next(a for a in dataset.articles if a.issue == 3)
    assert article.published == "2021-01"
    assert article.published_as_printed == "January 2022"
    assert [f.field for f in dataset.findings if f.code == "published-contradicts"] == ["published"]


def test_errata_stand_beside_the_print() -> None:
    article = ccdata.parse(SEEDS).articles[0]
    assert article.authors[0].affiliation == "Wittenburg University"
    assert [(c.field, c.meant) for c in article.corrections] == [
        ("authors.0.affiliation", "Wittenberg University")
    ]


def test_a_text_in_hand_and_its_bytes_give_the_same_records() -> None:
    data = (SEEDS / "003_5a8d455800fa78d8.txt").read_bytes()
    one = ccdata.parse_text(data.decode("utf-8"), name="x")
    other = ccdata.parse_bytes(data, name="x")
    assert [r.to_json() for r in one.records()] == [r.to_json() for r in other.records()]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptySource),
        (b" \n\n\t", EmptySource),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", BinarySource),
        (b"A line\x00 with a NUL" * 20, BinarySource),
        (b"one NUL \x00 in a long line of text", DecodingError),
        (b"\xff\xfeA\x00\xd8", DecodingError),
        (bytes(range(256)) * 4, BinarySource),
    ],
)
def test_bad_bytes_are_named(data: bytes, error: type[CcdataError]) -> None:
    with pytest.raises(error, match=r"^bad\.txt: "):
        ccdata.parse_bytes(data, name="bad.txt")


def test_a_lone_surrogate_is_named_with_its_place() -> None:
    with pytest.raises(DecodingError, match="line 2, column 3"):
        ccdata.parse_text("one\nab\ud800cd")


def test_a_path_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        ccdata.parse(tmp_path / "nothing")
    with pytest.raises(UsageError, match="no source in this folder"):
        ccdata.parse(tmp_path)


def test_one_bad_source_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((SEEDS / "003_5a8d455800fa78d8.txt").read_bytes())
    (tmp_path / "b.txt").write_bytes(b"")
    dataset = ccdata.parse(tmp_path)
    assert len(dataset.articles) == 1
    assert [str(error) for error in dataset.failed] == ["b.txt: the source is empty"]


def test_half_an_article_is_read_as_far_as_it_goes() -> None:
    data = (SEEDS / "003_5a8d455800fa78d8.txt").read_bytes()
    dataset = ccdata.parse_bytes(data[: len(data) // 2], name="half.txt")
    assert dataset.articles[0].title == "Ending Strategic Distancing in the Era of Social Distancing?"
    assert dataset.events == ()
    assert "chronology-missing" in {f.code for f in dataset.findings}


def test_records_are_json_lines_with_their_type() -> None:
    dataset = ccdata.parse(SEEDS)
    lines = [json.loads(record.to_json()) for record in dataset.records()]
    assert {line["record_type"] for line in lines} >= {
        "article",
        "event",
        "quote",
        "actor",
        "mention",
        "finding",
    }
