"""What the wheel carries beside the code: the schemas of every version, the newest release without texts.

An editable install needs none of it: `ccdata.load()` finds `exports/`, `ccdata.validate()` `schemas/` in the
checkout.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MANIFEST = "release.json"
TARGET = "ccdata/data/release"


class PackagedRelease(BuildHookInterface):  # type: ignore[type-arg]  # its configuration has no type
    """Puts `schemas/<version>/`, `exports/*.jsonl` and the manifest into a wheel."""

    PLUGIN_NAME = "custom"

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
        for path in (exports / MANIFEST, *sorted(exports.glob("*.jsonl"))):
            build_data["force_include"][str(path)] = f"{TARGET}/{path.name}"
