"""Records with their neighbours: a view has every field of its record, and leads to others.

dataset.actor("wang-yi").mentions        dataset.view(event).article.cite()
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ccdata.records import Actor, Article, Event, Finding, Mention, Quote, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ccdata.dataset.collection import Dataset

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, repr=False)
class View(Generic[R]):
    """A record in its dataset; what is not a link to others is a field of the record."""

    dataset: Dataset
    record: R

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling ask before the slots are filled
            raise AttributeError(name)
        return getattr(self.record, name)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.record!r}>"

    def __dir__(self) -> list[str]:
        return sorted({*object.__dir__(self), *type(self.record).model_fields})

    def cite(self) -> str:
        """Return how the record is cited."""
        return self.dataset.cite(self.record)

    def show(self) -> str:
        """Return the record inside its text."""
        return self.dataset.show(self.record)


class _InArticle(View[R]):
    """A view of a record that stands in an article."""

    __slots__ = ()

    @property
    def article(self) -> ArticleView:
        """The article it stands in."""
        return ArticleView(self.dataset, self.dataset.article_of(self.record))


class ArticleView(View[Article]):
    """An article and what stands in it."""

    __slots__ = ()

    @property
    def events(self) -> tuple[EventView, ...]:
        """Its chronology."""
        return tuple(EventView(self.dataset, one) for one in self.dataset.standing_in(self.record, Event))

    @property
    def quotes(self) -> tuple[QuoteView, ...]:
        """Its quotations."""
        return tuple(QuoteView(self.dataset, one) for one in self.dataset.standing_in(self.record, Quote))

    @property
    def mentions(self) -> tuple[MentionView, ...]:
        """Whom it names, and where."""
        return tuple(MentionView(self.dataset, one) for one in self.dataset.standing_in(self.record, Mention))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What reading found wrong or doubtful."""
        return self.dataset.standing_in(self.record, Finding)

    @property
    def text(self) -> str | None:
        """Its canonical text, where the release has it."""
        return self.dataset.texts.get(self.record.id)


class EventView(_InArticle[Event]):
    """An event, its quotations and its like elsewhere."""

    __slots__ = ()

    @property
    def quotes(self) -> tuple[QuoteView, ...]:
        """Quotations that stand in the entry."""
        return tuple(QuoteView(self.dataset, self.dataset.quote(one).record) for one in self.record.quote_ids)

    @property
    def people(self) -> tuple[ActorView, ...]:
        """The actors of the event, each once."""
        return _actors(self.dataset, (party.actor_id for party in self.record.actors))

    @property
    def told_again(self) -> tuple[EventView, ...]:
        """Events of other articles that tell the same happening."""
        return tuple(self.dataset.event(one) for one in self.record.same_as)


class QuoteView(_InArticle[Quote]):
    """A quotation, who speaks, and the entry it stands in."""

    __slots__ = ()

    @property
    def people(self) -> tuple[ActorView, ...]:
        """The speakers who are known actors; `speakers` has the words for all."""
        return _actors(self.dataset, (party.actor_id for party in self.record.speakers))

    @property
    def event(self) -> EventView | None:
        """The chronology entry it stands in, if it does."""
        return self.dataset.event(self.record.event_id) if self.record.event_id else None


class MentionView(_InArticle[Mention]):
    """A place where an actor is named."""

    __slots__ = ()

    @property
    def actor(self) -> ActorView | None:
        """Who is named; nothing where the name fits two."""
        return self.dataset.actor(self.record.actor_id) if self.record.actor_id else None


class ActorView(View[Actor]):
    """An actor and where it acts, speaks and is named."""

    __slots__ = ()

    @property
    def mentions(self) -> tuple[MentionView, ...]:
        """Where it is named."""
        return tuple(MentionView(self.dataset, one) for one in self.dataset.naming(self.record))

    @property
    def quotes(self) -> tuple[QuoteView, ...]:
        """What it is quoted with."""
        return tuple(QuoteView(self.dataset, one) for one in self.dataset.find_quotes(speaker=self.record.id))

    @property
    def events(self) -> tuple[EventView, ...]:
        """Events of which it is an actor."""
        return tuple(EventView(self.dataset, one) for one in self.dataset.find_events(actor=self.record.id))


def _actors(dataset: Dataset, actor_ids: Iterable[str | None]) -> tuple[ActorView, ...]:
    """Return the actors of these ids, each once."""
    return tuple(dataset.actor(one) for one in dict.fromkeys(actor_ids) if one is not None)
