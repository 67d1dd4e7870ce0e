"""How a page's element styles its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_HEAVY = re.compile(r"(?i)font-weight\s*:\s*(?:bold|[6-9]00)")
_LIGHT = re.compile(r"(?i)font-weight\s*:\s*(?:normal|[1-5]00)")
_SLANTED = re.compile(r"(?i)font-style\s*:\s*(?:italic|oblique)")


class Style(NamedTuple):
    """What applies to the words inside an element; `noted`: inside a link to a note."""

    bold: bool = False
    italic: bool = False
    href: str | None = None
    noted: bool = False


PLAIN = Style()


def style_of(tag: str, attributes: Mapping[str, str | None], outer: Style) -> Style:
    """Return the style inside an element."""
    href = attributes.get("href") if tag == "a" else None
    css = attributes.get("style") or ""
    if not (tag in _BOLD or tag in _ITALIC or href or css):
        return outer
    bold = (outer.bold or tag in _BOLD or bool(_HEAVY.search(css))) and not _LIGHT.search(css)
    italic = outer.italic or tag in _ITALIC or bool(_SLANTED.search(css))
    noted = outer.noted or bool(href and href.startswith("#"))
    return Style(bold=bold, italic=italic, href=href or outer.href, noted=noted)
