"""What waits on disk: memory does not grow with the number of shards, and nothing is left behind."""

from __future__ import annotations

import datetime as dt
import sys
import threading
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from test_linking import KNOWN, actor, event, mention, quote, shard

from ccdata.link import LinkedRelease, Scratch, link, number_text, sameness
from ccdata.link.order import place_text
from ccdata.records import Actor, Redirect
from ccdata.records.shard import Shard


class Made:
    """So many shards, each made when it is asked for; some persons, events and words are in more of them."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: int) -> Shard:
        article_id, person = f"cc-{index + 1}-1-a-b", f"actor:cc-{index + 1}-1-a-b:li-{index}"
        day = dt.date(1999, 1, 1) + dt.timedelta(days=index // 2)
        both = {"who": ("actor:wang-yi", "actor:lavrov", person), "countries": ("CHN", "RUS"), "day": day}
        words = f"we stand shoulder to shoulder in this, number {index // 2}"
        return shard(
            article_id,
            actors=(*KNOWN, actor(person, f"Li {index // 3}", country="CHN")),
            mentions=(mention(article_id, person, "Consul General"),),
            events=(event(article_id, "They meet.", **both),),
            quotes=(quote(article_id, words),),
        )


def stream(count: int) -> None:
    for _ in link(Made(count)).parts():
        pass


def peak_of(count: int) -> int:
    tracemalloc.start()
    stream(count)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_a_shard_more_takes_no_memory_to_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """To hold what is asked of such a shard would take five thousand bytes."""
    monkeypatch.setattr(sameness, "_KEYS_HELD", 16)
    few, more = 200, 800
    stream(more)  # caches of some strings are full
    assert (peak_of(more) - peak_of(few)) / (more - few) < 2500  # tuples that Python keeps for the next


def test_what_is_told_twice_is_found_among_many() -> None:
    release = link(Made(300))
    assert release.tally == {
        "sources": 300,
        "articles": 300,
        "duplicates": 0,
        "actors_merged": 200,
        "events_told_again": 300,
        "quotes_told_again": 300,
    }
    records = [record for part in release.parts() for record in part.records]
    assert sum(isinstance(record, Actor) for record in records) == 100 + len(KNOWN)
    assert sum(isinstance(record, Redirect) for record in records) == 200


def test_a_release_is_streamed_again_and_from_another_thread() -> None:
    release: LinkedRelease = link(Made(20))
    found: list[list[str]] = []
    worker = threading.Thread(target=lambda: found.append([str(part) for part in release.parts()]))
    worker.start()
    worker.join()
    assert found == [[str(part) for part in release.parts()]]


@pytest.mark.skipif(sys.platform == "win32", reason="a file in use has a name there")
def test_tables_beyond_memory_wait_in_a_file_without_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    begin = room_in_use()
    tables = Scratch("CREATE TABLE rows (number, text);")
    tables.note("INSERT INTO rows VALUES (?, ?)", ((number, 1000 * "x") for number in range(20_000)))
    assert list(tmp_path.iterdir()) == []
    if sys.platform == "linux":
        assert room_in_use() - begin > 10_000_000
    assert tables.count("rows") == 20_000
    del tables
    assert room_in_use() - begin < 1_000_000


def room_in_use() -> int:
    """Return the bytes of files that this process holds open and that have no name any more."""
    total, folder = 0, Path("/proc/self/fd")
    for file in folder.iterdir() if folder.exists() else ():
        with suppress(OSError):
            found = file.stat()
            total += found.st_size * (found.st_nlink == 0)
    return total


def test_places_and_numbers_sort_as_texts_as_they_do_as_numbers() -> None:
    numbers = [0, 1, 9, 10, 99, 100, 10**30]
    assert sorted(numbers, key=number_text) == numbers
    ids = ["cc-9-4-a-b", "cc-9-4-z", "cc-9-10-a", "cc-10-1-a-b", "cc-2005-01-a-b", "doc-0123456789ab"]
    assert sorted(ids, key=place_text, reverse=True) == ids[::-1]
