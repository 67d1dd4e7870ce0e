"""Letters without their accents: how printed names and known names are compared.

A folded text has as many characters as the text, so offsets stay; only a text in decomposed form
(letter + combining mark) becomes shorter, and then knows the place of each of its characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = {
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'",
    "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ",
    "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i",
}  # fmt: skip
_MANY = 30
"""From so many different letters on, one pass over the text is quicker than a replacement each."""


_FOREIGN = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=10_000)
def _base(character: str) -> str:
    """Return the base letter of a character."""
    if character in _PLAIN:
        return _PLAIN[character]
    parts = unicodedata.normalize("NFD", character)
    rest = parts[1:]
    return parts[0] if rest and all(unicodedata.combining(c) for c in rest) else character


@lru_cache(maxsize=10_000)
def _is_mark(character: str) -> bool:
    """Say whether a character is a combining mark."""
    return unicodedata.category(character) == "Mn"


def _without_accents(text: str, letters: Iterable[str]) -> str:
    """Replace each distinct letter with an accent; of a text in many scripts all at once."""
    bases = {c: base for c in letters if (base := _base(c)) != c}
    if len(bases) > _MANY:
        return text.translate({ord(c): base for c, base in bases.items()})
    for character, base in bases.items():
        text = text.replace(character, base)
    return text


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
    return text if text.isascii() else folded(text).text


def folded(text: str) -> Folded:
    """Fold a text and keep the way back."""
    if text.isascii():
        return Folded(text)
    letters = {*_FOREIGN.findall(text)}
    flat = _without_accents(text, letters)
    if not any(map(_is_mark, letters)):
        return Folded(flat)
    kept = [i for i, c in enumerate(flat) if not _is_mark(c)]
    return Folded("".join(flat[i] for i in kept), (*kept, len(flat)))
