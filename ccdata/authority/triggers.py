"""The lexicon of the event coder: words, noun classes and rules, read from data files.

rule   = verbs, conditions on object, subject and clause → type, mode, medium, frame
form   = a printed verb form → its lemma and tense
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from ccdata.errors import AuthorityError
from ccdata.records.terms import CcType, EventType, Medium

Tense = Literal["base", "s", "past", "part", "ing"]
Frame = Literal[
    "reciprocal", "host", "attend", "visit", "directed", "joint", "occur", "self", "passive", "statement"
]
Fate = EventType | Literal["same"]
"""What becomes of a verb that another takes: a type, or its own still to come."""
_TABLES = ("modes", "channels")
_VOWELS = "aeiou"
_SHORT = re.compile(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiou][bdfgklmnprtvz]")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words and phrases to look for in a stretch of words."""

    words: frozenset[str] = frozenset()
    longer: tuple[str, ...] = ()
    """The phrases of several words, with a blank on either side."""

    def __bool__(self) -> bool:
        return bool(self.words or self.longer)

    def stand_in(self, words: Sequence[str]) -> bool:
        """Say whether one of them stands in a stretch of words."""
        if not self.words.isdisjoint(words):
            return True
        return bool(self.longer) and self.run_in(f" {' '.join(words)} ")

    def run_in(self, text: str) -> bool:
        """Say whether one of several words stands in words with blanks between and around them."""
        return any(phrase in text for phrase in self.longer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: the conditions are said in the head of triggers_rules.toml."""

    id: str
    verbs: tuple[str, ...]
    medium: Medium
    frame: Frame
    type: EventType | None = None
    mode: str | None = None
    cc: CcType | None = None
    object: frozenset[str] = frozenset()
    object_not: frozenset[str] = frozenset()
    transitive: bool = False
    subject_class: frozenset[str] = frozenset()
    subject_class_not: frozenset[str] = frozenset()
    subject: str | None = None
    subject_not: str | None = None
    subject_word: Phrases = Phrases()
    prep: frozenset[str] = frozenset()
    not_prep: frozenset[str] = frozenset()
    any: Phrases = Phrases()
    need: Phrases = Phrases()
    not_any: Phrases = Phrases()
    joint: bool = False
    joint_or_object: bool = False
    praise: bool = False
    blame: bool = False
    menace: bool = False
    first: bool = False
    carrier: bool = False
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a printed form can be."""

    lemma: str
    tense: Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """What becomes of the type of a verb that another verb takes."""

    name: str
    coop: Fate | None = None
    yielding: Fate | None = None
    verbal: Fate | None = None
    material: Fate | None = None
    none: Fate | None = None


class NounPhrase(NamedTuple):
    """The words of a phrase, how many they are, and its classes."""

    size: int
    words: tuple[str, ...]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggers:
    """The whole lexicon, immutable."""

    words: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]
    """The names in `words` of the lists that a word stands in."""
    forms: Mapping[str, tuple[Form, ...]]
    tenses: Mapping[str, frozenset[Tense]]
    """What a printed form can be, as a verb."""
    ambiguous: frozenset[str]
    phrases: Mapping[str, Phrases]
    """The lists in `words`, to look for in a stretch of words."""
    rules: Mapping[str, tuple[Rule, ...]]
    leading: Mapping[str, tuple[Rule, ...]]
    """The rules that decide before a verb that theirs takes."""
    nouns: Mapping[str, frozenset[str]]
    noun_phrases: Mapping[str, tuple[NounPhrase, ...]]
    """For a word the phrases in `nouns` that end with it, the longest first."""
    controls: Mapping[str, Control]
    particles: Mapping[str, tuple[tuple[str, ...], ...]]
    all_rules: tuple[Rule, ...]

    def lemmas(self, form: str) -> Iterator[str]:
        """Yield the lemmas of a form."""
        for entry in self.forms.get(form, ()):
            yield entry.lemma


@cache
def load_triggers() -> Triggers:
    """Read the lexicon. Raises AuthorityError where a rule names what is not there."""
    grammar, nouns, rulebook = (_read(name) for name in ("grammar", "nouns", "rules"))
    rules = tuple(_rule(row, rulebook, nouns) for row in rulebook["rules"])
    controls = _controls(grammar["control"])
    phrases = {*(verb for rule in rules for verb in rule.verbs), *controls, *grammar["verbs"]["plain"]}
    lemmas = {
        phrase.split()[-1] if phrase.startswith("jointly ") else phrase.split()[0] for phrase in phrases
    }
    words = {name: frozenset(row) for name, row in grammar["words"].items()}
    words |= {name: frozenset(grammar[name]["words"]) for name in ("praise", "blame", "menace")}
    words |= {f"{table}.{name}": frozenset(row) for table in _TABLES for name, row in grammar[table].items()}
    words["praised"] = frozenset(grammar["praise"]["subjects"])
    words["joint_exercises"] = frozenset(nouns["joint_exercise"])
    forms = _forms(lemmas, grammar["verbs"])
    phrases_of_nouns = _by_member(nouns)
    return Triggers(
        words=words,
        classes=_by_member(words),
        forms=forms,
        tenses={printed: frozenset(form.tense for form in row) for printed, row in forms.items()},
        ambiguous=frozenset(_ambiguous(grammar["verbs"]["ambiguous"])),
        phrases={name: _phrases(row) for name, row in words.items()},
        rules=_by_verb(rules),
        leading=_by_verb(rule for rule in rules if rule.first),
        nouns=phrases_of_nouns,
        noun_phrases=_by_end(phrases_of_nouns),
        controls=controls,
        particles=_particles(phrases),
        all_rules=rules,
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("ccdata.authority") / f"triggers_{name}.toml").read_text("utf-8"))


