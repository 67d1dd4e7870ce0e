"""A whole generated article: front matter, narrative and chronology, from a seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from ccdata.testing.casting import Cast, assemble, pair_named
from ccdata.testing.dice import happens
from ccdata.testing.filling import Filler
from ccdata.testing.fronts import front_matter
from ccdata.testing.labels import DAY_STYLES, any_label
from ccdata.testing.story import Caption, Chapter, Entry, Front, Label, Named, Part, Passage, Run, Story
from ccdata.testing.weaving import Weaver, Woven
from ccdata.testing.world import Pattern, pairs, patterns, words

TAILS, FIGURES, YEARLESS = 0.35, 0.15, 0.15
"""How many entries have a second sentence, paragraphs a figure, chronologies labels without a year."""
SENTENCES = {"narration": 0.35, "saying": 0.5, "telling": 0.15}
"""How often a sentence of a paragraph is of a kind."""

NATIVE = frozenset({"native", "proverb"})
"""Phenomena whose sentences hold another script."""


def make_story(
    seed: int,
    *,
    pair: str | None = None,
    year: int | None = None,
    issue: int | None = None,
    entries: int | None = None,
    chapters: int | None = None,
    native: bool = True,
    yearless: bool | None = None,
) -> Story:
    """Return the article of this seed; what is not given is drawn.

    `native=False` keeps to letters of western Europe, for typesetters without other fonts.
    """
    rng = random.Random(seed)
    chosen = pair_named(pair) if pair else rng.choice(pairs())
    front = front_matter(rng, chosen, year=year or rng.randint(1999, 2024), issue=issue)
    cast = assemble(rng, chosen, f"{front.year:04d}-{front.period[0]:02d}", latin=not native)
    teller = _Teller(rng, cast, latin=not native)
    opening = Passage(runs=(Run(text=rng.choice(words()["opening"])),))
    narrative = tuple(teller.chapters(chapters if chapters is not None else rng.randint(2, 5), front))
    omit = yearless if yearless is not None else happens(rng, YEARLESS)
    style = "yearless" if omit else rng.choice([name for name in DAY_STYLES if name != "yearless"])
    days = _days(rng, front.year, front.period, entries if entries is not None else rng.randint(8, 24))
    return Story(
        seed=seed,
        front=front,
        abstract=(opening,),
        chapters=narrative,
        entries=tuple(teller.entries(days, style)),
        years_in_labels=not omit,
    )


def _days(rng: random.Random, year: int, period: tuple[int, int], count: int) -> list[dt.date]:
    first = dt.date(year, period[0], 1)
    last = dt.date(year, period[1], 28)
    span = (last - first).days
    return sorted(first + dt.timedelta(days=rng.randint(0, span)) for _ in range(count))


class _Teller:
    """Tells one article."""

    def __init__(self, rng: random.Random, cast: Cast, *, latin: bool) -> None:
        self.rng = rng
        self.filler = Filler(rng, cast)
        self.weaver = Weaver(rng, self.filler)
        self.latin = latin
        self._bags: dict[str, list[Pattern]] = {}
        self._figures = 0

    def chapters(self, count: int, front: Front) -> Iterator[Chapter]:
        """Tell the narrative: chapters of three to six paragraphs, now and then a figure."""
        self.filler.today = dt.date(front.year, front.period[1], 28)
        headings = self.rng.sample(words()["heading"], count)
        for heading in headings:
            yield Chapter(heading=self._heading(heading), content=tuple(self._content()))

    def _heading(self, text: str) -> Passage:
        marks = ({"kind": "scare"},) if "‹" in text else ()
        pattern = Pattern(
            phenomenon="heading-marks", text=text, quotes=marks, roles=(), types=(), medium=None
        )
        return self.weaver.weave(pattern).passages[0]

    def _content(self) -> Iterator[Passage | Caption]:
        for _ in range(self.rng.randint(2, 5)):
            yield from self._paragraphs()
            if happens(self.rng, FIGURES):
                yield self._caption()

    def _paragraphs(self) -> Iterator[Passage]:
        """Yield paragraph = (narration | telling | saying)+; a saying of several paragraphs ends it."""
        held: list[Passage] = [self._narration()]
        for _ in range(self.rng.randint(2, 4)):
            kind = self.rng.choices(list(SENTENCES), list(SENTENCES.values()))[0]
            if kind == "narration":
                held.append(self._narration())
                continue
            woven = self.weaver.weave(self._draw(kind))
            held.append(woven.passages[0])
            if len(woven.passages) > 1:
                yield _joined(held)
                yield from woven.passages[1:]
                return
        yield _joined(held)

    def _narration(self) -> Passage:
        return Passage(runs=(Run(text=self.filler.draw("narration")),))

    def _caption(self) -> Caption:
        self._figures += 1
        return Caption(
            number=self._figures,
            text=self.filler.draw("caption"),
            credit_word=self.filler.draw("creditor"),
            credit=self.filler.draw("credit"),
        )

    def entries(self, days: list[dt.date], style: str) -> Iterator[Entry]:
        """Tell the chronology: one entry for each day, in order."""
        self.filler.forget()
        labels = sorted(
            (any_label(self.rng, day, style) for day in days), key=lambda made: made.interval.start
        )
        for label in labels:
            yield self.entry(label)

    def entry(self, label: Label) -> Entry:
        """Return entry = deed [tail]."""
        self.filler.today = label.interval.start
        deed = self._draw("deed")
        woven = self.weaver.weave(deed)
        body, related = woven.passages[0], woven.related
        if label.has_year and label.interval.precision == "day" and happens(self.rng, TAILS):
            tail = self.weaver.weave(self._draw("tail"), keep=True)
            body = _joined([body, tail.passages[0]], between="")
            related = (*related, *tail.related)
        parts = tuple(_parts(deed, woven))
        acting = {part.country for part in parts if part.country and part.roles != ("mentioned",)}
        return Entry(
            label=label,
            body=body,
            parts=parts,
            countries=tuple(sorted(acting)),
            types=deed.types,
            medium=deed.medium,
            location=_location(deed, woven),
            related=related,
            phenomenon=deed.phenomenon,
        )

    def _draw(self, kind: str) -> Pattern:
        """Draw a pattern: every one comes before any comes again."""
        bag = self._bags.setdefault(kind, [])
        if not bag:
            usable = [p for p in patterns(kind) if not (self.latin and p.phenomenon in NATIVE)]
            bag.extend(self.rng.sample(usable, len(usable)))
        return bag.pop()


def _parts(deed: Pattern, woven: Woven) -> Iterator[Part]:
    for slot, roles in deed.roles:
        named = woven.fillings[slot].named
        if named is None:
            raise ValueError(f"{deed.phenomenon}: the slot {slot} names nobody")
        yield Part(name=named.name, roles=roles, how=named.how, country=named.country)


def _location(deed: Pattern, woven: Woven) -> str | None:
    if deed.medium in {"phone", "video", "letter", "statement"}:
        return None
    found = woven.fillings.get("place") or woven.fillings.get("home")
    return found.text if found else None


def _joined(held: list[Passage], between: str = " ") -> Passage:
    """Join sentences into one passage."""
    runs: list[Run] = []
    named: list[Named] = []
    for passage in held:
        if runs and between:
            runs.append(Run(text=between))
        runs.extend(passage.runs)
        named.extend(passage.named)
    quotations = tuple(q for passage in held for q in passage.quotations)
    return Passage(runs=tuple(runs), quotations=quotations, named=tuple(named))
