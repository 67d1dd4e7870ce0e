"""For generated quotations in all the shapes of the genre the known speaker comes back."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from ccdata.authority.cues import load_cues
from ccdata.extract.naming import Naming
from ccdata.extract.quotes.find import BlockReader
from ccdata.extract.quotes.pairing import pair_marks
from ccdata.extract.quotes.passage import Passage
from ccdata.extract.quotes.quotation import Quotation
from ccdata.extract.sentences import sentences

NAMES = (
    "Haneda Ryo",
    "Oh Min-seok",
    "Pham Quoc Bao",
    "Ines Calloway",
    "Wirawan",
    "Lakshmi Iyer",
    "Tsogt Erdene",
)
STATES = ("Japan", "Vietnam", "Mongolia", "India")
CLAUSES = (
    "we have waited long enough",
    "the two sides are closer than ever",
    "nobody can turn back the clock",
    "trade will follow the flag",
    "there is no third way",
)
FRAGMENTS = (
    "a grave mistake",
    "beyond repair",
    "the first of many steps",
    "wholly unacceptable",
    "in the spirit of 1972",
)

CLAUSE_SHAPES = (
    '{S} said that "{Q}."',
    '{S} said, "{Q}."',
    '"{Q}," said {S}.',
    '"{Q}," {S} told reporters in {P}.',
    '"{Q}," {S}, who had met {O} in {P}, observed.',
    'According to {S}, "{Q}."',
    'Asked about {O}, {S} replied: "{Q}."',
    '"{Q}," {S} harrumphed.',
    'While {O} was silent, {S} argued that "{Q}."',
    '{O} left for {P}. "{Q}," sighed {S}.',
    '{S} was quoted as saying that "{Q}."',
    '{S} met {O} in {P} and warned that "{Q}."',
)
FRAGMENT_SHAPES = (
    '{S} called the visit to {P} "{Q}."',
    '{S} described the remarks by {O} as "{Q}."',
    '{S}\'s description of {P} as "{Q}" angered {O}.',
    'The plan was "{Q}," complained {S}.',
    'Critics stopped short of calling it "{Q}," as {S} had argued.',
    '{S} said officers felt the pact with {P} was "{Q}."',
    'The plan of {O} was called "{Q}" by {S}.',
    'For {S}, the visit to {P} was "{Q}."',
    '{S} told {O} that {P} was "{Q}."',
    'What {S} branded "{Q}" was hailed by {O}.',
    '{S}, speaking in {P} alongside {O}, said it was "{Q}."',
    'In a message to {O}, {S} termed it "{Q}."',
    'The accord with {P}, {S} contended, was "{Q}."',
)
NOBODY_SHAPES = (
    'The so-called "{Q}" policy of {P} has failed.',
    '{P} is often described as "{Q}."',
    '{S} visited the "{Q}" monument in {P}.',
)


def _cue_words() -> set[str]:
    cues = load_cues()
    return {*cues.verbs, *cues.nouns, *cues.words, *cues.own, *cues.attitude, *cues.so_called}


@dataclass(frozen=True)
class Told:
    text: str
    speaker: str | None
    words: str
    namings: list[Naming]


def _namings(text: str, names: tuple[str, ...]) -> list[Naming]:
    return sorted(
        (
            Naming(
                start=text.index(name),
                end=text.index(name) + len(name),
                actor_id=name,
                kind="country" if name in STATES else "person",
                country=None,
                method="alias",
            )
            for name in names
            if name in text
        ),
        key=lambda naming: naming.start,
    )


@st.composite
def told(draw: st.DrawFn, shapes: tuple[str, ...], words: tuple[str, ...], *, nobody: bool = False) -> Told:
    speaker, other = draw(st.permutations(NAMES))[:2]
    place = draw(st.sampled_from(STATES))
    quoted = draw(st.sampled_from(words))
    shape = draw(st.sampled_from(shapes))
    text = shape.replace("{S}", speaker).replace("{O}", other).replace("{P}", place).replace("{Q}", quoted)
    marks = draw(st.sampled_from(['""', "“”"]))
    opening, _, rest = text.partition('"')
    inside, _, behind = rest.partition('"')
    text = f"{opening}{marks[0]}{inside}{marks[1]}{behind}"
    return Told(text, None if nobody else speaker, quoted, _namings(text, (speaker, other, place)))


def _read(case: Told) -> Quotation:
    passage = Passage(number=0, text=case.text, namings=case.namings, sentences=sentences(case.text))
    (found,) = BlockReader(passage, pair_marks(case.text)).read()
    return found


@given(told(CLAUSE_SHAPES, CLAUSES))
def test_a_clause_comes_back_with_its_speaker(case: Told) -> None:
    found = _read(case)
    assert found.text.rstrip(",.") == case.words
    assert found.kind == "direct"
    assert found.actors == frozenset({case.speaker})


@given(told(FRAGMENT_SHAPES, FRAGMENTS))
def test_a_fragment_comes_back_with_its_speaker(case: Told) -> None:
    found = _read(case)
    assert found.text.rstrip(",.") == case.words
    assert found.kind == "fragment"
    assert found.actors == frozenset({case.speaker})


@given(told(NOBODY_SHAPES, FRAGMENTS, nobody=True))
def test_words_of_nobody_stay_nobodys(case: Told) -> None:
    found = _read(case)
    assert found.actors == frozenset()
    assert found.attribution == "none"


@given(st.lists(told(CLAUSE_SHAPES + FRAGMENT_SHAPES, FRAGMENTS), min_size=2, max_size=4))
def test_sentences_of_one_paragraph_keep_their_speakers(cases: list[Told]) -> None:
    text = " ".join(case.text for case in cases)
    namings: list[Naming] = []
    place = 0
    for case in cases:
        namings += [n._replace(start=n.start + place, end=n.end + place) for n in case.namings]
        place += len(case.text) + 1
    passage = Passage(number=0, text=text, namings=namings, sentences=sentences(text))
    found = BlockReader(passage, pair_marks(text)).read()
    assert [quotation.actors for quotation in found] == [{case.speaker} for case in cases]


@given(told(CLAUSE_SHAPES, CLAUSES))
def test_a_name_nobody_resolved_speaks_in_its_own_words(case: Told) -> None:
    passage = Passage(number=0, text=case.text, namings=[], sentences=sentences(case.text))
    (found,) = BlockReader(passage, pair_marks(case.text)).read()
    (speaker,) = found.speakers
    assert speaker.actor_id is None
    assert case.text[speaker.start : speaker.end] == case.speaker


SIGNS = (
    *(
        '"a b"',
        '"calls upon x,"',
        '"Is it?"',
        '"x."',
        ",",
        ".",
        ":",
        ";",
        "(",
        ")",
        "“q",
        "q”",
        "'s",
        "Kim",
        "Holt",
        "—",
    ),
    *("said", "called", "told", "quoted", "that", "who", "by", "as", "for", "to", "what", "and", "in", "of"),
)


@given(st.lists(st.one_of(st.sampled_from(SIGNS), st.sampled_from(sorted(_cue_words()))), max_size=30))
def test_any_row_of_cue_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    pairing = pair_marks(text)
    passage = Passage(number=0, text=text, namings=[], sentences=sentences(text))
    found = BlockReader(passage, pairing).read()
    assert {quotation.pair for quotation in found} <= set(pairing.pairs)
    for speaker in (speaker for quotation in found for speaker in quotation.speakers):
        assert text[speaker.start : speaker.end].strip()
