"""The release in `exports/` is what the seeds give, byte for byte, and it is clean."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

import ccdata
from ccdata.engine.building import build

ROOT = Path(__file__).parent.parent
EXPORTS = ROOT / "exports"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("release") / "exports"
    build([ROOT / "seeds"], out)
    return out


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_the_same_files_are_there(rebuilt: Path) -> None:
    assert files(EXPORTS) == files(rebuilt)


def test_every_text_file_is_the_same_to_the_byte(rebuilt: Path) -> None:
    """Parquet names the version of its writer: it and the sums over it are compared by content."""
    hashes = {"SHA256SUMS", "datapackage.json"}
    names = [name for name in files(EXPORTS) if not name.endswith(".parquet") and name not in hashes]
    assert names
    for name in names:
        assert (EXPORTS / name).read_bytes() == (rebuilt / name).read_bytes(), f"{name}: run `make build`"


def test_parquet_holds_the_same_tables(rebuilt: Path) -> None:
    for name in files(EXPORTS):
        if name.endswith(".parquet"):
            assert pq.read_table(EXPORTS / name) == pq.read_table(rebuilt / name), name


def test_the_committed_release_is_clean() -> None:
    report = ccdata.validate(EXPORTS, assertions=ROOT / "seeds" / "assertions.toml")
    assert [str(finding) for finding in report.findings] == []


def test_every_source_is_in_the_release() -> None:
    dataset = ccdata.load(EXPORTS)
    seeds = {path.name for path in (ROOT / "seeds").glob("*.txt")}
    assert {article.source.name for article in dataset.articles} == seeds
    assert set(dataset.texts) == {article.id for article in dataset.articles}
