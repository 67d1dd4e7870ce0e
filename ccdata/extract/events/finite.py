"""Whether a verb group can begin at a word.

Forms that are nouns as often as verbs ("visits", "talks") count as verbs only where a noun cannot stand;
a past form is not the participle of a shortened clause ("missiles fired by ... land"). The plain form stands
behind a comma where that closes an insertion: "officials, led by Ono, HOLD talks".
"""

from __future__ import annotations

from ccdata.authority.triggers import Form
from ccdata.extract.events.clause import Clause, is_time
from ccdata.extract.events.states import adjectives

_AHEAD = 25
_BEHIND = 40
_NAME = 4
_SINGULAR = frozenset({"this", "is", "was", "as", "has", "its", "his", "'s", "does", "s", "news"})
_OPEN_OBJECT = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_NEVER = frozenset({"up", "about", "out", "down"})
_PARTICIPIAL = frozenset({"newly", "recently", "so-called", "jointly", "most"})
_FINITE = frozenset({"base", "s", "past"})
_INSERTED = frozenset({"prepositions", "subordinators", "relatives", "determiners"})
_PARTICLES = frozenset({"away", "back", "down", "off", "out", "past", "up"})
_BEHIND_VERB = frozenset({"prepositions", "determiners"})


def is_finite(clause: Clause, place: int) -> bool:
    """Say whether a verb group can begin here."""
    if not clause.low < place < clause.high or not clause.row[place].verbal:
        return False
    word, before = clause.row[place], clause.row[place - 1]
    if before.lower == "to" or _determines(clause, place - 1):
        return False
    if word.auxiliary:
        return before.lower != "of"
    led = "prepositions" in before.classes and before.lower != "since"
    if led or before.lower == "'s" or word.lower in _NEVER:
        return False
    for form in word.forms:  # noqa: SIM110 - a generator would cost more than the answer
        if _fits(clause, place, form):
            return True
    return False


def _determines(clause: Clause, place: int) -> bool:
    """Say whether a word makes a noun of the next ("the visit"); one that begins a name does not."""
    word = clause.row[place]
    if "determiners" not in word.classes or word.lower in {"both", "all", "that", "this"}:
        return False
    return place <= clause.low or not word.capital


def _fits(clause: Clause, place: int, form: Form) -> bool:
    if form.tense == "base":
        return _has_plural_subject(clause, place) and not is_noun_like(clause, place)
    if form.tense == "s":
        return not is_noun_like(clause, place)
    return form.tense == "past" and _is_past(clause, place)


def is_noun_like(clause: Clause, place: int) -> bool:
    """Say whether a form that may be a noun stands where a noun does."""
    if not clause.row[place].ambiguous or clause.at(place + 1) in _OPEN_OBJECT:
        return False
    word, after = clause.row[place - 1], clause.at(place + 1)
    before = word.lower
    numbered = before[-1:].isdigit() and not before.isdigit()
    armed = "forces" in word.classes and clause.row[place + 1].capital and not is_time(clause, place + 1)
    modified = "modifiers" in word.classes and not armed and (not word.capital or place - 1 == clause.low)
    closed = after in {"and", ","} or "prepositions" in clause.row[place + 1].classes
    if "forces" in clause.row[place].classes and closed:
        return True
    if numbered or modified or after in {"of", "between"}:
        return True
    if before.startswith("anti-") or _is_listed(clause, place) or _is_attribute(clause, place):
        return True
    if word.adjective or ("-" in before and not word.capital) or _is_one(clause, place):
        return True
    return _is_subject(clause, place)


def _is_listed(clause: Clause, place: int) -> bool:
    """Say whether it ends a list, or, as a verb of speech, tells nothing: "the ASEAN states and China"."""
    if clause.at(place - 1) == "and" and clause.at(place + 1) == ",":
        return True
    if "reporters" not in clause.row[place].classes and clause.at(place) != "states":
        return False
    quoted = clause.at(place + 2) in {'"', "“"}
    return clause.at(place + 1) in {"and", ","} and not quoted


def _is_attribute(clause: Clause, place: int) -> bool:
    """Say whether a noun stands between a state's adjective and its own noun: "Chinese TRADE officials"."""
    after, first = clause.row[place + 1], clause.at(place - 2)
    if clause.row[place - 1].text not in adjectives() or clause.at(place).endswith("s") or first == "the":
        return False
    return after.lower.isalpha() and not (after.capital or after.adverb or after.classes & _BEHIND_VERB)


def _is_one(clause: Clause, place: int) -> bool:
    """Read `a NAME noun` ("a Honda plant"): a name between them makes no verb of the noun."""
    for before in range(place - 1, max(clause.low, place - _NAME) - 1, -1):
        if not clause.row[before].capital:
            return before < place - 1 and clause.lowers[before] in {"a", "an"}
    return False


