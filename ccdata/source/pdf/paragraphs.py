"""Lines of a PDF to blocks of light markup.

paragraph ends where leading, size or boldness change | the next line is indented, or begins an
            entry or an item | the line stops short although the next word would have fitted
column or page end: the paragraph goes on if its sentence does
heading   = larger than the body text
quotation = set in from the column's edge, two lines or more
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ccdata.source.hyphens import HYPHENS, Vocabulary
from ccdata.source.labels import begins_entry
from ccdata.source.pdf.order import Line
from ccdata.source.writing import BlockKind, Run, Written, write_block

_LOOSE = 1.3
_OTHER_SIZE = 0.08
_INDENT = 0.6
_HEADING = 1.08
_HEADING_WORDS = 40
_QUOTED = 1.2
_BULLET = re.compile(r"^[•▪◦‣·■]\s")
_ENDS = re.compile(r"[.!?:;…][\"”’')\]]{0,3}(?:\[\d{1,3}\])?$")
_CREDIT = re.compile(r"^(?i:photo|source|credit|image|picture|courtesy)\b[^.]{0,20}:")
_CREDIT_OPEN = re.compile(r"\b(?i:photo|source|credit|image|picture|courtesy)\b[^.]{0,20}:$")
_CAPTION = re.compile(r"^(?:Figure|Fig\.|Photo|Map|Chart|Table|Image)\s\d{1,3}\b")


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the document is set: the body's size and leading, each column's edges."""

    body: float
    leading: float
    edges: dict[tuple[int, int], tuple[float, float]]
    sizes: tuple[float, ...]


def write_paragraphs(lines: Sequence[Line], vocabulary: Vocabulary) -> str:
    """Return the canonical text: a form feed where a page ends."""
    setting = _setting(lines)
    parts: list[str] = []
    page = 0
    for paragraph in _paragraphs(lines, setting):
        if paragraph.lines[0].page != page and parts:
            parts.append("\f")
        written = write_block(_block(paragraph, setting, vocabulary))
        if written:
            parts.append(written)
        page = paragraph.lines[-1].page
    return "\n\n".join(parts) + "\n"


def _setting(lines: Sequence[Line]) -> _Setting:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size, 1)] += len(line.text)
    body = weights.most_common(1)[0][0]
    gaps = Counter(
        round((one.baseline - two.baseline) / body, 2)
        for one, two in pairwise(lines)
        if _same_column(one, two) and 0 < one.baseline - two.baseline < 3 * body
    )
    leading = gaps.most_common(1)[0][0] * body if gaps else 1.2 * body
    larger = sorted({size for size in weights if size >= _HEADING * body}, reverse=True)
    return _Setting(body=body, leading=leading, edges=_edges(lines), sizes=tuple(larger))


