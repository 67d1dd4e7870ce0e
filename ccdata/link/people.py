"""The actor table of a release: one actor, one record, and the ids that were given up.

Actors of the authority have their id from it. An actor that only articles know, `actor:<article>:<slug>`,
is the same as another where the kind, the letters of the name and the state agree, and, for a person,
an office too: both have one, and it is the same. The first article, in the order of the release, gives
the id; the others become redirects. What one does not know agrees with nothing: a person without a state
or an office stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import is_
from typing import Any

from ccdata._version import __version__
from ccdata.link.groups import Groups
from ccdata.link.outline import Outline, is_provisional
from ccdata.records import Actor, Redirect, Shape, Span
from ccdata.records.ids import letters_and_digits

_ID_FIELDS = frozenset({"actor_id", "record_id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorTable:
    """All actors of a release by id, in order, and which id took the place of which."""

    actors: dict[str, Actor]
    renamed: dict[str, str]

    def redirects(self) -> Iterator[Redirect]:
        """Yield a redirect for each id that was given up, in order."""
        for old, new in sorted(self.renamed.items()):
            yield Redirect(
                record_type="redirect",
                id=old,
                article_id=old.split(":")[1],
                old_id=old,
                new_id=new,
                since=__version__,
            )


def gather(outlines: Iterable[Outline]) -> ActorTable:
    """Merge the actors of the shards, which come in the order of their articles."""
    groups: Groups[Hashable] = Groups()
    found: defaultdict[str, dict[Actor, None]] = defaultdict(dict)
    for outline in outlines:
        for actor in outline.actors:
            found[actor.id][actor] = None
            for sign in _signs(actor, outline.offices.get(actor.id, frozenset())):
                groups.join(sign, actor.id)
    return _table(found, groups)


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


def _signs(actor: Actor, offices: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield what another article's actor must share with this one to be the same."""
    if not is_provisional(actor.id):
        return
    name = (actor.kind, letters_and_digits(actor.name), actor.country or "")
    if actor.kind != "person":
        yield name
    elif actor.country is not None:
        yield from ((*name, office) for office in sorted(offices))


def _table(found: dict[str, dict[Actor, None]], groups: Groups[Hashable]) -> ActorTable:
    """Give each group the id that was found first."""
    chosen: dict[Hashable, str] = {}
    merged: defaultdict[str, list[Actor]] = defaultdict(list)
    renamed: dict[str, str] = {}
    for actor_id, forms in found.items():
        kept = chosen.setdefault(groups.find(actor_id), actor_id)
        merged[kept].extend(forms)
        if kept != actor_id:
            renamed[actor_id] = kept
    actors = {key: _merge(merged[key]) for key in sorted(merged)}
    return ActorTable(actors=actors, renamed=renamed)


def _merge(forms: list[Actor]) -> Actor:
    """Return the first form with what the others know beside it; lists keep their order."""
    first = forms[0]
    if len(forms) == 1:
        return first
    names = [*first.aliases, *(name for form in forms[1:] for name in (form.name, *form.aliases))]
    return first.model_copy(
        update={
            "family_name": _first(form.family_name for form in forms),
            "given_name": _first(form.given_name for form in forms),
            "native_name": _first(form.native_name for form in forms),
            "aliases": tuple(name for name in dict.fromkeys(names) if name != first.name),
            "identifiers": tuple(dict.fromkeys(i for form in forms for i in form.identifiers)),
            "occupancies": tuple(dict.fromkeys(o for form in forms for o in form.occupancies)),
        }
    )


def _first(values: Iterable[str | None]) -> str | None:
    """Return the first value that is there."""
    return next((value for value in values if value is not None), None)
