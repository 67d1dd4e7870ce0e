"""Whether two ids mean the same actor.

An id of the authority means itself. A provisional id (`actor:<article>:<slug>`) is but a label: it means
the gold actor whose name or full mention gives the same slug, else the one whose mentions stand, to the
character, where its own do most often.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from ccdata.evaluate.align import core
from ccdata.evaluate.gold import Gold
from ccdata.records import slug
from ccdata.records.shard import Shard


class Identity:
    """The actors of one article as the gold knows them."""

    def __init__(self, gold: Gold, shard: Shard) -> None:
        self._provisional = f"actor:{gold.header.article_id}:"
        self._slugs = {slug(actor.name): actor.id for actor in gold.actors}
        for mention in gold.mentions:
            if mention.method in ("alias", "title"):
                self._slugs.setdefault(slug(mention.text), mention.actor_id)
        self._places = self._by_place(gold, shard)
        self.kinds: dict[str, str] = {actor.id: actor.kind for actor in gold.actors}

    def known(self, actor_id: str | None) -> str | None:
        """Return the id under which the gold knows this actor; the id itself where it does not."""
        if actor_id is None or not actor_id.startswith(self._provisional):
            return actor_id
        name = actor_id.removeprefix(self._provisional)
        return self._slugs.get(name) or self._places.get(actor_id, actor_id)

    def _by_place(self, gold: Gold, shard: Shard) -> dict[str, str]:
        there = {core(mention.span): mention.actor_id for mention in gold.mentions}
        met: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for mention in shard.mentions:
            label, actor_id = mention.actor_id or "", there.get(core(mention.span))
            if actor_id is not None and label.startswith(self._provisional):
                met[label][actor_id] += 1
        return {actor_id: votes.most_common(1)[0][0] for actor_id, votes in met.items()}
