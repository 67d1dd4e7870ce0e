"""A canonical text cut into chunks.

    chunk   = LINE+                  ended by a blank line, or by more than one where one follows every line
            | BULLET LINE+           a list item, up to the next one
            | RECORD LINE+           one label and value of an archive's record
            | LABEL LINE+            in a list without bullets: a line that begins with a date and a sign
            | "#"+ LINE | ">" LINE+

Hard-wrapped lines belong together. Where most paragraphs are indented, indentation says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ccdata.document.chunks import Chunk, ChunkKind
from ccdata.document.dates import DateLabel, read_label
from ccdata.document.record_labels import record_pattern
from ccdata.document.run_on import ANY_YEAR
from ccdata.document.wrapped import part_lines
from ccdata.source.clean import CleanText
from ccdata.source.markup import Mark

_LABEL_START = re.compile(r"[*_\s]{0,4}(?:[A-Z][A-Za-z.]{2,10}|\d{1,2}|[Ee]arly|[Mm]id|[Ll]ate)\b")
_CHRONOLOGY = re.compile(r"(?i)^[*_#\s]{0,8}chronology\s(?:of|from|for)\b(?=.{3,100}$)")
_DASHES = frozenset({"–", "—", "--", "|"})
_INDENT = re.compile(r"(?:[ ]{4,}|\t+)\S")
_LONGEST_HEADING = 120
_LONGEST_LABEL = 80
_FEWEST_SPACED = 3
_NARROWEST, _WIDEST = 50, 120
"""How wide the lines are that are set with blank ones between them."""


@dataclass(slots=True)
class _Open:
    start: int
    kind: ChunkKind
    level: int
    lines: list[tuple[int, int]]


def split_chunks(clean: CleanText) -> list[Chunk]:
    """Cut the text into chunks, in order. Lines of nothing but markup or white space give none."""
    signs = {
        mark.start: mark for mark in clean.marks if mark.kind in ("heading", "quoted", "bullet", "break")
    }
    if _is_quoted_whole(clean.canonical, signs):
        blank = {start: sign._replace(kind="break") for start, sign in signs.items() if _is_empty(sign)}
        signs = {start: sign for start, sign in signs.items() if sign.kind != "quoted"} | blank
    groups = _groups(clean.canonical, signs, dict(clean.asides))
    parts = [
        part
        for group in groups
        for part in (_parted(clean.canonical, group) if len(group.lines) > 1 else (group,))
    ]
    chunks = [chunk for part in parts if (chunk := _chunk(clean, part)) is not None]
    indented = sum(chunk.indented for chunk in chunks)
    if 2 * indented <= sum(chunk.kind == "text" for chunk in chunks):
        return chunks
    return [replace(chunk, indented=False) for chunk in chunks]


def _is_quoted_whole(text: str, signs: dict[int, Mark]) -> bool:
    """Say whether every line is quoted, as in an answer to a letter: that says nothing of the lines."""
    quoted = sum(sign.kind == "quoted" for sign in signs.values())
    return quoted > 1 and quoted >= sum(1 for line in text.split("\n") if line.strip())


def _is_empty(sign: Mark) -> bool:
    """Say whether nothing stands behind the sign of a quoted line."""
    return sign.kind == "quoted" and sign.inner_start >= sign.end


def _parted(text: str, group: _Open) -> list[_Open]:
    """Part lines of one width that no blank line parts."""
    if group.kind != "text":
        return [group]
    parts = part_lines(text, group.lines)
    return [_Open(lines[0][0], "text", 0, lines) for lines in parts] if len(parts) > 1 else [group]


def _groups(text: str, signs: dict[int, Mark], asides: dict[int, int]) -> list[_Open]:
    """Return the lines that belong together."""
    groups: list[_Open] = []
    group: _Open | None = None
    end, aside_end = -1, 0
    lines = text.split("\n")
    spaced, last = _is_double_spaced(text, lines), -1
    for line in lines:
        start, end = end + 1, end + 1 + len(line)
        if start < aside_end:
            continue
        if start in asides:
            aside_end = asides[start]
            if aside_end >= end:
                groups.append(_Open(start, "aside", 0, [(start, aside_end)]))
                group = None
                continue
            start = _behind_aside(text, aside_end, end)
        sign = signs.get(start)
        if spaced and start == end == last + 1:
            continue
        last = end
        if start == end or line.isspace() or (sign is not None and _is_rule(text, start, sign)):
            group = None
        elif group is not None and not _begins(text, start, end, sign, group):
            group.lines.append((start, end))
        else:
            group = _Open(start, *_kind(sign), [(start, end)])
            groups.append(group)
    return groups


def _is_double_spaced(text: str, lines: list[str]) -> bool:
    """Say whether a blank line follows every line, and more than one every paragraph."""
    paragraphs = text.strip("\n").count("\n\n\n")
    if paragraphs < _FEWEST_SPACED or any(one and two for one, two in pairwise(lines)):
        return False
    held = [len(line) for line in lines if line]
    wide = sum(_NARROWEST <= length <= _WIDEST for length in held)
    return max(held) <= _WIDEST and wide > len(held) / 2 and len(held) > 2 * paragraphs


def _behind_aside(text: str, place: int, end: int) -> int:
    """Return where a line's own words begin: debris or a running foot may stand before them."""
    return place + len(text[place:end]) - len(text[place:end].lstrip())


