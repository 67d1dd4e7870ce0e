"""What a page may ask of its parser, which needs more than linear time for some pages.

Scripts, styles and comments are cut out before parsing: they hold no text. A page whose elements nest
deeper, or whose tags hold more attributes, than any page that people write is refused.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ccdata.errors import UnreadableSource

_RAW = re.compile(
    r"(?ai)<(?:(?P<comment>!--)|(?P<name>script|style|textarea|xmp|iframe|noembed|noframes|svg|title)(?=[\s/>]))"
)
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w:-]{0,40}+)(?P<rest>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>?"
)
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_CLOSED_BY_THEMSELVES = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "optgroup", "rt", "rp", "colgroup", "html", "head", "body",
})  # fmt: skip
_DEEPEST = 1000
_MOST_ATTRIBUTES = 4000
_LARGEST = 64 * 2**20


def without_raw(text: str, *, name: str) -> str:
    """Return the page without what is no text; raises UnreadableSource for a hostile one."""
    if len(text) > _LARGEST:
        raise UnreadableSource(name, f"a page of {len(text)} characters")
    kept = "".join(_pieces(text))
    _require_bounds(kept, name=name)
    return kept


def _pieces(text: str) -> list[str]:
    """Cut out raw elements; one that is never closed reaches to the end."""
    pieces, place = [], 0
    while (match := _RAW.search(text, place)) is not None:
        pieces.append(text[place : match.start()])
        close = _close(match["name"]).search(text, match.end())
        if close is None:
            return pieces
        place = close.end() if match["comment"] else _behind(text, close.start())
    return [*pieces, text[place:]]


@lru_cache(maxsize=64)
def _close(name: str | None) -> re.Pattern[str]:
    """Return the pattern of what closes a raw element, or a comment."""
    return re.compile("-->") if name is None else re.compile(f"(?ai)</{name}")


def _behind(text: str, close: int) -> int:
    end = text.find(">", close)
    return len(text) if end < 0 else end + 1


def _require_bounds(text: str, *, name: str) -> None:
    depth = 0
    for match in _TAG.finditer(text):
        if len(match["rest"]) > _MOST_ATTRIBUTES and len(_QUOTED.sub("", match["rest"])) > _MOST_ATTRIBUTES:
            raise UnreadableSource(
                name, "a tag with thousands of attributes", place=f"offset {match.start()}"
            )
        if match["name"].lower() in _CLOSED_BY_THEMSELVES:
            continue
        depth = max(0, depth - 1) if match["close"] else depth + 1
        if depth > _DEEPEST:
            message = f"elements nested more than {_DEEPEST} deep"
            raise UnreadableSource(name, message, place=f"offset {match.start()}")
