"""The committed schemas against the models: they are generated, and must be what is generated."""

from __future__ import annotations

from pathlib import Path

from ccdata.records.models import SCHEMA_VERSION
from ccdata.records.schema import schema_text, schemas


def drift(folder: Path) -> list[str]:
    """Return what differs between `folder/<version>/*.json` and the models, a line each."""
    made = {f"{name}.json": schema_text(schema) for name, schema in schemas().items()}
    place = folder / SCHEMA_VERSION
    there = {path.name: path.read_text("utf-8") for path in sorted(place.glob("*.json"))}
    found = [f"{place / name}: missing" for name in made.keys() - there.keys()]
    found += [f"{place / name}: no such record" for name in there.keys() - made.keys()]
    found += [
        f"{place / name}: not what the models give"
        for name in made.keys() & there.keys()
        if made[name] != there[name]
    ]
    return sorted(found)


def write_schemas(folder: Path) -> None:
    """Write the schemas of the models to `folder/<version>/`; other versions are left alone."""
    place = folder / SCHEMA_VERSION
    place.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (place / f"{name}.json").write_text(schema_text(schema), "utf-8", newline="\n")
