"""What somebody knows is not where they are from: "a China expert", "dean of American studies"."""

from __future__ import annotations

import pytest

from ccdata.engine.parsing import parse_string

FRONT = (
    "US-China Relations\n\nThe Title\n\nJane Smith, Harbor University\n\nIn Geneva there was a meeting which "
    "began early in the week and ended late on Friday night with many guests in the hall.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        (
            "The plan, said Bonnie Strand, a China expert at the Harbor Institute, is good.",
            "Bonnie Strand",
            None,
        ),
        ("He met Feng Yulan, a senior Russia specialist at Fudan University.", "Feng Yulan", "CHN"),
        ("He met Yan Xuming, dean of American studies at Peking University.", "Yan Xuming", "CHN"),
        ("He met Igor Belov, a Russian specialist on trade.", "Igor Belov", "RUS"),
    ],
)
def test_a_topic_gives_no_state(sentence: str, name: str, country: str | None) -> None:
    shard = parse_string(f"{FRONT}{sentence}\n\nMarch 3, 2004: They meet.\n")
    assert {actor.name: actor.country for actor in shard.actors}[name] == country
