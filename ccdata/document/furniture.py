"""Lines that belong to the page and not to the article: menus, buttons, notices of copyright."""

from __future__ import annotations

from functools import cache

from ccdata.authority.journal import journal_words

_LONGEST = 200
"""No word of the page is longer; of a paragraph its beginning is enough."""


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    words = journal_words()["furniture"]
    return frozenset(words["lines"]), tuple(words["starts"]), frozenset(words["author_blocks"])


def is_furniture(text: str) -> bool:
    """Say whether a line belongs to the page."""
    lines, starts, blocks = _words()
    folded = text[:_LONGEST].casefold().strip(" |:")
    return folded in lines or folded in blocks or folded.startswith(starts)


def opens_author_block(text: str) -> bool:
    """Say whether a line is the heading above the authors."""
    return text.casefold().strip(" |:") in _words()[2]