def _is_rule(text: str, start: int, sign: Mark) -> bool:
    return sign.kind == "break" and text[start] != "\f"


def _begins(text: str, start: int, end: int, sign: Mark | None, group: _Open) -> bool:
    """Say whether a line opens a chunk although no blank line stands before it."""
    if sign is not None:
        return sign.kind != "quoted" or group.kind != "quoted"
    if group.kind in ("heading", "quoted"):
        return True
    if _is_heading(text, (start, end)) or (
        _is_heading(text, group.lines[0]) and _is_whole_heading(text, group, end)
    ):
        return True
    if record_pattern().match(text, start) and record_pattern().match(text, group.start):
        return True
    return _is_labelled(text[start : min(end, start + _LONGEST_LABEL)])


def _is_heading(text: str, line: tuple[int, int]) -> bool:
    """Say whether a line begins the heading of a chronology."""
    start, end = line
    return end - start <= _LONGEST_HEADING and _CHRONOLOGY.match(text[start:end]) is not None


def _is_whole_heading(text: str, group: _Open, end: int) -> bool:
    """Say whether a chronology's heading is complete before the line that ends here."""
    last = group.lines[-1][1]
    held = text[max(group.start, last - _LONGEST_LABEL) : last].rstrip("*_ :")
    following = text[last : min(end, last + _LONGEST_LABEL)].strip("*_ \n")
    return held.casefold().endswith("relations") or read_label(following, year=ANY_YEAR) is not None


def _is_labelled(line: str) -> bool:
    """Say whether a line begins with a date and a colon or a dash: enough to be an entry of its own."""
    if not _LABEL_START.match(line):
        return False
    bare = line.replace("*", "").replace("_", "").strip()
    label = read_label(bare, year=ANY_YEAR)
    return label is not None and (label.separator == ":" or _is_dashed(bare, label))


def _is_dashed(line: str, label: DateLabel) -> bool:
    """A dash that a sentence follows; a line of running text may begin with "May 9 – the day after"."""
    return label.separator in _DASHES and line[label.body_start :][:1].isupper()


def _kind(sign: Mark | None) -> tuple[ChunkKind, int]:
    if sign is None or sign.kind == "break":
        return "text", 0
    if sign.kind == "heading":
        return "heading", sign.level
    return ("quoted", 0) if sign.kind == "quoted" else ("bullet", 0)


def _chunk(clean: CleanText, group: _Open) -> Chunk | None:
    start, end = group.lines[0][0], group.lines[-1][1]
    block = clean.block([(start, end)])
    if not block.text:
        return None
    return Chunk(
        start=start,
        end=end,
        kind=group.kind,
        block=block,
        level=group.level,
        bold=0 < block.bold_end >= len(block.text.rstrip(":. ")),
        indented=_is_indented(clean.canonical, group),
    )


def _is_indented(text: str, group: _Open) -> bool:
    return text[group.start] in " \t" and all(_INDENT.match(text, first) for first, _ in group.lines)
