"""What the benchmarks measure on: the seeds and generated articles of known make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ccdata.authority import load_authority
from ccdata.engine.parsing import parse_source
from ccdata.link import link, type_of
from ccdata.testing import Story, make_story, render

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
MARKDOWN = ("markdown:plain", "markdown:bullets-bold-inside", "markdown:mixed", "markdown:quarterly")
HTML = ("html:divs", "html:semantic", "html:tables", "html:builder")


@dataclass(frozen=True)
class Source:
    name: str
    data: bytes


def generated(count: int, layouts: tuple[str, ...], *, entries: int = 36, chapters: int = 16, first: int = 0):
    """Articles of about the length of the journal's (28 kB; the seeds: 33, 36), each on a pair of its own."""
    for number in range(first, first + count):
        story = on_own_pair(make_story(number, entries=entries, chapters=chapters, native=False))
        page = render(story, layouts[number % len(layouts)])
        yield Source(f"{number:06}-{page.name}", page.data)


def on_own_pair(story: Story) -> Story:
    """The journal has a thousand and some issues of its pairs: more articles need more pairs."""
    names = sorted(c.name for c in load_authority().countries.values() if c.cow and c.name.isalpha())
    first, step = story.seed % len(names), 1 + story.seed // len(names) % (len(names) - 1)
    pair = f"{names[first]}-{names[(first + step) % len(names)]} Relations"
    return replace(story, front=replace(story.front, relationship=pair))


@dataclass(frozen=True)
class Material:
    """Sources, and what is ready for the stages behind the parser."""

    articles: int

    @cached_property
    def seeds(self) -> list[Source]:
        return [Source(path.name, path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]

    @cached_property
    def texts(self) -> list[Source]:
        return [*self.seeds, *generated(self.articles, MARKDOWN)]

    @cached_property
    def short(self) -> list[Source]:
        """Articles of 10 kB, nearly all chronology: the densest in records."""
        return list(generated(self.articles, MARKDOWN, entries=30, chapters=4))

    @cached_property
    def pages(self) -> list[Source]:
        return list(generated(self.articles, HTML))

    @cached_property
    def prints(self) -> list[Source]:
        return list(generated(max(2, self.articles // 4), ("pdf:reportlab",)))

    @cached_property
    def shards(self) -> list:
        return [parse_source(source.data, source.name) for source in self.texts]

    @cached_property
    def records(self) -> list:
        return [record for part in link(self.shards).parts() for record in part.records]

    @cached_property
    def by_type(self) -> dict[str, list]:
        found: dict[str, list] = {}
        for record in self.records:
            found.setdefault(type_of(record), []).append(record)
        return found


def size_of(sources: list[Source]) -> int:
    return sum(len(source.data) for source in sources)
