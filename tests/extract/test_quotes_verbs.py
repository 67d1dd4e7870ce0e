"""Verbs and nouns of saying, each class in the frames in which it brings in words."""

from __future__ import annotations

import pytest
from quote_stage import summary

SAYING = (
    "admonished chided scolded rebuked upbraided berated moaned grumbled carped fulminated whined lamented "
    "mumbled stammered rasped hissed howled crowed gloated exulted scoffed sneered jeered mocked derided "
    "conjectured surmised reckoned hypothesized inferred avowed averred attested prophesied foretold "
    "forewarned "
    "divulged vouchsafed reasserted restated rephrased interposed demurred dissented decreed ordained"
)
TAKING = (
    "discerned detected sensed bemoaned savaged pilloried excoriated skewered lampooned vaunted decried "
    "deplored downplayed denigrated impugned maligned extolled glorified envisioned registered voiced"
)
URGING = "admonished besought entreated enjoined petitioned adjured implored exhorted urged directed"

NOUNS = (
    "verdict dictum refrain mantra formula admission assurance contention charge rebuke complaint caveat "
    "call plea demand message admonition entreaty prognosis disavowal taunt tirade diatribe creed aphorism "
    "undertaking recollection premise hypothesis lamentation revelation grievance"
)


@pytest.mark.parametrize("verb", SAYING.split())
@pytest.mark.parametrize(
    "frame",
    [
        '{{oh:Oh}} {} that the treaty, once in force, had no "legal basis" at all.',
        '"The talks are over," {} {{oh:Oh}} in Lima.',
        '"The talks are over," {{oh:Oh}} {}.',
    ],
)
def test_a_verb_of_saying_takes_a_clause_and_follows_words(verb: str, frame: str) -> None:
    assert [line.split()[1] for line in summary(frame.format(verb))] == ["oh"]


@pytest.mark.parametrize("verb", TAKING.split())
def test_a_verb_of_judging_takes_words_as_its_object(verb: str) -> None:
    assert summary(f'{{oh:Oh}} {verb} a "positive turn" in the talks.')[0].split()[1] == "oh"


@pytest.mark.parametrize("verb", URGING.split())
def test_a_verb_of_urging_takes_words_in_an_infinitive(verb: str) -> None:
    assert summary(f'{{oh:Oh}} {verb} the allies to show "restraint" at sea.')[0].split()[1] == "oh"


@pytest.mark.parametrize("noun", NOUNS.split())
def test_a_noun_of_saying_gives_words_to_its_owner(noun: str) -> None:
    assert summary(f'Few shared {{oh:Oh}}\'s {noun} that the pact was "dead."')[0].split()[1] == "oh"


def test_what_is_seen_in_a_thing_can_be_words() -> None:
    assert summary('{@nhk:NHK} saw in his absence "a petty trick."')[0].split()[1] == "nhk"
    assert summary('{oh:Oh} saw the premier in a "blue" hat.') == ["scare - -"]


def test_shrugging_is_saying_only_beside_words() -> None:
    assert summary('"We have bought that horse before," shrugged one official.')[0].startswith(
        "direct one_official"
    )
    assert summary('{oh:Oh} smiled when the "ice" broke.') == ["scare - -"]
