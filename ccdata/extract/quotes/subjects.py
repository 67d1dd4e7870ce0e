"""The subject of a verb: whose words they are if the verb is one of speaking.

Kim, (insertion,) said        the phrase before the insertion; a bare name inside it is the better one
met Kim, praised him and said the subject of the verb before
Kim, who said                 what "who" refers to
adding, by saying             the subject of the main verb; "with Kim saying": Kim
quoted Kim as saying          Kim
"...", said Kim               behind the verb
"""

from __future__ import annotations

from ccdata.authority.cues import Noun, Sense, Shape, Word, load_cues
from ccdata.extract.quotes.appositions import over_insertion_before
from ccdata.extract.quotes.main_verbs import main_verb, saying_verb
from ccdata.extract.quotes.owners import document_owner, owner_before, owner_of_segment
from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.phrases_after import phrase_after
from ccdata.extract.quotes.phrases_before import phrase_before
from ccdata.extract.quotes.relatives import (
    antecedent_of,
    before_modifier,
    before_participle,
    behind_verb,
    is_relative,
    opening_antecedent,
)
from ccdata.extract.quotes.tokens import (
    ADVERB,
    COLON,
    COMMA,
    DASH,
    NAME,
    OWNER,
    PROPER,
    QUOTE,
    STOP,
    WORD,
    Token,
)
from ccdata.extract.quotes.verbs import Verb, is_finite, plain_verb

_AUXILIARY = Word.BE | Word.BE_INFINITE | Word.HAVE | Word.DO | Word.MODAL
_REACH = 45
_ALONE = 2
_FULL_NAME = 4
_CHAIN = 3
_LEFT_TO = frozenset({"fell", "falls", "left", "up", "down", "remained", "remains"})
"""What can be somebody's to do: "it was left to NAME to say"."""


def subject_of(  # noqa: PLR0911 - one return for each line of the table above
    tokens: list[Token], verb: Verb, chain: int = 0
) -> Phrase | None:
    """Return the phrase that is the verb's subject, before it or, inverted, behind it."""
    if chain > _CHAIN:
        return None
    if is_inverted(tokens, verb):
        return phrase_after(tokens, verb.end + 1)
    if verb.shape == Shape.ING:
        return _participle_subject(tokens, verb, chain)
    place = _before_auxiliaries(tokens, verb.at)
    if place < 0:
        return None
    token = tokens[place]
    if token.word == "having":  # "as having said", "having called it"
        return _participle_subject(tokens, verb._replace(at=place), chain)
    if token.flags & Word.SUBORDINATOR and not is_relative(tokens, place):
        return None  # "When asked about it"
    if token.word == "to" and is_caused(tokens, place):
        named = Phrase(place - 1, place - 1, tokens[place - 1].namings, Noun.PERSON)
        return phrase_before(tokens, place - 1) or named
    if token.word == "to" or token.flags & Word.CONJUNCTION:
        told = _teller(tokens, place, verb, chain) if token.flags & Word.CONJUNCTION else None
        return subject_of(tokens, told, chain + 1) if told else _shared_subject(tokens, place, chain)
    if token.flags & (COMMA | DASH):
        return _before_comma(tokens, place, verb) or _shared_subject(tokens, place, chain)
    if is_relative(tokens, place):
        return antecedent_of(tokens, place)
    if token.flags & QUOTE:
        return over_insertion_before(tokens, place, sure=_is_sure(verb)) if token.word == "," else None
    if is_finite(tokens, place):
        return None
    found = before_modifier(tokens, place) or _owned(tokens, phrase_before(tokens, place))
    return found or before_participle(tokens, place)


def _before_comma(tokens: list[Token], comma: int, verb: Verb) -> Phrase | None:
    sure = _is_sure(verb)
    found = over_insertion_before(tokens, comma, sure=sure)
    return opening_antecedent(tokens, comma) if found is None and sure else found


def _teller(tokens: list[Token], conjunction: int, verb: Verb, chain: int) -> Verb | None:
    """Return the verb of saying that "and called" goes on from: "Lee said Kim was 'x' and | called it 'y'".

    A participle behind the "had" of a person goes on from that: "said that Kim had come and called".
    """
    finite = verb.shape & (Shape.PAST | Shape.THIRD)
    inner = main_verb(tokens, conjunction) if finite and not verb.passive and not verb.embedded else None
    if inner is None or inner.senses & (Sense.SAY | Sense.NAME | Sense.ACT):
        return None
    outer = saying_verb(tokens, inner.at)
    subject = subject_of(tokens, inner, chain + 1) if outer is not None and outer.shape & finite else None
    if outer is None or subject is None:
        return None
    person = subject.is_named and all(naming.kind == "person" for naming in subject.namings)
    if person and tokens[inner.at].flags & Word.HAVE:
        return None
    left = subject.first - 1
    while left > outer.end and tokens[left].flags & Word.DETERMINER and tokens[left].word != "that":
        left -= 1
    return outer if left == outer.end or tokens[left].word == "that" else None


