"""One walk over the records of a group: every stretch judged, then what they say of each other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pydantic_core

from ccdata.checks.fault import Fault, PlainRecord
from ccdata.checks.links import bonds_of, references_of
from ccdata.records.models import PLURALS, RECORD_TYPES
from ccdata.validate.chunks import Chunk, chunks_of, jobs_for, judge_all, lines_of
from ccdata.validate.judge import START, Edge, Rules, Verdict, sequence_faults
from ccdata.validate.ledger import Ledger, Loose, hash_of
from ccdata.validate.report import Tally
from ccdata.validate.targets import Target


class Walk:
    """Judges the JSON Lines of a group; findings go to the tally."""

    def __init__(self, rules: Rules, tally: Tally) -> None:
        self._rules = rules
        self._tally = tally
        self._ledger = Ledger()
        self._chunks: list[tuple[Chunk, str, int]] = []
        self.records: Counter[str] = Counter()
        self.lacking: Counter[str] = Counter()
        self.asserted: Counter[tuple[int, str]] = Counter()

    def judge(self, targets: tuple[Target, ...], *, jobs: int | None) -> None:
        """Judge every line of the files."""
        size = sum(target.path.stat().st_size for target in targets)
        shown = {target.path: target.shown for target in targets}
        place: Path | None = None
        lines = 0
        edges: dict[str, Edge | None] = {}
        for chunk, verdict in judge_all(_chunks(targets), self._rules, jobs=jobs_for(size, jobs)):
            if chunk.path != place:
                place, lines, edges = chunk.path, 0, {}
            self._chunks.append((chunk, shown[chunk.path], lines))
            self._take(verdict, shown[chunk.path], lines)
            self._join(edges, verdict, shown[chunk.path], lines)
            lines += verdict.lines

    def settle(self, *, whole: bool) -> list[str]:
        """Settle ids, references and bonds; return the record types that were not there to be named.

        A whole release provides every type; loose files provide those that are in them.
        """
        provided = dict.fromkeys(RECORD_TYPES, 1) if whole else dict(self.records)
        for loose in self._ledger.settle(provided):
            if self._tally.wants(loose.code):
                self._tally.add(self._fault(loose))
            else:
                self._tally.count(loose.code, 1)
        self._ledger.close()
        return [PLURALS[name] for name in ("article", "event", "quote", "actor") if name not in provided]

    def _take(self, verdict: Verdict, shown: str, lines: int) -> None:
        kept: Counter[str] = Counter()
        for fault in verdict.kept:
            kept[fault.code] += 1
            self._tally.add(replace(fault, file=shown, line=lines + (fault.line or 0)))
        for code, number in verdict.counts.items():
            self._tally.count(code, number - kept[code])
        self.records += verdict.records
        self.lacking += verdict.lacking
        self.asserted += verdict.asserted
        self._ledger.add(verdict.entries)

    def _join(self, edges: dict[str, Edge | None], verdict: Verdict, shown: str, lines: int) -> None:
        """Check the order across the seam of two stretches."""
        for name, first in verdict.first.items():
            for fault in sequence_faults(edges.get(name, START), first):
                line, record_id = (lines + first.line, first.record_id) if first else (None, None)
                self._tally.add(replace(fault, file=shown, line=line, record_id=record_id))
        edges.update(verdict.last)

    def _fault(self, loose: Loose) -> Fault:
        """Read the line again and say what it names."""
        chunk, shown, base = self._chunk(loose.chunk)
        raw = next(islice(lines_of(chunk), loose.line - 1, None))
        record: PlainRecord = pydantic_core.from_json(raw)
        named = [value for value in _named(record, loose) if hash_of(value) == loose.target]
        value = named[0] if named else None
        return Fault(
            code=loose.code,
            message=_message(loose, value),
            path=loose.path,
            value=value,
            record_id=record["id"],
            file=shown,
            line=base + loose.line,
        )

    def _chunk(self, number: int) -> tuple[Chunk, str, int]:
        place = bisect_right(self._chunks, number, key=lambda entry: entry[0].number) - 1
        return self._chunks[place]


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
        yield from (item.target for item in references_of(record) if item.path == loose.path)


def _message(loose: Loose, value: str | None) -> str:
    if loose.code == "id-duplicate":
        return f"{value} is used a second time"
    if loose.bond and value is not None:
        return f"only one of {' and '.join(value.split())} names the other"
    return f"there is no {value}" + (", of which this is the next" if loose.path == "id" else "")
