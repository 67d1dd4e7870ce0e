r"""Runs of styled text to light markup: what the readers of pages and PDFs render to.

    block     = heading | paragraph | item | quotation | caption        a blank line between two
    heading   = "#"+ " " words
    item      = "- " words
    quotation = "> " words, on every line
    caption   = "![" words "](" target ")"                              a picture's words
    words     = text with "**bold**", "*italic*", "[words](url)", bold outside, links inside

A sign that is a letter of the text is escaped, so that `ccdata.source.markup` reads back the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "item", "quotation", "caption"]

_SIGNS = re.compile(r"[*_\[\]<]|&(?=#?\w{1,8};)|\\")
_MEANT = {"<": "&lt;", "&": "&amp;", "\\": "&#92;"}
_LINE_START = re.compile(
    r"^([ \t]{0,3})(?=#{1,6}[ \t]|>|[-+][ \t]|(?:-[ ]?){3,}[ \t]*$|\|[^\n]*\|[ \t]*$)", re.MULTILINE
)
_BAD_TARGET = re.compile(r"[\s<>\x00-\x1f\x7f]")
_PLAIN_PARENTHESES = re.compile(r"[^()]{0,1900}(?:\([^()]{0,200}\)[^()]{0,200})?")
_LONGEST_TARGET = 1900
_CLASH = "***"


class Run(NamedTuple):
    """Characters of one style."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str | None = None


_NOTHING = Run("")


@dataclass(frozen=True)
class Written:
    """A block to be written: its runs, a heading's level, a caption's target."""

    kind: BlockKind
    runs: tuple[Run, ...]
    level: int = 0
    url: str = ""

    @cached_property
    def text(self) -> str:
        """The words without any markup."""
        return "".join([run.text for run in self.runs])

    @cached_property
    def words(self) -> int:
        """How many words they are."""
        return len(self.text.split())


def write_blocks(blocks: Iterable[Written]) -> str:
    """Return the canonical text of the blocks, a blank line between two."""
    written = (write_block(block) for block in blocks)
    return "\n\n".join(text for text in written if text) + "\n"


def write_block(block: Written) -> str:
    """Return one block."""
    if block.kind == "heading":
        plain = [run._replace(bold=False, text=run.text.replace("\n", " ")) for run in block.runs]
        return f"{'#' * block.level} {words}" if (words := write_runs(plain)) else ""
    words = _LINE_START.sub(r"\1\\", write_runs(block.runs))
    if block.kind == "item":
        return f"- {words}" if words else ""
    if block.kind == "caption":
        one_line = words.replace("\n", " ")
        return f"![{one_line}]({target(block.url)})" if words else ""
    quoted = block.kind == "quotation" and bool(words)
    return f"> {words}".replace("\n", "\n> ") if quoted else words


def write_runs(runs: Sequence[Run]) -> str:
    """Return runs as light markup; stars where they are clear, tags where they would run together."""
    tidy = _tidied(runs)
    starred = _write(tidy, bold=("**", "**"), italic=("*", "*"))
    return _write(tidy, bold=("<b>", "</b>"), italic=("<i>", "</i>")) if _CLASH in starred else starred


def target(url: str) -> str:
    """Return a URL as a link's target can hold it: white space and odd parentheses percent-encoded."""
    kept = _BAD_TARGET.sub(_percent, url)
    if not _PLAIN_PARENTHESES.fullmatch(kept):
        kept = re.sub(r"[()]", _percent, kept)
    return kept if len(kept) <= _LONGEST_TARGET else ""


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _tidied(runs: Sequence[Run]) -> list[Run]:
    """Join runs of one style; white space at the edge of a style belongs to none."""
    pieces = [piece for run in runs for piece in _pieces(run)]
    for place, piece in enumerate(pieces):
        if piece.text.isspace():
            before = pieces[place - 1] if place else _NOTHING
            after = pieces[place + 1] if place + 1 < len(pieces) else _NOTHING
            pieces[place] = _between(piece.text, before, after)
    joined = [
        Run("".join([run.text for run in group]), *style) for style, group in groupby(pieces, key=_style)
    ]
    if joined and joined[0].text[:1].isspace():
        joined[0] = joined[0]._replace(text=joined[0].text.lstrip())
    if joined and joined[-1].text[-1:].isspace():
        joined[-1] = joined[-1]._replace(text=joined[-1].text.rstrip())
    return [run for run in joined if run.text]


def _style(run: Run) -> tuple[bool, bool, str | None]:
    return run[1:]


def _pieces(run: Run) -> list[Run]:
    """Part a run into its words and the white space around them."""
    text = run.text
    inner = text.strip()
    if len(inner) == len(text) or not inner:
        return [run if inner else Run(text)] if text else []
    start = text.index(inner[0])
    found = (Run(text[:start]), run._replace(text=inner), Run(text[start + len(inner) :]))
    return [piece for piece in found if piece.text]


def _between(space: str, before: Run, after: Run) -> Run:
    """White space has the style that both its neighbours have."""
    return Run(
        space,
        bold=before.bold and after.bold,
        italic=before.italic and after.italic,
        url=before.url if before.url == after.url else None,
    )


def _write(runs: Sequence[Run], *, bold: tuple[str, str], italic: tuple[str, str]) -> str:
    """Open and close styles so that they nest: bold, then italic, then the link."""
    parts: list[str] = []
    held: list[tuple[str, str]] = []
    for run in [*runs, _NOTHING]:
        wanted = _styles(run, bold, italic)
        if wanted != held:
            keep = next(
                (n for n, (one, two) in enumerate(zip(held, wanted, strict=False)) if one != two), None
            )
            keep = min(len(held), len(wanted)) if keep is None else keep
            parts.extend(close for _, close in reversed(held[keep:]))
            parts.extend(opening for opening, _ in wanted[keep:])
            held = wanted
        parts.append(_escaped(run.text, linked=run.url is not None))
    return _guarded(parts)


def _styles(run: Run, bold: tuple[str, str], italic: tuple[str, str]) -> list[tuple[str, str]]:
    styles = [bold] * run.bold + [italic] * run.italic
    if run.url is not None:
        styles.append(("[", f"]({target(run.url)})"))
    return styles


def _guarded(parts: list[str]) -> str:
    """An exclamation mark before a link would make it a picture."""
    for place, (part, after) in enumerate(pairwise(parts)):
        if after == "[" and part.endswith("!"):
            parts[place] = part[:-1] + r"\!"
    return "".join(parts)


def _escaped(text: str, *, linked: bool) -> str:
    """Escape the signs that markup would take for its own."""
    if _SIGNS.search(text) is None:
        return text
    return _SIGNS.sub(partial(_meant, linked=linked), text)


def _meant(match: re.Match[str], *, linked: bool) -> str:
    """Write one sign as a letter of the text; brackets mean something only around a link."""
    sign, text = match[0], match.string
    if sign in _MEANT:
        return _MEANT[sign]
    bracket = sign in "[]" and not linked
    if bracket and not (sign == "]" and text[match.end() : match.end() + 1] == "("):
        return sign
    return "\\" + sign
