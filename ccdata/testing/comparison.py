"""The comparison of a story with what a reader made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ccdata.records import Actor, Article, Event, Mention, Quote, Record
from ccdata.testing.identity import Roster, same_words
from ccdata.testing.judged_entries import judge_entries
from ccdata.testing.judged_front import judge_front
from ccdata.testing.judged_quotes import judge_quotes
from ccdata.testing.rendering import Rendering
from ccdata.testing.score import Score, Verdict
from ccdata.testing.story import Named, Story


def compare(story: Story, records: Iterable[Record], fields: frozenset[str], *, layout: str = "") -> Score:
    """Return how much of the story the records of one article hold, in these fields."""
    held = list(records)
    article = next(record for record in held if isinstance(record, Article))
    events = [record for record in held if isinstance(record, Event)]
    quotes = [record for record in held if isinstance(record, Quote)]
    mentions = [record for record in held if isinstance(record, Mention)]
    roster = Roster(record for record in held if isinstance(record, Actor))
    verdicts = [
        *judge_front(story, article, events),
        *judge_entries(story, events, roster),
        *judge_quotes(story, quotes, roster, fields),
        *_judge_mentions(story, mentions, roster, fields),
    ]
    return Score.of(layout, (verdict for verdict in verdicts if verdict.field in fields))


def compare_rendering(rendering: Rendering, records: Iterable[Record]) -> Score:
    """Return how much a reader found of what its layout lets one find."""
    return compare(rendering.story, records, rendering.fields, layout=rendering.layout)


def _judge_mentions(
    story: Story, mentions: list[Mention], roster: Roster, fields: frozenset[str]
) -> Iterator[Verdict]:
    """Each naming of the truth wants a mention of its own."""
    entries = [entry.body for entry in story.entries]
    passages = story.passages if "narrative" in fields else entries
    left = list(mentions)
    for named in (named for passage in passages for named in passage.named):
        hit = next((mention for mention in left if _is_mention(mention, named, roster)), None)
        if hit is not None:
            left.remove(hit)
        yield Verdict(
            field="mentions",
            phenomenon=named.how,
            right=hit is not None,
            expected=f"{named.text} = {named.name}",
            found="" if hit is None else hit.text,
        )


def _is_mention(mention: Mention, named: Named, roster: Roster) -> bool:
    country = named.country if named.kind == "country" else None
    return same_words(mention.text, named.text) and roster.is_named(mention.actor_id, named.name, country)
