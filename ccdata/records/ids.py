"""Names for records, made from raw source facts alone.

    article   cc-<volume>-<issue>-<pair>             cc-22-3-china-russia
              cc-<YYYY-MM of the period>-<pair>      where the page prints no volume
              doc-<12 hex of the bytes' sha256>      where it prints neither
    event     <article>:e:<8 hex>                    of the clean body after the label
    quote     <article>:q:<8 hex>                    of the words, and of the entry they stand in
    mention   <article>:m:<8 hex>                    of the name, and of the entry it stands in
    finding   <article>:f:<8 hex>                    of code and what it is about
    actor     actor:<slug>  or  actor:<article>:<slug>

A hash sees letters and digits only, NFKC and casefolded: markup, marks, white space and punctuation
change no id. An exact repeat appends `-2`, `-3` in text order. A quotation or mention inside a
chronology entry hashes the entry too: what is inserted, deleted or repaired elsewhere cannot move it.
How a quotation is classified or a name resolved stays out: a better rule must not change an id.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from functools import lru_cache

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_NO_ASCII = str.maketrans(
    {
        "'": "",
        "’": "",
        "ʼ": "",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
    }
)

ARTICLE_PATTERN = r"(?:cc-[0-9]+-[0-9]+-[a-z0-9]+(?:-[a-z0-9]+)*|doc-[0-9a-f]{12})"
ACTOR_PATTERN = r"actor:(?:" + ARTICLE_PATTERN + r":)?[a-z0-9]+(?:-[a-z0-9]+)*"
_NUMBERED = re.compile(r"cc-([0-9]{1,18})-([0-9]{1,18})-(.+)")
_MARKS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_SHORT = 500
"""Facts of more letters are not kept in memory."""

_LETTERS = {"event": "e", "quote": "q", "mention": "m", "finding": "f"}


def slug(name: str) -> str:
    """Return the name in ASCII lower case with hyphens; `x-<hash>` where nothing ASCII is left.

    An apostrophe parts no word: "People's Daily" is `peoples-daily`.
    """
    made = _NOT_IN_SLUG.sub("-", _plain(name)).strip("-")
    return made or f"x-{digest(name)}"


def _plain(name: str) -> str:
    """Return the name in lower case without accents."""
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_NO_ASCII))
    return "".join(c for c in folded if not unicodedata.combining(c))


def parts_of(article_id: str) -> tuple[int, int, str] | None:
    """Return volume, issue and pair that an article's id names; None where only its bytes name it."""
    match = _NUMBERED.fullmatch(article_id)
    return None if match is None else (int(match[1]), int(match[2]), match[3])


def digest(*facts: str) -> str:
    """Return 8 hex digits of the facts' letters and digits, casefolded, NFKC."""
    return _known_digest(*facts) if sum(map(len, facts)) <= _SHORT else _digest(*facts)


def _digest(*facts: str) -> str:
    seen = "\x1f".join([letters_and_digits(fact) or fact for fact in facts])
    return hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()[:8]


_known_digest = lru_cache(maxsize=8192)(_digest)
"""Whoever checks an id asks for the digest again that named the record a moment before."""


def letters_and_digits(text: str) -> str:
    """Return what a hash sees of a text."""
    if text.isascii():
        return text.lower().encode().translate(None, _MARKS).decode()
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(filter(str.isalnum, folded))


def article_id(
    *, volume: int | None, issue: int | None, period: str | None, pair: str | None, sha256: str
) -> str:
    """Return the article's id from what is known of it; `period` is the first month, `YYYY-MM`."""
    if pair and volume is not None and issue is not None:
        return f"cc-{volume}-{issue}-{pair}"
    if pair and period:
        return f"cc-{period}-{pair}"
    return f"doc-{sha256[:12]}"


class Numberer:
    """Gives ids to the records of one article: the same facts a second time get `-2`."""

    def __init__(self, article: str) -> None:
        self.article = article
        self._seen: Counter[str] = Counter()

    def name(self, record_type: str, *facts: str) -> str:
        """Return the id of a record of this type made of these facts."""
        made = f"{self.article}:{_LETTERS[record_type]}:{digest(*facts)}"
        self._seen[made] += 1
        count = self._seen[made]
        return made if count == 1 else f"{made}-{count}"


def event_part(event_id: str) -> str:
    """Return what an event's id says of its entry, for the ids of what stands inside it."""
    return event_id.rpartition(":e:")[2]
