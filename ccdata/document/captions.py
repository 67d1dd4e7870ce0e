"""Captions of figures.

caption = ("Figure" | "Photo" ...) NUMBER [":" | "."] words [("Photo" | "Source" | "Credit") ":" credit]
"""

from __future__ import annotations

import re

from ccdata.document.chunks import Chunk
from ccdata.document.model import Caption, Printed
from ccdata.source.asides import CAPTION

_HEAD = re.compile(r"^(?:Figure|Fig\.|Photo|Map|Chart|Table|Image)\s(?P<number>\d{1,3})\s*[:.–—-]?\s*")
_CREDIT = re.compile(
    r"(?:Photo|Source|Credit|Image|Picture|Photo credit|Courtesy)(?:\s(?:credit|by))?\s?:\s*"
    r"(?P<credit>[^\n]+?)[)\]]?\s*$",
    re.IGNORECASE,
)


def read_caption(chunk: Chunk) -> Caption | None:
    """Read a caption; None where the aside is none (a page number)."""
    if not CAPTION.match(chunk.block.canonical, chunk.start):
        return None
    text = chunk.text
    head = _HEAD.match(text)
    start = head.end() if head else 0
    credit = _CREDIT.search(text, start)
    end = (
        len(text[: credit.start()].rstrip().removesuffix("(").removesuffix("[").rstrip())
        if credit
        else len(text)
    )
    if end <= start:
        return None
    return Caption(
        block=chunk.block,
        number=int(head["number"]) if head and int(head["number"]) else None,
        caption=Printed(value=text[start:end], span=chunk.block.span(start, end)),
        credit=_credit(chunk, credit),
    )


def _credit(chunk: Chunk, match: re.Match[str] | None) -> Printed | None:
    if match is None:
        return None
    return Printed(value=match["credit"], span=chunk.block.span(*match.span("credit")))
