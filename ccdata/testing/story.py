"""The truth of a generated article: what a perfect reader would find in any rendering of it.

Texts stand in typographic marks (“ ” ‘ ’) and without markup; a renderer chooses marks, markup and
layout. Nothing here knows how an article is read.
"""

from __future__ import annotations

from dataclasses import dataclass

from ccdata.records.dates import DateInterval
from ccdata.records.terms import ActorKind, Attribution, Medium, QuoteKind, Role, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in one style; `url` is its target where it is a link."""

    text: str
    italic: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place where an actor is named, and how: titled, name, surname, state, metonym, body."""

    text: str
    name: str
    how: str
    kind: ActorKind
    country: str | None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An actor's part in an entry; `roles` lists the right answers, `how` it is named there."""

    name: str
    roles: tuple[Role, ...]
    how: str
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation of the truth. `speakers` are full names, or the text's words for the unnamed."""

    text: str
    kind: QuoteKind
    speakers: tuple[str, ...]
    attribution: Attribution
    cue: str | None
    stance: Stance
    via: tuple[str, ...]
    native_text: str | None
    native_language: str | None
    within: str | None
    continues: bool
    joined: bool
    phenomenon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, an entry's body or a heading: its runs, with the truth of what stands in it."""

    runs: tuple[Run, ...]
    quotations: tuple[Quotation, ...] = ()
    named: tuple[Named, ...] = ()
    block: bool = False

    @property
    def text(self) -> str:
        """The clean text."""
        return "".join(run.text for run in self.runs)

    @property
    def links(self) -> tuple[Run, ...]:
        """The runs that are links."""
        return tuple(run for run in self.runs if run.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The date before an entry: as printed, what it means, and the style it is printed in."""

    text: str
    interval: DateInterval
    style: str
    has_year: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A date inside an entry."""

    text: str
    edtf: str
    phenomenon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dated entry; `label` is None where a layout has lost it.

    `types` lists right event types ("none" = null), empty where not judged.
    """

    label: Label | None
    body: Passage
    parts: tuple[Part, ...]
    countries: tuple[str, ...]
    types: tuple[str, ...]
    medium: Medium | None
    location: str | None
    related: tuple[Related, ...]
    phenomenon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A figure's caption with its credit."""

    number: int
    text: str
    credit_word: str
    credit: str

    @property
    def printed(self) -> str:
        """The whole caption."""
        return f"Figure {self.number} {self.text}. {self.credit_word}: {self.credit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A section of the narrative: its heading, and paragraphs and captions in order."""

    heading: Passage
    content: tuple[Passage | Caption, ...]

    @property
    def paragraphs(self) -> tuple[Passage, ...]:
        """The paragraphs alone."""
        return tuple(item for item in self.content if isinstance(item, Passage))

    @property
    def captions(self) -> tuple[Caption, ...]:
        """The captions alone."""
        return tuple(item for item in self.content if isinstance(item, Caption))


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One party of the relationship; `country` null for a region or a divided nation."""

    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """An author and the institution."""

    name: str
    affiliation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front matter. `period` counts months from 1; `published` is `YYYY-MM`."""

    relationship: str
    sides: tuple[Side, ...]
    title: str
    authors: tuple[Writer, ...]
    volume: int
    issue: int
    year: int
    period: tuple[int, int]
    published: str
    published_as_printed: str
    first_page: int
    last_page: int
    tagline: str

    @property
    def journal(self) -> str:
        """The journal's name."""
        return "Comparative Connections"

    @property
    def author_line(self) -> str:
        """The authors as a citation lists them."""
        names = [author.name for author in self.authors]
        return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"

    @property
    def citation(self) -> tuple[Run, ...]:
        """The preferred citation, in typographic marks."""
        stop = "" if self.title.endswith("?") else ","
        quoted = f"“{self.relationship}: {self.title}{stop}”"
        pages = f"Vol. {self.volume}, No. {self.issue}, pp {self.first_page}-{self.last_page}."
        return (
            Run(text=f"{self.author_line}, {quoted} "),
            Run(text=self.journal, italic=True),
            Run(text=f", {pages}"),
        )

    @property
    def notice(self) -> tuple[Run, ...]:
        """The citation notice that newer pages print below the abstract."""
        issue = f"Vol. {self.volume}, No. {self.issue}, {self.published_as_printed}"
        return (
            Run(text="This article is extracted from "),
            Run(text=f"{self.journal}: {self.tagline}", italic=True),
            Run(text=f", {issue}. Preferred citation: "),
            *self.citation,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A whole article, known from inside."""

    seed: int
    front: Front
    abstract: tuple[Passage, ...]
    chapters: tuple[Chapter, ...]
    entries: tuple[Entry, ...]
    years_in_labels: bool

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage with a truth of its own, in the order of the page."""
        narrative = [p for chapter in self.chapters for p in (chapter.heading, *chapter.paragraphs)]
        return (*self.abstract, *narrative, *(entry.body for entry in self.entries))

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every quotation outside the citation notice, in the order of the page."""
        return tuple(q for passage in self.passages for q in passage.quotations)
