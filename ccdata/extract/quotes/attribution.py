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

from ccdata.authority.cues import Cues, Noun, Sense, Word
from ccdata.extract.quotes.channels import with_channel
from ccdata.extract.quotes.clauses import is_clause
from ccdata.extract.quotes.colons import told_behind_colon
from ccdata.extract.quotes.credits import credit_behind, credit_of_sentence
from ccdata.extract.quotes.frames import credit_in_front
from ccdata.extract.quotes.governors import find_governor
from ccdata.extract.quotes.kinds import is_title_case
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.main_verbs import main_verb
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.predicates import own_predicate
from ccdata.extract.quotes.subjects import subject_of
from ccdata.extract.quotes.tokens import (
    CLOSE,
    COMMA,
    NAME,
    OPEN,
    OWNER,
    PROPER,
    QUOTE,
    WORD,
    Token,
)
from ccdata.extract.quotes.verbs import is_adverb, is_finite, open_verb, plain_verb, verb_at

_SPELLED = 5
_END = 2
_OPENING = 6
_CHAIN = 3
_GAP = 3
_WORDED = 4
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_OWN_TEXT = frozenset(
    {"article", "essay", "review", "chapter", "column", "section", "issue", "survey", "account"}
)
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


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
    if left is not None and (left.word in cues.so_called or _is_asked_about(tokens, at)):
        return Credit(None, clause, so_called=True)
    search = find_governor(tokens, at, cues)
    if _is_proper_name(tokens, at, words, search.link, cues) or _is_author(tokens, search.link):
        return Credit(None, clause, so_called=True)
    link = _choose(tokens, at, search.link, clause=clause)
    if front is not None and front.speaker.last < at and (link is None or _tells_less(link, front)):
        link = front
    if link is None or link.weak:
        link = told_behind_colon(tokens, at, plainly=len(words.split()) < _WORDED) or link
    if link is None:
        link = _inserted_view(tokens, at) or own_predicate(tokens, at, words, cues)
    if link is not None and (own := _gapped(tokens, at, link)) is not None:
        link = link._replace(speaker=own)
    if link is not None and (meant := _meant(tokens, link.speaker)) is not None:
        link = link._replace(speaker=meant)
    if link is not None and link.via is None:
        link = with_channel(tokens, at, link, front)
    return Credit(link, clause, agentless=search.agentless and link is None)


def _is_asked_about(tokens: list[Token], at: int) -> bool:
    """Read "told them what the 'x' is not": the words name what is spoken of."""
    asked = (
        at > 1 and tokens[at - 1].flags & Word.DETERMINER and tokens[at - 2].word in {"what", "how", "why"}
    )
    return bool(asked) and at + 1 < len(tokens) and bool(tokens[at + 1].flags & Word.BE)


def _is_author(tokens: list[Token], link: Link | None) -> bool:
    """Read "This review concludes that": the author speaks of his own text."""
    if link is None or link.speaker.is_named or tokens[link.speaker.first].word != "this":
        return False
    return tokens[link.speaker.last].word in _OWN_TEXT


def _tells_less(link: Link, front: Link) -> bool:
    """Say whether "According to NAME," goes before a verb of doing: "..., the team has begun 'x'"."""
    verb = link.verb
    strict = verb is not None and verb.senses & Sense.STRICT and not verb.senses & Sense.NAME
    return front.lemma == "according to" and bool(strict) and link.speaker.first > front.speaker.last


def _inserted_view(tokens: list[Token], at: int) -> Link | None:
    """Read "was, for Kim, 'x'"."""
    for place in range(at - 2, max(0, at - _SPELLED), -1):
        if tokens[place].word == "for" and tokens[place - 1].flags & COMMA and tokens[at - 1].flags & COMMA:
            found = phrase_after(tokens, place + 1)
            return Link(found, None, None) if found is not None and found.may_speak else None
    return None


def _gapped(tokens: list[Token], at: int, link: Link) -> Phrase | None:
    """Return whose words follow without a verb: 'Kim promised "aid," Lee "trade"', 'and Lee of "trade"'."""
    name = at - 1
    if name > 1 and tokens[name].flags & Word.PREPOSITION:
        name -= 1
    if name < _GAP or not tokens[name].flags & (NAME | PROPER) or tokens[name].flags & OWNER:
        return None
    left = name - 1
    while tokens[left].word == "the":
        left -= 1
    ended = tokens[left].flags & QUOTE and tokens[left].word == ","
    joined = tokens[left].word in {"and", "but"} and tokens[left - 1].flags & QUOTE
    if link.cue is None or link.cue[1] >= left or not (ended or joined):
        return None
    leading = {tokens[link.cue[1]].word, tokens[link.cue[1] + 1].word}
    same = name == at - 1 or tokens[at - 1].word in leading
    return Phrase(name, name, tokens[name].namings, Noun.PERSON) if same else None


