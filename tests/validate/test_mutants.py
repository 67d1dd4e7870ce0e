"""A release broken in one place is never called whole; nothing survives.

What another format alone can know (a list emptied, an optional value nulled) is told apart."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mutations import Mutant, line_mutants, quiet_mutants, value_mutants

from ccdata.records.models import PLURALS
from ccdata.validate import validate

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = [f"{plural}.jsonl" for plural in PLURALS.values() if plural != "redirects"]
FEW, FEWER = 17, 23
"""The fast wing takes every n-th mutant: primes, so that every kind of change comes up."""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample without its manifest, to be broken and mended."""
    folder = tmp_path_factory.mktemp("release") / "plain"
    shutil.copytree(EXAMPLES / "valid" / "plain", folder)
    return folder


@pytest.fixture(scope="module")
def release_in_two_formats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release") / "whole"
    shutil.copytree(EXAMPLES / "valid" / "whole", folder)
    return folder


def survivors(folder: Path, file: str, mutants: Iterator[Mutant], step: int) -> list[str]:
    """Return what was done to the mutants that nothing is said of."""
    path = folder / file
    original = path.read_bytes()
    left = []
    try:
        for number, (what, lines) in enumerate(mutants):
            if number % step == 0:
                path.write_bytes(b"".join(lines))
                if validate(folder, ignore=["manifest-mismatch"], most=1).ok:
                    left.append(what)
    finally:
        path.write_bytes(original)
    return left


def lines_in(folder: Path, file: str) -> list[bytes]:
    return (folder / file).read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("make", [value_mutants, line_mutants])
def test_a_mutant_is_caught(
    release: Path, file: str, make: Callable[[list[bytes]], Iterator[Mutant]]
) -> None:
    step = 1 if make is line_mutants else FEW
    assert survivors(release, file, make(lines_in(release, file)), step) == []


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_every_value_mutant_is_caught(release: Path, file: str) -> None:
    assert survivors(release, file, value_mutants(lines_in(release, file)), 1) == []


@pytest.mark.parametrize("file", FILES)
def test_a_quiet_mutant_is_caught_by_another_format(release_in_two_formats: Path, file: str) -> None:
    mutants = quiet_mutants(lines_in(release_in_two_formats, file))
    assert survivors(release_in_two_formats, file, mutants, FEWER) == []
