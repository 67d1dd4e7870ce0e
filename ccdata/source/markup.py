r"""The light markup of canonical text: what is no letter of the article.

    link      = "[" words "](" target ")" | "<u>" words "</u>" | "<a href=..>" words "</a>"
    image     = "![" words "](" target ")"
    bold      = "**" words "**" | "__" words "__" | "<b>" words "</b>" | "<strong>" ...
    italic    = "*" words "*" | "_" words "_" | "<i>" words "</i>" | "<em>" ...
    heading   = "#"+ " " words, at the start of a line
    bullet    = ("-" | "*" | "+" | "•" ...) " ", at the start of a line
              | NUMBER "." " ", before a month and a day
    row       = "|" words {"|" words} "|", a line of a table: an item
    quoted    = ">" words, at the start of a line
    break     = form feed | a line of three or more "-", "*", "_" or "=" | a table's line of "-" and "|"
    escape    = "\"+ ("$" | "'" | "*" ...) | "&" name ";"

The scan is one pass per kind over the text, linear in its length. A mark without a partner in its
paragraph is a letter of the article, not markup.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import Literal, NamedTuple

from ccdata.authority.calendar import calendar_words

MarkKind = Literal["link", "image", "bold", "italic", "heading", "bullet", "quoted", "break"]


class Mark(NamedTuple):
    """A piece of markup: `[start, end)` with its signs, `[inner_start, inner_end)` without."""

    kind: MarkKind
    start: int
    end: int
    inner_start: int
    inner_end: int
    url: str | None = None
    level: int = 0


class Edit(NamedTuple):
    """Characters `[start, end)` of the canonical text that the clean text writes as `text`."""

    start: int
    end: int
    text: str


# Every pattern begins with a character, and looks behind only then: such a one is looked for far faster.
_MONTH = "|".join(word.capitalize() for word in calendar_words().months)
_LINE_SIGNS = re.compile(
    r"\n[ \t]{0,3}(?:(?P<break>(?:(?:-[ ]?){3,}|(?:\*[ ]?){3,}|(?:_[ ]?){3,}|={3,})[ \t]*$"
    r"|\|[ \t]{0,9}:?-{3}[-:| \t]*$)"
    r"|(?P<heading>\#{1,6})[ \t]+"
    r"|(?P<quoted>>)[ \t]?"
    rf"|(?P<bullet>[-+*•▪◦‣·]|\d{{1,3}}[.)](?=[ \t]{{1,3}}[*_]{{0,3}}(?:{_MONTH})\.?\s\d))[ \t]+"
    r"|(?P<row>\|)[ \t]*(?=\S[^\n]*\|[ \t]*$))",
    re.MULTILINE,
)
_BRACKETS = re.compile(r"\[|\](?P<target>\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\))?")
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>u|b|i|em|strong|a|sup|sub|span|br|font|small)(?P<rest>\s[^<>\n]{0,2000})?\s*/?>",
    re.IGNORECASE,
)
_HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_STARS = re.compile(r"\*(?<!\\\*)\*{0,2}")
_UNDERSCORES = re.compile(r"_(?:(?<![\\\w]_)_?(?=[^\s_])|(?<=[^\s_\\]_)_?(?!\w))")
_BACKSLASHES = re.compile(r"\\(?<!\\\\)\\{0,3}(?=[$*_#`'\"\[\](){}<>~&.!|+-])")
_ENTITY = re.compile(r"&(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_TAG_KINDS: dict[str, MarkKind] = {
    "u": "link", "a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic",
}  # fmt: skip


def scan(text: str) -> tuple[list[Mark], list[Edit]]:
    """Return the marks in order of their start, and the edits that take the signs out, in order."""
    marks: list[Mark] = []
    edits: list[Edit] = []
    taken = bytearray(len(text))
    paragraphs = [0, *(match.end() for match in _PARAGRAPH.finditer(text))]
    for step in (_line_signs, _links, _tags, _stars, _underscores):
        for mark, removed in step(text, taken, paragraphs):
            if mark is not None:
                marks.append(mark)
            for start, end in removed:
                taken[start:end] = b"\x01" * (end - start)
                edits.append(Edit(start, end, ""))
    edits.extend(_escapes(text, taken))
    marks.sort(key=_start_of)
    edits.sort()
    return marks, edits


_start_of = itemgetter(1)
_Found = Iterator[tuple[Mark | None, list[tuple[int, int]]]]


def _line_signs(text: str, _taken: bytearray, _paragraphs: list[int]) -> _Found:
    """Headings, bullets, quoted lines, breaks. A line feed goes before the text, and so before each line."""
    for match in _LINE_SIGNS.finditer("\n" + text):
        sign = str(match.lastgroup)
        kind: MarkKind = "bullet" if sign == "row" else sign  # type: ignore[assignment]  # named as the kinds
        start, behind = match.start(), match.end() - 1
        line_end = text.find("\n", behind)
        line_end = len(text) if line_end < 0 else line_end
        end = behind if kind in ("bullet", "break") else line_end
        level = len(match["heading"]) if kind == "heading" else 0
        removed = [(start, behind)]
        if sign == "row":
            words = text[behind:line_end].rstrip(" \t")[:-1].rstrip(" \t")
            removed.append((behind + len(words), line_end))
        yield Mark(kind, start, end, behind, max(end, behind), level=level), removed
    for match in re.finditer("\f", text):
        place = match.start()
        yield Mark("break", place, place + 1, place, place), []


def _links(text: str, taken: bytearray, paragraphs: list[int]) -> _Found:
    """`[words](target)`: brackets without a target are the author's."""
    if "](" not in text:
        return
    open_at: list[tuple[int, int]] = []
    paragraph = 0
    for match in _BRACKETS.finditer(text):
        start, end = match.span()
        if taken[start] or text[start - 1 : start] == "\\":
            continue
        here = bisect_right(paragraphs, start)
        if here != paragraph:
            open_at.clear()
            paragraph = here
        if text[start] == "[":
            open_at.append((start - _is_picture(text, start), end))
            continue
        if not open_at:
            continue
        begin, inner = open_at.pop()
        if not match["target"]:
            continue
        kind: MarkKind = "image" if text[begin] == "!" else "link"
        url = match["target"][1:-1]
        mark = Mark(kind, begin, end, inner, start, None if url in ("", "#") else url)
        yield mark, [(begin, inner), (start, end)]


