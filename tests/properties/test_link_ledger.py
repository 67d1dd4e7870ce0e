"""What is decided from disk, a group at a time, is what the rules say of everything at once."""

from __future__ import annotations

from unittest import mock

from hypothesis import event, given, settings
from hypothesis import strategies as st
from plain_linking import plain_release
from test_link import once, shards

from ccdata.link import id_of, link, sameness
from ccdata.records import Finding, Redirect
from ccdata.records.shard import Shard

CROWD = 3
"""Few enough that generated shards are one now and then."""


def decided(given_shards: list[Shard]) -> list[tuple[str, str]]:
    """Return the release's records but those that say what linking did."""
    records = (record for part in link(given_shards).parts() for record in part.records)
    return [(id_of(one), one.to_json()) for one in records if not isinstance(one, Finding | Redirect)]


@settings(max_examples=100)
@given(st.lists(shards(), max_size=6).map(once).flatmap(st.permutations))
def test_the_ledger_decides_as_the_rules_do_in_memory(found: list[Shard]) -> None:
    expected = plain_release(found, CROWD)
    joined = sum('"same_as":["' in line for _, line in expected)
    event(f"joined: {min(joined, 4)}")
    with mock.patch.object(sameness, "_CROWD", CROWD):
        assert decided(found) == expected
