"""What the wheel carries beside the code: the schemas of every version, the newest release without texts.

The release in the wheel is one of its own, whole: the JSON Lines, a `release.json` that says so, the sums.
An editable install needs none of it: `ccdata.load()` finds `exports/`, `ccdata.validate()` `schemas/` in
the checkout.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MANIFEST = "release.json"
PACKAGE = "datapackage.json"
SUMS = "SHA256SUMS"
TARGET = "ccdata/data/release"


class PackagedRelease(BuildHookInterface):  # type: ignore[type-arg]  # its configuration has no type
    """Puts `schemas/<version>/` and the records of `exports/` into a wheel."""

    PLUGIN_NAME = "custom"
    _made: TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files, for all wheels but editable ones."""
        if version == "editable":
            return
        schemas, exports = Path(self.root) / "schemas", Path(self.root) / "exports"
        for path in sorted(schemas.glob("[0-9]*/*.json")):
            build_data["force_include"][str(path)] = f"ccdata/schemas/{path.relative_to(schemas).as_posix()}"
        if not (exports / MANIFEST).is_file():
            self.app.display_warning("exports/ holds no release: this wheel's ccdata.load() will find none")
            return
        self._made = TemporaryDirectory()
        for path in records_alone(exports, Path(self._made.name)):
            build_data["force_include"][str(path)] = f"{TARGET}/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take away what was made for the wheel."""
        if self._made is not None:
            self._made.cleanup()


def records_alone(exports: Path, made: Path) -> list[Path]:
    """Return the files of a release in JSON Lines alone; what describes it is written to `made`."""
    manifest = _read(exports / MANIFEST) | {"formats": ["jsonl"], "texts": 0}
    files = [*sorted(exports.glob("*.jsonl")), _write(made / MANIFEST, manifest)]
    package = _read(exports / PACKAGE)
    package["resources"] = _described(package["resources"], {path.name: path for path in files})
    files = sorted([*files, _write(made / PACKAGE, package)], key=lambda path: path.name)
    sums = "".join(f"{_hash(path)}  {path.name}\n" for path in files)
    (made / SUMS).write_text(sums, "utf-8")
    return [*files, made / SUMS]


def _described(resources: list[dict[str, Any]], files: dict[str, Path]) -> list[dict[str, Any]]:
    """Return the resources that are among the files, with their sizes and hashes."""
    return [
        one | {"bytes": files[path].stat().st_size, "hash": f"sha256:{_hash(files[path])}"}
        for one in resources
        if (path := one["path"]) in files
    ]


def _read(path: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return made


def _write(path: Path, facts: dict[str, Any]) -> Path:
    path.write_text(json.dumps(facts, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return path


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
