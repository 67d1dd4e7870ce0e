"""Mutants of every record of the release of the seeds, the manifest left aside.

Each is judged by itself first, as `validate` judges a line; what that lets pass is put into the release, many
records at once, and every one must be named. What is still sound (a list emptied, a value nulled) is told
apart: `QUIET` names the fields, the formats' agreement catches them all.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest
from mutations import Change, line_mutants, quiet_changes, value_changes

from ccdata.engine.building import build
from ccdata.records import PLURALS, SCHEMA_VERSION
from ccdata.validate import Choice, validate
from ccdata.validate.judge import Judge, Rules
from ccdata.validate.texts import Texts

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "reference" / "validation.md"
SURVIVORS: frozenset[str] = frozenset()
"""Mutants that nothing catches, as `record: path: what was done`. There are none."""
STEP = 199
"""The fast wing takes every n-th mutant."""

Made = tuple[str, Path, int, bytes]
"""A mutant: what was done, the file, the line from 0, and the line afterwards."""


@dataclass(frozen=True)
class Real:
    """The release of the seeds as JSON Lines and CSV, to be broken and mended."""

    folder: Path

    @property
    def files(self) -> list[Path]:
        return [self.folder / f"{plural}.jsonl" for plural in PLURALS.values()]

    def named(self) -> set[str | None]:
        """The ids of the records that a validation finds fault with."""
        report = validate(self.folder, ignore=["manifest-mismatch"], most=None, jobs=1)
        return {fault.record_id for fault in report.findings}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Real:
    folder = tmp_path_factory.mktemp("real") / "release"
    build([ROOT / "seeds"], folder, formats=["jsonl", "csv"])
    return Real(folder)


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


class Alone:
    """Judges lines by themselves; the texts are read once."""

    def __init__(self, folder: Path) -> None:
        self._rules = Rules(version=SCHEMA_VERSION, texts=folder / "texts", choice=Choice(most=1))
        self._texts = Texts(folder / "texts")

    def finds(self, file: Path, lines: list[bytes]) -> bool:
        judge = Judge(self._rules, expected=file.stem[:-1])
        judge._texts = self._texts
        for line in lines:
            judge.take_line(line)
        return bool(judge.verdict().counts)


def mutants(real: Real, changes: Callable[[object], Iterator[Change]], step: int = 1) -> Iterator[Made]:
    made = (
        (what, make, file, number)
        for file in real.files
        for number, line in enumerate(lines_of(file))
        for what, make in changes(json.loads(line))
    )
    for what, make, file, number in islice(made, 0, None, step):
        yield f"{file.stem[:-1]}: {what}", file, number, make()


def quiet_alone(real: Real, made: Iterator[Made]) -> list[Made]:
    """Return the mutants that no check of one line catches."""
    alone = Alone(real.folder)
    return [mutant for mutant in made if not alone.finds(mutant[1], [mutant[3]])]


def unnamed(real: Real, made: list[Made]) -> list[str]:
    """Put mutants into the release, one a record at a time; return those whose record is not named."""
    rounds: defaultdict[int, list[Made]] = defaultdict(list)
    seen: defaultdict[tuple[Path, int], int] = defaultdict(int)
    for mutant in made:
        place = mutant[1], mutant[2]
        rounds[seen[place]].append(mutant)
        seen[place] += 1
    return [what for some in rounds.values() for what in _unnamed_together(real, some)]


def _unnamed_together(real: Real, made: list[Made]) -> Iterator[str]:
    whole = {file: file.read_bytes() for file in real.files}
    ids = {}
    try:
        for file in real.files:
            lines = lines_of(file)
            for what, place, number, line in made:
                if place == file:
                    ids[what, place, number] = json.loads(line)["id"]
                    lines[number] = line
            file.write_bytes(b"".join(lines))
        named = real.named()
    finally:
        for file, data in whole.items():
            file.write_bytes(data)
    yield from (f"{what} (line {number + 1})" for (what, _, number), name in ids.items() if name not in named)


def field_of(what: str) -> str:
    """`event: actors.0.country` is `event: actors.country`."""
    return re.sub(r"\.\d+", "", what)


def test_the_release_is_whole(real: Real) -> None:
    assert real.named() == set()


def test_mutants_of_the_release_are_caught(real: Real) -> None:
    left = quiet_alone(real, mutants(real, value_changes, STEP))
    assert all(what.endswith("broken") for what, *_ in left)
    assert set(unnamed(real, left)) == SURVIVORS


@pytest.mark.slow
def test_every_mutant_of_every_record_is_caught(real: Real) -> None:
    left = quiet_alone(real, mutants(real, value_changes))
    assert all(what.endswith("broken") for what, *_ in left)
    assert set(unnamed(real, left)) == SURVIVORS


def windows(lines: list[bytes], step: int) -> Iterator[list[bytes]]:
    for number in range(0, len(lines), step):
        yield lines[max(0, number - 1) : number + 3]


@pytest.mark.parametrize("step", [60, pytest.param(1, marks=pytest.mark.slow)])
def test_every_line_cut_doubled_or_moved_is_caught(real: Real, tmp_path: Path, step: int) -> None:
    """A few lines stand for the file: what they name elsewhere is not asked for."""
    alone, left = Alone(real.folder), []
    for file in real.files:
        for few in windows(lines_of(file), step):
            for what, changed in line_mutants(few):
                lines = b"".join(changed).splitlines(keepends=True)
                if not alone.finds(file, lines):
                    left.append((what, file.name, lines))
    for what, name, lines in left:
        assert what.endswith("doubled")
        (tmp_path / name).write_bytes(b"".join(lines))
        assert "id-duplicate" in validate(tmp_path / name, jobs=1).counts


def test_what_only_another_format_knows_is_known_by_its_field(real: Real) -> None:
    page = PAGE.read_text("utf-8")
    left = quiet_alone(real, mutants(real, quiet_changes, 41))
    assert {field for what, *_ in left if f"`{(field := field_of(what))}`" not in page} == set()


@pytest.mark.slow
def test_the_formats_agreement_catches_every_quiet_mutant(real: Real) -> None:
    page = PAGE.read_text("utf-8")
    left = quiet_alone(real, mutants(real, quiet_changes))
    assert {field for what, *_ in left if f"`{(field := field_of(what))}`" not in page} == set()
    assert unnamed(real, left) == []
