"""Fuzz for as long as one likes; what is found is kept in the corpus.

python tests/fuzz/run.py [--seconds 60] [--engine atheris|own] [TARGET...]

With atheris (the group `fuzz`) each target runs in a process of its own, led by coverage; what it learns is
kept in .fuzz/<target>. Without it the seeds are harmed at random, without end.
"""
# ruff: noqa: S311, T201 (seeds of harm are no secrets; a script prints)

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import subprocess
import sys
import time
import traceback
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from targets import Target

HERE = Path(__file__).parent
LEARNT = HERE.parent.parent / ".fuzz"
SLOWEST = 20
"""Seconds of processor time after which an input is said to hang."""


def main() -> int:
    """Share the time among the targets; return 1 where one of them failed."""
    asked = _arguments()
    from targets import TARGETS

    names = asked.targets or list(TARGETS)
    share = max(1, asked.seconds // len(names))
    failed = [name for name in names if not _fuzz(name, share, asked.engine)]
    print(
        "failed: " + ", ".join(failed) if failed else f"{len(names)} targets, {share} s each: nothing found"
    )
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together")
    there = "atheris" if importlib.util.find_spec("atheris") else "own"
    parser.add_argument("--engine", choices=("atheris", "own"), default=there)
    return parser.parse_args()


def _fuzz(name: str, seconds: int, engine: str) -> bool:
    print(
        f"{name}: {seconds} s with {'atheris' if engine == 'atheris' else 'seeds harmed at random'}",
        flush=True,
    )
    if engine == "own":
        from targets import TARGETS

        return harm(TARGETS[name], seconds, Random(time.time_ns()))
    code = f"import sys; sys.path.insert(0, {str(HERE)!r}); import run; run.led({name!r}, {seconds})"
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def harm(target: Target, seconds: int, rng: Random) -> bool:
    """Harm seeds until time is up; keep what fails."""
    from watch import watched

    seeds, end, number = target.seeds(), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data = target.mutate(rng, rng.choice(seeds))
        number += 1
        try:
            watched(target.knock, data, seconds=SLOWEST)
        except Exception:  # noqa: BLE001 (this is what is looked for)
            traceback.print_exc()
            print(f"{target.name}: kept as {keep(target, data)}")
            return False
    print(f"{target.name}: {number} inputs")
    return True


def keep(target: Target, data: bytes) -> Path:
    """Write an input that failed to the corpus."""
    folder = HERE / "corpus" / target.corpus
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"found-{sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path


def led(name: str, seconds: int) -> None:
    """Let libFuzzer lead, in this process: it does not come back."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["ccdata"]):
        from targets import TARGETS

    target = TARGETS[name]
    learnt = LEARNT / name
    learnt.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(target.seeds()):
        (learnt / f"seed-{number}").write_bytes(data)
    kept = HERE / "corpus" / target.corpus
    kept.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}", f"-timeout={SLOWEST}", "-rss_limit_mb=3000", "-max_len=60000",
        "-verbosity=0", f"-artifact_prefix={kept}{os.sep}found-",
    ]  # fmt: skip

    def harmed(data: bytes, most: int, seed: int) -> bytes:
        rng = Random(seed)
        by_atheris: bytes = atheris.Mutate(data, most)
        return target.mutate(rng, data)[:most] if rng.random() < 0.5 else by_atheris

    atheris.Setup([sys.argv[0], *options, str(learnt)], target.knock, custom_mutator=harmed)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    sys.exit(main())
