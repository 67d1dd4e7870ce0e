"""Links without a verb beside them: "according to Kim", "and Abe that it was 'x'"."""

from __future__ import annotations

from ccdata.authority.cues import Noun, Word
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.main_verbs import saying_verb
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.tokens import COMMA, NAME, OWNER, PROPER, Token

_NEAR = 2
_JOINING = frozenset({"and", "but", "while"})


def according_link(tokens: list[Token], at: int, quote: int) -> Link | None:
    """Read "according to NAME," before the words: weak, a verb of speaking behind it is better.

    Set into the words' own clause ("it was, according to Kim, 'x'") it is as good as any verb.
    """
    found = phrase_after(tokens, at + 2)
    if found is None or found.last >= quote or not found.may_speak:
        return None
    inserted = (
        at > 1 and tokens[at - 1].flags & COMMA and tokens[at - 2].flags & (Word.BE | Word.SUBORDINATOR)
    )
    weak = not (inserted and tokens[quote - 1].flags & COMMA)
    return Link(found, "according to", (at, at + 1), adjacent=found.last + 2 >= quote or not weak, weak=weak)


def verbless_link(tokens: list[Token], at: int, quote: int) -> Link | None:
    """Read "Wen said the trip was 'x' and Abe | that it was 'y'": the verb is said once for two."""
    token = tokens[at]
    if (
        at < _NEAR
        or not token.flags & (NAME | PROPER)
        or token.flags & OWNER
        or tokens[at + 1].word != "that"
    ):
        return None
    if tokens[at - 1].word not in _JOINING:
        return None
    verb = saying_verb(tokens, at - 1)
    if verb is None:
        return None
    speaker = Phrase(at, at, token.namings, Noun.PERSON)
    return Link(speaker, verb.lemma, (verb.at, verb.end), verb, adjacent=at + 2 == quote)