def _is_picture(text: str, bracket: int) -> bool:
    return text[bracket - 1 : bracket] == "!" and text[bracket - 2 : bracket - 1] != "\\"


def _tags(text: str, taken: bytearray, paragraphs: list[int]) -> _Found:
    """`<u>words</u>` and its like; a tag that is never closed is dropped all the same."""
    open_tags: dict[str, list[re.Match[str]]] = {}
    paragraph = 0
    for match in _TAG.finditer(text):
        if taken[match.start()]:
            continue
        here = bisect_right(paragraphs, match.start())
        if here != paragraph:
            open_tags.clear()
            paragraph = here
        name = match["name"].lower()
        kind = _TAG_KINDS.get(name)
        mark = None
        if kind is not None and not match["close"]:
            open_tags.setdefault(name, []).append(match)
        elif kind is not None and open_tags.get(name):
            start = open_tags[name].pop()
            href = _HREF.search(start["rest"] or "")
            url = html.unescape(href[1]) if href else None
            mark = Mark(kind, start.start(), match.end(), start.end(), match.start(), url)
        yield mark, [(match.start(), match.end())]


def _stars(text: str, taken: bytearray, paragraphs: list[int]) -> _Found:
    """`*words*`, `**words**`, `***words***`."""
    return _paired(text, taken, paragraphs, _STARS)


def _underscores(text: str, taken: bytearray, paragraphs: list[int]) -> _Found:
    """`_words_`, `__words__`: only at the edges of words."""
    return _paired(text, taken, paragraphs, _UNDERSCORES)


def _paired(text: str, taken: bytearray, paragraphs: list[int], pattern: re.Pattern[str]) -> _Found:
    """Pair equal runs of a sign within a paragraph: opener before a letter, closer behind one."""
    opened: dict[str, re.Match[str]] = {}
    paragraph = 0
    for match in pattern.finditer(text):
        if taken[match.start()]:
            continue
        here = bisect_right(paragraphs, match.start())
        if here != paragraph:
            opened.clear()
            paragraph = here
        sign = match[0]
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        start = opened.get(sign)
        if start is not None and before and not before.isspace():
            del opened[sign]
            yield from _emphasis(start, match)
        elif after and not after.isspace():
            opened[sign] = match


def _emphasis(start: re.Match[str], end: re.Match[str]) -> _Found:
    removed = [(start.start(), start.end()), (end.start(), end.end())]
    size = end.end() - end.start()
    kinds: tuple[MarkKind, ...] = ("italic",) if size == 1 else ("bold",) if size == 2 else ("bold", "italic")  # noqa: PLR2004
    for kind in kinds:
        yield Mark(kind, start.start(), end.end(), start.end(), end.start()), removed
        removed = []


def _escapes(text: str, taken: bytearray) -> Iterator[Edit]:
    r"""`\$`, `\\$`, `&amp;`: what stands for one character."""
    for match in _BACKSLASHES.finditer(text):
        if not taken[match.start()]:
            yield Edit(match.start(), match.end(), "")
    for match in _ENTITY.finditer(text):
        meant = html.unescape(match[0])
        if meant != match[0] and not taken[match.start()]:
            yield Edit(match.start(), match.end(), meant)
