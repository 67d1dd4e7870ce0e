"""What in one block may be a person's name: full names, known or not, and single words, with their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ccdata.authority import Authority
from ccdata.authority.folding import Folded, folded
from ccdata.authority.names import is_japanese, is_pinyin, name_words
from ccdata.authority.patterns import pattern_words
from ccdata.extract.mentions_bodies import BodyReader
from ccdata.extract.mentions_context import Body, Context
from ccdata.extract.mentions_index import Hit, Index
from ccdata.extract.mentions_places import acts
from ccdata.extract.mentions_words import Run, Word, runs_of, words_before, words_of
from ccdata.extract.titles import Title, TitleReader
from ccdata.source.clean import Block

_SHARED = re.compile(r",? and (?:the )?|, |/| & ")
_BEHIND = re.compile(r"(?:([A-Za-z]+) )?([A-Za-z]+),? $")
_VERB = re.compile(r",? ([a-z]+)")
_PASSIVE = re.compile(r" (?:is|was|has been|had been) ([a-z-]+)")
_NEXT = re.compile(r"(?:'s|')? ?([\w'-]*)")
_FROM = re.compile(
    r" (?:of|at|from) (?:the )?(?:[A-Z][\w-]+ ){0,5}"
    r"(?:University|Institut|Center|Centre|Foundation|Council|College|Academy)"
)
_INITIAL = re.compile(r"(?:[A-Z]\.)+")
_MOST = 5


class Candidate(NamedTuple):
    """Words that may name a person; `ids` are those whom the authority knows by the whole name."""

    start: int
    end: int
    words: tuple[str, ...]
    ids: tuple[str, ...] = ()
    title: Title | None = None
    country: str | None = None
    """The state that the title gives this one of its bearers."""
    shared: bool = False
    """The title stands before an earlier name of a list."""
    behind: Title | None = None
    cued: bool = False
    """A full name beside a word of speech or of deed."""
    personal: bool = False
    """Told of as only persons are: "NAME is sworn in"."""
    listed: bool = False
    """Joined by a comma or "and" to the candidate before."""
    possessive: bool = False
    follows: str = ""
    """The word behind."""

    @property
    def name(self) -> str:
        """The words, folded."""
        return " ".join(self.words)

    @property
    def single(self) -> bool:
        """Whether it is one word, or a known short form."""
        return len(self.words) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One block: its patterns, its bodies, its candidates."""

    folded: Folded
    words: tuple[Word, ...]
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
    words = tuple(words_of(flat.text))
    context = Context(flat.text, hits, authority, parties)
    bodies = tuple(BodyReader(flat.text, words, block, hits, context).read())
    free = _outside(hits, bodies)
    reader = TitleReader(flat.text, hits, authority, {body.end: body.country for body in bodies})
    persons = [hit for hit in free if hit.sort in ("person", "short")]
    found = _joined(flat.text, persons, [*runs_of(flat.text, words, index.given, free, bodies)])
    candidates = _with_shared(flat.text, [_titled(flat.text, reader, one) for one in found])
    return Scan(
        folded=flat,
        words=words,
        hits=tuple(free),
        bodies=bodies,
        candidates=tuple(candidates),
        acting=frozenset(_acting(flat.text, free, authority)),
        starts=frozenset(_starts(free, bodies, authority)),
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


def _joined(text: str, persons: Sequence[Hit], runs: Sequence[Run]) -> list[Candidate]:
    """A known name with a further name-like word beside it is part of another, longer name."""
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
            made.append(_candidate(text, start, end, hit.entry.values if same else ()))
        else:
            made.append(_candidate(text, hit.start, hit.end, hit.entry.values))
    for run in runs:
        if run.start not in used:
            made.extend(_split(text, run))
    return sorted(made, key=lambda one: one.start)


def _are_initials(run: Run) -> bool:
    """Say whether only initials stand before a known name: it is the same person's."""
    return all(_INITIAL.fullmatch(word.text) for word in run.words)


def _split(text: str, run: Run) -> list[Candidate]:
    """Two surnames with a hyphen are two names ("the Abe-Obama meeting")."""
    only = run.words[0]
    left, hyphen, right = only.text.partition("-")
    if len(run.words) == 1 and hyphen and right[:1].isupper() and "-" not in right:
        middle = run.start + len(left)
        return [
            _candidate(text, run.start, middle, ()),
            _candidate(text, middle + 1, run.end, ()),
            _candidate(text, run.start, run.end, ()),
        ]
    return [_candidate(text, run.start, run.end, ())]


def _candidate(text: str, start: int, end: int, ids: tuple[str, ...]) -> Candidate:
    behind = _NEXT.match(text, end)
    return Candidate(
        start=start,
        end=end,
        words=tuple(text[start:end].replace(",", "").split()),
        ids=ids,
        possessive=text.startswith(("'s", "' "), end),
        follows=behind[1] if behind else "",
    )


def _titled(text: str, reader: TitleReader, one: Candidate) -> Candidate:
    title = reader.before(one.start)
    one = _without_honorific(one)
    behind = reader.behind(one.end) if not one.single or title is None else None
    if one.single:
        return one._replace(title=title, behind=behind) if title or behind else one
    state = None if title else reader.owner(one.start) or reader.origin(one.end)
    cued = state is not None or _cued(text, one)
    if not (title or behind or cued):
        return one
    personal = _suffers(text, one) in pattern_words().personal
    return one._replace(title=title, behind=behind, cued=cued, country=state, personal=personal)


def _without_honorific(one: Candidate) -> Candidate:
    """Leave out the Burmese U and Daw before a name of two words or more."""
    if one.words[0] not in ("U", "Daw") or len(one.words) < 3 or one.ids:  # noqa: PLR2004
        return one
    return one._replace(words=one.words[1:], start=one.start + len(one.words[0]) + 1)


def _with_shared(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the names of a list the plural title before its first, and each its state in order."""
    made: list[Candidate] = []
    for one in candidates:
        last = made[-1] if made else None
        listed = last is not None and _SHARED.fullmatch(text, last.end, one.start) is not None
        if last is not None and listed and one.title is None and last.title and last.title.plural:
            made.append(one._replace(title=last.title, shared=True, listed=True))
        else:
            made.append(one._replace(listed=True) if listed else one)
    return [*_with_states(made)]


def _with_states(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give each its state: the title's one, or as many as there are names, in order."""
    group: list[Candidate] = []
    for one in [*candidates, None]:
        if group and (one is None or not one.shared):
            yield from _distributed(group)
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


def _suffers(text: str, one: Candidate) -> str:
    """Return what is told of the name in the passive: "sworn"; nothing where it does the deed."""
    passive = _PASSIVE.match(text, one.end)
    return passive[1] if passive else ""


def _cued(text: str, one: Candidate) -> bool:
    """Say whether the name stands beside a word of speech or of deed."""
    verb = _VERB.match(text, one.end)
    if (verb and verb[1] in pattern_words().cue_verbs) or _FROM.match(text, one.end):
        return True
    if _suffers(text, one) in pattern_words().passives:
        return True
    if text.startswith((", who ", ", whose "), one.end):
        return True
    before = _BEHIND.search(text, words_before(text, one.start, blanks=2, reach=40), one.start)
    if before is None:
        return False
    last, ahead = before[2].lower(), (before[1] or "").lower()
    if last == "to":
        return ahead in ("according", "told", "spoke", "listening")
    return last in pattern_words().cues_behind


def _starts(hits: Iterable[Hit], bodies: Iterable[Body], authority: Authority) -> Iterator[int]:
    """Yield where bodies start, those of the authority and others."""
    yield from (body.start for body in bodies)
    for hit in hits:
        if hit.sort == "actor" and authority.actors[hit.entry.values[0]].kind != "country":
            yield hit.start


def _acting(text: str, hits: Iterable[Hit], authority: Authority) -> Iterable[int]:
    """Yield where the capitals, seats and city states start that act."""
    before: tuple[int, bool] | None = None
    for hit in hits:
        if hit.sort in ("capital", "seat") or is_city_state(hit, authority):
            answer = acts(text, hit.start, hit.end, before)
            before = (hit.end, answer)
            if answer:
                yield hit.start


def is_city_state(hit: Hit, authority: Authority) -> bool:
    """Say whether a state is also a town, in which others meet: Singapore."""
    known = authority.actors[hit.entry.values[0]] if hit.sort == "actor" else None
    return known is not None and known.kind == "country" and known.country in pattern_words().cities


def plausible(words: Sequence[str], index: Index) -> bool:
    """Say whether words look like a person's name: a known given or family name, an initial, Jae-in."""
    if not 1 < len(words) <= _MOST:
        return False
    east = index.family_first
    if (
        words[0] in index.given
        or words[-1] in east
        or words[-1] in name_words().last
        or words[0] in east
        or is_japanese(words)
    ):
        return True
    return any(len(w.rstrip(".")) == 1 for w in words) or bool(re.search(r"-[a-z]", words[-1]))


def shaped(words: Sequence[str], index: Index) -> bool:
    """Say whether words can hardly be anything but a person: Kim Jae-in, Wang Dahui, John F. Smith."""
    known = name_words().surnames
    if len(words) == 2 and words[0] in known["korean"] and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", words[1]):  # noqa: PLR2004
        return True
    if len(words) == 2 and words[0] in known["chinese"] and len(words[1]) > 4 and is_pinyin(words[1]):  # noqa: PLR2004
        return is_pinyin(words[0])
    if len(words) == 2 and words[1] in name_words().last:  # noqa: PLR2004
        return True
    if not 1 < len(words) <= _MOST or words[0] not in index.given:
        return False
    return all(len(word) > 2 or word.endswith(".") for word in words)  # noqa: PLR2004
