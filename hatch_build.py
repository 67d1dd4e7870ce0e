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
    """Return the files of a release in JSON Lines alone; its manifest and sums are written to `made`."""
    manifest = json.loads((exports / MANIFEST).read_text("utf-8")) | {"formats": ["jsonl"], "texts": 0}
    (made / MANIFEST).write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", "utf-8")
    files = sorted([made / MANIFEST, *exports.glob("*.jsonl")], key=lambda path: path.name)
    sums = "".join(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    (made / SUMS).write_text(sums, "utf-8")
    return [*files, made / SUMS]
