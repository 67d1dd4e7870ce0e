"""The table of what is handled, in the docs: rendered from sentences of our own as they are read.

`python tests/extract/quotations_handled.py` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quote_stage import Stage

from ccdata.extract.quotes.quotation import Quotation, Speaker

ROOT = Path(__file__).parents[2]
SENTENCES = Path(__file__).with_suffix(".txt")
PAGE = ROOT / "docs" / "method" / "quotations.md"
_MARK = re.compile(r"\{[@#]?[\w+-]+:([^{}|]*)(?:\|([^{}]*))?\}")
_HEAD = "| shape | example | what is read |\n|---|---|---|\n"


def table() -> str:
    """Return the table as Markdown."""
    return _HEAD + "".join(f"| {shape} | {plain(marked)} | {read(marked)} |\n" for shape, marked in cases())


def cases() -> Iterator[tuple[str, str]]:
    """Yield each shape with its marked sentence."""
    shape = ""
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line.startswith("# "):
            shape = line[2:]
        else:
            yield shape, line


def plain(marked: str) -> str:
    """Return a sentence without the marks on its names."""
    return _MARK.sub(lambda found: found[1] + (found[2] or ""), marked)


def read(marked: str) -> str:
    """Return what is read of a sentence, one phrase for each quotation."""
    stage = Stage(*marked.split(" ¶ "))
    texts = [placed.block.text for placed in stage.placed]
    return "; ".join(_told(quotation, texts) for quotation in stage.read())


def _told(quotation: Quotation, texts: list[str]) -> str:
    told = [quotation.kind, " and ".join(_name(s, texts) for s in quotation.speakers) or "nobody"]
    if quotation.cue is not None:
        told.append(quotation.cue.lemma)
    told += ["implicit"] * (quotation.attribution == "implicit" and quotation.cue is None)
    told += ["to " + _name(s, texts) for s in quotation.addressees]
    told += ["via " + _name(s, texts) for s in quotation.reported_via]
    told += [word for word, holds in _ties(quotation) if holds]
    return ", ".join(told)


def _ties(quotation: Quotation) -> list[tuple[str, bool]]:
    native = quotation.native
    return [
        ("disputed", quotation.stance == "disputed"),
        ("goes on", quotation.continues is not None),
        ("within another", quotation.outer is not None),
        (f"original in `{native.language if native else ''}`", native is not None),
        (f"{quotation.date_edtf} ({quotation.date_basis})", quotation.date_edtf is not None),
    ]


def _name(speaker: Speaker, texts: list[str]) -> str:
    """Return the words that name a speaker; in quotes where no actor stands behind them."""
    words = texts[speaker.block][speaker.start : speaker.end]
    return words if speaker.actor_id else f'"{words}"'


def replaced(page: str) -> str:
    """Return the page with the table as it is read now."""
    start = page.index(_HEAD)
    end = page.index("\n\n", start) + 1
    return page[:start] + table() + page[end:]


if __name__ == "__main__":
    PAGE.write_text(replaced(PAGE.read_text("utf-8")), "utf-8")
