"""Can the words be those of a verb's subject, and does the verb tell a fact of speaking?"""

from __future__ import annotations

from ccdata.authority.cues import Sense, Word
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.subjects import is_caused
from ccdata.extract.quotes.tokens import PROPER, Token
from ccdata.extract.quotes.verbs import Verb, before_adverbs

_NEAR = 2
_WITNESSED = frozenset({"heard", "seen", "overheard", "moved", "quick", "obliged"})


def is_vague(tokens: list[Token], subject: Phrase, verb: Verb) -> bool:
    """Say whether an outer cue is better: the verb is of no list, or "it", "they" stand for nobody known."""
    if _is_open(tokens, verb):
        return True
    pronoun = subject.first == subject.last and bool(tokens[subject.first].flags & Word.SUBJECT)
    return not subject.is_named and pronoun and not _begins_clause(tokens, subject.first)


def _is_open(tokens: list[Token], verb: Verb) -> bool:
    """Say whether a verb of no list has the words as its object."""
    return not verb.senses and tokens[verb.end + 1].word != "that"


def _is_person(tokens: list[Token], subject: Phrase) -> bool:
    """Say whether a subject is a person by name or pronoun."""
    if subject.is_named:
        return all(naming.kind == "person" for naming in subject.namings)
    return tokens[subject.first].word in {"he", "she", "who"} or bool(tokens[subject.last].flags & PROPER)


def _begins_clause(tokens: list[Token], place: int) -> bool:
    """Say whether ", but" or ", and" stands before the subject: its clause is under no other verb."""
    return place > 1 and tokens[place - 1].word in {"but", "and", "yet"} and tokens[place - 2].word == ","


def is_fact(tokens: list[Token], verb: Verb) -> bool:
    """Say whether an infinitive tells what was said: "it fell to Kim to say", "Kim was heard to mutter"."""
    to = before_adverbs(tokens, verb.at)
    if to < _NEAR or tokens[to].word != "to":
        return False
    witnessed = tokens[to - 1].word in _WITNESSED and tokens[to - 2].flags & Word.BE
    return bool(witnessed) or is_caused(tokens, to)


def speaks(tokens: list[Token], subject: Phrase, verb: Verb) -> bool:
    """Say whether the subject can speak: any described one with a sure verb, a person with an open one."""
    if _is_open(tokens, verb):
        return _is_person(tokens, subject)
    return subject.may_speak or bool(verb.senses & Sense.SAY and not verb.senses & Sense.STRICT)
