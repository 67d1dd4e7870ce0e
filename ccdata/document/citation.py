"""The citation notice: what the journal says of itself below the byline.

notice   = "This article is extracted from Comparative Connections ..., Vol. " V ", No. " I ", " MONTH YEAR
           "Preferred citation: " citation
citation = AUTHORS ", " MARK relationship ": " TITLE MARK " Comparative Connections, Vol. " V ", No. " I
           [", " MONTH YEAR] ", pp " FIRST "-" LAST
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccdata.authority.calendar import calendar_words
from ccdata.document.relationship import read_relationship

_OPEN, _CLOSE = "[\"“”‘'«]", "[\"“”’'»]"
NOTICE = re.compile(
    r"(?i)\b(?:this article is extracted from|(?:preferred|suggested|recommended) citation)\b"
)
_CITATION = re.compile(r"(?i)\b(?:preferred|suggested|recommended) citation\s?:?\s*")
_VOLUME = re.compile(r"(?i)\bvol(?:ume)?\.?\s*:?\s*(?P<volume>\d{1,3})\b")
_ISSUE = re.compile(r"(?i)\b(?:no|issue|number)\.?\s*:?\s*(?P<issue>\d{1,2})\b")
_PAGES = re.compile(r"(?i)\bpp?\.?\s*(?P<pages>(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?)")
_JOURNAL = re.compile(r"(?i)comparative\s+connections")
_MARKS_END = re.compile(rf"[,.]?{_CLOSE},?\s*(?=(?i:comparative\s+connections))")
_MARK_START = re.compile(rf"(?<![^\s,(]){_OPEN}(?=\S)")
_NAMES = re.compile(r"\s*(?:,\s+and\s+|,\s+|\s+and\s+|\s*&\s*)")


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a text: what it says and where."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a notice says; offsets are those of the text it was read from."""

    citation: Found | None
    authors: tuple[Found, ...]
    relationship: Found | None
    title: Found | None
    volumes: tuple[Found, ...]
    issues: tuple[Found, ...]
    published: Found | None
    pages: Found | None


def read_notice(text: str) -> Notice:
    """Read a notice; what it does not say is null."""
    citation = _citation(text)
    quoted = _quoted(text, citation) if citation else None
    relationship, title = _split_title(quoted) if quoted else (None, None)
    return Notice(
        citation=citation,
        authors=tuple(_authors(text, citation, quoted)) if citation and quoted else (),
        relationship=relationship,
        title=title,
        volumes=tuple(Found(m["volume"], m.start("volume"), m.end("volume")) for m in _VOLUME.finditer(text)),
        issues=tuple(
            Found(m["issue"], m.start("issue"), m.end("issue"))
            for m in _ISSUE.finditer(text)
            if _VOLUME.search(text[: m.start()])
        ),
        published=_published(text),
        pages=_pages(text),
    )


def is_notice(text: str) -> bool:
    """Say whether a text is the journal's notice; few texts hold its words at all."""
    folded = text.casefold()
    return ("citation" in folded or "extracted" in folded) and NOTICE.search(text) is not None


def names_issue(text: str) -> bool:
    """Say whether a text prints a volume and an issue."""
    volume = _VOLUME.search(text) if "vol" in text.casefold() else None
    return volume is not None and _ISSUE.search(text, volume.end()) is not None


def _citation(text: str) -> Found | None:
    match = _CITATION.search(text)
    if match is None or match.end() >= len(text):
        return None
    end = len(text.rstrip(" )]\n"))
    return Found(text[match.end() : end], match.end(), end)


def _quoted(text: str, citation: Found) -> Found | None:
    """Find the title in marks: from the first mark to the last before the journal's name."""
    opening = _MARK_START.search(text, citation.start)
    closing = _MARKS_END.search(text, citation.start)
    if opening is None or closing is None or closing.start() <= opening.end():
        return None
    return Found(text[opening.end() : closing.start()], opening.end(), closing.start())


def _split_title(quoted: Found) -> tuple[Found | None, Found | None]:
    """`US-China Relations: Title` → both parts."""
    head, colon, tail = quoted.text.partition(":")
    if not colon or read_relationship(head, whole=True) is None:
        return None, quoted
    start = quoted.start + len(head) + 1 + len(tail) - len(tail.lstrip())
    relationship = Found(head, quoted.start, quoted.start + len(head))
    title = tail.strip()
    return relationship, Found(title, start, start + len(title)) if title else None


def _authors(text: str, citation: Found, quoted: Found) -> list[Found]:
    """Split the names before the title's mark."""
    end = len(text[: quoted.start - 1].rstrip(" ,"))
    found, place = [], citation.start
    for match in [*_NAMES.finditer(text, citation.start, end), None]:
        stop = match.start() if match else end
        if text[place:stop].strip():
            found.append(Found(text[place:stop], place, stop))
        place = match.end() if match else end
    return found


def _published(text: str) -> Found | None:
    """Find the month and year of the issue."""
    months = "|".join(word.capitalize() for word in calendar_words().months)
    match = re.compile(rf"(?<!\w)(?:{months})\.?,?\s\d{{4}}(?!\d)").search(text)
    return Found(match[0], match.start(), match.end()) if match else None


def _pages(text: str) -> Found | None:
    match = None
    for match in _PAGES.finditer(text):  # noqa: B007  # the last one is the citation's
        pass
    return Found(match[0], match.start(), match.end()) if match and _JOURNAL.search(text) else None


def page_numbers(pages: str) -> tuple[int, int] | None:
    """Return first and last page of `pp 127-136`; `pp. 141-50` is 141 to 150."""
    match = _PAGES.fullmatch(pages)
    if match is None:
        return None
    first = int(match["first"])
    last = match["last"] or match["first"]
    if len(last) < len(match["first"]):
        last = match["first"][: len(match["first"]) - len(last)] + last
    return (first, int(last)) if first <= int(last) and first else None
