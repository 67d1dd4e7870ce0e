"""Running heads, running feet and page numbers of a PDF.

folio = a page number alone, at the top or bottom
head  = at the top or bottom: a line that other pages have too, numbers aside
      | a line with a page number that says no more than the first page's header does
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ccdata.source.pdf.order import Line
from ccdata.source.pdf.pieces import Page

_FOLIO = re.compile(r"(?i)^(?:page\s)?[-–—|]?\s?(?:\d{1,4}|[ivxl]{1,7})\s?[-–—|]?(?:\s(?:of|/)\s\d{1,4})?$")
_NUMBER = re.compile(r"\d+")
_EDGE = re.compile(r"^\d{1,4}\b|\b\d{1,4}$")
_ZONE = 0.12
_ROWS = 2
_HEADER_LINES = 15
_MOST_WORDS = 14


def part_furniture(lines: Sequence[Line], pages: Sequence[Page]) -> tuple[list[Line], list[str]]:
    """Return the lines of the text, and the words of the furniture, each once."""
    heights = {page.number: page.height for page in pages}
    margins = _margins(lines, heights)
    counts = Counter(_norm(lines[place].text) for place in margins)
    header = _norm(" ".join(line.text for line in lines[:_HEADER_LINES] if line.page == 0))
    dropped = {
        place for place in margins if _is_furniture(lines[place], counts, header, heights[lines[place].page])
    }
    words = dict.fromkeys(lines[place].text for place in sorted(dropped))
    unnumbered = {_NUMBER.sub("#", text): text for text in words}
    return [line for place, line in enumerate(lines) if place not in dropped], list(unnumbered.values())


def _margins(lines: Sequence[Line], heights: dict[int, float]) -> list[int]:
    """Return the places of the outermost rows of each page that lie in its margins."""
    by_page: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(place)
    found = []
    for page, places in by_page.items():
        rows = sorted({round(lines[place].baseline) for place in places})
        outer = {*rows[:_ROWS], *rows[-_ROWS:]}
        zone = _ZONE * heights[page]
        found += [
            place
            for place in places
            if round(lines[place].baseline) in outer
            and not zone < lines[place].baseline < heights[page] - zone
        ]
    return found


def _is_furniture(line: Line, counts: Counter[str], header: str, height: float) -> bool:
    text = line.text.strip()
    if _FOLIO.match(text):
        return True
    top = line.baseline > height / 2
    norm = _norm(text)
    if line.page == 0 and top and not ("#" in norm and counts[norm] > 1):
        return False
    if len(text.split()) > _MOST_WORDS or not norm.strip("# "):
        return False
    repeated = counts[norm] > 1
    words = " ".join(norm.replace("#", " ").split())
    return repeated or (bool(_EDGE.search(text)) and words in header)


def _norm(text: str) -> str:
    return " ".join(_NUMBER.sub("#", text).casefold().split())
