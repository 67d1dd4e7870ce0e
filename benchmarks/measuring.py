"""Time and memory of one piece of work, and the machine it ran on."""

from __future__ import annotations

import gc
import multiprocessing
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

LIBRARIES = (
    "ccdata", "pydantic", "pyarrow", "jsonschema", "jsonschema-rs", "nupunkt", "ahocorasick-rs", "rapidfuzz",
    "ftfy", "pypdfium2", "selectolax",
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """Seconds of processor time, the best of some runs, and the memory that came on top, in MB."""

    seconds: float
    memory: float | None


def measure(work: Callable[[], Any], *, runs: int = 3) -> Measured:
    """Run the work in a process of its own, which has all that this one has made ready."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_measured, args=(work, runs, theirs))
    child.start()
    theirs.close()
    answer = ours.recv()
    child.join()
    return answer


def _measured(work: Callable[[], Any], runs: int, answer: Any) -> None:
    """Processor time, not the clock: others may be at work on the machine.

    What is loaded and ready is out of garbage collection's rounds, as in the command and its workers; what
    the work leaves behind is collected, and counts.
    """
    memory = peak_of(work)
    spent = []
    gc.collect()
    gc.freeze()
    for _ in range(runs):
        gc.collect()
        begin = time.process_time()
        work()
        spent.append(time.process_time() - begin)
    answer.send(Measured(min(spent), memory))


def peak_of(work: Callable[[], Any]) -> float | None:
    """Peak of resident memory during the work above what was there before, where Linux tells it."""
    reset = Path("/proc/self/clear_refs")
    if not reset.exists():
        work()
        return None
    gc.collect()
    reset.write_text("5")
    before = resident("VmRSS")
    work()
    return max(0.0, resident("VmHWM") - before)


def resident(field: str, process: int | str = "self") -> float:
    """One figure of a process's memory, in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


def machine() -> dict[str, Any]:
    versions = {name: _version(name) for name in LIBRARIES}
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "measured": time.strftime("%Y-%m-%d"),
        "versions": versions,
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine()
    )


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