def _edges(lines: Sequence[Line]) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the left edge of most lines and the rightmost edge, for each column of each page."""
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        columns.setdefault((line.page, line.column), []).append(line)
    return {
        key: (
            Counter(round(line.left) for line in held).most_common(1)[0][0],
            max(line.right for line in held),
        )
        for key, held in columns.items()
    }


def _same_column(one: Line, two: Line) -> bool:
    return (one.page, one.column) == (two.page, two.column)


def _paragraphs(lines: Sequence[Line], setting: _Setting) -> Iterator[_Paragraph]:
    held = _Paragraph()
    for line in lines:
        if held.lines and _begins(held, line, setting):
            yield held
            held = _Paragraph()
        held.lines.append(line)
    if held.lines:
        yield held


def _begins(held: _Paragraph, line: Line, setting: _Setting) -> bool:
    """Say whether a line begins a new paragraph."""
    last = held.lines[-1]
    if abs(line.size - last.size) > _OTHER_SIZE * setting.body or line.bold != last.bold:
        return not _label_goes_on(last, line)
    if (_CREDIT.match(line.text) or _CREDIT_OPEN.search(last.text)) and _CAPTION.match(held.text):
        return False
    if begins_entry(line.text) or _BULLET.match(line.text):
        return True
    if not _same_column(last, line):
        return not _runs_over(held, line, setting)
    gap = last.baseline - line.baseline
    usual = setting.leading * max(1.0, line.size / setting.body)
    if gap > _LOOSE * usual or gap < 0:
        return True
    return line.size < _HEADING * setting.body and (
        _indents(held, line, setting) or _stopped(last, line, setting)
    )


def _label_goes_on(last: Line, line: Line) -> bool:
    """A label alone on its line, bold, before the words of its entry."""
    return begins_entry(last.text) and last.bold and abs(last.baseline - line.baseline) < 2 * line.size


def _runs_over(held: _Paragraph, line: Line, setting: _Setting) -> bool:
    """Say whether a paragraph goes on in the next column or on the next page."""
    if held.lines[-1].size >= _HEADING * setting.body or held.lines[-1].bold or _CAPTION.match(held.text):
        return False
    if _CAPTION.match(line.text):
        return False
    return not _ENDS.search(held.text.rstrip())


def _indents(held: _Paragraph, line: Line, setting: _Setting) -> bool:
    """Say whether the line is set in, or set out again behind lines that were set in."""
    edge = setting.edges[line.page, line.column][0]
    step = _INDENT * line.size
    last = held.lines[-1]
    if line.left > edge + step:
        return last.left < line.left - step
    return last.left > line.left + step and (len(held.lines) > 1 or line.left < edge - step)


def _stopped(last: Line, line: Line, setting: _Setting) -> bool:
    """Say whether the line above stopped although the next word would have fitted."""
    left, right = setting.edges[last.page, last.column]
    room = right - last.right
    if room < line.first_word + 0.5 * last.size:
        return False
    return bool(_ENDS.search(last.text)) or room > 0.4 * (right - left)


def _block(paragraph: _Paragraph, setting: _Setting, vocabulary: Vocabulary) -> Written:
    runs = tuple(_joined(paragraph.lines, vocabulary))
    text = "".join(run.text for run in runs)
    bullet = _BULLET.match(text)
    if bullet:
        return Written("item", _without(runs, bullet.end()))
    size = round(paragraph.lines[0].size, 1)
    if size in setting.sizes and len(text.split()) <= _HEADING_WORDS:
        return Written("heading", runs, level=min(6, setting.sizes.index(size) + 1))
    return Written(_kind(paragraph, setting), runs)


def _kind(paragraph: _Paragraph, setting: _Setting) -> BlockKind:
    """A paragraph set in as a whole is a quotation."""
    lines = paragraph.lines
    edges = [setting.edges[line.page, line.column][0] for line in lines]
    inset = [line.left - edge > _QUOTED * line.size for line, edge in zip(lines, edges, strict=True)]
    return "quotation" if len(lines) > 1 and all(inset) and not begins_entry(paragraph.text) else "paragraph"


def _without(runs: Sequence[Run], count: int) -> tuple[Run, ...]:
    """Drop the first characters."""
    kept: list[Run] = []
    for run in runs:
        cut = min(count, len(run.text))
        count -= cut
        kept.append(Run(run.text[cut:], run.bold, run.italic, run.url))
    return tuple(kept)


def _joined(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Run]:
    """Join lines: a line feed between two, a form feed where the page ends, nothing behind a hyphen."""
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if after is None:
            yield from _plain(line.runs)
            return
        if not line.text.endswith(HYPHENS):
            yield from _plain(line.runs)
            yield Run("\n" if after.page == line.page else "\f")
        elif vocabulary.keeps_hyphen(line.text, after.text):
            yield from _plain(line.runs)
        else:
            yield from _plain(_shortened(line.runs))


def _plain(runs: Sequence[Run]) -> Iterator[Run]:
    """Write a hyphen that pdfium marks as one as a hyphen."""
    for run in runs:
        yield Run(run.text.replace("\ufffe", "-"), run.bold, run.italic, run.url)


def _shortened(runs: Sequence[Run]) -> tuple[Run, ...]:
    last = runs[-1]
    return (*runs[:-1], Run(last.text[:-1], last.bold, last.italic, last.url))
