"""An entry read sentence by sentence: which act each tells, by whom.

entry    = SENTENCE+          the first tells the event, the others further happenings
SENTENCE = sentence (";" sentence)*      where a subject and its verb stand behind the semicolon
sentence = act ((", " | "and") VERB ... | "," VERB-ing ... | "with" X VERB-ing ... | "where" X VERB ...)*
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from operator import attrgetter
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
_START, _PLACE = attrgetter("start"), attrgetter("start", "end")
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
    """Read every sentence of an entry, with the namings in it."""
    named = Ordered(_outermost(namings), _START)
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
    inside = [naming for naming in named.between(start, words.ends[-1]) if naming.end <= end]
    clause = Clause(words, 0, words.size, inside)
    code = _joined(clause, with_channel(clause, code_clause(clause)))
    code = attributed(clause, without_games(clause, code))
    inside = sorted((*inside, *described(clause, inside)), key=_PLACE)
    castings = tuple(cast_sentence(clause, code, inside))
    last = words.ends[-2] if words.size > 1 and words.lowers[-1] == "." else end
    told = Telling(clause, code, castings, start, last)
    return _with_hosts(told) if code.frame == "visit" else told


def _with_hosts(told: Telling) -> Telling:
    """Whom a visitor meets there ("visits X and MEETS Y") is a target of the visit."""
    met = [part for part in parts(told) if part.code.type == "CONSULT"]
    castings = (
        cast._replace(role="target")
        if cast.role == "mentioned" and any(_is_met(part, cast.naming) for part in met)
        else cast
        for cast in told.castings
    )
    return told._replace(castings=tuple(castings))


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


def _outermost(namings: Sequence[Naming]) -> Sequence[Naming]:
    """Leave out the names inside a description that was resolved ("foreign ministers of LAOS")."""
    if "description" not in [naming.method for naming in namings]:
        return namings
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
        word = clause.lowers[place]
        if word in _SUBORDINATE:
            return code
        if word == "and" and place + 1 < clause.high and is_finite(clause, place + 1):
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
    begun = [(place, *found) for place in _joints(clause, main.end) if (found := _part(clause, place))]
    reached, count = main.end, 0
    for place, first, verb in begun:
        if place < reached or count == _MOST_PARTS:
            continue
        code = with_channel(clause.behind(first), code_verb(clause, verb, depth=1))
        reached = verb.end
        if _is_further(telling.code, code):
            following = next((after for after, _, _ in begun if after > verb.end), clause.high)
            reached, count = _end(clause, verb.end, following), count + 1
            yield Telling(clause, code, (), clause.words.starts[first], clause.words.ends[reached - 1])


def _is_further(main: Code, code: Code) -> bool:
    """Say whether an act is another than the main one; a plain statement is none."""
    if code.type is None:
        return code.cc not in {None, "statement", main.cc}
    return (code.type, code.mode) != (main.type, main.mode)


def _joints(clause: Clause, start: int) -> list[int]:
    """Return where a further act may begin: behind "and" or a comma, with "with" or "where"."""
    lowers, asides = clause.lowers, clause.words.asides
    if _JOINING.isdisjoint(lowers) and _TAKING.isdisjoint(lowers):
        return []
    return [
        place
        for place in range(start, clause.high)
        if (lowers[place - 1] in _JOINING or lowers[place] in _TAKING) and not asides[place]
    ]


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


def _end(clause: Clause, start: int, following: int) -> int:
    """Return where a further act ends: before the next one, or with the sentence."""
    if following == clause.high:
        return clause.high - (clause.lowers[clause.high - 1] in {".", ";"})
    while following > start + 1 and clause.lowers[following - 1] in {",", "and", ";"}:
        following -= 1
    return following
