"""Whether a record speaks of somebody of the truth, and whether two texts are the same words."""

from __future__ import annotations

from collections.abc import Iterable

from ccdata.records import Actor, Party
from ccdata.records.ids import letters_and_digits, slug
from ccdata.testing.letters import straight


def same_words(one: str | None, other: str | None) -> bool:
    """Say whether two texts have the same letters and digits."""
    return letters_and_digits(one or "") == letters_and_digits(other or "")


def same_text(one: str | None, other: str | None) -> bool:
    """Say whether two texts are the same but for marks' shape and white space."""
    return _smooth(one or "") == _smooth(other or "")


def _smooth(text: str) -> str:
    repaired = straight(text).replace("‟", "'").replace("\\'", "'")
    return " ".join(repaired.split())


class Roster:
    """The actors of an article's records, by id."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors = {actor.id: actor for actor in actors}

    def is_named(self, actor_id: str | None, name: str, country: str | None = None) -> bool:
        """Say whether the actor has this name, or is this state."""
        actor = self._actors.get(actor_id or "")
        if actor is None:
            return False
        if actor.kind == "country" and country is not None and actor.country == country:
            return True
        return _words(name) in [_words(form) for form in (actor.name, *actor.aliases)]

    def is_party(self, party: Party, name: str) -> bool:
        """Say whether the party is this one: by its actor, or by the same words where it has none."""
        if party.actor_id is None:
            return same_words(party.text, name)
        return self.is_named(party.actor_id, name, party.country if same_words(party.text, name) else None)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name in no order and without accents: Abe Shinzō is Shinzo Abe."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return tuple(sorted(slug(bare).split("-")))
