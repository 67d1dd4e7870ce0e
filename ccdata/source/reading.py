"""What a reader makes of one source: its canonical text, and what it noticed on the way."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from ccdata.records.remarks import Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One source, read: every later stage sees the canonical text and nothing else.

    The canonical text of a plain source is the source itself, decoded; of a page or a PDF it is the
    reader's deterministic rendering in the same light markup (`ccdata.source.markup`).
    """

    name: str
    media_type: str
    sha256: str
    text: str
    url: str | None = None
    layout_hint: str | None = None
    remarks: tuple[Remark, ...] = field(default=())


def sha256_of(data: bytes) -> str:
    """Return the hash of the bytes as hex."""
    return hashlib.sha256(data).hexdigest()