def _is_subject(clause: Clause, place: int) -> bool:
    """Say whether a verb comes behind, of which this noun is the subject."""
    after = clause.row[place + 1]
    if after.auxiliary or "openers" in after.classes:
        return True
    if clause.row[place - 1].text in adjectives() and not clause.at(place - 1).endswith("s"):
        return not after.tenses.isdisjoint(_FINITE) and clause.at(place + 2) != "of"
    tenses = frozenset() if after.capital or "adjectival" in after.classes else after.tenses
    if not after.ambiguous and not tenses.isdisjoint(_FINITE):
        return True
    if "forces" not in clause.row[place].classes:
        return False
    plural = clause.at(place).endswith("s") and "base" in tenses
    return plural or _verb_follows(clause, place + 1, over_commas=True)


def _is_past(clause: Clause, place: int) -> bool:
    """Say whether a past form is not the participle of a shortened clause."""
    if "part" not in clause.row[place].tenses:
        return True
    before, after = clause.at(place - 1), clause.row[place + 1]
    if before.endswith("ly") and clause.at(place - 2) == "," and before not in _PARTICIPIAL:
        before = ","
    if before in _PARTICIPIAL:
        return before == "jointly" and ("determiners" in after.classes or after.capital)
    if after.lower == "to" and clause.is_infinitive(place + 2):
        return before != "," or not _verb_behind_comma(clause, place)
    if before == ",":
        return "prepositions" not in after.classes and not _verb_follows(clause, place + 1, over_commas=True)
    if after.lower == "by":
        return not _past_follows(clause, place + 2)
    return not ("prepositions" in after.classes and _verb_follows(clause, place + 1))


def _verb_behind_comma(clause: Clause, place: int) -> bool:
    """Say whether the next comma closes an insertion: ", believed to be abroad, BREAK into"."""
    ahead = range(place + 1, min(place + _AHEAD, clause.high))
    comma = next((p for p in ahead if clause.lowers[p] == ","), None)
    return comma is not None and is_finite(clause, comma + 1)


def _past_follows(clause: Clause, place: int) -> bool:
    """Say whether a past form follows the agent behind "by": "a strike called by X BROUGHT"."""
    for ahead in range(place, min(place + _AHEAD, clause.high)):
        word = clause.row[ahead]
        if word.lower in {";", ","} or "breaks" in word.classes:
            return False
        if word.verbal and (word.auxiliary or (not word.ambiguous and bool({"past", "s"} & word.tenses))):
            return True
        if "s" in word.tenses and clause.row[ahead + 1].capital and is_finite(clause, ahead):
            return True
    return False


def _verb_follows(clause: Clause, place: int, *, over_commas: bool = False) -> bool:
    """Say whether a plain finite verb follows before the clause breaks."""
    for ahead in range(place, min(place + _AHEAD, clause.high)):
        word = clause.row[ahead]
        if (
            word.lower in ({";", "as"} if over_commas else {";", "as", ",", "and"})
            or "breaks" in word.classes
        ):
            return False
        if word.auxiliary and word.verbal:
            return True
        if not word.verbal or word.ambiguous:
            continue
        plain = "s" in word.tenses or ("past" in word.tenses and "part" not in word.tenses)
        if plain and is_finite(clause, ahead):
            return True
    return False


def _has_plural_subject(clause: Clause, place: int) -> bool:
    before = clause.row[place - 1]
    if before.lower == ",":
        return _closes_insertion(clause, place)
    if before.lower in {"and", "or", "'s", "to"}:
        return False
    if "pronouns" in before.classes:
        return before.lower not in {"it", "he", "she"}
    return any(_is_plural(clause, ahead) for ahead in range(max(clause.low, place - _BEHIND), place))


def _closes_insertion(clause: Clause, place: int) -> bool:
    """Read `PLURAL "," INSERTION "," VERB`: what follows the verb shows that it is no noun of a list."""
    after = clause.row[place + 1]
    led = after.capital or after.classes & _BEHIND_VERB or after.lower in _PARTICLES
    if clause.row[place].ambiguous and not led:
        return False
    first = max(clause.low, place - _BEHIND)
    opening = next((p for p in range(place - 3, first, -1) if _opens_insertion(clause, p)), None)
    return opening is not None and any(_is_plural(clause, p) for p in range(first, opening))


def _opens_insertion(clause: Clause, comma: int) -> bool:
    """Say whether a comma is followed by a participle, a phrase, a relative clause or a name."""
    if clause.lowers[comma] != ",":
        return False
    word = clause.row[comma + 1]
    quantified = clause.at(comma + 2) == "of" and "relatives" in clause.row[comma + 3].classes
    participle = bool(word.tenses & {"part", "ing"}) or word.lower.endswith("ed")
    return word.capital or quantified or participle or bool(word.classes & _INSERTED)


def _is_plural(clause: Clause, place: int) -> bool:
    word = clause.row[place]
    if "plurals" in word.classes or word.lower == "and":
        return True
    if not word.lower.endswith("s") or word.lower.endswith(("ss", "us")) or word.lower in _SINGULAR:
        return False
    return not word.capital or place == clause.low or word.lower.endswith("ans")
