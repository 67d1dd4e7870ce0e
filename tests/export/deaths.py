"""Processes that die on purpose, and what they leave: always a whole release."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ccdata.export import publishing
from ccdata.export.sums import SUMS, read_sums, sha256_of

if TYPE_CHECKING:
    from _typeshed import HasFileno

DEAD = 9


def in_child(work: Callable[[], object]) -> int:
    """Start the work in a process of its own, which says nothing; return its number."""
    child = os.fork()
    if child == 0:  # pragma: no cover (another process)
        try:
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return child


def ended(child: int) -> int:
    """Wait for the child; return its exit code, negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(seconds: float, work: Callable[[], object]) -> bool:
    """Do the work in a child that is killed after so long; say whether it was still at work."""
    child = in_child(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return ended(child) != 0


def die_at(call: int, *, swap: bool) -> None:
    """End this process, with no chance to tidy up, at the nth thing it asks of the disk."""
    left = [call]

    def count() -> None:
        left[0] -= 1
        if left[0] <= 0:
            os._exit(DEAD)

    def heed(event: str, _: object) -> None:
        if event in {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "fcntl.flock"}:
            count()

    fsync, exchange = os.fsync, publishing._swap if swap else _no_swap

    def counted_fsync(fd: int | HasFileno) -> None:
        count()
        fsync(fd)

    def counted_swap(staging: Path, target: Path) -> bool:
        count()
        done = exchange(staging, target)
        count()
        return done

    sys.addaudithook(heed)
    os.fsync, publishing._swap = counted_fsync, counted_swap


def _no_swap(_staging: Path, _target: Path) -> bool:
    return False


def require_whole(out: Path) -> None:
    """Every file of the release is listed, there, and as it was written."""
    sums = read_sums((out / SUMS).read_text("utf-8"))
    on_disk = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert set(sums) == on_disk - {SUMS}
    assert all(sha256_of(out / name) == digest for name, digest in sums.items())


def state_of(out: Path) -> str | None:
    """Return a hash of the release that the next command finds; null where there is none."""
    publishing.repair(out)
    if not out.exists():
        return None
    require_whole(out)
    return hashlib.sha256((out / SUMS).read_bytes()).hexdigest()


def leftovers(out: Path) -> list[str]:
    """Return what stands beside a release and is not it."""
    return [path.name for path in out.parent.iterdir() if path.name.startswith(f".{out.name}.")]