def _owned(tokens: list[Token], found: Phrase | None) -> Phrase | None:
    """Return whose speech or document speaks in "NAME, whose own report ..."; else what was found."""
    if found is None or found.is_named or not found.first or tokens[found.first - 1].word != "whose":
        return found
    uttered = found.noun & (Noun.DOCUMENT | Noun.SPEECH) and not found.noun & Noun.PERSON
    return (owner_before(tokens, found.last) or found) if uttered else found


def is_caused(tokens: list[Token], to: int) -> bool:
    """Say whether an infinitive is the name's before it: "prompting NAME to say", not "asked NAME to"."""
    left = to - 1
    if left < 1 or not tokens[left].flags & NAME or tokens[left].flags & OWNER:
        return False
    left -= 1
    while left > 0 and tokens[left].flags & Word.DETERMINER:
        left -= 1
    cause = tokens[left]
    if cause.word in {"to", "for"} and left > 0:  # "it fell to NAME to say", "it was for NAME to say"
        return tokens[left - 1].word in _LEFT_TO or (cause.word == "for" and _is_it(tokens, left - 1))
    verbal = cause.flags & WORD and cause.word.endswith(("ing", "ed")) and not cause.flags & Word.PREPOSITION
    if cause.word in load_cues().meeting:  # "summoned Kim to tell him"
        return False
    return bool(verbal) and (cause.form is None or not cause.form.senses)


def _is_it(tokens: list[Token], at: int) -> bool:
    return at > 0 and bool(tokens[at].flags & Word.BE) and tokens[at - 1].word == "it"


def is_inverted(tokens: list[Token], verb: Verb) -> bool:
    """Say whether the subject stands behind: QUOTE VERB phrase, or "," VERB NAME ("," | ".")."""
    if verb.passive or verb.embedded or verb.shape == Shape.ING or verb.at == 0:
        return False
    left = tokens[verb.at - 1].flags
    if not left & (QUOTE | COMMA | DASH):
        return False
    found = phrase_after(tokens, verb.end + 1)
    if found is None or not found.may_speak:
        return False
    behind = tokens[found.last + 1].flags if found.last + 1 < len(tokens) else STOP
    if left & QUOTE:
        return not behind & QUOTE
    inserted = behind & COMMA and is_finite(tokens, found.last + 2)  # "Peace, warned Kim, must not"
    told = verb.senses & Sense.TELL and not behind & COLON and not inserted
    return found.is_named and bool(behind & (COMMA | STOP | COLON)) and not told


def _before_auxiliaries(tokens: list[Token], at: int) -> int:
    place = at - 1
    while place >= 0 and tokens[place].flags & (_AUXILIARY | ADVERB):
        place -= 1
    return place


def _is_sure(verb: Verb) -> bool:
    return bool(verb.senses & Sense.SAY) and not verb.senses & Sense.STRICT


def _shared_subject(tokens: list[Token], place: int, chain: int) -> Phrase | None:
    """Return the subject of the nearest finite verb on the left that has one: "met Kim and said"."""
    relative = tokens[place].word == "to"
    for _ in range(_CHAIN):
        main = main_verb(tokens, place, relative=relative)
        if main is None:
            return None if relative else _opening_name(tokens)
        found = subject_of(tokens, main, chain + 1)
        if found is not None:
            return found
        place = main.at
    return None


def _opening_name(tokens: list[Token]) -> Phrase | None:
    """Return the name that a sentence begins with, before a comma: "NAME, R-Ga., stood up and asked".

    Two names need none, and a verb in the present that no list knows: "NAME and NAME meet and agree".
    """
    group = phrase_after(tokens, 0)
    if group is not None and len(group.namings) > 1 and not group.first:
        return group
    last = 0
    while last < _FULL_NAME and tokens[last].flags & PROPER:
        last += 1
    if not tokens[last].flags & COMMA:
        named = tokens[0].flags & NAME and not tokens[0].flags & OWNER and tokens[1].flags & COMMA
        return Phrase(0, 0, tokens[0].namings, Noun.PERSON) if named else None
    return Phrase(0, last - 1, (), Noun.PERSON) if last else None


