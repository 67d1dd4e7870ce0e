"""A sentence right below the title is text, however short it is."""

from __future__ import annotations

from ccdata.engine.parsing import parse_string


def test_sentences_below_the_title_are_read() -> None:
    shard = parse_string(
        "Comparative Connections\n\nUS-China Relations\n\nThe Title\n\nJane Smith, Harbor University\n\n"
        "Her sin had been to wave the flag that day.\n\n"
        "“This will serve as a constant reminder to me,” Tsai Ing-wen told supporters.\n"
    )
    assert shard.article.title == "The Title"
    assert [quote.kind for quote in shard.quotes] == ["direct"]
    assert not [finding for finding in shard.findings if finding.code == "line-unread"]
