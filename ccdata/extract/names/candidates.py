"""What in one block may be a person's name: full names, known or not, and single words, with their titles."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from ccdata.authority import Authority
from ccdata.authority.folding import Folded, folded
from ccdata.authority.patterns import pattern_words
from ccdata.extract.names.bodies import BodyReader
from ccdata.extract.names.company import belongs, is_cued, suffered
from ccdata.extract.names.context import Body, Context
from ccdata.extract.names.index import Hit, Index
from ccdata.extract.names.places import acts, town_acts
from ccdata.extract.names.titles import Title, TitleReader
from ccdata.extract.names.words import Run, Words, runs_of
from ccdata.source.clean import Block

_SHARED = re.compile(r",? and (?:the )?|, |/| & ")
_LONGEST_LINK = len(", and the ")
_NEXT = re.compile(r"(?:'s|')? ?([\w'-]*)")
_INITIAL = re.compile(r"(?:[A-Z]\.)+")
_START = itemgetter(0)


class Candidate(NamedTuple):
    """Words that may name a person; `ids` are those whom the authority knows by the whole name."""

    start: int
    end: int
    name: str
    """The words, folded."""
    words: tuple[str, ...]
    single: bool
    """Whether it is one word."""
    ids: tuple[str, ...] = ()
    title: Title | None = None
    country: str | None = None
    """The state that the title gives this one of its bearers."""
    shared: bool = False
    """The title stands before an earlier name of a list."""
    behind: Title | None = None
    cued: bool = False
    """An unknown full name beside a word of speech or of deed."""
    personal: bool = False
    """Told of as only persons are: "NAME is sworn in"."""
    listed: bool = False
    """Joined by a comma or "and" to the candidate before."""
    possessive: bool = False
    follows: str = ""
    """The word behind."""


class _Place(NamedTuple):
    """Where a candidate stands, before anything around it is read."""

    start: int
    end: int
    ids: tuple[str, ...] = ()


class Scan(NamedTuple):
    """One block: its patterns, its bodies, its candidates."""

    folded: Folded
    words: Words
    hits: tuple[Hit, ...]
    bodies: tuple[Body, ...]
    candidates: tuple[Candidate, ...]
    acting: frozenset[int]
    """Where the capitals, seats and city states start that act."""
    starts: frozenset[int]
    """Where the names of bodies start."""
    reader: TitleReader


def scan_block(block: Block, index: Index, authority: Authority, parties: Sequence[str] = ()) -> Scan:
    """Read one block once; `parties` are the states of the article's pair."""
    flat = folded(block.text)
    hits = index.find(flat.text, parties)
    words = Words(flat.text)
    context = Context(flat.text, hits, authority, parties)
    bodies = tuple(BodyReader(flat.text, words, block, hits, context).read())
    free = _outside(hits, bodies) if bodies else hits
    states = {body.end: body.country for body in bodies}
    reader = TitleReader(flat.text, context.by_start, context.by_end, states)
    persons = [hit for hit in free if hit.sort in ("person", "short")]
    found = _joined(flat.text, persons, runs_of(words, index.given, free, bodies))
    starts = {body.start for body in bodies}.union([hit.start for hit in free if hit.entry.is_body])
    candidates = _with_shared(flat.text, [_titled(flat.text, reader, one, starts) for one in found])
    return Scan(
        folded=flat,
        words=words,
        hits=tuple(free),
        bodies=bodies,
        candidates=tuple(candidates),
        acting=frozenset(_acting(flat.text, free)),
        starts=frozenset(starts),
        reader=reader,
    )


def _outside(hits: Iterable[Hit], bodies: Sequence[Body]) -> list[Hit]:
    """Leave out the patterns that a longer body holds."""
    kept, place = [], 0
    for hit in hits:
        while place < len(bodies) and bodies[place].end <= hit.start:
            place += 1
        inside = place < len(bodies) and bodies[place].start <= hit.start and hit.end <= bodies[place].end
        longer = inside and hit.end - hit.start < bodies[place].end - bodies[place].start
        if not longer:
            kept.append(hit)
    return kept


