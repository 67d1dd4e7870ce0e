"""One walk over the records of a group: every stretch judged, then what they say of each other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

import pydantic_core

from ccdata.checks import check_shape, gates
from ccdata.checks.fault import Fault, PlainRecord
from ccdata.checks.links import bonds_of, references_of
from ccdata.errors import RecordError, ReleaseError
from ccdata.records.models import PLURALS, RECORD_TYPES
from ccdata.records.upgrades import upgrades_from
from ccdata.validate.chunks import Chunk, chunks_of, jobs_for, judge_all, lines_of
from ccdata.validate.judge import START, Edge, Rules, Verdict, sequence_faults
from ccdata.validate.ledger import Ledger, Loose, hash_of
from ccdata.validate.report import Tally
from ccdata.validate.tables import judge_table, row_again, tables_of, unreadable
from ccdata.validate.targets import Target

Reread = Callable[[int], PlainRecord]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some of a file's records: lines count from `base`, and any can be read again."""

    number: int
    shown: str
    base: int
    reread: Reread


class Walk:
    """Judges the records of a group; findings go to the tally."""

    def __init__(self, rules: Rules, tally: Tally) -> None:
        self._rules = rules
        self._gates = gates(rules.version)
        self._steps = upgrades_from(rules.version)
        self._tally = tally
        self._ledger = Ledger()
        self._stretches: list[Stretch] = []
        self._edges: dict[str, Edge | None] = {}
        self.records: Counter[str] = Counter()
        self.lacking: Counter[str] = Counter()
        self.asserted: Counter[tuple[int, str]] = Counter()

    def judge_lines(self, targets: tuple[Target, ...], *, jobs: int | None) -> None:
        """Judge every line of JSON Lines files."""
        size = sum(target.path.stat().st_size for target in targets)
        shown = {target.path: target.shown for target in targets}
        place, lines = None, 0
        for chunk, verdict in judge_all(_chunks(targets), self._rules, jobs=jobs_for(size, jobs)):
            if chunk.path != place:
                place, lines = chunk.path, 0
                self._edges = {}
            reread = partial(_line_again, chunk)
            name = shown[chunk.path]
            self._take(Stretch(number=chunk.number, shown=name, base=lines, reread=reread), verdict)
            lines += verdict.lines

    def judge_tables(self, targets: tuple[Target, ...]) -> list[str]:
        """Judge every row of tables; return what could not be read to its end."""
        broken = []
        for table in (table for target in targets for table in tables_of(target)):
            self._edges = {}
            reread = partial(row_again, table)
            try:
                for verdict in judge_table(table, self._rules, first=len(self._stretches)):
                    number = len(self._stretches)
                    self._take(Stretch(number=number, shown=table.shown, base=0, reread=reread), verdict)
            except (RecordError, ReleaseError) as error:
                self._tally.add(unreadable(table, error))
                broken.append(table.shown)
        return broken

    def settle(self, *, whole: bool) -> list[str]:
        """Settle ids, references and bonds; return the record types that were not there to be named.

        A whole release provides every type; loose files provide those that are in them.
        """
        provided = [name for name in RECORD_TYPES if whole or name in self.records]
        for loose in self._ledger.settle(provided):
            if self._tally.wants(loose.code):
                self._tally.add(self._fault(loose))
            else:
                self._tally.count(loose.code, 1)
        return [PLURALS[name] for name in ("article", "event", "quote", "actor") if name not in provided]

    def close(self) -> None:
        """Give the disk back."""
        self._ledger.close()

    def _take(self, stretch: Stretch, verdict: Verdict) -> None:
        self._stretches.append(stretch)
        kept: Counter[str] = Counter()
        for fault in verdict.kept:
            kept[fault.code] += 1
            self._tally.add(replace(fault, file=stretch.shown, line=stretch.base + (fault.line or 0)))
        for code, number in verdict.counts.items():
            self._tally.count(code, number - kept[code])
        self.records += verdict.records
        self.lacking += verdict.lacking
        self.asserted += verdict.asserted
        self._ledger.add(verdict.entries)
        self._join(stretch, verdict)

    def _join(self, stretch: Stretch, verdict: Verdict) -> None:
        """Check the order across the seam of two stretches."""
        for name, first in verdict.first.items():
            for fault in sequence_faults(self._edges.get(name, START), first):
                line, record_id = (stretch.base + first.line, first.record_id) if first else (None, None)
                self._tally.add(replace(fault, file=stretch.shown, line=line, record_id=record_id))
        self._edges.update(verdict.last)

    def _fault(self, loose: Loose) -> Fault:
        """Read the record again and say what it names."""
        place = bisect_right(self._stretches, loose.chunk, key=lambda stretch: stretch.number) - 1
        stretch = self._stretches[place]
        record, _ = check_shape(stretch.reread(loose.line), self._gates, steps=self._steps)
        named = [value for value in _named(record, loose) if hash_of(value) == loose.target]
        value = named[0] if named else None
        return Fault(
            code=loose.code,
            message=_message(loose, value),
            path=loose.path,
            value=value,
            record_id=record["id"],
            file=stretch.shown,
            line=stretch.base + loose.line,
        )


def _line_again(chunk: Chunk, line: int) -> PlainRecord:
    raw = next(islice(lines_of(chunk), line - 1, None))
    record: PlainRecord = pydantic_core.from_json(raw)
    return record


def _chunks(targets: tuple[Target, ...]) -> Iterator[Chunk]:
    number = 0
    for target in targets:
        for chunk in chunks_of(target.path, expected=target.expected, first=number):
            yield chunk
            number = chunk.number + 1


def _named(record: PlainRecord, loose: Loose) -> Iterator[str]:
    if loose.code == "id-duplicate":
        yield record["id"]
    elif loose.bond:
        yield from (bond.ends for bond in bonds_of(record) if bond.path == loose.path)
    else:
        yield from (target for path, target in references_of(record) if path == loose.path)


def _message(loose: Loose, value: str | None) -> str:
    if loose.code == "id-duplicate":
        return f"{value} is used a second time"
    if loose.bond and value is not None:
        return f"only one of {' and '.join(value.split())} names the other"
    return f"there is no {value}" + (", of which this is the next" if loose.path == "id" else "")
