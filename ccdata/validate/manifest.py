"""The files that say what a release is: release.json, SHA256SUMS, datapackage.json."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ccdata.checks.fault import Fault
from ccdata.errors import ReleaseError
from ccdata.export.sums import MANIFEST, SUMS, Manifest, files_under, read_sums, sha256_of
from ccdata.records.models import PLURALS

PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class ReleaseFiles:
    """A release folder and what it says of itself; `manifest` is null where it says nothing readable."""

    folder: Path
    manifest: Manifest | None

    @property
    def described(self) -> bool:
        """True where there is any of the files by which a release is known."""
        return any((self.folder / name).exists() for name in (MANIFEST, SUMS, PACKAGE))

    def shown(self, name: str) -> str:
        """Return how a report names a file of the release."""
        return str(self.folder / name)


def read_manifest(folder: Path) -> tuple[ReleaseFiles, list[Fault]]:
    """Read release.json; a fault where it is damaged, or missing beside the others."""
    path = folder / MANIFEST
    try:
        return ReleaseFiles(folder, Manifest.from_json(path.read_bytes(), str(path))), []
    except ReleaseError as error:
        return ReleaseFiles(folder, None), [_broken(path, str(error))]
    except OSError:
        found = ReleaseFiles(folder, None)
        return found, [_broken(path, "it is missing")] if found.described else []


def check_whole(release: ReleaseFiles) -> Iterator[Fault]:
    """Yield every file of records that a whole release has, and this one has not."""
    for plural in PLURALS.values():
        path = release.folder / f"{plural}.jsonl"
        if not path.is_file():
            yield _broken(path, "a release has a file of every record type, be it empty")


def check_files(release: ReleaseFiles) -> Iterator[Fault]:
    """Yield every file that is missing, foreign or not the one whose hash is listed."""
    path = release.folder / SUMS
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield _broken(path, f"it cannot be read: {error}")
        return
    sums = read_sums(text)
    for number, line in enumerate(text.splitlines(), start=1):
        if not read_sums(line):
            yield _mismatch(release.shown(SUMS), "this line is no hash and path", line=number, value=line)
    there = set(files_under(release.folder)) - {SUMS}
    for name in sorted(there | sums.keys()):
        if name not in there:
            yield _mismatch(release.shown(name), f"{SUMS} lists it, but it is missing")
        elif name not in sums:
            yield _mismatch(release.shown(name), f"{SUMS} does not list it")
        elif sha256_of(release.folder / name) != sums[name]:
            yield _mismatch(release.shown(name), f"its hash is not the one in {SUMS}", value=sums[name])
    yield from _check_package(release, sums)


def check_counts(release: ReleaseFiles, records: Counter[str]) -> Iterator[Fault]:
    """Yield every count of the manifest that the records do not bear out."""
    if release.manifest is None or records["unsound"]:
        return
    for name, plural in PLURALS.items():
        said = release.manifest.counts.get(plural, 0)
        if said != records[name]:
            message = f"there are {records[name]} {plural}, not {said}"
            yield _mismatch(release.shown(MANIFEST), message, path=f"counts.{plural}", value=said)


def _check_package(release: ReleaseFiles, sums: dict[str, str]) -> Iterator[Fault]:
    """Yield every resource of datapackage.json that is not the file it describes."""
    shown = release.shown(PACKAGE)
    try:
        resources = json.loads((release.folder / PACKAGE).read_bytes())["resources"]
        described = {str(resource["path"]): resource for resource in resources}
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        yield _broken(release.folder / PACKAGE, f"it cannot be read: {error!r}")
        return
    for name in sorted((sums.keys() | described.keys()) - {PACKAGE}):
        path = f"resources[{name}]"
        if name not in described or name not in sums:
            yield _mismatch(shown, f"{name} stands in only one of {PACKAGE} and {SUMS}", path=path)
        else:
            yield from _check_resource(shown, path, described[name], sums[name], release.folder / name)


def _check_resource(
    shown: str, path: str, resource: dict[str, Any], digest: str, file: Path
) -> Iterator[Fault]:
    if resource.get("hash") != f"sha256:{digest}":
        yield _mismatch(shown, f"not the hash in {SUMS}", path=f"{path}.hash", value=resource.get("hash"))
    if file.exists() and resource.get("bytes") != file.stat().st_size:
        message = f"the file has {file.stat().st_size} bytes"
        yield _mismatch(shown, message, path=f"{path}.bytes", value=resource.get("bytes"))


def _mismatch(file: str, message: str, **more: Any) -> Fault:
    return Fault(code="manifest-mismatch", message=message, file=file, **more)


def _broken(path: Path, message: str) -> Fault:
    return Fault(code="release-broken", message=message.removeprefix(f"{path}: "), file=str(path))
