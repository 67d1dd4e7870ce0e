"""An entry read sentence by sentence: which act each tells, by whom.

entry    = SENTENCE+          the first tells the event, the others further happenings
SENTENCE = sentence (";" sentence)*      where a subject and its verb stand behind the semicolon
sentence = act ((", " | "and") VERB ... | "," VERB-ing ... | "with" X VERB-ing ... | "where" X VERB ...)*
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ccdata.extract.events.attribution import attributed
from ccdata.extract.events.channel import with_channel
from ccdata.extract.events.clause import Clause
from ccdata.extract.events.coding import Code, code_clause, code_verb, without_games
from ccdata.extract.events.described import described
from ccdata.extract.events.finite import is_finite, is_noun_like
from ccdata.extract.events.mainverb import main_verb
from ccdata.extract.events.predicate import Predicate, read_gerund, read_group
from ccdata.extract.events.roles import Casting, cast_sentence
from ccdata.extract.events.stretch import Ordered
from ccdata.extract.events.words import Words, read_words
from ccdata.extract.naming import Naming
from ccdata.extract.sentences import sentences

_MOST_PARTS = 6
_TOPICS = frozenset({"about", "on", "over", "regarding", "in", "at", "to", "for"})
_JOINING = frozenset({"and", ","})
_TAKING = frozenset({"with", "where"})
_SUBORDINATE = frozenset({";", "that", "who", "which", "where", "when", "while", "because", "if", "whether"})


class Telling(NamedTuple):
    """One sentence, or a part of one, with its act and its cast; `start`, `end` are clean offsets."""

    clause: Clause
    code: Code
    castings: tuple[Casting, ...]
    start: int
    end: int


def tell(text: str, namings: Sequence[Naming]) -> tuple[Telling, ...]:
    """Read every sentence of an entry."""
    named = Ordered(namings, lambda naming: naming.start)
    return tuple(
        _tell(text, low, high, named)
        for start, end in sentences(text)
        for low, high in _whole(text, start, end)
    )


def _whole(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence at the semicolons behind which a subject and its verb stand."""
    if text.find(";", start, end) < 0:
        yield start, end
        return
    words = read_words(text, start, end)
    marks = [place for place in range(words.size) if words.lowers[place] == ";" and not words.asides[place]]
    edges = [*marks, words.size]
    for mark, following in itertools.pairwise(edges):
        if mark > 0 and _is_clause(words, mark + 1, following):
            yield start, words.starts[mark]
            start = words.starts[mark + 1]
    yield start, end


def _is_clause(words: Words, low: int, high: int) -> bool:
    found = main_verb(Clause(words, low, high)) if low < high else None
    return found is not None and found.begin > low


def _tell(text: str, start: int, end: int, named: Ordered[Naming]) -> Telling:
    words = read_words(text, start, end)
    inside = _outermost(n for n in named.between(start, words.ends[-1]) if n.end <= end)
    states = tuple((n.start, n.country) for n in inside if n.country)
    persons = frozenset(_places(words, (n for n in inside if n.kind == "person")))
    clause = Clause(words, 0, words.size, states, persons)
    code = _joined(clause, with_channel(clause, code_clause(clause)))
    code = attributed(clause, without_games(clause, code))
    inside += described(clause, inside)
    inside.sort(key=lambda n: (n.start, n.end))
    castings = list(cast_sentence(clause, code, inside))
    last = words.ends[-2] if words.size > 1 and words.lowers[-1] == "." else end
    told = Telling(clause, code, (), start, last)
    return told._replace(castings=tuple(_with_hosts(told, castings)))


def _places(words: Words, namings: Iterable[Naming]) -> Iterator[int]:
    """Yield the places of the words of names."""
    for naming in namings:
        yield from range(words.begins(naming.start), words.begins(naming.end))


def _with_hosts(told: Telling, castings: list[Casting]) -> Iterator[Casting]:
    """Whom a visitor meets there ("visits X and MEETS Y") is a target of the visit."""
    if told.code.frame != "visit":
        yield from castings
        return
    met = [part for part in parts(told) if part.code.type == "CONSULT"]
    for cast in castings:
        hosts = any(_is_met(part, cast.naming) for part in met)
        yield cast._replace(role="target") if hosts and cast.role == "mentioned" else cast


def _is_met(part: Telling, naming: Naming) -> bool:
    """Say whether somebody is named in the object of "meets", "holds talks with"."""
    clause, verb = part.clause, part.code.predicate
    if verb is None or naming.kind not in {"person", "country"}:
        return False
    first = clause.begins(naming.title[0] if naming.title else naming.start)
    if not verb.end <= first or naming.end > part.end or clause.at(clause.begins(naming.end)) == "'s":
        return False
    between = range(verb.end, min(first, clause.high))
    return not any(clause.is_in(p, "breaks") or clause.at(p) in _TOPICS for p in between)


