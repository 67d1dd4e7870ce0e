"""The page in a headless Chromium: clicks, keys, search, deep links, axe, hostile words, 20,000 records.

The checks themselves are web/page.test.js; what they need: `cd web && npm install --no-package-lock`, and
Debian's chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pages_to_look_at as pages
import pytest

from ccdata.dataset import Dataset
from ccdata.explore import write_page

WEB = pages.ROOT / "web"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing() -> str | None:
    if shutil.which("node") is None:
        return "node is not installed"
    if not any(map(shutil.which, BROWSERS)):
        return "chromium is not installed"
    if not (WEB / "node_modules" / "playwright-core").is_dir():
        return "playwright-core is not installed (cd web && npm install --no-package-lock)"
    return None


@pytest.mark.slow
def test_the_page_works_in_a_browser(tmp_path: Path) -> None:
    if (reason := missing()) is not None:
        pytest.skip(reason)
    write_page(pages.seed(), tmp_path / "release.html")
    write_page(Dataset(pages.seed().records()), tmp_path / "bare.html")
    write_page(pages.hostile(), tmp_path / "hostile.html")
    write_page(pages.large(), tmp_path / "large.html")
    browser = next(path for path in map(shutil.which, BROWSERS) if path)
    done = subprocess.run(
        ["node", "--test", "--test-reporter=spec", "page.test.js"],
        cwd=WEB,
        env=os.environ | {"PAGES": str(tmp_path), "CHROMIUM": browser},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


@pytest.mark.slow
def test_the_bundle_is_built_again_byte_for_byte(tmp_path: Path) -> None:
    if not (WEB / "node_modules" / "esbuild").is_dir():
        pytest.skip("esbuild is not installed (cd web && npm install --no-package-lock)")
    subprocess.run(["node", "build.js", str(tmp_path)], cwd=WEB, check=True)
    for file in (pages.ROOT / "ccdata" / "explore" / "bundle").iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name
