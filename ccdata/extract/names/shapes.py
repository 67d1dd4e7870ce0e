"""The shape of a full name: what looks like a person's, and what can hardly be anything else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdata.authority.names import is_japanese, is_pinyin, name_words
from ccdata.extract.names.index import Index

_MOST = 5


def plausible(words: Sequence[str], index: Index) -> bool:
    """Say whether words look like a person's name: a known given or family name, an initial, Jae-in."""
    if not 1 < len(words) <= _MOST:
        return False
    east = index.family_first
    if (
        words[0] in index.given
        or words[-1] in east
        or words[-1] in name_words().last
        or words[0] in east
        or is_japanese(words)
    ):
        return True
    return any(len(w.rstrip(".")) == 1 for w in words) or bool(re.search(r"-[a-z]", words[-1]))


def shaped(words: Sequence[str], index: Index) -> bool:
    """Say whether words can hardly be anything but a person: Kim Jae-in, Wang Dahui, John F. Smith."""
    known = name_words().surnames
    if len(words) == 2 and words[0] in known["korean"] and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", words[1]):  # noqa: PLR2004
        return True
    if len(words) == 2 and words[0] in known["chinese"] and len(words[1]) > 4 and is_pinyin(words[1]):  # noqa: PLR2004
        return is_pinyin(words[0])
    if len(words) == 2 and words[1] in name_words().last:  # noqa: PLR2004
        return True
    if not 1 < len(words) <= _MOST or words[0] not in index.given:
        return False
    return all(len(word) > 2 or word.endswith(".") for word in words)  # noqa: PLR2004
