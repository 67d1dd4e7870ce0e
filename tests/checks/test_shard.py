"""One article's records, checked together in memory."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from ccdata.checks import check_shard

sys.path.insert(0, str(Path(__file__).parent.parent / "examples"))
from sample_records import sample_shards  # the folder is no package


def test_a_whole_shard_has_no_fault() -> None:
    for shard in sample_shards():
        assert list(check_shard(shard)) == []


def test_a_record_that_is_gone_is_missed_by_those_that_name_it() -> None:
    shard = sample_shards()[0]
    found = list(check_shard(replace(shard, quotes=shard.quotes[:2])))
    assert [(fault.code, fault.path, fault.record_id) for fault in found] == [
        ("reference-broken", "quote_ids", shard.events[0].id)
    ]


def test_a_bond_that_one_end_denies_is_broken() -> None:
    shard = sample_shards()[0]
    lonely = shard.events[0].model_copy(update={"quote_ids": ()})
    found = list(check_shard(replace(shard, events=(lonely, *shard.events[1:]))))
    assert [(fault.code, fault.path) for fault in found] == [("reference-broken", "event_id")]


def test_two_records_of_one_id_are_one_too_many() -> None:
    shard = sample_shards()[0]
    doubled = replace(shard, mentions=(*shard.mentions, shard.mentions[0]))
    assert [fault.code for fault in check_shard(doubled)] == ["id-duplicate"]


def test_another_text_breaks_the_spans() -> None:
    shard = sample_shards()[0]
    codes = {fault.code for fault in check_shard(replace(shard, text="x" + shard.text))}
    assert codes == {"span-mismatch", "text-mismatch"}


def test_a_mention_is_named_by_the_entry_it_stands_in() -> None:
    shard = sample_shards()[0]
    second = shard.mentions[1]
    moved = second.model_copy(update={"span": shard.mentions[0].span})
    found = list(check_shard(replace(shard, mentions=(shard.mentions[0], moved, *shard.mentions[2:]))))
    assert [(fault.code, fault.record_id) for fault in found] == [("id-mismatch", second.id)]
