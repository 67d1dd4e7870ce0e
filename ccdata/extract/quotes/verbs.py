"""Verbs in a sentence: which token is one, in what form, and in which voice.

A word that could be noun or verb ("call", "reports") is a verb by what stands before it.
"""

from __future__ import annotations

from typing import NamedTuple

from ccdata.authority.cues import Sense, Shape, VerbForm, Word
from ccdata.extract.quotes.tokens import ADVERB, BREAK, CUE, LY, NAME, OWNER, PROPER, QUOTE, WORD, Token

AUXILIARY = Word.BE | Word.BE_INFINITE | Word.HAVE | Word.DO | Word.MODAL
_LEADS_NOUN = Word.DETERMINER | Word.POSSESSIVE
FINITE_AUXILIARY = Word.BE | Word.HAVE | Word.DO | Word.MODAL
_ADVERB_TRIES = 5
_SHORTEST_OPEN = 4
_LATE = 9
_PRONOUNS = frozenset({"this", "that", "those", "these", "some", "many", "all", "most"})
_ALONE = frozenset({"one", "another", "both", "several", "few", "neither", "either", "each", "two", "three"})


class Verb(NamedTuple):
    """A verb of the lexicon, or one known by its place alone (`senses` 0)."""

    at: int
    end: int
    lemma: str
    shape: int
    senses: int
    passive: bool
    embedded: bool
    """After "to" or a modal: told as wish or plan, not as a fact of speaking."""


def is_adverb(token: Token) -> bool:
    """Say whether a token is an adverb: of the list, or ending in -ly."""
    return token.flags & ADVERB != 0


def before_adverbs(tokens: list[Token], at: int) -> int:
    """Return the index of the first token left of `at` that is no adverb; -1 where none is."""
    place = at - 1
    while place >= 0 and tokens[place].flags & ADVERB and place >= at - _ADVERB_TRIES:
        place -= 1
    return place


def verb_at(tokens: list[Token], at: int) -> Verb | None:
    """Read the cue verb that stands at `at`; None where none does."""
    token = tokens[at]
    form = token.form
    if form is None or token.flags & (Word.ADVERB | Word.PREPOSITION | OWNER):
        return None
    lemma, senses, end = form.lemma, form.senses, at
    if form.particles and at + 1 < len(tokens):
        it = tokens[at + 1].word == "it" and at + 2 < len(tokens)
        particle = at + 1 + it
        if tokens[particle].word in form.particles:
            lemma, senses = form.particles[tokens[particle].word]
            end = particle
        elif not senses & ~Sense.STRICT_NAME and (of := _late_particle(tokens, at, form)):
            lemma, senses = form.particles["of"]
            end = of
    if not senses:
        return None
    before = before_adverbs(tokens, at)
    if not _is_verb(tokens, at, before, form.shape):
        return None
    left = tokens[before] if before >= 0 else None
    embedded = left is not None and (left.word == "to" or bool(left.flags & Word.MODAL))
    return Verb(at, end, lemma, form.shape, senses, is_passive(tokens, at), embedded)


def _late_particle(tokens: list[Token], at: int, form: VerbForm) -> int:
    """Return where "of" stands in "spoke on television the next day of"; 0 where it is another word's."""
    if "of" not in form.particles or not (
        tokens[at + 1].flags & Word.PREPOSITION or is_adverb(tokens[at + 1])
    ):
        return 0
    for place in range(at + 2, min(len(tokens) - 1, at + _LATE)):
        if tokens[place].flags & (BREAK | QUOTE) or tokens[place].flags & AUXILIARY:
            return 0
        if tokens[place].word == "of":
            leads = tokens[place + 1].flags & QUOTE or tokens[place + 1].word in {"a", "an"}
            return place if leads else 0
    return 0


def is_passive(tokens: list[Token], at: int) -> bool:
    """Say whether a form of "be" governs the participle at `at`."""
    form = tokens[at].form
    past = form.shape & (Shape.PAST | Shape.PARTICIPLE) if form else tokens[at].word.endswith("ed")
    before = before_adverbs(tokens, at)
    if not past or before < 0 or tokens[at - 1].word in {"there", "here"}:
        return False
    return bool(tokens[before].flags & (Word.BE | Word.BE_INFINITE))