def _rule(row: dict[str, Any], book: dict[str, Any], nouns: dict[str, Any]) -> Rule:
    known = {field.name: str(field.type) for field in fields(Rule)}
    if unknown := row.keys() - known.keys():
        raise AuthorityError(f"triggers: rule {row['id']} has {', '.join(sorted(unknown))}")
    made = {key: _value(known[key], value) for key, value in row.items()}
    made["verbs"] = tuple(_verbs(row["verbs"], book))
    rule = Rule(**made)
    classes = rule.object | rule.object_not | rule.subject_class | rule.subject_class_not
    if missing := classes - nouns.keys():
        raise AuthorityError(f"triggers: rule {rule.id} names {', '.join(sorted(missing))}")
    return rule


def _value(kind: str, value: Any) -> Any:
    if kind == "Phrases":
        return _phrases(value)
    if kind.startswith("frozenset"):
        return frozenset(value)
    return tuple(value) if kind.startswith("tuple") else value


def _phrases(row: Iterable[str]) -> Phrases:
    words = frozenset(phrase for phrase in row if " " not in phrase)
    return Phrases(words, tuple(f" {phrase} " for phrase in row if " " in phrase))


def _verbs(names: Iterable[str], book: dict[str, Any]) -> Iterator[str]:
    """Yield the verbs of a rule, a list's name replaced by the list."""
    for name in names:
        if name.startswith("@"):
            yield from book[name[1:]]
        else:
            yield name


def _by_verb(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for verb in dict.fromkeys(rule.verbs):
            found.setdefault(verb, []).append(rule)
    return {verb: tuple(row) for verb, row in found.items()}


def _by_member(lists: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return for each member of named lists the names of those it stands in."""
    found: dict[str, set[str]] = {}
    for name, members in lists.items():
        for member in members:
            found.setdefault(member, set()).add(name)
    return {member: frozenset(names) for member, names in found.items()}


def _by_end(nouns: Mapping[str, frozenset[str]]) -> dict[str, tuple[NounPhrase, ...]]:
    """Return for a word the phrases that end with it, the longest first."""
    found: dict[str, list[NounPhrase]] = {}
    for phrase, classes in nouns.items():
        words = tuple(phrase.replace("'s", " 's").split())
        found.setdefault(words[-1], []).append(NounPhrase(len(words), words, classes))
    return {word: tuple(sorted(rows, key=lambda row: -row.size)) for word, rows in found.items()}


def _controls(table: dict[str, Any]) -> dict[str, Control]:
    found: dict[str, Control] = {}
    for name, row in table.items():
        fates = {key: row[key] for key in ("coop", "verbal", "material", "none") if key in row}
        control = Control(name=name, yielding=row.get("yield"), **fates)
        found |= dict.fromkeys(row["verbs"], control)
    return found


def _particles(phrases: set[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return for a lemma the particles that may follow it, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        if rest:
            found.setdefault(first, set()).add(tuple(rest))
    return {lemma: tuple(sorted(rows, key=lambda row: (-len(row), row))) for lemma, rows in found.items()}


def _forms(lemmas: set[str], verbs: dict[str, Any]) -> dict[str, tuple[Form, ...]]:
    """Inflect every lemma; some double their last letter or do not ("canceled", "cancelled")."""
    doubling, irregular = frozenset(verbs["doubling"]), verbs["irregular"]
    spellings = (doubling, doubling | set(verbs["either"]))
    found: dict[str, dict[Form, None]] = {}
    for lemma in sorted(lemmas | irregular.keys()):
        for doubled in spellings:
            for printed, tense in _inflected(lemma, irregular.get(lemma), doubled):
                found.setdefault(printed, {})[Form(lemma, tense)] = None
    return {printed: tuple(row) for printed, row in found.items()}


def _inflected(
    lemma: str, irregular: list[str] | None, doubling: frozenset[str]
) -> Iterator[tuple[str, Tense]]:
    stem = lemma + lemma[-1] if _doubles(lemma, doubling) else lemma
    yield lemma, "base"
    yield _third_person(lemma), "s"
    past, part = irregular or (_ed(stem), _ed(stem))
    yield past, "past"
    yield part, "part"
    yield _ing(lemma, doubling), "ing"


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"


def _ing(lemma: str, doubling: frozenset[str]) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if _doubles(lemma, doubling) else "") + "ing"


def _doubles(lemma: str, doubling: frozenset[str]) -> bool:
    """Say whether the last letter is doubled: of one syllable with a short vowel ("slap"), or so listed."""
    return lemma in doubling or _SHORT.fullmatch(lemma) is not None


def _ambiguous(lemmas: list[str]) -> Iterator[str]:
    """Yield the forms of a lemma that are nouns too: its base and its -s form."""
    for lemma in lemmas:
        yield lemma
        yield _third_person(lemma)
