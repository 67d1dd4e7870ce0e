"""The actor table of a release: one actor, one record, and the ids that were given up.

Actors of the authority have their id from it. An actor that only articles know, `actor:<article>:<slug>`,
is the same as another where the kind, the letters of the name and the state agree, and, for a person,
an office too: both have one, and it is the same. The first article, in the order of the release, gives
the id; the others become redirects. What one does not know agrees with nothing: a person without a state
or an office stays alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from operator import is_, itemgetter
from typing import Any

from ccdata._version import __version__
from ccdata.link.groups import Groups
from ccdata.link.ledger import Ledger
from ccdata.records import Actor, Redirect, Shape, Span

_ID_FIELDS = frozenset({"actor_id", "record_id"})
_LISTS = ("identifiers", "occupancies")
_NAMES = ("family_name", "given_name", "native_name")
_ALIKE = """
    SELECT sign, id, offices FROM actors JOIN kept USING (shard) JOIN forms USING (form)
    WHERE sign IS NOT NULL ORDER BY sign, rank, actors.rowid
"""
_FORMS = """
    SELECT coalesce(new, id) AS kept_id, line
    FROM (
        SELECT form, min(rank) AS rank, min(actors.rowid) AS place
        FROM actors JOIN kept USING (shard) GROUP BY form
    ) JOIN forms USING (form) LEFT JOIN renamed ON old = id
    ORDER BY kept_id, rank, place
"""

Alike = tuple[str, str, str | None]
"""The sign that actors share, an actor's id, and the offices, a line each, where one must be shared too."""


def gather(ledger: Ledger) -> None:
    """Find the actors that are one: the first keeps its id, the others give theirs up."""
    for _, alike in groupby(ledger.ask(_ALIKE), key=itemgetter(0)):
        rows = ((old, new, old.split(":")[1]) for old, new in _given_up(alike))
        ledger.note("INSERT OR IGNORE INTO renamed VALUES (?, ?, ?)", rows)


def actors(ledger: Ledger) -> Iterator[Actor]:
    """Yield every actor of the release, by id."""
    for _, rows in groupby(ledger.ask(_FORMS), key=itemgetter(0)):
        yield _merge(Actor.from_json(line) for _, line in rows)


def redirects(ledger: Ledger) -> Iterator[Redirect]:
    """Yield a redirect for each id that was given up, in order."""
    for old, new, article_id in ledger.ask("SELECT old, new, article FROM renamed ORDER BY old"):
        yield Redirect(
            record_type="redirect",
            id=old,
            article_id=article_id,
            old_id=old,
            new_id=new,
            since=__version__,
        )


def given_up(ledger: Ledger, article_id: str) -> dict[str, str]:
    """Return the ids that the article's own actors gave up, and what holds in their place."""
    return dict(ledger.ask("SELECT old, new FROM renamed WHERE article = ?", article_id))


def renamed(value: Any, ids: Mapping[str, str]) -> Any:
    """Return the record or shape with every actor's id that was given up replaced; itself if it has none."""
    if isinstance(value, tuple):
        items = tuple(renamed(item, ids) for item in value)
        return value if all(map(is_, items, value)) else items
    if not isinstance(value, Shape) or isinstance(value, Span):
        return value
    fields = vars(value).items()
    made = {name: ids.get(old, old) if name in _ID_FIELDS else renamed(old, ids) for name, old in fields}
    changed = {name: new for name, new in made.items() if new is not getattr(value, name)}
    return value.model_copy(update=changed) if changed else value


def _given_up(alike: Iterable[Alike]) -> Iterator[tuple[str, str]]:
    """Yield (id given up, id that holds) of actors with one sign, in their order.

    Bodies are all one. Persons are held, those of one name and state: any office may join two of them.
    """
    groups: Groups[str] = Groups()
    persons, body = [], None
    for _, actor_id, offices in alike:
        if offices is not None:
            persons.append(actor_id)
            for office in offices.split("\n"):
                groups.join(office, actor_id)
        elif body is None:
            body = actor_id
        else:
            yield actor_id, body
    chosen: dict[str, str] = {}
    for actor_id in persons:
        kept = chosen.setdefault(groups.find(actor_id), actor_id)
        if kept != actor_id:
            yield actor_id, kept


def _merge(forms: Iterator[Actor]) -> Actor:
    """Return the first form with what the others know beside it; lists keep their order."""
    first, second = next(forms), next(forms, None)
    if second is None:
        return first
    aliases = dict.fromkeys(first.aliases)
    lists = {field: dict.fromkeys(getattr(first, field)) for field in _LISTS}
    names = {field: getattr(first, field) for field in _NAMES}
    for form in chain([second], forms):
        aliases.update(dict.fromkeys((form.name, *form.aliases)))
        for field, items in lists.items():
            items.update(dict.fromkeys(getattr(form, field)))
        names = {field: getattr(form, field) if old is None else old for field, old in names.items()}
    aliases.pop(first.name, None)
    known = lists | {"aliases": aliases}
    return first.model_copy(update=names | {field: tuple(items) for field, items in known.items()})
