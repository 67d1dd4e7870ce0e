"""The nested shapes: what stands inside records, fixed from the first release on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from ccdata.records.base import Alpha3, Count, Day, Edtf, Shape, Text
from ccdata.records.ids import ACTOR_PATTERN
from ccdata.records.spans import Span
from ccdata.records.terms import (
    EventType,
    GapReason,
    IdentifierScheme,
    Medium,
    Method,
    PartyKind,
    Role,
    Status,
)

ActorId = Annotated[str, StringConstraints(pattern=rf"^{ACTOR_PATTERN}$")]
"""`actor:<slug>`, or `actor:<article>:<slug>` for somebody the authority does not know."""


class Anchor(Shape):
    """Where a scalar of the record was read."""

    field: Text
    """The field, with its path: `title`, `authors.0.name`."""
    span: Span
    """The characters it was read from."""


class Gap(Shape):
    """Why a field that one would expect filled is null."""

    field: Text
    """The field that is null."""
    reason: GapReason
    """Why."""


class Correction(Shape):
    """A slip of the source that somebody has corrected, with the reason; the print stays recorded."""

    field: Text
    """The field concerned."""
    printed: Text
    """What the source prints."""
    meant: Text
    """What is meant."""
    why: Text
    """How one knows."""
    authority: Text
    """Who says so."""


class ArticleParty(Shape):
    """One side of the relationship that the article is about."""

    name: Text
    """The name in title case, as the masthead gives it."""
    kind: PartyKind
    """A country or a region (Southeast Asia)."""
    country: Alpha3 | None
    """The state, for a country."""


class Author(Shape):
    """One author of the article."""

    name: Text
    """The name in title case, as printed."""
    affiliation: Text | None
    """The institution, as printed."""


class Section(Shape):
    """A heading of the article and what stands under it."""

    heading: Text
    """The heading, clean."""
    level: Annotated[int, Field(ge=1, le=6)]
    """1 for a heading of the article's body."""
    span: Span
    """The heading's characters."""
    start: Count
    """Offset where the section's text begins."""
    end: Count
    """Offset where it ends."""


class Figure(Shape):
    """A figure's caption."""

    number: Annotated[int, Field(ge=1)] | None
    """The printed number."""
    caption: Text
    """The caption without its credit."""
    credit: Text | None
    """Who is credited with the picture."""
    span: Span
    """The whole caption, number and credit included."""


class Link(Shape):
    """A hyperlink of the source."""

    text: Text
    """The words that carry the link, clean."""
    url: Text | None
    """Its target; null where the source has lost it."""
    span: Span
    """The characters of the link, markup included."""


class SourceFacts(Shape):
    """What was read."""

    name: Text
    """The file's name."""
    media_type: Text
    """Its kind: text/plain, text/html, application/pdf."""
    layout: Text
    """The layout the reader recognised."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """Hash of the bytes."""
    length: Count
    """Length of the canonical text in code points."""


class Party(Shape):
    """Whoever is spoken of in a role: a speaker, an addressee, an actor of an event."""

    actor_id: ActorId | None
    """The actor; null where described, not named ("a veteran commentator")."""
    text: Text
    """The words that stand for the party, clean, without the title."""
    span: Span
    """Those words."""
    country: Alpha3 | None
    """The state the party belongs to, or is."""
    role_title: Text | None
    """The title as printed."""
    role_span: Span | None
    """The title's characters."""
    office: Text | None
    """The office held on that day by the authority."""
    method: Method
    """How the words were resolved to the actor."""


class EventActor(Party):
    """A party to an event, in its role."""

    role: Role
    """source, target, participant or mentioned."""


class Basis(Shape):
    """Why an event has its code."""

    rule: Text
    """The rule's id in the codebook."""
    trigger: Span
    """The words that fired it."""


class Location(Shape):
    """Where an event took place."""

    name: Text
    """The place as printed."""
    country: Alpha3 | None
    """The state it lies in."""
    span: Span
    """The place's characters."""


class RelatedDate(Shape):
    """A date inside an entry, beside the one of its label."""

    text: Text
    """The words, clean."""
    span: Span
    """Their characters."""
    date_edtf: Edtf | None
    """The date they mean."""
    anchor_date: Day | None
    """For a relative date ("the next day"): the day it counts from."""


class Happening(Shape):
    """A further act told inside one entry."""

    text: Text
    """The words that tell it, clean."""
    span: Span
    """Their characters."""
    date_edtf: Edtf | None
    """Its date."""
    medium: Medium
    """Its medium."""
    event_type: EventType | None
    """Its PLOVER type."""
    event_mode: Text | None
    """Its PLOVER mode."""
    status: Status
    """Whether it happened."""
    basis: Basis | None
    """Why it has its type."""


class Passage(Shape):
    """Where the narrative tells what a chronology entry records."""

    span: Span
    """The passage."""
    evidence: Text
    """What joins it to the entry."""


class Identifier(Shape):
    """A name for an actor in somebody else's list."""

    scheme: IdentifierScheme
    """Whose list."""
    identifier: Text
    """The name there."""


class Occupancy(Shape):
    """An office held from and to a date."""

    title: Text
    """The office."""
    organisation: Text | None
    """The body it belongs to."""
    country: Alpha3 | None
    """The state it belongs to."""
    start: Edtf | None
    """First day, month or year; null where the source gives none."""
    end: Edtf | None
    """Last day, month or year; null where the source gives none."""
    as_of: Edtf | None
    """How far the source saw: an office without an end is valid to here, later it is unknown."""
    source: Text
    """Who says so."""
