"""Body text: headings told from paragraphs, paragraphs joined where a page cut them.

heading    = a "#" line | a bold line | a short line without a full stop between paragraphs
paragraph  = chunk {page cut chunk}
page cut   = the chunk before ends in mid-sentence; captions and page numbers between are passed over
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ccdata.document.chunks import Chunk
from ccdata.document.model import Paragraph, Part
from ccdata.source.clean import CleanText

_HEADING_WORDS = 16
_ENDS = re.compile(r"(?:[.!?:;…]|\.{3})[\"”’'»)\]]{0,3}\s*(?:\[?\^?\d{1,3}\]?)?$")
_TAIL = 20
"""No end of a sentence is longer, with all its marks."""
_CLAUSE_END = re.compile(r"[.,;:][\"”’'»]{0,2}$")
_LOWER_START = re.compile(r"^[\"“‘'(\[]{0,2}[^\W\d_A-Z]")
_MAY_END = frozenset({"in", "on", "over", "up", "by"})
"""Small words that a line may end with: "Giving up", "The talks go on"."""
_SMALL_WORDS = frozenset(
    "a an and as at but by for from in into nor of on or over the to up via v v. vs vs. with".split()  # noqa: SIM905
)


@dataclass(slots=True)
class _Draft:
    chunks: list[Chunk]
    heading: Chunk | None = None


def is_heading(chunk: Chunk, *, before: Chunk | None, after: Chunk | None) -> bool:
    """Say whether a chunk is a heading, by its form and its neighbours."""
    if chunk.kind == "heading":
        return True
    words = chunk.text.split()
    if chunk.kind != "text" or chunk.indented or not words or len(words) > _HEADING_WORDS or after is None:
        return False
    if _CLAUSE_END.search(chunk.text) or not _opens(chunk.text) or _is_cut(chunk.text):
        return False
    if before is not None and not _ends(before) and not chunk.bold:
        return False
    if chunk.bold or _is_titled(words):
        return True
    return _stands_alone(before, after) and not _LOWER_START.match(after.text)


def _opens(text: str) -> bool:
    first = text.lstrip("\"“‘'([")[:1]
    return first.isupper() or first.isdigit()


def _is_titled(words: Sequence[str]) -> bool:
    """Most words that are not small begin with a capital, a digit or a mark."""
    great = [word for word in words if word.casefold() not in _SMALL_WORDS]
    capital = [word for word in great if not word.lstrip("\"“‘'(")[:1].islower()]
    return len(capital) >= 0.7 * len(great)


def _stands_alone(before: Chunk | None, after: Chunk) -> bool:
    """A line in sentence case between two paragraphs of running text, or behind a sentence's end."""
    ended = before is None or _is_prose(before) or _ENDS.search(before.text[-_TAIL:]) is not None
    told = len(after.text.split()) > _HEADING_WORDS and _ENDS.search(after.text[-_TAIL:]) is not None
    return ended and after.kind == "text" and (told or _is_prose(after))


def _is_prose(chunk: Chunk) -> bool:
    return chunk.kind == "text" and len(chunk.text.split()) > 2 * _HEADING_WORDS


def _ends(chunk: Chunk) -> bool:
    """Say whether a chunk ends where a sentence does."""
    return (
        bool(_ENDS.search(chunk.text, max(0, len(chunk.text) - _TAIL)))
        or chunk.kind == "heading"
        or len(chunk.text.split()) <= _HEADING_WORDS
    )


def continues(before: Chunk, chunk: Chunk) -> bool:
    """Say whether a chunk goes on where the one before was cut."""
    if before.kind not in ("text", "bullet") or chunk.kind != "text":
        return False
    if _ENDS.search(before.text, max(0, len(before.text) - _TAIL)):
        return False
    if _LOWER_START.match(chunk.text):
        return True
    text = before.text
    return len(text.split()) > _HEADING_WORDS or text.endswith((",", "-", "–", "—")) or _is_cut(text)


def _is_cut(text: str) -> bool:
    """Say whether a text breaks off behind a small word: "in 2006: a"."""
    last = text[-_TAIL:].rpartition(" ")[2]
    return last in _SMALL_WORDS and last not in _MAY_END


def read_parts(chunks: Sequence[Chunk], clean: CleanText, *, end: int) -> list[Part]:
    """Group body chunks (captions and page numbers left out) into sections."""
    drafts = [_Draft([])]
    for place, chunk in enumerate(chunks):
        before = chunks[place - 1] if place else None
        after = chunks[place + 1] if place + 1 < len(chunks) else None
        if is_heading(chunk, before=before, after=after):
            drafts.append(_Draft([], chunk))
        else:
            drafts[-1].chunks.append(chunk)
    drafts = [draft for draft in drafts if draft.heading or draft.chunks]
    if not drafts:
        return []
    top = min((d.heading.level for d in drafts if d.heading and d.heading.level), default=1)
    starts = [_start(draft) for draft in drafts]
    return [
        _part(draft, clean, top=top, end=following)
        for draft, following in zip(drafts, [*starts[1:], end], strict=True)
    ]


def _start(draft: _Draft) -> int:
    return draft.heading.start if draft.heading else draft.chunks[0].start


def _part(draft: _Draft, clean: CleanText, *, top: int, end: int) -> Part:
    heading = draft.heading
    level = max(1, min(6, heading.level - top + 1)) if heading and heading.level else 1
    start = heading.end if heading else draft.chunks[0].start
    return Part(
        heading=heading.block if heading else None,
        level=level,
        start=start,
        end=max(start, end),
        paragraphs=tuple(join_paragraphs(draft.chunks, clean)),
    )


def join_paragraphs(chunks: Sequence[Chunk], clean: CleanText) -> list[Paragraph]:
    """Join what pages have cut."""
    groups: list[list[Chunk]] = []
    for chunk in chunks:
        if groups and continues(groups[-1][-1], chunk):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return [_paragraph(group, clean) for group in groups]


def _paragraph(group: list[Chunk], clean: CleanText) -> Paragraph:
    first = group[0]
    block = first.block if len(group) == 1 else clean.block([(chunk.start, chunk.end) for chunk in group])
    return Paragraph(block=block, place="body", quoted=first.kind == "quoted" or first.indented)
