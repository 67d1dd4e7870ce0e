"""Validate generated releases: records a second, peak memory, ratio to `jsonschema` alone in the same run.

python benchmarks/validate_million.py [EVENTS] [JOBS]
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import jsonschema
import pydantic_core

from ccdata.checks import gates, read_line
from ccdata.records import Numberer
from ccdata.records.models import PLURALS
from ccdata.records.schema import schemas
from ccdata.validate import validate

PER_ARTICLE = 100
NAMES = ("Ren Ito", "Joan Doe", "Ana Silva", "Tom Hale")
SAMPLE = 400


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_release(folder, events)
        before = rates(folder / "events.jsonl")
        begin, busy = time.perf_counter(), processor_time()
        report = validate(folder, jobs=jobs)
        spent, busy = time.perf_counter() - begin, processor_time() - busy
        records = sum(report.records.values())
        after = rates(folder / "events.jsonl")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    alone, gate, line = ((a + b) / 2 for a, b in zip(before, after, strict=True))
    print(
        f"{records:,} records, {size / 1e6:,.0f} MB of JSON Lines, ok={report.ok}, jobs={jobs or 'default'}"
    )
    print(f"one core: jsonschema alone {alone:,.0f}/s")
    print(f"one core: parse + jsonschema-rs {gate:,.0f}/s, {gate / alone:.0f} x")
    print(f"one core: bytes, schema, model, canonical line {line:,.0f}/s, {line / alone:.0f} x")
    print(f"validate, all layers: {spent:.1f} s by the clock, {records / spent:,.0f}/s")
    print(
        f"validate, all layers: {busy:.1f} s of processors, {records / busy:,.0f}/s a core, "
        f"{records / busy / alone:.1f} x"
    )
    print(f"peak {own:.0f} MB, largest worker {children:.0f} MB")


def processor_time() -> float:
    """Of this process and its workers that are done: others may be at work on the machine."""
    return sum(
        time
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        for time in resource.getrusage(who)[:2]
    )


def rates(path: Path) -> tuple[float, float, float]:
    """Events a second of processor time: the reference validator, the fast gate, the layers of a line."""
    with path.open("rb") as file:
        lines = [line for line, _ in zip(file, range(SAMPLE), strict=False)]
    validator = jsonschema.Draft202012Validator(schemas()["event"])
    gate = gates()["event"]
    return (
        rate(lines, lambda line: validator.is_valid(json.loads(line))),
        rate(lines * 10, lambda line: gate.passes(pydantic_core.from_json(line))),
        rate(lines * 10, lambda line: read_line(line, gates())[1]),
    )


def rate(lines: list[bytes], accepts) -> float:
    begin = time.process_time()
    for line in lines:
        assert accepts(line)
    return len(lines) / (time.process_time() - begin)


def write_release(folder: Path, events: int) -> int:
    """Write articles of a hundred events each, with texts; return the bytes of JSON Lines."""
    (folder / "texts").mkdir()
    files = {plural: (folder / f"{plural}.jsonl").open("wb") for plural in PLURALS.values()}
    for number in range(events // PER_ARTICLE):
        article_id = f"cc-{1 + number // 300}-{1 + number % 300}-australia-japan"
        text, made = events_of(article_id)
        (folder / "texts" / f"{article_id}.txt").write_text(text, "utf-8", newline="\n")
        write(files["articles"], article_of(article_id, number, len(text)))
        for event in made:
            write(files["events"], event)
    for name in sorted(NAMES):
        write(files["actors"], actor_of(name))
    for file in files.values():
        file.close()
    return sum((folder / f"{plural}.jsonl").stat().st_size for plural in PLURALS.values())


def write(file, record) -> None:
    file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def events_of(article_id: str):
    numberer = Numberer(article_id)
    text, made = "CHRONOLOGY\n\n", []
    for number in range(PER_ARTICLE):
        day = dt.date(2031, 1, 1) + dt.timedelta(days=number)
        label = f"{day:%b} {day.day}, {day.year}"
        first, second = NAMES[number % 4], NAMES[(number + 1) % 4]
        body = (
            f"Foreign Minister {first} meets {second} in Canberra – round {number} of {article_id} – again."
        )
        line = f"- **{label}:** " + body.replace("meets", "<u>meets</u>")
        made.append(
            event_of(
                article_id=article_id,
                numberer=numberer,
                start=len(text),
                line=line,
                body=body,
                label=label,
                day=day,
                number=number,
                names=(first, second),
            )
        )
        text += line + "\n"
    return text, made


def event_of(*, article_id, numberer, start, line, body, label, day, number, names):
    def span(words, place=0):
        at = start + line.index(words, place)
        return {"start": at, "end": at + len(words), "exact": words}

    def party(name, role, title):
        return {
            "actor_id": f"actor:{name.lower().replace(' ', '-')}",
            "text": name,
            "span": span(name),
            "country": "AUS",
            "role_title": title,
            "role_span": span(title) if title else None,
            "office": None,
            "method": "alias",
            "role": role,
        }

    iso = day.isoformat()
    return {
        "record_type": "event",
        "id": numberer.name("event", body),
        "article_id": article_id,
        "ordinal": number + 1,
        "date_text": label,
        "date_span": span(label),
        "date_start": iso,
        "date_end": iso,
        "date_edtf": iso,
        "date_precision": "day",
        "text": body,
        "span": span(line),
        "actors": [party(names[0], "source", "Foreign Minister"), party(names[1], "target", None)],
        "countries": ["AUS", "JPN"],
        "event_type": "CONSULT",
        "event_mode": None,
        "contexts": [],
        "quad_code": 1,
        "magnitude": 1.0,
        "cc_type": None,
        "status": "asserted",
        "basis": {"rule": "meet", "trigger": span("meets")},
        "codebook_version": "1",
        "medium": "in_person",
        "location": {"name": "Canberra", "country": "AUS", "span": span("Canberra")},
        "related_dates": [],
        "happenings": [],
        "quote_ids": [],
        "links": [{"text": "meets", "url": None, "span": span("<u>meets</u>")}],
        "passages": [],
        "same_as": [],
        "anchors": [{"field": "medium", "span": span("meets")}],
        "gaps": [{"field": "event_mode", "reason": "no_rule"}],
        "corrections": [],
    }


def article_of(article_id, number, length):
    return {
        "record_type": "article",
        "id": article_id,
        "article_id": article_id,
        "journal": None,
        "title": None,
        "relationship": None,
        "parties": [],
        "authors": [],
        "volume": 1 + number // 300,
        "issue": 1 + number % 300,
        "published": None,
        "published_as_printed": None,
        "first_page": None,
        "last_page": None,
        "citation": None,
        "url": None,
        "period_start": None,
        "period_end": None,
        "abstract": None,
        "sections": [],
        "figures": [],
        "links": [],
        "source": {
            "name": "x.txt",
            "media_type": "text/plain",
            "layout": "plain",
            "sha256": "0" * 64,
            "length": length,
        },
        "language": "en",
        "anchors": [],
        "gaps": [],
        "corrections": [],
    }


def actor_of(name):
    return {
        "record_type": "actor",
        "id": f"actor:{name.lower().replace(' ', '-')}",
        "name": name,
        "family_name": None,
        "given_name": None,
        "kind": "person",
        "country": "AUS",
        "native_name": None,
        "aliases": [],
        "identifiers": [],
        "occupancies": [],
        "curated": True,
    }


if __name__ == "__main__":
    main()
