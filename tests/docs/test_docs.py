"""The docs are true: their code runs, the pages made from the package are up to date, none is forgotten."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_runner import run_page

from ccdata.cli import run
from ccdata.records import terms

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
README = ROOT / "README.md"
ELSEWHERE = {"how-to/cluster.md"}  # its engines are tried by tests/engine
RUN = {"python", "sh"}
SHOWN = {"text", "toml", "json"}  # facts, not steps
BLOCK = re.compile(r"([^\n]*)\n\n?[ ]*```([\w-]*)[^\n]*\n.*?```", re.DOTALL)

sys.path.insert(0, str(DOCS))


def name_of(page: Path) -> str:
    return page.relative_to(DOCS).as_posix() if page.is_relative_to(DOCS) else page.name


def has_code(page: Path) -> bool:
    return any(language in RUN for _, language in BLOCK.findall(page.read_text("utf-8")))


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "exports"
    assert run(["build", str(ROOT / "seeds"), "-o", str(folder), "--format", "jsonl,parquet,csv,sqlite"]) == 0
    return folder


@pytest.mark.parametrize(
    "page",
    [page for page in [*PAGES, README] if has_code(page) and name_of(page) not in ELSEWHERE],
    ids=name_of,
)
def test_the_code_of_a_page_runs(
    page: Path, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(release, tmp_path / "exports")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "release").symlink_to(tmp_path / "exports")
    monkeypatch.chdir(tmp_path)
    if missing := run_page(page):
        pytest.skip(f"the rest ran; not installed: {', '.join(sorted(missing))}")


@pytest.mark.parametrize("page", [README, ROOT / "CONTRIBUTING.md", *PAGES], ids=name_of)
def test_what_a_page_leads_to_is_there(page: Path) -> None:
    words = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", words):
        if not re.match(r"https?:|#", target):
            assert (page.parent / target.partition("#")[0]).is_file(), target


@pytest.mark.parametrize("page", [*PAGES, README], ids=name_of)
def test_code_that_is_not_run_says_so(page: Path) -> None:
    for before, language in BLOCK.findall(page.read_text("utf-8")):
        assert language in RUN | SHOWN or before.startswith("Not run"), (before, language)


def test_pages_made_from_the_package_are_up_to_date() -> None:
    from pages import pages

    for name, text in pages().items():
        assert (DOCS / name).read_text("utf-8") == text, "run `make pages`"


def test_every_value_of_a_closed_list_is_explained_and_no_other() -> None:
    from dictionary import MEANINGS, closed_lists

    assert {name: tuple(known) for name, known in MEANINGS.items()} == closed_lists()
    assert "EventType" in vars(terms)


def test_every_page_is_in_the_navigation() -> None:
    config = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))
    assert sorted(named(config["project"]["nav"])) == [name_of(page) for page in PAGES]


def named(nav: list[dict[str, object]]) -> Iterator[str]:
    for entry in nav:
        for value in entry.values():
            if isinstance(value, list):
                yield from named(value)
            else:
                yield str(value)


@pytest.mark.slow
def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    zensical = Path(sys.executable).parent / "zensical"
    if not zensical.exists():
        pytest.skip("zensical is not installed (make docs)")
    shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copy(ROOT / "zensical.toml", tmp_path)
    subprocess.run([zensical, "build", "--strict"], cwd=tmp_path, check=True)
    for page in (tmp_path / "site").rglob("*.html"):
        loaded = re.findall(
            r'<(?:script|img|link)[^>]+(?:src|href)="(https?:[^"]+)"', page.read_text("utf-8")
        )
        assert loaded == [], page
