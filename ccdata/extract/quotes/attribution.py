"""Whose words: one unit's quotations and the links that tie them to speakers.

The order in which links are tried says how the genre reports:

    1. a cue that touches the words on the left         Kim said that "x" | called it "x"
    2. a credit right behind a clause                   "x," said Kim
    3. a cue further left in the same sentence          what Kim branded the "x" of the age, argued Lee
    4. a credit right behind a fragment
    5. a credit of the whole sentence                   The "x" cannot last, said Kim.
    6. what the sentence begins with                    According to Kim, ... | For Kim, ...
    7. the speaker of the sentence before               implicit
"""

from __future__ import annotations

from typing import NamedTuple

from ccdata.authority.cues import Cues, Sense, Word, load_cues
from ccdata.extract.quotes.channels import with_channel
from ccdata.extract.quotes.clauses import is_clause
from ccdata.extract.quotes.colons import told_behind_colon
from ccdata.extract.quotes.credits import credit_behind, credit_inserted, credit_of_sentence
from ccdata.extract.quotes.frames import credit_in_front
from ccdata.extract.quotes.gaps import gapped, inserted_view, meant
from ccdata.extract.quotes.governors import find_governor
from ccdata.extract.quotes.kinds import is_gloss, is_title_case
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.predicates import own_predicate, owned_speech
from ccdata.extract.quotes.tokens import (
    COMMA,
    QUOTE,
    WORD,
    Token,
)
from ccdata.extract.quotes.verbs import is_adverb, is_finite

_OPENING = 6
_GAP = 3
_WORDED = 4
_ASKING = frozenset({"what", "how", "why"})
_NOBODY = frozenset({"nobody", "none", "no"})
_OWN_TEXT = frozenset(
    {"article", "essay", "review", "chapter", "column", "section", "issue", "survey", "account"}
)


class Credit(NamedTuple):
    """The link of one quotation token, and what its sentence says beside it."""

    link: Link | None
    clause: bool
    so_called: bool = False
    agentless: bool = False


def credit_quotations(tokens: list[Token], texts: dict[int, str], cues: Cues) -> dict[int, Credit]:
    """Return the credit of every quotation token of a unit by its pair's number."""
    made: dict[int, Credit] = {}
    front = credit_in_front(tokens)
    last: tuple[int, Credit] | None = None
    for at, token in enumerate(tokens):
        if token.flags & QUOTE:
            credit = _credit(tokens, at, texts[token.quote], front, cues)
            behind = credit.link is not None and credit.link.cue is not None and credit.link.cue[0] > at
            if last is not None and not behind and _resumes(tokens, last, at):
                credit = credit._replace(link=last[1].link, so_called=False)
            made[token.quote] = credit
            last = (at, credit)
    return made


def _resumes(tokens: list[Token], last: tuple[int, Credit], at: int) -> bool:
    """Say whether words go on behind their credit: "A," concluded Kim's report, "B."."""
    before, credit = last
    link = credit.link
    if link is None or link.cue is None or not tokens[at - 1].flags & COMMA or not credit.clause:
        return False
    first, end = min(link.cue[0], link.speaker.first), max(link.cue[1], link.speaker.last)
    return before < first <= before + _GAP and end == at - _GAP + 1 and link.speaker.may_speak


def _credit(tokens: list[Token], at: int, words: str, front: Link | None, cues: Cues) -> Credit:
    left = tokens[at - 1] if at else None
    after_that = left is not None and left.word == "that"
    spoken = _is_spoken(tokens, at)
    clause = is_clause(words, after_that=after_that, spoken=spoken)
    apart = is_gloss(tokens, at) or _is_asked_about(tokens, at, words)
    if left is not None and (left.word in cues.so_called or apart):
        return Credit(None, clause, so_called=True)
    search = find_governor(tokens, at, cues)
    named = _is_proper_name(tokens, at, words, search.link, cues) or _is_work(search.link, words, cues)
    named = named or _is_term(tokens, at, search.link)
    if named or _is_author(tokens, search.link):
        return Credit(None, clause, so_called=True)
    link = _found(tokens, at, words, search.link, front, cues, clause=clause)
    if link is not None:
        link = _completed(tokens, at, link, front)
    return Credit(link, clause, agentless=search.agentless and link is None)


def _found(  # noqa: PLR0917 - the parts of one sentence
    tokens: list[Token],
    at: int,
    words: str,
    governor: Link | None,
    front: Link | None,
    cues: Cues,
    *,
    clause: bool,
) -> Link | None:
    """Return the best link of a quotation."""
    owned = owned_speech(tokens, at)
    if owned is not None and " " in words:
        return owned
    link = _choose(tokens, at, governor, clause=clause)
    if front is not None and front.speaker.last < at and (link is None or _tells_less(link, front)):
        link = front
    if link is None or link.weak:
        link = told_behind_colon(tokens, at, plainly=len(words.split()) < _WORDED) or link
    return (
        link
        or inserted_view(tokens, at)
        or credit_inserted(tokens, at)
        or own_predicate(tokens, at, words, cues)
        or owned
    )


def _completed(tokens: list[Token], at: int, link: Link, front: Link | None) -> Link:
    """Return a link with the speaker whom it leaves out or means, and the medium."""
    speaker = gapped(tokens, at, link) or link.speaker
    speaker = meant(tokens, speaker) or speaker
    if speaker is not link.speaker:
        link = link._replace(speaker=speaker)
    return link if link.via is not None else with_channel(tokens, at, link, front)


