"""Whether two ids mean the same actor.

An id of the authority means itself. A provisional id (`actor:<article>:<slug>`) means the gold actor
whose name, or one of whose full mentions, gives the same slug.
"""

from __future__ import annotations

from ccdata.evaluate.gold import Gold
from ccdata.records import slug


class Identity:
    """The actors of one article as the gold knows them."""

    def __init__(self, gold: Gold) -> None:
        self._provisional = f"actor:{gold.header.article_id}:"
        self._slugs = {slug(actor.name): actor.id for actor in gold.actors}
        for mention in gold.mentions:
            if mention.method in ("alias", "title"):
                self._slugs.setdefault(slug(mention.text), mention.actor_id)
        self.kinds: dict[str, str] = {actor.id: actor.kind for actor in gold.actors}

    def known(self, actor_id: str | None) -> str | None:
        """Return the id under which the gold knows this actor; the id itself where it does not."""
        if actor_id is None or not actor_id.startswith(self._provisional):
            return actor_id
        name = actor_id.removeprefix(self._provisional)
        return self._slugs.get(name, actor_id)
