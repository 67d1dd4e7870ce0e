"""The pieces of a page in reading order, as lines.

    page = {full-width line | band}
    band = left column, right column        lines between two full-width ones

A right column is told by its edge: many pieces begin at one place in the middle of the page. A page with
few of them has the edge of the other pages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median_low

from ccdata.source.pdf.bits import Bit
from ccdata.source.pdf.links import Target, targets_near
from ccdata.source.pdf.pieces import Page, Piece
from ccdata.source.writing import Run

_SAME_ROW = 0.4
_MIDDLE = (0.35, 0.7)
_EDGE = 2.0
_FEWEST_ROWS = 4
_WORD_GAP = 0.12
_DROP_CAP = 1.7
_RAISED = 0.85


@dataclass(slots=True)
class Line:
    """One line of a column: `column` is 0 or 1, or -1 across the page."""

    page: int
    column: int
    baseline: float
    size: float
    left: float
    right: float
    runs: tuple[Run, ...]
    first_word: float

    @property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Say whether every word is bold."""
        return all(run.bold for run in self.runs if run.text.strip())


def read_lines(pages: Sequence[Page]) -> list[Line]:
    """Return the lines of all pages in reading order."""
    edges = [_column_edge(page.pieces, page.width) for page in pages]
    known = [edge for edge in edges if edge is not None]
    usual = median_low(known) if known else None
    return [
        line
        for page, edge in zip(pages, edges, strict=True)
        for line in _page_lines(page, edge if edge is not None else _fitting(page, usual))
    ]


def _fitting(page: Page, edge: float | None) -> float | None:
    """A page with few lines in its right column takes the edge of the others, if it is set to it."""
    if edge is None:
        return None
    starts = any(abs(p.left - edge) <= _EDGE for p in page.pieces)
    crossing = sum(1 for p in page.pieces if p.left < edge - _EDGE and p.right > edge + _EDGE)
    return edge if starts and 2 * crossing < len(page.pieces) else None


def _page_lines(page: Page, edge: float | None) -> list[Line]:
    caps, pieces = _drop_caps(page.pieces)
    lines: list[Line] = []
    for crossing, group in groupby(_rows(pieces), key=lambda row: _crosses(row, edge)):
        rows = list(group)
        if crossing or edge is None:
            lines.extend(_line(page, -1, row) for row in rows)
            continue
        for column in (0, 1):
            sides = [[p for p in row if (p.left >= edge - _EDGE) == bool(column)] for row in rows]
            lines.extend(_line(page, column, side) for side in sides if side)
    return _with_caps(lines, caps)


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Group pieces by baseline, from the top; a raised figure belongs to the row it is raised from."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (-p.baseline, p.left)):
        if row and row[0].baseline - piece.baseline > _SAME_ROW * max(row[0].size, piece.size):
            yield sorted(row, key=lambda p: p.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda p: p.left)


def _column_edge(pieces: Sequence[Piece], width: float) -> float | None:
    """Find the left edge of a right column: the place in the middle where most pieces begin."""
    if not pieces:
        return None
    left = min(p.left for p in pieces)
    right = max(width - left, *(p.right for p in pieces))
    low, high = (left + share * (right - left) for share in _MIDDLE)
    starts = sorted(p.left for p in pieces)
    inside = [start for start in starts if low <= start <= high]
    counted = [
        (bisect_right(starts, start + _EDGE) - bisect_left(starts, start - _EDGE), -start) for start in inside
    ]
    if not counted:
        return None
    count, edge = max(counted)
    rest = sum(1 for start in inside if start > -edge + _EDGE)
    left_of = sum(1 for p in pieces if p.right <= -edge)
    return -edge if count >= _FEWEST_ROWS and left_of >= _FEWEST_ROWS and count >= rest / 2 else None


def _crosses(row: Sequence[Piece], edge: float | None) -> bool:
    """Say whether a row runs across both columns."""
    return edge is None or any(p.left < edge - _EDGE and p.right > edge + _EDGE for p in row)


def _line(page: Page, column: int, pieces: Sequence[Piece]) -> Line:
    """Make a line of pieces: its links found, a space where words are apart."""
    main = max(pieces, key=lambda p: len(p.bits))
    runs: list[Run] = []
    before: Piece | None = None
    for piece in pieces:
        if before is not None and piece.left - before.right > _WORD_GAP * main.size:
            runs.append(Run(" "))
        raised = piece.size < _RAISED * main.size and piece.baseline > main.baseline + _WORD_GAP * main.size
        runs.extend(_note(piece) if raised and piece.text.isdigit() else _runs(piece, page.targets))
        before = piece
    bits = pieces[0].bits
    space = next((bit for bit in bits if bit.text == " "), bits[-1])
    return Line(
        page=page.number,
        column=column,
        baseline=main.baseline,
        size=main.size,
        left=pieces[0].left,
        right=pieces[-1].right,
        runs=tuple(runs),
        first_word=(space.left if space.text == " " else space.right) - bits[0].left,
    )


def _note(piece: Piece) -> list[Run]:
    """A raised number leads to a note: brackets keep it from joining a word."""
    return [Run(f"[{piece.text}]")]


def _runs(piece: Piece, targets: Sequence[Target]) -> list[Run]:
    """Group a piece's words by style and link."""
    near = targets_near(targets, piece.baseline, piece.size)

    def style(bit: Bit) -> tuple[bool, bool, str | None]:
        if not near:
            return *bit.font, None
        middle = (bit.left + bit.right) / 2
        return *bit.font, next((t.url for t in near if t.left <= middle <= t.right), None)

    return [Run("".join([bit.text for bit in group]), *key) for key, group in groupby(piece.bits, key=style)]


def _drop_caps(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Part the large initials that open a chapter from the other pieces."""
    sizes = sorted(size for piece in pieces for size in [piece.size] * len(piece.bits))
    body = sizes[len(sizes) // 2] if sizes else 0.0
    caps = [p for p in pieces if p.size > _DROP_CAP * body and len(p.text) == 1 and p.text.isupper()]
    return caps, [p for p in pieces if p not in caps] if caps else list(pieces)


def _with_caps(lines: list[Line], caps: Sequence[Piece]) -> list[Line]:
    """Put each large initial before the topmost line at its right side."""
    for cap in caps:
        beside = [
            line
            for line in lines
            if 0 <= line.left - cap.right + _EDGE <= cap.size
            and cap.baseline <= line.baseline + line.size
            and line.baseline < cap.baseline + cap.size
        ]
        if beside:
            top = max(beside, key=lambda line: line.baseline)
            top.runs = (Run(cap.text), *top.runs)
    return lines
