"""Cue words: verbs and nouns that tie words to a speaker, and the small words of a clause.

A verb is written `lemma`, or `lemma/past/participle` where its forms are irregular; a second word is
its particle ("call for"). All forms are made here, once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files


class Sense:
    """What a verb does with the words it governs (bits of a plain int: asked for millions of times)."""

    SAY = 1
    NAME = 2
    ACT = 4
    WORK = 8
    DENY = 16
    TELL = 32
    STRICT = 64
    STRICT_NAME = 128
    GLOSS = 256
    OWN = 512
    COMPLEMENT = 1024
    THINK = 2048


class Shape:
    """The form of a verb."""

    BASE = 1
    THIRD = 2
    PAST = 4
    PARTICIPLE = 8
    ING = 16


class Noun:
    """What a noun can be to a quotation."""

    SPEECH = 1
    DOCUMENT = 2
    WORK = 4
    WORD = 8
    SAYING = 16
    CLAIM = 32
    PERSON = 64
    OF = 128
    CONTENT = 256


class Word:
    """The small words of a clause."""

    DETERMINER = 1
    POSSESSIVE = 2
    SUBJECT = 4
    PREPOSITION = 8
    MODAL = 16
    BE = 32
    BE_INFINITE = 64
    HAVE = 128
    DO = 256
    CONJUNCTION = 512
    CONTRAST = 1024
    SUBORDINATOR = 2048
    RELATIVE = 4096
    ADVERB = 8192
    FINITE = 16384
    NOT_VERB = 32768
    PAST = 1 << 31
    """A past that is no participle and no noun; the bits between are the tokens'."""


@dataclass(slots=True)
class VerbForm:
    """A printed form: its shape, its lemma and senses, and what particles make of it."""

    shape: int
    lemma: str
    senses: int = 0
    particles: dict[str, tuple[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Everything in `cues.toml`, ready to be looked up by a lower-case word."""

    verbs: dict[str, VerbForm]
    nouns: dict[str, tuple[str, int]]
    words: dict[str, int]
    according: frozenset[str]
    reported: frozenset[str]
    own: frozenset[str]
    so_called: frozenset[str]
    attitude: frozenset[str]
    uttered: frozenset[str]
    enacted: frozenset[str]
    media: frozenset[str]
    speeches: frozenset[str]
    pieces: frozenset[str]
    receiving: frozenset[str]
    meeting: frozenset[str]
    termed: frozenset[str]
    attributive: frozenset[str]
    adverbials: dict[str, frozenset[str]]
    """Adverbs of several words, by their last word."""


@cache
def load_cues() -> Cues:
    """Read the data file once."""
    data = tomllib.loads(files("ccdata.authority").joinpath("cues.toml").read_text("utf-8"))
    frames = {name: frozenset(words) for name, words in data["frames"].items()}
    return Cues(
        verbs=_verbs(data["verbs"]),
        nouns=_nouns(data["nouns"]),
        words=_words(data["words"]),
        adverbials=_adverbials(data["phrases"]["adverbial"]),
        **frames,
    )


def _adverbials(phrases: list[str]) -> dict[str, frozenset[str]]:
    last = {phrase.split()[-1] for phrase in phrases}
    return {word: frozenset(phrase for phrase in phrases if phrase.split()[-1] == word) for word in last}


def _verbs(table: dict[str, list[str]]) -> dict[str, VerbForm]:
    made: dict[str, VerbForm] = {}
    irregular = {entry.split("/")[0]: entry for names in table.values() for entry in names if "/" in entry}
    for sense, entries in table.items():
        for entry in entries:
            _add_verb(made, irregular.get(entry, entry), getattr(Sense, sense.upper()))
    return made


def _add_verb(made: dict[str, VerbForm], entry: str, sense: int) -> None:
    words = entry.split("/")
    lemma, _, particle = words[0].partition(" ")
    irregular = [word.split()[0] for word in words[1:]]
    for form, shape in _forms(lemma, irregular):
        known = made.setdefault(form, VerbForm(shape, lemma))
        known.shape |= shape
        if particle:
            whole, senses = known.particles.get(particle, (f"{lemma} {particle}", 0))
            known.particles[particle] = (whole, senses | sense)
        else:
            known.senses |= sense


def _forms(lemma: str, irregular: list[str]) -> Iterable[tuple[str, int]]:
    """Yield every form of a verb with its shape."""
    past = irregular[0] if irregular else _past(lemma)
    participle = irregular[-1] if irregular else past
    yield lemma, Shape.BASE
    yield _third(lemma), Shape.THIRD
    yield past, Shape.PAST
    yield participle, Shape.PARTICIPLE
    yield _ing(lemma, past), Shape.ING


def _third(lemma: str) -> str:
    if re.search(r"(?:s|sh|ch|x|z|o)$", lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if re.search(r"[^aeiou]y$", lemma) else lemma + "ed"


def _ing(lemma: str, past: str) -> str:
    """Double the consonant where the past does, or where a short irregular verb ends in one."""
    if past.endswith("ed") and len(past) == len(lemma) + 3:
        return past[:-2] + "ing"
    if re.search(r"^(?:[^aeiou]*|beg|forb)[aeiu][nptdg]$", lemma) and not past.endswith("ed"):
        return lemma + lemma[-1] + "ing"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + "ing"


def _nouns(table: dict[str, list[str]]) -> dict[str, tuple[str, int]]:
    made: dict[str, tuple[str, int]] = {}
    for name, lemmas in table.items():
        for lemma in lemmas:
            for form in {lemma, _plural(lemma)}:
                known = made.get(form, (lemma, 0))
                made[form] = (known[0], known[1] | int(getattr(Noun, name.upper())))
    return made


def _plural(lemma: str) -> str:
    return lemma[:-2] + "en" if lemma.endswith("man") else _third(lemma)


def _words(table: dict[str, list[str]]) -> dict[str, int]:
    made: dict[str, int] = {}
    for name, words in table.items():
        for word in words:
            made[word] = made.get(word, 0) | int(getattr(Word, name.upper()))
    return made
