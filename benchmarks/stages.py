"""The stages of a build, each with what it is measured against."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pyarrow as pa
import pyarrow.parquet as pq
import pydantic_core
from crowd import crowded
from material import Material, Source, size_of

from ccdata.authority import load_authority
from ccdata.authority.folding import folded
from ccdata.checks import check_shard
from ccdata.checks.gates import gates
from ccdata.checks.lines import read_line
from ccdata.document.reader import read_document
from ccdata.engine.parsing import parse_source
from ccdata.export import csv_tables, jsonl, parquet
from ccdata.export.arrow import schema_of
from ccdata.export.tables import rows_of
from ccdata.extract.article import article_record
from ccdata.extract.cast import build_cast
from ccdata.extract.events import event_ids, event_records
from ccdata.extract.names import find_names
from ccdata.extract.names.index import index_of
from ccdata.extract.naming_records import mention_records
from ccdata.extract.quotes import quote_records
from ccdata.link import link
from ccdata.records.ids import Numberer
from ccdata.records.schema import schemas
from ccdata.source.clean import CleanText
from ccdata.source.formats import read_source

WORD = re.compile(r"\w+")
SLOW_SAMPLE = 300
Work = Callable[[], Any]


@dataclass(frozen=True)
class Stage:
    """Work on so many bytes, records or printed pages; `base` is the bare work beside it.

    `part`: a stage of the parser.
    """

    name: str
    work: Work
    size: int | None = None
    records: int | None = None
    pages: int | None = None
    base: Work | None = None
    base_name: str = ""
    base_part: float = 1.0
    """How much of the data the base is given, where it is too slow for all."""
    part: bool = False
    runs: int = 3


def all_stages(material: Material) -> Iterator[Stage]:
    yield from parsing(material)
    yield from formats(material)
    yield from aliases(material)
    yield linking(material)
    yield from writing(material)
    yield from validation(material)


# parsing ----------------------------------------------------------------------------------------


def parsing(material: Material) -> Iterator[Stage]:
    texts, size = material.texts, size_of(material.texts)
    words = word_scan(texts)
    count = sum(1 for shard in material.shards for _ in shard.records())
    readings = [read_source(source.data, name=source.name) for source in texts]
    documents = [read_document(reading) for reading in readings]
    works = [_Extraction(document) for document in documents]

    def stage(name: str, work: Callable[[], Any], **more: Any) -> Stage:
        return Stage(name, work, size=size, base=words, base_name="word scan", part=True, **more)

    yield stage("read: bytes to canonical text", lambda: [read_source(s.data, name=s.name) for s in texts])
    yield stage("clean: marks, asides, repairs", lambda: [CleanText(reading.text) for reading in readings])
    yield stage("document, cleaning included", lambda: [read_document(reading) for reading in readings])
    yield stage("names: cast of the article", lambda: [work.cast_again() for work in works])
    yield stage("names: mention records", lambda: [work.mentions() for work in works])
    yield stage("events", lambda: [work.events() for work in works])
    yield stage("quotations", lambda: [work.quotes() for work in works])
    judged = [(shard, document.clean) for shard, document in zip(material.shards, documents, strict=True)]
    yield stage("checks of every record", lambda: [[*check_shard(shard, clean)] for shard, clean in judged])
    whole = stage("parse, everything on", lambda: parse_all(texts))
    yield replace(whole, records=count)
    yield of_others("parse, the seeds alone", material.seeds)
    yield of_others("parse, short articles of 10 kB", material.short)


def of_others(name: str, texts: list[Source]) -> Stage:
    """The whole parse of other articles, beside the words of the same."""
    return Stage(
        name,
        lambda: parse_all(texts),
        size=size_of(texts),
        records=sum(1 for shard in parse_all(texts) for _ in shard.records()),
        base=word_scan(texts),
        base_name="word scan",
    )


def parse_all(texts: list[Source]) -> list[Any]:
    return [parse_source(source.data, source.name) for source in texts]


def word_scan(texts: list[Source]) -> Work:
    """The least that anybody does who reads a text: decode it and find its words."""
    return lambda: [sum(1 for _ in WORD.finditer(source.data.decode())) for source in texts]


class _Extraction:
    """One document with all that goes before its extractors, so that each can be run alone."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.article, _ = article_record(document)
        self.placed = tuple(document.placed())
        self.cast = self.cast_again()
        self.ids = event_ids(document, Numberer(self.article.id))

    def cast_again(self) -> Any:
        period = (self.article.period_start, self.article.period_end)
        return build_cast(self.placed, load_authority(), article_id=self.article.id, period=period)

    def mentions(self) -> Any:
        return mention_records(self.placed, self.cast, self.ids, Numberer(self.article.id))

    def events(self) -> Any:
        return event_records(self.document, self.placed, self.cast, self.ids)

    def quotes(self) -> Any:
        return quote_records(self.document, self.placed, self.cast, self.ids, Numberer(self.article.id))


