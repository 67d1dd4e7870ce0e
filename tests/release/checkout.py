"""A checkout of its own to release from, and the Pythons of this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EPOCH = "1700000000"
OLDEST = (3, 11)


def copy_checkout(target: Path) -> Path:
    """Copy what git would keep, and build the release of the seeds in it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("exports/"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    run_in(target, sys.executable, "-m", "ccdata", "build", "seeds/", "-o", "exports/")
    return target


def release(checkout: Path) -> Path:
    """Run the release script; return dist/."""
    run_in(checkout, sys.executable, "packaging/release.py")
    return checkout / "dist"


def run_in(folder: Path, *command: str | Path) -> str:
    """Run a command as if the folder's package were the only one; return what it prints."""
    env = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


@cache
def pythons() -> dict[tuple[int, int], Path]:
    """Return every Python of this machine that ccdata supports, by version."""
    places = [*Path.home().glob(".pyenv/versions/*/bin/python3"), Path(sys.executable)]
    places += [Path(found) for minor in range(11, 20) if (found := shutil.which(f"python3.{minor}"))]
    known = {version: place for place in places if (version := _version(place)) is not None}
    return {version: place for version, place in known.items() if version >= OLDEST}


def _version(python: Path) -> tuple[int, int] | None:
    done = subprocess.run([python, "--version"], capture_output=True, text=True, check=False)
    match = re.match(r"Python (\d+)\.(\d+)\.", done.stdout)
    return (int(match[1]), int(match[2])) if done.returncode == 0 and match else None
