"""One source to its shard, read and checked: stage 1, whole, for any engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ccdata.checks import Fault, check_shard
from ccdata.document.reader import read_document
from ccdata.engine.settling import collection_paused
from ccdata.errors import UsageError
from ccdata.extract.errata import Erratum
from ccdata.extract.findings import finding_records
from ccdata.extract.shard import extract
from ccdata.records.ids import Numberer
from ccdata.records.remarks import Remark
from ccdata.records.shard import Shard
from ccdata.source.clean import CleanText
from ccdata.source.formats import read_source
from ccdata.source.reading import Reading
from ccdata.source.text import reading_of


def parse_source(
    data: bytes, name: str, *, media_type: str | None = None, errata: Sequence[Erratum] = ()
) -> Shard:
    """Parse the bytes of one source.

    Raises a SourceError with the name and the place where the bytes cannot be read as an article's.
    """
    return _shard_of(read_source(data, name=name, media_type=media_type), errata)


def parse_string(text: str, name: str = "text", *, errata: Sequence[Erratum] = ()) -> Shard:
    """Parse a text in hand. Raises as `parse_source`."""
    if not isinstance(text, str):
        raise UsageError(f"a str is wanted, not {type(text).__name__}")
    data = text.encode("utf-8", "surrogatepass")
    return _shard_of(reading_of(text, data, name=name), errata)


def _shard_of(reading: Reading, errata: Sequence[Erratum]) -> Shard:
    with collection_paused():
        document = read_document(reading)
        return _checked(extract(document, errata), document.clean)


def _checked(shard: Shard, clean: CleanText) -> Shard:
    """Add what the checks find in the shard to its findings: a fault of ours is said, never hidden."""
    remarks = [_remark(fault) for fault in check_shard(shard, clean)]
    if not remarks:
        return shard
    found = finding_records(remarks, shard.text, Numberer(shard.article.id))
    return replace(shard, findings=(*shard.findings, *found))


def _remark(fault: Fault) -> Remark:
    return Remark(code=fault.code, message=fault.message, field=fault.path or None, record_id=fault.record_id)
