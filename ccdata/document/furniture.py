"""Lines that belong to the page and not to the article: menus, buttons, notices of copyright."""

from __future__ import annotations

import re
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


@cache
def _journal() -> tuple[re.Pattern[str], frozenset[str]]:
    words = journal_words()["journal"]
    taglines = "|".join(map(re.escape, words["taglines"]))
    return re.compile(rf"(?i)(?<!\w)(?:{taglines})(?!\w)"), frozenset(map(str.casefold, words["publishers"]))


def holds_tagline(text: str) -> bool:
    """Say whether a line has what the journal calls itself below its name."""
    return _journal()[0].search(text) is not None


def is_publisher(text: str) -> bool:
    """Say whether a line is the publisher's name."""
    return text.casefold().strip(" .") in _journal()[1]


def opens_author_block(text: str) -> bool:
    """Say whether a line is the heading above the authors."""
    return text.casefold().strip(" |:") in _words()[2]
