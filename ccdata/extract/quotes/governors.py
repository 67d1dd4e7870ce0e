"""The cue before a quotation: the nearest word on the left that governs it.

    verb    Kim called the plan "x" | said that the plan was "x" | urged Seoul to "x"
    layer   Kim was quoted as saying "x" | was reported to have called it "x"
    agent   called "x" by Kim | described by Kim as "x"
    noun    Kim's warning of "x" | the words of Kim: "x" | his answer was "x"
    colon   Kim was blunt: "x"

The walk goes left from the quotation. A verb in a plan or wish ("would view it as"), a noun in a
prepositional phrase ("in his speech") give way to a cue further left. A passive without an agent
("is defined as 'x'") has no speaker; what is further left may still have one.
"""

from __future__ import annotations

from typing import NamedTuple

from ccdata.authority.cues import Cues, Noun, Shape, Word
from ccdata.extract.quotes.agents import agent_of, is_agentless_form, is_infinitive
from ccdata.extract.quotes.attitudes import attitude_link, is_convinced
from ccdata.extract.quotes.colons import main_subject_of
from ccdata.extract.quotes.governance import governs, is_adjacent
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.phrases_before import phrase_before
from ccdata.extract.quotes.reports import outer_verb
from ccdata.extract.quotes.speaking import is_fact, is_vague, speaks
from ccdata.extract.quotes.speech_nouns import noun_link
from ccdata.extract.quotes.subjects import subject_of
from ccdata.extract.quotes.tokens import (
    COLON,
    COMMA,
    CUE,
    NAME,
    OWNER,
    PROPER,
    QUOTE,
    SEMICOLON,
    STOP,
    WORD,
    Token,
)
from ccdata.extract.quotes.verbless import according_link, verbless_link
from ccdata.extract.quotes.verbs import (
    Verb,
    is_finite,
    open_verb,
    verb_at,
)

_REACH = 90
_NEAR = 2
_VERBLESS = 7
_NAMED = 4
"""Words of "known as the" before a name."""
_BREAKS = STOP | SEMICOLON | Word.CONTRAST


class Search(NamedTuple):
    """The outcome of the walk: the link, and whether a passive without agent was met first."""

    link: Link | None
    agentless: bool = False


def find_governor(tokens: list[Token], quote: int, cues: Cues) -> Search:
    """Walk left from the quotation token to the cue that governs it."""
    weak: Link | None = None
    agentless = False
    for at in range(quote - 1, max(-1, quote - _REACH), -1):
        token = tokens[at]
        if token.flags & _BREAKS and _breaks(tokens, at):
            break
        if token.flags & QUOTE and at == quote - 1 and token.word == ".":
            break  # "... 'x.' 'y,' said Kim": one sentence ends, the next begins
        if weak is not None and _opens_clause(tokens, at):
            break
        if not token.flags & (CUE | COLON) and tokens[at + 1].word != "that" and at < quote - _NEAR:
            continue
        if token.word == "known" and tokens[at + 1].word == "as" and quote - at <= _NAMED:
            return Search(None, agentless=True)  # a name that people use
        link, blocked = _link_at(tokens, at, quote, cues)
        agentless = agentless or blocked
        if link is not None and not link.weak:
            link = _reported(tokens, link, quote, cues) or link
            if not link.weak:
                return Search(link, agentless)
        weak = weak or link
        if token.flags & COLON and at == quote - 1:
            colon = _before_colon(tokens, at, quote, cues)
            if colon is not None:
                return Search(colon)
    return Search(weak, agentless)


def _breaks(tokens: list[Token], at: int) -> bool:
    """Say whether no cue further left can govern: a new main clause has begun."""
    token = tokens[at]
    if token.flags & STOP:
        return True
    if token.flags & SEMICOLON:
        return tokens[at + 1].word not in {"and", "that", "but", "or"}
    if not at or tokens[at - 1].word == "that" or _is_verbless(tokens, at):
        return False
    following = tokens[at + 1]
    return following.form is None or following.form.shape != Shape.ING


def _is_verbless(tokens: list[Token], at: int) -> bool:
    """Read ", though modest,": no clause of its own."""
    if not tokens[at - 1].flags & COMMA:
        return False
    stop = min(len(tokens), at + _VERBLESS)
    comma = next((place for place in range(at + 1, stop) if tokens[place].flags & (COMMA | QUOTE)), stop)
    closed = comma < stop and bool(tokens[comma].flags & COMMA)
    return closed and not any(is_finite(tokens, place) for place in range(at + 1, comma))


def _opens_clause(tokens: list[Token], at: int) -> bool:
    """Say whether a clause of time or place begins: "spoke of it where Kim had hoped to read 'x'"."""
    return tokens[at].word in {"where", "when", "whereas", "because"} and bool(
        tokens[at + 1].flags & (NAME | Word.DETERMINER | Word.SUBJECT | Word.POSSESSIVE)
    )


def _reported(tokens: list[Token], link: Link, quote: int, cues: Cues) -> Link | None:
    """Return the link of the verb outside, where the words are not the inner subject's."""
    outer = outer_verb(tokens, link)
    return _link_at(tokens, outer.at, quote, cues)[0] if outer is not None else None


