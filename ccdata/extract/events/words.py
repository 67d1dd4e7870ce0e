"""Words of a sentence, with their clean offsets, and which of them stand in marks or parentheses."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(
    r"(?:[A-Z]\.){2,4}"
    r"|[^\W\d_]+n['’]t\b"
    r"|['’](?:s|ll|re|ve|d)\b"
    r"|\$?\d[\d,.:]*(?:st|nd|rd|th)?(?<![,.:])"
    r"|[^\W_]+(?:[-–][^\W_]+)*"
    r"|\S"
)
_OPENING = {"(": ")", "“": "”", "[": "]", '"': '"'}
MOST = 300
"""A sentence is read so far: none of this genre is longer, and time stays linear."""


class Word(NamedTuple):
    """One word or mark; `aside` tells quotation marks and parentheses."""

    start: int
    end: int
    text: str
    lower: str
    aside: str
    """The mark that opened the parenthesis or quotation it stands in; "" in the open text."""
    capital: bool
    """Whether it begins with a capital letter."""


def read_words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words of `text[start:end]`."""
    found: list[Word] = []
    opened = closing = ""
    for match in _WORD.finditer(text, start, end):
        if len(found) == MOST:
            break
        mark = match[0]
        inside = opened
        if closing and mark == closing:
            opened = closing = ""
        elif not closing and mark in _OPENING:
            opened, closing = mark, _OPENING[mark]
            inside = mark
        lower = mark.lower().replace("’", "'")
        found.append(Word(*match.span(), mark, lower, inside, mark[0].isupper()))
    if closing:
        return tuple(word._replace(aside="") for word in found)
    return tuple(found)
