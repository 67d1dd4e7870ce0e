"""The phrase that stands before a verb.

phrase = [DETERMINER] WORD* HEAD [PREPOSITION phrase]      head = a name, or a noun: "a veteran commentator"
group  = phrase ("," phrase)* ["and" phrase]
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Word
from ccdata.extract.quotes.lists import joins_list
from ccdata.extract.quotes.phrase import Phrase, headed, together
from ccdata.extract.quotes.tokens import (
    ADVERB,
    BREAK,
    CLOSE,
    COMMA,
    NAME,
    OPEN,
    OWNER,
    QUOTE,
    Token,
)
from ccdata.extract.quotes.verbs import is_finite, verb_at

_REACH = 40
_WIDE = 14
_SHORT = 5
_CLAUSE = Word.RELATIVE | Word.CONTRAST
_BEHIND = frozenset({"present", "involved", "concerned"})
_PERSONAL = frozenset({"he", "she", "they"})


def phrase_before(tokens: list[Token], last: int, *, subject: bool = False) -> Phrase | None:
    """Return the phrase or group that ends at `last`; with `subject` none that is a verb's object."""
    last = _back_over(tokens, last)
    if last < 0:
        return None
    start, stopped_by_verb = _segment(tokens, last)
    if stopped_by_verb and subject:
        return None
    parts = _parts(tokens, start, last)
    phrases = [phrase for a, b in parts if (phrase := _first_phrase(tokens, a, b)) is not None]
    if len(parts) > 1 and _holds_group(tokens, phrases, parts):
        return phrases[0]
    if not phrases or (parts and _first_phrase(tokens, *parts[-1]) is None):
        return None
    return phrases[-1] if stopped_by_verb else together(phrases)


def _holds_group(tokens: list[Token], phrases: list[Phrase], parts: list[tuple[int, int]]) -> bool:
    """Say whether the group belongs to a preposition: "officials in NAME and NAME" are officials."""
    if not phrases or phrases[0].is_named or not phrases[0].may_speak:
        return False
    first, last = parts[0]
    behind = tokens[phrases[0].last + 1] if phrases[0].last < last else tokens[first]
    inside = behind.flags & Word.PREPOSITION and tokens[last].flags & NAME
    return bool(inside) and all(tokens[begin].flags & (NAME | Word.DETERMINER) for begin, _ in parts[1:])


def _back_over(tokens: list[Token], last: int) -> int:
    """Step left over adverbs, the adjective of "one diplomat present", and a closed parenthesis."""
    while last >= 0 and (tokens[last].flags & ADVERB or (last and tokens[last].word in _BEHIND)):
        last -= 1
    if last >= 0 and tokens[last].flags & CLOSE:
        for place in range(last - 1, max(-1, last - _WIDE), -1):
            if tokens[place].flags & OPEN:
                return place - 1
        return -1
    return last


def _segment(tokens: list[Token], last: int) -> tuple[int, bool]:
    """Return where the words that may belong to the phrase begin, and whether a verb stopped the walk."""
    place = last
    while place > 0 and last - place < _REACH:
        left = tokens[place - 1]
        if left.flags & CLOSE and (opening := _opening_of(tokens, place - 1)) >= 0:
            place = opening
            continue
        if left.flags & COMMA:
            if not joins_list(tokens, place - 1):
                return place, False
        elif (
            left.flags & (BREAK | QUOTE)
            or left.flags & _CLAUSE
            or (left.flags & Word.SUBORDINATOR and not _is_determiner_that(tokens, place - 1))
        ):
            return place, False
        elif (
            is_finite(tokens, place - 1)
            or (left.word == "to" and verb_at(tokens, place) is not None)
            or ((found := verb_at(tokens, place - 1)) is not None and not found.shape & 2)
        ):
            return place, True
        place -= 1
    return place, False


def _opening_of(tokens: list[Token], closing: int) -> int:
    """Return where a short parenthesis opens: "the ministry (MOFA)"; -1 where it is no short one."""
    for at in range(closing - 1, max(-1, closing - _SHORT), -1):
        if tokens[at].flags & OPEN:
            return at
    return -1


def _is_determiner_that(tokens: list[Token], at: int) -> bool:
    return tokens[at].word == "that" and at == 0


def _parts(tokens: list[Token], start: int, last: int) -> list[tuple[int, int]]:
    """Split a segment at "and", "or" and the commas of a list."""
    parts, begin = [], start
    for place in range(start, last + 1):
        if tokens[place].flags & (Word.CONJUNCTION | COMMA):
            if begin < place:
                parts.append((begin, place - 1))
            begin = place + 1
    if begin <= last:
        parts.append((begin, last))
    return parts


def _first_phrase(tokens: list[Token], first: int, last: int) -> Phrase | None:
    """Return the phrase that begins a part; after an opening "In April" the name right before the verb."""
    while first < last and tokens[first].flags & ADVERB and not tokens[first].flags & Word.DETERMINER:
        first += 1
    if first > last:
        return None
    if tokens[first].flags & Word.PREPOSITION:
        return _late_name(tokens, first, last)
    head = first
    while head < last and not tokens[head + 1].flags & Word.PREPOSITION and not _modifies(tokens, head + 1):
        head += 1
    while head > first and tokens[head].flags & ADVERB:
        head -= 1
    return headed(tokens, first, head)


def _modifies(tokens: list[Token], at: int) -> bool:
    """Say whether a participle goes with the noun before it: "a letter | closing the case"."""
    if not tokens[at].word.endswith("ing") or tokens[at].noun or at + 1 >= len(tokens):
        return False
    opens = Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION | NAME
    return bool(tokens[at - 1].noun and tokens[at + 1].flags & opens)


def _late_name(tokens: list[Token], first: int, last: int) -> Phrase | None:
    token = tokens[last]
    if last > first and token.word in _PERSONAL:
        return Phrase(last, last, (), Noun.PERSON)
    if (
        last - first > 1
        and token.flags & NAME
        and not token.flags & OWNER
        and not follows_preposition(tokens, last)
    ):
        return Phrase(last, last, token.namings, Noun.PERSON)
    return None


def follows_preposition(tokens: list[Token], at: int) -> bool:
    """Say whether a preposition or an owner, determiners aside, stands before `at`."""
    left = at - 1
    while left > 0 and tokens[left].flags & Word.DETERMINER:
        left -= 1
    return left >= 0 and bool(
        tokens[left].flags & (Word.PREPOSITION | OWNER | Word.POSSESSIVE) or tokens[left].word == "to"
    )
