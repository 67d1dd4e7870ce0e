"""The cue before a quotation: the nearest word on the left that governs it.

    verb    Kim called the plan "x" | said that the plan was "x" | urged Seoul to "x" | was quoted as saying "x"
    agent   called "x" by Kim | described by Kim as "x"
    noun    Kim's warning of "x" | the words of Kim: "x" | his answer was "x"
    colon   Kim was blunt: "x"

The walk goes left from the quotation. A verb in a plan or wish ("would view it as"), a noun in a
prepositional phrase ("in his speech") give way to a cue further left. A passive without an agent
("is defined as 'x'") has no speaker; what is further left may still have one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ccdata.authority.cues import Cues, Noun, Sense, Shape, Word
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.phrases import Phrase, phrase_after, phrase_before
from ccdata.extract.quotes.subjects import document_owner, subject_of
from ccdata.extract.quotes.tokens import (
    COLON,
    COMMA,
    NAME,
    OWNER,
    QUOTE,
    SEMICOLON,
    STOP,
    WORD,
    Token,
    noun_lemma,
)
from ccdata.extract.quotes.verbs import Verb, before_adverbs, is_finite, is_passive, open_verb, verb_at

_REACH = 90
_CLOSE = 4
_AS = 4
_CLAUSE = 14
_SUBSTANCE = Noun.SPEECH | Noun.DOCUMENT


@dataclass(frozen=True, slots=True)
class Search:
    """The outcome of the walk: the link, and whether a passive without agent was met first."""

    link: Link | None
    agentless: bool = False


def find_governor(tokens: list[Token], quote: int, cues: Cues) -> Search:
    """Walk left from the quotation token to the cue that governs it."""
    weak: Link | None = None
    agentless = False
    for at in range(quote - 1, max(-1, quote - _REACH), -1):
        token = tokens[at]
        if _breaks(tokens, at, quote):
            break
        link, blocked = _link_at(tokens, at, quote, cues)
        agentless = agentless or blocked
        if link is not None and not link.weak:
            return Search(link, agentless)
        weak = weak or link
        if token.flags & COLON and at == quote - 1:
            colon = _before_colon(tokens, at, quote, cues)
            if colon is not None:
                return Search(colon)
    return Search(weak, agentless)


def _breaks(tokens: list[Token], at: int, quote: int) -> bool:
    """Say whether no cue further left can govern: a new main clause has begun."""
    token = tokens[at]
    if token.flags & STOP:
        return True
    if token.flags & SEMICOLON:
        return tokens[at + 1].word not in {"and", "that", "but", "or"}
    if token.flags & Word.CONTRAST and at and tokens[at - 1].word != "that":
        following = tokens[at + 1]
        return following.form is None or following.form.shape != Shape.ING
    return False


def _link_at(tokens: list[Token], at: int, quote: int, cues: Cues) -> tuple[Link | None, bool]:
    """Return the link that the word at `at` makes, and whether it is a passive without agent."""
    verb = verb_at(tokens, at) or _complement_verb(tokens, at)
    if _is_convinced(tokens, at, cues):
        subject = subject_of(
            tokens, Verb(at, at, tokens[at].word, Shape.PAST, 0, passive=False, embedded=False)
        )
        form = tokens[at].form
        lemma = form.lemma if form else tokens[at].word
        named = subject is not None and subject.may_speak
        return (
            Link(subject, lemma, (at, at), adjacent=at + 2 == quote) if named and subject else None
        ), False
    if verb is not None and verb.end < quote:
        return _verb_link(tokens, verb, quote)
    if tokens[at].noun and tokens[at].flags & WORD:
        return _noun_link(tokens, at, quote, cues), False
    if tokens[at].word == "according" and at + 1 < quote and tokens[at + 1].word == "to":
        return _according_link(tokens, at, quote), False
    return None, False


def _complement_verb(tokens: list[Token], at: int) -> Verb | None:
    """Read a verb of no list that takes "that": "Kim harrumphed that"."""
    if at + 1 < len(tokens) and tokens[at + 1].word == "that" and not tokens[at].noun:
        found = open_verb(tokens, at)
        return found if found is not None and found.shape == Shape.PAST else None
    return None


def _is_convinced(tokens: list[Token], at: int, cues: Cues) -> bool:
    """Read "was worried that", "is confident that"."""
    if (
        tokens[at].word not in cues.attitude
        or at + 1 >= len(tokens)
        or tokens[at + 1].word not in {"that", ",", "about"}
    ):
        return False
    before = before_adverbs(tokens, at)
    return before >= 0 and bool(tokens[before].flags & (Word.BE | Word.BE_INFINITE))


def _verb_link(tokens: list[Token], verb: Verb, quote: int) -> tuple[Link | None, bool]:
    between = tokens[verb.end + 1 : quote]
    if _yields(tokens, verb) or _is_closed(tokens, verb, quote):
        return None, False
    if not _governs(verb, between, tokens[quote]):
        return None, False
    if _is_agentless_form(tokens, verb, quote):
        agent = _agent(tokens, verb, quote)
        return (_linked(agent, verb, between) if agent else None), agent is None
    subject = subject_of(tokens, verb)
    if subject is None or not _speaks(subject, verb):
        return None, False
    if verb.shape == Shape.ING and verb.at < subject.first and subject.last < quote:
        return None, False  # "Responding to the attack, Kim ...": the main clause has begun
    link = _linked(subject, verb, between)
    vague = not subject.is_named and subject.first == subject.last and tokens[subject.first].flags & Word.SUBJECT
    return (replace(link, weak=True) if vague else link), False


def _is_closed(tokens: list[Token], verb: Verb, quote: int) -> bool:
    """Say whether the verb's clause ended before the words: "While he disagrees with it, she is ..."."""
    comma = next((at for at in range(quote - 1, verb.end, -1) if tokens[at].word == ","), None)
    if comma is None or not any(is_finite(tokens, at) for at in range(comma + 1, quote)):
        return False
    for at in range(verb.at - 1, max(-1, verb.at - _CLAUSE), -1):
        token = tokens[at]
        if token.flags & (COMMA | QUOTE):
            return False
        opens = token.flags & (Word.CONTRAST | Word.SUBORDINATOR) and token.word not in {"that", "how", "why", "whether"}
        if opens and token.word != "as":
            return at == 0 or bool(tokens[at - 1].flags & (COMMA | Word.CONJUNCTION)) or tokens[at - 1].word == "that"
    return False


