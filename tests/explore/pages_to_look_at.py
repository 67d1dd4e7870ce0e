"""Datasets to look at: one from seeds, a hostile one, one with more than twenty thousand records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import ccdata
from ccdata.dataset import Dataset
from ccdata.records import RECORD_TYPES, Actor, Article, Event, Finding, Quote, Record

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "003_5a8d455800fa78d8.txt"
HOSTILE = (
    "<img src=x onerror=window.hit=1></script><script>window.hit=1</script><!--<script>\u2028&lt;\"'`${hit}"
)
PAIRS = (
    "us-japan",
    "us-korea",
    "japan-korea",
    "us-china",
    "china-korea",
    "us-southeast-asia",
    "australia-japan",
)
ARTICLES_OF_LARGE = 230


@cache
def seed() -> Dataset:
    return ccdata.parse(SEED)


def hostile() -> Dataset:
    """Hostile words and characters beyond the first plane, in the text and in every field that has words."""
    text = SEED.read_text("utf-8").replace("Wang Yi", f"Wang Yi 😀 {HOSTILE} 𝒳")
    read = ccdata.parse_text(text, name="hostile")
    return Dataset(map(_poisoned, read.records()), read.texts)


def _poisoned(record: Record) -> Record:
    words: dict[type[Record], dict[str, object]] = {
        Article: {"title": HOSTILE, "relationship": HOSTILE, "url": "javascript:window.hit=1"},
        Event: {"text": HOSTILE, "date_text": HOSTILE, "event_mode": HOSTILE, "contexts": (HOSTILE,)},
        Quote: {"text": HOSTILE, "cue_text": HOSTILE, "section": HOSTILE},
        Actor: {"name": HOSTILE, "native_name": HOSTILE, "aliases": (HOSTILE,)},
        Finding: {"message": HOSTILE},
    }
    return record.model_copy(update=words.get(type(record), {}))


def large() -> Dataset:
    """One article's records over and over, as articles of other pairs and issues."""
    base = seed()
    (article,) = base.articles
    standing = [record.to_json() for record in base.records() if not isinstance(record, Actor)]
    records: list[Record] = []
    texts = {}
    for name, year in _names():
        texts[name] = base.texts[article.id]
        records += [_told_as(line, article.id, name, year) for line in standing]
    return Dataset([*records, *base.actors], texts)


def _names() -> Iterator[tuple[str, int]]:
    for number in range(ARTICLES_OF_LARGE):
        volume, rest = divmod(number, 3 * len(PAIRS))
        yield f"cc-{volume + 1}-{rest % 3 + 1}-{PAIRS[rest // 3]}", 1999 + volume


def _told_as(line: str, old: str, new: str, year: int) -> Record:
    kind = line.split('"', 4)[3]
    for field in ("date_start", "date_end"):
        line = line.replace(f'"{field}":"2020', f'"{field}":"{year}').replace(
            f"{year}-02-29", f"{year}-02-28"
        )
    record = RECORD_TYPES[kind].model_validate_json(line.replace(old, new))
    if not isinstance(record, Article):
        return record
    _, volume, issue, *sides = new.split("-")
    parties = tuple(
        party.model_copy(update={"name": side.title()})
        for party, side in zip(record.parties, sides, strict=False)
    )
    return record.model_copy(update={"volume": int(volume), "issue": int(issue), "parties": parties})
