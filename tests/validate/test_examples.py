"""Every folder of `tests/examples` is a test: drop one in, and it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdata.records.catalogue import CATALOGUE
from ccdata.validate import validate

EXAMPLES = Path(__file__).parent.parent / "examples"
VALID = sorted((EXAMPLES / "valid").iterdir())
INVALID = sorted((EXAMPLES / "invalid").iterdir())
CHECKED = (
    "bytes-encoding", "line-not-json", "line-not-canonical", "schema-violated", "record-invalid",
    "span-mismatch", "span-outside", "text-mismatch", "reference-broken", "id-duplicate", "id-mismatch",
    "order-broken", "date-inconsistent", "field-mismatch", "manifest-mismatch", "formats-disagree",
    "assertion-failed", "schema-unknown", "release-broken",
)  # fmt: skip


@pytest.mark.parametrize("folder", VALID, ids=lambda folder: folder.name)
def test_valid_example_has_no_finding(folder: Path) -> None:
    report = validate(folder)
    assert report.findings == ()
    assert report.ok
    assert report.checked


@pytest.mark.parametrize("folder", INVALID, ids=lambda folder: folder.name)
def test_invalid_example_yields_exactly_its_code(folder: Path) -> None:
    asserted = folder / "assertions.toml"
    report = validate(folder, assertions=asserted if asserted.exists() else None)
    assert set(report.counts) == {folder.name}, report.findings
    assert not report.ok
    assert all(fault.message and fault.file for fault in report.findings)


def test_every_code_of_validate_has_an_example() -> None:
    assert {folder.name for folder in INVALID} >= set(CHECKED)
    assert {folder.name for folder in INVALID} <= CATALOGUE.keys()