def _outermost(namings: Iterable[Naming]) -> list[Naming]:
    """Leave out the names inside a description that was resolved ("foreign ministers of LAOS")."""
    kept: list[Naming] = []
    for naming in sorted(namings, key=lambda n: (n.start, -n.end)):
        last = kept[-1] if kept else None
        inner = last is not None and last.method == "description" and naming.end <= last.end
        if not inner or (last is not None and (naming.start, naming.end) == (last.start, last.end)):
            kept.append(naming)
    return kept


def _joined(clause: Clause, code: Code) -> Code:
    """Where the main verb has no type, take the verb joined to it: "meets the press and calls for".

    Forces that move and attack attack.
    """
    if code.predicate is None or code.cc not in {None, "statement"} or code.gap == "ambiguous":
        return code
    if code.type not in {None, "MOBILIZE"}:
        return code
    for place in range(code.predicate.end, clause.high):
        if clause.at(place) in _SUBORDINATE:
            return code
        if clause.at(place) == "and" and place + 1 < clause.high and is_finite(clause, place + 1):
            joined = with_channel(clause, code_verb(clause, read_group(clause, place + 1)))
            first = joined.predicate._replace(begin=code.predicate.begin) if joined.predicate else None
            further = joined.type is not None if code.type is None else joined.type == "ASSAULT"
            return joined._replace(predicate=first) if further else code
    return code


def parts(telling: Telling) -> Iterator[Telling]:
    """Yield the further acts told inside a sentence, behind its main one."""
    clause, main = telling.clause, telling.code.predicate
    if main is None:
        return
    place, count = main.end, 0
    while place < clause.high and count < _MOST_PARTS:
        found = _part(clause, place) if _is_joint(clause, place) else None
        if found is None:
            place += 1
            continue
        first, verb = found
        code = with_channel(clause.behind(first), code_verb(clause, verb, depth=1))
        if _is_further(telling.code, code):
            last = _end(clause, verb.end)
            count += 1
            yield Telling(clause, code, (), clause.words.starts[first], clause.words.ends[last - 1])
            place = last
        else:
            place = verb.end


def _is_further(main: Code, code: Code) -> bool:
    """Say whether an act is another than the main one; a plain statement is none."""
    if code.type is None:
        return code.cc not in {None, "statement", main.cc}
    return (code.type, code.mode) != (main.type, main.mode)


def _is_joint(clause: Clause, place: int) -> bool:
    """Say whether a further act may begin here: behind "and" or a comma, with "with" or "where"."""
    joins = clause.lowers[place - 1] in _JOINING or clause.lowers[place] in _TAKING
    return joins and not clause.words.asides[place]


def _part(clause: Clause, place: int) -> tuple[int, Predicate] | None:
    """Return where a further act begins at this word, and its verb."""
    word, before = clause.lowers[place], clause.lowers[place - 1]
    if before == "and" or (before == "," and word not in {"and", "who", "which"}):
        adverb = clause.row[place].adverb
        verb = place + 1 if adverb and place + 1 < clause.high else place
        plain = before == "and" and _is_plain(clause, verb)
        if (is_finite(clause, verb) or plain) and not clause.row[verb].capital:
            return place, read_group(clause, verb)
    if before == ",":
        gerund = read_gerund(clause, place)
        if gerund:
            return place, gerund
    if word in {"with", "where"} and place + 2 < clause.high:
        return _with(clause, place, finite=word == "where")
    return None


def _is_plain(clause: Clause, verb: int) -> bool:
    """Read the plain form behind "and" that has a plain form's subject: "A and B meet and ISSUE a report"."""
    if "base" not in clause.tenses(verb) or is_noun_like(clause, verb):
        return False
    object_ahead = clause.is_in(verb + 1, "determiners") or clause.capital(verb + 1)
    main = main_verb(clause)
    return object_ahead and main is not None and "base" in clause.tenses(main.begin) and main.begin < verb


def _with(clause: Clause, place: int, *, finite: bool) -> tuple[int, Predicate] | None:
    """Read `with X promising ...`, `where X promises ...`."""
    for verb in range(place + 2, min(place + 7, clause.high)):
        if clause.at(verb) in {",", ".", ";"}:
            return None
        if finite and is_finite(clause, verb):
            return place + 1, read_group(clause, verb)
        gerund = None if finite else read_gerund(clause, verb)
        if gerund and clause.row[verb - 1].capital:
            return place + 1, gerund
    return None


def _end(clause: Clause, start: int) -> int:
    """Return where a further act ends: before the next one, or with the sentence."""
    for place in range(start + 1, clause.high):
        if _is_joint(clause, place) and _part(clause, place) is not None:
            last = place
            while last > start + 1 and clause.at(last - 1) in {",", "and", ";"}:
                last -= 1
            return last
    return clause.high - (clause.at(clause.high - 1) in {".", ";"})