def _is_asked_about(tokens: list[Token], at: int, words: str) -> bool:
    """Read "told them what the 'x' is not", "agree on what 'it' says": the words name what is spoken of."""
    if at and tokens[at - 1].word in _ASKING and at + 1 < len(tokens):
        return " " not in words and tokens[at].word != "," and bool(tokens[at + 1].flags & WORD)
    asked = at > 1 and tokens[at - 1].flags & Word.DETERMINER and tokens[at - 2].word in _ASKING
    return bool(asked) and at + 1 < len(tokens) and bool(tokens[at + 1].flags & Word.BE)


def _is_work(link: Link | None, words: str, cues: Cues) -> bool:
    """Say whether words in capitals are what somebody watches, hosts or reads: no words of his."""
    if link is None or link.verb is None or not link.adjacent:
        return False
    doing = not link.verb.senses or link.lemma == "read"
    return doing and is_title_case(words, cues) and words[-1:] not in ".!?,"


def _is_author(tokens: list[Token], link: Link | None) -> bool:
    """Read "This review concludes that", "nobody called it": no words of anybody's but the author's."""
    if link is None or link.speaker.is_named:
        return False
    first = tokens[link.speaker.first].word
    return first in _NOBODY or (first == "this" and tokens[link.speaker.last].word in _OWN_TEXT)


def _tells_less(link: Link, front: Link) -> bool:
    """Say whether "According to NAME," goes before a verb of doing: "..., the team has begun 'x'"."""
    verb = link.verb
    strict = verb is not None and verb.senses & Sense.STRICT and not verb.senses & Sense.NAME
    return front.lemma == "according to" and bool(strict) and link.speaker.first > front.speaker.last


def _is_proper_name(tokens: list[Token], at: int, words: str, link: Link | None, cues: Cues) -> bool:
    """Say whether the words are a name the author uses: 'the "Cobra Gold" exercise', capitals throughout."""
    if (
        not at
        or not tokens[at - 1].flags & (Word.DETERMINER | Word.POSSESSIVE)
        or not is_title_case(words, cues)
    ):
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    names = link is not None and link.verb is not None and link.verb.senses & (Sense.NAME | Sense.WORK)
    if names or behind is None or not behind.flags & WORD:
        return False
    return not is_finite(tokens, at + 1) or _is_subject(tokens, at, link)


def _is_subject(tokens: list[Token], at: int, link: Link | None) -> bool:
    """Say whether somebody says something of a name: 'repeated that the "1992 Consensus" was the key'."""
    told = link is not None and link.verb is not None and link.verb.senses & Sense.SAY
    return bool(told) and at > 1 and tokens[at - 1].word == "the" and tokens[at - 2].word == "that"


def _is_term(tokens: list[Token], at: int, link: Link | None) -> bool:
    """Say whether everybody uses the words: 'the "one China" principle', unless somebody so names it."""
    if not at or at + 1 >= len(tokens) or tokens[at - 1].word not in {"the", "this"}:
        return False
    names = link is not None and link.verb is not None and link.verb.senses & Sense.NAME
    return tokens[at + 1].word in load_cues().termed and not names


def _is_spoken(tokens: list[Token], at: int) -> bool:
    """Say whether the words stand as a sentence of their own: at the start, after a comma or colon."""
    if at == 0 or tokens[at - 1].word in {",", ":"}:
        return True
    if at > _OPENING:
        return False
    return all(is_adverb(t) or t.flags & (Word.CONJUNCTION | COMMA) for t in tokens[:at])


def _quoted_from(tokens: list[Token], at: int, governor: Link, behind: Link | None) -> bool:
    """Read 'the report found that "x," as Kim noted': nobody is named before the words, somebody behind."""
    if behind is None or governor.speaker.is_named or not behind.speaker.is_named or at + 1 >= len(tokens):
        return False
    place = at + 1 + bool(tokens[at + 1].flags & COMMA)
    return place < len(tokens) and tokens[place].word == "as"


def _inserted(tokens: list[Token], governor: Link | None) -> Link | None:
    """Read 'The article, she said, reflected "x"': who says so stands before the verb of a thing."""
    verb = governor.verb if governor is not None else None
    if governor is None or verb is None or governor.speaker.is_named or not tokens[verb.at - 1].flags & COMMA:
        return None
    found = credit_inserted(tokens, verb.at)
    last = max(found.speaker.last, found.cue[1] if found.cue else 0) if found is not None else 0
    return found if found is not None and last == verb.at - _GAP + 1 and found.speaker.may_speak else None


def _choose(tokens: list[Token], at: int, governor: Link | None, *, clause: bool) -> Link | None:
    behind = credit_behind(tokens, at)
    governor = _inserted(tokens, governor) or governor
    if governor is not None and governor.adjacent and not governor.weak:
        announced = governor.cue is None and behind is not None and behind.cue is not None
        return behind if announced or _quoted_from(tokens, at, governor, behind) else governor
    if behind is not None and (clause or governor is None or at == 0):
        return behind
    if governor is not None and not governor.weak:
        return governor
    if behind is not None:
        return behind
    whole = credit_of_sentence(tokens, at)
    if governor is not None and (whole is None or governor.lemma != "according to"):
        return governor
    return whole
