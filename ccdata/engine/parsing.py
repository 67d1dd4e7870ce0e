"""One source to its shard: stage 1, whole, for any engine."""

from __future__ import annotations

from collections.abc import Sequence

from ccdata.document.reader import read_document
from ccdata.errors import UsageError
from ccdata.extract.errata import Erratum
from ccdata.extract.shard import extract
from ccdata.records.shard import Shard
from ccdata.source.formats import read_source
from ccdata.source.text import reading_of


def parse_source(
    data: bytes, name: str, *, media_type: str | None = None, errata: Sequence[Erratum] = ()
) -> Shard:
    """Parse the bytes of one source.

    Raises a SourceError with the name and the place where the bytes cannot be read as an article's.
    """
    return extract(read_document(read_source(data, name=name, media_type=media_type)), errata)


def parse_string(text: str, name: str = "text", *, errata: Sequence[Erratum] = ()) -> Shard:
    """Parse a text in hand. Raises as `parse_source`."""
    if not isinstance(text, str):
        raise UsageError(f"a str is wanted, not {type(text).__name__}")
    data = text.encode("utf-8", "surrogatepass")
    return extract(read_document(reading_of(text, data, name=name)), errata)
