"""Words quoted without marks inside a paragraph.

unmarked = SENTENCE-HEAD ":" CAPITAL ... end of the sentence

The head tells who speaks: a verb of speaking ("which stated:"), or a person who gives a piece of speech
("drew the moral:"). A colon that explains ("The reason was simple: ...") is the author's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdata.authority.cues import Cues, Noun, Sense, Word
from ccdata.extract.quotes.colons import main_subject_of
from ccdata.extract.quotes.governors import find_governor
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.pairing import Pair, Pairing
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.quotes.tokens import COLON, NAME, PROPER, QUOTE, SIGN, Reader, Token
from ccdata.extract.quotes.verbs import is_finite

_COLON = re.compile(r"(?<=[a-z]):\s+(?=[A-Z][a-z' ])")
_LEAST = 5
_HEAD = 3
"""A subject, a verb and the colon."""
_COUNTED = frozenset({"two", "three", "four", "five", "six", "several", "following", "these"})


def with_unmarked(passage: Passage, pairing: Pairing, cues: Cues) -> Pairing:
    """Return the pairing with the stretches that are quoted without marks."""
    found = _spoken(passage, _candidates(passage, pairing), cues)
    if not found:
        return pairing
    pairs = sorted([*((p, False) for p in pairing.pairs), *((p, True) for p in found)], key=_start)
    order = {id(pair): number for number, (pair, _) in enumerate(pairs)}
    kept = [_renumbered(pair, pairing.pairs, order) for pair, _ in pairs]
    return pairing._replace(pairs=tuple(kept))


def is_unmarked(pair: Pair) -> bool:
    """Say whether no marks enclose the words."""
    return pair.mark_start == pair.start and pair.mark_end == pair.end


def _start(found: tuple[Pair, bool]) -> int:
    return found[0].mark_start


def _renumbered(pair: Pair, before: Sequence[Pair], order: dict[int, int]) -> Pair:
    return pair if pair.outer is None else pair._replace(outer=order[id(before[pair.outer])])


def _candidates(passage: Passage, pairing: Pairing) -> list[tuple[int, Pair]]:
    """Return what stands between a colon and the end of its sentence, where no marks are, with its start."""
    made: list[tuple[int, Pair]] = []
    place = 0
    for start, end in passage.sentences:
        while place < len(pairing.pairs) and pairing.pairs[place].mark_end <= start:
            place += 1
        if place < len(pairing.pairs) and pairing.pairs[place].mark_start < end:
            continue
        colon = _COLON.search(passage.text, start, end)
        last = start + len(passage.text[start:end].rstrip())
        if colon and len(passage.text[colon.end() : last].split()) >= _LEAST:
            made.append((start, Pair(colon.end(), last, "double", None, colon.end(), last)))
    return made


def _spoken(passage: Passage, candidates: list[tuple[int, Pair]], cues: Cues) -> list[Pair]:
    """Return those whose sentence lets somebody speak before the colon."""
    if not candidates:
        return []
    reader = Reader(passage.text, [(at, pair) for at, (_, pair) in enumerate(candidates)], passage.namings)
    return [pair for start, pair in candidates if _is_spoken(reader.read(start, pair.end), cues)]


def _is_spoken(tokens: list[Token], cues: Cues) -> bool:
    quote = len(tokens) - 1
    if quote < _HEAD or not tokens[quote].flags & QUOTE or not tokens[quote - 1].flags & COLON:
        return False
    link = find_governor(tokens, quote, cues).link
    if link is not None and link.verb is not None:
        return introduces(tokens, link, quote - 1)
    return _gives_speech(tokens, quote)


def introduces(tokens: list[Token], link: Link, colon: int) -> bool:
    """Say whether a verb of speaking announces words: "told the press:", not "stated three aims:"."""
    verb = link.verb
    if verb is None or link.weak or verb.embedded or not verb.senses & Sense.SAY:
        return False
    between = tokens[verb.end + 1 : colon]
    counted = any(token.word in _COUNTED or token.flags & SIGN for token in between)
    clause = any(is_finite(tokens, at) for at in range(verb.end + 1, colon))
    speaks = link.speaker.is_named or bool(link.speaker.noun & Noun.DOCUMENT)
    return speaks and not counted and not clause


def _gives_speech(tokens: list[Token], quote: int) -> bool:
    """Read "NAME drew the moral: We ...": a person gives a piece of speech."""
    article, noun = tokens[quote - 3], tokens[quote - 2]
    if not noun.noun & Noun.CONTENT or not article.flags & (Word.DETERMINER | Word.POSSESSIVE):
        return False
    if tokens[quote].flags & (NAME | PROPER):
        return False
    subject = main_subject_of(tokens, quote - 1)
    return subject is not None and subject.is_named and all(n.kind == "person" for n in subject.namings)
