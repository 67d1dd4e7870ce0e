"""Upper-case print to title case, as a citation would print it.

A word of the list of acronyms stays in capitals; small words stay small inside a title;
O'SHEA and MCNULTY keep their second capital; text that is not in capitals is left as it is.
"""

from __future__ import annotations

import re
from functools import cache

from ccdata.authority.journal import journal_words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME_HEAD = re.compile(r"(?i)^(Mc|[OD]['’])([a-z])(?=[a-z]{2})")
_OPENS = re.compile(r"[:.?!–—]\s*[\"“‘']?$")


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(journal_words()["capitals"]["acronyms"])


@cache
def _small_words() -> frozenset[str]:
    return frozenset(journal_words()["capitals"]["small"])


def title_case(text: str, *, small: bool = True) -> str:
    """Return the text in title case if it is printed in capitals; `small` keeps little words small."""
    if not is_upper(text):
        return text
    made = []
    place = 0
    for match in _WORD.finditer(text):
        made.append(text[place : match.start()])
        opens = match.start() == 0 or bool(_OPENS.search(text[: match.start()]))
        made.append(_cased(match[0], opens=opens or match.end() == len(text), small=small))
        place = match.end()
    return "".join(made) + text[place:]


def is_upper(text: str) -> bool:
    """Say whether the text is printed in capitals."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(str.isupper, text)) >= 0.8 * letters


def _cased(word: str, *, opens: bool, small: bool) -> str:
    if word.upper() in _acronyms():
        return word.upper()
    if small and not opens and word.lower() in _small_words():
        return word.lower()
    return _NAME_HEAD.sub(lambda m: m[1].title() + m[2].upper(), word[:1].upper() + word[1:].lower())
