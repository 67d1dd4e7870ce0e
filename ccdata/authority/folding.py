"""Letters without their accents: how printed names and known names are compared.

A folded text has as many characters as the text, so offsets stay; only a text in decomposed form
(letter + combining mark) becomes shorter, and then knows the place of each of its characters.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

_PLAIN = {
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'",
    "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ",
    "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i",
}  # fmt: skip


class _Table(dict[int, int]):
    """Maps a character to its base letter, learning each at first sight."""

    def __missing__(self, code: int) -> int:
        base = _base(chr(code))
        self[code] = base
        return base


def _base(character: str) -> int:
    if character in _PLAIN:
        return ord(_PLAIN[character])
    parts = unicodedata.normalize("NFD", character)
    rest = parts[1:]
    return ord(parts[0]) if rest and all(unicodedata.combining(c) for c in rest) else ord(character)


@cache
def _table() -> _Table:
    return _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `places` are the offsets of its characters, None where they are their own."""

    text: str
    places: tuple[int, ...] | None = None

    def place(self, offset: int) -> int:
        """Return the offset in the text that was folded."""
        return offset if self.places is None else self.places[offset]


def fold(text: str) -> str:
    """Return the text without accents, combining marks left out."""
    return folded(text).text


def folded(text: str) -> Folded:
    """Fold a text and keep the way back."""
    if text.isascii():
        return Folded(text)
    flat = text.translate(_table())
    if flat.isascii() or not any(unicodedata.category(c) == "Mn" for c in set(flat)):
        return Folded(flat)
    kept = [i for i, c in enumerate(flat) if unicodedata.category(c) != "Mn"]
    return Folded("".join(flat[i] for i in kept), (*kept, len(flat)))
