"""Where a capital or a seat of government acts, and is the state, and where it is a place.

acts    = subject | possessive of a deed | "between X and Y" | "with X" | "X-Y ties"
a place = "in X" | TOWN "and X" | "X summit" | "X Declaration" | "Chiba, X" | "X-based" | "a trip to X"
"""

from __future__ import annotations

import re

from ccdata.authority.patterns import pattern_words
from ccdata.authority.towns import towns
from ccdata.extract.names.words import is_vocabulary, stop_words, words_before

_BEFORE = re.compile(r"(?:([\w'-]+) )?(?!the )([\w'-]+),? (?:the )?$")
_AFTER = re.compile(r"('s|')? ?([\w'-]+)?")
_CHAIN = re.compile(r"(?:, |, and | and | or |/)$")
_ADDRESS = re.compile(r"[A-Z][\w'-]*, $")
_CLOSED = re.compile(r"[,.;:)]|$")
_OF_PLACE = re.compile(r"(?:city|capital|mayor|streets|suburbs|outskirts|people|citizens|residents) of $")
_TO = re.compile(r"(?: and [A-Z]\w+)? to [a-z]")
_LED = ("-led", "-backed", "-sponsored")
_TOWN = re.compile(r"([A-Z][\w'-]*(?: [A-Z][\w'-]*)?),? (?:and|or) (?:the )?$")
_REACH = 48


def acts(text: str, start: int, end: int, before: tuple[int, bool] | None) -> bool:
    """Say whether the capital at a place acts; `before` is the end of the one before it, and its answer."""
    if before is not None and _CHAIN.fullmatch(text, before[0], start):
        return before[1] and not _part_of_name(text, end)
    if text.startswith("-", end):
        return text[end + 1 : end + 2].isupper() or text.startswith(_LED, end)
    if _part_of_name(text, end) or _behind(text, end) or _beside_town(text, start):
        return False
    return _infinitive(text, start, end) or _in_clause(text, start, end)


def town_acts(text: str, start: int, end: int) -> bool:
    """Say whether a state that is also a town acts: it does but where one is in it, or on the way to it."""
    if _behind(text, end) or (_part_of_name(text, end) and not text.startswith("'", end)):
        return False
    match = _BEFORE.search(text, words_before(text, start, blanks=3, reach=_REACH), start)
    if match is None or match[0].rstrip().endswith(","):
        return not _is_address(text, start) or not _CLOSED.match(text, end)
    last, ahead = match[2].lower(), (match[1] or "").lower()
    places = pattern_words().places
    return ahead in places["toward"] if last == "to" else last not in places["before"]


def _beside_town(text: str, start: int) -> bool:
    """A town joined to it makes it a place, too: "New York and Washington"."""
    if not text.endswith(("and ", "or ", "the "), 0, start):
        return False
    match = _TOWN.search(text, max(0, start - _REACH), start)
    return match is not None and (match[1] in towns() or match[1].partition(" ")[2] in towns())


def _in_clause(text: str, start: int, end: int) -> bool:
    """Judge by the words before: an address ("Chiba, Tokyo,"), a possessive, a preposition."""
    if text.startswith("'s ", end):
        led = text.endswith("of ", 0, start)
        return not led or not _OF_PLACE.search(text, max(0, start - _REACH), start)
    if _is_address(text, start) and _CLOSED.match(text, end) and not text.startswith("'", end):
        return False
    return _before(text, start)


def _is_address(text: str, start: int) -> bool:
    """Say whether a capitalised word and a comma stand before: "Chiba, Tokyo"."""
    led = text.endswith(", ", 0, start)
    return led and _ADDRESS.search(text, max(0, start - _REACH), start) is not None


def _infinitive(text: str, start: int, end: int) -> bool:
    """The capital is the subject of an infinitive: "for Seoul to decide"; or the topic: "For Seoul, ..."."""
    if text.endswith("For ", 0, start):
        return True
    return text.endswith("for ", 0, start) and _TO.match(text, end) is not None


def _part_of_name(text: str, end: int) -> bool:
    """A capitalised word follows that begins no clause: "Tokyo Declaration", "Seoul's Namsan Park"."""
    match = _AFTER.match(text, end)
    word = match[2] if match else None
    if not word or not word[0].isupper() or not text[end : end + 3].strip("'s").startswith(" "):
        return False
    if match and match[1]:
        return not is_vocabulary(word)
    return word not in stop_words() or is_vocabulary(word) or word in pattern_words().laws


def _behind(text: str, end: int) -> bool:
    match = _AFTER.match(text, end)
    if match is None or not match[2] or text[end : end + 1] not in (" ", "'"):
        return False
    return match[2] in pattern_words().places["after"]


def _before(text: str, start: int) -> bool:
    """Say whether the words before let the capital act."""
    match = _BEFORE.search(text, words_before(text, start, blanks=3, reach=_REACH), start)
    if match is None:
        return True
    last, ahead = match[2].lower(), (match[1] or "").lower()
    places = pattern_words().places
    if match[0].rstrip().endswith(","):
        return True
    if last == "to":
        return ahead in places["toward"]
    if last in ("of", "for"):
        return ahead in places[last]
    return last not in places["before"]
