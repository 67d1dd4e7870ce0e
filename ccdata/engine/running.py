"""Many sources to shards on disk, on one process or on all cores: the same shards either way.

One bad source stops nobody else's: it is an outcome with its error. A worker that is killed (by the
system, for its memory) takes along the chunks that are under way; their sources are then read one by one,
each in a process of its own, so that the one that kills is found and named.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ccdata.engine.failures import fault_of
from ccdata.engine.fingerprint import shard_key
from ccdata.engine.parsing import parse_source
from ccdata.engine.settling import settle
from ccdata.engine.shard_files import is_whole, write_shard
from ccdata.engine.sources import SourceFile, Sources
from ccdata.errors import SourceError, UnreadableSource
from ccdata.extract.errata import Erratum

_CHUNK = 64
_AHEAD = 2
"""Chunks that are handed over for each worker: it need not wait, and little waits for it."""

Chunk = list[SourceFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a source: a shard's file, or the error that says why there is none."""

    source: SourceFile
    file: Path | None
    error: SourceError | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a worker has to know: where shards go, and the errata."""

    folder: Path
    errata: tuple[Erratum, ...]


def run(sources: Sources, task: Task, *, jobs: int) -> Iterator[Outcome]:
    """Yield an outcome per source, as they are done, in no fixed order."""
    if jobs <= 1 or len(sources) == 1:
        yield from (read_one(source, task) for source in sources)
        return
    yield from _run_on_cores(sources, task, jobs)


def read_one(source: SourceFile, task: Task) -> Outcome:
    """Read one source, or take its shard from the folder where the same was read before."""
    try:
        data = source.read()
        file = task.folder / f"{shard_key(data, source.name, task.errata)}.shard"
        if not is_whole(file):
            write_shard(parse_source(data, source.name, errata=task.errata), file)
    except Exception as error:  # noqa: BLE001  # a fault of ours in one source must not stop the others
        return Outcome(source=source, file=None, error=fault_of(source.name, error))
    return Outcome(source=source, file=file, error=None)


def _run_on_cores(sources: Sources, task: Task, jobs: int) -> Iterator[Outcome]:
    """Read chunk after chunk, by new workers where one was killed."""
    chunks = _chunks(sources, max(1, min(_CHUNK, len(sources) // jobs)))
    queue = _Queue(chunks=chunks, task=task, most=jobs * _AHEAD)
    while True:
        yield from _run_in_pool(queue, jobs)
        if not queue.lost:
            return
        yield from (_read_alone(source, task) for source in queue.lost)
        queue.lost.clear()


def _run_in_pool(queue: _Queue, jobs: int) -> Iterator[Outcome]:
    """Keep the workers busy until no chunk is left or one of them was killed."""
    others = set(multiprocessing.active_children())
    with _pool(jobs) as pool:
        try:
            while queue.fill(pool):
                for future in wait(queue.pending, return_when=FIRST_COMPLETED).done:
                    yield from queue.take(future)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in set(multiprocessing.active_children()) - others:
                worker.terminate()
            raise


def _chunks(sources: Iterable[SourceFile], size: int) -> Iterator[Chunk]:
    rest = iter(sources)
    while chunk := list(islice(rest, size)):
        yield chunk


@dataclass(kw_only=True)
class _Queue:
    """Chunks to come, those that are under way, and the sources of those that a killed worker took along."""

    chunks: Iterator[Chunk]
    task: Task
    most: int
    pending: dict[Future[list[Outcome]], Chunk] = field(default_factory=dict)
    lost: Chunk = field(default_factory=list)

    def fill(self, pool: ProcessPoolExecutor) -> bool:
        """Hand over chunks until so many wait, none to a broken pool; say whether any is under way."""
        with _interrupts_held_back():
            while not self.lost and len(self.pending) < self.most and (chunk := next(self.chunks, None)):
                try:
                    self.pending[pool.submit(_read_chunk, chunk, self.task)] = chunk
                except BrokenProcessPool:
                    self.lost.extend(chunk)
        return bool(self.pending)

    def take(self, future: Future[list[Outcome]]) -> list[Outcome]:
        """Return what a chunk gave."""
        chunk = self.pending.pop(future)
        try:
            return future.result()
        except BrokenProcessPool:
            self.lost.extend(chunk)
            return []


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Spawned, not forked: the same on every system, and nothing of ours is half in use."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=jobs, mp_context=context, initializer=settle)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Start workers that do not hear Ctrl-C: it is for whoever started them, who then ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read_chunk(chunk: Chunk, task: Task) -> list[Outcome]:
    return [read_one(source, task) for source in chunk]


def _read_alone(source: SourceFile, task: Task) -> Outcome:
    """Read a source in a process of its own, which it may take down."""
    with _pool(1) as pool:
        try:
            return pool.submit(read_one, source, task).result()
        except BrokenProcessPool:
            error = UnreadableSource(source.name, "the process that read it was killed (out of memory?)")
            return Outcome(source=source, file=None, error=error)
