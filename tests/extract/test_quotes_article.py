"""What crosses sentences, paragraphs and the line between narrative and chronology."""

from __future__ import annotations

from typing import cast

import pytest
from quote_stage import Stage

from ccdata.document.model import Document
from ccdata.extract.cast import Cast
from ccdata.extract.quotes.records import quote_records
from ccdata.records.ids import Numberer
from ccdata.records.models import Quote


def who(article: Stage) -> list[str]:
    return [f"{q.kind} {'+'.join(sorted(q.actors)) or '-'}" for q in article.read()]


def test_a_quotation_of_several_paragraphs_is_one_record_each() -> None:
    found = Stage(
        '"We will rebuild.', '"We will start with trade.', '"We will end with defense," said {abe:Abe}.'
    ).read()
    assert [q.text for q in found] == [
        "We will rebuild.",
        "We will start with trade.",
        "We will end with defense,",
    ]
    assert [q.continues is not None for q in found] == [False, True, True]
    assert [sorted(q.actors) for q in found] == [["abe"]] * 3


def test_it_may_open_in_mid_paragraph() -> None:
    found = Stage('{abe:Abe} said, "We will rebuild.', '"We will start with trade."', "He left.").read()
    assert [q.text for q in found] == ["We will rebuild.", "We will start with trade."]
    assert found[1].continues is found[0]
    assert found[1].actors == {"abe"}


def test_a_paragraph_behind_a_colon_is_a_quotation_without_marks() -> None:
    article = Stage(
        "{abe:Abe} used his first press conference to convey a promise:",
        "We will never again wage war. We ask for the world's trust.",
        "{CHN:Beijing} was not convinced.",
    )
    found = article.read()
    assert [(q.kind, sorted(q.actors), q.pair.start) for q in found] == [("block", ["abe"], 0)]


def test_a_paragraph_behind_a_colon_without_a_person_is_none() -> None:
    assert who(Stage("{abe:Abe} named three goals:", "The first goal is growth.")) == []


def test_a_bare_quotation_goes_on() -> None:
    article = Stage('"It was a long day," said {hill:Hill}. "It will be a long night." He left.')
    first, second = article.read()
    assert second.continues is first
    assert second.attribution == "implicit"


def test_a_new_speaker_continues_nothing() -> None:
    article = Stage('"It was a long day," said {hill:Hill}. "It was short," countered {kim:Kim}.')
    assert [q.continues for q in article.read()] == [None, None]


def test_the_same_words_point_at_each_other() -> None:
    article = Stage(
        'On May 4, {abe:Abe} called the test "a grave threat to the region."',
        entries=[
            ("May 4, 2017", '{abe:Abe} calls the test "a grave threat."'),
            ("May 9, 2017", '{moon:Moon} calls it "a threat."'),
        ],
    )
    told, entry, other = article.read()
    assert told.same_as == [entry]
    assert entry.same_as == [told]
    assert other.same_as == []


@pytest.mark.parametrize(
    ("paragraph", "edtf", "basis"),
    [
        ('On May 4, 2017, {abe:Abe} called it "a threat."', "2017-05-04", "explicit"),
        (
            '{abe:Abe} landed on May 4, 2017. The next day {abe:Abe} called it "a threat."',
            "2017-05-05",
            "relative",
        ),
        (
            '{abe:Abe} met {xi:Xi} on May 4, 2017. Three days later, {abe:Abe} called it "a threat."',
            "2017-05-07",
            "relative",
        ),
        (
            'On May 4, 2017, {abe:Abe} called it "a threat." {abe:Abe} added that it was "the first."',
            "2017-05-04",
            "context",
        ),
        ('{abe:Abe} called it "a threat since May 4, 2017."', None, None),
        ('{abe:Abe} called the freeze of May 4, 2017, "a threat."', None, None),
        ('The "comfort women" deal of May 4, 2017, fell.', None, None),
    ],
)
def test_when_the_words_were_spoken(paragraph: str, edtf: str | None, basis: str | None) -> None:
    last = Stage(paragraph).read()[-1]
    assert (last.date_edtf, last.date_basis) == (edtf, basis)


def test_a_quotation_in_an_entry_has_its_date() -> None:
    article = Stage(entries=[("May 4, 2017", '{abe:Abe} calls it "a threat."')])
    assert article.read()[0].date_edtf == "2017-05-04"


def records(article: Stage) -> tuple[Quote, ...]:
    class Front:
        authors = ()

    class Paper:
        front = Front()

    events = {
        p.entry.ordinal: f"cc-1-1-japan-korea:e:0000000{p.entry.ordinal}" for p in article.placed if p.entry
    }
    made, _ = quote_records(
        cast("Document", Paper()),
        article.placed,
        cast("Cast", article),
        events,
        Numberer("cc-1-1-japan-korea"),
    )
    return made


