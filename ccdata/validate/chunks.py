"""A file of JSON Lines in stretches of whole lines, judged on one process or several, in order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ccdata.checks.lines import LONGEST_LINE
from ccdata.validate.judge import Judge, Rules, Verdict

CHUNK = 4 << 20
WORTH_PROCESSES = 48 << 20
_AHEAD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Bytes `[start, end)` of a file, whole lines; `expected` is the record type its name promises."""

    number: int
    path: Path
    start: int
    end: int
    expected: str | None


def chunks_of(path: Path, *, expected: str | None, first: int, size: int = CHUNK) -> Iterator[Chunk]:
    """Cut a file behind line feeds, every `size` bytes or a little later."""
    total = path.stat().st_size
    start = 0
    number = first
    with path.open("rb") as file:
        while start < total:
            file.seek(min(start + size, total))
            while (piece := file.readline(size)) and not piece.endswith(b"\n"):
                pass
            end = min(file.tell(), total) if start + size < total else total
            yield Chunk(number=number, path=path, start=start, end=end, expected=expected)
            start, number = end, number + 1


def judge_chunk(chunk: Chunk, rules: Rules) -> Verdict:
    """Judge the lines of one chunk."""
    judge = Judge(rules, chunk.number, expected=chunk.expected)
    for raw in lines_of(chunk):
        judge.take_line(raw)
    return judge.verdict()


def lines_of(chunk: Chunk) -> Iterator[bytes]:
    """Yield the chunk's lines, line feeds included; of one that is too long, no more than tells so."""
    with chunk.path.open("rb") as file:
        file.seek(chunk.start)
        while (left := chunk.end - file.tell()) > 0 and (raw := file.readline(min(left, LONGEST_LINE + 1))):
            piece = raw
            while len(piece) > LONGEST_LINE and not piece.endswith(b"\n"):
                piece = file.readline(min(chunk.end - file.tell(), LONGEST_LINE + 1))
            yield raw


def judge_all(chunks: Iterable[Chunk], rules: Rules, *, jobs: int) -> Iterator[tuple[Chunk, Verdict]]:
    """Judge all chunks; the verdicts come in the order of the chunks."""
    if jobs == 1:
        for chunk in chunks:
            yield chunk, judge_chunk(chunk, rules)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: list[tuple[Chunk, Future[Verdict]]] = []
        for chunk in chunks:
            waiting.append((chunk, pool.submit(judge_chunk, chunk, rules)))
            if len(waiting) > jobs * _AHEAD:
                done, verdict = waiting.pop(0)
                yield done, verdict.result()
        for done, verdict in waiting:
            yield done, verdict.result()


def jobs_for(size: int, asked: int | None) -> int:
    """Return how many processes are worth starting for so many bytes."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = cores if asked is None else asked
    return 1 if size < WORTH_PROCESSES and asked is None else max(1, wanted)