def _is_verb(tokens: list[Token], at: int, before: int, shape: int) -> bool:
    if before < 0:
        return bool(shape & (Shape.ING | Shape.PAST | Shape.PARTICIPLE)) and not tokens[at].noun
    left = tokens[before]
    if left.flags & Word.SUBJECT or left.word == "to":
        return bool(left.flags & Word.SUBJECT or shape & Shape.BASE)  # "to chant", not "to chants of"
    if left.flags & _LEADS_NOUN and not left.flags & Word.RELATIVE:
        alone = bool(shape & Shape.PAST) and _stands_alone(tokens, before, at)
        return alone or (bool(shape & Shape.THIRD) and _is_that_of_noun(tokens, before, at))
    if left.flags & OWNER:
        return shape == Shape.ING and not tokens[at].noun
    if shape & (Shape.PAST | Shape.PARTICIPLE):
        return not left.flags & Word.PREPOSITION or bool(left.flags & Word.SUBORDINATOR)
    return bool(shape & Shape.ING) or _takes_present(tokens, before, shape)


def _is_that_of_noun(tokens: list[Token], that: int, at: int) -> bool:
    """Read "a resolution that calls the test": an object behind it shows the verb."""
    if tokens[that].word != "that" or not that or at + 1 >= len(tokens) or not tokens[that - 1].noun:
        return False
    return bool(tokens[at + 1].flags & (_LEADS_NOUN | NAME | QUOTE))


def _stands_alone(tokens: list[Token], subject: int, at: int) -> bool:
    """Say whether a determiner is the subject: "some said", "one said.", not "one reported case"."""
    if tokens[subject].word not in _ALONE:
        return tokens[subject].word in _PRONOUNS
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or not following.flags & WORD or following.flags & ~(WORD | CUE | LY) > 0


def _takes_present(tokens: list[Token], before: int, shape: int) -> bool:
    """Say whether a present form may follow: a name, a person, "who", an auxiliary; "call" a plural one."""
    left = tokens[before]
    if left.flags & (Word.RELATIVE | Word.MODAL | Word.DO | Word.CONJUNCTION | BREAK | QUOTE):
        return True
    plain = left.flags & ~(CUE | LY) == WORD and left.form is None
    if shape & Shape.THIRD:
        infinite = before > 0 and (tokens[before - 1].word == "to" or tokens[before - 1].flags & Word.MODAL)
        if infinite and left.flags & WORD:
            return False  # "forced to withdraw remarks that"
        singular = plain and not left.word.endswith("s")
        complement = before + 2 < len(tokens) and tokens[before + 2].word == "that"
        sure = _is_sure(tokens[before + 1])
        return bool(left.flags & (NAME | PROPER) or left.noun or (singular and (complement or sure)))
    if left.flags & NAME:
        joins = before > 0 and (
            tokens[before - 1].word == "and" or tokens[before - 1].flags & Word.PREPOSITION
        )
        asked = before > 0 and tokens[before - 1].flags & (Word.DO | Word.MODAL)  # "did Kim admit that"
        return bool(joins or asked) or len(left.namings) > 1
    plural = left.word.endswith(("s", "people", "media"))
    return plural and bool(left.noun or (plain and _is_sure(tokens[before + 1])))


def _is_sure(token: Token) -> bool:
    """Say whether a word is a verb of saying and nothing else: "says", "insist", not "reports"."""
    form = token.form
    sure = form is not None and form.senses & Sense.SAY and not form.senses & Sense.STRICT
    return bool(sure) and not token.noun