def _yields(tokens: list[Token], verb: Verb) -> bool:
    """Say whether the next verb is the better cue: "went on to say", "declined to call"."""
    place = verb.end + 1
    if place + 1 >= len(tokens) or tokens[place].word != "to":
        return False
    return verb_at(tokens, place + 1) is not None


def _linked(subject: Phrase, verb: Verb, between: list[Token]) -> Link:
    return Link(
        subject, verb.lemma, (verb.at, verb.end), verb, adjacent=_is_adjacent(between), weak=verb.embedded
    )


def _is_adjacent(between: list[Token]) -> bool:
    return all(token.flags & (COMMA | COLON) or token.word == "that" for token in between)


def _speaks(subject: Phrase, verb: Verb) -> bool:
    """Say whether the subject can speak; behind a sure verb any described one can."""
    return subject.may_speak or bool(verb.senses & Sense.SAY and not verb.senses & Sense.STRICT)


def _governs(verb: Verb, between: list[Token], quoted: Token) -> bool:
    """Say whether the verb takes what follows as its words."""
    if verb.senses & Sense.STRICT and not verb.senses & Sense.NAME:
        return _follows_at_once(verb, between)
    if verb.senses & (Sense.SAY | Sense.DENY) or not verb.senses:
        return True
    if verb.lemma in {"use", "employ"}:
        return not between or any(token.noun & Noun.WORD for token in between)
    if verb.senses & Sense.NAME and _names(verb, between):
        return True
    if verb.senses & Sense.ACT:
        return not any(_is_new_clause(between, at) for at in range(len(between)))
    return bool(verb.senses & Sense.WORK and quoted.flags & QUOTE) and _names_work(between)


def _follows_at_once(verb: Verb, between: list[Token]) -> bool:
    if not between:
        return True
    first = between[0]
    if between[-1].flags & COLON or (
        verb.senses & Sense.OWN and len(between) == 1 and first.flags & Word.POSSESSIVE
    ):
        return True
    return bool(first.flags & (COMMA | QUOTE)) or first.word in {"that", "it", "to"}


def _names(verb: Verb, between: list[Token]) -> bool:
    """Say whether a verb of naming has the words as predicate: object (as) "x", no clause between."""
    if verb.senses & Sense.STRICT_NAME:
        return any(token.word == "as" for token in between[-_AS:])
    if any(_is_new_clause(between, at) for at in range(len(between))):
        return False
    if not between or between[-1].flags & (NAME | QUOTE | COMMA | Word.CONJUNCTION):
        return True
    if len(between) > 1 and between[-2].word == "to" and between[-1].form is not None:
        return False
    infinitive = any(a.word == "to" and b.flags & WORD for a, b in zip(between, between[1:], strict=False))
    return not (infinitive and between[-1].flags & Word.DETERMINER and between[-2].word != "as")


def _is_new_clause(between: list[Token], at: int) -> bool:
    """Say whether a finite clause that is no relative one begins in the words between."""
    token = between[at]
    if not token.flags & (Word.BE | Word.MODAL):
        return False
    return not any(left.flags & Word.RELATIVE or left.word == "that" for left in between[max(0, at - 8) : at])


def _names_work(between: list[Token]) -> bool:
    return not between or bool(between[-1].noun & Noun.WORK)


