"""Noun phrases: who stands before a verb or behind it.

phrase = [DETERMINER] WORD* HEAD [PREPOSITION phrase]      head = a name, or a noun: "a veteran commentator"
group  = phrase ("," phrase)* ["and" phrase]

The head decides: in "Kan's spokesman" it is the spokesman, in "the director of the center" the director.
"""

from __future__ import annotations

from dataclasses import dataclass

from ccdata.authority.cues import Noun, Word
from ccdata.extract.cast import Naming
from ccdata.extract.quotes.tokens import (
    BREAK,
    CLOSE,
    COMMA,
    NAME,
    OPEN,
    OWNER,
    PROPER,
    QUOTE,
    STOP,
    WORD,
    Token,
)
from ccdata.extract.quotes.verbs import is_adverb, is_finite, verb_at

_REACH = 40
_WIDE = 14
_CLAUSE = Word.RELATIVE | Word.CONTRAST


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens `[first, last]`, the names its head stands for, else its head noun's bits."""

    first: int
    last: int
    namings: tuple[Naming, ...]
    noun: int = 0

    @property
    def is_named(self) -> bool:
        """Say whether the head is a name or a reference that was resolved."""
        return bool(self.namings)

    @property
    def may_speak(self) -> bool:
        """Say whether it can have words of its own: a name, a person, a document."""
        return self.is_named or bool(self.noun & (Noun.PERSON | Noun.DOCUMENT))


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
    if not phrases or (parts and _first_phrase(tokens, *parts[-1]) is None):
        return None
    return phrases[-1] if stopped_by_verb else _together(phrases)


def _back_over(tokens: list[Token], last: int) -> int:
    """Step left over adverbs and a closed parenthesis."""
    while last >= 0 and is_adverb(tokens[last]):
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
        if left.flags & COMMA:
            if not _lists(tokens, place - 1):
                return place, False
        elif left.flags & (BREAK | QUOTE) or left.flags & _CLAUSE:
            return place, False
        elif left.flags & Word.SUBORDINATOR and not _is_determiner_that(tokens, place - 1):
            return place, False
        elif is_finite(tokens, place - 1) or left.word == "to" and verb_at(tokens, place) is not None:
            return place, True
        elif (found := verb_at(tokens, place - 1)) is not None and not found.shape & 2:
            return place, True
        place -= 1
    return place, False


def _is_determiner_that(tokens: list[Token], at: int) -> bool:
    return tokens[at].word == "that" and at == 0


def _lists(tokens: list[Token], comma: int) -> bool:
    """Say whether a comma joins a list of names: NAME "," ... "and" NAME."""
    if comma == 0 or not tokens[comma - 1].flags & NAME or tokens[comma - 1].flags & OWNER:
        return False
    follows = tokens[comma + 1 : comma + 3]
    if not follows:
        return False
    if follows[0].word == "and":
        return len(follows) > 1 and bool(follows[1].flags & NAME)
    return (
        bool(follows[0].flags & NAME)
        and len(follows) > 1
        and (bool(follows[1].flags & COMMA) or follows[1].word == "and")
    )


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
    while first <= last and is_adverb(tokens[first]):
        first += 1
    if first > last:
        return None
    if tokens[first].flags & Word.PREPOSITION:
        return _late_name(tokens, first, last)
    head = first
    while head < last and not tokens[head + 1].flags & Word.PREPOSITION:
        head += 1
    while head > first and is_adverb(tokens[head]):
        head -= 1
    return _headed(tokens, first, head)


def _late_name(tokens: list[Token], first: int, last: int) -> Phrase | None:
    token = tokens[last]
    if (
        last - first > 1
        and token.flags & NAME
        and not token.flags & OWNER
        and not _follows_preposition(tokens, last)
    ):
        return Phrase(last, last, token.namings, Noun.PERSON)
    return None


def _follows_preposition(tokens: list[Token], at: int) -> bool:
    left = at - 1
    while left > 0 and tokens[left].flags & Word.DETERMINER:
        left -= 1
    return left >= 0 and bool(
        tokens[left].flags & (Word.PREPOSITION | OWNER | Word.POSSESSIVE) or tokens[left].word == "to"
    )


def _headed(tokens: list[Token], first: int, head: int) -> Phrase | None:
    token = tokens[head]
    states = _states_of(tokens, head)
    if states:
        return Phrase(first, head, states, Noun.PERSON)
    if token.flags & NAME and not token.flags & OWNER:
        return Phrase(head, head, token.namings, Noun.PERSON)
    if token.flags & OWNER or not token.flags & WORD:
        return None
    if token.flags & PROPER:
        return _unresolved(tokens, first, head)
    if token.flags & (Word.SUBJECT | Word.DETERMINER) and head == first:
        return Phrase(first, head, (), Noun.PERSON)
    return Phrase(first, head, (), token.noun)


def _unresolved(tokens: list[Token], first: int, head: int) -> Phrase:
    """Return a name that nobody resolved: the capitalised words at the phrase's end."""
    start = head
    while start > first and tokens[start - 1].flags & PROPER and not tokens[start - 1].flags & OWNER:
        start -= 1
    return Phrase(start, head, (), Noun.PERSON)


