"""Every folder of `tests/examples` is a test: drop one in, and it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

import ccdata
from ccdata.errors import AuthorityError, CcdataError, UnsupportedSource, UsageError
from ccdata.records.catalogue import CATALOGUE
from ccdata.validate import validate

EXAMPLES = Path(__file__).parent.parent / "examples"
VALID = sorted((EXAMPLES / "valid").iterdir())
BROKEN = sorted((EXAMPLES / "invalid").iterdir())
READ = [folder for folder in BROKEN if (folder / "source").exists() and not (folder / "release").exists()]
INVALID = [folder for folder in BROKEN if not (folder / "source").exists()]
OF_NO_RECORD = {
    "source-unsupported": UnsupportedSource("x.pdf", "the extra `pdf` is not installed"),
    "authority-invalid": AuthorityError("a state twice"),
    "usage": UsageError("no such folder"),
    "could-not-run": CcdataError("it wants what is not there"),
}
"""Codes that no source and no record can have: what is missing is outside them."""


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


@pytest.mark.parametrize("folder", READ, ids=lambda folder: folder.name)
def test_reading_the_example_finds_exactly_its_code(folder: Path) -> None:
    dataset = ccdata.parse(folder / "source")
    found = [finding.code for finding in dataset.findings]
    assert {*found, *(error.code for error in dataset.failed)} == {folder.name}


def test_a_release_whose_source_gives_something_else_is_told_by_reading_it_again() -> None:
    folder = EXAMPLES / "invalid" / "reparse-differs"
    assert validate(folder / "release").ok
    assert set(validate(folder / "release", sources=folder / "source").counts) == {folder.name}


def test_every_code_has_an_example() -> None:
    assert {folder.name for folder in BROKEN} | OF_NO_RECORD.keys() == CATALOGUE.keys()
    assert {error.code for error in OF_NO_RECORD.values()} == OF_NO_RECORD.keys()
