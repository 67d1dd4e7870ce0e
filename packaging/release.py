"""Everything that a release hands out, in dist/: `python packaging/release.py`, or `make release`.

dist = sdist, wheel (it carries the newest data, without texts), zip of exports/, SHA256SUMS

The same checkout gives the same bytes: SOURCE_DATE_EPOCH, by default the time of the last commit, is the
only clock.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from ccdata._version import __version__
from ccdata.export.sums import SUMS, Sums, files_under, is_release, iter_files

ROOT = Path(__file__).parent.parent
DIST = ROOT / "dist"
EXPORTS = ROOT / "exports"
_FILE = 0o100644 << 16


def main() -> None:
    """Make everything anew and say what was made."""
    if not is_release(EXPORTS):
        sys.exit("exports/ holds no release: run `make build` first")
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or _last_commit())
    shutil.rmtree(DIST, ignore_errors=True)
    _build_packages(epoch)
    zip_folder(EXPORTS, DIST / f"ccdata-data-{__version__}.zip", epoch)
    sums = Sums(DIST)
    sums.add(iter_files(DIST))
    text = "".join(sums.lines())
    (DIST / SUMS).write_text(text, encoding="utf-8", newline="\n")
    print(text, end="")


def _last_commit() -> str:
    """Return the time of the last commit; an unpacked sdist has none."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        sys.exit("not a git checkout: set SOURCE_DATE_EPOCH to the time of the release, in seconds")


def _build_packages(epoch: int) -> None:
    """Write sdist and wheel."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(DIST), "-t", "sdist", "-t", "wheel"]
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": str(epoch)})


def zip_folder(folder: Path, target: Path, epoch: int) -> None:
    """Write a folder as a zip: files in order, one time and one mode for all."""
    day = dt.datetime.fromtimestamp(max(epoch, 315_532_800), dt.UTC)  # a zip knows no day before 1980
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name in files_under(folder):
            info = zipfile.ZipInfo(f"{target.stem}/{name}", day.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _FILE
            info.create_system = 3
            made.writestr(info, (folder / name).read_bytes())


if __name__ == "__main__":
    main()
