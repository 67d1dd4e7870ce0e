"""States that act through words without a name: where the words end, and what is no such state."""

from __future__ import annotations

import pytest

from ccdata.engine.parsing import parse_string

FRONT = (
    "Comparative Connections\n\nVol. 19, No. 2\n\nIndia-Japan Relations\n\nThe Title\n\n"
    "Jane Smith, Harbor University\n\nIn Geneva there was a meeting which began early in the week and ended "
    "late on Friday night with many guests in the hall.\n\nChronology of India-Japan Relations\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        (
            "Two Indian frigates and three Japanese destroyers hold an exercise in the Bay of Bengal.",
            {"india": "Indian frigates", "japan": "Japanese destroyers"},
        ),
        (
            "Two Indian P-8s and four Japanese patrol planes hold an exercise in the Bay of Bengal.",
            {"india": "Indian P-8s", "japan": "Japanese patrol planes"},
        ),
        (
            "Three Indian frigates hold an exercise in the Sea of Japan and the Yellow Sea.",
            {"india": "Indian frigates"},
        ),
    ],
)
def test_the_words_end_with_their_noun(sentence: str, texts: dict[str, str]) -> None:
    shard = parse_string(f"{FRONT}May 3, 2017: {sentence}\n\nMay 5, 2017: They meet.\n")
    found = {actor.actor_id: actor.text for actor in shard.events[0].actors}
    assert found == {f"actor:{state}": text for state, text in texts.items()}
