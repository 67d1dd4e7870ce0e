"""Lines of names that nothing marks: no "by", no affiliation, no author block.

    lone = NAME {("," | "and") NAME}      two names or more
         | NAME                           of somebody who writes for the journal, with an initial, a known
                                          given name, or made of an Eastern family name and two syllables

Such a line stands below the title: "Testing Times, Tested Friends" is one, and so is "Beyond the Summit".
"""

from __future__ import annotations

import re

from ccdata.authority.journal import contributors
from ccdata.authority.names import eastern_surnames, is_japanese, name_words
from ccdata.document.chunks import Chunk
from ccdata.document.model import Byline
from ccdata.document.naming import is_byline, read_names

_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,6}-[A-Za-z][a-z]{1,6}")
_PAIR = 2


def read_lone_names(chunk: Chunk) -> list[Byline]:
    """Read a line below the title that may name the authors; empty where nothing shows that it does."""
    names = read_names(chunk.block) if is_byline(chunk.text) else []
    if len(names) == 1 and not _is_person(names[0].name.value.split()):
        return []
    return names


def _is_person(words: list[str]) -> bool:
    known = name_words()
    if " ".join(words) in contributors():
        return True
    if any(_INITIAL.fullmatch(word) for word in words) or words[0] in known.first | known.last:
        return True
    family = eastern_surnames()
    eastern = words[0] in family or words[-1] in family
    return is_japanese(words) or (
        len(words) == _PAIR and eastern and any(_SYLLABLES.fullmatch(word) for word in words)
    )
