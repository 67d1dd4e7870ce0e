"""The title before a name, read from right to left, and the one behind it.

    title      = MODIFIER* (STATE | BODY | FIELD)* HEAD (CONNECTOR (STATE | BODY | FIELD)+)* " " name
    titles     = STATE "and" STATE HEADs name "and" name
    apposition = name "," ("the" | "a")? words with a HEAD ("," | "." | ";")

Where a connector without an article leads straight to a second head ("adviser to President X"), the
name is the second head's; with an article ("press secretary of the Russian President X") the first's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ccdata.authority.titles import Office, national_state, office_of, title_words
from ccdata.authority.towns import towns
from ccdata.extract.names.index import Hit
from ccdata.extract.names.title_parts import (
    ARTICLES,
    HYPHENED,
    LOOSE,
    Part,
    begin_of,
    countries_of,
    is_apposition,
    main_head,
    trimmed,
)
from ccdata.extract.names.words import stop_words

_ASIDE = re.compile(r"\([A-Za-z&' .-]{2,30}\)$")
_ORIGIN = re.compile(r" of (?:the )?")
_LEADING = re.compile(r"(?:\b(?:an?|An?|the|The|his|her|its|their|His|Her|Its|Their)|'s?) $")
_WORDS = re.compile(r"[^\s]+")
_LONGEST = 26
_WINDOW = 240
_CAPITAL = re.compile(r"[A-Z][\w'&.-]*,?$")
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,7}$")
_RELATIVE = re.compile(r" (?:who|whose|whom|which|that|where) ")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")
_SHORT = re.compile(r"[A-Z.]{2,5}")
"""A state's short form serves as its adjective: "a U.S. expert" is an American."""
_APPOSITION = re.compile(
    r", (?:who (?:is|was) )?((?:the |a |an |then |perhaps the |now )?[^,.;:()\"“”?!]{3,90})"
)
_OF_TITLES = frozenset({"head", "field", "modifier"})


class Title(NamedTuple):
    """A title at its place, and what it says of its bearer."""

    start: int
    end: int
    text: str
    head: str
    plural: bool
    countries: tuple[str, ...]
    """The states of its bearers: one, or as many as there are bearers of a plural title."""

    @property
    def office(self) -> Office | None:
        """The office it names."""
        return office_of(self.text)

    @property
    def country(self) -> str | None:
        """The state of its bearer, where it names just one."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def counterpart(self) -> bool:
        """Whether it only says that he holds somebody else's office."""
        return self.head in title_words().counterparts

    @property
    def bare(self) -> bool:
        """Whether it is an honorific alone: "Mr."."""
        return self.office is None and not self.counterpart


