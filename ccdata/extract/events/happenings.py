"""The further acts of an entry, and the words by which an act is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ccdata.extract.events.coding import Code
from ccdata.extract.events.stretch import Ordered
from ccdata.extract.events.telling import Telling, parts
from ccdata.records.dates import DateInterval
from ccdata.records.shapes import Basis, Happening, RelatedDate
from ccdata.source.clean import Block

_MEETS = frozenset({"meet", "meet with"})


def basis_of(telling: Telling, code: Code, body: Block) -> Basis | None:
    """Return the rule and the words that fired it: the verb group, or the last word of a verbless entry."""
    predicate, words = code.predicate, telling.clause.words
    if code.rule is None or predicate is None:
        return None
    last = min(max(predicate.end, predicate.begin + 1), words.size)
    first = min(predicate.begin, last - 1)
    return Basis(rule=code.rule, trigger=body.span(words.starts[first], words.ends[last - 1]))


def happenings(
    told: Sequence[Telling], body: Block, label: DateInterval | None, related: Sequence[RelatedDate]
) -> Iterator[Happening]:
    """Yield the further acts of an entry, in text order."""
    dated = Ordered((date for date in related if date.date_edtf), lambda date: date.span.start)
    yield from (_happening(telling, body, label, dated) for telling in _further(told, body, dated))


def _further(told: Sequence[Telling], body: Block, dated: Ordered[RelatedDate]) -> Iterator[Telling]:
    """Yield the sentences behind the first, and the parts of each, that tell an act.

    One that no rule knows tells an act where it has a date of its own, or stands behind a semicolon.
    """
    for number, telling in enumerate(told):
        if number and (telling.code.rule is not None or _stands_alone(telling, body, dated)):
            yield telling
        yield from (part for part in parts(telling) if not _is_of_visit(telling.code, part.code))


def _is_of_visit(main: Code, code: Code) -> bool:
    """Say whether a part only tells whom a visitor meets."""
    return main.frame == "visit" and code.predicate is not None and code.predicate.lemma in _MEETS


def _stands_alone(telling: Telling, body: Block, dated: Ordered[RelatedDate]) -> bool:
    if telling.code.predicate is None:
        return False
    before = body.text[max(0, telling.start - 2) : telling.start]
    return ";" in before or bool(dated.between(*body.range(telling.start, telling.end)))


def _happening(
    telling: Telling, body: Block, label: DateInterval | None, dated: Ordered[RelatedDate]
) -> Happening:
    code, span = telling.code, body.span(telling.start, telling.end)
    own = next(iter(dated.between(span.start, span.end)), None)
    return Happening(
        text=body.text[telling.start : telling.end],
        span=span,
        date_edtf=own.date_edtf if own else label.edtf if label else None,
        medium=code.medium,
        event_type=code.type,
        event_mode=code.mode,
        status=code.status,
        basis=basis_of(telling, code, body),
    )
