"""The hyperlinks of a page: where they lie and where they lead."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_MOST = 5000
_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Target:
    """A rectangle that leads to a URL."""

    left: float
    bottom: float
    right: float
    top: float
    url: str


def read_targets(document: Any, page: Any) -> list[Target]:
    """Return the page's links that lead out of the document."""
    import pypdfium2.raw as pdfium

    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    found: list[Target] = []
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page, place, link):
            break
        url = _url(document, link)
        if url is not None:
            found.extend(_rectangles(link, url))
    return found


def targets_near(targets: Sequence[Target], baseline: float, size: float) -> list[Target]:
    """Return the links that lie at the height of a line."""
    middle = baseline + 0.3 * size
    return [target for target in targets if target.bottom <= middle <= target.top]


def _url(document: Any, link: Any) -> str | None:
    import pypdfium2.raw as pdfium

    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return None
    size = min(pdfium.FPDFAction_GetURIPath(document, action, None, 0), _LONGEST)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
    url = buffer.value.decode("utf-8", "replace").strip()
    return url if url.startswith(("http://", "https://", "mailto:", "ftp://", "www.")) else None


def _rectangles(link: Any, url: str) -> Iterator[Target]:
    """Yield a link's rectangles: one a line where it runs over lines, else its whole."""
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFLink_CountQuadPoints(link), _MOST)
    quad = pdfium.FS_QUADPOINTSF()
    for place in range(count):
        if pdfium.FPDFLink_GetQuadPoints(link, place, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield Target(min(xs), min(ys), max(xs), max(ys), url)
    box = pdfium.FS_RECTF()
    if count <= 0 and pdfium.FPDFLink_GetAnnotRect(link, box):
        yield Target(box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top), url)
