"""Coverage: a row for every pair and issue, with how well it was read."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from test_derived import article, bare, event

from ccdata.dataset import Dataset
from ccdata.export import write_release
from ccdata.export.coverage import MOST_VOLUME, Row, coverage_of
from ccdata.records import Finding

A, B, C = "cc-22-1-china-russia", "cc-22-3-china-russia", "cc-21-3-us-japan"


def finding(article_id: str, code: str, severity: str) -> Finding:
    made: Finding = bare(
        Finding, f"{article_id}:f:00000000", article_id=article_id, code=code, severity=severity, message="x"
    )
    return made


def rows(*records: object) -> dict[tuple[str, int | None, int | None], Row]:
    made = coverage_of(Dataset(records))  # type: ignore[arg-type]  # records of any type
    return {(row.pair, row.volume, row.issue): row for row in made}


def test_every_pair_has_every_issue_between_the_first_and_the_last() -> None:
    made = rows(
        article(A, volume=22, issue=1), article(B, volume=22, issue=3), article(C, volume=21, issue=3)
    )
    issues = [(21, 3), (22, 1), (22, 2), (22, 3)]
    assert list(made) == [(pair, *issue) for pair in ("china-russia", "us-japan") for issue in issues]
    assert [row.status for row in made.values()] == [
        "missing", "read", "missing", "read",
        "read", "missing", "missing", "missing",
    ]  # fmt: skip


def test_a_finding_that_something_was_not_understood_makes_it_partly() -> None:
    made = rows(article(A, volume=22, issue=1), finding(A, "line-unread", "warning"))
    assert made["china-russia", 22, 1].status == "partly"
    made = rows(article(A, volume=22, issue=1), finding(A, "name-damaged", "note"))
    assert made["china-russia", 22, 1].status == "read"
    assert (made["china-russia", 22, 1].warnings, made["china-russia", 22, 1].notes) == (0, 1)


def test_an_article_without_a_number_has_a_row_and_no_issue() -> None:
    made = rows(article("cc-2020-01-us-japan"), article("doc-0123456789ab"))
    assert list(made) == [("unknown", None, None), ("us-japan", None, None)]
    assert {row.status for row in made.values()} == {"read"}


def test_a_slip_in_the_volume_makes_no_thousand_missing_issues() -> None:
    made = rows(
        article(A, volume=22, issue=1), article("cc-2020-1-us-japan", volume=MOST_VOLUME + 1, issue=1)
    )
    assert len(made) == 3


def test_the_file_stands_in_the_release_and_its_descriptor(tmp_path: Path) -> None:
    write_release(
        Dataset([article(A, volume=22, issue=1), event("1", "CHN")]), tmp_path / "out", ["jsonl", "coverage"]
    )
    with (tmp_path / "out/coverage.csv").open(newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["published"] == "2020-05"
    assert row["events"] == "1"
    package = json.loads((tmp_path / "out/datapackage.json").read_text())
    (described,) = (one for one in package["resources"] if one["path"] == "coverage.csv")
    assert [field["name"] for field in described["schema"]["fields"]] == list(row)


def test_no_article_no_row() -> None:
    assert coverage_of(Dataset([])) == []
