"""The kind of a quotation: whether it is a clause, whether it is a title, whether anybody is credited.

credited to somebody       direct (a clause) or fragment
a work's name              title
a gloss of an original     translated_term, with no speaker
nobody's                   fragment where it echoes a document (a link, a long phrase), else scare
"""

from __future__ import annotations

import re

from ccdata.authority.cues import Cues, Noun, Word
from ccdata.extract.quotes.tokens import CLOSE, COLON, COMMA, NAME, OPEN, QUOTE, WORD, Token
from ccdata.records.terms import QuoteKind

_WORDS = re.compile(r"[^\W_][\w'’.-]*")
_TITLING = frozenset(
    {"titled", "entitled", "headlined", "captioned", "subtitled", "headlining", "titling", "entitling"}
)
_NAMED_WORK = frozenset({"title", "headline", "titles", "headlines"})
_REACH = 6
_GROUP = 3
_PAIR = 2
_SMALL = 4
_LIFTED = 4


def is_title_case(text: str, cues: Cues, least: int = 2) -> bool:
    """Say whether all words but the small ones are capitalised."""
    first = _WORDS.search(text)
    if first is None or first[0][0].islower():
        return False
    big = 0
    for found in _WORDS.finditer(text):
        word = found[0]
        if len(word) >= _SMALL or not cues.words.get(word.lower(), 0):
            if word[0].islower():
                return False
            big += 1
    return big >= least


def names_work(tokens: list[Token], at: int, text: str, cues: Cues) -> bool:
    """Say whether the quotation token at `at` is the name of a work."""
    if _is_titled(tokens, at):
        return True
    if not is_title_case(text, cues):
        return False
    if text.rsplit(maxsplit=1)[-1].strip(".,;:!?").lower() in cues.enacted:
        return True
    left = at - 1
    if left >= 0 and tokens[left].flags & (COMMA | COLON | OPEN):
        left -= 1
    if left >= 0 and tokens[left].noun & Noun.WORK and not tokens[left].flags & NAME:
        return True
    return _explained_behind(tokens, at)


def is_gloss(tokens: list[Token], at: int) -> bool:
    """Say whether the words stand alone in a parenthesis: bebas aktif ("free and active")."""
    if (
        at < _PAIR
        or at + 1 >= len(tokens)
        or not tokens[at - 1].flags & OPEN
        or not tokens[at + 1].flags & CLOSE
    ):
        return False
    return bool(tokens[at - 2].flags & (WORD | NAME))


def glosses_foreign(tokens: list[Token], at: int) -> bool:
    """Say whether words in a parenthesis translate what stands before it: no name that they shorten."""
    return is_gloss(tokens, at) and not tokens[at - 2].flags & NAME and not tokens[at - 2].is_capital


def _is_titled(tokens: list[Token], at: int) -> bool:
    """Read "titled", "entitled", "whose title was the familiar" before the words or their group."""
    for _ in range(_GROUP):
        if at < _PAIR or tokens[at - 1].word != "and" or not tokens[at - 2].flags & QUOTE:
            break
        at -= 2
    for place in range(at - 1, max(-1, at - _REACH), -1):
        token = tokens[place]
        if token.word in _TITLING:
            return True
        if token.word in _NAMED_WORK and place + 1 < at:
            return bool(tokens[place + 1].flags & (Word.BE | COLON | COMMA)) or tokens[place + 1].word in {
                "read",
                "of",
            }
        small = Word.DETERMINER | Word.BE | COMMA | COLON | Word.PREPOSITION | Word.ADVERB
        if not token.flags & (small | WORD):
            return False
    return False


def _explained_behind(tokens: list[Token], at: int) -> bool:
    """Read ", an editorial in ..." behind the words."""
    place = at + 1
    if place < len(tokens) and tokens[place].flags & COMMA:
        place += 1
    opens = Word.DETERMINER | Word.POSSESSIVE
    if place >= len(tokens) or not tokens[place].flags & opens or tokens[at].word != ",":
        return False
    return any(token.noun & Noun.WORK for token in tokens[place + 1 : place + 4])


def nobodys_kind(text: str, *, native: bool, linked: bool, lifted: bool) -> QuoteKind:
    """Return the kind of words that nobody is credited with.

    `linked`: they carry a link, so they echo what is linked. `lifted`: a passive without agent gives
    them as the wording of a document.
    """
    if native:
        return "translated_term"
    words = _WORDS.findall(text)
    if linked or (lifted and len(words) >= _LIFTED):
        return "fragment"
    return "scare"
