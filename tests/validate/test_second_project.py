"""A second project that has nothing but the built wheel validates its own files."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "tests" / "examples"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked wheel, without the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def run(site: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path.insert(0, {str(site)!r}); import ccdata.cli; ccdata.cli.main()"
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def hook(name: str) -> list[str]:
    """The arguments of a hook, as pre-commit would run it."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    entry = re.search(rf"- id: {name}\n(?:  .*\n)*?  entry: (.*)\n", text)
    assert entry is not None
    program, *arguments = shlex.split(entry[1])
    assert program == "ccdata"
    return arguments


def test_the_wheel_is_what_runs(site: Path, tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(site)!r}); import ccdata; print(ccdata.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(str(site))


def test_the_wheel_brings_the_schemas_of_every_version(site: Path) -> None:
    published = {path.relative_to(ROOT / "schemas") for path in (ROOT / "schemas").glob("[0-9]*/*.json")}
    brought = {path.relative_to(site / "ccdata" / "schemas") for path in site.glob("ccdata/schemas/*/*.json")}
    assert brought == published
    assert published


def test_the_hooks_pass_and_fail(site: Path, tmp_path: Path) -> None:
    plain, broken = EXAMPLES / "valid" / "plain", EXAMPLES / "invalid" / "span-mismatch"
    assert run(site, *hook("ccdata-validate"), str(plain / "events.jsonl"), cwd=tmp_path).returncode == 0
    assert run(site, *hook("ccdata-validate"), str(broken / "mentions.jsonl"), cwd=tmp_path).returncode == 1
    assert run(site, *hook("ccdata-validate-release"), str(plain), cwd=tmp_path).returncode == 0
    assert run(site, *hook("ccdata-validate-release"), str(tmp_path / "none"), cwd=tmp_path).returncode == 2


def test_the_action_calls_the_command_as_it_is(site: Path, tmp_path: Path) -> None:
    step = (ROOT / "action.yml").read_text("utf-8").partition("run: |")[2].partition("run: |")[2]
    tool = tmp_path / "ccdata" / "bin" / "ccdata"
    tool.parent.mkdir(parents=True)
    code = f"import sys; sys.path.insert(0, {str(site)!r}); import ccdata.cli; ccdata.cli.main()"
    tool.write_text(f"#!{sys.executable}\n{code}\n")
    tool.chmod(0o755)
    inputs = {"PATHS": str(EXAMPLES / "invalid" / "id-duplicate"), "ARGUMENTS": "--max 1", "FORMAT": "github"}
    environment = {"PATH": os.environ["PATH"], "RUNNER_TEMP": str(tmp_path), "OUTPUT": "", **inputs}
    done = subprocess.run(
        ["bash", "-e", "-c", step], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=")
    assert "title=id-duplicate" in done.stdout
