"""The credit behind a quotation, and the credit of a whole sentence.

    credit = ["," | "–"] VERB phrase                  "x," said Foreign Minister Kim
           | ["," | "–"] phrase [insertion] VERB      "x," Kim, 70, told reporters
           | ["," | "–"] "according to" phrase
           | "–" NAME end

A sentence may end in one ("..., said Kim.") that covers every quotation in it that nothing nearer
governs; it may begin with one ("According to Kim, ...", "For Kim, ...").
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Sense, Shape, Word
from ccdata.extract.quotes.frames import own_words, with_lemma
from ccdata.extract.quotes.insertions import over_insertion, skip_parenthesis
from ccdata.extract.quotes.links import Link
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.tokens import (
    ADVERB,
    CLOSE,
    COMMA,
    DASH,
    NAME,
    OPEN,
    QUOTE,
    SEMICOLON,
    STOP,
    WORD,
    Token,
)
from ccdata.extract.quotes.verbs import (
    Verb,
    is_adverb,
    open_verb,
    verb_at,
)
from ccdata.extract.quotes.verdicts import verdict_behind

_REACH = 70
_INSERTED = 24
_HOP = 16
_PARENTHESIS = 2
_STARTS_CLAUSE = Word.DETERMINER | Word.SUBJECT | Word.POSSESSIVE


def credit_behind(tokens: list[Token], quote: int) -> Link | None:
    """Return the credit that follows the quotation at once."""
    place = skip_parenthesis(tokens, quote + 1)
    if place >= len(tokens):
        return None
    if tokens[quote + 1].flags & OPEN and (named := _in_parenthesis(tokens, quote + 1)) is not None:
        return named
    left = tokens[quote - 1] if quote else None
    coined = tokens[place].flags & Word.BE or (tokens[quote].word == "," and _is_verbal(tokens[place]))
    if coined and left is not None and left.noun & Noun.WORD:
        return _coined(tokens, place if tokens[place].flags & Word.BE else quote, named=True)
    if tokens[place].flags & Word.BE:
        return verdict_behind(tokens, place)
    if left is None or not tokens[place].flags & left.flags & DASH:  # two dashes belong to the words
        return _credit_behind(tokens, quote, place)
    return None


def _is_verbal(token: Token) -> bool:
    return token.form is not None or is_adverb(token)


def _credit_behind(tokens: list[Token], quote: int, place: int) -> Link | None:
    """Read a credit at `place`, over a comma or dash."""
    clausal = tokens[quote].word in {",", "?", "!", "—", "–", "-", "…"}
    if tokens[place].flags & (COMMA | DASH):
        dash = bool(tokens[place].flags & DASH)
        clausal = clausal or not dash
        place += 1
        if dash and (found := _signed(tokens, place)) is not None:
            return found
    return credit_at(tokens, place, loose=clausal)


def _in_parenthesis(tokens: list[Token], place: int) -> Link | None:
    """Read a name alone in a parenthesis: "x" (Kim)."""
    inside = tokens[place + 1 : place + 3]
    if len(inside) < _PARENTHESIS or not inside[1].flags & CLOSE or not inside[0].flags & NAME:
        return None
    if any(naming.kind != "person" for naming in inside[0].namings):
        return None
    return Link(Phrase(place + 1, place + 1, inside[0].namings, Noun.PERSON), None, None, adjacent=True)


def _signed(tokens: list[Token], place: int) -> Link | None:
    """Read a signature: DASH NAME end."""
    found = phrase_after(tokens, place)
    if found is None or not found.is_named:
        return None
    behind = tokens[found.last + 1].flags if found.last + 1 < len(tokens) else STOP
    return Link(found, None, None, adjacent=True) if behind & (STOP | COMMA | OPEN) else None


def credit_at(tokens: list[Token], place: int, *, loose: bool) -> Link | None:
    """Read a credit that begins at `place`; a `loose` one may have a verb that no list holds."""
    if place >= len(tokens):
        return None
    if tokens[place].word == "according" and place + 1 < len(tokens) and tokens[place + 1].word == "to":
        return with_lemma(phrase_after(tokens, place + 2), "according to", (place, place + 1))
    if tokens[place].word == "in":
        return own_words(tokens, place)
    if tokens[place].word == "as" and place + 1 < len(tokens) and not tokens[place + 1].form:
        place += 1
    if tokens[place].flags & Word.DETERMINER and (coined := _coined(tokens, place)) is not None:
        return coined
    return _inverted(tokens, place, loose=loose) or _upright(tokens, place, loose=loose)


def _coined(tokens: list[Token], place: int, *, named: bool = False) -> Link | None:
    """Read "a term first used by NAME"; behind "the term 'x'" (`named`) also "was used by NAME"."""
    for at in range(place + 1, min(len(tokens) - 2, place + 7)):
        if tokens[at].flags & (COMMA | STOP | QUOTE):
            return None
        verb = verb_at(tokens, at)
        if verb is not None and verb.shape & Shape.PARTICIPLE and tokens[verb.end + 1].word == "by":
            word = named or any(token.noun & Noun.WORD for token in tokens[place:at])
            found = phrase_after(tokens, verb.end + 2) if word else None
            speaks = found is not None and found.may_speak
            return Link(found, verb.lemma, (at, at), verb, adjacent=True) if found and speaks else None
    return None


def _speaking(tokens: list[Token], place: int, *, loose: bool) -> Verb | None:
    """Read a finite verb of speaking; where nothing else can stand, any finite verb."""
    if place >= len(tokens):
        return None
    found = verb_at(tokens, place)
    if found is not None:
        if found.passive or found.shape == Shape.ING:
            return None
        return found if found.senses & Sense.SAY or (loose and not found.senses & Sense.NAME) else None
    return open_verb(tokens, place) if loose else None


def _inverted(tokens: list[Token], place: int, *, loose: bool) -> Link | None:
    while place < len(tokens) and tokens[place].flags & ADVERB:
        place += 1
    verb = _speaking(tokens, place, loose=loose)
    if verb is None:
        return None
    found = phrase_after(tokens, verb.end + 1)
    if found is None or not (found.is_named or _may_say(tokens, found, verb)):
        return None
    behind = found.last + 1
    if behind < len(tokens) and tokens[behind].flags & QUOTE and not tokens[place - 1].flags & QUOTE:
        return None
    return Link(found, verb.lemma, (verb.at, verb.end), verb, adjacent=True)


def _upright(tokens: list[Token], place: int, *, loose: bool) -> Link | None:
    found = phrase_after(tokens, place)
    if found is None:
        return None
    at = over_insertion(tokens, found.last + 1)
    if not found.may_speak and (at >= len(tokens) or not _is_described(tokens, found, at)):
        return None
    if at < len(tokens) and tokens[at].word == "it" and tokens[at - 1].flags & Word.HAVE:
        return Link(found, "have it", (at - 1, at), adjacent=True)  # "as one diplomat had it"
    if at < len(tokens) and (quoting := _quoting(tokens, found, at)) is not None:
        return quoting
    verb = _quoted_as(tokens, at) or (_names_behind(tokens, at) if loose else None)
    if verb is None:
        verb = _speaking(tokens, at, loose=loose)
        if verb is None or verb.shape == Shape.BASE or not _ends_clause(tokens, verb):
            return None
    return Link(found, verb.lemma, (verb.at, verb.end), verb, adjacent=True)


def _quoting(tokens: list[Token], found: Phrase, at: int) -> Link | None:
    """Read "NAME quoted an official as saying" behind the words."""
    quoting = verb_at(tokens, at)
    if quoting is None or quoting.passive or quoting.lemma not in {"quote", "cite"}:
        return None
    quoted = phrase_after(tokens, quoting.end + 1)
    if quoted is None or not quoted.may_speak or quoted.last + 2 >= len(tokens):
        return None
    verb = verb_at(tokens, quoted.last + 2)
    if verb is None or verb.shape != Shape.ING or tokens[quoted.last + 1].word != "as":
        return None
    return Link(quoted, verb.lemma, (verb.at, verb.end), verb, adjacent=True, via=found)


def _names_behind(tokens: list[Token], place: int) -> Verb | None:
    """Read "called independence," behind the name that the words give it."""
    found = verb_at(tokens, place) if place < len(tokens) else None
    if found is None or found.passive or found.shape == Shape.ING or not found.senses & Sense.GLOSS:
        return None
    named = phrase_after(tokens, found.end + 1)
    behind = named.last + 1 if named is not None else len(tokens)
    return found if behind < len(tokens) and tokens[behind].flags & (COMMA | STOP | SEMICOLON) else None


def _may_say(tokens: list[Token], found: Phrase, verb: Verb) -> bool:
    """Say whether a phrase without a name can be who says: beside a sure verb any described one can."""
    if not verb.senses & Sense.SAY:
        return False
    return found.may_speak or _is_described(tokens, found, verb.at)


def _is_described(tokens: list[Token], found: Phrase, at: int) -> bool:
    """Say whether a described somebody stands beside a sure verb of saying: "the plaintiffs argued"."""
    verb = verb_at(tokens, at)
    sure = verb is not None and verb.senses & Sense.SAY and not verb.senses & Sense.STRICT
    first = tokens[found.first].flags & (Word.DETERMINER | Word.POSSESSIVE)
    return bool(sure and first) and found.last > found.first


def _quoted_as(tokens: list[Token], place: int) -> Verb | None:
    """Read "was quoted (by NAME) as saying", "as having said", "was reported to have said": the end."""
    if place >= len(tokens) or not tokens[place].flags & Word.BE:
        return None
    for at in range(place + 1, min(len(tokens), place + _HOP)):
        if tokens[at].flags & (COMMA | STOP | QUOTE):
            return None
        found = verb_at(tokens, at)
        if found is None:
            continue
        told = tokens[at - 1].flags & Word.HAVE and tokens[at - 2].word == "to"
        past = tokens[at - 1].word == "having" and tokens[at - 2].word == "as"
        if told or past or (found.shape == Shape.ING and tokens[at - 1].word == "as"):
            return found if found.senses & Sense.SAY else None
    return None


def _ends_clause(tokens: list[Token], verb: Verb) -> bool:
    """Say whether the verb has no words of its own behind it: the quotation is what it takes."""
    place = verb.end + 1
    if place >= len(tokens):
        return True
    token = tokens[place]
    if verb.lemma == "put" and token.word == "it":
        return True
    if verb.senses & Sense.TELL and not token.flags & QUOTE and token.word != "that":
        found = phrase_after(tokens, place)
        if found is not None:
            place = found.last + 1
            if place >= len(tokens):
                return True
            token = tokens[place]
    if token.word == "that" or token.flags & (QUOTE | NAME):
        return False
    if token.flags & (_STARTS_CLAUSE | WORD) and not token.flags & (
        Word.PREPOSITION | Word.ADVERB | Word.CONJUNCTION | Word.CONTRAST | Word.SUBORDINATOR | Word.RELATIVE
    ):
        return is_adverb(token) or token.word.endswith("ing") or token.is_capital
    return True


def credit_of_sentence(tokens: list[Token], quote: int) -> Link | None:
    """Return the credit that ends the sentence or stands in it between commas, behind the quotation."""
    for at in range(quote, min(len(tokens) - 1, quote + _REACH)):
        token = tokens[at]
        if at > quote and token.flags & (SEMICOLON | STOP):
            return None
        if token.word != "," and not token.flags & DASH:
            continue
        found = credit_at(tokens, at + 1, loose=False)
        if found is not None and _is_apart(tokens, found):
            return found
    return None


def credit_inserted(tokens: list[Token], quote: int) -> Link | None:
    """Read the credit set into the clause of the words, before them: "Both, said Kim, carried 'x'"."""
    for at in range(quote - 2, max(0, quote - _INSERTED), -1):
        token = tokens[at]
        if token.flags & (SEMICOLON | STOP | QUOTE):
            return None
        if token.word != ",":
            continue
        found = credit_at(tokens, at + 1, loose=False)
        said = found is not None and found.verb is not None and found.verb.senses & Sense.SAY
        if found is None or not (said or tokens[at + 1].word == "in"):
            continue
        last = max(found.speaker.last, found.cue[1] if found.cue else 0) + 1
        if last < quote and tokens[last].flags & COMMA:
            return found
    return None


def _is_apart(tokens: list[Token], link: Link) -> bool:
    """Say whether a credit stands apart: a comma, the end or a preposition behind it."""
    last = max(link.speaker.last, link.cue[1] if link.cue else 0) + 1
    if last >= len(tokens):
        return True
    token = tokens[last]
    apart = COMMA | STOP | OPEN | DASH | SEMICOLON | Word.PREPOSITION | Word.RELATIVE | Word.ADVERB
    return bool(token.flags & (apart | Word.SUBORDINATOR | Word.CONJUNCTION))