def _meant(tokens: list[Token], phrase: Phrase) -> Phrase | None:
    """Return the subject that a pronoun nobody resolved takes up in the same sentence."""
    word = _OWNERS.get(tokens[phrase.first].word, tokens[phrase.first].word)
    if phrase.is_named or phrase.first != phrase.last or word not in _PRONOUNS:
        return None
    found = phrase
    for _ in range(_CHAIN):
        main = main_verb(tokens, found.first)
        subject = subject_of(tokens, main) if main is not None else None
        if subject is None:
            return None
        if subject.is_named:
            return subject if _fits(word, subject) else None
        found = subject
    return None


def _fits(word: str, found: Phrase) -> bool:
    """Say whether a pronoun can take up a named phrase."""
    if not found.is_named:
        return False
    person = all(naming.kind == "person" for naming in found.namings)
    if word in {"he", "she"}:
        return person and len(found.namings) == 1
    return not person if word == "it" else len(found.namings) > 1


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
    return not names and behind is not None and bool(behind.flags & WORD) and not is_finite(tokens, at + 1)


def _is_spoken(tokens: list[Token], at: int) -> bool:
    """Say whether the words stand as a sentence of their own: at the start, after a comma or colon."""
    if at == 0 or tokens[at - 1].word in {",", ":"}:
        return True
    if at > _OPENING:
        return False
    return all(is_adverb(t) or t.flags & (Word.CONJUNCTION | COMMA) for t in tokens[:at])


def _choose(tokens: list[Token], at: int, governor: Link | None, *, clause: bool) -> Link | None:
    behind = credit_behind(tokens, at)
    if governor is not None and governor.adjacent and not governor.weak:
        announced = governor.cue is None and behind is not None and behind.cue is not None
        return behind if announced else governor
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


def is_bare(tokens: list[Token]) -> bool:
    """Say whether a unit is nothing but quotations: no words of the author's beside "and", "but"."""
    depth = 0
    for token in tokens:
        if token.flags & OPEN:
            depth += 1
        elif token.flags & CLOSE:
            depth -= 1
        elif depth <= 0 and _is_of_author(token):
            return False
    return True


def _is_of_author(token: Token) -> bool:
    return bool(token.flags & (WORD | NAME)) and not token.flags & Word.CONJUNCTION and not is_adverb(token)


def main_subject(tokens: list[Token]) -> Phrase | None:
    """Return the person who is the subject of a sentence's first finite verb."""
    for at in range(min(len(tokens), 40)):
        if is_finite(tokens, at):
            verb = verb_at(tokens, at) or open_verb(tokens, at) or plain_verb(tokens, at)
            found = subject_of(tokens, verb)
            if found is not None and found.is_named and _is_person(found):
                return found
            return None
    return None


def _is_person(found: Phrase) -> bool:
    return all(naming.kind == "person" for naming in found.namings)


def is_said_of_it(tokens: list[Token], at: int) -> bool:
    """Read "It was 'x.'": the sentence goes on with what somebody said of it."""
    short = 1 < at <= _OPENING and at + _END >= len(tokens) and tokens[at].word == "."
    plain = all(t.flags & (Word.BE | Word.MODAL | Word.BE_INFINITE) or is_adverb(t) for t in tokens[1:at])
    return bool(short and plain) and tokens[0].word in {"it", "they", "this", "that"}


def may_be_carried(tokens: list[Token], at: int, words: str, cues: Cues) -> bool:
    """Say whether words without a link in their sentence go on what was said in the one before.

    They do where they are long or begin with a verb or "not": a term in marks is short.
    """
    if at and tokens[at - 1].word in cues.so_called:
        return False
    found = words.split()
    first = found[0].lower().strip("[](“\"'…") if found else ""
    verbal = cues.words.get(first, 0) & (Word.MODAL | Word.BE | Word.HAVE | Word.DO) or first == "not"
    return bool(verbal and len(found) > 1) or len(found) >= _SPELLED
