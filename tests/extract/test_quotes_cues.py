"""The forms of cue verbs and nouns, made from their lemmas."""

from __future__ import annotations

import pytest

from ccdata.authority.cues import Noun, Sense, Shape, load_cues


@pytest.mark.parametrize(
    ("form", "lemma", "shape"),
    [
        ("said", "say", Shape.PAST),
        ("written", "write", Shape.PARTICIPLE),
        ("replies", "reply", Shape.THIRD),
        ("replied", "reply", Shape.PAST),
        ("stresses", "stress", Shape.THIRD),
        ("arguing", "argue", Shape.ING),
        ("admitting", "admit", Shape.ING),
        ("putting", "put", Shape.ING),
        ("foreseeing", "foresee", Shape.ING),
        ("dubbed", "dub", Shape.PAST),
        ("quipping", "quip", Shape.ING),
    ],
)
def test_forms_of_a_verb(form: str, lemma: str, shape: int) -> None:
    found = load_cues().verbs[form]
    assert found.lemma == lemma
    assert found.shape & shape


def test_a_particle_makes_another_verb() -> None:
    found = load_cues().verbs["pointed"]
    assert not found.senses
    assert found.particles["out"] == ("point out", Sense.SAY)
    assert found.particles["to"][1] & Sense.NAME


def test_nouns_have_their_plural() -> None:
    nouns = load_cues().nouns
    assert nouns["replies"][0] == "reply"
    assert nouns["spokesmen"][1] & Noun.PERSON
    assert nouns["communiqués"][1] & Noun.DOCUMENT


def test_every_strict_verb_has_a_sense_of_its_own() -> None:
    only = Sense.STRICT | Sense.STRICT_NAME | Sense.GLOSS
    idle = {form.lemma for form in load_cues().verbs.values() if form.senses and not form.senses & ~only}
    assert idle <= {"find", "speak", "seek", "want"}, sorted(idle)
