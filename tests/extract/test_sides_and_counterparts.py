"""Who "the two sides" are, whom a counterpart before a comma names, and whose a shared surname is."""

from __future__ import annotations

import pytest

from ccdata.engine.parsing import parse_string

FRONT = (
    "Comparative Connections\n\nVol. 19, No. 2\n\n{pair} Relations\n\nThe Title\n\n"
    "Jane Smith, Harbor University\n\n"
    "In Geneva there was a meeting which began early in the week and ended late "
    "on Friday night with many guests in the hall.\n\n"
)


def speakers(pair: str, text: str) -> list[list[str | None]]:
    shard = parse_string(FRONT.format(pair=pair) + text + "\n")
    return [[speaker.actor_id for speaker in quote.speakers] for quote in shard.quotes]


@pytest.mark.parametrize(
    ("pair", "ids"),
    [
        ("Japan-China", ["actor:china", "actor:japan"]),
        ("US-Korea", ["actor:south-korea", "actor:united-states"]),
    ],
)
def test_the_two_sides_are_the_pair(pair: str, ids: list[str]) -> None:
    (found,) = speakers(pair, 'In a joint statement, the two sides agreed to "act together."')
    assert sorted(filter(None, found)) == ids


def test_a_third_state_leaves_the_sides_open() -> None:
    text = 'Russia was firm. In a joint statement, the two sides agreed to "act together."'
    assert speakers("Japan-China", text) == [[None]]


def test_a_counterpart_before_a_comma_is_a_person() -> None:
    text = 'Foreign Minister Aso Taro spoke. His Chinese counterpart, Bu Pingan, said that it was "an art."'
    assert speakers("Japan-China", text) == [["actor:cc-19-2-japan-china:bu-pingan"]]


def test_a_surname_of_two_is_the_head_of_states() -> None:
    text = (
        "President Moon Jae-in won the election in May 2017, as everybody in Seoul had expected.\n\n"
        "In Washington an adviser, Moon Chung-in, told his hosts in June what few of them wanted to hear.\n\n"
        'Moon said that he was "ready to talk."\n\n'
        "Chronology of US-Korea Relations\nMay–August 2017\n\nJune 3, 2017: They meet."
        "\n\nJuly 3, 2017: They meet.\n"
    )
    assert speakers("US-Korea", text) == [["actor:moon-jae-in"]]