def open_verb(tokens: list[Token], at: int) -> Verb | None:
    """Read a finite verb that no list holds, by its ending: lower case, -ed or -s, not after an article.

    It counts only in places where nothing but a verb of speaking can stand; the caller knows them.
    """
    token = tokens[at]
    if not token.flags & WORD or token.is_capital or len(token.word) < _SHORTEST_OPEN:
        return None
    closed = Word.NOT_VERB | Word.PREPOSITION | Word.ADVERB | Word.SUBJECT | Word.SUBORDINATOR | _LEADS_NOUN
    if token.flags & (closed | AUXILIARY | OWNER) or not token.word.endswith(("ed", "s")):
        return None
    before = before_adverbs(tokens, at)
    if before >= 0 and tokens[before].flags & (_LEADS_NOUN | OWNER | Word.PREPOSITION):
        return None
    past = token.word.endswith("ed")
    return Verb(
        at,
        at,
        _lemma(token.word),
        Shape.PAST if past else Shape.THIRD,
        0,
        is_passive(tokens, at),
        embedded=False,
    )


def _lemma(word: str) -> str:
    """Undo -ed or -s as far as spelling tells."""
    if word.endswith(("ied", "ies")):
        return word[:-3] + "y"
    if word.endswith("ed"):
        stem = word[:-2]
        if stem[-1] == stem[-2] and stem[-1] not in "sl":
            return stem[:-1]
        return (
            stem + "e"
            if stem[-1] in "cgsvuz" or stem.endswith(("at", "ir", "ok", "ak", "id", "ud"))
            else stem
        )
    return word[:-2] if word.endswith(("shes", "ches", "sses", "xes")) else word[:-1]


def plain_verb(tokens: list[Token], at: int) -> Verb:
    """Return any finite verb as it stands, an auxiliary too: it has a subject, no words of its own."""
    return Verb(at, at, tokens[at].word, Shape.PAST, 0, passive=False, embedded=False)


def is_finite(tokens: list[Token], at: int) -> bool:
    """Say whether a finite verb of any kind stands at `at`, as far as shape and left neighbour tell."""
    token = tokens[at]
    if token.flags & FINITE_AUXILIARY:
        return True
    if not token.flags & WORD or token.flags & (OWNER | Word.PREPOSITION | Word.ADVERB):
        return False
    before = before_adverbs(tokens, at)
    left = tokens[before] if before >= 0 else None
    if left is None or left.word == "to":
        return False
    if left.flags & (_LEADS_NOUN | OWNER):
        return left.word in _ALONE and _says(token) and _stands_alone(tokens, before, at)
    return _is_past(token, left) or (_may_act(left) and _acts(tokens, at, left))


def _is_past(token: Token, left: Token) -> bool:
    """Say whether a past form is no participle behind "be" and no noun behind a preposition."""
    if token.flags & Word.PAST:
        return not left.flags & Word.PREPOSITION
    form = token.form
    past = form is not None and form.shape & Shape.PAST and _is_cue(form)
    return bool(past) and not left.flags & (Word.BE | Word.BE_INFINITE | Word.PREPOSITION)


def _may_act(left: Token) -> bool:
    return bool(left.flags & (NAME | PROPER | Word.SUBJECT | Word.RELATIVE))


def _is_cue(form: VerbForm) -> bool:
    return bool(form.senses or form.particles)


def _says(token: Token) -> bool:
    form = token.form
    return form is not None and bool(form.shape & Shape.PAST and form.senses & Sense.SAY)


def _acts(tokens: list[Token], at: int, left: Token) -> bool:
    """Say whether the word behind a name or pronoun is its verb; "US rivals" are none."""
    form = tokens[at].form
    says = form is not None and form.senses & Sense.SAY and not form.senses & Sense.STRICT
    person = (bool(left.namings) and left.namings[0].kind == "person") or bool(
        (says or tokens[at].flags & Word.FINITE) and left.flags & PROPER
    )
    acts = person or bool(left.flags & (Word.SUBJECT | Word.RELATIVE))
    if acts and (tokens[at].flags & Word.FINITE or (form is not None and form.shape & Shape.THIRD)):
        return True
    found = open_verb(tokens, at) if not tokens[at].noun else None
    return found is not None and (acts or found.shape == Shape.PAST)
