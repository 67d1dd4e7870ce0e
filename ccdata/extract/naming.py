"""Words that stand for an actor, at their place in a block."""

from __future__ import annotations

from dataclasses import dataclass

from ccdata.records.terms import ActorKind, Method


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Words that stand for an actor: a name, a surname, a metonym, a pronoun, a description.

    `start`, `end` are the words without their title; `title` are the title's words, where there is one.
    `actor_id` is null where the words fit two actors, or nobody named.
    """

    start: int
    end: int
    actor_id: str | None
    kind: ActorKind
    country: str | None
    method: Method
    title: tuple[int, int] | None = None