def formats(material: Material) -> Iterator[Stage]:
    """Other formats: to the same readings; bare extraction keeps no marks, no offsets and no order."""
    import pypdfium2
    from selectolax.lexbor import LexborHTMLParser

    def bare_page(source: Source) -> str | None:
        body = LexborHTMLParser(source.data).body
        return body.text() if body is not None else None

    def bare_print(source: Source) -> list[str]:
        with pypdfium2.PdfDocument(source.data) as document:
            return [page.get_textpage().get_text_bounded() for page in document]

    printed = sum(len(bare_print(source)) for source in material.prints)
    for name, sources, pages, bare, base_name in (
        ("HTML to canonical text", material.pages, None, bare_page, "selectolax text"),
        ("PDF to canonical text", material.prints, printed, bare_print, "pypdfium2 text"),
    ):
        yield Stage(
            name,
            lambda sources=sources: [read_source(s.data, name=s.name) for s in sources],
            size=size_of(sources),
            pages=pages,
            base=lambda sources=sources, bare=bare: [bare(source) for source in sources],
            base_name=base_name,
        )


def aliases(material: Material) -> Iterator[Stage]:
    """The pass over all names with an authority of thousands of persons more."""
    articles = [_Extraction(read_document(read_source(s.data, name=s.name))) for s in material.texts]
    texts, size = word_scan(material.texts), size_of(material.texts)
    for count in (5_000, 50_000):
        authority = crowded(count)
        name = f"names: pass over {len(authority.aliases):,} aliases"
        work = partial(_names_in, articles, authority)
        yield Stage(name, work, size=size, base=texts, base_name="word scan")
        name = f"names: patterns alone, {len(authority.aliases):,} aliases"
        work = partial(_patterns_in, articles, authority)
        yield Stage(name, work, size=size, base=texts, base_name="word scan")


def _names_in(articles: list[_Extraction], authority: Any) -> None:
    for one in articles:
        first, last = one.article.period_start, one.article.period_end
        period = (first.isoformat(), last.isoformat()) if first and last else None
        find_names(one.placed, authority, article_id=one.article.id, period=period)


def _patterns_in(articles: list[_Extraction], authority: Any) -> None:
    """The automaton's matches, word boundaries and the longest of them, without who is meant."""
    index = index_of(authority)
    for one in articles:
        for part in one.placed:
            index.find(folded(part.block.text).text)


# behind the parser ------------------------------------------------------------------------------


def linking(material: Material) -> Stage:
    count = len(material.records)
    return Stage("link", lambda: [*link(material.shards).parts()], records=count)


def writing(material: Material) -> Iterator[Stage]:
    """Our writers against bare ones that are handed what ours have to make first."""
    records, count = material.records, len(material.records)
    for name, writer, bare, base_name in (
        ("JSON Lines", jsonl, bare_lines(records), "pydantic dump"),
        ("Parquet", parquet, bare_parquet(material.by_type), "pydantic dump, pyarrow"),
        ("CSV", csv_tables, bare_csv(records), "pydantic dump, csv.writer"),
    ):
        work = partial(_write, writer.writing, records)
        yield Stage(f"write {name}", work, records=count, base=bare, base_name=base_name)


def _write(writing: Callable[[Path], Any], records: list) -> None:
    with tempfile.TemporaryDirectory() as folder, writing(Path(folder)) as write:
        for record in records:
            write(record)


def bare_lines(records: list) -> Work:
    def work() -> None:
        with tempfile.TemporaryFile() as file:
            for record in records:
                file.write(record.model_dump_json().encode() + b"\n")

    return work


def bare_parquet(by_type: dict[str, list]) -> Work:
    """Models to dicts, dicts to a table, a table to a file: what pyarrow needs to be given."""

    def work() -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name, records in by_type.items():
                rows = [record.model_dump() for record in records]
                table = pa.Table.from_pylist(rows, schema=schema_of(name))
                pq.write_table(table, f"{folder}/{name}", compression="zstd")

    return work


def bare_csv(records: list) -> Work:
    """Models to dicts, and the flat rows of their tables, which are ready, to a file."""
    rows = [cells for record in records for _, cells in rows_of(record)]

    def work() -> None:
        for record in records:
            record.model_dump(mode="json")
        with tempfile.TemporaryFile("w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    return work


def validation(material: Material) -> Iterator[Stage]:
    """Each line as `ccdata validate` judges it: bytes, JSON, schema, model, its own writing."""
    records = material.by_type["event"] + material.by_type["quote"] + material.by_type["mention"]
    lines = [record.to_json().encode() + b"\n" for record in records]
    sample = lines[:: max(1, len(lines) // SLOW_SAMPLE)]
    ready = {name: gates()[name] for name in ("event", "quote", "mention")}

    def judge() -> None:
        for line in lines:
            assert read_line(line, ready)[1]

    def gate() -> None:
        for line in lines:
            record = pydantic_core.from_json(line)
            assert ready[record["record_type"]].passes(record)

    slow, part = by_jsonschema(sample), len(sample) / len(lines)
    for name, work, base, base_name, given in (
        ("validate lines: JSON and schema", gate, slow, "jsonschema", part),
        ("validate lines: all layers", judge, slow, "jsonschema", part),
        ("validate lines: all layers", judge, by_jsonschema_rs(lines), "jsonschema-rs", 1.0),
    ):
        yield Stage(name, work, records=len(lines), base=base, base_name=base_name, base_part=given)


def by_jsonschema(lines: list[bytes]) -> Work:
    validators = {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas().items()}

    def work() -> None:
        for line in lines:
            record = json.loads(line)
            assert validators[record["record_type"]].is_valid(record)

    return work


def by_jsonschema_rs(lines: list[bytes]) -> Work:
    validators = {name: jsonschema_rs.validator_for(schema) for name, schema in schemas().items()}

    def work() -> None:
        for line in lines:
            record = json.loads(line)
            assert validators[record["record_type"]].is_valid(record)

    return work