def _states_of(tokens: list[Token], head: int) -> tuple[Naming, ...]:
    """Return the states of "foreign ministers of China, Japan, and Korea": they stand for the office-holders."""
    if not tokens[head].noun & Noun.PERSON or not tokens[head].word.endswith("s") or head + 2 >= len(tokens):
        return ()
    if tokens[head + 1].word != "of":
        return ()
    found: list[Naming] = []
    for token in tokens[head + 2 : head + 2 + _REACH]:
        if token.flags & NAME and not token.flags & OWNER and token.namings[0].kind == "country":
            found.extend(token.namings)
        elif not token.flags & (COMMA | Word.DETERMINER | Word.CONJUNCTION):
            break
    return tuple(found) if len(found) > 1 else ()


def _together(phrases: list[Phrase]) -> Phrase:
    """Join a group: all that are named; without a name the group as it is described."""
    namings = tuple(naming for phrase in phrases for naming in phrase.namings)
    noun = 0
    for phrase in phrases:
        noun |= phrase.noun
    return Phrase(phrases[0].first, phrases[-1].last, namings, noun)


def phrase_after(tokens: list[Token], first: int) -> Phrase | None:
    """Return the phrase or group that begins at `first`: "Defence Minister Kim and his counterpart"."""
    found = _one_after(tokens, first)
    if found is None:
        return None
    group = [found]
    while (following := _next_member(tokens, group[-1])) is not None:
        group.append(following)
    return _together(group)


def _one_after(tokens: list[Token], first: int) -> Phrase | None:
    place = first
    while place < len(tokens) and place - first < _WIDE:
        token = tokens[place]
        if token.flags & NAME and not token.flags & OWNER and not _qualifies(tokens, place):
            return Phrase(place, place, token.namings, Noun.PERSON)
        if token.flags & (BREAK | QUOTE | Word.PREPOSITION | Word.CONJUNCTION | _CLAUSE | Word.SUBORDINATOR):
            break
        if place > first and (is_finite(tokens, place) or is_adverb(token)):
            break
        place += 1
    return _described_after(tokens, first, place - 1)


def _qualifies(tokens: list[Token], place: int) -> bool:
    """Say whether a state's or body's name only qualifies the noun behind it: "US officials"."""
    if tokens[place].namings[0].kind in {"person", "igo"} or place + 1 >= len(tokens):
        return False
    heads = (token.noun for token in tokens[place + 1 : place + 4] if token.flags & WORD)
    behind = tokens[place + 1]
    noun = (
        behind.flags & WORD
        and not behind.flags & (Word.PREPOSITION | Word.CONJUNCTION)
        and not is_adverb(behind)
    )
    return bool(noun) and verb_at(tokens, place + 1) is None and any(n & Noun.PERSON for n in heads)


def _described_after(tokens: list[Token], first: int, head: int) -> Phrase | None:
    """Return a description, or the name that stands beside it between commas."""
    if head < first:
        return None
    name = head + 2
    beside = name < len(tokens) and tokens[head + 1].flags & COMMA and tokens[name].flags & NAME
    behind = tokens[name + 1].flags if name + 1 < len(tokens) else STOP
    beside = beside and bool(behind & (BREAK | Word.CONJUNCTION | Word.PREPOSITION))
    if beside and not tokens[name].flags & OWNER and tokens[head].noun & Noun.PERSON:
        return Phrase(first, name, tokens[name].namings, Noun.PERSON)
    return _headed(tokens, first, head)


def _next_member(tokens: list[Token], last: Phrase) -> Phrase | None:
    """Return the next member of a group; a name that has a verb of its own is none."""
    place = last.last + 1
    if place + 1 >= len(tokens) or not last.is_named:
        return None
    if tokens[place].flags & COMMA and not _lists(tokens, place):
        return None
    if tokens[place].flags & COMMA and tokens[place + 1].word == "and":
        place += 1
    if not tokens[place].flags & COMMA and tokens[place].word != "and":
        return None
    found = _one_after(tokens, place + 1)
    if found is None or not found.is_named:
        return None
    behind = found.last + 1
    if behind < len(tokens) and (is_finite(tokens, behind) or verb_at(tokens, behind) is not None):
        return None
    return found


def owner_before(tokens: list[Token], noun: int) -> Phrase | None:
    """Return the owner of a noun: "Kim's (recent, much-noted) WORDS", "his WORDS"."""
    for place in range(noun - 1, max(-1, noun - 8), -1):
        token = tokens[place]
        if token.flags & NAME:
            if token.flags & OWNER:
                return _owners(tokens, place)
            return None
        if token.flags & Word.POSSESSIVE and not token.flags & Word.RELATIVE:
            return Phrase(place, place, (), Noun.PERSON)
        if token.flags & OWNER and token.noun & (Noun.PERSON | Noun.DOCUMENT):
            first = place
            while (
                first > 0
                and tokens[first - 1].flags & WORD
                and not tokens[first - 1].flags & Word.PREPOSITION
            ):
                first -= 1
                if tokens[first].flags & (Word.DETERMINER | Word.POSSESSIVE):
                    break
            return Phrase(first, place, (), token.noun)
        if token.flags & (BREAK | QUOTE | Word.PREPOSITION | Word.CONJUNCTION | Word.DETERMINER) and not (
            token.flags & COMMA
        ):
            return None
        if is_finite(tokens, place):
            return None
    return None


def _owners(tokens: list[Token], place: int) -> Phrase:
    """Return the owner and whoever owns with him: "Kim and Moon's"."""
    token = tokens[place]
    joined = place > 1 and tokens[place - 1].word == "and" and tokens[place - 2].flags & NAME
    if joined and not _follows_preposition(tokens, place - 2):
        other = tokens[place - 2]
        return Phrase(place - 2, place, (*other.namings, *token.namings), Noun.PERSON)
    return Phrase(place, place, token.namings, Noun.PERSON)
