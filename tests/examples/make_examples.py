"""Write the example releases anew, where the shape of records has changed: run this file.

`valid/` holds releases without a finding. Each folder `invalid/<code>/` breaks one thing of the sample and
yields exactly that code; a folder may hold an `assertions.toml`, which is then handed to `validate`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sample_records import write_sample

HERE = Path(__file__).parent
Lines = list[dict[str, Any]]


def edit(folder: Path, name: str, change: Callable[[Lines], Any]) -> None:
    """Change the records of a file, and write them as they are written."""
    path = folder / name
    records = [json.loads(line) for line in path.read_bytes().splitlines()]
    change(records)
    text = "".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n" for r in records)
    path.write_text(text, "utf-8", newline="\n")


def replace(folder: Path, name: str, old: bytes, new: bytes) -> None:
    """Change bytes, once."""
    data = (folder / name).read_bytes()
    assert old in data, (name, old)
    (folder / name).write_bytes(data.replace(old, new, 1))


def shift(span: dict[str, Any]) -> None:
    span["start"] += 1
    span["end"] += 1


def move_place(events: Lines) -> None:
    """Give the first event a place outside its entry, quoted rightly."""
    span = events[0]["location"]["span"]
    text = (HERE / "valid" / "plain" / "texts" / "cc-33-1-australia-japan.txt").read_text("utf-8")
    span["start"] = text.index(span["exact"])
    span["end"] = span["start"] + len(span["exact"])


def assert_places(folder: Path) -> None:
    """Ask for more than the sample holds."""
    asked = {
        "records": '"events"',
        "field": '"location"',
        "filled": 0.5,
        "why": '"most entries name a place"',
    }
    text = "[[assertion]]\n" + "".join(f"{key} = {value}\n" for key, value in asked.items())
    (folder / "assertions.toml").write_text(text, "utf-8", newline="\n")


MUTATIONS: dict[str, Callable[[Path], None]] = {
    "bytes-encoding": lambda f: replace(f, "mentions.jsonl", b"\n", b"\r\n"),
    "line-not-json": lambda f: replace(f, "mentions.jsonl", b'"alias"}\n', b'"ali\n'),
    "line-not-canonical": lambda f: replace(
        f, "mentions.jsonl", b'"method":"alias"', b'"method":"alias","method":"alias"'
    ),
    "schema-violated": lambda f: edit(f, "mentions.jsonl", lambda r: r[0].pop("method")),
    "record-invalid": lambda f: edit(f, "events.jsonl", lambda r: r[1].update(date_end="2031-02-30")),
    "span-mismatch": lambda f: edit(f, "mentions.jsonl", lambda r: shift(r[0]["span"])),
    "span-outside": lambda f: edit(f, "events.jsonl", move_place),
    "text-mismatch": lambda f: edit(f, "events.jsonl", lambda r: r[0].update(date_text="Jan. 6, 2031")),
    "reference-broken": lambda f: edit(
        f, "mentions.jsonl", lambda r: r[0].update(actor_id="actor:nobody-at-all")
    ),
    "id-duplicate": lambda f: edit(f, "mentions.jsonl", lambda r: r.insert(0, r[0])),
    "id-mismatch": lambda f: edit(
        f, "events.jsonl", lambda r: r[1].update(id="cc-33-1-australia-japan:e:00000000")
    ),
    "order-broken": lambda f: edit(f, "mentions.jsonl", list.reverse),
    "date-inconsistent": lambda f: edit(
        f, "events.jsonl", lambda r: r[1].update(date_edtf="2031-02-02/2031-02-05")
    ),
    "field-mismatch": lambda f: edit(f, "events.jsonl", lambda r: r[0]["gaps"][0].update(field="event_type")),
    "assertion-failed": assert_places,
    "release-broken": lambda f: (f / "texts" / "cc-33-2-australia-japan.txt").unlink(),
}
"""What breaks a folder of bare JSON Lines and texts."""

WHOLE: dict[str, Callable[[Path], None]] = {
    "manifest-mismatch": lambda f: replace(f, "texts/NOTICE", b"kept", b"held"),
    "schema-unknown": lambda f: replace(
        f, "release.json", b'"schema_version": "1.0"', b'"schema_version": "7.0"'
    ),
}
"""What breaks a whole release, with its manifest."""


def bare(folder: Path) -> Path:
    """Write the sample without the files that say what a release is."""
    write_sample(folder)
    for name in ("release.json", "SHA256SUMS", "datapackage.json", "texts/NOTICE"):
        (folder / name).unlink()
    return folder


def disagree(folder: Path) -> None:
    """Change one cell of the CSV."""
    write_sample(folder, formats=("jsonl", "csv"))
    for name in ("release.json", "SHA256SUMS", "datapackage.json"):
        (folder / name).unlink()
    replace(folder, "csv/actors.csv", b"Ren Ito", b"Ren Itoh")


def main() -> None:
    for name in ("valid", "invalid"):
        shutil.rmtree(HERE / name, ignore_errors=True)
        (HERE / name).mkdir()
    bare(HERE / "valid" / "plain")
    write_sample(HERE / "valid" / "whole", formats=("jsonl", "csv"))
    write_sample(HERE / "valid" / "without-texts", texts=False)
    for code, mutate in MUTATIONS.items():
        mutate(bare(HERE / "invalid" / code))
    for code, mutate in WHOLE.items():
        mutate(write_sample(HERE / "invalid" / code))
    disagree(HERE / "invalid" / "formats-disagree")


if __name__ == "__main__":
    main()
