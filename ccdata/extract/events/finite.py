"""Whether a verb group can begin at a word.

Forms that are nouns as often as verbs ("visits", "talks") count as verbs only where a noun cannot stand;
a past form is not the participle of a shortened clause ("missiles fired by ... land").
"""

from __future__ import annotations

from ccdata.authority.triggers import Form
from ccdata.extract.events.clause import Clause
from ccdata.extract.events.states import adjectives

_AHEAD = 25
_BEHIND = 40


def is_finite(clause: Clause, place: int) -> bool:
    """Say whether a verb group can begin here."""
    if not clause.low < place < clause.high or clause.words[place].capital:
        return False
    auxiliary, forms = clause.is_auxiliary(place), clause.triggers.forms.get(clause.at(place), ())
    if not auxiliary and not forms:
        return False
    before = clause.at(place - 1)
    numeral = place - 1 > clause.low and clause.capital(place - 1)
    if (
        clause.is_in(place - 1, "determiners")
        and not numeral
        and before not in {"both", "all", "that", "this"}
    ):
        return False
    if before == "to":
        return False
    if auxiliary:
        return before != "of"
    return any(_fits(clause, place, form) for form in forms)


def _fits(clause: Clause, place: int, form: Form) -> bool:
    before = clause.at(place - 1)
    if before == "'s" or (clause.is_in(place - 1, "prepositions") and before != "since"):
        return False
    if form.tense == "base":
        return _has_plural_subject(clause, place) and not is_noun_like(clause, place)
    if form.tense == "s":
        return not is_noun_like(clause, place)
    return form.tense == "past" and _is_past(clause, place)


def is_noun_like(clause: Clause, place: int) -> bool:
    """Say whether a form that may be a noun stands where a noun does."""
    before, after = clause.at(place - 1), clause.at(place + 1)
    if clause.at(place) not in clause.triggers.ambiguous:
        return False
    numbered = before[-1:].isdigit() and not before.isdigit()
    modified = clause.is_in(place - 1, "modifiers") and not clause.capital(place - 1)
    first = place - 1 == clause.low and clause.is_in(place - 1, "modifiers")
    if numbered or modified or first or after in {"of", "between"}:
        return True
    if clause.is_adjective(place - 1) or ("-" in before and not clause.capital(place - 1)):
        return True
    return _is_subject(clause, place)


def _is_subject(clause: Clause, place: int) -> bool:
    """Say whether a verb comes behind, of which this noun is the subject."""
    if clause.is_auxiliary(place + 1) or clause.is_in(place + 1, "openers"):
        return True
    if clause.words[place - 1].text in adjectives() and not clause.at(place - 1).endswith("s"):
        return bool(clause.tenses(place + 1) & {"base", "s", "past"})
    tenses = frozenset() if clause.capital(place + 1) else clause.tenses(place + 1)
    if tenses & {"s", "past", "base"} and clause.at(place + 1) not in clause.triggers.ambiguous:
        return True
    if not clause.is_in(place, "forces"):
        return False
    plural = clause.at(place).endswith("s") and "base" in tenses
    return plural or _verb_follows(clause, place + 1, over_commas=True)


def _is_past(clause: Clause, place: int) -> bool:
    """Say whether a past form is not the participle of a shortened clause."""
    if "part" not in clause.tenses(place):
        return True
    before = clause.at(place - 1)
    if before in {"newly", "recently", "so-called", "jointly", "most"}:
        return False
    if clause.at(place + 1) == "to" and clause.is_infinitive(place + 2):
        return True
    if before == "," and clause.is_in(place + 1, "prepositions"):
        return False
    if before == ",":
        return not _verb_follows(clause, place + 1, over_commas=True)
    return not (clause.is_in(place + 1, "prepositions") and _verb_follows(clause, place + 1))


def _verb_follows(clause: Clause, place: int, *, over_commas: bool = False) -> bool:
    """Say whether a plain finite verb follows before the clause breaks."""
    for ahead in range(place, min(place + _AHEAD, clause.high)):
        word = clause.at(ahead)
        if (word in {",", "and"} and not over_commas) or word in {";", "as"} or clause.is_in(ahead, "breaks"):
            return False
        if clause.is_auxiliary(ahead) and not clause.capital(ahead):
            return True
        tenses = clause.tenses(ahead)
        plain = "s" in tenses or ("past" in tenses and "part" not in tenses)
        if plain and word not in clause.triggers.ambiguous and is_finite(clause, ahead):
            return True
    return False


def _has_plural_subject(clause: Clause, place: int) -> bool:
    before = clause.at(place - 1)
    if before in {"and", "or", ",", "'s", "to"}:
        return False
    if clause.is_in(place - 1, "pronouns"):
        return before not in {"it", "he", "she"}
    return any(_is_plural(clause, ahead) for ahead in range(max(clause.low, place - _BEHIND), place))


def _is_plural(clause: Clause, place: int) -> bool:
    word = clause.at(place)
    if clause.is_in(place, "plurals") or word == "and":
        return True
    lower = not clause.capital(place) or place == clause.low or word.endswith("ans")
    return lower and len(word) > len("this") and word.endswith("s") and not word.endswith(("ss", "us"))