def _joined(text: str, persons: Sequence[Hit], runs: Sequence[Run]) -> list[_Place]:
    """A known name with a further name-like word beside it is part of another, longer name."""
    if not persons:
        return [place for run in runs for place in _split(run)]
    after = {run.start: run for run in runs}
    before = {run.end: run for run in runs if not run.words[-1].possessive}
    used: set[int] = set()
    made = []
    for hit in persons:
        behind = after.get(hit.end + 1) if text.startswith(" ", hit.end) else None
        ahead = before.get(hit.start - 1) if text.startswith(" ", hit.start - 1) else None
        if hit.sort == "person" and ((behind and len(behind.words) == 1) or ahead):
            start, end = ahead.start if ahead else hit.start, behind.end if behind else hit.end
            used.update(run.start for run in (behind, ahead) if run)
            same = (
                behind is None and ahead is not None and all(_INITIAL.fullmatch(w.text) for w in ahead.words)
            )
            made.append(_Place(start, end, hit.entry.values if same else ()))
        else:
            made.append(_Place(hit.start, hit.end, hit.entry.values))
    for run in runs:
        if run.start not in used:
            made.extend(_split(run))
    return sorted(made, key=_START)


def _split(run: Run) -> list[_Place]:
    """Two surnames with a hyphen are two names ("the Abe-Obama meeting")."""
    start, end = run.start, run.end
    if len(run.words) == 1 and "-" in run.words[0].text:
        left, _, right = run.words[0].text.partition("-")
        if right[:1].isupper() and "-" not in right:
            middle = start + len(left)
            return [_Place(start, middle), _Place(middle + 1, end), _Place(start, end)]
    return [_Place(start, end)]


def _titled(text: str, reader: TitleReader, place: _Place, bodies: Container[int]) -> Candidate:
    """Read what stands around a name: the titles before and behind, the state, the word of speech.

    Whether a known name is told of like a person does not matter.
    """
    start, end, ids = place
    words = tuple(text[start:end].replace(",", "").split())
    title = reader.before(start)
    single = len(words) == 1
    set_off = text.startswith(",", end) and (title is None or not single)
    behind = reader.behind(end) if set_off else None
    if _opens_with_honorific(words) and not ids:
        start += len(words[0]) + 1
        words = words[1:]
    state = None if title or single else reader.owner(start) or reader.origin(end)
    cued = not (single or ids) and (
        state is not None or is_cued(text, start, end) or belongs(text, end, bodies)
    )
    told = bool(cued or title or behind) and not ids
    follows = _NEXT.match(text, end)
    return Candidate(
        start,
        end,
        " ".join(words),
        words,
        single,
        ids,
        title=title,
        country=state or (title.country if title else None),
        behind=behind,
        cued=cued,
        personal=told and suffered(text, end) in pattern_words().personal,
        possessive=text.startswith(("'s", "' "), end),
        follows=follows[1] if follows else "",
    )


def _opens_with_honorific(words: Sequence[str]) -> bool:
    """Say whether the Burmese U or Daw stands before a name of two words or more."""
    return words[0] in ("U", "Daw") and len(words) >= 3  # noqa: PLR2004


def _with_shared(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the names of a list the plural title before its first, and each its state in order."""
    made: list[Candidate] = []
    for one in candidates:
        last = made[-1] if made else None
        near = last is not None and one.start - last.end <= _LONGEST_LINK
        listed = last is not None and near and _SHARED.fullmatch(text, last.end, one.start) is not None
        if last is not None and listed and one.title is None and last.title and last.title.plural:
            made.append(one._replace(title=last.title, shared=True, listed=True))
        else:
            made.append(one._replace(listed=True) if listed else one)
    return [*_with_states(made)] if any(one.shared for one in made) else made


def _with_states(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give each of a list its state: the title's one, or as many as there are names, in order."""
    group: list[Candidate] = []
    for one in [*candidates, None]:
        if group and (one is None or not one.shared):
            yield from _distributed(group) if len(group) > 1 else group
            group = []
        if one is not None:
            group.append(one)


def _distributed(group: Sequence[Candidate]) -> Iterator[Candidate]:
    title = group[0].title
    states: Sequence[str | None] = title.countries if title else ()
    if len(states) != len(group):
        states = [title.country if title else None] * len(group)
    for one, state in zip(group, states, strict=True):
        yield one._replace(country=state) if state else one


def _acting(text: str, hits: Iterable[Hit]) -> Iterable[int]:
    """Yield where the capitals, seats and city states start that act."""
    before: tuple[int, bool] | None = None
    for hit in hits:
        town = hit.entry.is_town
        if hit.sort in ("capital", "seat") or town:
            answer = town_acts(text, hit.start, hit.end) if town else acts(text, hit.start, hit.end, before)
            before = (hit.end, answer)
            if answer:
                yield hit.start
