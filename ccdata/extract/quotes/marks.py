"""Quotation marks as they stand: what each could be by its shape and its neighbours.

double = '"' | “ ” „ « » ″ ＂ 〝 〞 | two single ones (`` '')
single = ' ‘ ’ ‛ ‟ ′ `     of these an apostrophe is every one between two letters or digits

`meeting."The` is tight on both sides: its shape says nothing, its neighbours little, the pairing decides.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_ONE = re.compile(r"[\"“”„«»″＂〝〞]")
_ONE_OR_TWO = re.compile(r"[\"“”„«»″＂〝〞]|``|''|‘‘|’’")
SINGLE = re.compile(r"['‘’‛‟′`]")
SINGLES = frozenset("'‘’‛‟′`")

_LEANS = dict.fromkeys("“„«〝‘‛`", 5) | dict.fromkeys("”»〞’", -5)
"""How much a shape speaks for opening; a straight mark says nothing."""
_ANY = SINGLES | frozenset('"“”„«»″＂〝〞')
_LOOKED_THROUGH = _ANY | {"…", "."}
_THROUGH = 2
_OPENS_AFTER = frozenset(" \t\n([{/—–:\u00a0")
_CLOSES_BEFORE = frozenset(" \t\n.,;:!?)]}/—–-\u00a0…")
_SIDE = 2
_MAY_OPEN = re.compile(r"""['‘‛‟′`](?=[^\W_]|[\[($…"“])(?<![^\s(\[{/—–:"“”-]['‘‛‟′`])""")
"""Where a single mark can open at all: most texts have none."""
_ELISION = re.compile(r"['‘’](?:\d0s\b|(?:tis|twas|til|em|cause|n)\b)", re.IGNORECASE)
_WEAK = re.compile(r"[sS]['’] [a-z]")


class Mark(NamedTuple):
    """One double mark: how much speaks for opening and for closing."""

    start: int
    end: int
    opens: int
    closes: int


def has_double(text: str) -> bool:
    """Say whether a text has a double mark. Asked of every block: ASCII text can hold three only."""
    if '"' in text or "''" in text or "``" in text:
        return True
    return not text.isascii() and _ONE_OR_TWO.search(text) is not None


def has_single(text: str) -> bool:
    """Say whether a single mark stands where it can open; most texts have not even an apostrophe."""
    if text.isascii() and "'" not in text and "`" not in text:
        return False
    return _MAY_OPEN.search(text) is not None


def double_marks(text: str) -> list[Mark]:
    """Return the double marks of a text with their leanings, in order."""
    two = "''" in text or "``" in text or "‘‘" in text or "’’" in text
    pattern = _ONE_OR_TWO if two else _ONE  # the plain class is much faster
    return [_leaning(text, found.start(), found.end()) for found in pattern.finditer(text)]


def _leaning(text: str, start: int, end: int) -> Mark:
    """Weigh shape and both sides; other marks between mark and word are looked through."""
    before = text[start - 1] if start else " "
    if before in _ANY:
        before = _before(text, start)
    after = text[end : end + 1] or " "
    if after in _LOOKED_THROUGH:
        after = _after(text, end)
    opens, closes = _weight(before, text[start], after)
    return Mark(start, end, opens, closes)


@lru_cache(maxsize=4096)
def _weight(before: str, mark: str, after: str) -> tuple[int, int]:
    """Return how much speaks for opening and for closing."""
    opens = _LEANS.get(mark, 0)
    opens += _SIDE if before in _OPENS_AFTER else -_SIDE
    opens -= _SIDE if after in _CLOSES_BEFORE else -_SIDE
    return opens, -opens + (before in ".,!?…")


def _before(text: str, start: int) -> str:
    """Return what stands before the mark, up to two other marks looked through."""
    place = start - 1
    while place >= max(0, start - _THROUGH) and text[place] in _ANY:
        place -= 1
    return text[place] if place >= 0 else " "


def _after(text: str, end: int) -> str:
    """Return what stands behind it; an ellipsis before a word is part of the word."""
    place = end
    while place < min(len(text), end + _THROUGH) and text[place] in _ANY:
        place += 1
    if text.startswith(("…", "..."), place):
        place += 1 if text[place] == "…" else 3
    return text[place] if place < len(text) else " "


def may_open(text: str, place: int) -> bool:
    """Say whether a single mark can open: space or bracket before it, a word behind it, no elision."""
    mark, following = text[place], text[place + 1 : place + 2]
    if mark == "’" or not following or not (following.isalnum() or following in '[($…"“'):
        return False
    if place and not (text[place - 1] in _OPENS_AFTER or text[place - 1] in '"“”-'):
        return False
    return _ELISION.match(text, place) is None


def may_close(text: str, place: int) -> bool:
    """Say whether a single mark can close: something before it, no word behind it."""
    if text[place] in "‘‛" or place == 0 or text[place - 1].isspace():
        return False
    return not text[place + 1 : place + 2].isalnum()


def is_weak(text: str, place: int) -> bool:
    """Say whether a closing single mark may as well be the apostrophe of a plural: `ministers' visit`."""
    return _WEAK.match(text, place - 1) is not None
