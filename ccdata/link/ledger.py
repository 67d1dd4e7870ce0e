"""The ledger: what link keeps of all shards between its two passes, on disk (`Scratch`).

of each shard     its size, hash and name; its actors and quotations; the keys of its events
what is decided   which shards are kept, which ids are given up, who tells the same
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from ccdata.link.order import place_text
from ccdata.link.outline import ActorKey, Outline, is_provisional
from ccdata.link.scratch import Scratch

_TABLES = """
    CREATE TABLE shards (shard INTEGER PRIMARY KEY, article, place, size, sha256, name, events);
    CREATE TABLE forms (form INTEGER PRIMARY KEY, id, line);
    CREATE TABLE actors (shard, form, sign, offices);
    CREATE TABLE quotes (words, id, shard);

    CREATE TABLE kept (rank INTEGER PRIMARY KEY, shard UNIQUE, article);
    CREATE TABLE doubles (article, line);
    CREATE TABLE renamed (old PRIMARY KEY, new, article) WITHOUT ROWID;
    CREATE TABLE events (event INTEGER PRIMARY KEY, line);
    CREATE TABLE handles (handle, day, event);
    CREATE TABLE fits (
        asking, article, score, answering, PRIMARY KEY (asking, article, score DESC, answering)
    ) WITHOUT ROWID;
    CREATE TABLE told (id PRIMARY KEY, article, company) WITHOUT ROWID;

    CREATE INDEX doubles_of ON doubles (article);
    CREATE INDEX renamed_of ON renamed (article);
    CREATE INDEX told_of ON told (article);
    CREATE INDEX told_with ON told (company, article);
"""


class Ledger(Scratch):
    """The tables, and how they are filled."""

    def __init__(self) -> None:
        super().__init__(_TABLES)
        self._forms = 0
        self._authority: dict[str, int] = {}

    def take(self, outlines: Iterable[Outline]) -> None:
        """Write down what outlines say, one after the other."""
        for one in outlines:
            events = json.dumps([key.row() for key in one.events])
            facts = (one.index, one.article_id, place_text(one.article_id), one.size, one.sha256, one.name)
            self.note("INSERT INTO shards VALUES (?, ?, ?, ?, ?, ?, ?)", [(*facts, events)])
            actors = ((one.index, self._form(key), key.sign, key.offices) for key in one.actors)
            self.note("INSERT INTO actors VALUES (?, ?, ?, ?)", actors)
            quotes = ((key.words, key.quote_id, one.index) for key in one.quotes)
            self.note("INSERT INTO quotes VALUES (?, ?, ?)", quotes)

    def _form(self, key: ActorKey) -> int:
        """Return the number of an actor's line; one of the authority is written down once."""
        known = self._authority.get(key.line)
        if known is not None:
            return known
        self._forms = form = self._forms + 1
        self.note("INSERT INTO forms VALUES (?, ?, ?)", [(form, key.id, key.line)])
        if not is_provisional(key.id):
            self._authority[key.line] = form
        return form
