"""The packaged release: in the wheel without texts, beside the package in a checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ccdata.dataset import Dataset
from ccdata.errors import ReleaseError
from ccdata.export import write_release
from ccdata.load import open_release
from ccdata.records import Redirect

LOAD = sys.modules[open_release.__module__]
ROOT = Path(str(LOAD.__file__)).parents[1]
RECORD = Redirect(record_type="redirect", id="x", article_id=None, old_id="x", new_id="y", since="0")


def test_a_checkout_finds_its_exports_and_a_package_what_it_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LOAD, "__file__", str(tmp_path / "ccdata/load.py"))
    with pytest.raises(ReleaseError, match="exports"):
        open_release()
    for place in ("exports", "ccdata/data/release"):
        write_release(Dataset([RECORD]), tmp_path / place)
        assert open_release().folder.label == str(tmp_path / place)


@pytest.mark.slow
def test_the_wheel_carries_the_release_without_texts(tmp_path: Path) -> None:
    if not (ROOT / "hatch_build.py").is_file():
        pytest.skip("not a checkout")
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    shutil.copytree(ROOT / "ccdata", checkout / "ccdata", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, checkout / name)
    write_release(Dataset([RECORD], {"cc-1-1-a-b": "text"}), checkout / "exports")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=checkout, check=True)
    (wheel,) = (checkout / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = "import ccdata; d = ccdata.load(); print(len(d.redirects), len(d.texts), ccdata.__file__)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path / "site",
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""},
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout.split() == ["1", "0", str(tmp_path / "site/ccdata/__init__.py")]