class TitleReader:
    """Reads titles in one folded text, with the patterns found in it."""

    def __init__(
        self,
        text: str,
        starts: Mapping[int, Hit],
        ends: Mapping[int, Hit],
        bodies: Mapping[int, str | None],
    ) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends
        """The patterns by where they start, and by where they end."""
        self._bodies = bodies
        """The states of the bodies found, by their ends."""

    def before(self, name: int) -> Title | None:
        """Read the title that ends before the name at this place."""
        if name < 3 or self.text[name - 1] != " ":  # noqa: PLR2004
            return None
        if self.text[name - 2] == ",":
            return self._apposed(name - 2)
        return self.ending(name - 1)

    def _apposed(self, comma: int) -> Title | None:
        """A description that a name explains: "Japan's vice minister, X", "his Chinese counterpart, X"."""
        title = self.ending(comma)
        if title is None or title.plural or not (title.office or (title.counterpart and title.countries)):
            return None
        led = _LEADING.search(self.text, max(0, title.start - 12), title.start)
        office = title.text.rpartition(" ")[2] if title.countries else title.text
        return title if led and not office[0].isupper() else None

    def ending(self, place: int) -> Title | None:
        """Read the title whose last character stands before a place."""
        parts: list[Part] = []
        first = max(0, place - _WINDOW)
        headed = loose = False
        while place > first and len(parts) < _LONGEST:
            part = self._part(place, first, parts)
            if part is None:
                break
            parts.append(part)
            headed = headed or part.sort == "head"
            loose = loose or part.sort in LOOSE
            place = part.start - 1
            if place < 0 or self.text[place] != " ":
                break
        if not headed:
            return None
        parts.reverse()
        return self._title(trimmed(parts) if loose else parts)

    def _part(self, place: int, first: int, right: list[Part]) -> Part | None:
        """Read the piece that ends at a place; `right` are the pieces behind it, nearest last."""
        hit = self._ends.get(place)
        if hit is None and self.text[place - 1] in "'s":
            hit = self._possessive(place)
        if hit is not None and hit.start >= first:
            return self._hit_part(hit, place)
        word = self._last_word(max(first, place - 45), place)
        sort = _sort_of(word) if word else None
        if sort in _OF_TITLES and word[-1] != "," and word[0] != "(":
            return Part(place - len(word), place, sort, word)
        if not word or (word[-1] == "," and place - 1 in self._ends):
            return None
        return self._word_part(place - len(word), word, sort, right)

    def _last_word(self, first: int, place: int) -> str:
        """Return the last word, or the last parenthesis."""
        text = self.text
        if text[place - 1] == ")":
            match = _ASIDE.search(text, first, place)
            return match[0] if match else ""
        blank = text.rfind(" ", first, place)
        word = text[blank + 1 if blank >= 0 else first : place]
        if "(" in word or ")" in word:
            return word[max(word.rfind("("), word.rfind(")")) + 1 :]
        return word

    def _possessive(self, place: int) -> Hit | None:
        before = self.text[place - 1]
        if before == "'":
            return self._ends.get(place - 1)
        return self._ends.get(place - 2) if before == "s" and self.text[place - 2] == "'" else None

    def _hit_part(self, hit: Hit, place: int) -> Part | None:
        """A state, its adjective, its capital, a body; a possessive ending is part of the piece."""
        words = self.text[hit.start : hit.end]
        if words in title_words().abbreviated:
            return Part(hit.start, place, "head", words)
        if hit.sort in ("person", "short"):
            return None
        if hit.sort in ("adjective", "capital", "seat"):
            return Part(hit.start, place, "state", words, hit.entry.country)
        if hit.sort == "form":
            return Part(hit.start, place, "field", words, self._bodies.get(hit.end))
        if hit.entry.is_state:
            return Part(hit.start, place, "state", words, hit.entry.country, not _SHORT.fullmatch(words))
        return Part(hit.start, place, "body", words, hit.entry.country)

    def _word_part(self, start: int, word: str, sort: str | None, right: list[Part]) -> Part | None:
        """A word of titles; a comma may stand behind one field of several, a connector behind nothing."""
        if sort is None:
            return self._unknown_part(start, word, right) if right else None
        near = right[-1].sort if right else None
        listed = sort == "field" and near in ("field", "connector")
        stops = (word.endswith(",") and not listed) or (sort == "connector" and not right)
        beside = word.startswith("(") and near == "connector"
        return None if stops or beside else Part(start, start + len(word), sort, word)

    def _unknown_part(self, start: int, word: str, right: list[Part]) -> Part | None:
        """A capitalised word straight before a piece of title: part of the name of a body."""
        if word.endswith((".", "'s", "'")) or word.rstrip(",") in stop_words():
            return None
        if not (_CAPITAL.fullmatch(word) or _ACRONYM.fullmatch(word)) or word.endswith(","):
            return None
        near = right[-1]
        lead = sum(part.sort == "name" for part in right)
        if near.sort in ("head", "field", "body", "name", "modifier") and lead < 5:  # noqa: PLR2004
            return Part(start, start + len(word), "name", word)
        return None

    def _title(self, parts: list[Part]) -> Title | None:
        """Make a title of its pieces: it ends with no connector, and holds a head."""
        main = main_head(parts)
        if main is None or parts[-1].sort == "connector":
            return None
        begin = begin_of(parts)
        known = title_words()
        word = main.word.lower()
        end = parts[-1].end
        text = self.text[begin:end]
        countries = countries_of(parts, main) or _implied(text, parts)
        return Title(begin, end, text, known.heads.get(word, word), word in known.plurals, countries)

    def behind(self, end: int) -> Title | None:
        """Read the apposition behind a name: ", deputy director of the Institute,"."""
        match = _APPOSITION.match(self.text, end)
        if match is None:
            return None
        start = match.start(1)
        relative = _RELATIVE.search(self.text, start + 1, match.end(1))
        last = relative.start() if relative else start + len(match[1].rstrip())
        parts = [*self._behind_parts(start, last)]
        main = next((part for part in parts if part.sort == "head"), None)
        if main is None or not is_apposition(parts, main):
            return None
        while parts[0].word.lower() in ARTICLES:
            parts = parts[1:]
        lemma = main.word.lower()
        begin = begin_of(parts)
        return Title(
            start=begin,
            end=last,
            text=self.text[begin:last],
            head=title_words().heads.get(lemma, lemma),
            plural=lemma in title_words().plurals,
            countries=countries_of(parts, main) or _implied(self.text[begin:last], parts),
        )

    def owner(self, name: int) -> str | None:
        """Return the state of "Thailand's NAME"."""
        hit = self._possessive(name - 1) if name and self.text[name - 1] == " " else None
        return _state_of(hit) if hit else None

    def origin(self, end: int) -> str | None:
        """Return the state of "NAME of Japan"."""
        match = _ORIGIN.match(self.text, end)
        hit = self._starts.get(match.end()) if match else None
        return _state_of(hit) if hit and not self.text.startswith("'", hit.end) else None

    def _behind_parts(self, start: int, end: int) -> Iterator[Part]:
        """Yield the pieces from left to right; a state or body of several words is one piece."""
        place = start
        for word in _WORDS.finditer(self.text, start, end):
            if word.start() < place:
                continue
            part = self._behind_part(word)
            place = part.end
            yield part

    def _behind_part(self, word: re.Match[str]) -> Part:
        hit = self._starts.get(word.start())
        if hit is not None and hit.sort == "form":
            words = self.text[hit.start : hit.end]
            return Part(hit.start, hit.end, "field", words, self._bodies.get(hit.end))
        if hit is not None and hit.sort not in ("person", "short"):
            part = self._hit_part(hit, hit.end + 2 * self.text.startswith("'s", hit.end))
            if part is not None:
                return part
        lower = word[0].lower().removesuffix("'s")
        if lower in title_words().heads or word[0] in title_words().abbreviated:
            return Part(word.start(), word.end(), "head", word[0])
        sort = "connector" if lower in title_words().connectors else "field"
        return Part(word.start(), word.end(), sort, word[0])


def _state_of(hit: Hit) -> str | None:
    """Return the state that a name means."""
    return hit.entry.country if hit.entry.is_state else None


def _implied(title: str, parts: Iterable[Part]) -> tuple[str, ...]:
    """Return the state of an office that only one has, or of the town before it ("Okinawa Gov.")."""
    state = national_state(title) or next((towns()[p.word] for p in parts if p.word in towns()), None)
    return (state,) if state else ()


@lru_cache(maxsize=50_000)
def _sort_of(word: str) -> str | None:
    """Return what kind of piece a word is; None for one that is not of titles."""
    known, lower = title_words(), word.lower().rstrip(",").removesuffix("'s").removesuffix("'")
    lower = lower.removesuffix("-designate").removesuffix("-elect")
    if lower in known.heads or any(
        word in kind for kind in (known.honorifics, known.ranks, known.abbreviated)
    ):
        return "head"
    if lower in known.connectors:
        return "connector"
    if lower in known.fields or _ORDINAL.fullmatch(lower) or word.startswith("("):
        return "field"
    return "modifier" if lower in known.modifiers or HYPHENED.fullmatch(lower) else None
