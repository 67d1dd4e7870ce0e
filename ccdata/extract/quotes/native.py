"""The original of quoted words, in parentheses behind them.

native = "(" text of a foreign script ")"     right behind the words, or behind their credit:
    "a league of its own" (独立价值) | "...", commented Wu Yan (铁打的普京, 流水的总理)

A few Chinese characters behind a person's name are his name; more of them, or a comma, are his words.
"""

from __future__ import annotations

import re

from ccdata.extract.quotes.quotation import Native

_FOREIGN = (
    "\u0400-\u052f\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3130-\u318f"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
)
_PARENTHESIS = re.compile(r"[(（]\s*([^()（）]{1,400}?)\s*[)）]")
_LETTER = re.compile(rf"[{_FOREIGN}]")
_LATIN = re.compile(r"[A-Za-z]")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u052f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("zh", re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")),
)
_NAME = 4
_FAR = 120


def find_native(text: str, start: int, end: int) -> Native | None:
    """Return the original that stands in `[start, end)`, the stretch behind the words."""
    for found in _PARENTHESIS.finditer(text, start, min(end, start + _FAR * 4)):
        if found.start() - start > _FAR:
            return None
        if not _LETTER.search(found[1]) or _is_mixed(found[1]):
            continue
        if found.start() - start > 1 and len(found[1]) <= _NAME:
            return None
        return Native(start=found.start(1), end=found.end(1), language=language_of(found[1]))
    return None


def _is_mixed(inside: str) -> bool:
    """Say whether more Latin letters than foreign ones stand inside: an explanation."""
    return len(_LATIN.findall(inside)) > len(_LETTER.findall(inside))


def language_of(inside: str) -> str:
    """Return the language by its script: kana are Japanese, Hangul Korean, Han alone Chinese."""
    return next((code for code, script in _SCRIPTS if script.search(inside)), "und")
