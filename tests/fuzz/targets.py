"""What is fuzzed. Each target takes bytes and may raise nothing but a CcdataError: promise 1."""

from __future__ import annotations

import atexit
import io
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from mutation import Mutate, harm_bytes, harm_cells, harm_json, harm_words, some_of
from mutation_of_tables import harm_columns, harm_database

from ccdata.document.reader import read_document
from ccdata.engine.errata import load_errata
from ccdata.engine.parsing import parse_source
from ccdata.errors import CcdataError
from ccdata.load import load
from ccdata.reports import REPORTERS
from ccdata.source.clean import CleanText
from ccdata.source.formats import read_source
from ccdata.source.text import reading_of
from ccdata.validate import Report, validate
from ccdata.validate.assertions import read_assertions

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
EXAMPLES = HERE.parent / "examples"
sys.path.insert(0, str(EXAMPLES))
from sample_records import write_sample  # noqa: E402  # the folder is no package

Seeds = Callable[[], list[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One door: `run` knocks at it, `made` gives what it opens to beside the corpus."""

    name: str
    run: Callable[[bytes], object]
    mutate: Mutate
    corpus: str
    made: Seeds = list

    def knock(self, data: bytes) -> None:
        """Run, and let pass what is raised on purpose."""
        with suppress(CcdataError):
            self.run(data)

    def seeds(self) -> list[bytes]:
        """Return what is harmed."""
        kept = [path.read_bytes() for path in sorted((CORPUS / self.corpus).glob("*")) if path.is_file()]
        return [*kept, *self.made()]


def _clean(data: bytes) -> None:
    """The clean text of the whole and of pieces; both sides of every cut are asked for."""
    text = data.decode("utf-8", "replace")
    clean = CleanText(text)
    block = clean.block([(0, len(text))])
    for place in range(0, len(block.text), max(1, len(block.text) // 20)):
        span = block.span(place, place + 1)
        assert text[span.start : span.end] == span.exact
        assert clean.slice(span.start, len(text)) is not None
        assert clean.slice(0, span.end) is not None


def _document(data: bytes) -> None:
    read_document(reading_of(data.decode("utf-8", "surrogateescape"), data, name="given"))


@cache
def release(_purpose: str) -> Path:
    """A sample release in all formats, to be harmed: one for each target."""
    folder = Path(tempfile.mkdtemp(prefix="ccdata-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return write_sample(folder / "release", formats=("jsonl", "parquet", "csv", "sqlite"))


def _load(name: str, form: str, data: bytes) -> None:
    folder = release(f"load {name}")
    (folder / name).write_bytes(data)
    list(load(folder, format=form).records())


def _load_csv(data: bytes) -> None:
    """A main table or a side table, told by its header."""
    name, other = ("events_actors", "events") if data.startswith(b"event_id") else ("events", "events_actors")
    folder = release("load csv")
    shutil.copy(release("whole") / "csv" / f"{other}.csv", folder / "csv")
    (folder / "csv" / f"{name}.csv").write_bytes(data)
    list(load(folder, format="csv").records())


def _load_zip(data: bytes) -> None:
    path = release("zip").parent / "release.zip"
    path.write_bytes(data)
    list(load(path).records())


def _validate(name: str, data: bytes) -> None:
    folder = release(f"validate {name}")
    (folder / name).write_bytes(data)
    _say(validate(folder / name, texts=folder / "texts", most=3, jobs=1))


def _validate_release(name: str, data: bytes) -> None:
    folder = release(f"release {name}")
    (folder / name).write_bytes(data)
    _say(validate(folder, most=3, jobs=1))


def _say(report: Report) -> None:
    """A report can be said in every form, whatever it holds."""
    for reporter in REPORTERS.values():
        reporter(report).encode("utf-8")


def _assertions(data: bytes) -> None:
    path = release("assertions") / "assertions.toml"
    path.write_bytes(data)
    validate(release("whole") / "events.jsonl", assertions=path) if read_assertions(path).items else None


def _errata(data: bytes) -> None:
    path = release("errata") / "errata.toml"
    path.write_bytes(data)
    load_errata([path.parent])


def _files(*names: str) -> Seeds:
    return lambda: [(release("whole") / name).read_bytes() for name in names]


def _lines() -> list[bytes]:
    return [b"".join(path.read_bytes() for path in sorted(release("whole").glob("*.jsonl")))]


def _zipped() -> list[bytes]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(release("whole").glob("*.json*")):
            archive.write(path, path.name)
    return [stream.getvalue()]


TEXTS = some_of(harm_words, harm_words, harm_bytes)
FILES: tuple[tuple[str, str, Mutate, str], ...] = (
    ("jsonl", "events.jsonl", some_of(harm_json), "lines"),
    ("csv", "csv/events.csv", some_of(harm_cells), "csv"),
    ("parquet", "parquet/events.parquet", some_of(harm_columns, harm_bytes), "parquet"),
    ("sqlite", "ccdata.sqlite", some_of(harm_database, harm_database, harm_bytes), "sqlite"),
)


def _readers() -> Iterator[Target]:
    """The doors for sources."""
    for corpus, media in (("text", "text/plain"), ("html", "text/html"), ("pdf", "application/pdf")):
        read = partial(read_source, name="x", media_type=media)
        yield Target(name=corpus, run=read, mutate=TEXTS, corpus=corpus)
    yield Target(name="clean", run=_clean, mutate=TEXTS, corpus="text")
    yield Target(name="document", run=_document, mutate=TEXTS, corpus="text")
    for corpus in ("text", "html"):
        yield Target(name=f"parse-{corpus}", run=partial(parse_source, name="x"), mutate=TEXTS, corpus=corpus)
    yield Target(name="assertions", run=_assertions, mutate=TEXTS, corpus="toml")
    yield Target(name="errata", run=_errata, mutate=TEXTS, corpus="toml")


def _loaders() -> Iterator[Target]:
    """The doors for releases, and for their files."""
    for form, file, mutate, corpus in FILES:
        load_one = _load_csv if form == "csv" else partial(_load, file, form)
        made = _files(file, "csv/events_actors.csv") if form == "csv" else _files(file)
        yield Target(name=f"load-{form}", run=load_one, mutate=mutate, corpus=corpus, made=made)
        judge = partial(_validate, file)
        yield Target(name=f"validate-{form}", run=judge, mutate=mutate, corpus=corpus, made=_files(file))
    yield Target(name="load-zip", run=_load_zip, mutate=some_of(harm_bytes), corpus="zip", made=_zipped)
    lines = partial(_validate, "all.jsonl")
    yield Target(name="validate-lines", run=lines, mutate=some_of(harm_json), corpus="lines", made=_lines)
    for file in ("release.json", "datapackage.json", "SHA256SUMS", "events.jsonl"):
        mutate = TEXTS if file == "SHA256SUMS" else some_of(harm_json)
        corpus = "lines" if file == "events.jsonl" else "json"
        run = partial(_validate_release, file)
        yield Target(name=f"release-{file}", run=run, mutate=mutate, corpus=corpus, made=_files(file))
    manifest = partial(_load, "release.json", "jsonl")
    made = _files("release.json")
    yield Target(name="manifest", run=manifest, mutate=some_of(harm_json), corpus="json", made=made)


TARGETS = {target.name: target for target in (*_readers(), *_loaders())}
