"""A page's tree to its flow: the blocks in reading order, and the boxes that hold them.

heading    = h1 ... h6
item       = li | a table's row of short cells | a row below it that has one text beside an empty cell
           | a term and what explains it
quotation  = blockquote
caption    = figcaption, or the few words beside the one picture of a box
paragraph  = anything else between two block elements, or between two line breaks
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ccdata.source.html.styles import PLAIN, Style, style_of
from ccdata.source.labels import is_date
from ccdata.source.writing import BlockKind, Run, Written

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_NO_TEXT = frozenset({
    "audio", "button", "canvas", "datalist", "embed", "head", "input", "link", "map", "meta",
    "noscript", "object", "select", "template", "video", "wbr",
})  # fmt: skip
_ODD = r"\t\n\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029"
_SPACE = re.compile(rf"[ {_ODD}](?:[ {_ODD}]+|(?<=[{_ODD}]))")
"""White space that is not one blank."""
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b\u200c\u200d\u00ad\ufeff]")
_NOTE = re.compile(r"^[\[(]?(?:\d{1,3}|[*†‡])[\])]?$")
_CAPTION_WORDS = range(4, 60)
_SHORT_CELL = 12
_FEW_WORDS = 3


@dataclass(slots=True)
class Box:
    """An element that holds blocks `[first, last)` of the flow."""

    tag: str
    role: str
    first: int
    last: int = 0
    parent: Box | None = None
    children: list[Box] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    term: bool = False
    """Its first words are the term that it explains."""


@dataclass(slots=True)
class Flow:
    """The blocks of a page in order, with the box that holds each; `root` holds all."""

    root: Box
    blocks: list[Written] = field(default_factory=list)


def read_flow(page: LexborHTMLParser, *, base: str | None) -> Flow:
    """Walk the tree once, without recursion."""
    builder = _Builder(base)
    body = page.body
    root = body.mem_id if body is not None else 0
    node: LexborNode | None = body
    while node is not None:
        child = node.child if builder.enter(node) else None
        node = child or _following(node, root, builder)
    return builder.done()


def _following(node: LexborNode, root: int, builder: _Builder) -> LexborNode | None:
    """Leave a node and those that end with it; return the one behind."""
    here: LexborNode | None = node
    while here is not None:
        builder.leave(here.tag or "")
        if here.mem_id == root:
            return None
        after = here.next
        if after is not None:
            return after
        here = here.parent
    return None


class _Builder:
    """Collects runs into blocks and blocks into boxes."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.flow = Flow(Box("page", "", 0))
        self.box = self.flow.root
        self.styles: list[Style] = [PLAIN]
        self.runs: list[Run] = []
        self.breaks = 0
        self.fresh_items: list[bool] = []

    def enter(self, node: LexborNode) -> bool:
        """Open a node; say whether its children are to be read."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag in _NO_TEXT or tag.startswith(("-", "!")):
            return False
        if tag == "br":
            self._break()
        elif tag == "img":
            self._picture(node)
        attributes = node.attributes if tag not in ("br", "img") else {}
        if tag in _BLOCKS:
            self._open(tag, (attributes.get("role") or "").lower())
        self.styles.append(style_of(tag, attributes, self.styles[-1]))
        if tag == "sup":
            self.runs.append(Run("\x00"))
        return True

    def leave(self, tag: str) -> None:
        """Close a node whose children were read."""
        if tag.startswith(("-", "!")) or tag in _NO_TEXT:
            return
        if tag == "sup":
            self._close_raised()
        self.styles.pop()
        if tag in _BLOCKS:
            self._close(tag)

    def done(self) -> Flow:
        """Return what was collected."""
        self._flush()
        self.flow.root.last = len(self.flow.blocks)
        return self.flow

    def _text(self, text: str) -> None:
        plain = text.isprintable() and "  " not in text
        words = text if plain else _INVISIBLE.sub("", _SPACE.sub(" ", text))
        if not words:
            return
        if not words.isspace():
            if self.breaks > 1:
                self._flush()
            elif self.breaks and self.runs:
                self.runs.append(Run("\n"))
            self.breaks = 0
        style = self.styles[-1]
        self.runs.append(Run(words, style.bold, style.italic, self._target(style.href)))

    def _target(self, href: str | None) -> str | None:
        """Return a link's target: "#" for a place on the page itself, none for scripts and data."""
        if href is None:
            return None
        address = href.strip()
        if address.startswith("#") or address.lower().startswith("javascript:"):
            return "#"
        try:
            whole = urljoin(self.base, address) if self.base else address
        except ValueError:
            return None
        head = whole.partition(":")[0].lower() if ":" in whole.partition("/")[0] else "http"
        return whole or None if head in ("http", "https", "mailto", "ftp") else None

    def _break(self) -> None:
        self.breaks += 1

    def _picture(self, node: LexborNode) -> None:
        source = node.attributes.get("src") or node.attributes.get("data-src") or ""
        target = self._target(source) or "#"
        box: Box | None = self.box
        for _ in range(3):
            if box is None or box.tag == "page":
                return
            box.pictures.append(target)
            box = box.parent

    def _close_raised(self) -> None:
        """A raised number that leads to a note is set in brackets, so that it joins no word."""
        place = max(n for n, run in enumerate(self.runs) if run.text == "\x00") if self.runs else 0
        raised = "".join(run.text for run in self.runs[place + 1 :]).strip()
        href = next((style.href for style in reversed(self.styles) if style.href), None)
        before = "".join(run.text for run in self.runs[max(0, place - 1) : place])[-1:]
        is_note = bool(_NOTE.match(raised)) and (
            self.styles[-1].noted or (href or "").startswith("#") or before in '.,;:!?"”’)'
        )
        kept = [Run(f"[{raised.strip('[]()')}]")] if is_note else self.runs[place + 1 :]
        self.runs[place:] = kept

    def _open(self, tag: str, role: str) -> None:
        if tag == "dd" and self.flow.blocks and self.box.children and self._behind_term():
            self._flush()
            self.runs = [*self.flow.blocks.pop().runs, Run(" ")]
        else:
            self._flush()
        box = Box(tag, role, len(self.flow.blocks), parent=self.box, term=bool(self.runs))
        self.box.children.append(box)
        self.box = box
        if tag == "li":
            self.fresh_items.append(True)

    def _behind_term(self) -> bool:
        term = self.box.children[-1]
        return term.tag == "dt" and term.last == len(self.flow.blocks) == term.first + 1 and not self.runs

    def _close(self, tag: str) -> None:
        self._flush()
        box = self.box
        box.last = len(self.flow.blocks)
        box.first = min(box.first, box.last)
        if tag == "tr":
            self._row(box)
        elif box.pictures and tag in ("figure", "div", "dl", "td", "p", "section", "center"):
            self._caption(box)
        if tag == "li":
            self.fresh_items.pop()
        self.box = box.parent or self.flow.root

    def _flush(self) -> None:
        """End the block in hand."""
        self.breaks = 0
        runs = tuple([run for run in self.runs if run.text != "\x00"])
        self.runs = []
        if not "".join([run.text for run in runs]).strip():
            return
        kind, level = self._kind()
        self.flow.blocks.append(Written(kind, _joined(runs), level=level))

    def _kind(self) -> tuple[BlockKind, int]:
        box: Box | None = self.box
        depth = 0
        while box is not None and depth < 12:  # noqa: PLR2004  # a heading's or item's words are not deeper
            if len(box.tag) == 2 and box.tag[0] == "h" and box.tag[1].isdigit():  # noqa: PLR2004
                return "heading", int(box.tag[1])
            if box.tag == "blockquote":
                return "quotation", 0
            if box.tag == "figcaption":
                return "paragraph", 0
            if box.term:
                box.term = False
                return "item", 0
            if box.tag == "li" and self.fresh_items[-1]:
                self.fresh_items[-1] = False
                return "item", 0
            box, depth = box.parent, depth + 1
        return "paragraph", 0

    def _row(self, box: Box) -> None:
        """A row of short cells, or a date beside its text, is one item; so is a text below it."""
        cells = [cell for cell in box.children if cell.last > cell.first]
        if self._is_below_item(box, cells):
            self.flow.blocks[box.first] = replace(self.flow.blocks[box.first], kind="item")
            return
        blocks = self.flow.blocks[box.first : box.last]
        plain = all(cell.last == cell.first + 1 and not cell.children for cell in cells)
        if len(cells) < 2 or not plain or len(blocks) != len(cells):  # noqa: PLR2004
            return
        if blocks[0].words > _SHORT_CELL:
            return
        runs = [run for block in blocks for run in (*block.runs, Run(" "))]
        self.flow.blocks[box.first :] = [Written("item", _joined(tuple(runs[:-1])))]
        box.last = box.first + 1
        for cell in box.children:
            cell.first = cell.last = box.first

    def _is_below_item(self, box: Box, cells: list[Box]) -> bool:
        """Say whether a row has one text and no date, and the row above it is an item."""
        rows = box.parent.children if box.parent else []
        if box.last != box.first + 1 or len(cells) != 1 or len(rows) < 2:  # noqa: PLR2004
            return False
        above = rows[-2]
        text = self.flow.blocks[box.first]
        beside = len(box.children) > 1 and box.children[0] is not cells[0]
        plain = text.kind == "paragraph" and not is_date(text.text) and (beside or text.words > _FEW_WORDS)
        return plain and above.last == above.first + 1 and self.flow.blocks[above.first].kind == "item"

    def _caption(self, box: Box) -> None:
        """The few words beside one picture are its caption."""
        blocks = self.flow.blocks[box.first : box.last]
        words = sum(block.words for block in blocks)
        kinds = {block.kind for block in blocks}
        named = box.tag == "figure"
        if not blocks or kinds != {"paragraph"} or words >= _CAPTION_WORDS.stop or len(set(box.pictures)) > 1:
            return
        if not named and (words < _CAPTION_WORDS.start or len(blocks) > 1):
            return
        runs = [run for block in blocks for run in (*block.runs, Run(" "))]
        target = box.pictures[0]
        self.flow.blocks[box.first :] = [Written("caption", _joined(tuple(runs[:-1])), url=target)]
        box.last = box.first + 1


def _joined(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Collapse white space over the edges of runs."""
    made: list[Run] = []
    for run in runs:
        ended = not made or made[-1].text.endswith((" ", "\n"))
        text = run.text.lstrip(" ") if ended and run.text != "\n" else run.text
        if run.text == "\n" and made:
            last = made[-1]
            made[-1] = Run(last.text.rstrip(" "), last.bold, last.italic, last.url)
        if text:
            made.append(Run(text, run.bold, run.italic, run.url))
    return tuple(made)
