"""What is handed out: the same bytes twice, whole, and of use in an environment that has nothing else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from checkout import ROOT, copy_checkout, pythons, release, run_in

import ccdata
from ccdata.export.sums import SUMS, read_sums, sha256_of

pytestmark = pytest.mark.slow
FIVE_LINES = """
import ccdata
dataset = ccdata.load()
assert len(dataset.events) > 60 and not dataset.texts
assert dataset.cite(dataset.events[0]).startswith("Yu Bin")
assert dataset.table("events").num_rows == len(dataset.events)
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_checkout(tmp_path_factory.mktemp("release") / "ccdata")


@pytest.fixture(scope="module")
def dist(checkout: Path) -> Path:
    first = release(checkout)
    kept = checkout.parent / "first"
    shutil.copytree(first, kept)
    return kept


def one(dist: Path, pattern: str) -> Path:
    (found,) = dist.glob(pattern)
    return found


def test_released_twice_the_bytes_are_the_same(dist: Path, checkout: Path) -> None:
    again = release(checkout)
    names = sorted(path.name for path in dist.iterdir())
    assert names == sorted(path.name for path in again.iterdir())
    assert {name: sha256_of(dist / name) for name in names} == {
        name: sha256_of(again / name) for name in names
    }


def test_package_citation_and_changelog_name_one_version() -> None:
    cited = dict(re.findall(r"^(version|date-released): (\S+)$", text_of("CITATION.cff"), re.MULTILINE))
    heading = re.search(r"^## (\S+) \((\S+)\)$", text_of("CHANGELOG.md"), re.MULTILINE)
    assert heading is not None
    assert (ccdata.__version__, cited["version"]) == (heading[1], heading[1])
    assert cited["date-released"] == heading[2]


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_sums_are_those_of_the_files(dist: Path) -> None:
    sums = read_sums((dist / SUMS).read_text("utf-8"))
    assert sums == {path.name: sha256_of(path) for path in dist.iterdir() if path.name != SUMS}
    assert len(sums) == 3


def test_the_wheel_has_the_data_the_page_and_no_texts(dist: Path) -> None:
    with zipfile.ZipFile(one(dist, "*.whl")) as wheel:
        names = set(wheel.namelist())
    assert {"ccdata/data/release/release.json", "ccdata/data/release/events.jsonl"} <= names
    assert {
        "ccdata/explore/bundle/explore.js",
        "ccdata/explore/bundle/LICENSES.txt",
        "ccdata/py.typed",
    } <= names
    assert not [name for name in names if "/texts/" in name or name.startswith("seeds")]


def test_the_release_in_the_wheel_is_whole_and_says_what_it_has(dist: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(one(dist, "*.whl")) as wheel:
        wheel.extractall(tmp_path)  # noqa: S202  # our own wheel
    folder = tmp_path / "ccdata" / "data" / "release"
    manifest = json.loads((folder / "release.json").read_text("utf-8"))
    assert (manifest["formats"], manifest["texts"]) == (["jsonl"], 0)
    assert len(ccdata.load(folder).events) == manifest["counts"]["events"]
    assert ccdata.validate(folder).counts == {}


def test_the_sdist_has_what_builds_and_tests_it(dist: Path) -> None:
    with tarfile.open(one(dist, "*.tar.gz")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"hatch_build.py", "Makefile", "constraints.txt", "seeds/README.md", "docs/tutorial.md"} <= names
    assert {"exports/release.json", "web/src/main.js", "tests/conftest.py"} <= names
    assert not [name for name in names if "node_modules" in name]


def test_the_zip_is_a_release_that_loads(dist: Path) -> None:
    path = one(dist, "*.zip")
    dataset = ccdata.load(path)
    assert len(dataset.articles) == len(dataset.texts) == 2
    with zipfile.ZipFile(path) as archive:
        (described,) = (name for name in archive.namelist() if name.endswith("datapackage.json"))
        listed = {one["path"] for one in json.loads(archive.read(described))["resources"]}
        kept = {name.partition("/")[2] for name in archive.namelist()}
    assert kept - listed == {"datapackage.json", SUMS}


@pytest.mark.parametrize("version", sorted({min(pythons()), max(pythons())}), ids=lambda v: f"{v[0]}.{v[1]}")
def test_a_bare_environment_installs_the_wheel_and_runs_the_tutorial(
    dist: Path, tmp_path: Path, version: tuple[int, int]
) -> None:
    run_in(tmp_path, pythons()[version], "-m", "venv", "env")
    python = tmp_path / "env" / "bin" / "python"
    packages = [f"{one(dist, '*.whl')}[duckdb]", "pandas", "sybil"]
    subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    run_in(tmp_path, python, "-c", FIVE_LINES)
    with zipfile.ZipFile(one(dist, "*.zip")) as archive:
        archive.extractall(tmp_path)  # noqa: S202  # our own zip
    next(tmp_path.glob("ccdata-data-*")).rename(tmp_path / "exports")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    run_in(tmp_path, python, ROOT / "tests" / "docs" / "page_runner.py", ROOT / "docs" / "tutorial.md")