def _link_at(tokens: list[Token], at: int, quote: int, cues: Cues) -> tuple[Link | None, bool]:
    """Return the link that the word at `at` makes, and whether it is a passive without agent."""
    token = tokens[at]
    if token.word in cues.attitude and is_convinced(tokens, at):
        return attitude_link(tokens, at, quote), False
    verb = verb_at(tokens, at)
    if verb is None and not token.noun:
        verb = _complement_verb(tokens, at) or _open_verb(tokens, at, quote)
    if verb is not None and verb.end < quote:
        return _verb_link(tokens, verb, quote)
    if token.noun and token.flags & WORD:
        return noun_link(tokens, at, quote, cues), False
    if token.word == "according" and at + 1 < quote and tokens[at + 1].word == "to":
        return according_link(tokens, at, quote), False
    return verbless_link(tokens, at, quote), False


def _complement_verb(tokens: list[Token], at: int) -> Verb | None:
    """Read a verb of no list that takes "that": "Kim harrumphed that"."""
    if at + 1 < len(tokens) and tokens[at + 1].word == "that":
        found = open_verb(tokens, at)
        return found if found is not None and found.shape == Shape.PAST else None
    return None


def _open_verb(tokens: list[Token], at: int, quote: int) -> Verb | None:
    """Read a verb of no list with the words right behind it: "Kim mourned 'x'", "he unpacked as 'x'"."""
    if at + 1 != quote and not (at + 2 == quote and tokens[at + 1].word == "as"):
        return None
    found = open_verb(tokens, at)
    if found is None or found.passive:
        return None
    acting = NAME | PROPER | Word.SUBJECT | Word.RELATIVE
    present = at + 1 == quote and at > 0 and tokens[at - 1].flags & acting
    return found if found.shape == Shape.PAST or present else None


def _verb_link(tokens: list[Token], verb: Verb, quote: int) -> tuple[Link | None, bool]:
    between = tokens[verb.end + 1 : quote]
    if not governs(tokens, verb, quote):
        return None, False
    if is_agentless_form(tokens, verb):
        link = _passive_link(tokens, verb, quote)
        return link, link is None
    subject = subject_of(tokens, verb)
    if subject is None or not speaks(tokens, subject, verb):
        return None, False
    begun = verb.shape == Shape.ING and verb.at < subject.first and subject.last < quote
    if begun or _is_set_in(tokens, subject, verb):
        return None, False  # "Responding to the attack, Kim ...": the main clause has begun
    link = _linked(tokens, subject, verb, between)
    if verb.lemma == "quote" and (quoted := _quoted(tokens, verb, quote)) is not None:
        return link._replace(speaker=quoted, via=subject), False
    return (link._replace(weak=True) if is_vague(tokens, subject, verb) else link), False


def _passive_link(tokens: list[Token], verb: Verb, quote: int) -> Link | None:
    """Read "called 'x' by NAME"; in "was reported by Xinhua to have said" the words are the subject's."""
    between = tokens[verb.end + 1 : quote]
    agent = agent_of(tokens, verb, quote)
    if agent is None or agent.last + 1 >= quote or not is_infinitive(tokens, agent.last + 1):
        return _linked(tokens, agent, verb, between) if agent is not None else None
    told = subject_of(tokens, verb)
    return _linked(tokens, told, verb, between)._replace(via=agent) if told is not None else None


def _is_set_in(tokens: list[Token], subject: Phrase, verb: Verb) -> bool:
    """Read ", Xinhua reported, that": through whom the words came that another says."""
    before, behind = subject.first - 1, verb.end + 1
    while before > 0 and tokens[before].flags & Word.DETERMINER:
        before -= 1
    if before < _NEAR or not subject.is_named or subject.namings[0].kind != "media":
        return False
    inserted = tokens[before].flags & COMMA and tokens[behind].flags & COMMA
    return bool(inserted) and tokens[behind + 1].word == "that"


def _quoted(tokens: list[Token], verb: Verb, quote: int) -> Phrase | None:
    """Return whose words somebody quotes: "Kim quoted Lee: 'x'"."""
    found = phrase_after(tokens, verb.end + 1)
    if found is None or found.last + 2 != quote or not _is_name(tokens, found):
        return None
    return found if tokens[quote - 1].flags & (COLON | COMMA) else None


def _linked(tokens: list[Token], subject: Phrase, verb: Verb, between: list[Token]) -> Link:
    return Link(
        subject,
        verb.lemma,
        (verb.at, verb.end if verb.end - verb.at <= _NEAR else verb.at),  # "spoke (on television) of"
        verb,
        adjacent=is_adjacent(between),
        weak=verb.embedded and not is_fact(tokens, verb),
    )


def _is_name(tokens: list[Token], phrase: Phrase) -> bool:
    return phrase.is_named or bool(tokens[phrase.last].flags & PROPER)


def _before_colon(tokens: list[Token], colon: int, quote: int, cues: Cues) -> Link | None:
    """Return the main subject of the clause that ends in a colon: "Kim was blunt: ..."."""
    owner = tokens[colon - 1]
    if owner.flags & NAME and owner.flags & OWNER:  # "The phrase that stuck was Kim's: 'x'"
        return Link(Phrase(colon - 1, colon - 1, owner.namings, Noun.PERSON), None, None, adjacent=True)
    first = max(-1, colon - _REACH)
    for at in range(colon - 1, first, -1):
        link, _ = _link_at(tokens, at, quote, cues)
        if link is not None and (link.verb is not None or _is_name(tokens, link.speaker)):
            return link
    subject = main_subject_of(tokens, colon)
    if subject is not None:
        return Link(subject, None, None, adjacent=True)
    found = phrase_before(tokens, colon - 1)
    if found is not None and found.first == 0 and _is_name(tokens, found):
        return Link(found, None, None, adjacent=True)
    return None
