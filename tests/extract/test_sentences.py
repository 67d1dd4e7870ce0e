from __future__ import annotations

import pytest

from ccdata.extract.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Prayut and Lt. Col. Suwit met Adm. Harris on Sept. 4, 2014, in Bangkok.",
        "U.S. Secretary of State Rice left for the U.N. Security Council.",
        "It was Resolution No. 1874 of the U.N. that Amb. Kim read.",
        "Harry S. Truman is the carrier named after him.",
        "Pyongyang, Hanoi, etc. were on the list of Sen. J. Webb (D-Va.) that day.",
        "The talks lasted from Jan. 5 to Feb. 7 at 5 p.m. Tokyo time.",
        "Dr. Ma Ying-jeou met Mr. Lien vs. Mrs. Annette Lu.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ["Koizumi left the U.S.", "The next day he was in Manila."],
        ['"Shall we talk?" asked Ban.', "Nobody answered."],
        ["They ended the meeting.", '"The talks were candid," said Roh.'],
        ["The answer was no.", "Tokyo did not insist."],
        ["They argued over the row.", "Its echo was loud a century ago.", "Ask for an answer.", "Few did."],
        ["He spoke of rice, beef, etc.", "It was a long speech."],
    ],
)
def test_sentences_are_cut(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_a_mark_glued_to_the_full_stop_opens_the_next_sentence() -> None:
    assert cut('They ended the meeting."The talks were candid," said Roh.') == [
        "They ended the meeting.",
        '"The talks were candid," said Roh.',
    ]


def test_a_question_goes_on_in_lower_case() -> None:
    assert len(cut('"Who is next?" asked the minister.')) == 1


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_has_no_sentence(text: str) -> None:
    assert sentences(text) == ()


@pytest.mark.parametrize("piece", [")].", "?!", 'a?"', "A?\"B!'", ". ", '." ', "U.S.", "a.-"])
@pytest.mark.usefixtures("no_hang")
def test_hostile_runs_are_cut_to_their_end(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert sentences(text)[-1][1] == len(text.rstrip())


@pytest.mark.parametrize("text", ["A. B.  C?\n D!", '"Yes." "No." He left.', "a." * 300 + " b. C d."])
def test_sentences_are_ordered_and_lose_only_white_space(text: str) -> None:
    found = sentences(text)
    edges = [0, *[edge for pair in found for edge in pair], len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()