def test_records_are_anchored_and_tied() -> None:
    article = Stage(
        '"The so-called \'thaw\' is over," said {roh:Roh}. "It never began."',
        entries=[("May 4, 2017", '{roh:Roh} says "the thaw is over."')],
    )
    outer, inner, second, entry = records(article)
    assert inner.within == outer.id
    assert second.continues == outer.id
    assert (outer.cue, outer.cue_text) == ("say", "said")
    assert {anchor.field for anchor in outer.anchors} == {"text", "cue"}
    assert {gap.field for gap in second.gaps} == {"cue", "date_edtf"}
    assert entry.event_id == "cc-1-1-japan-korea:e:00000001"
    assert [party.actor_id for party in entry.speakers] == ["actor:roh"]
    for number, record in enumerate((outer, inner, second)):
        del number
        assert record.span.holds(article.placed[0].block.canonical)


def test_the_id_knows_kind_words_and_entry() -> None:
    article = Stage(
        '{roh:Roh} said "no" and "no."',
        entries=[("May 4, 2017", '{roh:Roh} says "no."'), ("May 5, 2017", '{roh:Roh} says "no."')],
    )
    ids = [record.id for record in records(article)]
    assert len(set(ids)) == 4
    assert ids[1] == f"{ids[0]}-2"


def test_markup_at_the_edges_is_inside_the_span() -> None:
    from ccdata.document.model import Placed
    from ccdata.extract.quotes.records import span_of
    from ccdata.source.clean import CleanText

    text = 'They held "an [in-depth talk](#)" in "[Dili](#)," he said.'
    article = Stage()
    article.placed = [
        Placed(block=CleanText(text).block([(0, len(text))]), place="body", section=None, entry=None)
    ]
    article._namings = [()]
    found = article.read()
    assert [span_of(article.placed[0].block, q).exact for q in found] == [
        "an [in-depth talk](#)",
        "[Dili](#),",
    ]


@pytest.mark.parametrize(
    ("paragraph", "speaker", "words"),
    [
        (
            "In May {ellis:Ellis} told the assembly: The time for maps is over. He then left.",
            "ellis",
            "The time for maps is over.",
        ),
        (
            "{#asean:ASEAN} issued a notice, which read: No vessel may enter the zone at night.",
            "asean",
            "No vessel may enter the zone at night.",
        ),
        (
            "{oh:Oh} drew the lesson: No small country can afford two quarrels at once.",
            "oh",
            "No small country can afford two quarrels at once.",
        ),
    ],
)
def test_words_behind_a_colon_need_no_marks(paragraph: str, speaker: str, words: str) -> None:
    found = Stage(paragraph).read()
    assert [(q.kind, sorted(q.actors), q.text) for q in found] == [("block", [speaker], words)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The reason was simple: The harbor had no crane and no road.",
        "{oh:Oh} named three aims: Growth, defense, and a seat at the table.",
        "{IND:Delhi} stated two conditions: The fleet must leave, and the base must close.",
        "One thing had changed: {THA:Bangkok} no longer asked for permission.",
        "{lam:Lam} changed course: The fleet stayed in port for the winter.",
    ],
)
def test_a_colon_that_explains_quotes_nobody(paragraph: str) -> None:
    assert Stage(paragraph).read() == []


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("At the end of the year, {sata:Sata} summed up the talks:", "sata"),
        ("In her memoir {rao:Rao} wrote of that night:", "rao"),
        ("{ong:Ong} explained to the press in Perth:", "ong"),
    ],
)
def test_a_paragraph_announced_by_a_verb_of_speaking_needs_no_first_person(
    paragraph: str, speaker: str
) -> None:
    found = Stage(paragraph, "It was a game without a referee, and nobody kept the score.", "So it went.")
    assert who(found) == [f"block {speaker}"]


@pytest.mark.parametrize("owner", ["the cabinet's", "the ministry's", "his party's"])
def test_who_sets_out_a_view_speaks_not_who_holds_it(owner: str) -> None:
    article = Stage(f"{{gupta:Gupta}} set out {owner} view at length:", "We have asked for years. We wait.")
    assert who(article) == ["block gupta"]


@pytest.mark.parametrize(
    ("paragraph", "continues"),
    [
        ('"We came late," a clerk said at noon, "and we left early."', [False, True]),
        ('"It was cold," {oh:Oh} said, "and it was long."', [False, True]),
        ('"It was cold," said {oh:Oh}, but he too spoke of a "warm welcome."', [False, False]),
        ('"It was cold," {oh:Oh} said in May; in June he called it "mild."', [False, False]),
    ],
)
def test_only_the_interrupted_words_are_resumed(paragraph: str, continues: list[bool]) -> None:
    assert [q.continues is not None for q in Stage(paragraph).read()] == continues
