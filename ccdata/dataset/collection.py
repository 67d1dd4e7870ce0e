"""The dataset: all records of a release, read-only, with their texts where there are any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, overload

from ccdata.dataset.citation import citation_of
from ccdata.dataset.selection import Days, When, days_of_quote, fits_pair, names_actor, require_known
from ccdata.dataset.showing import alone, marked
from ccdata.dataset.views import ActorView, ArticleView, EventView, MentionView, QuoteView, View
from ccdata.errors import CcdataError, UsageError
from ccdata.link import Part, Release, id_of, type_of
from ccdata.records import (
    PLURALS,
    RECORD_TYPES,
    Actor,
    Article,
    Event,
    Finding,
    Mention,
    Quote,
    Record,
    Redirect,
    Span,
    slug,
)
from ccdata.records.terms import CcType, EventType, QuoteKind

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

R = TypeVar("R", bound=Record)
_VIEWS: dict[type[Record], type[View[Record]]] = {
    cast("type[Record]", model): cast("type[View[Record]]", view)
    for model, view in (
        (Article, ArticleView),
        (Event, EventView),
        (Quote, QuoteView),
        (Mention, MentionView),
        (Actor, ActorView),
    )
}


class Dataset:
    """Typed records in the order of the release; `texts` are canonical, by article id.

    `failed` are the errors of sources that could not be read.
    """

    def __init__(
        self,
        records: Iterable[Record],
        texts: Mapping[str, str] | None = None,
        failed: Iterable[CcdataError] = (),
    ) -> None:
        by_type: defaultdict[type[Record], list[Record]] = defaultdict(list)
        for record in records:
            by_type[type(record)].append(record)
        self._records = {model: tuple(by_type[model]) for model in RECORD_TYPES.values()}
        self.texts: Mapping[str, str] = MappingProxyType(dict(texts or {}))
        self.failed = tuple(failed)

    @classmethod
    def from_release(cls, release: Release, failed: Iterable[CcdataError] = ()) -> Dataset:
        """Take a whole release into memory."""
        parts = list(release.parts())
        texts = {article_id: text for part in parts for article_id, text in part.texts.items()}
        return cls((record for part in parts for record in part.records), texts, failed)

    def __repr__(self) -> str:
        counts = (f"{len(self.of_type(model))} {PLURALS[name]}" for name, model in RECORD_TYPES.items())
        return f"<Dataset: {', '.join(counts)}>"

    def parts(self) -> Iterator[Part]:
        """Yield the dataset as a release of one part: it can be written like any other."""
        yield Part(records=tuple(self.records()), texts=self.texts)

    def records(self) -> Iterator[Record]:
        """Yield every record, type by type."""
        for model in RECORD_TYPES.values():
            yield from self._records[model]

    def of_type(self, model: type[R]) -> tuple[R, ...]:
        """Return the records of a type."""
        return cast("tuple[R, ...]", self._records[model])

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, by volume, issue and pair."""
        return self.of_type(Article)

    @property
    def events(self) -> tuple[Event, ...]:
        """The chronologies' entries."""
        return self.of_type(Event)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations."""
        return self.of_type(Quote)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors, by id."""
        return self.of_type(Actor)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The places where actors are named."""
        return self.of_type(Mention)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What reading found wrong or doubtful."""
        return self.of_type(Finding)

    @property
    def redirects(self) -> tuple[Redirect, ...]:
        """Ids that were given up."""
        return self.of_type(Redirect)

    # one record

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        return {id_of(record): record for record in self.records() if not isinstance(record, Redirect)}

    @cached_property
    def _renamed(self) -> dict[str, str]:
        return {redirect.old_id: redirect.new_id for redirect in self.redirects}

    def record(self, record_id: str) -> Record:
        """Return the record of this id, or of the one that took its place. Raises UsageError for none."""
        found = self._by_id.get(record_id) or self._by_id.get(self._renamed.get(record_id, ""))
        if found is None:
            raise UsageError(f"no record {record_id!r} in this release")
        return found

    def _of(self, model: type[R], record_id: str) -> R:
        record = self.record(record_id)
        if not isinstance(record, model):
            raise UsageError(f"{record_id!r} is not the id of an {model.TYPE} but of {type_of(record)}")
        return record

    @overload
    def view(self, record: Article) -> ArticleView: ...
    @overload
    def view(self, record: Event) -> EventView: ...
    @overload
    def view(self, record: Quote) -> QuoteView: ...
    @overload
    def view(self, record: Mention) -> MentionView: ...
    @overload
    def view(self, record: Actor) -> ActorView: ...
    @overload
    def view(self, record: Record) -> View[Record]: ...

    def view(self, record: Record) -> View[Any]:
        """Return the record with its neighbours: `dataset.view(event).article.title`, `.cite()`."""
        return _VIEWS.get(type(record), View)(self, record)

    def article(self, article_id: str) -> ArticleView:
        """Return the article of this id. Raises UsageError for none."""
        return ArticleView(self, self._of(Article, article_id))

    def event(self, event_id: str) -> EventView:
        """Return the event of this id. Raises UsageError for none."""
        return EventView(self, self._of(Event, event_id))

    def quote(self, quote_id: str) -> QuoteView:
        """Return the quotation of this id. Raises UsageError for none."""
        return QuoteView(self, self._of(Quote, quote_id))

    def actor(self, name: str) -> ActorView:
        """Return the actor of this id, `actor:wang-yi`, or its end, `wang-yi`, or name, `Wang Yi`.

        Raises UsageError where the release has no such actor.
        """
        return ActorView(self, self._of(Actor, self._actor_id(name)))

    def _actor_id(self, name: str) -> str:
        known = name if name.startswith("actor:") else f"actor:{slug(name)}"
        return self._renamed.get(known, known)

    # neighbours

    def article_of(self, record: Record) -> Article:
        """Return the article a record stands in. Raises UsageError for one that stands in none."""
        article_id = getattr(record, "article_id", None)
        if article_id is None:
            raise UsageError(f"{id_of(record)} stands in no single article; take one of its mentions")
        return self._of(Article, str(article_id))

    @cached_property
    def _standing(self) -> dict[tuple[type[Record], str], list[Record]]:
        standing: defaultdict[tuple[type[Record], str], list[Record]] = defaultdict(list)
        for record in self.records():
            standing[type(record), getattr(record, "article_id", None) or ""].append(record)
        return dict(standing)

    def standing_in(self, article: Article, model: type[R]) -> tuple[R, ...]:
        """Return an article's records of a type."""
        return cast("tuple[R, ...]", tuple(self._standing.get((model, article.id), ())))

    @cached_property
    def _naming(self) -> dict[str, list[Mention]]:
        naming: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            naming[mention.actor_id or ""].append(mention)
        return dict(naming)

    def naming(self, actor: Actor) -> tuple[Mention, ...]:
        """Return the mentions of an actor."""
        return tuple(self._naming.get(actor.id, ()))

    # questions

    def _pair(self, pair: str) -> frozenset[str]:
        return frozenset(article.id for article in self.articles if fits_pair(article, pair))

    def find_events(
        self,
        *,
        start: When = None,
        end: When = None,
        actor: str | None = None,
        pair: str | None = None,
        type: str | None = None,  # noqa: A002 (the word of the field)
    ) -> tuple[Event, ...]:
        """Return the events of these days, with this actor, in articles on this pair, of this type.

        Days are `2020-04-03`, `2020-04`, `2020` or a date, both ends included; an actor is an id, the end
        of it or a name; a pair is `china-russia`, in either order; a type is PLOVER's (`CONSULT`) or one of
        `cc_type` (`statement`). Raises UsageError for what is no date and no type.
        """
        require_known("event type", type, get_args(EventType), get_args(CcType))
        days, articles = Days.between(start, end), self._pair(pair) if pair else frozenset()
        who = self._actor_id(actor) if actor else ""
        return tuple(
            event
            for event in self.events
            if days.meet(event.date_start, event.date_end)
            and (not actor or names_actor(event.actors, who))
            and (not pair or event.article_id in articles)
            and (not type or type in {event.event_type, event.cc_type})
        )

    def find_quotes(
        self,
        *,
        start: When = None,
        end: When = None,
        speaker: str | None = None,
        pair: str | None = None,
        kind: str | None = None,
    ) -> tuple[Quote, ...]:
        """Return the quotations of these days, by this speaker, in articles on this pair, of this kind.

        The day is that of the words, else of the entry that quotes them. The rest as for `find_events`; a
        kind is `direct`, `fragment`, `block` ... Raises UsageError for what is no date and no kind.
        """
        require_known("kind of quotation", kind, get_args(QuoteKind))
        days, articles = Days.between(start, end), self._pair(pair) if pair else frozenset()
        who = self._actor_id(speaker) if speaker else ""
        return tuple(
            quote
            for quote in self.quotes
            if days.meet(*days_of_quote(quote, self._entry(quote)))
            and (not speaker or names_actor(quote.speakers, who))
            and (not pair or quote.article_id in articles)
            and (not kind or quote.kind == kind)
        )

    def _entry(self, quote: Quote) -> Event | None:
        entry = self._by_id.get(quote.event_id or "")
        return entry if isinstance(entry, Event) else None

    # words for people

    def cite(self, record: Record) -> str:
        """Return how a record is cited: author, title, volume, page, as far as they are known.

        Raises UsageError for what stands in no single article: an actor, a redirect.
        """
        return citation_of(self.article_of(record), record)

    def show(self, record: Record) -> str:
        """Return the record inside its text, its characters between ⟦ and ⟧."""
        lines = [id_of(record)]
        if getattr(record, "article_id", None) in self._by_id:
            lines.append(self.cite(record))
        return "\n".join([*lines, "", self._shown(record)])

    def _shown(self, record: Record) -> str:
        span = getattr(record, "span", None)
        if isinstance(span, Span):
            text = self.texts.get(str(getattr(record, "article_id", "")))
            return alone(span) if text is None else marked(text, span)
        if isinstance(record, Actor):
            return "\n\n".join([record.name, *map(self._shown, self.naming(record)[:3])])
        return record.model_dump_json(indent=2)

    # other tools

    def table(self, name: str) -> pa.Table:
        """Return the records of a type, `events`, as an Arrow table: a row per record, nested fields kept.

        The names are `articles`, `events`, `quotes`, `actors`, `mentions`, `findings`, `redirects`. Raises
        UsageError for another.
        """
        from ccdata.export.arrow import table_of

        for record_type, plural in PLURALS.items():
            if name in {record_type, plural}:
                return table_of(record_type, self._records[RECORD_TYPES[record_type]])
        raise UsageError(f"no table {name!r}; there are {', '.join(PLURALS.values())}")

    def to_pandas(self, name: str) -> pd.DataFrame:
        """Return the records of a type as a pandas data frame. Raises UsageError where pandas is missing."""
        from ccdata.dataset.frames import to_pandas

        return to_pandas(self.table(name))

    def to_polars(self, name: str) -> pl.DataFrame:
        """Return the records of a type as a polars data frame. Raises UsageError where polars is missing."""
        from ccdata.dataset.frames import to_polars

        return to_polars(self.table(name))

    def to_duckdb(self) -> duckdb.DuckDBPyConnection:
        """Return a DuckDB connection with every table by its name. Raises UsageError where it is missing."""
        from ccdata.dataset.frames import to_duckdb

        return to_duckdb({plural: self.table(plural) for plural in PLURALS.values()})