def _is_agentless_form(tokens: list[Token], verb: Verb, quote: int) -> bool:
    """Say whether the verb is passive, also without auxiliary: "a plan called 'x'", "words used by Kim"."""
    if verb.passive:
        return True
    if verb.embedded or not verb.shape & Shape.PARTICIPLE or not verb.at:
        return False
    if verb.end + 1 < len(tokens) and tokens[verb.end + 1].word == "by":
        return True
    if not verb.senses & Sense.GLOSS:
        return False
    following = tokens[verb.end + 1]
    direct = following.flags & (QUOTE | Word.DETERMINER) or following.word == "as"
    left = tokens[verb.at - 1]
    if (
        left.flags & (NAME | Word.SUBJECT | Word.RELATIVE | Word.HAVE | Word.ADVERB)
        and not left.flags & OWNER
    ):
        return False
    return bool(direct and not left.noun & Noun.PERSON and not following.flags & Word.DETERMINER)


def _agent(tokens: list[Token], verb: Verb, quote: int) -> Phrase | None:
    """Return the agent of a passive: "by NAME" after the verb, or after the quotation."""
    for start in (verb.end + 1, quote + 1):
        stop = quote if start <= quote else min(len(tokens), quote + _CLOSE)
        places = range(stop - 1, start - 1, -1) if start <= quote else range(start, stop)
        for at in places:
            if start > quote and tokens[at].flags & (COMMA | STOP):
                break
            if tokens[at].word == "by":
                found = phrase_after(tokens, at + 1)
                if found is not None and found.may_speak and _reaches(tokens, found.last + 1, quote):
                    return found
    return None


def _reaches(tokens: list[Token], place: int, quote: int) -> bool:
    """Say whether nothing but "as (a)", "that ..." stands between an agent and the words."""
    if place > quote:
        return True
    if tokens[place].word in {"as", "that", "to"}:
        return True
    small = Word.DETERMINER | Word.CONJUNCTION | Word.ADVERB | QUOTE
    return all(token.flags & small for token in tokens[place:quote])


def _noun_link(tokens: list[Token], at: int, quote: int, cues: Cues) -> Link | None:
    """Read a noun of speech with its owner: "Kim's depiction of", "a statement by Kim that"."""
    token = tokens[at]
    if not token.noun & _SUBSTANCE or token.flags & (OWNER | NAME):
        return None
    owner = document_owner(tokens, at)
    if owner is None or not owner.may_speak:
        return None
    behind = owner.last + 1 if owner.first > at else at + 1
    between = tokens[behind:quote]
    first = min(owner.first, at)
    own = token.word in cues.own and first > 0 and tokens[first - 1].word == "in"
    if not _leads_to(between, token.noun) and not own:
        return None
    apart = first > 0 and bool(tokens[first - 1].flags & Word.PREPOSITION)
    direct = bool(between) and (between[0].word == "that" or bool(between[0].flags & (COLON | Word.BE)))
    weak = apart and not (direct and not _has_verb_before(tokens, first))
    lemma = noun_lemma(token)
    return Link(owner, lemma, (at, at), adjacent=_is_adjacent(between), weak=weak, implicit=True)


def _has_verb_before(tokens: list[Token], at: int) -> bool:
    return any(verb_at(tokens, place) is not None for place in range(max(0, at - 12), at))


def _leads_to(between: list[Token], noun: int) -> bool:
    """Say whether a noun governs what follows: directly, by "that", "was", a colon, or "of/to/on ..."."""
    if not between:
        return True
    first = between[0]
    if first.flags & Word.BE:
        return bool(noun & Noun.CONTENT) and not (len(between) > 1 and is_passive(between, 1))
    if first.word == "that" or first.flags & COLON:
        return True
    if len(between) == 1 and first.flags & COMMA:
        return True
    if first.flags & Word.PREPOSITION:
        that = next((at for at, token in enumerate(between) if token.word == "that"), len(between))
        return not any(is_finite(between, at) for at in range(1, that))
    return False


def _according_link(tokens: list[Token], at: int, quote: int) -> Link | None:
    """Read "according to NAME," before the words: weak, a verb of speaking behind it is better."""
    found = phrase_after(tokens, at + 2)
    if found is None or found.last >= quote or not found.may_speak:
        return None
    return Link(found, "according to", (at, at + 1), adjacent=found.last + 2 >= quote, weak=True)


def _before_colon(tokens: list[Token], colon: int, quote: int, cues: Cues) -> Link | None:
    """Return the main subject of the clause that ends in a colon: "Kim was blunt: ..."."""
    first = max(-1, colon - _REACH)
    for at in range(colon - 1, first, -1):
        link, _ = _link_at(tokens, at, quote, cues)
        if link is not None:
            return link
    for at in range(colon - 1, first, -1):
        if tokens[at].flags & STOP:
            return None
        if is_finite(tokens, at) and not is_passive(tokens, at):
            verb = open_verb(tokens, at) or Verb(
                at, at, tokens[at].word, Shape.PAST, 0, passive=False, embedded=False
            )
            subject = subject_of(tokens, verb)
            if subject is not None and subject.may_speak:
                return Link(subject, None, None, adjacent=True)
    found = phrase_before(tokens, colon - 1)
    if found is not None and found.is_named and found.first == 0:
        return Link(found, None, None, adjacent=True)
    return None