def _participle_subject(tokens: list[Token], verb: Verb, chain: int) -> Phrase | None:
    place = verb.at - 1
    while place >= 0 and tokens[place].flags & ADVERB:
        place -= 1
    if place < 0:
        return _subject_behind(tokens, verb.end)
    token = tokens[place]
    if token.flags & (Word.PREPOSITION | Word.SUBORDINATOR | Word.CONTRAST):
        return _after_preposition(tokens, place, verb, chain)
    if token.flags & COMMA or (token.flags & QUOTE and token.word == ","):
        return _after_comma(tokens, place, verb, chain)
    found = _after_noun(tokens, place, chain)
    if found is None and is_finite(tokens, place):  # "regretted calling"
        return subject_of(tokens, plain_verb(tokens, place), chain + 1)
    return found or _shared_subject(tokens, place, chain)


def _after_comma(tokens: list[Token], comma: int, verb: Verb, chain: int) -> Phrase | None:
    """Read "says the fleet leaves, adding", "a headline in May, declaring", "Kim, calling it"."""
    saying = saying_verb(tokens, comma)
    if saying is not None:
        return subject_of(tokens, saying, chain + 1)
    return (
        owner_of_segment(tokens, comma)
        or _shared_subject(tokens, comma, chain)
        or phrase_before(tokens, comma - 1, subject=True)
        or _subject_behind(tokens, verb.end)
    )


def _after_noun(tokens: list[Token], place: int, chain: int) -> Phrase | None:
    """Read "with Kim saying", "a statement calling for", "an official calling", "is saying"."""
    token = tokens[place]
    if token.flags & NAME and not token.flags & OWNER and not _is_object(tokens, place):
        return Phrase(place, place, token.namings, Noun.PERSON)
    if token.noun & (Noun.DOCUMENT | Noun.SPEECH):
        owner = document_owner(tokens, place) or _shared_subject(tokens, place, chain)
        return owner or behind_verb(tokens, phrase_before(tokens, place))
    if token.noun & Noun.PERSON:
        return phrase_before(tokens, place)
    if token.flags & _AUXILIARY:
        return phrase_before(tokens, _before_auxiliaries(tokens, place))
    return None


def _is_object(tokens: list[Token], place: int) -> bool:
    """Say whether the name before a participle belongs to a preposition ("an inquiry with NAME asking")."""
    left = place - 1
    while left >= 0 and tokens[left].flags & Word.DETERMINER:
        left -= 1
    if left < 0 or not tokens[left].flags & Word.PREPOSITION:
        return False
    absolute = tokens[left].word == "with" and (not left or tokens[left - 1].word == ",")
    return not absolute


def _after_preposition(tokens: list[Token], place: int, verb: Verb, chain: int) -> Phrase | None:
    """Read "quoted Kim as saying", "blamed Kim for calling", "by saying", "In calling for"."""
    if place == 0:
        return _subject_behind(tokens, verb.end)
    left = tokens[place - 1]
    main = main_verb(tokens, place)
    if main is not None and main.passive and tokens[place].word == "as":
        return subject_of(tokens, main, chain + 1)
    if tokens[place].word in {"as", "for", "of", "from"} and left.flags & NAME and not left.flags & OWNER:
        return Phrase(place - 1, place - 1, left.namings, Noun.PERSON)
    if tokens[place].word == "as" and left.noun & Noun.PERSON:
        return phrase_before(tokens, place - 1)
    if tokens[place].word == "as" and left.flags & COMMA and (named := _between_commas(tokens, place - 1)):
        return named
    return _shared_subject(tokens, place, chain)


def _between_commas(tokens: list[Token], comma: int) -> Phrase | None:
    """Return the name in "quoted an executive, NAME, as saying"."""
    first = comma - 1
    if tokens[first].flags & NAME and tokens[first - 1].flags & COMMA:
        return Phrase(first, first, tokens[first].namings, Noun.PERSON)
    while first > 0 and tokens[first].flags & PROPER and comma - first <= _FULL_NAME:
        first -= 1
    named = first < comma - 1 and tokens[first].flags & COMMA
    return Phrase(first + 1, comma - 1, (), Noun.PERSON) if named else None


def _subject_behind(tokens: list[Token], place: int) -> Phrase | None:
    """Return the subject that follows an opening participle clause: "Calling it ..., Kim left"."""
    for at in range(place + 1, min(len(tokens) - 1, place + _REACH)):
        if tokens[at].word == ",":
            found = phrase_after(tokens, at + 1)
            if found is not None and found.may_speak:
                return found
    return None
